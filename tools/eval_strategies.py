"""Measure how people and states are recognised: how often each strategy fires, and on what.

Usage: ``python tools/eval_strategies.py`` reads the shared texts (``../shared``)
but for those of ``tests/rows/split.toml`` that nobody reads, and prints for each strategy how many
sides of events it found. ``--sample NAME`` prints up to 30 of a strategy's, drawn by a fixed seed,
each with its sentence: a reader counts how many are right, for the table in docs/evaluation.md.
``--sample all`` prints those of every strategy. ``--own`` reads the own texts of ``tests/rows`` and
the plain items of ``tests/items`` instead, without the unseen ones.
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.build_rows import SHARED, annotated  # noqa: E402
from tools.eval_items import ITEMS, read_items  # noqa: E402
from tools.eval_rows import article_of  # noqa: E402

from dprk_events.analysis import Analysis  # noqa: E402
from dprk_events.participants.grades import grades  # noqa: E402
from dprk_events.pipeline import Pipeline  # noqa: E402
from dprk_events.reading import (  # noqa: E402
    Article,
    ReadingError,
    ReadingOptions,
    list_paths,
    load_metadata,
    open_sources,
    read_safely,
)

PLACES = {
    "corpus/articles": "corpus/metadata.csv",
    "corpus/feeds_2023_2024.jsonl": "corpus/metadata.csv",
    "seeds": "gold/dev_metadata.csv",
    "gold/texts": "gold/dev2_metadata.csv",
}
"""Where the texts are, and the tables of their publication dates."""
SIDES = ("actor", "recipient")
SIZE, SEED = 30, 13
"""How many a reader checks of each strategy, and the seed by which they are drawn."""


class Firing(NamedTuple):
    """A side of an event that a strategy found."""

    strategy: str
    document: str
    event: str
    role: str
    who: str
    evidence: str
    sentence: str

    def line(self) -> str:
        """Write it for a reader."""
        return (
            f"{self.document} {self.event}, {self.role}: {self.who} ({self.evidence})\n"
            f"    {self.sentence}"
        )


def texts(shared: Path, unread: frozenset[str]) -> Iterator[Article]:
    """Yield the articles and feed items that may be read.

    Args:
        shared: The folder of shared texts.
        unread: Ids of texts that nobody reads.

    """
    for folder, metadata in PLACES.items():
        yield from texts_in(shared / folder, shared / metadata, unread)


def texts_in(folder: Path, metadata: Path, unread: frozenset[str]) -> Iterator[Article]:
    """Yield the texts of a folder that may be read, with the metadata of a table."""
    options = ReadingOptions(metadata=load_metadata(str(metadata)))
    for source in open_sources(list_paths([str(folder)]), options):
        article = source if isinstance(source, ReadingError) else read_safely(source, options)
        if isinstance(article, Article) and not set(names_of(article)) & unread:
            yield article


def own_texts(unread: frozenset[str]) -> Iterator[Article]:
    """Yield the texts and plain items of this project that rules are made with sight of."""
    written = [
        (text.source["id"], text.read(SHARED)[1], text.source.get("published"))
        for text in annotated()
        if not text.shared and text.source["id"] not in unread
    ]
    items = [item for path in sorted(ITEMS.glob("*_seen.jsonl")) for item in read_items(path)]
    written += [(item["id"], item["text"], item["published"]) for item in items]
    for name, words, published in written:
        yield article_of(words, published, name)


def names_of(article: Article) -> tuple[str, ...]:
    """Return what a text may be called in the split: its record's id, or its file's name."""
    return (article.record_id or "", Path(article.path).stem)


def firings(analysis: Analysis, document: str) -> Iterator[Firing]:
    """Yield the sides of a document's events, each with the strategy that found it."""
    view = analysis.findings.view
    for event in analysis.events:
        begin, end = event.mentions[0].sentence
        words = " ".join(view.text[begin:end].split())
        for each in event.participants:
            if each.role in SIDES:
                who = f"{each.name} [{' '.join(each.countries)}]"
                called = f"{event.type} {event.mentions[0].trigger}"
                yield Firing(each.strategy, document, called, each.role, who, each.evidence, words)


def sample(found: Sequence[Firing]) -> list[Firing]:
    """Draw what a reader checks of one strategy, the same on every run."""
    if len(found) <= SIZE:
        return list(found)
    return random.Random(SEED).sample(found, SIZE)  # noqa: S311 - a sample, no secret


def report(found: Mapping[str, Sequence[Firing]]) -> Iterator[str]:
    """Yield the lines of the table, the most frequent strategy first; idle ones last."""
    yield f"{'strategy':16} fires"
    for name in sorted(grades(), key=lambda name: (-len(found.get(name, ())), name)):
        yield f"{name:16} {len(found.get(name, ())):5}"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--sample", metavar="NAME", help="a strategy, or all")
    parser.add_argument("--own", action="store_true", help="own texts and items instead")
    asked = parser.parse_args()
    split = tomllib.loads((ROOT / "tests" / "rows" / "split.toml").read_text("utf-8"))
    pipeline = Pipeline.load()
    found: dict[str, list[Firing]] = defaultdict(list)
    unread = frozenset(split["unseen"])
    for article in own_texts(unread) if asked.own else texts(asked.shared, unread):
        name = article.record_id or Path(article.path).stem
        for firing in firings(pipeline.analyse(article), name):
            found[firing.strategy].append(firing)
    if asked.sample is None:
        print("\n".join(report(found)))
        return
    for name in sorted(found) if asked.sample == "all" else [asked.sample]:
        print(f"== {name}: {len(found[name])}")
        print("\n".join(each.line() for each in sample(found[name])))


if __name__ == "__main__":
    main()
