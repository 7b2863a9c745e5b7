"""The benchmark measures what really runs: it puts clocks on the program's own functions."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from tools import bench


def worker(name: str, paths: list[str]) -> dict[str, Any]:
    run = subprocess.run(
        [sys.executable, str(bench.WORKER), name],
        input=json.dumps(paths), stdout=subprocess.PIPE, check=True, text=True,
        env=bench._environment(),
    )  # fmt: skip
    measured: dict[str, Any] = json.loads(run.stdout)
    return measured


@pytest.mark.model
def test_every_stage_has_its_share() -> None:
    measured = worker("whole", bench.samples()[:3])
    stages = measured["stages"]
    assert sorted(stages) == sorted(bench.STAGES)
    assert all(spent > 0 for spent in stages.values())
    assert 0.8 * measured["seconds"] < sum(stages.values()) <= measured["seconds"]
    assert stages["language"] == max(stages.values())


def test_articles_are_different_ones() -> None:
    paths = bench.own_articles()
    assert len(set(paths)) == len(paths) >= 32  # the longest document of the growth table


def test_spread_is_median_least_and_largest() -> None:
    assert bench._spread([3.0, 1.0, 2.5], 1) == "2.5 (1.0 – 3.0)"
