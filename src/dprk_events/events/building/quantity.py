"""Find the filler of the role "quantity": how many."""

from __future__ import annotations

from dprk_events.events.event import Counted, Filler
from dprk_events.events.mentions import RawMention
from dprk_events.events.merging.draft import TIMES
from dprk_events.events.roles import Quantity, read_quantity
from dprk_events.events.syntax import DocView
from dprk_events.french import word_lists

BEFORE_NUMBER = sorted(
    words.split() for words in word_lists(__package__)["before_number"]
)  # no two end a text in the same way
TIMES_AT = ("à", "object")
"""Positions of "reprises" in "a tiré à trois reprises", "a tiré trois fois"."""


def quantity_of(view: DocView, mention: RawMention) -> Filler | None:
    """Find the number that a mention states; None if it states none.

    It belongs to the role that the rule names, to "fois" or "reprises", or to the trigger.
    """
    return _of_role(view, mention) or _of_times(view, mention) or _of_trigger(view, mention)


def _of_role(view: DocView, mention: RawMention) -> Filler | None:
    """Read the number of a role's filler: "a tiré deux missiles"."""
    for role in mention.event_type.quantity_of:
        for fill in mention.fills:
            if fill.role == role and fill.phrase is not None and fill.phrase.counted is not None:
                return _number(view, *fill.phrase.counted, "role", f"of {role}")
    return None


def _of_times(view: DocView, mention: RawMention) -> Filler | None:
    """Read how often the event happened: "a tiré à trois reprises"."""
    for position in TIMES_AT:
        for times in mention.positions.phrases.get(position, []):
            if view.words[times.head] in TIMES and times.counted is not None:
                return _number(view, *times.counted, "times", "times")
    return None


def _of_trigger(view: DocView, mention: RawMention) -> Filler | None:
    """Read the number of the trigger noun: "deux essais"."""
    phrase = view.phrase(mention.candidate.first)
    if phrase is None or phrase.counted is None or mention.candidate.trigger.verbal:
        return None
    return _number(view, *phrase.counted, "trigger", "of trigger")


def _number(view: DocView, first: int, last: int, counts: Counted, how: str) -> Filler:
    """Read a number phrase, including "plus de" or the like before it."""
    begin, _ = view.sentence(first)
    for words in BEFORE_NUMBER:
        start = first - len(words)
        if start >= begin and view.words[start:first] == words:
            first = start
            break
    start, end = view.span(first, last)
    text = view.text[start:end]
    quantity = read_quantity(text) or Quantity(None, None, None)
    return Filler(
        role="quantity",
        text=text,
        start=start,
        end=end,
        value=quantity.value,
        low=quantity.low,
        high=quantity.high,
        counts=counts,
        how=how,
    )
