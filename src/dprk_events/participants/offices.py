"""Who holds which office on which day (``offices.csv``, from public records)."""

from __future__ import annotations

import csv
import datetime as dt
from functools import cache
from importlib import resources
from typing import NamedTuple

COLUMNS = ("office", "country", "person", "from", "until")


class OfficeError(ValueError):
    """offices.csv cannot be used; the message names the line and the remedy."""


class Term(NamedTuple):
    """A person's time in an office: first day, and the last or None."""

    person: str
    first: dt.date
    last: dt.date | None


@cache
def terms() -> dict[tuple[str, str], tuple[Term, ...]]:
    """Return the terms of each office: (office, country) → terms in order of time.

    Raises:
        OfficeError: A line is not as it should be.

    """
    path = resources.files(__package__).joinpath("offices.csv")
    rows = list(csv.reader(path.read_text("utf-8").splitlines()))
    if tuple(rows[0]) != COLUMNS:
        raise OfficeError(f"{path}: the first line must be {','.join(COLUMNS)}")
    found: dict[tuple[str, str], list[Term]] = {}
    for number, row in enumerate(rows[1:], 2):
        try:
            office, country, person, first, last = row
            term = Term(
                person, dt.date.fromisoformat(first), dt.date.fromisoformat(last) if last else None
            )
        except ValueError as error:
            raise OfficeError(f"{path}:{number}: {error}. Write {','.join(COLUMNS)}.") from error
        found.setdefault((office, country), []).append(term)
    return {held: tuple(sorted(each, key=lambda t: t.first)) for held, each in found.items()}


def holder(office: str, country: str, day: dt.date) -> str | None:
    """Return who held an office on a day; on a day of change the new one; None where unknown."""
    held = [
        term.person
        for term in terms().get((office, country), ())
        if term.first <= day and (term.last is None or day <= term.last)
    ]
    return held[-1] if held else None
