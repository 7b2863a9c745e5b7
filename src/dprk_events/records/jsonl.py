"""Records to lines of JSON and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Annotated

from pydantic import Field, TypeAdapter, ValidationError

from dprk_events.records.document import DocumentRecord
from dprk_events.records.flat import DateRecord, EntityRecord, ErrorRecord, EventRecord
from dprk_events.records.flatten import dangling_ids

Record = DocumentRecord | EventRecord | EntityRecord | DateRecord | ErrorRecord

ADAPTER: TypeAdapter[Record] = TypeAdapter(Annotated[Record, Field(discriminator="record")])

# JSON may hold these as they are, but some readers take U+0085, U+2028 and U+2029 for line ends,
# UTF-8 has no lone surrogates (file names that are not UTF-8 have them in Python), and C1 and
# bidirectional controls play tricks on a terminal. Written as \uXXXX they mean the same.
_ESCAPED = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)


class RecordError(Exception):
    """A line that is not a record of the contract; the message says which and why."""


def to_line(record: Record) -> bytes:
    r"""Write a record as one line of UTF-8 JSON with its ``\n``, the same bytes every time."""
    text = json.dumps(record.model_dump(by_alias=True), ensure_ascii=False, separators=(",", ":"))
    return (_ESCAPED.sub(_escape, text) + "\n").encode("utf-8")


def read_lines(lines: Iterable[bytes], name: str) -> Iterator[Record]:
    """Read records back, blank lines left out.

    Args:
        lines: Lines of a JSONL file.
        name: What to call the file in messages.

    Raises:
        RecordError: A line is not a record; says file, line and what to do.

    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _parse(line, f"{name}, line {number}")


def _parse(line: bytes, where: str) -> Record:
    advice = "Give a file that `dprk-events extract` wrote, unchanged."
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError(f"{where}: not JSON ({error}). {advice}") from None
    try:
        record = ADAPTER.validate_python(value)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(step) for step in first["loc"])
        raise RecordError(
            f"{where}: not a record of this program ({place or 'line'}: {first['msg']}). {advice}"
        ) from None
    if isinstance(record, DocumentRecord) and (missing := dangling_ids(record)):
        raise RecordError(f"{where}: ids without a thing: {', '.join(missing)}. {advice}")
    return record


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
