"""The reference date of an article: given, stated at its head, inferred, or none."""

from __future__ import annotations

from dprk_events.dates.inferred import inferred
from dprk_events.dates.normalise import normalise
from dprk_events.dates.page import outside, related
from dprk_events.dates.recognise import recognise
from dprk_events.dates.stated import stated
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
    masked = [(m.start, m.end) for m in article.masked]
    plain = normalise(article.text, masked)
    lines = normalise(article.text, masked, unwrap=False)
    others = related(lines)
    found = [one for one in recognise(article.text, plain) if outside(others, one.start)]
    return stated(plain, lines, found) or inferred(plain, found) or Published()
