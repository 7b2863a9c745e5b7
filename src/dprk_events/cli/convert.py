"""``dprk-events convert``: flat lines from saved document lines."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import Records
from dprk_events.cli.failure import fail, guard, say
from dprk_events.cli.saved import saved_records
from dprk_events.output.writer import open_writer

if TYPE_CHECKING:
    from dprk_events.reading import ReadingOptions, Rereader
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

    A sentence's words are not in a document line without --with-text. They are read again from the
    article, at its path or beside FILE.jsonl, if its SHA-256 is still the same; if not, they are
    null and a message says so.
    """
    if output is not None and output != "-" and _same(file, output):
        fail(f"{output} is the input itself. Choose another place with -o FILE.")
    with guard(), open_writer(output) as writer:
        from dprk_events.formats import Selection  # noqa: PLC0415
        from dprk_events.reading import Rereader  # noqa: PLC0415
        from dprk_events.records import DocumentRecord, ErrorRecord, Extracted  # noqa: PLC0415

        again, selection = Rereader(), Selection(records.value)
        for record in saved_records(file):
            if not isinstance(record, DocumentRecord | ErrorRecord):
                fail(
                    f"{file} holds {record.record} lines already. "
                    "Give the document lines: `dprk-events extract` without --records."
                )
            text = None
            if isinstance(record, DocumentRecord) and records is Records.events and record.events:
                text = _text(record, Path(file).parent, again)
            for line in selection.lines(Extracted(record, text)):
                writer.write(line)


def _text(record: DocumentRecord, folder: Path, again: Rereader) -> str | None:
    """Find an article's text; None with a message if it is gone or is not the same any more."""
    from dprk_events.reading import Article  # noqa: PLC0415

    doc = record.doc
    if doc.text is not None:
        return doc.text
    reason = "standard input cannot be read again"
    if doc.path.split("#", 1)[0] != "-":
        for place in dict.fromkeys((doc.path, str(folder / doc.path))):
            item = again.read(place, _options(doc.encoding))
            if not isinstance(item, Article):
                reason = item.message
            elif not doc.id.endswith(item.id):
                reason = "the file has changed since"
            elif not _fits(record, item.text):
                reason = "its text comes out differently now (other versions, other --fields?)"
            else:
                return item.text
    say(
        f"{doc.path}: the sentences of its events are left null: {reason.rstrip('.')}. "
        "(`extract --with-text` keeps the text.)"
    )
    return None


def _options(encoding: str | None) -> ReadingOptions:
    """Refuse nothing: what is read again was read before."""
    from dprk_events.reading import ReadingOptions  # noqa: PLC0415

    return ReadingOptions(encoding=encoding, any_language=True, max_bytes=sys.maxsize - 3)


def _fits(record: DocumentRecord, text: str) -> bool:
    """Say whether the record's words stand in ``text`` where it says."""
    triggers = (mention.trigger for event in record.events for mention in event.mentions)
    return len(text) == record.doc.chars and all(
        text[trigger.start : trigger.end] == trigger.text for trigger in triggers
    )


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except OSError:
        return False
