"""SQLite: a database of documents, events, participants, mentions, sources and happenings.

It opens in Datasette as it is: foreign keys, indexes, full-text search over the quotes, and beside
it a file with the metadata that gives it facets. The package ``databases`` says which tables there
are and what stands in them.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from dprk_events.formats.base import FormatError, Layout, Traits, required

if TYPE_CHECKING:
    from dprk_events.records import Record

TRAITS = Traits(
    endings=(".sqlite", ".sqlite3", ".db"), wants="documents", target="file", binary=True,
    text=True, tabular=False,
)  # fmt: skip
_HELD = 5_000
"""Rows of all tables held in memory and written together."""
_OURS = 0x64706B65
"""``application_id`` of the database: "dpke"."""
_HEADER, _AT = b"SQLite format 3\x00", 68
"""How a database begins, and where that id stands in it."""


class Writer:
    """Makes a database at a path where there is none."""

    def __init__(self, path: Path, layout: Layout) -> None:
        self._library = required("sqlite_utils", "SQLite", "sqlite")
        self._path = path
        self._ids: Counter[str] = Counter()
        self._rows: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
        self._held = 0
        self._last: tuple[str, str] | None = None

    def begin(self) -> None:
        """Make the tables."""
        from dprk_events.formats.databases import SCHEMA, TYPES  # noqa: PLC0415 - see base

        with _as_os_errors():
            self._base = self._library.Database(sqlite3.connect(self._path))
            # The file is given its name when it is whole: what fails is made again.
            for setting in (f"application_id={_OURS}", "journal_mode=off", "synchronous=off"):
                self._base.execute(f"pragma {setting}")
            for name, table in SCHEMA.items():
                columns = {column: TYPES[kind] for column, kind in table.columns.items()}
                keys = [(column, other, "id") for column, other in table.refers.items()]
                self._base[name].create(columns, pk="id", foreign_keys=keys)

    def item(self, record: Record | Mapping[str, Any]) -> None:
        """Add the rows of a document with its events, of an event, a happening or an error."""
        from dprk_events.formats.databases import rows_of  # noqa: PLC0415
        from dprk_events.records import DocumentRecord, flatten_events  # noqa: PLC0415

        if isinstance(record, DocumentRecord):
            number = self._document(record.doc.model_dump())
            for event in flatten_events(record, record.doc.text):
                self._add(rows_of(event.model_dump(by_alias=True), number, self._next))
            return
        line = record if isinstance(record, Mapping) else record.model_dump(by_alias=True)
        document = self._document(line["doc"]) if line["record"] == "event" else None
        self._add(rows_of(line, document, self._next))

    def end(self) -> None:
        """Write what is left, and what finds it again: indexes, full-text search."""
        from dprk_events.formats.databases import SCHEMA  # noqa: PLC0415

        with _as_os_errors():
            self._flush()
            for name, table in SCHEMA.items():
                for column in table.index:
                    self._base[name].create_index([column])
                if table.search:
                    self._base[name].enable_fts(
                        list(table.search), tokenize="unicode61 remove_diacritics 2"
                    )
            self._base.execute(
                "update happening_events set event = (select min(events.id) from events"
                " where events.key = happening_events.key)"
            )
            self._base.conn.commit()
            self._base.close()

    def drop(self) -> None:
        """Let go of a database that will not be finished."""
        self._base.close()

    def _document(self, doc: Mapping[str, Any]) -> int:
        """Return the id of a document's row. The events of a document follow one another."""
        from dprk_events.formats.databases import document_row  # noqa: PLC0415

        if self._last != (doc["id"], doc["path"]):
            self._last = (doc["id"], doc["path"])
            self._add([("documents", document_row(doc, self._next("documents")))])
        return self._ids["documents"]

    def _next(self, table: str) -> int:
        self._ids[table] += 1
        return self._ids[table]

    def _add(self, rows: Any) -> None:
        for table, row in rows:
            self._rows[table].append(row)
            self._held += 1
        if self._held >= _HELD:
            with _as_os_errors():
                self._flush()

    def _flush(self) -> None:
        for table, rows in self._rows.items():
            try:
                self._base[table].insert_all(rows, batch_size=len(rows))
            except sqlite3.IntegrityError:  # of tables with ids that are not ours
                raise FormatError(
                    f"one of the {table} from {rows[0]['id']} to {rows[-1]['id']} is there twice. "
                    "Give the lines of one run of `dprk-events link`."
                ) from None
        self._rows.clear()
        self._held = 0


def companions(path: Path) -> Mapping[str, bytes]:
    """Return the metadata that belongs beside a database: ending of its name → content."""
    from dprk_events.formats.databases import metadata  # noqa: PLC0415

    text = json.dumps(metadata(path.stem), indent=2, ensure_ascii=False)
    return {".metadata.json": f"{text}\n".encode()}


def recognises(file: BinaryIO) -> bool:
    """Return whether a file is a database with our id."""
    head = file.read(_AT + 4)
    return head.startswith(_HEADER) and head[_AT:] == _OURS.to_bytes(4, "big")


@contextmanager
def _as_os_errors() -> Iterator[None]:
    """A full disk is the same error for every format."""
    try:
        yield
    except sqlite3.Error as error:
        raise OSError(str(error)) from error
