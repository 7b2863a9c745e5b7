"""Build ``tests/gold/gold.jsonl`` from the hand-written ``tests/gold/annotations/*.toml``.

The annotation files quote words; this script finds them in the article, counts offsets (code
points, 0-based, end exclusive) and hashes, checks every value, and writes one JSON line an
article. ``tests/gold/README.md`` explains the annotation files.

Usage: ``python tools/build_gold.py`` writes the file; ``--check`` only compares.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parents[1] / "tests" / "gold"
MENTION_KEYS = {"event", "on", "modality", "by", "date", "part", "words", "optional"}
FILE_KEYS = {
    "id", "file", "published", "published_from", "masked", "timex", "mentions", "events",
    "entities",
}  # fmt: skip
# One EDTF day, month, season, year, decade or century; "~" marks it as about that.
ATOM = re.compile(
    r"(?:\d{4}|\d{3}X|\d{2}XX|XXXX(?=-))(?:-(?:2[1-4]|(?:0[1-9]|1[0-2])(?:-\d{2})?))?~?"
)
TIMEX = re.compile(
    r"(?P<optional>\??)(?P<words>.+?) -> (?P<value>\S+) (?P<kind>[a-z]+)(?: (?P<part>[a-z]+))?"
)

Json = dict[str, Any]


class AnnotationError(ValueError):
    """An annotation that does not fit its article or the vocabulary; says which and why."""


def check_edtf(value: str) -> None:
    """Raise :class:`AnnotationError` unless ``value`` is EDTF of the forms the ontology uses."""
    if value.startswith("{"):
        if not value.endswith("}"):
            raise AnnotationError(f"EDTF set without closing brace: {value!r}")
        for member in value[1:-1].split(","):
            _check_atom(member)
        return
    ends = value.split("/")
    if len(ends) > 2 or ends == ["..", ".."]:
        raise AnnotationError(f"not an EDTF span: {value!r}")
    for end in ends:
        if not (end == ".." and len(ends) == 2):
            _check_atom(end)
    if len(ends) == 2 and ".." not in ends and ends[0] > ends[1]:
        raise AnnotationError(f"EDTF span ends before it starts: {value!r}")


def _check_atom(value: str) -> None:
    if not ATOM.fullmatch(value):
        raise AnnotationError(f"not an EDTF date: {value!r}")
    parts = value.rstrip("~").split("-")
    if len(parts) == 3:
        year = 2024 if "X" in parts[0] else int(parts[0])  # a leap year allows 29 February
        try:
            dt.date(year, int(parts[1]), int(parts[2]))
        except ValueError as error:
            raise AnnotationError(f"no such day: {value!r}") from error


class Builder:
    """Turns one annotation file into one gold record."""

    def __init__(self, source: Json, text: str, vocabulary: dict[str, list[str]]) -> None:
        self.source = source
        self.text = text
        self.vocabulary = vocabulary
        self.masked = self._masked()

    def _known(self, value: str, list_name: str) -> str:
        if value not in self.vocabulary[list_name]:
            raise AnnotationError(f"{value!r} is not in `{list_name}` of vocabulary.toml")
        return value

    def _places(self, words: str) -> list[tuple[int, int]]:
        # A hyphen belongs to the word: "Nord" is not found in "Nord-Coréens".
        pattern = rf"(?<![\w-]){re.escape(words)}(?![\w-])"
        places = [m.span() for m in re.finditer(pattern, self.text)]
        if not places:
            raise AnnotationError(f"words not in the article: {words!r}")
        return places

    def _span(self, quote: str, near: int | None = None) -> Json:
        """Find ``quote`` ("words" or "words#2"); ``near`` picks the nearest of several places."""
        words, _, number = quote.partition("#")
        places = self._places(words)
        if number:
            if not 1 <= int(number) <= len(places):
                raise AnnotationError(f"{words!r} stands {len(places)} times, not {number}")
            start, end = places[int(number) - 1]
        elif len(places) == 1:
            start, end = places[0]
        elif near is not None:
            start, end = min(places, key=lambda p: (max(p[0] - near, near - p[1], 0), p[0]))
        else:
            raise AnnotationError(f"{words!r} stands {len(places)} times: say which with #n")
        return {"text": self.text[start:end], "start": start, "end": end}

    def _masked(self) -> list[list[Any]]:
        regions: list[list[Any]] = []
        for kind, words in self.source.get("masked", []):
            start = self.text.find(words, regions[-1][1] if regions else 0)
            if start < 0:
                raise AnnotationError(f"masked words not in the article, in order: {words!r}")
            regions.append([start, start + len(words), self._known(kind, "masked")])
        return regions

    def _hidden(self, start: int) -> bool:
        return any(a <= start < b for a, b, _ in self.masked)

    def _timex(self) -> list[Json]:
        found = []
        for line in self.source.get("timex", []):
            match = TIMEX.fullmatch(line)
            if match is None:
                raise AnnotationError(f'a timex is "words -> value kind [part]", not {line!r}')
            value = None if match["value"] == "null" else match["value"]
            if value is not None:
                check_edtf(value)
            entry = self._span(match["words"]) | {
                "value": value,
                "kind": self._known(match["kind"], "kinds"),
            }
            if match["part"]:
                entry["part"] = self._known(match["part"], "parts")
            if match["optional"]:
                entry["optional"] = True
            found.append(entry)
        return sorted(found, key=lambda x: x["start"])

    def _entities(self) -> list[Json]:
        wanted = [
            (quote.lstrip("?"), self._known(label, "labels"), quote.startswith("?"))
            for label, quotes in self.source.get("entities", {}).items()
            for quote in quotes
        ]
        # Longest words first: they have the better claim to a place. A numbered one comes last and
        # may lie inside another ("Russie" in "ambassade de Russie").
        wanted.sort(key=lambda x: ("#" in x[0], -len(x[0])))
        found: list[Json] = []
        for quote, label, optional in wanted:
            spans = (
                [self._span(quote)]
                if "#" in quote
                else [{"text": quote, "start": a, "end": b} for a, b in self._places(quote)]
            )
            new = [
                s | {"label": label} | ({"optional": True} if optional else {})
                for s in spans
                if not self._hidden(s["start"])
                and (
                    "#" in quote
                    or not any(s["start"] < f["end"] and f["start"] < s["end"] for f in found)
                )
            ]
            if not new:
                raise AnnotationError(f"entity {quote!r} has no place of its own in the article")
            found += new
        return sorted(found, key=lambda x: x["start"])

    def _role(self, role: str, filler: str, near: int) -> Json:
        quote, *others = (part.strip() for part in filler.split("|"))
        entry: Json = {"role": self._known(role, "roles")} | self._span(quote.lstrip("?"), near)
        if others:
            entry["alt"] = [self._span(other, near) for other in others]
        if quote.startswith("?"):
            entry["optional"] = True
        return entry

    def _mention(self, line: Json, timexes: list[Json]) -> Json:
        event = self.source["events"].get(line["event"])
        if event is None:
            raise AnnotationError(f"mention of an event that is not listed: {line['event']!r}")
        quote, *others = (part.strip() for part in line["on"].split("|"))
        trigger = self._span(quote)
        if others:
            trigger["alt"] = [self._span(other, trigger["start"]) for other in others]
        if self._hidden(trigger["start"]):
            raise AnnotationError(f"trigger {quote!r} stands in a masked region")
        by, words = line.get("by"), line.get("words")
        if by is not None:
            self._places(by)
        if words is not None and not any(words in x["text"] for x in timexes):
            raise AnnotationError(f"date words {words!r} are not among the timexes")
        modality = self._known(line.get("modality", "reported" if by else "asserted"), "modality")
        if modality == "asserted" and by is not None:
            raise AnnotationError(f"{quote!r}: an asserted mention has no attribution")
        date = line.get("date", event.get("date")) or None
        if date is not None:
            check_edtf(date)
        mention = {
            "event": line["event"],
            "type": self._known(event["type"], "types"),
            "trigger": trigger,
            "modality": modality,
            "attribution": by,
            "date": date,
            "date_text": words,
            "roles": [
                self._role(role, filler, trigger["start"])
                for role, fillers in line.items()
                if role not in MENTION_KEYS
                for filler in ([fillers] if isinstance(fillers, str) else fillers)
            ],
            "optional": bool(line.get("optional", False)),
            "dprk": bool(event.get("dprk", True)),
        }
        part = line.get("part", event.get("part"))
        if part:
            mention["date_part"] = self._known(part, "parts")
        return mention

    def record(self, data: bytes) -> Json:
        """Return the gold record of an article whose bytes are ``data``."""
        unknown = set(self.source) - FILE_KEYS
        if unknown:
            raise AnnotationError(f"unknown keys: {sorted(unknown)}")
        published = self.source.get("published")
        if published is not None:
            check_edtf(published)
        ground = self.source.get("published_from", "text" if published else "none")
        timexes = self._timex()
        mentions = [self._mention(line, timexes) for line in self.source.get("mentions", [])]
        unused = set(self.source.get("events", {})) - {m["event"] for m in mentions}
        if unused:
            raise AnnotationError(f"events without a mention: {sorted(unused)}")
        mentions.sort(key=lambda m: (m["trigger"]["start"], m["event"]))
        return {
            "id": self.source["id"],
            "file": self.source["file"],
            "sha256": hashlib.sha256(data).hexdigest(),
            "published": published,
            "published_from": self._known(ground, "published_from"),
            "mentions": mentions,
            "timex": timexes,
            "entities": self._entities(),
            "masked": self.masked,
        }


def build(folder: Path = GOLD) -> str:
    """Return the text of ``gold.jsonl`` for ``folder``.

    Raises:
        AnnotationError: with the name of the annotation file, for anything that does not fit.

    """
    vocabulary = tomllib.loads((folder / "vocabulary.toml").read_text(encoding="utf-8"))
    lines, ids = [], set()
    for path in sorted((folder / "annotations").glob("*.toml")):
        try:
            source = tomllib.loads(path.read_text(encoding="utf-8"))
            data = (folder / source["file"]).read_bytes()
            record = Builder(source, data.decode("utf-8"), vocabulary).record(data)
        except (AnnotationError, KeyError, OSError, tomllib.TOMLDecodeError) as error:
            raise AnnotationError(f"{path.name}: {error}") from error
        if record["id"] in ids:
            raise AnnotationError(f"{path.name}: id {record['id']!r} stands twice")
        ids.add(record["id"])
        lines.append(json.dumps(record, ensure_ascii=False) + "\n")
    return "".join(lines)


def main() -> int:
    """Write or compare ``gold.jsonl``; return the exit status."""
    parser = argparse.ArgumentParser(description="Build tests/gold/gold.jsonl.")
    parser.add_argument("--check", action="store_true", help="compare only, write nothing")
    arguments = parser.parse_args()
    target = GOLD / "gold.jsonl"
    try:
        fresh = build()
    except AnnotationError as error:
        print(error, file=sys.stderr)
        return 1
    if arguments.check:
        same = target.is_file() and target.read_text(encoding="utf-8") == fresh
        print("up to date" if same else "gold.jsonl is not up to date", file=sys.stderr)
        return 0 if same else 1
    target.write_text(fresh, encoding="utf-8")
    print(f"{fresh.count(chr(10))} articles", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
