"""``dprk-events convert``: flat records from saved document records."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from dprk_events.cli.article_text import TextReader
from dprk_events.cli.choices import Records
from dprk_events.cli.failure import fail, guard
from dprk_events.cli.output_file import Force, OutputFile, check_output
from dprk_events.cli.saved import saved_records
from dprk_events.output.writer import open_writer


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
        from dprk_events.records import DocumentRecord, ErrorRecord, Extracted  # noqa: PLC0415

        texts, selection = TextReader([Path(file).parent]), Selection(records.value)
        for record in saved_records(file):
            if not isinstance(record, DocumentRecord | ErrorRecord):
                fail(
                    f"{file} already holds {record.record} records. "
                    "Give document records, written by `dprk-events extract` without --records."
                )
            text = None
            if isinstance(record, DocumentRecord) and records is Records.events and record.events:
                text = texts.text_of(record)
            for line in selection.lines(Extracted(record, text)):
                writer.write(line)

