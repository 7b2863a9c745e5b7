"""``--to``, ``--columns``, ``-o FILE``: `convert` and `extract` write the same in every format."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dprk_events.cli import app, extract, failure
from dprk_events.formats import format_names, traits
from tests.cli.fake import fake_load
from tests.formats.lines import happening
from tests.records.samples import TEXT

run = CliRunner()
ENDINGS = {name: traits(name).endings[0] for name in format_names()}
PACKAGES = {"parquet": "pyarrow", "xlsx": "xlsxwriter", "sqlite": "sqlite_utils"}
OTHERS = [name for name in format_names() if name != "jsonl"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an article and what was saved of it and of one that is not there."""
    monkeypatch.setattr(extract, "_load", fake_load)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    call("extract a.txt gone.txt -o events.jsonl", 1)
    return tmp_path


def call(command: str, status: int = 0) -> Result:
    result = run.invoke(app, command.split())
    assert result.exit_code == status, result.output
    return result


def content(path: Path) -> Any:
    """The bytes of a file, or of the files of a folder."""
    if path.is_dir():
        return {file.name: file.read_bytes() for file in sorted(path.iterdir())}
    return path.read_bytes()


def parts(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir() if ".part" in file.name]


@pytest.fixture(params=OTHERS)
def name(request: pytest.FixtureRequest) -> str:
    if request.param in PACKAGES:
        pytest.importorskip(PACKAGES[request.param])
    return str(request.param)


def test_extract_and_convert_write_the_same(name: str, folder: Path) -> None:
    one, other = folder / f"one{ENDINGS[name]}", folder / f"two{ENDINGS[name]}"
    said = call(f"convert events.jsonl -o {one}").stderr
    assert said == "dprk-events: 1 documents could not be read and have no row.\n"
    during = call(f"extract a.txt gone.txt -o {other}", 1).stderr
    assert "Written to" in during
    assert content(one) == content(other)
    assert parts(folder) == []
    by_name = folder / "three"
    call(f"convert events.jsonl --to {name} -o {by_name}")
    assert content(by_name) == content(one)


@pytest.mark.parametrize("bad", ["bad.jsonl", "none.jsonl", "dates.jsonl"])
def test_a_failed_run_leaves_everything_as_it_was(name: str, bad: str, folder: Path) -> None:
    target = folder / f"out{ENDINGS[name]}"
    call(f"convert events.jsonl -o {target}")
    before = content(target)
    lines = (folder / "events.jsonl").read_bytes()
    (folder / "bad.jsonl").write_bytes(lines + b"{\n")
    (folder / "dates.jsonl").write_bytes(lines + call("dates a.txt").stdout_bytes)
    result = call(f"convert {bad} --force -o {target}", 2)
    assert any(each in result.stderr for each in ("line 3", "cannot read", "holds date"))
    assert content(target) == before
    assert parts(folder) == []


def test_a_failed_convert_to_lines_leaves_an_earlier_file(folder: Path) -> None:
    call("convert events.jsonl -o flat.jsonl")
    before = (folder / "flat.jsonl").read_bytes()
    (folder / "bad.jsonl").write_bytes((folder / "events.jsonl").read_bytes() + b"{\n")
    call("convert bad.jsonl -o flat.jsonl", 2)
    assert (folder / "flat.jsonl").read_bytes() == before


def test_earlier_output_is_replaced_and_other_files_are_not(name: str, folder: Path) -> None:
    target = folder / f"out{ENDINGS[name]}"
    call(f"convert events.jsonl -o {target}")
    before = content(target)
    if traits(name).target == "folder":  # somebody may have worked on it
        assert "with --force" in call(f"convert events.jsonl -o {target}", 2).stderr
        call(f"convert events.jsonl --force -o {target}")
    else:
        call(f"convert events.jsonl -o {target}")
    assert content(target) == before
    foreign = folder / f"foreign{ENDINGS[name]}"
    if traits(name).target == "folder":
        foreign.mkdir()
        (foreign / "notes.md").write_text("Mes notes.")
        call(f"convert events.jsonl --force -o {foreign}", 2)
        assert [*content(foreign)] == ["notes.md"]
    else:
        foreign.write_text("Mes notes.")
        call(f"convert events.jsonl -o {foreign}", 2)
        assert foreign.read_text() == "Mes notes."


@pytest.mark.parametrize("name", ["csv", "tsv", "geojson", "jsonl"])
def test_text_goes_to_standard_output(name: str) -> None:
    out = call(f"convert events.jsonl --to {name} --columns acled").stdout
    assert "EVENT_ID_CNTY" in out
    assert call(f"extract a.txt -q --to {name} --columns acled").stdout == out


@pytest.mark.parametrize("command", ["extract a.txt", "convert events.jsonl"])
@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("--to sqlite", "sqlite needs a file of its own: give it with -o FILE"),
        ("--to brat -o -", "brat needs a folder of its own: give it with -o FOLDER"),
        ("--to brat -o x --columns acled", "--columns: brat is not a table of events"),
        ("--excel -o x.tsv", "--excel is for CSV, not for tsv"),
        ("--columns gdelt", "no columns 'gdelt': choose one of acled, cns, events"),
        ("--to csv --records entities", "--records is for the lines of jsonl, not for csv"),
        ("-o .", "is a folder"),
        ("--to brat -o a.txt", "a.txt is a file, and brat is a folder"),
    ],
)
def test_what_does_not_go_together(command: str, options: str, says: str, folder: Path) -> None:
    if "sqlite" in options:
        pytest.importorskip("sqlite_utils")
    before = {file.name: content(file) for file in folder.iterdir()}
    result = call(f"{command} {options}", 2)
    if "a.txt is a file" not in says or command.startswith("convert"):
        assert says in result.stderr
    assert {file.name: content(file) for file in folder.iterdir()} == before


def test_a_table_in_an_input_folder_is_no_article(folder: Path) -> None:
    for name in ("events.jsonl", "gone.txt"):
        (folder / name).unlink(missing_ok=True)
    call("extract . -q -o rows.csv")
    before = content(folder / "rows.csv")
    call("extract . -q -o rows.csv")
    assert content(folder / "rows.csv") == before


def test_tables_cannot_be_resumed(folder: Path) -> None:
    said = call("extract a.txt -o x.csv --resume", 2).stderr
    assert "csv cannot be continued. Extract to a .jsonl file with --resume, then" in said
    assert "dprk-events convert FILE.jsonl -o x.csv" in said
    said = call("extract a.txt --engine dask --to csv -o x", 2).stderr
    assert "choose with --parts, then convert" in said


@pytest.mark.parametrize("name", [*PACKAGES])
def test_a_package_that_is_missing_is_named_before_anything_is_done(
    name: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, PACKAGES[name], None)
    target = folder / f"x{ENDINGS[name]}"
    said = call(f"convert events.jsonl -o {target}", 2).stderr
    assert f"pip install 'dprk-events[{name}]'" in said
    assert not target.exists()


def test_binary_formats_do_not_go_to_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dprk_events.cli.destination.is_terminal", lambda: True)
    assert "nothing for a terminal" in call("convert events.jsonl --to xlsx", 2).stderr


def test_event_lines_and_happenings_make_tables_too(folder: Path) -> None:
    call("convert events.jsonl -o flat.jsonl")
    direct = call("convert events.jsonl --to csv").stdout
    assert call("convert flat.jsonl --to csv").stdout == direct
    line = json.dumps(happening(), ensure_ascii=False, separators=(",", ":"))
    (folder / "linked.jsonl").write_text(f"{line}\n", encoding="utf-8")
    rows = call("convert linked.jsonl --to csv").stdout.splitlines()
    assert rows[1].startswith("h-2024-01-02-missile_test-KP-1,2024-01-02,")
    assert "do not go into one table" in call("convert flat.jsonl linked.jsonl --to csv", 2).stderr
    assert "already holds happening records" in call("convert linked.jsonl", 2).stderr
    (folder / "linked.jsonl").write_text('{"record":"happening",\n', encoding="utf-8")
    assert "line 1: this line is not JSON" in call("convert linked.jsonl --to csv", 2).stderr


def test_a_database_of_documents_and_happenings(folder: Path) -> None:
    sqlite_utils: Any = pytest.importorskip("sqlite_utils")
    line = json.dumps(happening(), ensure_ascii=False, separators=(",", ":"))
    (folder / "linked.jsonl").write_text(f"{line}\n", encoding="utf-8")
    call("convert events.jsonl linked.jsonl -o x.sqlite")
    base = sqlite_utils.Database("x.sqlite")
    assert [base[name].count for name in ("events", "happenings", "errors")] == [3, 1, 1]
    assert [each["event"] for each in base["happening_events"].rows] == [1, None]
    beside = folder / "x.sqlite.metadata.json"
    assert "facets" in beside.read_text("utf-8")
    beside.write_text("{}")
    assert "would be written anew" in call("convert events.jsonl -o x.sqlite", 2).stderr
    call("convert events.jsonl -o x.sqlite --force")
    assert beside.read_text("utf-8") != "{}"


def test_the_text_is_read_again_or_missed(folder: Path) -> None:
    call("convert events.jsonl -o one.ann")
    call("extract a.txt --with-text -o text.jsonl")
    (folder / "a.txt").unlink()
    said = call("convert events.jsonl -o two.ann", 2).stderr
    assert "a.txt: brat needs the text: There is no such file" in said
    assert "Extract again with --with-text" in said
    call("convert text.jsonl -o three.ann")
    assert content(folder / "three.ann") == content(folder / "one.ann")
    said = call("convert events.jsonl -o x.csv").stderr
    assert said.count("sentences is null") == 1


def test_an_interrupted_extract_keeps_the_rows_that_it_has(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: Any) -> Any:
        pipeline = fake_load()
        whole = pipeline.run

        def some(items: Any) -> Any:
            yield next(whole(items))
            raise KeyboardInterrupt

        monkeypatch.setattr(pipeline, "run", some, raising=False)
        return pipeline

    monkeypatch.setattr(extract, "_load", stopped)
    call("extract a.txt a.txt -o x.csv -j 1", int(failure.Status.INTERRUPTED))
    assert len((folder / "x.csv").read_text("utf-8").splitlines()) == 4
