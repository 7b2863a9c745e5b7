"""What stands around a row: its sentence, other rows there, and dates that no row has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from dprk_events.events import Event, Findings
from dprk_events.events.timing import Dating
from dprk_events.participants.signs.steps import first_of, step
from dprk_events.syntax import DocView

LONG = (15, 25, 35, 50)
"""Steps of the length of a sentence, in tokens."""
ROWS = (1, 2, 4, 8)
"""Steps of the number of rows of an article."""
SHORT = 600
"""Code points: an article below is an item of an agency."""
FARTHEST, MOST_OTHERS = 3, 3
"""Number of a sentence, and of other rows in it, from which on it tells no more."""
ASKED, QUOTED = "?", frozenset('«“"')


class Around(NamedTuple):
    """What signs are read from besides the row itself."""

    view: DocView
    datings: Mapping[tuple[int, str], Dating]
    """How the date of each mention was chosen, by its token and type."""
    types: Mapping[int, Sequence[str]]
    """By sentence, the types of the rows told there, one for each row."""
    valued: frozenset[int]
    """Dates of the article that say when."""
    spare: frozenset[int]
    """Those of them that no mention of a row has."""
    rows: int
    """Number of rows of the article."""
    published: str | None
    """The reference date."""


def around(findings: Findings, events: Sequence[Event]) -> Around:
    """Look once at a document for the signs of all its rows; ``events`` are these rows."""
    view, published = findings.view, findings.context.published
    types: dict[int, list[str]] = defaultdict(list)
    for event in events:
        for sentence in sorted({view.sentence_at[mention.token] for mention in event.mentions}):
            types[sentence].append(event.type)
    mentions = [mention for event in events for mention in event.mentions]
    valued = frozenset(n for n, date in enumerate(view.dates) if date.value is not None)
    spare = valued - {mention.date for mention in mentions}
    day = None if published is None else published.isoformat()
    return Around(view, findings.datings, types, valued, spare, len(events), day)


def signs_around(event: Event, seen: Around) -> Iterator[str]:
    """Yield where in the article a row is told, and beside what."""
    sentence = first_of(event, seen.view)
    yield f"sentence {min(sentence, FARTHEST)}"
    here = seen.types[sentence]
    yield f"{min(len(here) - 1, MOST_OTHERS)} other rows in the sentence"
    if here.count(event.type) > 1:
        yield "one more of the type in the sentence"
    yield f"rows of the article {step(seen.rows, ROWS)}"
    if len(seen.view.text) < SHORT:
        yield "short article"
    yield from _sentence(seen.view, sentence)


def _sentence(view: DocView, number: int) -> Iterator[str]:
    """Yield what its sentence is like."""
    first, last = view.sentences[number]
    yield f"tokens of the sentence {step(last - first + 1, LONG)}"
    words = view.texts[first : last + 1]
    if words[-1] == ASKED:
        yield "question"
    if not QUOTED.isdisjoint(words):
        yield "quotes in the sentence"
    line = view.first_line
    if line.first <= first <= line.last and line.body is not None:
        yield "headline"
