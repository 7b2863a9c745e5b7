"""brat stand-off: a folder with a text and its annotations for each document, to be corrected.

INCEpTION reads it too, so that there is no format of its own for that. Needs the text of the
documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dprk_events.formats.base import FormatError, Layout, Traits

if TYPE_CHECKING:
    from dprk_events.records import Record

TRAITS = Traits(
    endings=(".ann", ".brat"), wants="documents", target="folder", text=True, tabular=False
)
CONFIGURATION = "annotation.conf"
_OURS = {".txt", ".ann"}
_NOT_IN_NAMES = re.compile(r"[^A-Za-z0-9]+")
_LONGEST_NAME = 40
_NOT_UTF8 = re.compile("[\ud800-\udfff]")


class Writer:
    """Writes two files for each document, and the configuration that both need."""

    def __init__(self, path: Path, layout: Layout) -> None:
        self._folder = path
        self._types: set[str] = set()
        self._number = 0

    def begin(self) -> None:
        """Make the folder."""
        self._folder.mkdir(parents=True, exist_ok=True)

    def item(self, record: Record | Mapping[str, Any]) -> None:
        """Write a document; one that could not be read has no files.

        Raises:
            FormatError: It is no document, or its text is not there.

        """
        from dprk_events.formats.standoff import annotate  # noqa: PLC0415 - see base
        from dprk_events.records import DocumentRecord, ErrorRecord  # noqa: PLC0415

        if isinstance(record, ErrorRecord):
            return
        if not isinstance(record, DocumentRecord):
            raise FormatError("brat needs documents: give the output of `dprk-events extract`")
        text = record.doc.text
        if text is None:
            raise FormatError(
                f"{record.doc.path}: brat needs the text. Extract again with --with-text."
            )
        self._number += 1
        made = annotate(record, text)
        self._types |= {kind for sort, kind in made.used if sort == "E"}
        self._write(f"{_name(record.doc.path, self._number)}.txt", text)
        self._write(f"{_name(record.doc.path, self._number)}.ann", made.written())

    def end(self) -> None:
        """Write the configuration, with the types of events that there are."""
        from dprk_events.formats.standoff import configuration  # noqa: PLC0415

        self._write(CONFIGURATION, configuration(self._types))

    def _write(self, name: str, text: str) -> None:
        # A character that UTF-8 does not have gives way to one: offsets count characters.
        data = _NOT_UTF8.sub("\ufffd", text).encode("utf-8")
        (self._folder / name).write_bytes(data)


def recognises_folder(path: Path) -> bool:
    """Return whether a folder holds nothing but texts, annotations and our configuration."""
    from dprk_events.formats.standoff.configuration import MARK  # noqa: PLC0415

    files = [*path.iterdir()]
    if not files:
        return True
    if any(f.is_dir() or (f.suffix not in _OURS and f.name != CONFIGURATION) for f in files):
        return False
    mine = path / CONFIGURATION
    return mine.is_file() and mine.read_text("utf-8", "replace").startswith(MARK)


def _name(path: str, number: int) -> str:
    """Return a name for the files of a document: its number, and what its path ends with."""
    plain = unicodedata.normalize("NFKD", Path(path).stem).encode("ascii", "ignore").decode()
    words = _NOT_IN_NAMES.sub("-", plain)[:_LONGEST_NAME].strip("-")
    return f"{number:05d}-{words}".rstrip("-")
