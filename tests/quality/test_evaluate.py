"""The tables, and articles that are not those that were annotated."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from tools.evaluate import GoldError, detail, extract, summary
from tools.scoring import Score


class FindsNothing:
    def records(self, items: Iterable[Any]) -> list[Any]:
        return [item for item in items if not item]


@pytest.fixture
def result() -> Score:
    result = Score(documents=2)
    result.trigger_class.add(right=3, needed=4, wrong=1)
    result.by_type["visit"].add(right=1, needed=2, wrong=2)
    return result


def row(lines: Iterable[str], name: str) -> list[str]:
    return next(line.split() for line in lines if line.startswith(name))


def test_summary_stands_side_by_side(result: Score) -> None:
    lines = list(summary({"one": result, "two": Score()}))
    assert row(lines, "trigger_class")[1:] == ["0.750"] * 3 + ["0.000"] * 3
    assert lines[0].split() == ["one", "(2)", "two", "(0)"]


def test_detail_has_what_only_one_part_has(result: Score) -> None:
    lines = list(detail({"one": result, "two": Score()}))
    assert row(lines, "visit")[1:] == ["0.33", "0.50", "0.40", "1/2/1", *["0.00"] * 3, "0/0/0"]


def test_another_article_than_was_annotated_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("La Corée du Nord a tiré.", encoding="utf-8")
    (tmp_path / "m.csv").write_text("path,published\na.txt,\n", encoding="utf-8")
    gold = [{"sha256": "00", "file": "a.txt"}]
    extractor: Any = FindsNothing()
    with pytest.raises(GoldError, match=r"a\.txt: other bytes than were annotated"):
        extract(extractor, gold, tmp_path, tmp_path / "m.csv")


def test_metadata_without_its_article_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "m.csv").write_text("path,published\nb.txt,2024-01-01\n", encoding="utf-8")
    extractor: Any = FindsNothing()
    with pytest.raises(GoldError, match=r"no file at b\.txt"):
        extract(extractor, [], tmp_path, tmp_path / "m.csv")
