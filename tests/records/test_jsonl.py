"""Lines: whole, the same every time, and the same records when read back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_events.reading.article import ReadingError
from dprk_events.records import (
    Record,
    RecordError,
    build_error,
    flatten_entities,
    flatten_events,
    read_lines,
    to_line,
)
from tests.records.samples import TEXT, sample


def test_a_line_is_readable_utf8() -> None:
    line = to_line(sample().record())
    assert "Corée du Nord" in line.decode("utf-8")
    assert line.endswith(b"}\n")
    assert line.count(b"\n") == 1


def test_the_same_record_gives_the_same_bytes() -> None:
    assert to_line(sample().record()) == to_line(sample().record())


@pytest.mark.parametrize(
    "title",
    ["a\u2028b", "a\u2029b", "a\u0085b", "a\r\nb\x0b\x0c\x1c\x1e", "\x9b31m", "\u202eb", "\ufeff"],
)
def test_no_character_splits_a_line(title: str) -> None:
    line = to_line(sample(title=title).record())
    assert len(line.decode("utf-8").splitlines()) == 1
    assert json.loads(line)["doc"]["title"] == title


def test_lone_surrogates_are_written_and_come_back() -> None:
    line = to_line(sample(path="caf\udce9.txt").record())
    assert b"caf\\udce9.txt" in line
    assert json.loads(line)["doc"]["path"] == "caf\udce9.txt"


@given(st.text(st.characters(codec=None)))
def test_any_text_is_one_line_and_comes_back(text: str) -> None:
    line = to_line(build_error(ReadingError(text, "kind", text)))
    assert len(line.decode("utf-8").splitlines()) == 1
    assert json.loads(line)["error"]["message"] == text


def test_records_come_back_as_they_were() -> None:
    record = sample().record()
    records: list[Record] = [
        record,
        build_error(ReadingError("a.txt", "empty", "nothing")),
        *flatten_events(record, TEXT),
        *flatten_entities(record),
    ]
    lines = [to_line(each) for each in records]
    assert list(read_lines([*lines[:1], b"\n", *lines[1:]], "f.jsonl")) == records


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (b"{", "not JSON"),
        (b"\xff", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b"[]", "not a dprk-events record"),
        (b'{"record": "note"}', "not a dprk-events record"),
        (b'{"record": "error", "path": "a"}', "error.error: Field required"),
    ],
)
def test_a_bad_line_is_named(line: bytes, says: str) -> None:
    good = to_line(sample().record())
    with pytest.raises(RecordError, match=rf"^f\.jsonl, line 2: .*{says}.*dprk-events extract"):
        list(read_lines([good, line], "f.jsonl"))


def test_an_undefined_id_is_named() -> None:
    value = json.loads(to_line(sample().record()))
    value["events"][0]["date"] = "D9"
    with pytest.raises(RecordError, match="undefined ids: D9"):
        list(read_lines([json.dumps(value).encode()], "f.jsonl"))
