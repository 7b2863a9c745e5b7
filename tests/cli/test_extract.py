"""``extract``: streams, lines in order, exit statuses (with a stand-in for the model)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from dprk_events.cli import app, extract
from tests.cli.fake import fake_load
from tests.records.samples import TEXT

run = CliRunner()


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extract, "_load", fake_load)


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name in ("b.txt", "a.txt"):
        (folder / name).write_text(TEXT, encoding="utf-8")
    return folder


def lines(output: bytes | str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def test_lines_on_standard_output_summary_on_standard_error(articles: Path) -> None:
    result = run.invoke(app, ["extract", str(articles)])
    assert result.exit_code == 0
    records = lines(result.stdout)
    assert [Path(r["doc"]["path"]).name for r in records] == ["a.txt", "b.txt"]
    assert "2 documents read; 4 events" in result.stderr
    assert "{" not in result.stderr


def test_output_to_a_file(articles: Path, tmp_path: Path) -> None:
    target = tmp_path / "out" / "events.jsonl"
    result = run.invoke(app, ["extract", str(articles), "-o", str(target)])
    assert result.exit_code == 0
    assert result.stdout == ""
    assert len(lines(target.read_bytes())) == 2
    assert "Written to" in result.stderr


@pytest.mark.parametrize("kind", ["documents", "events"])
def test_happenings_beside_the_output(kind: str, articles: Path, tmp_path: Path) -> None:
    (articles / "a.txt").write_text(f"{TEXT} Fin.", encoding="utf-8")
    events, happenings = str(tmp_path / "events.jsonl"), tmp_path / "happenings.jsonl"
    call = ["extract", str(articles), "-o", events, "--records", kind, "--link", str(happenings)]
    result = run.invoke(app, call)
    assert result.exit_code == 0, result.stderr
    assert f"happenings in {happenings}" in result.stderr
    assert happenings.read_text("utf-8") == run.invoke(app, ["link", events, "-q"]).stdout


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ((), "with -o FILE.jsonl"),
        (("-o", "x.csv"), "with -o FILE.jsonl"),
        (("-o", "x.jsonl", "--records", "entities"), "with -o FILE.jsonl"),
        (("-o", "happenings.jsonl"), "--link happenings.jsonl is also the output"),
    ],
)
def test_happenings_need_an_output_that_holds_the_events(
    options: tuple[str, ...], says: str, articles: Path
) -> None:
    result = run.invoke(app, ["extract", str(articles), *options, "--link", "happenings.jsonl"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert says in result.stderr
    assert not Path("happenings.jsonl").exists()


def test_quiet_says_nothing(articles: Path) -> None:
    result = run.invoke(app, ["extract", str(articles), "--quiet"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert len(lines(result.stdout)) == 2


@pytest.mark.parametrize(
    ("wanted", "record", "count"), [("events", "event", 6), ("entities", "entity", 12)]
)
def test_flat_lines(articles: Path, wanted: str, record: str, count: int) -> None:
    result = run.invoke(app, ["extract", str(articles), "--records", wanted])
    records = lines(result.stdout)
    assert [r["record"] for r in records] == [record] * count
    if wanted == "events":
        sentence = records[0]["mentions"][0]["sentence"]
        assert sentence["text"] == TEXT[sentence["start"] : sentence["end"]]


@pytest.mark.parametrize("wanted", ["documents", "events", "entities"])
@pytest.mark.parametrize("quiet", [True, False])
def test_what_cannot_be_read_is_a_line_in_its_place(
    articles: Path, tmp_path: Path, wanted: str, quiet: bool
) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    a, b = str(articles / "a.txt"), str(articles / "b.txt")
    options = ["--records", wanted, *(["--quiet"] if quiet else [])]
    result = run.invoke(app, ["extract", a, str(tmp_path / "gone.txt"), str(empty), b, *options])
    assert result.exit_code == 1
    records = lines(result.stdout)
    kinds = [r["record"] for r in records]
    first = kinds.index("error")
    assert kinds[first : first + 2] == ["error", "error"]
    assert kinds.count("error") == 2
    assert 0 < first < len(kinds) - 2
    assert records[first]["path"].endswith("gone.txt")
    assert records[first]["error"]["kind"] == "not-found"
    assert records[first + 1]["path"].endswith("empty.txt")
    assert "no such file" in " ".join(result.stderr.split())
    if not quiet:
        assert "2 documents read, 2 failed" in result.stderr


def test_standard_input() -> None:
    result = run.invoke(app, ["extract", "-"], input=TEXT)
    assert lines(result.stdout)[0]["doc"]["path"] == "-"


def test_metadata_and_publication_date(articles: Path, tmp_path: Path) -> None:
    table = tmp_path / "m.csv"
    table.write_text("path,published\narticles/a.txt,2023-05-06\n", encoding="utf-8")
    result = run.invoke(app, ["extract", str(articles), "--metadata", str(table)])
    sources = [(r["doc"]["published"]["source"]) for r in lines(result.stdout)]
    assert sources == ["metadata", "none"]
    result = run.invoke(app, ["extract", str(articles), "--published", "2024-01-05"])
    assert [r["doc"]["published"]["value"] for r in lines(result.stdout)] == ["2024-01-05"] * 2


def test_metadata_of_files_that_are_not_there_are_named(articles: Path, tmp_path: Path) -> None:
    table = tmp_path / "m.csv"
    rows = "".join(f"gone{n}.txt,2023-05-06\n" for n in range(5))
    table.write_text(f"path,published\n{rows}", encoding="utf-8")
    result = run.invoke(app, ["extract", str(articles), "--metadata", str(table)])
    assert result.exit_code == 0
    assert "no file at gone0.txt, gone1.txt, gone2.txt and 2 others" in result.stderr


def test_closed_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dprk_events.cli.failure.sys.stdin", None)
    with pytest.raises(typer.Exit) as exit_:
        extract.extract(["-"])
    assert exit_.value.exit_code == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "PATHS"),
        (["{a}", "--published", "hier"], "--published"),
        (["{a}", "--metadata", "{tmp}/gone.csv"], "--metadata"),
        (["{a}", "--records", "verbs"], "--records"),
        (["{a}", "--nonsense"], "--nonsense"),
        (["{a}", "-o", "{tmp}"], "Choose another path"),
        (["{a}", "-o", "{a}/a.txt"], "is one of the articles"),
        (["{a}/b.txt", "{a}/a.txt", "-o", "{a}/../articles/a.txt"], "is one of the articles"),
    ],
)
def test_wrong_usage(arguments: list[str], says: str, articles: Path, tmp_path: Path) -> None:
    given = [each.format(a=articles, tmp=tmp_path) for each in arguments]
    result = run.invoke(app, ["extract", *given])
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stdout == ""
    assert (articles / "a.txt").read_text(encoding="utf-8") == TEXT


def test_hostile_names_and_titles_stay_words(tmp_path: Path) -> None:
    name = "[bold red]x \x1b[31m\nligne\u202e.txt"
    (tmp_path / name).write_text(TEXT, encoding="utf-8")
    result = run.invoke(app, ["extract", str(tmp_path)])
    assert result.exit_code == 0
    assert len(result.stdout.splitlines()) == 1
    assert Path(lines(result.stdout)[0]["doc"]["path"]).name == name
    assert "\x1b" not in result.stdout + result.stderr
    assert "\u202e" not in result.stdout + result.stderr
    shown = "".join(result.stderr.split())
    assert "[boldred]x\\x1b[31m\\nligne\\u202e.txt" in shown


def test_the_same_input_gives_the_same_bytes(articles: Path) -> None:
    first, second = (run.invoke(app, ["extract", str(articles)]).stdout_bytes for _ in range(2))
    assert first == second
    assert first
