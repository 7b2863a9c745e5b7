"""Measure the bounds of events that have no calendar date: how many have any, and which to check.

Usage: ``python tools/eval_bounds.py`` reads the shared texts (``../shared``) but for those of
``tests/rows/split.toml`` that nobody reads, and counts the undated events of articles with a
publication date by the ground of their bounds. ``--sample SEED`` prints up to 200 bounded ones,
drawn by the seed from these and the own texts of ``tests/rows`` that rules are made with sight of,
each with its bounds and its sentence: a reader counts how many bounds are false. ``--open`` prints
those that have neither value nor bound.
"""

from __future__ import annotations

import argparse
import random
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.build_rows import SHARED  # noqa: E402
from tools.eval_strategies import PLACES, texts_in  # noqa: E402

from dprk_events.pipeline import Pipeline  # noqa: E402
from dprk_events.reading import Article  # noqa: E402

OWN = ROOT / "tests" / "rows"
SIZE = 200


class Undated(NamedTuple):
    """An event without a calendar date, as a reader judges it."""

    document: str
    published: str
    event: str
    earliest: str | None
    latest: str | None
    ground: str
    sentence: str

    @property
    def bounded(self) -> bool:
        """Whether at least one bound is known."""
        return self.earliest is not None or self.latest is not None

    def line(self) -> str:
        """Write it for a reader."""
        bounds = f"{self.earliest or ''} … {self.latest or ''} ({self.ground})"
        return f"{self.document} {self.published} {self.event}: {bounds}\n    {self.sentence}"


def undated(pipeline: Pipeline, articles: Iterable[Article]) -> tuple[int, list[Undated]]:
    """Return how many events of dated articles are in scope, and those without a value."""
    total, found = 0, []
    for article in articles:
        record = pipeline.record(pipeline.analyse(article))
        if record.doc.published.value is None:
            continue
        for event in record.events:
            total += event.dprk
            if event.dprk and event.time.value is None:
                first = event.mentions[0]
                begin, end = first.sentence.start, first.sentence.end
                found.append(
                    Undated(
                        article.record_id or Path(article.path).stem,
                        str(record.doc.published.value),
                        f"{event.type} {event.modality} “{first.trigger.text}”",
                        event.time.earliest,
                        event.time.latest,
                        event.time.ground,
                        " ".join(article.text[begin:end].split()),
                    )
                )
    return total, found


def share(told: Iterable[tuple[int, Sequence[Undated]]]) -> str:
    """Say how many events have neither a date nor a bound, by folder the events and the undated."""
    total = none = 0
    for events, found in told:
        total += events
        none += sum(not each.bounded for each in found)
    return f"{none} of {total} events have neither date nor bound ({none / max(1, total):.1%})"


def main() -> None:
    """Count, or print what a reader checks."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--shared", type=Path, default=SHARED)
    parser.add_argument("--sample", metavar="SEED", type=int)
    parser.add_argument("--open", action="store_true")
    asked = parser.parse_args()
    split = tomllib.loads((OWN / "split.toml").read_text("utf-8"))
    unread = frozenset(split["unseen"])
    pipeline = Pipeline.load()
    told = {
        folder: undated(pipeline, texts_in(asked.shared / folder, asked.shared / metadata, unread))
        for folder, metadata in PLACES.items()
    }
    shared = [each for _, found in told.values() for each in found]
    if asked.sample is not None:
        _, own = undated(pipeline, texts_in(OWN / "texts", OWN / "metadata.csv", unread))
        bounded = [each for each in (*shared, *own) if each.bounded]
        drawn = random.Random(asked.sample).sample(bounded, min(SIZE, len(bounded)))  # noqa: S311
        print(f"{len(drawn)} of {len(bounded)}")
        print("\n".join(each.line() for each in drawn))
    elif asked.open:
        print("\n".join(each.line() for each in shared if not each.bounded))
    else:
        for ground, count in Counter(each.ground for each in shared).most_common():
            print(f"{ground:18} {count:5}")
        print(share(told.values()), "in all")
        corpus = (each for folder, each in told.items() if folder.startswith("corpus/"))
        print(share(corpus), "in corpus/")


if __name__ == "__main__":
    main()
