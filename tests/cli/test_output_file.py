"""``-o FILE``: earlier output is overwritten, other files only with ``--force``, inputs never."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from dprk_events.cli import app, extract
from dprk_events.formats import open_format
from dprk_events.records import to_line
from tests.cli.fake import fake_load
from tests.records.samples import TEXT, sample

run = CliRunner()

COMMANDS = (["extract", "a.txt"], ["convert", "in.jsonl"], ["stats", "in.jsonl"])
FOREIGN = (b"Mes notes.\n", b'{"title":"x","record":"y"}\n', b"\x00\xff" * 9, b"PAR1" * 9, b" ")

each_command = pytest.mark.parametrize("command", COMMANDS, ids=lambda given: given[0])


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(extract, "_load", fake_load)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "in.jsonl").write_bytes(to_line(sample(path="a.txt").record()))
    return tmp_path


def written(command: list[str], target: Path, *options: str) -> tuple[int, str, bytes]:
    result = run.invoke(app, [*command, "-o", str(target), *options])
    return result.exit_code, result.stderr, target.read_bytes()


@each_command
@pytest.mark.parametrize("content", FOREIGN)
def test_other_files_are_overwritten_on_demand(
    command: list[str], content: bytes, folder: Path
) -> None:
    target = folder / "out"
    target.write_bytes(content)
    status, message, after = written(command, target)
    assert (status, after) == (2, content)
    assert "is not output of this program" in message
    assert "overwrite it with --force" in message
    assert not target.with_name("out.state").exists()
    status, _, forced = written(command, target, "--force")
    assert status == 0
    assert forced.startswith(b'{"record":"')


@each_command
@pytest.mark.parametrize("other", COMMANDS, ids=lambda given: given[0])
def test_earlier_output_is_overwritten(command: list[str], other: list[str], folder: Path) -> None:
    target = folder / "out"
    written(other, target)
    assert written(command, target)[0] == 0
    target.write_bytes(b"")
    assert written(command, target)[0] == 0
    target.unlink()
    assert written(command, target)[0] == 0


@pytest.mark.parametrize("lines", ["documents", "events", "entities"])
def test_tables_of_this_program_are_known(lines: str, folder: Path) -> None:
    pytest.importorskip("pyarrow")
    target = folder / "out.parquet"
    with target.open("wb") as sink, open_format("parquet", sink, lines):  # type: ignore[arg-type]
        pass
    assert written(["convert", "in.jsonl"], target)[0] == 0


def test_tables_of_others_are_not(folder: Path) -> None:
    arrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    target = folder / "out.parquet"
    parquet.write_table(arrow.table({"record": ["x"], "path": ["y"]}), target)
    assert written(["convert", "in.jsonl"], target)[0] == 2


@pytest.mark.parametrize("command", COMMANDS[1:], ids=lambda given: given[0])
@pytest.mark.parametrize("options", [[], ["--force"]])
def test_the_input_is_never_overwritten(
    command: list[str], options: list[str], folder: Path
) -> None:
    before = (folder / "in.jsonl").read_bytes()
    status, message, after = written(command, folder / "in.jsonl", *options)
    assert (status, after) == (2, before)
    assert "is also the input" in message


def test_articles_are_never_overwritten(folder: Path) -> None:
    status, message, after = written(["extract", "a.txt"], folder / "a.txt", "--force")
    assert (status, after.decode("utf-8")) == (2, TEXT)
    assert "is one of the articles" in message


def test_a_wrong_key_leaves_the_output_as_it_was(folder: Path) -> None:
    target = folder / "counts.jsonl"
    _, _, before = written(["stats", "in.jsonl"], target)
    status, _, after = written(["stats", "in.jsonl", "--by", "kind"], target)
    assert (status, after) == (2, before)


def test_what_is_resumed_is_not_overwritten(folder: Path) -> None:
    target = folder / "out"
    target.write_bytes(FOREIGN[0])
    status, message, after = written(["extract", "a.txt"], target, "--resume")
    assert (status, after) == (2, FOREIGN[0])
    assert "which records what is done" in message
    status, message, after = written(["extract", "a.txt"], target, "--resume", "--force")
    assert (status, after) == (2, FOREIGN[0])
    assert "give one of the two" in message


def test_a_cluster_overwrites_nothing(folder: Path) -> None:
    result = run.invoke(app, ["extract", "a.txt", "--engine", "dask", "-o", "out", "--force"])
    assert result.exit_code == 2
    assert "leave out --force" in result.stderr
