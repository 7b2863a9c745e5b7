"""Read by what a clause with "que" is opened: "encore faut-il que", "refuse que", "de peur que"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.coming import is_past
from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import closed_class, looks_like_participle, phrase_of, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import VERBAL, DocView, is_reduced

WORDS = word_lists(__package__)
THAT, MARKS, NE = closed_class("que"), WORDS["clause_marks"], WORDS["ne"]
OPENERS: tuple[tuple[Modality, tuple[str, ...]], ...] = (
    ("negated", tuple(sorted(f" {each}" for each in WORDS["opening_what_is_not"]))),
    ("possible", tuple(sorted(f" {each}" for each in WORDS["opening_what_may_be"]))),
    ("planned", tuple(sorted(f" {each}" for each in WORDS["opening_what_is_to_come"]))),
)
SURE = tuple(sorted(f" {each}" for each in WORDS["opening_what_is_sure"]))
UNTIL = tuple(sorted(f" {each}" for each in WORDS["opening_till_when"]))
LONGEST = 6
"""Most words of an opener, before its "que"."""
COMMA = ","


def opened(asked: Asked) -> Iterator[Cue]:
    """Read "Encore faut-il que les deux signent", "hors de question que Kim se rende à Séoul".

    Of a noun that is known ("il faut que le sommet serve à") only with the verb that carries it.
    """
    view = asked.view
    that = opening_that(asked)
    if that is None:
        return
    begin, _ = view.sentence(asked.token)
    words = view.words[max(begin, that - LONGEST) : that]
    before = f" {phrase_of(words)}"
    if before.endswith(SURE):
        return
    for modality, openers in OPENERS:
        if before.endswith(openers):
            yield from _read(view, that, modality, denied=not NE.isdisjoint(words))
            return
    if before.endswith(UNTIL) and not _was_then(view, that):
        yield Cue("possible", view.words[that - 1])


def _read(view: DocView, that: int, modality: Modality, *, denied: bool) -> Iterator[Cue]:
    """Read "n'est pas exclu que" as possible, and nothing in "n'a pas empêché que": it was done."""
    word = view.words[that - 1]
    if denied and modality == "negated":
        if word not in load_cues().verbs["doubled.asserted"]:
            yield Cue("possible", word)
        return
    yield Cue(modality, word)


def _was_then(view: DocView, that: int) -> bool:
    """Match "il n'a pas bougé jusqu'à ce que Séoul tire": till then, and so it was done.

    The verb that it belongs to stands before it, or behind the comma where it opens the sentence.
    """
    begin, end = view.sentence(that)
    main = next((i for i in range(that - 1, begin - 1, -1) if _is_verb(view, i)), None)
    if main is None:
        comma = next((i for i in range(that, end) if view.words[i] == COMMA), end)
        main = next((i for i in range(comma, end + 1) if _is_verb(view, i)), None)
    if main is None:
        return False
    if looks_like_participle(view.words[main]):
        return True  # "bougé", which the model may take for an infinitive
    if view.tokens[main].is_infinitive:
        return False
    compound = view.pos[main] == "AUX" and view.tokens[min(end, main + 1)].is_participle
    return compound or is_past(view, main)


def _is_verb(view: DocView, i: int) -> bool:
    """Return whether a verb may be the main one: no participle that only describes."""
    return view.pos[i] in VERBAL and view.entity_at[i] is None and not is_reduced(view, i)


def opening_that(asked: Asked) -> int | None:
    """Return the "que" that opens the clause of a deed; None behind a clause that has ended."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None and is_definite(view, asked.token):
        return None
    begin, _ = view.sentence(asked.token)
    first = asked.token if group is None else min(asked.token, group.first)
    that = next((i for i in range(first - 1, begin, -1) if view.words[i] in MARKS), None)
    if that is None or view.words[that] not in THAT:
        return None
    return None if _is_over(view, that, first) else that


def _is_over(view: DocView, that: int, first: int) -> bool:
    """Return whether the clause ends before the deed: "Il faut que X cède, a dit Y | avant de"."""
    verbs = (i for i in range(that + 1, first) if view.is_finite(view.tokens[i]))
    told = next((i for i in verbs if view.entity_at[i] is None), None)
    return told is not None and COMMA in view.words[told:first]
