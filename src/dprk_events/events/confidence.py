"""Compute how certain an event is: a score from rules, mentions and roles, then calibrated."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from dprk_events.events.event import Filler, Mention


@dataclass(frozen=True, slots=True)
class _Scale:
    support: float
    bare: float
    points: tuple[tuple[float, float], ...]


@cache
def _scale() -> _Scale:
    """Read ``confidence.toml``; raise ValueError unless its points rise from 0 to 1."""
    raw = tomllib.loads(resources.files(__package__).joinpath("confidence.toml").read_text("utf-8"))
    points = tuple((float(x), float(y)) for x, y in raw["calibration"]["points"])
    rising = all(a[0] < b[0] and a[1] < b[1] for a, b in pairwise(points))
    if not rising or points[0][0] != 0 or points[-1][0] != 1:
        raise ValueError("confidence.toml, calibration.points: both columns must rise, from 0 to 1")
    return _Scale(float(raw["score"]["support"]), float(raw["score"]["bare"]), points)


def confidence(
    mentions: Sequence[Mention], roles: Sequence[Filler], of_rule: dict[str, float]
) -> float:
    """Return the share of events like this one with correct type and trigger, 0 to 1.

    ``of_rule``: each rule's own confidence. The best rule counts; mentions and roles that support
    one another raise it, and `calibrated` turns the score into a share.
    """
    scale = _scale()
    base = max(of_rule[m.rule] for m in mentions)
    signs = (len(mentions) > 1) + (len({f.role for f in roles}) > 1)
    score = base + (1 - base) * scale.support * signs - (0.0 if roles else scale.bare)
    return round(calibrated(min(1.0, max(0.0, score))), 2)


def calibrated(score: float) -> float:
    """Return the share of correct events for a score from 0 to 1, interpolated linearly."""
    points = _scale().points
    i = min(bisect_right([x for x, _ in points], score), len(points) - 1)
    (x0, y0), (x1, y1) = points[i - 1], points[i]
    return y0 + (y1 - y0) * (score - x0) / (x1 - x0)
