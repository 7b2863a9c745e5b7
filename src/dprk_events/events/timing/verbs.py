"""Forms of the verbs that decide whose date a date is, and the verb before a word."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import (
    Tense,
    auxiliary_tense,
    closed_class,
    conjugate,
    forms_of,
    key,
    word_lists,
)
from dprk_events.syntax import VERBAL, DocView, is_reduced

WORDS = word_lists(__package__)
OF = closed_class("of")
CAUSED = 3
"""Words before an infinitive that somebody causes: "avoir fait défiler"."""


@cache
def reacting() -> frozenset[str]:
    """Return the forms of verbs about an event whose day is not the event's: "a dénoncé"."""
    cues = load_cues().verbs
    said = {*cues["reporting.announce"], *cues["denial"], *cues["demand"]}
    return (forms_of(*WORDS["reacting"]) | said) - witnessing()


@cache
def witnessing() -> frozenset[str]:
    """Return the forms of verbs whose object happens at the same time: "a détecté un tir"."""
    return forms_of(*WORDS["witnessing"])


@cache
def noting() -> frozenset[str]:
    """Return the forms of verbs of seeing that also say: "a relevé deux engins"."""
    return forms_of(*WORDS["noting"])


def participles_of(*lemmas: str) -> frozenset[str]:
    """Return the past participles of verbs: "parti", "détectés"."""
    return frozenset(
        key(form)
        for lemma in lemmas
        for form, tense in conjugate(lemma).items()
        if tense == "past-participle"
    )


@cache
def speaking() -> frozenset[str]:
    """Return the forms of verbs of who reacts or tells; not of who watches, "a détecté"."""
    return reacting() | (telling().keys() - witnessing())


@cache
def just_done() -> frozenset[str]:
    """Return the forms of "venir", by which a deed has just been done: "venaient de finir"."""
    return forms_of(*WORDS["just_done"])


@cache
def remembering() -> frozenset[str]:
    """Return the forms of verbs whose object is a time gone by: "n'a pas oublié 2010"."""
    return forms_of(*WORDS["remembering"])


@cache
def claiming() -> frozenset[str]:
    """Return the forms of verbs by which somebody tells what he did: "a revendiqué un tir"."""
    return forms_of(*WORDS["claiming"])


@cache
def lasting() -> frozenset[str]:
    """Return the forms of verbs before the day up to which something lasts: "dureront"."""
    return forms_of(*WORDS["lasting"])


@cache
def presiding() -> frozenset[str]:
    """Return the forms of verbs whose object is a gathering of that day: "présidait"."""
    return forms_of(*WORDS["presiding"])


@cache
def listed_since() -> frozenset[str]:
    """Return the forms of verbs that hold from one deed on: "figure depuis mardi sur la liste"."""
    return forms_of(*WORDS["listed_since"])


@cache
def carried_out() -> frozenset[str]:
    """Return the forms of verbs whose infinitive is done then: "a réussi mardi à tirer"."""
    return forms_of(*WORDS["carried_out"])


@cache
def deciding() -> frozenset[str]:
    """Return the forms of verbs by which a deed of state is done: "a entériné", "signé"."""
    return forms_of(*WORDS["deciding"])


@cache
def deciding_to() -> frozenset[str]:
    """Return the forms of verbs whose infinitive is a deed of state: "a décidé de suspendre"."""
    return forms_of(*WORDS["deciding_to"])


@cache
def coming() -> frozenset[str]:
    """Return the forms of verbs by which news comes: "Sa décision tombe deux jours après"."""
    return forms_of(*WORDS["news_comes"])


@cache
def doing() -> frozenset[str]:
    """Return the forms of verbs whose object is the deed: "a opposé mardi son veto"."""
    return forms_of(*WORDS["doing"])


@cache
def ordering() -> frozenset[str]:
    """Return the forms of verbs whose month is that of their object: "a ordonné le survol"."""
    return forms_of(*WORDS["ordering"])


@cache
def preparing() -> frozenset[str]:
    """Return the forms of verbs whose object comes later: "pour préparer un sommet"."""
    return forms_of(*WORDS["preparing"])


@cache
def came_of_it() -> frozenset[str]:
    """Return the forms of verbs after which no more is to come of it: "n'a pas pu tirer"."""
    return forms_of(*WORDS["came_of_it"])


@cache
def enabling() -> frozenset[str]:
    """Return the forms of verbs that enable, after which it may have come: "a permis de"."""
    return forms_of(*WORDS["enabling"])


@cache
def seeming() -> frozenset[str]:
    """Return the forms of verbs that weigh what goes on: "l'armée semble installer"."""
    return forms_of(*WORDS["seeming"])


@cache
def sending() -> frozenset[str]:
    """Return the forms of verbs that send somebody to do it: "a envoyé des soldats se battre"."""
    return forms_of(*WORDS["sending"])


@cache
def showing() -> frozenset[str]:
    """Return the forms of verbs that show a wish some time ago: "a exprimé son intention de"."""
    return forms_of(*WORDS["showing"])


@cache
def answering() -> frozenset[str]:
    """Return the forms of verbs whose means is done in answer: "a répliqué par des tirs"."""
    return forms_of(*WORDS["answering"])


@cache
def setting_off() -> frozenset[str]:
    """Return the forms of verbs whose object comes at once of their subject: "a déclenché"."""
    return forms_of(*WORDS["setting_off"])


@cache
def calling_off() -> frozenset[str]:
    """Return the forms of verbs by which an event is put off or called off: "a été annulé"."""
    return forms_of(*WORDS["calling_off"])


@cache
def moving() -> frozenset[str]:
    """Return the forms of verbs of going somewhere at once to do something: "ont survolé"."""
    return forms_of(*WORDS["moving"])


@cache
def arriving() -> frozenset[str]:
    """Return the forms of verbs that end or go a way: "est tombé", "a survolé", "a regagné"."""
    return forms_of(*WORDS["arriving"], *WORDS["moving"], *WORDS["on_the_way"])


@cache
def beginning_verbs() -> frozenset[str]:
    """Return the forms of verbs before the day on which their subject begins: "a débuté"."""
    return forms_of(*WORDS["begins"])


@cache
def ending_verbs() -> frozenset[str]:
    """Return the forms of verbs before the day on which their subject ends: "s'achève"."""
    return forms_of(*WORDS["ends"])


@cache
def coming_to() -> frozenset[str]:
    """Return the forms of verbs before what their subject ended in: "a conduit à des tirs"."""
    return forms_of(*WORDS["coming_to"])


@cache
def following() -> frozenset[str]:
    """Return the forms of verbs between a deed and the one counted from: "suit de deux jours"."""
    return forms_of(*WORDS["follows"])


@cache
def preceding() -> frozenset[str]:
    """Return the forms of verbs that count the other way: "précède de deux jours"."""
    return forms_of(*WORDS["precedes"])


@cache
def taking_part() -> frozenset[str]:
    """Return the forms of verbs of who is in an event: "auquel participent 50 avions"."""
    return forms_of(*WORDS["taking_part"])


@cache
def bringing_together() -> frozenset[str]:
    """Return the forms of verbs of whom an event brings together: "qui mobilisent 50 avions"."""
    return forms_of(*WORDS["bringing_together"])


@cache
def came_about() -> frozenset[str]:
    """Return the participles of what happened: "un lâcher survenu quelques heures plus tôt"."""
    return participles_of(*WORDS["coming_about"])


@cache
def dating_from() -> frozenset[str]:
    """Return the forms of verbs before the time of what their subject is: "remontent au 9 juin"."""
    return forms_of(*WORDS["dating_from"])


@cache
def hoping() -> Mapping[str, Tense]:
    """Return the forms of verbs that plan, wish, fear, demand or talk of what may come."""
    verbs = load_cues().verbs
    lists = ("planned", "possible", "possible.modals", "planned.modals", "demand", "talking")
    expecting = ("expecting.possible", "expecting.planned")
    return _tenses({lemma for each in (*lists, *expecting) for lemma in verbs[each].values()})


@cache
def asking_for() -> frozenset[str]:
    """Return the forms of verbs whose object is wished for: "a demandé une réunion"."""
    return forms_of(*WORDS["asking_for"])


@cache
def was_or_was_not() -> frozenset[str]:
    """Return the forms of verbs that, denied, say that it did not come: "n'a été signalé"."""
    return forms_of(*WORDS["was_or_was_not"])


@cache
def telling_of_harm() -> frozenset[str]:
    """Return the forms of verbs that count victims: "on ne déplore aucune victime"."""
    return forms_of(*WORDS["telling_of_harm"])


@cache
def ahead_of_then() -> Mapping[str, Tense]:
    """Return the forms of verbs that look ahead from a statement: "a dit qu'il allait tirer"."""
    return _tenses(WORDS["ahead_of_then"])


@cache
def telling() -> Mapping[str, Tense]:
    """Return the forms of verbs of saying: "avertit", which the tagger takes for a past."""
    return _tenses(set(load_cues().verbs["reporting"].values()))


def _tenses(lemmas: Collection[str]) -> Mapping[str, Tense]:
    return {key(form): tense for each in sorted(lemmas) for form, tense in conjugate(each).items()}


def is_plain_verb(view: DocView, i: int) -> bool:
    """Return whether a token is a verb, but no auxiliary and not part of a name."""
    return view.pos[i] == "VERB" and view.entity_at[i] is None


def verb_before(
    view: DocView, token: int, begin: int, stops: Collection[str] = frozenset()
) -> int | None:
    """Return the nearest verb left of a token; None if a word of ``stops`` comes before it.

    A participle that describes a noun ("les soldats envoyés en Russie") is passed over.
    """
    for i in range(token - 1, begin - 1, -1):
        if view.entity_at[i] is not None:
            continue
        if view.words[i] in stops:
            return None
        if view.pos[i] == "VERB" and not is_reduced(view, i):
            return i
    return None


def following_verb(view: DocView, at: int) -> int | None:
    """Return the verb of "suit de deux jours" before the count at a token; else None."""
    if at < 2 or view.words[at - 1] not in OF:
        return None
    return at - 2 if view.words[at - 2] in following() | preceding() else None


def caused_from(view: DocView, infinitive: int) -> int | None:
    """Return the "avoir" of "avoir fait défiler", before an infinitive that somebody causes."""
    for i in range(infinitive - 1, max(-1, infinitive - 1 - CAUSED), -1):
        if auxiliary_tense(view.words[i]) == "infinitive":
            return i
        if view.pos[i] not in VERBAL:
            return None
    return None
