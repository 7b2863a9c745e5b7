"""How sure a row is: what speaks for and against it, weighed, and calibrated on annotated text.

The weights and bins of ``confidence.toml`` are made by ``tools/calibrate_rows.py``.
"""

from __future__ import annotations

import math
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.names import DPRK

TWO = 2
OPENING = 150
"""Code points of an article that hold its headline and the beginning of its lead: its news."""
SURE = 0.9
"""A mention confidence from which type and trigger are hardly ever wrong."""


class ConfidenceError(ValueError):
    """confidence.toml cannot be used; the message names the key and the remedy."""


class Table(NamedTuple):
    """What each sign weighs, and the share of right rows by the sum of the weights."""

    grades: Mapping[str, str]
    """Strategy → how surely it finds who it is."""
    weights: Mapping[str, float]
    bins: tuple[tuple[float, float], ...]
    """Least sum and share; both rise, the first sum is minus infinity."""


@cache
def table() -> Table:
    """Return the table of ``confidence.toml``.

    Raises:
        ConfidenceError: Its bins do not rise, or a share is none.

    """
    file = resources.files(__package__).joinpath("confidence.toml")
    raw = tomllib.loads(file.read_text("utf-8"))
    grades = {name: grade for grade, names in raw["grades"].items() for name in names}
    weights = {name: float(weight) for name, weight in raw["weights"].items()}
    bins = tuple((float(least), float(share)) for least, share in raw["calibration"]["bins"])
    rising = all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(bins))
    if not rising or bins[0][0] != -math.inf or not 0 <= bins[0][1] <= bins[-1][1] <= 1:
        raise ConfidenceError(
            f"{file}, calibration.bins: sums must rise from -inf, shares from 0 to 1. "
            "Make them anew with tools/calibrate_rows.py."
        )
    return Table(grades, weights, bins)


def confidence(event: Event) -> float:
    """Return the share of rows like this one that are right as they stand, 0 to 1."""
    weights, bins = table().weights, table().bins
    total = sum(weights.get(sign, 0.0) for sign in signs(event))
    return bins[bisect_right(bins, total, key=lambda each: each[0]) - 1][1]


def signs(event: Event) -> Iterator[str]:
    """Yield what speaks for or against a row, by the names that ``weights`` has."""
    actors = [each for each in event.participants if each.role == "actor"]
    recipients = [each for each in event.participants if each.role == "recipient"]
    yield f"type {event.type}"
    yield f"actor {_weakest(actors)}" if actors else "no actor"
    if len(actors) > 1:
        yield "two actors" if len(actors) == TWO else "several actors"
    yield from _whose(actors, "actor")
    yield from _whose(recipients, "recipient")
    yield from (f"at {how}" for how in sorted(_positions(event)))
    if recipients:
        yield f"recipient {_weakest(recipients)}"
    yield "dated" if event.time.value else "undated"
    yield event.modality
    if event.modality != "asserted" and not event.sources:
        yield "no source"
    if len(event.mentions) > 1:
        yield "two mentions" if len(event.mentions) == TWO else "several mentions"
    if event.mention_confidence >= SURE:
        yield "sure mention"
    yield from _told_how(event)


def _whose(parties: list[Participant], role: str) -> Iterator[str]:
    """Yield how many countries a side has: North Korea alone is the surest."""
    countries = {country for each in parties for country in each.countries}
    if countries == {DPRK}:
        yield f"{role} North Korea"
    elif parties:
        yield f"{role} of no country" if not countries else f"{role} of {min(len(countries), TWO)}"
    if any(not each.countries for each in parties) and countries:
        yield f"{role} one of no country"


def _told_how(event: Event) -> Iterator[str]:
    """Yield where the article tells it, and what its mentions say of time and modality."""
    if event.mentions[0].start < OPENING:
        yield "opens"
    if event.known is not None:
        yield "known"
    if any(mention.date is not None for mention in event.mentions):
        yield "own date"
    yield f"time {event.time.ground}"
    if len({mention.modality for mention in event.mentions}) > 1:
        yield "mixed modality"
    why = event.mentions[0].why
    if why is not None:
        yield f"read by {why}"


def _positions(event: Event) -> set[str]:
    """Return where its first mention has who acts: the subject is surer than "d'un tir de …"."""
    fillers = event.mentions[0].fillers
    return {each.how.partition(" (")[0] for each in fillers if each.role == "actor" and each.how}


def _weakest(parties: list[Participant]) -> str:
    """Return the grade of the one found least surely; the grades stand in that order."""
    grades = table().grades
    order = list(dict.fromkeys(grades.values()))
    found = [grades[each.strategy] for each in parties]
    return max(found, key=order.index)
