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
