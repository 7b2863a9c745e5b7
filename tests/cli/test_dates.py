"""``dates``: date expressions as lines."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from dprk_events.cli import app

run = CliRunner()


def test_dates_are_lines(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    text = "Le tir a eu lieu le 4 janvier 2024 à l'aube. Un autre a eu lieu mercredi.\n"
    article.write_text(text, encoding="utf-8")
    result = run.invoke(app, ["dates", str(article), "--published", "2024-01-12"])
    assert result.exit_code == 0
    dates = [json.loads(line) for line in result.stdout.splitlines()]
    assert [date["value"] for date in dates] == ["2024-01-04", "2024-01-10"]
    assert [date["id"] for date in dates] == ["D1", "D2"]
    for date in dates:
        assert date["record"] == "date"
        assert text[date["start"] : date["end"]] == date["text"]
        assert date["doc"]["published"]["source"] == "option"


def test_what_cannot_be_read(tmp_path: Path) -> None:
    result = run.invoke(app, ["dates", str(tmp_path / "gone.txt")])
    assert result.exit_code == 1
    assert json.loads(result.stdout)["error"]["kind"] == "not-found"
    assert "no such file" in result.stderr


def test_a_bad_date() -> None:
    result = run.invoke(app, ["dates", "-", "--published", "demain"], input="hier")
    assert result.exit_code == 2
    assert "--published" in result.stderr


def test_explained_in_words(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    text = "Le tir a eu lieu le 4 janvier 2024. Un autre a eu lieu mercredi, fin mars.\n"
    article.write_text(text, encoding="utf-8")
    result = run.invoke(app, ["dates", str(article), "--published", "2024-01-12", "--explain"])
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        str(article),
        "published: 2024-01-12 (from: option, confidence 1.00)",
        "“4 janvier 2024” 20–34 → 2024-01-04",
        "    reading: Day(day=4, month=1, year=2024) (rule date)",
        "    reason: day, month and year are said; anchor: explicit",
        "“mercredi” 55–63 → 2024-01-10",
        "    reading: Day(weekday=Wednesday) (rule early-weekday)",
        "    reason: weekday nearest to the reference 2024-01-12, past tense; anchor: published",
        "    rejected: 2024-01-17",
        "“fin mars” 65–73 → 2023-03 (end)",
        "    reading: PartOf(part='end', inner=Month(month=3)) (rule part)",
        "    reason: nearest to the reference 2024-01-12, past tense; anchor: published",
        "    rejected: 2024-03, 2025-03",
    ]


def test_explained_without_a_reference() -> None:
    result = run.invoke(app, ["dates", "-", "--explain"], input="Un tir a eu lieu mercredi.\n")
    assert result.exit_code == 0
    assert "published: unknown" in result.stdout
    assert "“mercredi” 17–25 → no value (date)" in result.stdout
    assert "reason: a weekday with no reference date; anchor: none" in result.stdout


def test_explained_where_there_is_nothing(tmp_path: Path) -> None:
    result = run.invoke(app, ["dates", "-", "--explain"], input="Le ciel est gris.\n")
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "no date expression")
    result = run.invoke(app, ["dates", str(tmp_path / "gone.txt"), "--explain"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "no such file" in result.stderr
