"""Score the dates stage beside dateparser's search on date expressions of French press sentences.

    python tools/eval_dates.py [FILE]

FILE is a JSONL of sentences with their date expressions (default: ../shared/gold/timex_dev.jsonl).
What the columns mean:

  overlap    spans that overlap one gold expression each: precision, recall, F1
  value      of the gold calendar expressions found, those with the right EDTF value
  day value  the same, where the gold value is a day
  traps      sentences without a date in which one was found
  invented   expressions without a reference date given a year or day all the same
  ms         milliseconds a sentence

``dateparser.search.search_dates`` gets ``languages=["fr"]``, ``DATE_ORDER="DMY"`` and, where there
is one, the publication date as ``RELATIVE_BASE``. It always gives a day; where gold is a month or a
year, the same month or year counts as right.
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dprk_events.dates import Reference, find_dates

DEFAULT = Path(__file__).resolve().parents[2] / "shared" / "gold" / "timex_dev.jsonl"


@dataclass(frozen=True)
class Guess:
    """An expression found: span, EDTF value and part."""

    start: int
    end: int
    value: str | None
    part: str | None = None


Tagger = Callable[[str, dt.date | None], list[Guess]]


@dataclass
class Score:
    """Counts of one tagger over the file."""

    right: int = 0
    spurious: int = 0
    missed: int = 0
    values: int = 0
    value_right: int = 0
    days: int = 0
    day_right: int = 0
    traps: int = 0
    hit: int = 0
    undated: int = 0
    invented: int = 0
    seconds: float = 0.0
    sentences: int = 0


def ours(text: str, day: dt.date | None) -> list[Guess]:
    """Run the dates stage."""
    reference = Reference(day, "metadata", 1.0) if day else Reference()
    return [Guess(t.start, t.end, t.value, t.part) for t in find_dates(text, reference)]


def dateparser_search(text: str, day: dt.date | None) -> list[Guess]:
    """Dateparser's search; it gives the words only, so their places are looked up in order."""
    from dateparser.search import search_dates  # noqa: PLC0415  (slow to import)

    rules: dict[str, Any] = {"DATE_ORDER": "DMY"}
    if day:
        rules["RELATIVE_BASE"] = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001
    out: list[Guess] = []
    at = 0
    for words, moment in search_dates(text, languages=["fr"], settings=rules) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            out.append(Guess(start, at, moment.date().isoformat()))
    return out


def _same(value: str | None) -> str | None:
    return value.rstrip("~") if value else value


def is_right(gold: dict[str, Any], guess: Guess, *, coarse: bool) -> bool:
    """Whether the value is one of gold's; ``coarse``: a day inside gold's month or year will do."""
    wanted = gold["edtf"]
    if wanted is None or wanted == "XXXX" or "XX-XX" in wanted:
        return guess.value is None  # no calendar date can be had
    if gold["mod"] in ("START", "MID", "END"):
        fits = guess.value is not None and wanted.startswith(guess.value[:7])
        return fits and (coarse or guess.part == gold["mod"].lower())
    accepted = {_same(v) for v in (wanted, gold["value"], *gold["alt"])}
    if _same(guess.value) in accepted:
        return True
    return coarse and guess.value is not None and any(
        v is not None and len(v) < 10 and guess.value.startswith(v) for v in accepted
    )  # fmt: skip


def _overlap(gold: dict[str, Any], guess: Guess) -> bool:
    return bool(gold["start"] < guess.end and guess.start < gold["end"])


def score(sentences: list[dict[str, Any]], tagger: Tagger, *, coarse: bool) -> Score:
    """Run ``tagger`` over the sentences; each gold expression is paired with one guess at most."""
    total = Score(sentences=len(sentences))
    for sentence in sentences:
        day = dt.date.fromisoformat(sentence["ref"]) if sentence["ref"] else None
        began = time.perf_counter()
        left = tagger(sentence["text"], day)
        total.seconds += time.perf_counter() - began
        for gold in sorted(sentence["timexes"], key=lambda g: bool(g["optional"])):
            guess = next((g for g in left if _overlap(gold, g)), None)
            if guess:
                left.remove(guess)
            if not gold["optional"]:
                _count(total, gold, guess, undated=day is None, coarse=coarse)
        total.spurious += len(left)
        if sentence["group"] == "trap":
            total.traps += 1
            total.hit += bool(left)
    return total


def _count(
    total: Score, gold: dict[str, Any], guess: Guess | None, *, undated: bool, coarse: bool
) -> None:
    if guess is None:
        total.missed += 1
        return
    total.right += 1
    if not gold["calendar"]:
        return
    good = is_right(gold, guess, coarse=coarse)
    total.values += 1
    total.value_right += good
    if gold["gran"] == "day":
        total.days += 1
        total.day_right += good
    if undated and gold["deixis"] in ("deictic", "partial"):
        total.undated += 1
        year = (guess.value or "XXXX").lstrip("{.~/")[:4]
        total.invented += year != "XXXX" and not good


def rows(names: dict[str, Score]) -> Iterator[str]:
    """Give the table, line by line."""
    yield f"{'':22}{'overlap P':>10}{'R':>7}{'F1':>7}{'value':>8}{'day':>8}{'traps':>8}" \
          f"{'invented':>10}{'ms':>8}"  # fmt: skip
    for name, s in names.items():
        p = s.right / max(1, s.right + s.spurious)
        r = s.right / max(1, s.right + s.missed)
        f1 = 2 * p * r / (p + r) if p + r else 0.0
        yield (
            f"{name:22}{p:10.3f}{r:7.3f}{f1:7.3f}{s.value_right / max(1, s.values):8.3f}"
            f"{s.day_right / max(1, s.days):8.3f}{f'{s.hit}/{s.traps}':>8}"
            f"{f'{s.invented}/{s.undated}':>10}{1000 * s.seconds / max(1, s.sentences):8.2f}"
        )


def main() -> int:
    """Command line: print the table; without the file say so and leave."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, default=DEFAULT)
    path = parser.parse_args().file
    if not path.is_file():
        print(f"eval_dates: {path} is not there; give a JSONL file of annotated sentences.")
        return 0
    lines = path.read_text(encoding="utf-8").splitlines()
    sentences = [json.loads(line) for line in lines if line.strip()]
    ours("le 4 janvier 2024", None)  # load the data before the clock runs
    table = {"dprk_events.dates": score(sentences, ours, coarse=False)}
    try:
        dateparser_search("le 4 janvier 2024", None)
    except ImportError:
        print("eval_dates: dateparser is not installed; its row is left out.", file=sys.stderr)
    else:
        table["dateparser.search"] = score(sentences, dateparser_search, coarse=True)
    expressions = sum(not g["optional"] for s in sentences for g in s["timexes"])
    print(f"{path.name}: {len(sentences)} sentences, {expressions} expressions\n")
    print("\n".join(rows(table)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
