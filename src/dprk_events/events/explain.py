"""Explain to rule authors why each trigger word did or did not yield an event."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dprk_events.events.event import Event, Mention
from dprk_events.events.extract import Findings
from dprk_events.events.rules import CompiledRule, RuleSet, Trigger
from dprk_events.events.timing import TOO_FAR
from dprk_events.syntax import DocView


@dataclass(frozen=True, slots=True)
class Refusal:
    """A rule that did not accept the word, and the condition that failed."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """A mention and its event, the ``number``-th of the document, counted from 1."""

    number: int
    event: Event
    mention: Mention
    refusals: tuple[Refusal, ...]
    """Other rules that have this word as a trigger."""
    other_dates: tuple[tuple[int, str], ...]
    """Dates of the sentence that do not belong to the mention: index and reason."""
    shared: str = ""
    """Why its date is that of a neighbour; "" for its own, or none."""

    @property
    def start(self) -> int:
        """Code point at which the trigger starts."""
        return self.mention.start


@dataclass(frozen=True, slots=True)
class Idle:
    """A trigger word, code points ``start`` to ``end`` of the text, that yielded no event."""

    start: int
    end: int
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Code points ``start`` to ``end``, and what the rules found there, in text order."""

    start: int
    end: int
    words: tuple[Told | Idle, ...]


def explain_sentences(findings: Findings, rules: RuleSet) -> list[Sentence]:
    """Return the non-blank sentences of the document with their trigger words."""
    view = findings.view
    refused = _refused(findings)
    told: dict[int, list[Told]] = {}
    events = sorted(findings.events, key=lambda e: min((m.start, m.end) for m in e.mentions))
    for number, event in enumerate(events, start=1):
        for mention in event.mentions:
            why = tuple(refusal for _, refusal in refused.get(mention.token, []))
            other = tuple(_other_dates(findings, mention))
            dating = findings.datings[mention.token, mention.type]
            shared = dating.shared if dating.number == mention.date else ""
            one = Told(number, event, mention, why, other, shared)
            told.setdefault(mention.token, []).append(one)
    sentences = []
    for first, last in view.sentences:
        words: list[Told | Idle] = []
        for i in range(first, last + 1):
            if i in told:
                words += told[i]
            elif failed := refused.get(i) or _unread(view, i, rules):
                start, end = view.span(i, max(until for until, _ in failed))
                words.append(Idle(start, end, tuple(refusal for _, refusal in failed)))
        sentences.append(Sentence(*view.span(first, last), tuple(words)))
    return sentences


def place_of(rule: CompiledRule) -> str:
    """Return file and line of a rule; the file alone if its line is not found."""
    written = re.compile(rf"""id\s*=\s*["']{re.escape(rule.spec.id)}["']""")
    try:
        lines = Path(rule.path).read_text("utf-8").splitlines()
    except OSError:  # the package is in an archive
        return rule.path
    for number, line in enumerate(lines, start=1):
        if written.match(line.strip()):
            return f"{rule.path}:{number}"
    return rule.path


def _other_dates(findings: Findings, mention: Mention) -> Iterator[tuple[int, str]]:
    """Yield the dates in a mention's sentence that are not its own, each with the reason."""
    dating = findings.datings[mention.token, mention.type]
    for number, date in enumerate(findings.view.dates):
        if number == mention.date or not mention.sentence[0] <= date.start < mention.sentence[1]:
            continue
        if number == dating.number:
            yield number, "the event that it points back to has another date"
        elif (why := dating.refused.get(number)) is not None:
            yield number, why
        elif dating.number is None:
            yield number, TOO_FAR
        else:
            yield number, "another date is nearer, or finer"


def _refused(findings: Findings) -> dict[int, list[tuple[int, Refusal]]]:
    """Return the refusals by first trigger token, each once, with the trigger's last token."""
    found: dict[int, list[tuple[int, Refusal]]] = {}
    for failed in findings.rejected:
        why = Refusal(failed.candidate.trigger.rule.id, failed.reason)
        entry = (failed.candidate.last, why)
        reasons = found.setdefault(failed.candidate.first, [])
        if entry not in reasons:
            reasons.append(entry)
    return found


def _unread(view: DocView, i: int, rules: RuleSet) -> list[tuple[int, Refusal]]:
    """Return the rules that were not tried on a word: in a name, or another part of speech.

    Fixed expressions are left out: their first words ("faire") are too common.
    """
    readings = [r for r in rules.by_form.get(view.words[i], ()) if not r.tail]
    return [(i, why) for why in dict.fromkeys(_not_tried(view, i, readings))]


def _not_tried(view: DocView, i: int, readings: Iterable[Trigger]) -> Iterator[Refusal]:
    number = view.entity_at[i]
    for reading in readings:
        if number is not None:
            reason = f"part of the name “{view.entities[number].text}”"
        else:
            wanted = "verb" if reading.verbal else "noun"
            reason = f"not read as a {wanted} here (tagged {view.pos[i]})"
        yield Refusal(reading.rule.id, reason)
