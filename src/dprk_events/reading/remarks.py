"""What a user should know about how a document was read; nothing of it changes the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

from dprk_events.names import PublishedSource
from dprk_events.reading.article import Remark
from dprk_events.reading.content import Content
from dprk_events.reading.published import conflicts

_FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŒ«»’‘“”–—…€°"
_BROKEN = re.compile(
    "|".join(
        sorted(
            {
                re.escape(broken)
                for encoding in ("cp1252", "latin-1")
                for letter in _FRENCH
                if len(broken := letter.encode("utf-8").decode(encoding, "ignore")) > 1
            },
            key=lambda broken: (-len(broken), broken),
        )
    )
)
"""French letters saved as UTF-8 and read as Windows-1252 or Latin-1 by an earlier program."""

_LOST = "\ufffd"
_ENTITY = re.compile(
    r"&(?:[aeiouyc](?:acute|grave|circ|uml|cedil)|nbsp|rsquo|laquo|amp|#\d{2,5});", re.I
)


def remarks_on(
    content: Content, grounds: Sequence[tuple[PublishedSource, dt.date | None]]
) -> Iterator[Remark]:
    """Give the remarks on a document: its encoding, damage done before, dates that differ."""
    text = content.text
    if content.encoding != "utf-8" and not text.isascii():
        yield Remark("encoding", f"read as {content.encoding}, not UTF-8")
    if broken := _BROKEN.findall(text):
        yield Remark(
            "mojibake",
            f"{len(broken)} letters look broken by an earlier program ({broken[0]!r}). They are "
            "left as they are. Save the article again as UTF-8.",
        )
    if lost := text.count(_LOST):
        yield Remark("lost-characters", f"{lost} letters were lost by an earlier program (U+FFFD)")
    if entities := _ENTITY.findall(text):
        yield Remark("entities", f"{len(entities)} HTML character references stand in the text")
    if said := conflicts(grounds):
        yield Remark("date-conflict", said)
