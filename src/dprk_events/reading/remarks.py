"""What a user should know about how a document was read; nothing of it changes the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from dprk_events.names import PublishedSource
from dprk_events.reading.article import Remark
from dprk_events.reading.content import Content
from dprk_events.reading.mending import Mended
from dprk_events.reading.mending.mojibake import BROKEN
from dprk_events.reading.published import conflicts

_LOST = "\ufffd"


def remarks_on(
    content: Content,
    mended: Mended | None,
    grounds: Sequence[tuple[PublishedSource, dt.date | None]],
) -> Iterator[Remark]:
    """Give the remarks on a document: its encoding, damage done before, dates that differ."""
    text = content.text
    counts = {} if mended is None else mended.counts
    if content.encoding != "utf-8" and not text.isascii():
        yield Remark("encoding", f"read as {content.encoding}, not UTF-8")
    if broken := counts.get("mojibake"):
        found = BROKEN.search(text)
        yield Remark(
            "mojibake",
            f"{broken} letters were broken by an earlier program ({found and found[0]!r}); they "
            "are read as what they were. Save the article again as UTF-8.",
        )
    if lost := text.count(_LOST):
        yield Remark("lost-characters", f"{lost} letters were lost by an earlier program (U+FFFD)")
    if entities := counts.get("entities"):
        yield Remark(
            "entities", f"{entities} HTML character references are read as the characters they name"
        )
    if lines := counts.get("lines"):
        yield Remark("broken-lines", f"read across {lines} line ends in the middle of a sentence")
    if said := conflicts(grounds):
        yield Remark("date-conflict", said)
