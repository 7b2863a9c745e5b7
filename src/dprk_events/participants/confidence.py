"""How sure each cell of a row is, and from it how sure the row is, calibrated on annotated text.

What speaks for and against a cell (:mod:`~dprk_events.participants.signs`) is weighed, and the sum
gives a probability; a row is right where all its cells are. The weights and bins of
``confidence.toml`` are made by ``tools/calibrate_rows.py``.
"""

from __future__ import annotations

import math
import tomllib
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Any, NamedTuple

from dprk_events.events import Event, Findings
from dprk_events.events.row import Sureness
from dprk_events.participants.grades import grades
from dprk_events.participants.signs import around, signs_by_cell

CELLS = Sureness._fields
REMEDY = "Make it anew with tools/calibrate_rows.py."


class ConfidenceError(ValueError):
    """confidence.toml cannot be used; the message names the entry and the remedy."""


class Table(NamedTuple):
    """What each sign weighs for each cell, and the share of right rows by what comes of it."""

    base: Mapping[str, float]
    """Cell → the sum of a row that has no sign."""
    weights: Mapping[str, Mapping[str, float]]
    """Cell → sign → weight."""
    bins: tuple[tuple[float, float], ...]
    """Least probability that all cells are right, and share; both rise, the first is of 0."""


@cache
def table() -> Table:
    """Return the table of ``confidence.toml``.

    Raises:
        ConfidenceError: A cell has no weights, one is no number, or the bins do not rise.

    """
    file = resources.files(__package__).joinpath("confidence.toml")
    return table_of(tomllib.loads(file.read_text("utf-8")), str(file))


def table_of(raw: Mapping[str, Any], file: str) -> Table:
    """Return the table that ``raw``, what stands in ``file``, is; raises as :func:`table`."""
    weights, base = raw.get("weights", {}), raw.get("base", {})
    for name, given in (("base", base), ("weights", weights)):
        if not isinstance(given, Mapping) or {*given} != {*CELLS}:
            raise ConfidenceError(f"{file}, {name}: it must have {', '.join(CELLS)}. {REMEDY}")
    for cell, given in weights.items():
        if not isinstance(given, Mapping):
            raise ConfidenceError(f"{file}, weights.{cell}: {given!r} is no table. {REMEDY}")
    for entry, number in _numbers(base, weights):
        if type(number) not in {int, float} or not math.isfinite(number):
            raise ConfidenceError(f"{file}, {entry}: {number!r} is no number. {REMEDY}")
    calibration = raw.get("calibration")
    bins = calibration.get("bins", []) if isinstance(calibration, Mapping) else []
    if not _rise(bins):
        raise ConfidenceError(
            f"{file}, calibration.bins: both numbers must rise, from 0 to 1, the first from 0. "
            f"{REMEDY}"
        )
    return Table(base, weights, tuple((float(least), float(share)) for least, share in bins))


def _numbers(
    base: Mapping[str, Any], weights: Mapping[str, Mapping[str, Any]]
) -> Iterable[tuple[str, Any]]:
    """Yield what must be a number, each by the name of its entry."""
    yield from ((f"base.{cell}", number) for cell, number in base.items())
    for cell, given in weights.items():
        yield from ((f"weights.{cell}.{sign!r}", number) for sign, number in given.items())


def _rise(bins: Any) -> bool:
    """Return whether bins are pairs of numbers that rise from 0 to 1, the first from 0."""
    if not isinstance(bins, list) or not bins or not all(map(_is_pair, bins)) or bins[0][0] != 0:
        return False
    rising = all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(bins))
    return rising and bins[-1][0] <= 1 and 0 <= bins[0][1] <= bins[-1][1] <= 1


def _is_pair(given: Any) -> bool:
    """Return whether this is a least probability and a share."""
    is_list = isinstance(given, list) and len(given) == len(("least", "share"))
    return is_list and all(type(number) in {int, float} for number in given)


def with_confidence(findings: Findings, events: Sequence[Event]) -> list[Event]:
    """Return the rows of a document, each with how sure it and its cells are."""
    if not events:
        return []
    seen, of_strategy = around(findings, events), grades()
    cells = [sureness(signs_by_cell(event, seen, of_strategy)) for event in events]
    return [
        replace(event, cells=each, confidence=confidence(each))
        for event, each in zip(events, cells, strict=True)
    ]


def sureness(signs: Mapping[str, Iterable[str]]) -> Sureness:
    """Return how likely each cell of a row is right, 0 to 1, by the signs that bear on it."""
    base, weights, _ = table()
    return Sureness(*(_probability(base[cell], weights[cell], signs[cell]) for cell in CELLS))


def _probability(base: float, weights: Mapping[str, float], signs: Iterable[str]) -> float:
    total = math.fsum((base, *(weights.get(sign, 0.0) for sign in signs)))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def confidence(cells: Sureness) -> float:
    """Return the share of rows like this one that are right as they stand, 0 to 1."""
    bins = table().bins
    return bins[bisect_right(bins, together(cells), key=lambda each: each[0]) - 1][1]


def together(cells: Sequence[float]) -> float:
    """Return how likely all cells are right, each judged by itself."""
    return math.prod(cells)
