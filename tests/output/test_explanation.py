"""Which cells of a row ``explain`` names as those to be checked."""

from __future__ import annotations

import pytest

from dprk_events.events.row import Sureness
from dprk_events.output.explanation import least_sure


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        (Sureness(0.95, 0.93, 0.71, 0.88, 0.99), "date 0.71, who 0.88"),
        (Sureness(0.85, 0.93, 0.91, 0.98, 0.99), "that it is an event 0.85"),
        (Sureness(0.97, 0.96, 0.94, 0.98, 0.99), "date 0.94"),
    ],
)
def test_the_least_sure_first(cells: Sureness, told: str) -> None:
    assert least_sure(cells) == told
