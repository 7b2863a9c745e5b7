"""Read what the words before a clause leave open, deny, or still have to fix the day of."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.negated import negation_of
from dprk_events.french import closed_class, forms_of, phrase_of, word_lists
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
IF, ELIDED_IF, AFTER_ELIDED = WORDS["if"], WORDS["elided_if"], WORDS["after_elided_if"]
MARKS, THAT = WORDS["clause_marks"], closed_class("que")
UNTRUE = tuple(sorted(WORDS["untrue"]))
DAYS, FIXING = WORDS["days_of_plans"], forms_of(*WORDS["fixing_a_day"])
NO, ETRE = WORDS["no"], forms_of("être")
ABOUT, ASKED_ABOUT = WORDS["about_a_deed"], WORDS["asked_about"]
DAY_REACH = 4
"""Words behind "fixée" within which the day stands."""
LONGEST = 6
"""Words before "que" in which something is called untrue."""


def indirect_question(asked: Asked) -> Iterator[Cue]:
    """Read "On ignore si Kim ira à Moscou", "Nul ne sait encore s'il a été livré"."""
    view = asked.view
    begin, _ = view.sentence(asked.token)
    opener = _opener(asked, _is_if)
    if opener is None:
        return
    before = opener - 1
    while before > begin and view.pos[before] == "ADV":
        before -= 1
    if view.pos[before] in VERBAL and view.entity_at[before] is None:
        yield Cue("possible", view.words[opener], decisive=True, holder=before)


def untrue(asked: Asked) -> Iterator[Cue]:
    """Read "Il est faux que Pyongyang ait livré des obus", "il n'est pas vrai que"."""
    view = asked.view
    begin, _ = view.sentence(asked.token)
    opener = _opener(asked, _is_that)
    if opener is None:
        return
    if phrase_of(view.words[max(begin, opener - LONGEST) : opener]).endswith(UNTRUE):
        yield Cue("negated", view.words[opener - 1])


def asked_about(asked: Asked) -> Iterator[Cue]:
    """Read "interrogé sur un nouveau sommet": what somebody is asked about may be."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None or is_definite(view, asked.token):
        return
    if phrase.prep in ABOUT and view.words[phrase.start - 1] in ASKED_ABOUT:
        yield Cue("possible", view.words[phrase.start - 1])


def _fixed_on_a_day(view: DocView, verb: int, end: int) -> bool:
    """Match "a été | fixée au 20 juin": the day is still to come."""
    has = view.tokens[verb - 2]
    passive = view.words[verb - 1] in ETRE and has.morph.get("Tense", []) == ["Pres"]
    behind = range(verb + 1, min(end, verb + DAY_REACH) + 1)
    return passive and any(view.date_at[i] is not None for i in behind)


def _opener(asked: Asked, opens: Callable[[DocView, int], bool]) -> int | None:
    """Return the word that opens the clause of a deed; None of a known one ("si le tir a réussi").

    None, too, where another clause opens in between.
    """
    view = asked.view
    begin, _ = view.sentence(asked.token)
    if is_definite(view, asked.token):
        return None
    for i in range(asked.token - 1, begin, -1):
        if opens(view, i):
            return i
        if view.words[i] in MARKS:
            return None
    return None


def _is_if(view: DocView, i: int) -> bool:
    elided = view.words[i] in ELIDED_IF and view.words[i + 1] in AFTER_ELIDED
    return elided or view.words[i] in IF


def _is_that(view: DocView, i: int) -> bool:
    return view.words[i] in THAT


def day_to_be_fixed(asked: Asked) -> Iterator[Cue]:
    """Read "Aucune date n'a été fixée pour la visite", "la date du sommet a été annoncée".

    A day that is known tells nothing: "la date de la visite coïncide avec".
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep is None or asked.mention.group is not None:
        return
    begin, end = view.sentence(asked.token)
    day = next((i for i in range(phrase.start - 1, begin - 1, -1) if view.words[i] in DAYS), None)
    if day is None:
        return
    stops = view.words[day + 1 : phrase.start]
    if any(word in MARKS or word == "," for word in stops):
        return
    fixing = [i for i in range(day + 1, end + 1) if view.words[i] in FIXING]
    if not fixing:
        return
    fixed = _fixed_on_a_day(view, fixing[0], end)
    denied = negation_of(view, fixing[0]) is not None or view.words[day - 1] in NO
    ahead = any(
        view.tokens[i].morph.get("Tense", []) == ["Fut"] for i in range(day + 1, fixing[0] + 1)
    )
    if denied or ahead or fixed:  # "la date du sommet a été fixée": it is to come
        yield Cue("planned", view.words[day])
