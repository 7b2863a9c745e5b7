"""Two phrases that "et" joins past words between commas: "A, chef de l'État, et B ont signé"."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import VERBAL
from dprk_events.syntax.view import DocView

AND = word_lists(__package__)["joining"]
STOPS = closed_class("hard_stops")
RELATIVE = closed_class("relative_pronouns")
CLAUSES = closed_class("clause_openers")
REACH = 14
"""Words that may stand between the commas."""
NEAR = 2
"""Words before the second phrase within which ", et" stands: "et | le ministre"."""


def before_insertion(view: DocView, phrase: Phrase) -> Phrase | None:
    """Return the phrase to which ", et" joins one, with words between commas behind the first.

    The first opens its clause, so that both are the subject of what follows: not "A a vu B, hier,
    et C s'en réjouit".
    """
    begin, _ = view.sentence(phrase.first)
    comma = next(
        (
            i
            for i in range(phrase.start - 1, max(begin, phrase.start - NEAR - 1), -1)
            if view.words[i] in AND and view.words[i - 1] == ","
        ),
        None,
    )
    if comma is None or phrase.prep is not None:
        return None
    verb = False
    for i in range(comma - 2, max(begin, comma - REACH), -1):
        if view.words[i] in STOPS - {","}:
            return None
        verb = verb or view.is_finite(view.tokens[i])
        if view.words[i] == "," and not (verb and view.words[i + 1] not in RELATIVE):
            first = view.phrase(i - 1)
            opens = first is not None and first.prep is None and _opens_clause(view, first)
            return first if opens else None
    return None


def behind_insertion(view: DocView, phrase: Phrase) -> Phrase | None:
    """Return the phrase that ", et" joins to one behind words between commas."""
    _, end = view.sentence(phrase.last)
    if phrase.last + 1 >= end or view.words[phrase.last + 1] != ",":
        return None
    for i in range(phrase.last + 2, min(end, phrase.last + REACH)):
        if view.words[i] == "," and view.words[i + 1] in AND:
            other = next(view.each_phrase(i + 2, end), None)
            joined = None if other is None else before_insertion(view, other)
            return other if joined == phrase else None
    return None


def _opens_clause(view: DocView, phrase: Phrase) -> bool:
    """Say whether no verb of the same clause stands before a phrase."""
    begin, _ = view.sentence(phrase.first)
    for i in range(phrase.start - 1, begin - 1, -1):
        if view.words[i] in CLAUSES or view.words[i] in STOPS:
            return True
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            return False
    return True
