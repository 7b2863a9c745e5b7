"""``report``: saved output in, one HTML file out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dprk_events.cli import app, extract
from tests.cli.fake import fake_load
from tests.records.samples import TEXT
from tests.report.made import event, happening, save

run = CliRunner()


@pytest.fixture(autouse=True)
def _no_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    """To bundle the charting library takes seconds, and is tested elsewhere."""
    monkeypatch.setattr("dprk_events.report.page.charting_script", lambda: "// charts")
    monkeypatch.setattr("dprk_events.report.page.world", lambda: {})


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(extract, "_load", fake_load)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    assert run.invoke(app, ["extract", "a.txt", "gone.txt", "-o", "events.jsonl"]).exit_code == 1
    return tmp_path


def report(*arguments: str) -> Any:
    return run.invoke(app, ["report", *arguments])


def test_a_report_is_made_of_documents_with_the_quotes_read_again(saved: Path) -> None:
    result = report("events.jsonl", "-o", "report.html", "--lang", "fr")
    assert result.exit_code == 0
    assert "report.html. Open it in a browser." in result.stderr
    page = (saved / "report.html").read_text("utf-8")
    assert '<html lang="fr">' in page
    flat = run.invoke(app, ["convert", "events.jsonl"]).stdout.splitlines()
    sentences = {m["sentence"]["text"] for m in json.loads(flat[0])["mentions"]}
    assert sentences and all(sentence in page for sentence in sentences)


def test_a_report_of_events_is_that_of_their_documents(saved: Path) -> None:
    run.invoke(app, ["convert", "events.jsonl", "-o", "flat.jsonl"])
    (documents, flat) = (report(name, "-o", "-").stdout for name in ("events.jsonl", "flat.jsonl"))
    assert flat.count("missile") == documents.count("missile") > 0


def test_without_its_article_a_report_has_no_quotes_and_says_so(saved: Path) -> None:
    (saved / "a.txt").unlink()
    result = report("events.jsonl", "-o", "report.html")
    assert result.exit_code == 0
    assert "a.txt: the report has no quotes of it" in result.stderr
    assert "extract --with-text" in result.stderr


def test_happenings_may_stand_in_a_file_of_their_own(tmp_path: Path) -> None:
    events = save(tmp_path / "events.jsonl", [event(1), event(2)])
    happenings = save(tmp_path / "happenings.jsonl", [happening(1, 2)])
    result = report(events, happenings, "-o", str(tmp_path / "report.html"))
    assert (result.exit_code, result.stderr.split(": ")[1][:6]) == (0, "1 rows")


def test_a_happening_alone_is_an_error(tmp_path: Path) -> None:
    happenings = save(tmp_path / "happenings.jsonl", [happening(1, 2)])
    result = report(happenings, "-o", str(tmp_path / "report.html"))
    assert result.exit_code == 2
    assert "Give the files that `dprk-events link` was given, too." in result.stderr
    assert not (tmp_path / "report.html").exists()


def test_a_report_may_be_overwritten_and_another_page_may_not(tmp_path: Path) -> None:
    events = save(tmp_path / "events.jsonl", [event(1)])
    target = tmp_path / "report.html"
    assert [report(events, "-o", str(target)).exit_code for _ in range(2)] == [0, 0]
    target.write_text("<!doctype html><title>Notes</title>", "utf-8")
    result = report(events, "-o", str(target))
    assert (result.exit_code, "is not output of this program" in result.stderr) == (2, True)
    assert report(events, "-o", str(target), "--force").exit_code == 0


def test_all_includes_what_does_not_involve_north_korea(tmp_path: Path) -> None:
    events = save(tmp_path / "events.jsonl", [event(1), event(2, dprk=False)])
    target = str(tmp_path / "report.html")
    assert "1 rows" in report(events, "-o", target).stderr
    assert "2 rows" in report(events, "-o", target, "--all").stderr
