"""Tell how often happenings of the register are recognised in articles, and show a sample.

Usage: ``python tools/eval_known.py EVENTS.jsonl… [--sample 50] [--seed 1]``. Reads document lines
of ``extract --with-text``; prints for each happening how many events and documents name it, then
the sampled events with their sentences, for a reader to check.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

Json = dict[str, Any]


class Recognised(NamedTuple):
    """An event that is a known happening; ``sentence`` is that of its first mention."""

    known: str
    doc: str
    ground: str
    value: str | None
    sentence: str


def recognised(lines: Iterable[str]) -> Iterator[Recognised]:
    """Yield the events of document lines that are known happenings."""
    for line in lines:
        record: Json = json.loads(line)
        for event in record.get("events", ()):
            if event.get("known") is not None:
                span, text = event["mentions"][0]["sentence"], record["doc"].get("text") or ""
                words = " ".join(text[span["start"] : span["end"]].split())
                time = event["time"]
                name = record["doc"]["path"] + ":" + event["id"]
                yield Recognised(event["known"], name, time["ground"], time["value"], words)


def main() -> None:
    """Print the table and the sample."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--sample", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    found = [each for file in options.files for each in recognised(file.open(encoding="utf-8"))]
    for known, number in sorted(Counter(each.known for each in found).items()):
        print(f"{number:4}  {known}")
    print(f"{len(found)} events, {len({each.known for each in found})} happenings")
    chance = random.Random(options.seed)  # noqa: S311 - to be the same again
    for each in chance.sample(found, min(options.sample, len(found))):
        print(f"\n{each.known}  {each.value} ({each.ground})  {each.doc}\n  {each.sentence}")


if __name__ == "__main__":
    main()
