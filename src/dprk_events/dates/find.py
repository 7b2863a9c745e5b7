"""Find the date expressions of a text and resolve them: :func:`find_dates`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dprk_events.dates import readings as r
from dprk_events.dates.build import build
from dprk_events.dates.calendar import When
from dprk_events.dates.context import Context
from dprk_events.dates.frame import Frame
from dprk_events.dates.grammar import load_grammar
from dprk_events.dates.guards import NAMES, allowed
from dprk_events.dates.matching import Match, matches
from dprk_events.dates.normalise import blank, composed, normalise
from dprk_events.dates.resolve import resolve
from dprk_events.dates.tense import TenseOf, Told, guess_tense
from dprk_events.dates.timex import Timex
from dprk_events.dates.tokens import Tokens, tokenise
from dprk_events.reading.article import Published


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why ``timex`` reads as it does.

    ``rule`` is the grammar's rule, ``reading`` what the words say, ``ground`` what the value
    stands on, ``rejected`` the values that lost.
    """

    timex: Timex
    rule: str
    reading: str
    ground: str
    rejected: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An expression before resolution: code points ``start`` to ``end`` of the text."""

    start: int
    end: int
    match: Match
    reading: r.Reading


def _extent(match: Match) -> tuple[int, int]:
    span = match.groups.get("span", (match.start, match.end))
    tokens = match.tokens
    return tokens.at[span[0]], tokens.end(span[1] - 1)


@lru_cache(maxsize=1)  # an article is gone through for its own date, then for all dates
def recognise(text: str, plain: str) -> tuple[Found, ...]:
    """Give the expressions of ``text`` (``plain`` is its normalised form), unresolved."""
    grammar = load_grammar()
    tokens = tokenise(plain)
    out: list[Found] = []
    at = 0
    for place in grammar.start.finditer(tokens.codes):
        if place.start() >= at:
            hit, at = _first(text, tokens, place.start())
            if hit:
                out.append(hit)
    return tuple(out)


def _first(text: str, tokens: Tokens, at: int) -> tuple[Found | None, int]:
    """Give the best reading from token ``at`` on, and the token to go on from."""
    for match in matches(load_grammar(), tokens, at):
        reading = build(match)
        if reading is None:
            continue
        if allowed(match, text):
            return Found(*_extent(match), match, reading), match.end
        if match.rule.name in NAMES:
            return None, match.end
    return None, at


def explain_dates(
    text: str,
    reference: Published,
    *,
    masked: Sequence[tuple[int, int]] = (),
    tense: TenseOf | None = None,
) -> list[Explanation]:
    """:func:`find_dates` with the reading chosen, its ground and the values rejected."""
    joined = composed(text)
    if joined:
        clean = composed(blank(text, masked)) or joined
        told = _at_origin(tense, clean[1]) if tense else None
        return [_moved(e, text, clean[1]) for e in _explain_all(clean[0], (), reference, told)]
    return _explain_all(text, masked, reference, tense)


def _at_origin(tense: TenseOf, places: list[int]) -> TenseOf:
    """Ask ``tense`` at offsets of the text as it came, not of the joined one."""
    return lambda offset: tense(places[offset])


def _moved(one: Explanation, text: str, places: list[int]) -> Explanation:
    """Give the explanation of a joined text with the offsets of the text as it came."""
    start, end = places[one.timex.start], places[one.timex.end]
    return replace(one, timex=replace(one.timex, start=start, end=end, text=text[start:end]))


def _explain_all(
    text: str, masked: Sequence[tuple[int, int]], reference: Published, tense: TenseOf | None
) -> list[Explanation]:
    plain = normalise(text, masked)
    history: list[When] = []
    frame = Frame(plain, reference.value)
    out: list[Explanation] = []
    for found in recognise(text, plain):
        start, end, reading = found.start, found.end, found.reading
        year = frame.year(reading, start, end)
        when = resolve(reading, Context(reference, _tense_at(plain, found, tense), history, year))
        frame.note(reading, when, start, end)
        history.append(when)
        out.append(_explain(text, found, when))
    return out


def find_dates(
    text: str,
    reference: Published,
    *,
    masked: Sequence[tuple[int, int]] = (),
    tense: TenseOf | None = None,
) -> list[Timex]:
    """Give the date expressions of ``text``, sorted and disjoint.

    Args:
        text: any text; offsets count its code points.
        reference: the publication date; without a value what hangs on it stays open.
        masked: (start, end) stretches that give nothing.
        tense: tells the tense of the clause at an offset; without it the neighbouring words do.

    """
    return [e.timex for e in explain_dates(text, reference, masked=masked, tense=tense)]


def _tense_at(plain: str, found: Found, tense: TenseOf | None) -> Callable[[], Told]:
    """Give what tells the tense: the caller's word decides, without it a guess weighs."""

    def ask() -> Told:
        told = tense(found.start) if tense else None
        if told:
            return Told(told, sure=True)
        guess = guess_tense(plain, found.start, found.end)
        return replace(guess, sure=False) if tense else guess

    return ask


def _explain(text: str, found: Found, when: When) -> Explanation:
    timex = Timex(
        text=text[found.start : found.end],
        start=found.start,
        end=found.end,
        value=when.value,
        kind=when.kind,
        part=when.part,
        earliest=when.first.isoformat() if when.first else None,
        latest=when.last.isoformat() if when.last else None,
        anchor=when.anchor if when.value else "none",
        grain=when.grain if when.value else None,
    )
    return Explanation(
        timex, found.match.rule.name, repr(found.reading), when.ground, when.rejected
    )
