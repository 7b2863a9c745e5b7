"""Build the gold of events as rows from the hand-written ``tests/rows/annotations/*.toml``.

Each line has the form that ``score.py`` and ``score_rows.py`` of ``../shared/tools`` read: mentions
with offsets (code points, 0-based, end exclusive), and ``countries`` in every ``actor`` and
``recipient``. Written is a file for each wave of texts of this project and each half of it,
``own-tuning.jsonl``, ``own-released.jsonl`` … ``own7-unseen.jsonl`` (``tests/rows/split.toml`` says
which text is in which; some waves have one half), and, where ``../shared`` is there,
``shared-tuning.jsonl``, ``shared-unseen.jsonl``; beside them the empty ``who.json`` that
``score_rows.py`` asks for. ``tests/rows/README.md`` explains the annotations.

Usage: ``python tools/build_rows.py -o out/rows``; ``--check`` writes nothing.
Exit status: 0, also when ``../shared`` is absent (it says so); 1 when an annotation does not fit.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.build_gold import AnnotationError, Builder  # noqa: E402

ROWS = ROOT / "tests" / "rows"
VOCABULARY = ROOT / "tests" / "gold" / "vocabulary.toml"
SHARED = ROOT.parent / "shared"
SIDES = ("actor", "recipient")
LATER_WAVES = ("own2", "own3", "own4", "own5", "own6", "own7")
"""Waves of own texts that are parts of their own: their annotations' file names begin so."""
TEXT_KEYS = {"id", "file", "sha256", "published", "events"}
EVENT_KEYS = {"type", "date", "part", "dprk", "optional", "mentions"}
BEHIND = re.compile(r"\s*\[(?P<codes>[A-Z, ]*)\]")

Json = dict[str, Any]


class Countries:
    """Which countries stand behind a filler: told in brackets, else by ``countries.toml``."""

    def __init__(self, table: Mapping[str, list[str]]) -> None:
        self.codes = set(table) - {"none"}
        self.behind: dict[str, list[str]] = {}
        for code, names in table.items():
            for name in names:
                if name in self.behind:
                    raise AnnotationError(f"countries.toml: {name!r} stands twice")
                self.behind[name] = [] if code == "none" else [code]

    def split(self, filler: str) -> tuple[str, list[str]]:
        """Return ``filler`` without its brackets, and the codes behind it.

        Raises:
            AnnotationError: if nothing says which, or a code is not in ``countries.toml``.

        """
        match = BEHIND.search(filler)
        words = BEHIND.sub("", filler)
        if match is None:
            name = words.split("|")[0].strip().lstrip("?").partition("#")[0]
            if name not in self.behind:
                raise AnnotationError(f"countries.toml does not have {name!r}: add it, or [CODES]")
            return words, self.behind[name]
        codes = [code.strip() for code in match["codes"].split(",") if code.strip()]
        unknown = sorted(set(codes) - self.codes)
        if unknown:
            raise AnnotationError(f"codes not in countries.toml: {unknown}")
        return words, codes


class RowBuilder(Builder):
    """Turn the annotation of one text into one gold record, with the countries of its sides."""

    def __init__(
        self, source: Json, text: str, vocabulary: dict[str, list[str]], countries: Countries
    ) -> None:
        super().__init__(_flat(source, text), text, vocabulary)
        self.countries = countries

    def _timex(self) -> list[Json]:
        # Date expressions are not annotated here: date words may stand anywhere in the text.
        return [{"text": self.text, "start": 0}]

    def _role(self, role: str, filler: str, near: int) -> Json:
        if role not in SIDES:
            return super()._role(role, filler, near)
        words, codes = self.countries.split(filler)
        return super()._role(role, words, near) | {"countries": codes}

    def record(self, data: bytes) -> Json:
        """Return the gold record of a text that was read from ``data``."""
        return super().record(data) | {"timex": []}


def _flat(text_source: Json, text: str) -> Json:
    """Return an annotation in events as one in mentions, the form of ``build_gold``."""
    flat: Json = {"events": {}, "mentions": [], "published_from": "none"}
    flat |= {key: text_source[key] for key in ("id", "file", "published") if key in text_source}
    if "published" in flat:
        flat["published_from"] = "metadata"
    for number, event in enumerate(text_source.get("events", []), 1):
        unknown = set(event) - EVENT_KEYS
        if unknown:
            raise AnnotationError(f"event {number}: unknown keys {sorted(unknown)}")
        name = f"E{number}"
        flat["events"][name] = {k: event[k] for k in ("type", "date", "part", "dprk") if k in event}
        optional = bool(event.get("optional", False))
        for mention in event["mentions"]:
            line = {"optional": optional} | mention | {"event": name}
            flat["mentions"] += _every_place(line, text)
    return flat


def _every_place(line: Json, text: str) -> list[Json]:
    """Return ``words#*`` as one line for each place of the words; any other line alone."""
    words, mark, number = line["on"].partition("#")
    if number != "*":
        return [line]
    if not line["optional"]:
        raise AnnotationError(f"{line['on']!r}: every place at once is for optional mentions")
    count = len(re.findall(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text))
    if not count:
        raise AnnotationError(f"words not in the text: {words!r}")
    return [line | {"on": f"{words}{mark}{place}"} for place in range(1, count + 1)]


@dataclass(frozen=True)
class Annotated:
    """One annotated text: where its annotation stands, and what it says."""

    place: str
    source: Json

    @property
    def shared(self) -> bool:
        """Whether the text itself stands in ``../shared``."""
        return not self.source["file"].startswith("texts/")

    @property
    def part(self) -> str:
        """The part of the gold that it belongs to: ``shared``, or a wave of own texts, ``own3``."""
        if self.shared:
            return "shared"
        wave = self.place.partition("_")[0]
        return wave if wave in LATER_WAVES else "own"

    def read(self, shared: Path) -> tuple[bytes, str]:
        """Return the bytes that are hashed, and the text that offsets count in."""
        path = (shared if self.shared else ROWS) / self.source["file"]
        data = path.read_bytes()
        if path.suffix == ".jsonl":
            data = _line_of(data, self.source["id"])
            text = str(json.loads(data)["text"])
        else:
            text = data.decode("utf-8")
        if self.shared and hashlib.sha256(data).hexdigest() != self.source["sha256"]:
            raise AnnotationError(f"{path.name} is not the text that was annotated (sha256)")
        return data, text


def _line_of(data: bytes, record_id: str) -> bytes:
    for line in data.splitlines():
        if line.strip() and json.loads(line)["id"] == record_id:
            return line
    raise AnnotationError(f"no record {record_id!r}")


def annotated(folder: Path = ROWS) -> Iterator[Annotated]:
    """Yield every annotated text of ``folder``, in order of file and place."""
    for path in sorted((folder / "annotations").glob("*.toml")):
        try:
            content = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise AnnotationError(f"{path.name}: {error}") from error
        common = {key: value for key, value in content.items() if key != "texts"}
        for source in content["texts"]:
            whole = common | source
            unknown = set(whole) - TEXT_KEYS
            if unknown or not {"id", "file"} <= set(whole):
                raise AnnotationError(f"{path.name}: {whole.get('id')}: keys {sorted(whole)}")
            yield Annotated(path.name, whole)


def halves() -> dict[str, str]:
    """Return ``unseen`` or ``released`` by the id of a text; the others are for ``tuning``."""
    split = tomllib.loads((ROWS / "split.toml").read_text(encoding="utf-8"))
    return {name: half for half in ("unseen", "released") for name in split[half]}


def build(*, own: bool, shared: Path | None) -> dict[str, list[Json]]:
    """Return the gold records by name of file (``own-tuning`` …), of the parts asked for.

    Raises:
        AnnotationError: with file and id of the annotation, for anything that does not fit.

    """
    vocabulary = tomllib.loads(VOCABULARY.read_text(encoding="utf-8"))
    countries = Countries(tomllib.loads((ROWS / "countries.toml").read_text(encoding="utf-8")))
    half_of = halves()
    found: dict[str, list[Json]] = {}
    ids: set[str] = set()
    faults = []
    for text in annotated():
        name = text.source["id"]
        if name in ids:
            faults.append(f"{text.place}: id {name!r} stands twice")
        ids.add(name)
        if (text.shared and shared is None) or (not text.shared and not own):
            continue
        try:
            data, words = text.read(shared or SHARED)
            record = RowBuilder(text.source, words, vocabulary, countries).record(data)
        except (AnnotationError, KeyError, OSError) as error:
            faults.append(f"{text.place}: {name}: {error}")
            continue
        found.setdefault(f"{text.part}-{half_of.get(name, 'tuning')}", []).append(record)
    if half_of.keys() - ids:
        faults.append(f"split.toml: no such texts: {sorted(half_of.keys() - ids)}")
    if faults:
        raise AnnotationError("\n".join(faults))
    return found


def main() -> int:
    """Write the gold files, or only check the annotations; return the exit status."""
    parser = argparse.ArgumentParser(description="Build the gold of events as rows.")
    parser.add_argument("-o", "--output", type=Path, default=ROOT / "out" / "rows")
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder with corpus/")
    parser.add_argument("--check", action="store_true", help="check only, write nothing")
    given = parser.parse_args()
    there = (given.shared / "corpus").is_dir()
    if not there:
        print(f"{given.shared} is not there: its texts are left out", file=sys.stderr)
    try:
        gold = build(own=True, shared=given.shared if there else None)
    except AnnotationError as error:
        print(error, file=sys.stderr)
        return 1
    if not given.check:
        given.output.mkdir(parents=True, exist_ok=True)
        (given.output / "who.json").write_text("{}\n", encoding="utf-8")
    for name, records in sorted(gold.items()):
        lines = [json.dumps(record, ensure_ascii=False) + "\n" for record in records]
        if not given.check:
            (given.output / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {len(lines)} texts", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
