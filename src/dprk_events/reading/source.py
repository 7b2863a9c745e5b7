"""A document before it is read: cheap to make, and fit to be handed to another process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Database = Literal["europresse", "factiva", "factiva-rtf"]
"""A press database whose exports are read, and how its articles are written there."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The header of the CSV that a record was taken from, and what separates its cells."""

    names: tuple[str, ...]
    delimiter: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where one document comes from.

    Attributes:
        path: What names the document in records, as the file system has it (a str that may hold
            lone surrogates, PEP 383): that of its file; for one of several in a file
            ``file.jsonl#12``, for a member of an archive ``file.zip/member.txt``.
        data: The document's bytes where they are already at hand (standard input, a record, a
            member of an archive); None where ``path`` is a file, whose bytes are read only when
            the document's turn comes.
        record: None where the bytes are the document itself; ``"jsonl"`` where they are a line of
            JSON that holds it; the :class:`Columns` where they are a row of CSV; the name of a
            press database where they are an article of its export.
        encoding: What ``data`` is encoded in where the whole file has told; None where it is
            still to be found out.
        url: Where the document comes from, where the file that holds it says so.

    """

    path: str
    data: bytes | None = None
    record: Literal["jsonl"] | Database | Columns | None = None
    encoding: str | None = None
    url: str | None = None
