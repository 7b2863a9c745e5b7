"""A document before it is read: cheap to create, and easy to send to another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Database = Literal["europresse", "factiva", "factiva-rtf"]
"""A press database whose exports can be read, and the format of the export."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of the CSV that a record was taken from, and what separates its cells."""

    names: tuple[str, ...]
    delimiter: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where one document comes from.

    Attributes:
        path: The name of the document in records, as the file system has it (a str that may contain
            lone surrogates, PEP 383): the path of its file; for one of several in a file
            ``file.jsonl#12``, for a member of an archive ``file.zip/member.txt``.
        data: The document's bytes if they have been read already (standard input, a record, a
            member of an archive); None if ``path`` is a file, whose bytes are read only when the
            document's turn comes.
        record: None if the bytes are the document itself; ``"jsonl"`` if they are a line of JSON
            that contains it; the :class:`Columns` if they are a row of CSV; the name of a press
            database if they are an article of its export.
        encoding: The encoding of ``data`` if it is known from the whole file; None if it is still
            to be determined.
        url: The URL of the document, if the file that contains it says so.

    """

    path: str
    data: bytes | None = None
    record: Literal["jsonl"] | Database | Columns | None = None
    encoding: str | None = None
    url: str | None = None
