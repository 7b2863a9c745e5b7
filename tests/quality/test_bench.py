"""The benchmark measures what really runs: it puts clocks on the program's own functions."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from tools import bench_texts, bench_throughput
from tools.bench_plot import bars
from tools.bench_run import Page, ratios, spread, worker
from tools.bench_texts import articles, made, mixed, own_articles, parts, samples
from tools.bench_throughput import SIMPLE
from tools.bench_worker import WARM


@pytest.mark.slow
@pytest.mark.model
def test_every_stage_has_its_share() -> None:
    measured = worker("whole", samples()[:3])
    stages = measured["stages"]
    components = stages.pop("components")
    tokenizer = stages.pop("tokenizer")
    assert 0 < components < components + tokenizer < stages["language"]
    assert sorted(stages) == sorted(bench_throughput.STAGES)
    assert all(spent > 0 for spent in stages.values())
    assert 0.8 * measured["seconds"] < sum(stages.values()) <= measured["seconds"]


@pytest.mark.slow
@pytest.mark.model
@pytest.mark.parametrize("extra", [{}, SIMPLE])
def test_the_parse_is_timed_with_shortcuts_and_without(extra: dict[str, str]) -> None:
    measured = worker("parse", samples()[:1], extra)
    assert measured["tokens"] > 100
    assert 0 < measured["seconds"] < measured["clock"] + 0.1
    assert measured["peak_mb"] > 100


def test_articles_are_different_ones() -> None:
    assert len(own_articles()) >= 32  # the longest document of the growth table
    for paths in (own_articles(), articles()):
        texts = [Path(path).read_bytes() for path in paths]
        assert len(set(texts)) == len(texts)
    assert articles()[: len(samples())] == samples()
    assert not {text.encode() for text in WARM} & {Path(path).read_bytes() for path in articles()}
    assert not set(WARM) & set(made(60))


def test_drawn_documents_are_different_ones() -> None:
    texts = list(parts(samples(), 5, 1_000, seed=5))
    assert len({*texts, *parts(samples(), 5, 1_000, seed=6)}) == 10
    assert min(map(len, texts)) >= 1_000


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
    assert spread([3.0, 1.0, 2.5], 1) == "2.5 (1.0 – 3.0)"


@pytest.mark.slow
@pytest.mark.model
def test_two_processes_and_the_gate_are_timed(tmp_path: Path) -> None:
    two = worker("two", samples()[:2])
    assert two["clock"] > 0
    (tmp_path / "other.txt").write_text("Le maire a inauguré la piscine mardi.\n", "utf-8")
    gated = worker("gated", [samples()[0], str(tmp_path / "other.txt")])
    assert gated["gated"] == 1


def test_mixed_news_has_one_article_in_twenty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench_texts, "SHARED", tmp_path / "absent")
    paths, origin = mixed(tmp_path, 40)
    texts = [Path(path).read_text("utf-8") for path in paths]
    about = {Path(path).read_text("utf-8") for path in own_articles()}
    assert sum(text in about for text in texts) == 2
    assert len(set(texts)) == 40
    assert "made-up" in origin
    assert not any("Corée" in text for text in texts if text not in about)


def test_aims_stand_beside_what_was_measured() -> None:
    page = Page()
    page.aim("speed", "≥ 2 ×", ratios([4.0, 9.0, 2.0], [2.0, 3.0, 2.0]))
    assert page.glance == ["| speed | ≥ 2 × | 2.00 (1.00 – 3.00) |"]
