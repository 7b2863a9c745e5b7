"""Remarks on how a document was read; they do not change the text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence

from dprk_events.names import PublishedSource
from dprk_events.reading.article import Remark
from dprk_events.reading.content import Content
from dprk_events.reading.mending.mojibake import BROKEN
from dprk_events.reading.published import conflicts

_LOST = "\ufffd"


def remarks_on(
    content: Content,
    mended: Mapping[str, int],
    grounds: Sequence[tuple[PublishedSource, dt.date | None]],
) -> Iterator[Remark]:
    """Yield the remarks on a document: its encoding, earlier damage, conflicting dates.

    ``mended`` is the number of repairs by step, as returned by `read_as`.
    """
    text = content.text
    if content.encoding not in (None, "utf-8") and not text.isascii():
        yield Remark("encoding", f"read as {content.encoding}, not UTF-8")
    if broken := mended.get("mojibake"):
        found = BROKEN.search(text)
        yield Remark(
            "mojibake",
            f"{broken} letters were garbled by an earlier program ({found and found[0]!r}); they "
            "are read as the original letters. Save the article again as UTF-8.",
        )
    if lost := text.count(_LOST):
        yield Remark("lost-characters", f"{lost} letters were lost by an earlier program (U+FFFD)")
    if entities := mended.get("entities"):
        yield Remark(
            "entities", f"{entities} HTML character references are read as the characters they name"
        )
    if lines := mended.get("lines"):
        yield Remark("broken-lines", f"{lines} line breaks in the middle of a sentence are ignored")
    if stretches := mended.get("capitals"):
        yield Remark("capitals", f"{stretches} passages in capitals are read in lower case")
    if lines := mended.get("accents"):
        yield Remark("no-accents", f"{lines} lines without accents are read with accents")
    if said := conflicts(grounds):
        yield Remark("date-conflict", said)
