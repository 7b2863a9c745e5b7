"""``link``: happenings from saved output, added to, shown and explained."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dprk_events.cli import app
from dprk_events.records import to_line
from tests.linking.made import NORTH, made

run = CliRunner()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, docs in (("old", (1, 2)), ("new", (3,))):
        events = [made(doc, "missile_test", NORTH, day="2024-03-18") for doc in docs]
        (tmp_path / f"{name}.jsonl").write_bytes(b"".join(map(to_line, events)))
    return tmp_path


def link(*arguments: str) -> Result:
    return run.invoke(app, ["link", *arguments])


def test_lines_go_to_standard_output_and_the_summary_to_standard_error(folder: Path) -> None:
    result = link("old.jsonl", "new.jsonl")
    (line,) = result.stdout.splitlines()
    assert (json.loads(line)["record"], json.loads(line)["documents"]) == ("happening", 3)
    assert "3 events in 3 documents; 1 happenings" in " ".join(result.stderr.split())
    assert link("old.jsonl", "new.jsonl", "--quiet").stderr == ""


def test_a_file_named_like_a_table_is_not_filled_with_lines(folder: Path) -> None:
    result = link("old.jsonl", "-o", "h.csv")
    assert result.exit_code == 2
    assert "convert h.jsonl -o h.csv" in result.output
    assert not (folder / "h.csv").exists()


def test_an_update_gives_what_linking_all_at_once_gives(folder: Path) -> None:
    assert link("old.jsonl", "-o", "old-happenings.jsonl").exit_code == 0
    updated = link("new.jsonl", "--update", "old-happenings.jsonl", "-q")
    assert updated.stdout == link("old.jsonl", "new.jsonl", "-q").stdout


def test_happenings_are_shown_and_explained(folder: Path) -> None:
    link("old.jsonl", "-o", "h.jsonl")
    assert "2 of 2" in run.invoke(app, ["show", "h.jsonl"]).stdout
    identity = json.loads((folder / "h.jsonl").read_text("utf-8"))["id"]
    explained = run.invoke(app, ["explain", "--happening", identity, "h.jsonl"])
    assert explained.exit_code == 0
    assert "as E1 of 2.txt: same day (2024-03-18); same country (KP)" in explained.stdout


def test_options_that_choose_events_choose_no_happenings(folder: Path) -> None:
    link("old.jsonl", "-o", "h.jsonl")
    result = run.invoke(app, ["show", "h.jsonl", "--type", "visit"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "leave out the options that choose events" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("gone.jsonl",), "cannot read gone.jsonl"),
        (("bad.jsonl",), "bad.jsonl, line 1: this line is not JSON"),
        (("h.jsonl",), "h.jsonl holds happenings. Give it with --update"),
        (("new.jsonl", "--update", "old.jsonl"), "--update old.jsonl: it holds event records"),
        (("old.jsonl", "-o", "old.jsonl"), "old.jsonl is also the input"),
        (("old.jsonl", "--update", "h.jsonl", "-o", "h.jsonl"), "h.jsonl is also the input"),
        (("old.jsonl", "-o", "bad.jsonl"), "not output of this program"),
    ],
)
def test_what_cannot_be_linked_is_said(
    folder: Path, arguments: tuple[str, ...], message: str
) -> None:
    link("old.jsonl", "-o", "h.jsonl")
    (folder / "bad.jsonl").write_text("{", encoding="utf-8")
    result = link(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_bad_line_leaves_the_output_as_it_was(folder: Path) -> None:
    link("old.jsonl", "-o", "h.jsonl")
    before = (folder / "h.jsonl").read_bytes()
    (folder / "bad.jsonl").write_text("{", encoding="utf-8")
    assert link("new.jsonl", "bad.jsonl", "-o", "h.jsonl").exit_code == 2
    assert (folder / "h.jsonl").read_bytes() == before


def test_an_unknown_happening_cannot_be_explained(folder: Path) -> None:
    link("old.jsonl", "-o", "h.jsonl")
    result = run.invoke(app, ["explain", "--happening", "h-none", "h.jsonl"])
    assert result.exit_code == 2
    assert "h.jsonl has none of that id" in result.stderr
    result = run.invoke(app, ["explain", "--happening", "h-none", "old.jsonl"])
    assert "old.jsonl holds event records" in result.stderr


def test_happenings_are_converted_as_asked_and_counted_once(folder: Path) -> None:
    link("old.jsonl", "-o", "h.jsonl")
    asked = ("convert", "h.jsonl", "--to", "csv")
    for option, rows in (("KP", 1), ("RU", 0)):
        table = run.invoke(app, [*asked, "--country", option, "--type", "missile_test"])
        assert len(table.stdout.splitlines()) == 1 + rows
    refused = run.invoke(app, [*asked, "--min-confidence", "0.5"])
    assert (refused.exit_code, "h.jsonl holds happenings" in refused.stderr) == (2, True)
    of_one_article = run.invoke(app, [*asked, "--columns", "cns"])
    assert (of_one_article.exit_code, "old.jsonl" in of_one_article.stdout) == (2, False)
    assert "Convert the file that they were linked from" in of_one_article.stderr
    counted = run.invoke(app, ["stats", "h.jsonl", "--by", "type"])
    (row,) = map(json.loads, counted.stdout.splitlines())
    assert row == {"record": "count", "type": "missile_test", "happenings": row["happenings"]}
    assert 0 < row["happenings"] < len(Path("old.jsonl").read_text("utf-8").splitlines()) + 1
    both = run.invoke(app, ["stats", "h.jsonl", "old.jsonl"])
    assert (both.exit_code, "counted twice" in both.stderr) == (2, True)


@pytest.mark.parametrize("command", ["show", "stats", "convert"])
def test_a_type_that_is_none_is_named(folder: Path, command: str) -> None:
    refused = run.invoke(app, [command, "old.jsonl", "--type", "missile_tset"])
    assert refused.exit_code == 2
    assert "“missile_tset” is no event type. Choose one of agreement, " in refused.stderr
    assert run.invoke(app, [command, "old.jsonl", "--type", "veto"]).exit_code == 0
