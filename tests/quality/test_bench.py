"""The benchmark measures what really runs: it puts clocks on the program's own functions."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any
from xml.etree import ElementTree

import pytest
from tools import bench
from tools.bench_plot import bars


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
    components = stages.pop("components")
    assert 0 < components < stages["language"]
    assert sorted(stages) == sorted(bench.STAGES)
    assert all(spent > 0 for spent in stages.values())
    assert 0.8 * measured["seconds"] < sum(stages.values()) <= measured["seconds"]
    assert stages["language"] == max(stages.values())


def test_articles_are_different_ones() -> None:
    paths = bench.own_articles()
    assert len(set(paths)) == len(paths) >= 32  # the longest document of the growth table


def test_bars_are_as_long_as_their_figures() -> None:
    drawing = bars(
        "Speed", [("bare <spaCy>", 50.0, 40.0, 60.0), ("ours", 100.0, 90.0, 100.0)], "t/s"
    )
    tree = ElementTree.fromstring(drawing)  # noqa: S314
    found = [r for r in tree.iter("{http://www.w3.org/2000/svg}rect") if r.get("x")]
    first, second = (float(r.attrib["width"]) for r in found)
    assert second == pytest.approx(2 * first, abs=0.2)
    assert "bare &lt;spaCy&gt;" in drawing


def test_spread_is_median_least_and_largest() -> None:
    assert bench._spread([3.0, 1.0, 2.5], 1) == "2.5 (1.0 – 3.0)"
