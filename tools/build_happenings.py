"""Build the gold of happenings from the hand-written ``tests/happenings/annotations/*.toml``.

Four parts are written: the stories of this project (``seen``, ``unseen``) and, where ``../shared``
is there, items of its news feeds (``feeds-seen``, ``feeds-unseen``). Of each part:

- ``PART.gold.jsonl``: a line for each text, with its mentions (offsets in code points, 0-based,
  end exclusive) and the event that each belongs to;
- ``PART.happenings.json``: ``same``, which events of different texts are one happening, and
  ``free``, events that are not looked at, as "text id:event id".

``../shared/tools/score_happenings.py`` reads both. ``tests/happenings/README.md`` explains the
annotations and how to score.

Usage: ``python tools/build_happenings.py -o out/happenings``; ``--check`` writes nothing.
Exit status: 0, also when ``../shared`` is absent (it says so); 1 when an annotation does not fit.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.build_gold import AnnotationError, Builder  # noqa: E402

HAPPENINGS = ROOT / "tests" / "happenings"
VOCABULARY = ROOT / "tests" / "gold" / "vocabulary.toml"
ROWS_SPLIT = ROOT / "tests" / "rows" / "split.toml"
SHARED = ROOT.parent / "shared"
FEEDS = "corpus/feeds_2023_2024.jsonl"
TEXT_KEYS = {"id", "sha256", "events"}
EVENT_KEYS = {"type", "day", "happening", "free", "on"}

Json = dict[str, Any]


@dataclass
class Part:
    """The gold of one part: its records, and which events tell which happening."""

    records: list[Json] = field(default_factory=list)
    told: dict[str, list[str]] = field(default_factory=dict)
    free: list[str] = field(default_factory=list)

    @property
    def same(self) -> list[list[str]]:
        """The happenings that two texts or more tell, each as its events, in order."""
        return [self.told[key] for key in sorted(self.told) if len(self.told[key]) > 1]

    @property
    def pairs(self) -> int:
        """How many pairs of events of different texts are one happening."""
        return sum(1 for events in self.same for _ in combinations(events, 2))

    def add(self, source: Json, record: Json) -> None:
        """Take in ``record`` and what ``source``, its annotation, says of its events.

        Raises:
            AnnotationError: if a text tells one happening in two events.

        """
        self.records.append(record)
        keys = set()
        for number, event in enumerate(source["events"], 1):
            name = f"{source['id']}:E{number}"
            key = event.get("happening")
            if event.get("free", False):
                self.free.append(name)
            if key is None:
                continue
            if key in keys:
                raise AnnotationError(f"event {number}: {key!r} is told by an event before it")
            if event.get("free", False):
                raise AnnotationError(f"event {number}: either `happening` or `free`, not both")
            keys.add(key)
            self.told.setdefault(key, []).append(name)


def gold(source: Json, text: str, data: bytes, vocabulary: dict[str, list[str]]) -> Json:
    """Return the gold record of ``text``, read from ``data``, as ``source`` annotates it.

    Raises:
        AnnotationError: for words that are not in the text, or values that do not exist.

    """
    events: Json = {}
    mentions: list[Json] = []
    for number, event in enumerate(source["events"], 1):
        unknown = set(event) - EVENT_KEYS
        if unknown or not {"type", "on"} <= set(event):
            raise AnnotationError(f"event {number}: keys {sorted(event)}")
        name = f"E{number}"
        events[name] = {"type": event["type"]} | ({"date": event["day"]} if "day" in event else {})
        mentions += [
            {"event": name, "on": words.removeprefix("?"), "optional": words.startswith("?")}
            for words in event["on"]
        ]
    flat: Json = {key: source[key] for key in ("id", "file", "published") if key in source}
    flat |= {"events": events, "mentions": mentions, "published_from": "none"}
    if flat.get("published"):
        flat["published_from"] = "metadata"
    record = Builder(flat, text, vocabulary).record(data)
    return {key: record[key] for key in ("id", "file", "sha256", "published", "mentions")}


class Split:
    """Which texts are ``unseen``: nobody reads them while he writes rules."""

    def __init__(self, split: Json, rows_unseen: list[str]) -> None:
        self.stories = set(split["stories"])
        self.months = set(split["months"])
        self.rows_unseen = set(rows_unseen)

    def part(self, name: str, published: str) -> str:
        """Return the part that the text ``name`` belongs to.

        An item of the feeds that is unseen in ``tests/rows`` is so here too.
        """
        if name.startswith("feed-"):
            unseen = published[:7] in self.months or name in self.rows_unseen
            return "feeds-unseen" if unseen else "feeds-seen"
        return "unseen" if name.partition("-")[0] in self.stories else "seen"


def annotated(folder: Path = HAPPENINGS) -> Iterator[tuple[Path, Json]]:
    """Yield every annotated text of ``folder`` with its file, in order of file and place."""
    for path in sorted((folder / "annotations").glob("*.toml")):
        try:
            texts = tomllib.loads(path.read_text(encoding="utf-8"))["texts"]
        except (tomllib.TOMLDecodeError, KeyError) as error:
            raise AnnotationError(f"{path.name}: {error}") from error
        for source in texts:
            unknown = set(source) - TEXT_KEYS
            if unknown or not {"id", "events"} <= set(source):
                raise AnnotationError(f"{path.name}: {source.get('id')}: keys {sorted(source)}")
            yield path, source


class Texts:
    """The texts that are annotated: this project's own ones, and the feeds' where they are."""

    def __init__(self, folder: Path, shared: Path | None) -> None:
        self.folder = folder
        with (folder / "metadata.csv").open(encoding="utf-8", newline="") as file:
            self.published = {row["path"]: row["published"] for row in csv.DictReader(file)}
        lines = (shared / FEEDS).read_bytes().splitlines() if shared else []
        self.feeds = {json.loads(line)["id"]: line for line in lines if line.strip()}

    def read(self, source: Json) -> tuple[Json, bytes, str]:
        """Return the annotation with ``file`` and ``published``, the bytes, and the text.

        Raises:
            AnnotationError: if the text is not there, or not the one that was annotated.

        """
        name = source["id"]
        if not name.startswith("feed-"):
            file = f"texts/{name}.txt"
            data = (self.folder / file).read_bytes()
            if file not in self.published:
                raise AnnotationError(f"metadata.csv has no {file}")
            return source | told_of(file, self.published[file]), data, data.decode("utf-8")
        if name not in self.feeds:
            raise AnnotationError(f"{FEEDS} has no such item")
        data = self.feeds[name]
        if hashlib.sha256(data).hexdigest() != source["sha256"]:
            raise AnnotationError(f"{FEEDS} is not the text that was annotated (sha256)")
        item = json.loads(data)
        return source | told_of(FEEDS, item["published"]), data, str(item["text"])


def told_of(file: str, published: str) -> Json:
    """Return ``file`` and, where it is known, ``published``, as keys of an annotation."""
    return {"file": file} | ({"published": published} if published else {})


def build(folder: Path = HAPPENINGS, shared: Path | None = None) -> dict[str, Part]:
    """Return the gold by name of part; the feeds' ones only with the folder ``shared``.

    Raises:
        AnnotationError: with file and id of the annotation, for anything that does not fit.

    """
    vocabulary = tomllib.loads(VOCABULARY.read_text(encoding="utf-8"))
    split = Split(
        tomllib.loads((folder / "split.toml").read_text(encoding="utf-8"))["unseen"],
        tomllib.loads(ROWS_SPLIT.read_text(encoding="utf-8"))["unseen"],
    )
    texts = Texts(folder, shared)
    parts: dict[str, Part] = {}
    seen_ids: set[str] = set()
    faults = []
    for path, source in annotated(folder):
        name = source["id"]
        if name.startswith("feed-") and shared is None:
            continue
        try:
            if name in seen_ids:
                raise AnnotationError("id stands twice")
            seen_ids.add(name)
            whole, data, text = texts.read(source)
            part = split.part(name, whole.get("published", ""))
            if part.endswith("unseen") != path.stem.endswith("_unseen"):
                raise AnnotationError(f"is {part}: a file of unseen texts is named *_unseen.toml")
            parts.setdefault(part, Part()).add(source, gold(whole, text, data, vocabulary))
        except (AnnotationError, KeyError, OSError) as error:
            faults.append(f"{path.name}: {name}: {error}")
    if faults:
        raise AnnotationError("\n".join(faults))
    return parts


def main() -> int:
    """Write the gold files, or only check the annotations; return the exit status."""
    parser = argparse.ArgumentParser(description="Build the gold of happenings.")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "out" / "happenings")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with corpus/")
    parser.add_argument("--check", action="store_true", help="check only, write nothing")
    given = parser.parse_args()
    there = (given.shared / FEEDS).is_file()
    if not there:
        print(f"{given.shared} is not there: its items are left out", file=sys.stderr)
    try:
        parts = build(shared=given.shared if there else None)
    except AnnotationError as error:
        print(error, file=sys.stderr)
        return 1
    for name, part in sorted(parts.items()):
        if not given.check:
            given.output.mkdir(parents=True, exist_ok=True)
            lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in part.records]
            (given.output / f"{name}.gold.jsonl").write_text("".join(lines), encoding="utf-8")
            tied = json.dumps({"same": part.same, "free": part.free}, indent=1) + "\n"
            (given.output / f"{name}.happenings.json").write_text(tied, encoding="utf-8")
        print(
            f"{name}: {len(part.records)} texts, {len(part.same)} happenings told twice or more,"
            f" {part.pairs} pairs",
            file=sys.stderr,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
