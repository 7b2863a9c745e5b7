"""Find the filler of the role "quantity": how many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dprk_events.events.event import Counted, Filler
from dprk_events.events.mentions import RawMention
from dprk_events.events.merging.draft import TIMES
from dprk_events.events.roles import Quantity, read_quantity
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import DocView
from dprk_events.syntax.phrases import TRANSPARENT

WORDS = word_lists(__package__)
BEFORE_NUMBER = sorted((words.split() for words in WORDS["before_number"]), key=len, reverse=True)
"""Of two that end alike the longer one comes first."""
AND_A_HALF = closed_class("and_a_half")
AMOUNTING, STOPS = forms_of(*WORDS["amounting"]), closed_class("hard_stops")
PREDICATE, BEHIND = 14, 4
"""Words behind a noun within which its verb of amounting is, and behind that its number."""
TIMES_AT = ("à", "object")
"""Positions of "reprises" in "a tiré à trois reprises", "a tiré trois fois"."""


def quantities_of(view: DocView, mention: RawMention) -> list[Filler]:
    """Find the numbers that a mention states; a list of things gives as many.

    They stand with the role that the rule names, with "fois" or "reprises", or with the trigger.
    """
    own = _before_participle(view, mention)
    if own is not None:
        return [own]
    of_role = list(_of_role(view, mention))
    if of_role:
        return of_role
    other = _of_times(view, mention) or _of_trigger(view, mention) or _told_of(view, mention)
    return [] if other is None else [other]


def _of_role(view: DocView, mention: RawMention) -> Iterator[Filler]:
    """As in "a tiré deux missiles", "a envoyé 1 000 démineurs et 5 000 ouvriers"."""
    for role in mention.event_type.quantity_of:
        seen: set[tuple[int, int]] = set()
        for fill in mention.fills:
            number = None if fill.phrase is None else fill.phrase.counted
            if fill.role == role and number is not None and number not in seen:
                seen.add(number)
                found = _number(view, *number, "role", f"of {role}")
                yield replace(found, counted=view.span(fill.first, fill.last))
        if seen:
            return


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


def _told_of(view: DocView, mention: RawMention) -> Filler | None:
    """Read the number that a noun is said to amount to: "les pertes approchent 4 700 hommes"."""
    token = mention.candidate.last
    if mention.candidate.trigger.verbal:
        return None
    _, end = view.sentence(token)
    for i in range(token + 1, min(end, token + PREDICATE) + 1):
        if view.words[i] in STOPS:
            return None
        if view.words[i] in AMOUNTING:
            behind = range(i + 1, min(end, i + BEHIND) + 1)
            first = next((k for k in behind if view.is_number(k)), None)
            if first is None:
                return None
            last = first
            while last < end and view.is_number(last + 1):
                last += 1
            return _number(view, first, last, "trigger", "told of trigger")
    return None


def _number(view: DocView, first: int, last: int, counts: Counted, how: str) -> Filler:
    """Read a number phrase, with "plus de" or the like before it."""
    first, last = _hedged(view, first), _with_half(view, last)
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


def _before_participle(view: DocView, mention: RawMention) -> Filler | None:
    """As in "4 700 soldats, dont 600 tués": the number right before the participle is its own."""
    token = mention.candidate.first
    begin, _ = view.sentence(token)
    first = token
    while first > begin and view.is_number(first - 1):
        first -= 1
    if first in {token, begin} or not mention.candidate.trigger.verbal:
        return None
    if view.words[first - 1] not in WORDS["of_which"]:
        return None
    return _number(view, first, token - 1, "trigger", "before participle")


def _hedged(view: DocView, first: int) -> int:
    """Return the first token of a number with "plus de" or the like before it."""
    begin, _ = view.sentence(first)
    before = first
    while before > begin and view.texts[before - 1] in TRANSPARENT:
        before -= 1
    for words in BEFORE_NUMBER:
        start = before - len(words)
        if start >= begin and view.words[start:before] == words:
            return start
    return first


def _with_half(view: DocView, last: int) -> int:
    """Return the last token of a number with "et demi" behind it."""
    _, end = view.sentence(last)
    after = view.words[last + 1 : last + 3]
    return last + 2 if last + 2 <= end and " ".join(after) in AND_A_HALF else last
