"""Confidence: rises with support, is a share, and its table is checked."""

from __future__ import annotations

import pytest

from dprk_events.events.confidence import calibrated, confidence
from dprk_events.events.event import Filler, Mention
from dprk_events.events.rules import EventType

VISIT = EventType(name="visit", doc="A visit.")


def _mention(rule: str) -> Mention:
    return Mention(VISIT, rule, "visite", 0, 6, 0, (0, 6), "asserted")


def test_support_raises_it() -> None:
    rules = {"a": 0.6, "b": 0.7}
    actor, place = Filler("actor", "Kim", 0, 3), Filler("destination", "Pékin", 4, 9)
    bare = confidence([_mention("a")], [], rules)
    one = confidence([_mention("a")], [actor], rules)
    two = confidence([_mention("a")], [actor, place], rules)
    more = confidence([_mention("a"), _mention("b")], [actor, place], rules)
    assert 0 < bare < one < two < more < 1


@pytest.mark.parametrize("score", [0.0, 0.1, 0.4, 0.66, 0.75, 0.9, 1.0])
def test_a_share_that_never_falls(score: float) -> None:
    assert 0 <= calibrated(score) <= 1
    assert calibrated(score) <= calibrated(min(1.0, score + 0.01))


def test_points_hold() -> None:
    assert calibrated(0.70) == pytest.approx(0.80)
    assert calibrated(0.85) == pytest.approx(0.95)
