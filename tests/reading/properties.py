"""What must be true of any bytes at all; for hypothesis in ``make test`` and for ``make fuzz``."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Sequence
from itertools import islice

from dprk_events.dates import find_dates, find_reference
from dprk_events.dates.timex import Timex
from dprk_events.reading import Article, Format, ReadingError, ReadingOptions, read_paths
from dprk_events.records import build_error, date_items, document_info, flatten_dates, to_line

KINDS = {
    "bad-record",
    "binary",
    "damaged",
    "empty",
    "locked",
    "no-text",
    "no-texts",
    "not-articles",
    "not-french",
    "too-large",
    "undecodable",
    "unsupported",
}
"""All but those of the file system. `internal` is not among them: it is a fault of ours."""

FORMATS: tuple[Format, ...] = ("auto", "text", "html", "jsonl", "csv")
DOCUMENTS = 50
MAX_BYTES = 100_000
CONTROLS = set(map(chr, range(32))) | {"\x7f", "\x85", "\u2028", "\u2029", "\u202e"}


def check_bytes(data: bytes, wanted: Format = "auto") -> list[Article]:
    """Read ``data`` as standard input and find its dates; AssertionError where a promise breaks."""
    options = ReadingOptions(
        published=dt.date(2024, 1, 5), max_bytes=MAX_BYTES, format=wanted, any_language=True
    )
    articles = []
    for item in islice(read_paths(["-"], options, io.BytesIO(data)), DOCUMENTS):
        if isinstance(item, ReadingError):
            assert item.kind in KINDS, item
            assert item.message
            check_line(to_line(build_error(item)))
        else:
            check_article(item)
            articles.append(item)
    return articles


def check_article(article: Article) -> None:
    """Check an article and the dates in it."""
    article.text.encode("utf-8")
    end = 0
    for region in article.masked:
        assert end <= region.start < region.end <= len(article.text), region
        end = region.end
    readable = article.readable
    assert len(readable) == len(article.text)
    assert readable.count("\n") == article.text.count("\n")
    masked = [(region.start, region.end) for region in article.masked]
    dates = find_dates(article.text, find_reference(article), masked=masked)
    check_dates(article, dates)


def check_dates(article: Article, dates: Sequence[Timex]) -> None:
    """Check that dates stand where they say, in order; and that their lines are lines."""
    end = 0
    for date in dates:
        assert end <= date.start < date.end, date
        assert article.text[date.start : date.end] == date.text, date
        end = date.end
    items = date_items(dates, article)
    for record in flatten_dates(document_info(article, article.published, 0), items):
        check_line(to_line(record))


def check_line(line: bytes) -> None:
    """Check that a line of output is one line of JSON with nothing a terminal would obey."""
    text = line.decode("utf-8")
    assert text.endswith("\n")
    assert not CONTROLS & set(text[:-1])
    json.loads(text)
