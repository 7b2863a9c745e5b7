"""Find the happening that the press of certain days means without a name.

Since October 2024 « les soldats envoyés par Pyongyang en Russie » are those of that autumn, unless
the words tell of others: of sappers, of reinforcements, of those who come home.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence

from dprk_events.known.days import Days, fit
from dprk_events.known.happening import Known, Unnamed
from dprk_events.known.wording import Term, terms_of

_WHOLE = dt.timedelta(days=27)
"""A stated time of so many days or more does not tell the day: a month, an autumn, a year."""
_COUNTS = 100
"""A figure from here on tells how many; a smaller one may be a day."""


def unnamed_in(
    happenings: Iterable[Known],
    words: Sequence[str],
    kind: str,
    *,
    actors: Collection[str],
    spoken_of: Collection[str],
    asked: Days | None,
    reference: dt.date,
) -> list[Known]:
    """Return the happenings that are meant; the arguments are those of ``Register.unnamed``."""
    terms = [term for each in words for term in terms_of(each, kind)]
    return [
        known
        for known in happenings
        if known.unnamed is not None
        and kind in known.types
        and _covers(known.unnamed.published, reference)
        and (asked is None or _tells_no_day(known.days, asked))
        and {*actors} == _countries(known, "actor")
        and _countries(known, "recipient") <= {*spoken_of}
        and not _tells_another(known, known.unnamed, terms)
    ]


def _countries(known: Known, role: str) -> set[str]:
    return {p.name for p in known.participants if p.role == role and p.name in known.countries}


def _covers(days: Days, day: dt.date) -> bool:
    first, last = days.first, days.last
    return first is not None and last is not None and first <= day <= last


def _tells_no_day(known: Days, asked: Days) -> bool:
    """Whether a stated time is wide and holds the happening's, at least in part."""
    first, last = asked.first, asked.last
    wide = first is None or last is None or last - first >= _WHOLE
    return wide and fit(known, asked) == "same"


def _tells_another(known: Known, unnamed: Unnamed, terms: Sequence[Term]) -> bool:
    return any(
        term.another
        or term.ordinal
        or term.stem in unnamed.unlike
        or (term.year is not None and not known.earliest.year <= term.year <= known.latest.year)
        or (term.year is None and not _counts(unnamed, term))
        for term in terms
    )


def _counts(unnamed: Unnamed, term: Term) -> bool:
    """Whether a number may be that of the happening; what is no number may."""
    if unnamed.count is None or not term.stem.isdecimal() or int(term.stem) < _COUNTS:
        return True
    return unnamed.count[0] <= int(term.stem) <= unnamed.count[1]
