"""Records to JSON Lines and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from dprk_events.records.document import DocumentRecord
from dprk_events.records.flat import DateRecord, EntityRecord, ErrorRecord, EventRecord
from dprk_events.records.flatten import dangling_ids
from dprk_events.records.happening import HappeningRecord

Record = DocumentRecord | EventRecord | EntityRecord | DateRecord | HappeningRecord | ErrorRecord

ADAPTER: TypeAdapter[Record] = TypeAdapter(Annotated[Record, Field(discriminator="record")])

# JSON allows these characters unescaped, but some readers take U+0085, U+2028 and U+2029 for line
# ends, UTF-8 cannot encode lone surrogates (Python uses them for file names that are not UTF-8),
# and C1 and bidirectional controls can mislead on a terminal. \uXXXX means the same.
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


class RecordError(Exception):
    """A line is not a record of the output contract; the message says which line and why."""


def to_line(record: Record) -> bytes:
    r"""Write a record as one line of UTF-8 JSON with its ``\n``, the same bytes every time."""
    text = json.dumps(record.model_dump(by_alias=True), ensure_ascii=False, separators=(",", ":"))
    return (_ESCAPED.sub(_escape, text) + "\n").encode("utf-8")


def read_lines(lines: Iterable[bytes], name: str, first: int = 1) -> Iterator[Record]:
    """Read records back, skipping blank lines.

    Args:
        lines: Lines of a JSONL file.
        name: How messages refer to the file.
        first: The number of the first line.

    Raises:
        RecordError: A line is not a record; the message names file, line and remedy.

    """
    for number, line in enumerate(lines, start=first):
        if line.strip():
            yield _parse(line, f"{name}, line {number}")


def _parse(line: bytes, where: str) -> Record:
    advice = "Give an unmodified file written by `dprk-events extract`."
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{where}: this line is not JSON ({error}). {advice}") from None
    try:
        record = ADAPTER.validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise RecordError(
            f"{where}: not a dprk-events record ({place or 'line'}: {first['msg']}). {advice}"
        ) from None
    if isinstance(record, DocumentRecord) and (missing := dangling_ids(record)):
        raise RecordError(f"{where}: undefined ids: {', '.join(missing)}. {advice}")
    return record


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
