"""The reference date of an article: given, stated at its head, inferred, or none."""

from __future__ import annotations

from dprk_events.dates.inferred import inferred
from dprk_events.dates.normalise import normalise
from dprk_events.dates.page import outside, related
from dprk_events.dates.recognise import recognise
from dprk_events.dates.stated import HEAD, Page, stated
from dprk_events.reading.article import Article, Published


def find_reference(article: Article) -> Published:
    """Give the publication date of ``article`` and its ground.

    One that the article already carries stands. Else a dateline or "publié le …" at the head of the
    readable text; else what the text's own constraints leave over: a weekday with day and month
    beside an explicit year ("jeudi 4 janvier" after "octobre 2023" is 2024). Masked regions and
    blocks of related articles prove nothing, the clock is never asked.
    """
    if article.published.value is not None:
        return article.published
    read = article.as_read
    masked = [(m.start, m.end) for m in read.masked]
    plain = normalise(read.text, masked)
    lines = _with_line_ends(article, normalise(read.text, masked, unwrap=False))
    others = related(lines)
    found = [one for one in recognise(read.text, plain) if outside(others, one.start)]
    page = Page(read.text, plain, lines)
    return stated(page, found) or inferred(plain, found) or Published()


#: Code points of the head in which line ends that reading took out are put back.
_HEAD = 2 * HEAD


def _with_line_ends(article: Article, lines: str) -> str:
    """Put back the line ends of the input at the head, where reading joined its lines.

    A line in lower case under a long title looks like the rest of a broken line.
    """
    if article.reading is None:
        return lines
    start = article.reading.alignment.start
    head = [
        "\n" if char == " " and article.text.startswith(("\r", "\n"), start(at)) else char
        for at, char in enumerate(lines[:_HEAD])
    ]
    return "".join(head) + lines[_HEAD:]
