"""``dprk-events convert``: saved records → flat records, tables, maps, databases, annotations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import Records
from dprk_events.cli.destination import (
    ColumnSet,
    Destination,
    Excel,
    TableFile,
    To,
    check_destination,
    destination,
    open_destination,
)
from dprk_events.cli.event_options import (
    Countries,
    MinConfidence,
    Modalities,
    SeenTypes,
    Since,
    Types,
    Until,
    event_filter,
)
from dprk_events.cli.failure import fail, guard, say
from dprk_events.cli.output_file import Force
from dprk_events.cli.saved import saved_records
from dprk_events.cli.texts import Missing, Texts, TextsMissing

if TYPE_CHECKING:
    from dprk_events.records import DocumentRecord, EventFilter, Record


def convert(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILES.jsonl", help="Saved output; - for standard input."),
    ],
    records: Annotated[
        Records, typer.Option("--records", help="With jsonl: what each line holds.")
    ] = Records.events,
    to: To = None,
    columns: ColumnSet = None,
    excel: Excel = False,
    types: Types = None,
    since: Since = None,
    until: Until = None,
    countries: Countries = None,
    modalities: Modalities = None,
    min_confidence: MinConfidence = None,
    output: TableFile = None,
    force: Force = False,
) -> None:
    """Write saved output as tables, maps, databases or flat records.

    The format is that of --to, or of the ending of FILE: .csv, .tsv, .xlsx and .parquet have a row
    for each event or happening, .geojson a point, .sqlite tables of documents, events,
    participants, mentions, sources and happenings, .ann is a folder for brat; .jsonl has a line for
    each event or entity (--records), or with --columns a row.

    Without --with-text, saved output does not contain the text of sentences. It is then read again
    from the article, at its path or beside FILES.jsonl, provided that its SHA-256 is unchanged;
    otherwise the text is null and a message says why.

    Options that choose events can be combined; --type, --country and --modality can be given
    several times, for one or the other.

    FILE is written whole or not at all: after an error, an earlier FILE is as it was.
    """
    made = destination(output, to, columns, excel=excel)
    check_destination(made, force=force, inputs=files)
    if not made.as_lines and records is not Records.events:
        fail(f"--records is for the lines of jsonl, not for {made.name}. Leave it out.")
    wanted = event_filter(types, since, until, countries, modalities, min_confidence)
    with guard(), open_destination(made, records.value if made.as_lines else None) as item:
        converted = _Converted(made, records, wanted)
        for file in files:
            for record in converted.of(file):
                item(record)
        converted.types.end()
    converted.missing.end()
    if converted.unread and not made.as_lines:
        say(f"{converted.unread} documents could not be read and have no row.")


class _Converted:
    """What becomes of saved records.

    Attributes:
        unread: Number of documents that could not be read.
        missing: Documents of which there is no text.
        types: The event types that were read.

    """

    def __init__(self, made: Destination, records: Records, chosen: EventFilter | None) -> None:
        self._made = made
        self._wanted = records.value if made.as_lines else made.wants
        self._chosen = chosen
        self.types = SeenTypes(chosen)
        self.unread = 0
        self.missing = TextsMissing("the text of its sentences is null")

    def of(self, file: str) -> Iterator[Record]:
        """Yield what is to be written for one file."""
        from dprk_events.records import DocumentRecord, ErrorRecord  # noqa: PLC0415

        texts = Texts(Path(file).parent)
        for record in self._records(file):
            self.unread += isinstance(record, ErrorRecord)
            if isinstance(record, DocumentRecord):
                yield from self._document(record, texts)
            elif isinstance(record, ErrorRecord) or self._takes(record.record):
                self._check_columns(file, record.record)
                yield record
            elif self._made.as_lines:
                fail(
                    f"{file} already holds {record.record} records. "
                    "Give document records, written by `dprk-events extract` without --records."
                )
            else:
                kind, name = record.record, self._made.name
                fail(f"{file} holds {kind} records, and {name} is made of events.")

    def _records(self, file: str) -> Iterator[Record]:
        """Yield the records of a file that are asked for."""
        from dprk_events.records import HappeningRecord  # noqa: PLC0415

        for record in self.types.take(saved_records(file)):
            if self._chosen is None:
                yield record
            elif isinstance(record, HappeningRecord):
                if self._chosen.min_confidence is not None:
                    fail(f"--min-confidence: {file} holds happenings, which have none. Drop it.")
                if self._chosen.keeps(record):
                    yield record
            elif (chosen := self._chosen.of(record)) is not None:
                yield chosen

    def _check_columns(self, file: str, kind: str) -> None:
        from dprk_events.formats.tables.columns import load_columns  # noqa: PLC0415

        columns = self._made.columns
        if kind == "happening" and columns and kind not in load_columns(columns).rows:
            fail(
                f"{file} holds happenings, and --columns {columns} has rows of single articles' "
                "events. Convert the file that they were linked from."
            )

    def _takes(self, kind: str) -> bool:
        return not self._made.as_lines and kind in ("event", "happening")

    def _document(self, record: DocumentRecord, texts: Texts) -> Iterator[Record]:
        from dprk_events.formats import Selection  # noqa: PLC0415
        from dprk_events.records import Extracted  # noqa: PLC0415

        whole = not self._made.as_lines and self._made.traits.text
        text = None
        if whole or (self._wanted == "events" and record.events):
            found = texts.of(record)
            if not isinstance(found, Missing):
                text = found
            elif self._made.traits.target == "folder":
                fail(
                    f"{record.doc.path}: {self._made.name} needs the text: {found}. "
                    "Extract again with --with-text."
                )
            elif record.events:
                self.missing.add(record.doc.path, found)
        selection = Selection(self._wanted, with_text=whole)
        yield from selection.records(Extracted(record, text))
