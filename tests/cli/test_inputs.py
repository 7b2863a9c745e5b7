"""The options about the input, and what several documents in a file are to other commands."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dprk_events.cli import app, extract
from tests.cli.fake import fake_load
from tests.records.samples import TEXT

run = CliRunner()


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(extract, "_load", fake_load)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def lines(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


def extracted(*args: str, stdin: str | bytes | None = None) -> list[dict[str, Any]]:
    return lines(run.invoke(app, ["extract", *args], input=stdin).stdout)


def record(text: str, **values: str) -> str:
    return json.dumps({"text": text, **values}, ensure_ascii=False) + "\n"


def test_records_of_a_file_are_documents(folder: Path) -> None:
    (folder / "a.jsonl").write_text(record(TEXT, id="x7") + "{}\n" + record(TEXT), "utf-8")
    first, second, third = extracted("a.jsonl")
    assert (first["doc"]["path"], first["doc"]["record_id"]) == ("a.jsonl#1", "x7")
    assert (second["path"], second["error"]["kind"]) == ("a.jsonl#2", "no-text")
    assert (third["doc"]["path"], third["doc"]["record_id"]) == ("a.jsonl#3", None)


def test_fields_and_format(folder: Path) -> None:
    (folder / "export").write_text(f'Titre;Corps\nUn tir;"{TEXT}"\n', "utf-8")
    (found,) = extracted("export", "--format", "csv", "--fields", "text=corps,title=titre")
    assert found["doc"]["path"] == "export#1"
    (piped,) = extracted("-", "--format", "jsonl", stdin=record(TEXT))
    assert piped["doc"]["path"] == "-#1"
    result = run.invoke(app, ["extract", "export", "--fields", "corps"])
    assert result.exit_code == 2
    assert "--fields" in result.stderr


def test_encoding(folder: Path) -> None:
    (folder / "a.txt").write_bytes(TEXT.encode("cp850"))
    (found,) = extracted("a.txt", "--encoding", "cp850", "--with-text")
    assert found["doc"]["encoding"] == "cp850"
    (wrong,) = extracted("a.txt", "--encoding", "utf-8")
    assert wrong["error"]["kind"] == "undecodable"
    result = run.invoke(app, ["extract", "a.txt", "--encoding", "klingon"])
    assert result.exit_code == 2
    assert "--encoding: 'klingon'" in result.stderr


def test_max_bytes(folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT, "utf-8")
    (found,) = extracted("a.txt", "--max-bytes", "50")
    assert found["error"]["kind"] == "too-large"
    assert "--max-bytes" in found["error"]["message"]


def test_any_language(folder: Path) -> None:
    text = "North Korea fired two missiles into the sea, said the army of the South on Thursday."
    (folder / "a.txt").write_text(text, "utf-8")
    (found,) = extracted("a.txt")
    assert found["error"]["kind"] == "not-french"
    assert run.invoke(app, ["extract", "a.txt"]).exit_code == 1
    (all_the_same,) = extracted("a.txt", "--any-language")
    assert all_the_same["record"] == "document"
    assert run.invoke(app, ["dates", "a.txt"]).exit_code == 1
    assert run.invoke(app, ["dates", "a.txt", "--any-language"]).exit_code == 0


def test_output_in_the_folder_that_is_read(folder: Path) -> None:
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(TEXT, "utf-8")
    for _ in range(2):
        result = run.invoke(app, ["extract", "in", "-o", "in/events.jsonl"])
        assert result.exit_code == 0
        (line,) = lines((folder / "in" / "events.jsonl").read_text("utf-8"))
        assert line["doc"]["path"] == "in/a.txt"
    document, other = extracted("in")
    assert document["record"] == "document"
    assert other["error"]["kind"] == "not-articles"
    (folder / "in" / "b.jsonl").write_text(record(TEXT), "utf-8")
    for given, output in (("in/a.txt", "in/a.txt"), ("in", "in/a.txt"), ("in", "in/b.jsonl"),
                          ("in/events.jsonl", "in/events.jsonl")):  # fmt: skip
        result = run.invoke(app, ["extract", given, "-o", output])
        assert result.exit_code == 2
        assert "is one of the articles" in result.stderr
    assert (folder / "in" / "a.txt").read_text("utf-8") == TEXT
    assert (folder / "in" / "b.jsonl").read_text("utf-8") == record(TEXT)


def test_convert_reads_records_again(folder: Path) -> None:
    (folder / "a.jsonl").write_text(record(TEXT) * 3, "utf-8")
    run.invoke(app, ["extract", "a.jsonl", "-o", "events.jsonl"])
    direct = run.invoke(app, ["extract", "a.jsonl", "--records", "events"])
    result = run.invoke(app, ["convert", "events.jsonl"])
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == direct.stdout
    assert lines(result.stdout)[0]["mentions"][0]["sentence"]["text"]
    saved = (folder / "events.jsonl").read_text("utf-8").splitlines(keepends=True)
    (folder / "events.jsonl").write_text("".join(reversed(saved)), "utf-8")
    assert run.invoke(app, ["convert", "events.jsonl"]).stderr == ""


def test_remarks_are_counted(folder: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (folder / name).write_bytes(TEXT.encode("cp1252"))
    result = run.invoke(app, ["extract", "a.txt", "b.txt"])
    assert lines(result.stdout)[0]["doc"]["remarks"][0]["kind"] == "encoding"
    assert "encoding 2." in result.stderr
    assert result.stderr.count("doc.remarks") == 1
    quiet = run.invoke(app, ["extract", "a.txt", "b.txt", "-q"])
    assert quiet.stderr == ""


def test_explain_wants_one_article(folder: Path) -> None:
    (folder / "a.jsonl").write_text(record(TEXT) * 3, "utf-8")
    result = run.invoke(app, ["explain", "a.jsonl"])
    assert result.exit_code == 2
    assert "such as a.jsonl#1" in result.stderr
