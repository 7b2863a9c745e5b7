"""Steps across documents: rows of plain values, and a command each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dprk_events.cli import app, steps
from dprk_events.corpus.names import step_names, step_summary
from dprk_events.corpus.stats import KEYS, run
from dprk_events.corpus.steps import StepError, load_step
from dprk_events.records import flatten_events, to_line
from tests.records.samples import TEXT, sample

RECORD = sample().record()
EVENTS = list(flatten_events(RECORD, TEXT))


@pytest.mark.parametrize("name", step_names())
def test_every_step_has_a_summary_and_runs_on_nothing(name: str) -> None:
    assert step_summary(name).endswith(".")
    assert list(load_step(name)([])) == []


def test_document_and_event_lines_count_the_same() -> None:
    rows = list(run([RECORD], everything=True))
    assert rows == list(run(EVENTS, everything=True))
    assert sum(row["events"] for row in rows) == len(EVENTS)
    assert list(rows[0]) == ["record", "type", "modality", "events"]
    assert rows == sorted(rows, key=lambda row: (row["type"], row["modality"]))


def test_only_events_of_north_korea_unless_told() -> None:
    elsewhere = EVENTS[0].model_copy(update={"dprk": False})
    assert list(run([elsewhere])) == []
    assert [row["events"] for row in run([elsewhere], everything=True)] == [1]


@pytest.mark.parametrize("key", KEYS)
def test_every_event_has_a_value_of_every_key(key: str) -> None:
    rows = list(run(EVENTS, by=[key], everything=True))
    assert sum(row["events"] for row in rows) >= len(EVENTS)


def test_a_month_that_is_not_known_is_no_month() -> None:
    time = EVENTS[0].time.model_copy(update={"earliest": None})
    undated = EVENTS[0].model_copy(update={"time": time})
    assert [row["month"] for row in run([undated], by=["month"], everything=True)] == ["-"]


def test_an_unknown_key_names_those_there_are() -> None:
    with pytest.raises(StepError, match=r"--by kind: no such key. Choose one of type, modality"):
        list(run([], by=["kind"]))


def test_the_command(tmp_path: Path) -> None:
    saved = tmp_path / "events.jsonl"
    saved.write_bytes(to_line(RECORD))
    result = CliRunner().invoke(
        app, ["stats", str(saved), str(saved), "--by", "type", "--everything"]
    )
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert rows == list(run([RECORD, RECORD], by=["type"], everything=True))
    out = tmp_path / "counts.jsonl"
    assert CliRunner().invoke(app, ["stats", str(saved), "-o", str(out)]).exit_code == 0
    assert len(out.read_text().splitlines()) == len(list(run([RECORD])))
    bad = CliRunner().invoke(app, ["stats", str(saved), "--by", "kind"])
    assert (bad.exit_code, bad.stdout) == (2, "")
    assert "Choose one of" in bad.stderr


def test_the_rows_are_a_table_on_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = tmp_path / "events.jsonl"
    saved.write_bytes(to_line(RECORD))
    monkeypatch.setattr(steps, "is_terminal", lambda: True)
    shown = CliRunner().invoke(app, ["stats", str(saved), "--by", "type"]).stdout.splitlines()
    assert shown[0].split() == ["type", "events"]
    assert len(shown) == 1 + len(list(run([RECORD], by=["type"])))
    lines = CliRunner().invoke(app, ["stats", str(saved), "-o", "-"]).stdout.splitlines()
    assert json.loads(lines[0])["events"]
