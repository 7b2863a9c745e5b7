"""The measure of strategies: what it reads, draws and counts."""

from __future__ import annotations

from pathlib import Path

from tools.eval_strategies import SIZE, Firing, names_of, report, sample

from dprk_events.participants.grades import grades
from dprk_events.reading import Article


def firing(number: int) -> Firing:
    return Firing("group", f"a{number}", "visit visite", "actor", "Kim [KP]", "hommes", "…")


def test_a_sample_is_the_same_every_time() -> None:
    many = [firing(number) for number in range(100)]
    drawn = sample(many)
    assert len(set(drawn)) == SIZE
    assert drawn == sample(many)
    assert sample(many[:3]) == many[:3]


def test_every_strategy_is_told_the_most_frequent_first() -> None:
    heading, first, second, *others = report({"group": [firing(1), firing(2)], "kin": [firing(3)]})
    assert heading.split() == ["strategy", "fires"]
    assert (first.split(), second.split()) == (["group", "2"], ["kin", "1"])
    assert len(others) == len(grades()) - 2
    assert all(line.split()[-1] == "0" for line in others)


def test_a_text_is_called_by_its_record_or_its_file() -> None:
    assert "feed-1" in names_of(Article("sha256:0", "feeds.jsonl:1", "", record_id="feed-1"))
    assert "orange-1" in names_of(Article("sha256:0", str(Path("articles") / "orange-1.txt"), ""))
