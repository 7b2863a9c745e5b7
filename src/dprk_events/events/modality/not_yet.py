"""Read what has not come yet, whatever the noun or participle itself tells: "d'ici au sommet"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.put_off import is_put_off_to_a_day
from dprk_events.french import closed_class, forms_of, looks_like_participle, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, subject

WORDS = word_lists(__package__)
FOR, OF, TO_COME = WORDS["for"], closed_class("of"), WORDS["to_come"]
TILL_THEN, WANT = WORDS["from_now"] | WORDS["up_to"], WORDS["want"]
SOON = WORDS["soon"]
ONCE, OCCASIONS = tuple(sorted(WORDS["once"])), WORDS["nouns_of_occasions"]
FUTURE = tuple(sorted(WORDS["endings_of_futures"]))
OPENING = 1
"""Words before the preposition of a phrase that opens its sentence: quotation marks."""


def until_then(asked: Asked) -> Iterator[Cue]:
    """Read "d'ici au sommet, rien ne bougera", "négocieront jusqu'à la signature d'un accord"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, end = view.sentence(phrase.start)
    before = view.words[max(begin, phrase.start - 1) : phrase.first]
    till = next((word for word in before if word in TILL_THEN), None)
    if till is not None and any(_is_future(view, i) for i in range(begin, end + 1)):
        yield Cue("planned", till)


def made_ready(asked: Asked) -> Iterator[Cue]:
    """Read "tout est prêt pour la visite de Kim Jong-un": it is to come."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep not in FOR or asked.mention.group is not None:
        return
    begin, _ = view.sentence(phrase.start)
    before = f" {' '.join(view.words[begin : phrase.start + 1])}"
    said = (each for each in load_cues().planning_phrases if each.split()[-1] in FOR)
    found = next((each for each in said if before.endswith(f" {each}")), None)
    if found is not None:
        yield Cue("planned", found)


def part_of_plan(asked: Asked) -> Iterator[Cue]:
    """Read "les préparatifs incluent le déploiement de batteries": a plan holds what is to come."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep is not None or asked.mention.group is not None:
        return
    begin, _ = view.sentence(phrase.start)
    including = forms_of(*WORDS["including"])
    verb = next((i for i in range(phrase.start - 1, begin, -1) if view.pos[i] in VERBAL), begin)
    if view.words[verb] not in including:
        return
    plan = subject(view, verb, verb)
    planning = load_cues().nouns["planned"]
    if plan is not None and view.words[plan.head] in planning:
        yield Cue("planned", view.words[plan.head])


def once_done(asked: Asked) -> Iterator[Cue]:
    """Read "une fois le traité signé, ils se devront assistance": it is not signed yet."""
    view, group = asked.view, asked.mention.group
    if group is None or group.form != "past-participle" or group.compound:
        return
    begin, end = view.sentence(group.verb)
    opener = f" {' '.join(view.words[begin : group.verb])} "
    found = next((each for each in ONCE if f" {each} " in opener), None)
    main = next((i for i in range(group.verb, end + 1) if _is_finite(view, i)), None)
    if found is not None and main is not None and _is_future(view, main):
        yield Cue("planned", found)


def first_to_be(asked: Asked) -> Iterator[Cue]:
    """Read "il sera le premier dirigeant étranger reçu à Moscou": the participle is ahead, too."""
    view, group = asked.view, asked.mention.group
    if group is None or group.form != "past-participle" or group.compound:
        return
    own = view.tokens[group.verb]
    if own.dep_ != "acl":
        return
    copulas = (c.i for c in own.head.children if c.dep_ == "cop" and c.i < own.i)
    will = next((i for i in copulas if view.words[i] in TO_COME), None)
    if will is not None and negation_of(view, will) is None:
        first = view.words[will + 1 : own.head.i]
        if not WORDS["coming_first"].isdisjoint(first):
            yield Cue("planned", view.words[will])


def within_future(asked: Asked) -> Iterator[Cue]:
    """Read "À l'issue de leur rencontre, ils signeront": a known meeting is as far ahead.

    Only what opens its sentence, of which the first verb behind it is a future.
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None or not is_definite(view, asked.token):
        return
    begin, end = view.sentence(phrase.start)
    if phrase.start - begin > OPENING or not _is_occasion(view, phrase):
        return
    main = next((i for i in range(phrase.last + 1, end + 1) if _is_finite(view, i)), None)
    if main is not None and (_is_future(view, main) or _is_due(view, main)):
        yield Cue("planned", view.words[main])


def soon_there(asked: Asked) -> Iterator[Cue]:
    """Read a headline: "Poutine bientôt à Pyongyang", whose preposition tells the visit."""
    view, token = asked.view, asked.token
    if view.pos[token] != "ADP" or asked.mention.group is not None:
        return
    begin, end = view.sentence(token)
    if view.has_finite(begin, end + 1):
        return
    yield from (Cue("planned", word) for word in view.words[begin:token] if word in SOON)


def put_off(asked: Asked) -> Iterator[Cue]:
    """Read a headline: "Une visite reportée", "Sommet Trump-Kim ajourné"; with a day planned."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, end = view.sentence(asked.token)
    if view.has_finite(begin, end + 1):
        return
    for i in range(phrase.last + 1, end + 1):
        its_own = view.tokens[i].head.i == asked.token or i == phrase.last + 1
        if view.words[i] in load_cues().verbs["putting_off"] and its_own:
            if looks_like_participle(view.words[i]):
                put = is_put_off_to_a_day(view, i)
                yield Cue("planned" if put else "negated", view.words[i])
            return


def for_want_of(asked: Asked) -> Iterator[Cue]:
    """Read "Faute d'un sommet, rien n'avance"; not "par la faute de l'exercice"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None or phrase.prep not in OF:
        return
    begin, _ = view.sentence(phrase.start)
    at = phrase.start - 1
    if at < begin or view.words[at] not in WANT or is_definite(view, asked.token):
        return
    if at == begin or view.pos[at - 1] not in {"DET", "ADJ"}:
        yield Cue("negated", view.words[at])


def _is_occasion(view: DocView, phrase: Phrase) -> bool:
    return not OCCASIONS.isdisjoint(view.words[phrase.start : phrase.first])


def _is_finite(view: DocView, i: int) -> bool:
    """Return whether it is a finite verb; by its ending alone where its tag hides a future."""
    return view.entity_at[i] is None and (view.is_finite(view.tokens[i]) or _is_future(view, i))


def _is_future(view: DocView, i: int) -> bool:
    """Match a future, by its ending: the tagger takes "signeront" for a present."""
    token = view.tokens[i]
    verbal = view.pos[i] in VERBAL or _is_due(view, i)
    if view.entity_at[i] is not None or not verbal or token.morph.get("Tense", []) == ["Past"]:
        return False
    return view.words[i].endswith(FUTURE)


def _is_due(view: DocView, i: int) -> bool:
    """Match "doit", "devraient", "va": what comes behind is to come."""
    cues, word = load_cues(), view.words[i]
    if word in cues.words["planned.going"]:
        return view.tokens[i].morph.get("Tense", []) != ["Imp"]
    return word in cues.verbs["planned.modals"] and (
        view.tokens[i].morph.get("Tense", []) not in (["Imp"], ["Past"])
    )
