"""``show`` and ``convert``: saved output gives what the run itself gave."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dprk_events.cli import app, extract
from tests.cli.fake import fake_load
from tests.records.samples import TEXT

run = CliRunner()


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(extract, "_load", fake_load)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    target = tmp_path / "events.jsonl"
    result = run.invoke(app, ["extract", "a.txt", "gone.txt", "-o", str(target)])
    assert result.exit_code == 1
    return target


def test_show_gives_the_summary_of_the_run(saved: Path) -> None:
    during = run.invoke(app, ["extract", "a.txt", "gone.txt", "-o", str(saved)]).stderr
    result = run.invoke(app, ["show", str(saved)])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.strip() == during[: during.index("Written to")].strip()


def test_show_reads_standard_input_and_flat_lines(saved: Path) -> None:
    flat = run.invoke(app, ["extract", "a.txt", "--records", "events"]).stdout
    result = run.invoke(app, ["show", "-"], input=flat)
    assert result.exit_code == 0
    assert "Kim Jong-un" in result.stdout


def test_show_takes_few_rows_or_all_events(saved: Path) -> None:
    assert "… and 1 more events" in run.invoke(app, ["show", str(saved), "--rows", "1"]).stdout
    assert "armed clash" not in run.invoke(app, ["show", str(saved)]).stdout
    assert "armed clash" in run.invoke(app, ["show", str(saved), "--all"]).stdout


@pytest.mark.parametrize("wanted", ["documents", "events", "entities"])
def test_convert_gives_what_extract_would_have_given(saved: Path, wanted: str) -> None:
    direct = run.invoke(app, ["extract", "a.txt", "gone.txt", "--records", wanted])
    result = run.invoke(app, ["convert", str(saved), "--records", wanted])
    assert result.exit_code == 0
    assert result.stdout_bytes == direct.stdout_bytes
    assert result.stderr == ""


def test_convert_finds_the_article_beside_the_file(
    saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    result = run.invoke(app, ["convert", str(saved), "--records", "events"])
    assert result.stderr == ""
    assert json.loads(result.stdout.splitlines()[0])["mentions"][0]["sentence"]["text"]


@pytest.mark.parametrize("change", ["changed", "gone"])
def test_convert_says_where_sentences_are_lost(saved: Path, change: str) -> None:
    article = saved.parent / "a.txt"
    if change == "gone":
        article.unlink()
    else:
        article.write_text(TEXT + "!", encoding="utf-8")
    result = run.invoke(app, ["convert", str(saved), "--records", "events"])
    assert result.exit_code == 0
    events = [json.loads(line) for line in result.stdout.splitlines()[:-1]]
    assert [e["mentions"][0]["sentence"]["text"] for e in events] == [None] * 3
    assert result.stderr.count("sentences is null") == 1
    assert ("has changed" if change == "changed" else "no such file") in result.stderr


def test_of_many_lost_texts_the_first_are_named(saved: Path) -> None:
    line = saved.read_bytes().splitlines(keepends=True)[0]
    saved.write_bytes(line * 6)
    (saved.parent / "a.txt").unlink()
    said = run.invoke(app, ["convert", str(saved)]).stderr.splitlines()
    assert [line.startswith("dprk-events: a.txt: ") for line in said] == [True] * 3 + [False] * 2
    assert said[3] == "dprk-events: … and 3 more."


@pytest.mark.parametrize("option", ["--type visit", "--modality planned"])
def test_convert_takes_the_options_that_choose_events(saved: Path, option: str) -> None:
    chosen = run.invoke(app, ["convert", str(saved), *option.split()])
    kept = [json.loads(line) for line in chosen.stdout.splitlines()[:-1]]
    assert [event["type"] for event in kept] == ["visit"]
    flat = saved.parent / "flat.jsonl"
    run.invoke(app, ["convert", str(saved), "-o", str(flat)])
    given = ["convert", *option.split(), "--columns", "events"]
    rows = [run.invoke(app, [*given, str(file)]).stdout for file in (saved, flat)]
    assert rows[0] == rows[1]
    assert rows[0].count("\n") == 1
    late = run.invoke(app, ["convert", str(flat), "--since", "2030"])
    assert [json.loads(line)["record"] for line in late.stdout.splitlines()] == ["error"]
    assert "is no date" in run.invoke(app, ["convert", str(saved), "--since", "soon"]).stderr


def test_convert_to_a_file(saved: Path, tmp_path: Path) -> None:
    target = tmp_path / "flat.jsonl"
    result = run.invoke(app, ["convert", str(saved), "-o", str(target)])
    assert (result.exit_code, result.stdout) == (0, "")
    assert len(target.read_bytes().splitlines()) == 4


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["show", "gone.jsonl"], "cannot read gone.jsonl: No such file"),
        (["show", "."], "cannot read ."),
        (["show", "a.txt"], "a.txt, line 1: this line is not JSON"),
        (["show", "void"], "is empty"),
        (["convert", "a.txt"], "a.txt, line 1: this line is not JSON"),
        (["convert", "events.jsonl", "-o", "events.jsonl"], "is also the input"),
        (["convert", "flat.jsonl"], "already holds event records"),
    ],
)
def test_what_cannot_be_used(saved: Path, arguments: list[str], says: str) -> None:
    (saved.parent / "void").touch()
    flat = run.invoke(app, ["extract", "a.txt", "--records", "events"]).stdout_bytes
    (saved.parent / "flat.jsonl").write_bytes(flat)
    before = saved.read_bytes()
    result = run.invoke(app, arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert saved.read_bytes() == before


def test_schema_is_json() -> None:
    result = run.invoke(app, ["schema"])
    assert result.exit_code == 0
    schema = json.loads(result.stdout)
    assert set(schema["discriminator"]["mapping"]) == {
        "document", "event", "entity", "date", "happening", "error",
    }  # fmt: skip


def shown(saved: Path, *options: str) -> str:
    result = run.invoke(app, ["show", str(saved), *options])
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


def test_show_takes_the_events_that_are_asked_for(saved: Path) -> None:
    assert "2 events in" in shown(saved)
    for options in (
        ["--type", "visit"],
        ["--modality", "planned"],
        ["--country", "kp", "--type", "visit"],
    ):
        text = shown(saved, *options)
        assert "1 event in" in text, options
        assert "Left out: 1 event not asked for; 50% are shown." in text
        assert "missile test" not in text
    text = shown(saved, "--since", "2024-01", "--until", "2024")
    assert "1 event in" in text
    assert "visit" not in text
    assert "0 events in" in shown(saved, "--min-confidence", "1")


def test_show_groups_by_article(saved: Path) -> None:
    assert "\na.txt  2\n" in shown(saved, "--by", "article", "--sort", "confidence")


@pytest.mark.parametrize(
    ("option", "value", "remedy"),
    [
        ("--since", "mardi", "Write 2024-01-31, 2024-01 or 2024."),
        ("--until", "2024-13", "Write 2024-01-31, 2024-01 or 2024."),
        ("--country", "Russie", "Write two letters"),
        ("--modality", "certain", "Choose one of asserted"),
    ],
)
def test_show_says_what_is_wrong_with_an_option(
    saved: Path, option: str, value: str, remedy: str
) -> None:
    result = run.invoke(app, ["show", str(saved), option, value])
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"{option}: “{value}”" in result.stderr
    assert remedy in result.stderr
