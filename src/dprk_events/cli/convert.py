"""``dprk-events convert``: flat lines from saved document lines."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import Records
from dprk_events.cli.failure import fail, guard, say
from dprk_events.cli.lines import lines_of
from dprk_events.cli.saved import saved_records
from dprk_events.output.writer import open_writer

if TYPE_CHECKING:
    from dprk_events.records import DocumentRecord


def convert(
    file: Annotated[
        str, typer.Argument(metavar="FILE.jsonl", help="Saved output; - is standard input.")
    ],
    records: Annotated[
        Records, typer.Option("--records", help="What a line is to be.")
    ] = Records.events,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write there; - is standard output."),
    ] = None,
) -> None:
    """Make a line per event or entity of saved output.

    A sentence's words are not in a document line. They are read again from the article, at its
    path or beside FILE.jsonl, if its SHA-256 is still the same; if not, they are null and a
    message says so.
    """
    if output is not None and output != "-" and _same(file, output):
        fail(f"{output} is the input itself. Choose another place with -o FILE.")
    with guard(), open_writer(output) as writer:
        from dprk_events.records import DocumentRecord, ErrorRecord  # noqa: PLC0415

        for record in saved_records(file):
            if not isinstance(record, DocumentRecord | ErrorRecord):
                fail(
                    f"{file} holds {record.record} lines already. "
                    "Give the document lines: `dprk-events extract` without --records."
                )
            text = None
            if isinstance(record, DocumentRecord) and records is Records.events and record.events:
                text = _text(record, Path(file).parent)
            for line in lines_of(record, records, text):
                writer.write(line)


def _text(record: DocumentRecord, folder: Path) -> str | None:
    """Read an article again; None with a message if it is gone or is not the same any more."""
    from dprk_events.reading import Article, ReadingOptions, read_paths  # noqa: PLC0415

    path = record.doc.path
    reason = "standard input cannot be read again"
    if path != "-":
        for place in dict.fromkeys((path, str(folder / path))):
            for item in read_paths([place], ReadingOptions()):
                if not isinstance(item, Article):
                    reason = item.message
                elif record.doc.id.endswith(item.id):
                    return item.text
                else:
                    reason = "the file has changed since"
    say(f"{path}: the sentences of its events are left null: {reason}")
    return None


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False
