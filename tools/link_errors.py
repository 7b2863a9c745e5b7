"""Say why events of one happening were not linked, and why others were.

    python tools/link_errors.py GOLD.json HAPPENINGS.jsonl --documents OUT.jsonl --gold GOLD.jsonl

Takes what ``../shared/tools/score_happenings.py`` takes, and lists each pair of events that is
wrongly apart or together: both rows as linking sees them, what the tests say of them, and for a
pair that has the points what kept the happenings apart. To be used on seen parts only.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from dprk_events.linking.data import rules
from dprk_events.linking.entry import entries_of
from dprk_events.linking.item import Item, item_of
from dprk_events.linking.judging import points, verdicts
from dprk_events.linking.verdict import APART
from dprk_events.linking.when import iso, span
from dprk_events.records import read_lines

Json = dict[str, Any]
Key = tuple[str, str]
"""A document's id and an event's."""


class Found(NamedTuple):
    """An event of the gold that was found."""

    name: str
    truth: str
    key: Key


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("same", type=Path)
    parser.add_argument("happenings", type=Path)
    parser.add_argument("--documents", nargs="+", type=Path, required=True)
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    given = parser.parse_args()
    items, texts = read(given.documents)
    groups = happenings(given.happenings)
    found = list(match(json.loads(given.same.read_text()), given.gold, given.documents))
    for one, other in combinations(found, 2):
        if one.name.split(":")[0] == other.name.split(":")[0]:
            continue
        together = groups[one.key] is groups[other.key]
        if together != (one.truth == other.truth):
            report(one, other, together, items, texts, groups)


def read(files: list[Path]) -> tuple[dict[Key, Item], dict[Key, str]]:
    """Return the events of documents as the tests see them, and their rows in words."""
    items: dict[Key, Item] = {}
    texts: dict[Key, str] = {}
    for file in files:
        with file.open("rb") as stream:
            for entry in entries_of(read_lines(stream, str(file))):
                key = entry["doc"], entry["event"]
                items[key] = item_of(entry)
                texts[key] = in_words(entry, items[key])
    return items, texts


def in_words(entry: Json, item: Item) -> str:
    """Return what is told of an event, in a line."""
    content = entry["key"]
    who = [
        f"{p['role'][:5]}={p['name']}[{p['kind']} {'+'.join(p['countries'])}]"
        for p in content["participants"]
    ]
    counts = [f"{q['of']}:{q['value'] or (q['min'], q['max'])}" for q in content["quantities"]]
    where = None if content["place"] is None else content["place"]["name"]
    when = span(item.when) if item.when.told else "-"
    out = "" if item.when.published is None else iso(item.when.published)
    news = " news" if item.when.lead else ""
    return (
        f"{item.type} {item.modality} {when} (pub {out or entry['published']}{news}) at {where};"
        f" {', '.join([*who, *counts])}; known {item.known}; {Path(entry['path']).name}:"
        f" {entry['quote'][:60]!r} {[r.partition('.')[2] for r in content['rules']]}"
    )


def happenings(file: Path) -> dict[Key, list[Key]]:
    """Return for each event the events of its happening."""
    groups = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        keys = [(each["doc"], each["event"]) for each in json.loads(line)["events"]]
        groups.update(dict.fromkeys(keys, keys))
    return groups


def match(truth: Json, gold: list[Path], documents: list[Path]) -> Iterator[Found]:
    """Yield the events of the gold that were found, as the scorer matches them."""
    same = {name: names[0] for names in truth["same"] for name in names}
    lines = [line for file in documents for line in file.read_text(encoding="utf-8").splitlines()]
    docs = {each["doc"]["id"]: each for each in map(json.loads, lines)}
    for line in (line for file in gold for line in file.read_text(encoding="utf-8").splitlines()):
        text = json.loads(line)
        doc = docs.get(f"sha256:{text['sha256']}")
        if doc is None:
            continue
        events: dict[str, list[Json]] = {}
        for mention in text["mentions"]:
            events.setdefault(mention["event"], []).append(mention)
        taken: set[str] = set()
        for event, mentions in events.items():
            name = f"{text['id']}:{event}"
            only_optional = all(each.get("optional") for each in mentions)
            if name in truth["free"] or (only_optional and name not in same):
                continue
            hits = (e["id"] for m in mentions for e in doc["events"] if told(m, e, taken))
            if (hit := next(hits, None)) is not None:
                taken.add(hit)
                yield Found(name, same.get(name, name), (doc["doc"]["id"], hit))


def told(mention: Json, event: Json, taken: set[str]) -> bool:
    """Return whether an event has a mention of the gold."""
    mine = mention["trigger"]
    return (
        event["type"] == mention["type"]
        and event["id"] not in taken
        and any(
            each["trigger"]["start"] < mine["end"] and mine["start"] < each["trigger"]["end"]
            for each in event["mentions"]
        )
    )


def report(
    one: Found,
    other: Found,
    together: bool,
    items: dict[Key, Item],
    texts: dict[Key, str],
    groups: dict[Key, list[Key]],
) -> None:
    """Print a pair, and what is said of it."""
    a, b = items[one.key], items[other.key]
    print(f"{'TOGETHER' if together else 'APART'} {one.name} {other.name}: {points(a, b):.2f}")
    print("  ", texts[one.key])
    print("  ", texts[other.key])
    for said in verdicts(a, b):
        print(f"      {said.points:+.2f} {said}")
    if not together and points(a, b) >= rules().decision.linked:
        print("      kept apart:", kept_apart(groups[one.key], groups[other.key], items))
    print()


def kept_apart(ones: list[Key], others: list[Key], items: dict[Key, Item]) -> str:
    """Say what keeps two happenings apart though a pair of them has the points."""
    if shared := {doc for doc, _ in ones} & {doc for doc, _ in others}:
        return f"a document tells both: {sorted(shared)}"
    pairs = [(items[one], items[other]) for one in ones for other in others]
    for a, b in pairs:
        if points(a, b) == APART:
            return str(list(verdicts(a, b))[-1])
    mean = sum(points(a, b) for a, b in pairs) / len(pairs)
    return f"a rival happening, or a mean of {mean:.2f}"


if __name__ == "__main__":
    main()
