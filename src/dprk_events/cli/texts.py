"""The texts of saved documents: saved with them, or read again from the articles."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events.cli.failure import say

if TYPE_CHECKING:
    from dprk_events.reading import ReadingOptions
    from dprk_events.records import DocumentRecord


class Missing(str):
    """Why a text is not there: a sentence without its full stop."""


class TextsMissing:
    """Says of which documents there is no text: of the first few each, then how many more.

    Args:
        what: What follows from it.

    """

    SHOWN = 3
    """Documents that are named."""

    def __init__(self, what: str) -> None:
        self._what, self._count = what, 0

    def add(self, path: str, why: Missing) -> None:
        """Name a document and the reason, if it is among the first."""
        self._count += 1
        if self._count <= self.SHOWN:
            say(f"{path}: {self._what}: {why}.")

    def end(self) -> None:
        """Say how many more there were, and what to do."""
        if (more := self._count - self.SHOWN) > 0:
            say(f"… and {more:,} more.")
        if self._count:
            say("`extract --with-text` saves the texts.")


class Texts:
    """Finds the text of document records.

    Args:
        folder: Where else to look for an article that is not at its path: that of the saved file.

    """

    def __init__(self, folder: Path) -> None:
        from dprk_events.reading import Rereader  # noqa: PLC0415

        self._folder, self._again = folder, Rereader()

    def of(self, record: DocumentRecord) -> str | Missing:
        """Return the text that a record's offsets refer to."""
        from dprk_events.reading import Article  # noqa: PLC0415

        doc = record.doc
        if doc.text is not None:
            return doc.text
        reason = "standard input cannot be read again"
        if doc.path.split("#", 1)[0] != "-":
            for place in dict.fromkeys((doc.path, str(self._folder / doc.path))):
                item = self._again.read(place, _options(doc.encoding))
                if not isinstance(item, Article):
                    reason = item.message
                elif not doc.id.endswith(item.id):
                    reason = "the file has changed since"
                elif not _fits(record, item.text):
                    reason = "it is now decoded to a different text (other versions or --fields?)"
                else:
                    return item.text
        return Missing(reason.rstrip("."))


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
