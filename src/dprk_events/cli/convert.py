"""``dprk-events convert``: flat records from saved document records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import Records
from dprk_events.cli.failure import fail, guard, say
from dprk_events.cli.output_file import Force, OutputFile, check_output
from dprk_events.cli.saved import saved_records
from dprk_events.output.writer import open_writer

if TYPE_CHECKING:
    from dprk_events.reading import ReadingOptions, Rereader
    from dprk_events.records import DocumentRecord


def convert(
    file: Annotated[
        str, typer.Argument(metavar="FILE.jsonl", help="Saved output; - for standard input.")
    ],
    records: Annotated[
        Records, typer.Option("--records", help="What each line holds.")
    ] = Records.events,
    output: OutputFile = None,
    force: Force = False,
) -> None:
    """Write one line per event or entity of saved output.

    Without --with-text, saved output does not contain the text of sentences. It is then read again
    from the article, at its path or beside FILE.jsonl, provided that its SHA-256 is unchanged;
    otherwise the text is null and a message says why.
    """
    check_output(output, force=force, inputs=[file])
    with guard(), open_writer(output) as writer:
        from dprk_events.formats import Selection  # noqa: PLC0415
        from dprk_events.reading import Rereader  # noqa: PLC0415
        from dprk_events.records import DocumentRecord, ErrorRecord, Extracted  # noqa: PLC0415

        again, selection = Rereader(), Selection(records.value)
        for record in saved_records(file):
            if not isinstance(record, DocumentRecord | ErrorRecord):
                fail(
                    f"{file} already holds {record.record} records. "
                    "Give document records, written by `dprk-events extract` without --records."
                )
            text = None
            if isinstance(record, DocumentRecord) and records is Records.events and record.events:
                text = _text(record, Path(file).parent, again)
            for line in selection.lines(Extracted(record, text)):
                writer.write(line)


def _text(record: DocumentRecord, folder: Path, again: Rereader) -> str | None:
    """Return an article's text; None, with a message, if it is missing or has changed."""
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
                reason = "it is now decoded to a different text (other versions or --fields?)"
            else:
                return item.text
    say(
        f"{doc.path}: the text of its sentences is null: {reason.rstrip('.')}. "
        "(`extract --with-text` saves the text.)"
    )
    return None


def _options(encoding: str | None) -> ReadingOptions:
    """Return options that accept any document: it was accepted when it was extracted."""
    from dprk_events.reading import ReadingOptions  # noqa: PLC0415

    return ReadingOptions(encoding=encoding, any_language=True, max_bytes=sys.maxsize - 3)


def _fits(record: DocumentRecord, text: str) -> bool:
    """Return whether the record's triggers are found in ``text`` at their offsets."""
    triggers = (mention.trigger for event in record.events for mention in event.mentions)
    return len(text) == record.doc.chars and all(
        text[trigger.start : trigger.end] == trigger.text for trigger in triggers
    )
