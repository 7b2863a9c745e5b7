"""Output formats: which there are, and what each promises."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence

import pytest

from dprk_events.formats import FormatError, count_records, format_names, open_format
from dprk_events.reading import ReadingError
from dprk_events.records import Record, build_error
from tests.records.samples import sample

RECORDS: list[Record] = [
    sample().record(),
    build_error(ReadingError("x.txt", "empty", "Rien.")),
]


def written(name: str, records: Sequence[Record]) -> bytes:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    sink = io.BytesIO()
    with open_format(name, sink, "documents") as out:
        for record in records:
            out.item(record)
    return sink.getvalue()


def test_each_module_is_a_format() -> None:
    assert {"jsonl", "parquet"} <= set(format_names())


@pytest.mark.parametrize("name", format_names(lossless=True))
def test_the_same_records_give_the_same_bytes_and_are_counted(name: str) -> None:
    data = written(name, RECORDS)
    assert written(name, RECORDS) == data
    assert count_records(name, data) == (2, 1)
    assert count_records(name, written(name, [])) == (0, 0)


def test_json_lines() -> None:
    lines = [json.loads(line) for line in written("jsonl", RECORDS).splitlines()]
    assert [line["record"] for line in lines] == ["document", "error"]


def test_an_unknown_format_names_those_there_are() -> None:
    with pytest.raises(FormatError, match="no format 'xls': choose one of brat, csv"):
        open_format("xls", io.BytesIO(), "events")


def test_an_exception_leaves_the_end_unwritten() -> None:
    pytest.importorskip("pyarrow")
    sink = io.BytesIO()
    with pytest.raises(KeyError), open_format("parquet", sink, "documents") as out:
        out.item(RECORDS[0])
        raise KeyError
    assert not sink.getvalue().endswith(b"PAR1") or len(sink.getvalue()) <= 4
