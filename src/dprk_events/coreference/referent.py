"""What comes out: who or what takes part in an event."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from dprk_events.names import ParticipantKind


class Referent(NamedTuple):
    """Who or what a phrase speaks of.

    ``key`` is the same for everything that speaks of the same: a state's country, a person's
    canonical name. ``name`` is what it is called in every document.
    """

    key: str
    name: str
    kind: ParticipantKind
    countries: tuple[str, ...] = ()
    kb: str | None = None


class Naming(NamedTuple):
    """A phrase that fills a role: tokens, ends inclusive, and code points, end exclusive.

    ``days`` are the first and the last day of the deed that it takes part in, by which holders of
    offices are known; None where the text does not state them.
    """

    first: int
    last: int
    start: int
    end: int
    text: str
    entity: int | None
    days: tuple[dt.date, dt.date] | None = None


class Resolved(NamedTuple):
    """Who a naming speaks of, and the strategy and the words that say so."""

    referents: tuple[Referent, ...]
    strategy: str
    evidence: str
