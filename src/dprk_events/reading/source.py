"""A document before it is read: cheap to make, and fit to be handed to another process."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Where one document comes from.

    Attributes:
        path: What names the document in records, as the file system has it (a str that may hold
            lone surrogates, PEP 383); also where its bytes are if ``data`` is None.
        data: The document's bytes where they are already at hand (standard input); None for a
            file, whose bytes are read only when the document's turn comes.

    """

    path: str
    data: bytes | None = None
