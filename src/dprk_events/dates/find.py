"""Find the date expressions of a text and resolve them: :func:`find_dates`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import When
from dprk_events.dates.context import Context
from dprk_events.dates.forward import counted_from, day_behind, is_of_statement
from dprk_events.dates.frame import Frame, parts_of
from dprk_events.dates.months_named import MonthNamed
from dprk_events.dates.normalise import blank, composed, normalise
from dprk_events.dates.page import entries
from dprk_events.dates.recognise import Found, recognise
from dprk_events.dates.resolve import resolve
from dprk_events.dates.tense import TenseOf, Told, guess_tense
from dprk_events.dates.timex import Timex
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
    out: list[Explanation] = []
    all_found = recognise(text, plain)
    frame = Frame(plain, reference.value, parts_of(plain, all_found))
    headings = entries(text, masked, all_found)
    anchor: tuple[When, int] | None = None
    months = MonthNamed()
    for at, found in enumerate(all_found):
        start, end, reading = found.start, found.end, found.reading
        told = _tense_at(plain, found, tense)
        year = frame.year(reading, start, end, told)
        context = Context(reference, told, history, year, months.before(start))
        if anchor and start < anchor[1] and start not in headings:
            context = context.of_an_entry(anchor[0])
        when = _value(plain, all_found, at, context, tense)
        if isinstance(reading, r.Day) and reading.alone and when.value is None:
            continue  # "le 15" may be anything
        if start in headings:
            anchor = when, headings[start]
        frame.note(reading, when, start, end, told)
        months.note(reading, when, end)
        history.append(replace(when, said=is_of_statement(plain, start)))
        out.append(_explain(text, found, when))
    return out


def _value(
    plain: str, all_found: Sequence[Found], at: int, context: Context, tense: TenseOf | None
) -> When:
    """Resolve an expression, and first the one behind it where it counts from that."""
    reading, behind = all_found[at].reading, day_behind(plain, all_found, at)
    if behind is not None:
        told = _tense_at(plain, behind, tense)
        when = counted_from(reading, resolve(behind.reading, replace(context, tense=told)))
        if when is not None:
            return when
    return resolve(reading, context)


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
        if told and told not in ("then", "later"):
            return Told(told, sure=True)
        guess = guess_tense(plain, found.start, found.end)
        if not tense:
            return guess
        return replace(guess, sure=False, then=told in ("then", "later"), later=told == "later")

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
        away=found.reading.away if isinstance(found.reading, r.Open) else None,
    )
    return Explanation(
        timex, found.match.rule.name, repr(found.reading), when.ground, when.rejected
    )
