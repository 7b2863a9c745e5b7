"""Who holds which office on which day (``offices.csv``, from public records)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from dprk_events.coreference.tables import read_rows

COLUMNS = ("office", "country", "person", "from", "until")


class OfficeError(ValueError):
    """offices.csv cannot be used; the message names the line and the remedy."""


class Term(NamedTuple):
    """A person's time in an office: first day, and the last or None."""

    person: str
    first: dt.date
    last: dt.date | None


Terms = Mapping[tuple[str, str], tuple[Term, ...]]
"""(office, country) → terms in order of time."""


@cache
def terms() -> Terms:
    """Return the terms of each office. Raises OfficeError."""
    path = resources.files(__package__).joinpath("offices.csv")
    return parse(str(path), path.read_text("utf-8"))


def parse(path: str, text: str) -> Terms:
    """Read the terms of each office.

    Args:
        path: What the file is called in messages.
        text: Its content.

    Raises:
        OfficeError: A line is not as it should be, or two hold an office at once.

    """
    found: dict[tuple[str, str], list[Term]] = {}
    for number, row in read_rows(path, text, COLUMNS, OfficeError, may_be_empty=1):
        try:
            office, country, term = _term(row)
        except ValueError as error:
            raise OfficeError(f"{path}:{number}: {error}. Write {','.join(COLUMNS)}.") from error
        found.setdefault((office, country), []).append(term)
    for (office, country), held in found.items():
        held.sort(key=lambda term: term.first)
        for before, after in pairwise(held):
            if before.last is None or before.last > after.first:
                raise OfficeError(
                    f"{path}: {office} {country}: {before.person} and {after.person} hold it at "
                    "once. End the one where the other begins."
                )
    return {office: tuple(held) for office, held in found.items()}


def _term(row: list[str]) -> tuple[str, str, Term]:
    office, country, person, first, last = row
    begins = dt.date.fromisoformat(first)
    ends = dt.date.fromisoformat(last) if last else None
    if ends is not None and ends < begins:
        raise ValueError("it ends before it begins")
    return office, country, Term(person, begins, ends)


def holder(office: str, country: str, day: dt.date) -> str | None:
    """Return who held an office on a day; on a day of change the new one; None where unknown."""
    held = [
        term.person
        for term in terms().get((office, country), ())
        if term.first <= day and (term.last is None or day <= term.last)
    ]
    return held[-1] if held else None


@lru_cache(maxsize=1024)
def heads(day: dt.date) -> frozenset[str]:
    """Return those who led a state on a day."""
    led = [holder(office, country, day) for office, country in terms() if office == "head"]
    return frozenset(name for name in led if name is not None)


@cache
def led() -> frozenset[str]:
    """Return the countries of whose heads of state it is known who they are."""
    return frozenset(country for office, country in terms() if office == "head")


@cache
def leaders() -> frozenset[str]:
    """Return all who led a state on any day that is known."""
    return frozenset(
        term.person for (office, _), held in terms().items() if office == "head" for term in held
    )
