"""The date of the clause that begins a summary: of who or what the headline tells, told further."""

from __future__ import annotations

from functools import cache

from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.meant import HUMAN, what_is_meant
from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.subjects import Opening, aside_of, opening_of
from dprk_events.events.timing.verbs import (
    came_about,
    hoping,
    participles_of,
    speaking,
)
from dprk_events.french import auxiliary_tense, closed_class, looks_like_participle, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
HAPPENINGS = WORDS["happenings"]
LIMIT, STATEMENTS, ALREADY = WORDS["limit"], WORDS["statements"], WORDS["first_time"]
OF = closed_class("of")
WHO = closed_class("relative_pronouns")
OPENERS = closed_class("clause_openers") - WHO
"""Between the subject and its verb these begin a clause of another: "l'engin, dont Séoul …"."""
AUXILIARY_REACH = 4
ADJECTIVAL = frozenset({"ADJ", "VERB"})
"""What a participle is taken for at the head of a sentence: "Caché dans les roseaux, il …"."""


def date_of_first_clause(chain: Chain, one: Timed, first: int, *, anew: bool = False) -> int | None:
    """Return the number of the date in the first sentence ``first`` of a summary, or None.

    With ``anew`` it must tell of the deed from the start: « Plusieurs obus », not « Le missile ».

    « Le missile s'est abîmé mercredi », « L'engin, parti mercredi de la côte, est retombé … »,
    « Détecté mercredi par Tokyo, l'engin … », « Plusieurs obus sont tombés mercredi », « Mercredi,
    l'engin s'est … », « Mêlé à des touristes, le soldat a détalé mercredi ».
    """
    view = chain.view
    opening = opening_of(view, first, _opens_aside)
    meant = None if opening is None else what_is_meant(view, one, opening)
    if opening is None or meant is None:
        return None
    if anew and (meant == "again" or opening.subject.pronoun):
        return None
    aside = _date_in_aside(view, first, opening)
    if aside is not None:
        return aside
    known = meant == "again" and opening.subject.entity is None
    verb = told_verb(
        view, _behind_aside(view, first, opening), view.sentences[first][1], known=known
    )
    if verb is None or not OPENERS.isdisjoint(view.words[opening.after : verb]):
        return None
    if meant == "anew" and _is_another_deed(chain, one, verb):
        return None  # "Deux missiles ont été livrés mardi" below "tire un missile"
    if opening.date is not None:
        return opening.date
    for at, number in view.dates_in(first):
        if at > verb and not opens_clause(view, verb, at) and _dates_the_verb(view, verb, at):
            return number
    return _date_beside_subject(view, first, opening, verb) if meant == "again" else None


def _date_beside_subject(view: DocView, first: int, opening: Opening, verb: int) -> int | None:
    """Return the date of "Le soldat passé lundi au Sud a été opéré", of people only."""
    subject = opening.subject
    if subject.last + 1 >= verb or not view.kinds(subject) & HUMAN:
        return None
    befell = subject.last + 1
    if not _opens_aside(view, befell):
        return None
    for at, number in view.dates_in(first):
        if befell < at < verb and _dates_the_verb(view, befell, at):
            return number
    return None


def _is_another_deed(chain: Chain, one: Timed, verb: int) -> bool:
    """Return whether the verb tells of a deed of another type; what killed is no other."""
    for each in chain.timed:
        if each.token == verb and each.raw.type != one.raw.type:
            return not (one.raw.event_type.consequence and each.raw.event_type.harms)
    return False


@cache
def _way() -> frozenset[str]:
    """Return the participles of how a thing or somebody came along: "parti", "détectés"."""
    return participles_of(*WORDS["on_the_way"], *WORDS["witnessing"])


def _opens_aside(view: DocView, i: int) -> bool:
    """Match "parti", "détectés"; and any participle that tells what befell: "Blessé", "arrivée"."""
    word = view.words[i]
    if word in _way():
        return True
    opens = i == view.sentence(i)[0] and looks_like_participle(word) and view.pos[i] in ADJECTIVAL
    if view.entity_at[i] is not None or not (opens or view.tokens[i].is_participle):
        return False
    said = word in speaking()
    return not said and word not in hoping()


def _date_in_aside(view: DocView, first: int, opening: Opening) -> int | None:
    """Return the date of "parti mercredi de la côte"; of people, of whatever befell them."""
    aside = aside_of(view, first, opening.subject, _opens_aside)
    if aside is None:
        return None
    subject, word = opening.subject, view.words[aside.start]
    befell = subject.pronoun or view.kinds(subject) & HUMAN
    took_place = view.words[subject.head] in HAPPENINGS and word in came_about()
    if not (word in _way() or befell or took_place):
        return None
    for at, number in view.dates_in(first):
        if at in aside and _dates_the_verb(view, aside.start, at):
            return number
    return None


def _behind_aside(view: DocView, first: int, opening: Opening) -> int:
    """Return where the main clause goes on: behind "L'engin, qui devait survoler l'île, "."""
    at, end = opening.after, view.sentences[first][1]
    while at < end and view.words[at] == ",":
        close = next((i for i in range(at + 1, end) if view.words[i] == ","), None)
        if close is None:
            break
        at = close if view.words[close + 1] in WHO else close + 1
    return at


def told_verb(view: DocView, first: int, last: int, *, known: bool = False) -> int | None:
    """Return the verb of a clause from its subject on, told as done; None for any other.

    Of one ``known`` by the headline it may be what he was doing or had done: "Le navire croisait
    mardi", "s'était aventuré"; not of a state, which "avait déjà tiré".
    """
    past = {"present", "conditional", *(["imperfect", "infinitive"] if known else [])}
    for i in range(first, last + 1):
        misread = view.words[i] in _way() and view.pos[i - 1] == "AUX"  # "sont partis", a noun
        if view.entity_at[i] is not None or not (view.pos[i] == "VERB" or misread):
            continue
        spoken = view.words[i] in speaking()
        tenses = [auxiliary_tense(w) for w in view.words[max(first, i - AUXILIARY_REACH) : i]]
        if any(tense in past for tense in tenses):
            return None if spoken else i
        if view.is_finite(view.tokens[i]):
            was = known and view.tokens[i].morph.get("Tense", []) == ["Imp"]
            return i if was and not spoken and view.words[i] not in hoping() else None
    return None


def _dates_the_verb(view: DocView, verb: int, date: int) -> bool:
    """Return whether no noun with a day of its own stands before a date: "l'essai de mardi"."""
    _, word = word_before(view, date)
    if word in OF or word in LIMIT:
        return False
    behind = next(view.each_phrase(date + 1, view.sentence(date)[1]), None)
    last = date if behind is None else behind.last
    return not any(
        view.words[i] in STATEMENTS or view.words[i] in ALREADY for i in range(verb, last + 1)
    )
