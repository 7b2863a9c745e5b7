"""What holds for any text: spans, order, bounds, linear time, well-formed EDTF."""

from __future__ import annotations

import datetime as dt
import itertools
import time
import tomllib
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dprk_events.dates import Reference, Timex, find_dates
from dprk_events.dates.lexicon import load_lexicon

_WORDS = sorted(load_lexicon().words)
_GLUE = [" ", " ", " ", " ", "-", "'", ", ", ". ", "\n", "\u00a0", "  "]
_NUMBERS = ["1", "2", "17", "31", "99", "1er", "2024", "1950", "18h30", "10/03", "04/01/2024",
            "1950-1953", "10-14", "1.300", "XXe"]  # fmt: skip
datelike = st.lists(
    st.tuples(
        st.sampled_from(_WORDS + _NUMBERS * 8 + [w.title() for w in _WORDS] + ["tir", "Kim"]),
        st.sampled_from(_GLUE),
    ),
    max_size=14,
).map(lambda pairs: "".join(itertools.chain.from_iterable(pairs)))
references = st.one_of(st.none(), st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))).map(
    lambda d: Reference(d, "option", 1.0) if d else Reference()
)


def _sound(text: str, found: list[Timex]) -> None:
    end = 0
    for timex in found:
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        end = timex.end
        if timex.earliest and timex.latest:
            assert dt.date.fromisoformat(timex.earliest) <= dt.date.fromisoformat(timex.latest)
        if timex.value is None:
            assert timex.earliest is timex.latest is None
            assert timex.anchor == "none"


@given(st.text(max_size=200), references)
def test_any_text(text: str, reference: Reference) -> None:
    _sound(text, find_dates(text, reference))


@settings(max_examples=400, deadline=None)
@given(datelike, references)
def test_datelike_text(text: str, reference: Reference) -> None:
    found = find_dates(text, reference)
    _sound(text, found)
    for timex in found:
        if timex.value is not None:
            _check_edtf(timex)


def _check_edtf(timex: Timex) -> None:
    """Well-formed by the edtf package, and its bounds agree with ours."""
    assert timex.value is not None
    if "XXXX" in timex.value and ".." in timex.value:
        return  # an open span from an unknown year is level 2 of the standard; the package has none
    parsed = parse_edtf(timex.value)
    if "XXXX" in timex.value:
        return
    for bound, strict in ((timex.earliest, "lower_strict"), (timex.latest, "upper_strict")):
        theirs = getattr(parsed, strict)()
        if bound is None:
            assert not hasattr(theirs, "tm_year")
            continue
        # The package ends a winter with its December; ours has January and February too.
        if strict == "upper_strict" and timex.value[-3:] == "-24" and len(timex.value) % 8 == 7:
            continue
        assert f"{theirs.tm_year:04}-{theirs.tm_mon:02}-{theirs.tm_mday:02}" == bound, timex


@settings(deadline=None)
@given(datelike, st.integers(0, 60), st.integers(1, 60))
def test_masked_text_gives_nothing(text: str, start: int, length: int) -> None:
    for timex in find_dates(text, Reference(), masked=[(start, start + length)]):
        assert timex.end <= start or timex.start >= start + length


_CASES = [
    case["text"]
    for group in tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["group"]
    for case in group["cases"]
]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(_CASES), st.dates(dt.date(2000, 1, 1), dt.date(2040, 1, 1)), st.integers(1, 900)
)
def test_later_reference_never_gives_an_earlier_date(text: str, day: dt.date, days: int) -> None:
    later = find_dates(text, Reference(day + dt.timedelta(days=days), "option", 1.0))
    for a, b in zip(find_dates(text, Reference(day, "option", 1.0)), later, strict=True):
        assert (a.start, a.end, a.kind) == (b.start, b.end, b.kind)
        if a.earliest and b.earliest:
            assert a.earliest <= b.earliest


@pytest.mark.parametrize(
    "unit",
    ["1", " ", "1 ", "1-", "1.", "1/", "10 000 ", "le ", "mars ", "de ", "un ", "2024 ", "et 4 ",
     "deux ", "il y a ", "l'", "\n", "a-", "entre le ", "depuis ", "fin ", "à partir de ", "12 h "],
)  # fmt: skip
def test_time_is_linear(unit: str) -> None:
    reference = Reference(dt.date(2024, 6, 1), "option", 1.0)

    def seconds(count: int) -> float:
        text = unit * (count // len(unit))
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            find_dates(text, reference)
            best = min(best, time.process_time() - began)
        return best

    small, large = seconds(4_000), seconds(32_000)
    # Eight times the text; a quadratic matcher would take 64 times as long.
    assert large < 24 * small + 0.02
