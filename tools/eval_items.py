"""Measure rows on plain press items: short texts that say which rows must come out of them.

Usage: ``python tools/eval_items.py`` prints for each file of ``tests/items`` how many rows are
right; ``python tools/eval_items.py tests/items/feeds_seen.jsonl --verbose`` adds what is wrong, and
is not to be used on an ``unseen`` file; ``--write-floors`` pins F1 a hundredth lower in
``tests/quality/items.toml``.

What an item is: tests/items/README.md. A row that is wanted is paired with the row of its type that
agrees with it most; of a pair are compared the modality, the date (one of those that are right)
and the countries that act and are acted upon ("?US" may be there or not). Precision counts right
rows among all rows in scope but those of types that may be found besides; recall, among those
that are wanted.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.eval_rows import events_in  # noqa: E402

from dprk_events.pipeline import Pipeline  # noqa: E402

ITEMS = ROOT / "tests" / "items"
FLOORS = ROOT / "tests" / "quality" / "items.toml"
MARGIN = 0.01
SIDES = {"who": "actor", "whom": "recipient"}
ASKED = ("modality", "date", *SIDES)
Json = dict[str, Any]


class Pair(NamedTuple):
    """A row that is wanted and one that came out, by their numbers, and in what they differ."""

    wrong: tuple[str, ...]
    wanted: int
    row: int


class ItemScore(NamedTuple):
    """Counts of one file: rows wanted, rows found, pairs, right rows, and what pairs differ in."""

    wanted: int = 0
    rows: int = 0
    paired: int = 0
    right: int = 0
    wrong: Counter[str] = Counter()  # noqa: RUF012 (never changed in place)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall, 0 to 1."""
        return 2 * self.right / max(1, self.wanted + self.rows)

    def line(self, name: str) -> str:
        """Return the counts as a line of the table."""
        shares = "  ".join(f"{1 - self.wrong[key] / max(1, self.paired):.3f}" for key in ASKED)
        return f"{name:20} {self.wanted:5} {self.rows:5} {self.paired:5}  {shares}  {self.f1:.3f}"


def read_items(path: Path) -> list[Json]:
    """Return the items of a file, one JSON object a line."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def rows_of(pipeline: Pipeline, item: Json) -> list[Json]:
    """Return the rows in scope that the program makes of an item."""
    found = events_in(pipeline, item["text"], item["published"])
    return [event.model_dump(by_alias=True) for event in found if event.dprk]


def differences(wanted: Json, row: Json) -> tuple[str, ...]:
    """Return in what a row differs from one that is wanted, of what the latter gives."""
    stated = row["time"]["value"] if row["time"]["ground"] != "known-happening" else None
    dates = wanted.get("date", stated)
    right = {
        "modality": wanted.get("modality", row["modality"]) == row["modality"],
        "date": stated in (dates if isinstance(dates, list) else [dates]),
    }
    for name, role in SIDES.items():
        codes = wanted.get(name)
        found = {c for each in row["roles"] if each["role"] == role for c in each["countries"]}
        needed = {code for code in codes or () if not code.startswith("?")}
        free = {code.lstrip("?") for code in codes or ()}
        right[name] = codes is None or needed <= found <= free
    return tuple(name for name in ASKED if not right[name])


def pair(wanted: Sequence[Json], rows: Sequence[Json]) -> list[Pair]:
    """Pair rows that are wanted with rows of their type, the most alike first."""
    every = [
        Pair(differences(one, other), i, j)
        for i, one in enumerate(wanted)
        for j, other in enumerate(rows)
        if one["type"] == other["type"]
    ]
    taken: list[Pair] = []
    for each in sorted(every, key=lambda found: (len(found.wrong), found.wanted, found.row)):
        if all(each.wanted != other.wanted and each.row != other.row for other in taken):
            taken.append(each)
    return taken


def score(items: Sequence[Json], found: Sequence[Sequence[Json]]) -> ItemScore:
    """Count right rows over items and the rows that came out of each."""
    total = ItemScore()
    for item, rows in zip(items, found, strict=True):
        pairs = pair(item["events"], rows)
        spare = set(range(len(rows))) - {each.row for each in pairs}
        spurious = [n for n in spare if rows[n]["type"] not in item.get("may", ())]
        total = ItemScore(
            total.wanted + len(item["events"]),
            total.rows + len(pairs) + len(spurious),
            total.paired + len(pairs),
            total.right + sum(not each.wrong for each in pairs),
            total.wrong + Counter(name for each in pairs for name in each.wrong),
        )
    return total


def errors(item: Json, rows: Sequence[Json]) -> Iterator[str]:
    """Yield what is wrong in the rows of an item, a line each."""
    pairs = pair(item["events"], rows)
    for each in pairs:
        if each.wrong:
            wanted = json.dumps(item["events"][each.wanted], ensure_ascii=False)
            yield f"  {', '.join(each.wrong)}: {wanted}\n    got {_told(rows[each.row])}"
    for n, wanted in enumerate(item["events"]):
        if n not in {each.wanted for each in pairs}:
            yield f"  not found: {json.dumps(wanted, ensure_ascii=False)}"
    for n, row in enumerate(rows):
        if n not in {each.row for each in pairs} and row["type"] not in item.get("may", ()):
            yield f"  spurious: {_told(row)}"


def _told(row: Json) -> str:
    sides = (
        f"{name} {sorted({c for r in row['roles'] if r['role'] == role for c in r['countries']})}"
        for name, role in SIDES.items()
    )
    words = [mention["trigger"]["text"] for mention in row["mentions"]]
    return f"{row['type']} {row['modality']} {row['time']['value']} {' '.join(sides)} {words}"


def main() -> int:
    """Print the table; return the exit status."""
    parser = argparse.ArgumentParser(description="Measure rows on plain press items.")
    parser.add_argument("files", nargs="*", type=Path, default=sorted(ITEMS.glob("*.jsonl")))
    parser.add_argument("--verbose", action="store_true", help="what is wrong (of seen items only)")
    parser.add_argument("--write-floors", action="store_true", help=f"pin F1 in {FLOORS.name}")
    given = parser.parse_args()
    pipeline = Pipeline.load()
    print(f"{'items':20}  rows found pairs  {'  '.join(f'{name:5.5}' for name in ASKED)}  F1")
    floors = []
    for path in given.files:
        items = read_items(path)
        found = [rows_of(pipeline, item) for item in items]
        total = score(items, found)
        print(total.line(path.stem))
        floors.append(f"{path.stem} = {total.f1 - MARGIN:.3f}\n")
        for item, rows in zip(items, found, strict=True):
            if given.verbose and (wrong := list(errors(item, rows))):
                print(f"{item['id']} ({item['published']})\n{item['text']}", *wrong, sep="\n")
    if given.write_floors:
        head = "# The least F1 of rows on plain items, by tools/eval_items.py.\n\n"
        FLOORS.write_text(head + "".join(floors), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
