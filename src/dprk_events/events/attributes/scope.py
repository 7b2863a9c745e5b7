"""Find which stretches of text are about which test: no test may take another's figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dprk_events.events.attributes.patterns import Patterns
from dprk_events.events.event import DONE, Event, Mention
from dprk_events.syntax import DocView

AFTER = 3
"""How many sentences after a mention may still be about the test."""
_PARTS = re.compile(r"[;:]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of the text in code points; ``own``: it contains a mention, else it follows one."""

    start: int
    end: int
    own: bool


def stretches(
    view: DocView, events: Sequence[Event], shadow: str, data: Patterns
) -> list[list[Stretch]]:
    """Return for each event the stretches about it, sentences with its mentions first.

    A sentence about two tests is split between them: each gets the part after its trigger, up to
    the next trigger or ";". The sentences after a mention belong to it as long as they name the
    missile or the test, until one mentions another test. After a sentence with two tests that may
    both have happened, they belong to neither.
    """
    by_sentence: dict[int, list[tuple[Mention, int]]] = {}
    for number, event in enumerate(events):
        if event.event_type.test_attributes:
            for mention in event.mentions:
                place = view.sentence_at[mention.token]
                by_sentence.setdefault(place, []).append((mention, number))
    own: list[list[Stretch]] = [[] for _ in events]
    after: list[list[Stretch]] = [[] for _ in events]
    for place in sorted(by_sentence):
        mentions = sorted(by_sentence[place], key=lambda m: m[0].start)
        start, end = view.sentence_span(view.sentences[place][0])
        if len({number for _, number in mentions}) == 1:
            own[mentions[0][1]].append(Stretch(start, end, True))
        else:
            for number, part in _parted(mentions, shadow, end):
                own[number].append(part)
        real = {n for m, n in mentions if m.modality in DONE}
        speaks_of = real or {n for _, n in mentions}
        if len(speaks_of) == 1:
            number = speaks_of.pop()
            after[number] += _following(view, events[number], place, by_sentence, shadow, data)
    return [[*mine, *more] for mine, more in zip(own, after, strict=True)]


def _parted(
    mentions: list[tuple[Mention, int]], shadow: str, end: int
) -> list[tuple[int, Stretch]]:
    parts = []
    for at, (mention, number) in enumerate(mentions):
        until = mentions[at + 1][0].start if at + 1 < len(mentions) else end
        stop = _PARTS.search(shadow, mention.end, until)
        parts.append((number, Stretch(mention.start, stop.start() if stop else until, True)))
    return parts


def _following(
    view: DocView,
    event: Event,
    place: int,
    by_sentence: dict[int, list[tuple[Mention, int]]],
    shadow: str,
    data: Patterns,
) -> list[Stretch]:
    found = []
    for number in range(place + 1, min(place + 1 + AFTER, len(view.sentences))):
        if number in by_sentence:
            break
        first, _ = view.sentences[number]
        start, end = view.sentence_span(first)
        words = shadow[start:end]
        if data.other.search(words) or data.stop.search(words):
            break
        if not data.continuing.search(words):
            continue
        if _looks_back(view, event, number, words, data):
            break
        found.append(Stretch(start, end, False))
    return found


def _looks_back(view: DocView, event: Event, number: int, words: str, data: Patterns) -> bool:
    """Return whether a sentence is about something earlier: an earlier date, a pluperfect."""
    pluperfect = data.pluperfect.search(words)
    if pluperfect and not data.reported.search(words, 0, pluperfect.start()):
        return True
    if event.date is None or (day := view.dates[event.date].earliest) is None:
        return False
    ends = (view.dates[date].latest for _, date in view.dates_in(number))
    return any(end is not None and end < day for end in ends)
