"""Read what is to be done on a condition: "promet d'autres envois en cas de récidive"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import is_definite
from dprk_events.french import closed_class, phrase_of, word_lists
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
IF, ELIDED_IF, AFTER_ELIDED = WORDS["if"], WORDS["elided_if"], WORDS["after_elided_if"]
NO_CONDITION = WORDS["before_no_condition"]
NE, THAT = WORDS["ne"], closed_class("que")
LISTED = WORDS["supposing"] | WORDS["condition_openers"]
OPENERS = tuple(sorted(each if each.endswith("'") else f"{each} " for each in LISTED))
NO_IF = tuple(sorted(f"{each} " for each in WORDS["no_real_if"]))
LONGEST = 6
COMMA, QUOTES = ",", frozenset('«“"')


def on_condition(asked: Asked) -> Iterator[Cue]:
    """Read a condition behind the deed, or at the beginning of the sentence before a comma.

    It only counts against a plan. A deed that is known ("le sommet aura lieu si") stays one, unless
    it will "only" be then: "ne reprendront que si".
    """
    view, token = asked.view, asked.token
    begin, end = view.sentence(token)
    if is_definite(view, token) and not _only_if(view, token, end):
        return
    at = next((i for i in range(token + 1, end) if opens_condition(view, i)), None)
    opening = begin + 1 if view.texts[begin] in QUOTES else begin
    if at is None and opens_condition(view, opening) and COMMA in view.words[opening:token]:
        at = opening
    if at is not None:
        yield Cue("possible", view.words[at])


def looks_conditional(words: list[str]) -> bool:
    """Match "si l'on en croit Séoul", which is no condition."""
    return f"{phrase_of(words)} ".startswith(NO_IF)


def _only_if(view: DocView, token: int, end: int) -> bool:
    """Match "les pourparlers ne reprendront que si Pyongyang désarme"."""
    only = (i for i in range(token + 1, end) if view.words[i] in THAT and view.words[i + 1] in IF)
    at = next(only, None)
    return at is not None and not NE.isdisjoint(view.words[token:at])


def opens_condition(view: DocView, i: int) -> bool:
    """Return whether a condition begins here: not "dira si", "même si", "s'il" of a question."""
    before = view.words[i - 1] if i else ""
    asks = i > 0 and view.pos[i - 1] in VERBAL and view.entity_at[i - 1] is None
    if before in NO_CONDITION or asks or looks_conditional(view.words[i : i + LONGEST]):
        return False
    elided = view.words[i] in ELIDED_IF and not AFTER_ELIDED.isdisjoint(view.words[i + 1 : i + 2])
    if elided or (view.words[i] in IF and view.pos[i] == "SCONJ"):
        return True
    return f"{phrase_of(view.words[i : i + LONGEST])} ".startswith(OPENERS)
