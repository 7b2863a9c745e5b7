"""The text of the articles that saved output was made of, for ``convert`` and ``report``."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events.cli.failure import say

if TYPE_CHECKING:
    from dprk_events.reading import ReadingOptions, Rereader
    from dprk_events.records import DocumentRecord


class TextReader:
    """Reads articles again, at their path or in one of the given folders.

    Args:
        folders: Where to look besides the current folder: where the saved output lies.

    """

    def __init__(self, folders: Iterable[Path]) -> None:
        self._folders = tuple(folders)

    @cached_property
    def _again(self) -> Rereader:
        from dprk_events.reading import Rereader  # noqa: PLC0415

        return Rereader()

    def text_of(self, record: DocumentRecord) -> str | None:
        """Return an article's text; None, with a message, if it is missing or has changed."""
        from dprk_events.reading import Article  # noqa: PLC0415

        doc = record.doc
        if doc.text is not None:
            return doc.text
        reason = "standard input cannot be read again"
        if doc.path.split("#", 1)[0] != "-":
            places = (doc.path, *(str(folder / doc.path) for folder in self._folders))
            for place in dict.fromkeys(places):
                item = self._again.read(place, _options(doc.encoding))
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
