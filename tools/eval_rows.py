"""Measure rows: whether an event is right in type, who, to whom, time and modality at once.

Usage: ``python tools/eval_rows.py`` prints for each part of ``tests/rows`` (the shared ones where
``../shared`` is) how many rows are right; ``--write-floors`` pins the own parts' F1 a hundredth
lower in ``tests/quality/rows.toml``.

An annotated event with a mention that counts is paired with the row of its type that holds the
first of its mentions that was found. Of a pair are compared the modality (of the most committed
mention), the date, and the countries that act and are acted upon: none that is needed may be
missing, and none may be there that is neither needed nor optional. Precision counts right rows
among all rows in scope, but those of optional mentions only; recall, among annotated events.

Sources are counted by mention: of the mentions in rows in scope to which the annotation gives a
source, those that are found with the same one, as far as one naming holds the other.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from tools.build_rows import SHARED, annotated, build  # noqa: E402

from dprk_events.french import key  # noqa: E402
from dprk_events.names import MODALITIES  # noqa: E402
from dprk_events.pipeline import Pipeline  # noqa: E402
from dprk_events.reading import Article, ReadingOptions, Source, read_safely  # noqa: E402
from dprk_events.records import EventRecord, flatten_events  # noqa: E402

FLOORS = ROOT / "tests" / "quality" / "rows.toml"
MARGIN = 0.01
ARTICLE = re.compile(r"^(?:l'|la |le |les |des |du |un |une )")
SIDES = ("actor", "recipient")
ASKED = ("modality", "date", *SIDES)
Json = dict[str, Any]


class RowScore(NamedTuple):
    """Counts of one part: annotated events, rows, pairs, and pairs right in each respect."""

    gold: int = 0
    rows: int = 0
    paired: int = 0
    right: Mapping[str, int] = {}
    sourced: int = 0
    """Mentions found to which the annotation gives a source."""
    sources_right: int = 0

    @property
    def f1(self) -> float:
        """F1 of rows that are right in all respects."""
        both = self.gold + self.rows
        return 2 * self.right.get("row", 0) / both if both else 0.0

    def line(self, name: str) -> str:
        """Write the part as a line of the table."""
        shares = [self.right.get(each, 0) / max(1, self.paired) for each in (*ASKED, "row")]
        counts = f"{self.gold:5} {self.rows:5} {self.paired:5}"
        sources = f"{self.sources_right / max(1, self.sourced):.3f} of {self.sourced}"
        columns = "  ".join(f"{s:.3f}" for s in shares)
        return f"{name:16} {counts}  {columns}   {self.f1:.3f}  {sources}"


def score_row_texts(gold: Iterable[Json], found: Mapping[str, Sequence[EventRecord]]) -> RowScore:
    """Score the rows of some texts.

    Args:
        gold: Records that ``build_rows`` makes.
        found: The events found in each text, by the record's id.

    """
    total = Counter[str]()
    for record in gold:
        rows = [e.model_dump(by_alias=True) for e in found[record["id"]] if e.dprk]
        used: set[int] = set()
        for mentions in _events(record):
            total["gold"] += 1
            at = _paired(mentions, rows, used)
            if at is not None:
                used.add(at)
                total += Counter({"paired": 1, **_verdict(mentions, rows[at])})
        optional = [m for m in record["mentions"] if m["optional"]]
        spare = (n for n in range(len(rows)) if n not in used)
        total += _sources(record["mentions"], rows)
        total["rows"] += len(used) + sum(not _any_hit(optional, rows[n]) for n in spare)
    right = {name: total[name] for name in (*ASKED, "row")}
    sources = total["sourced"], total["sources right"]
    return RowScore(total["gold"], total["rows"], total["paired"], right, *sources)


def _sources(mentions: Iterable[Json], rows: Sequence[Json]) -> Counter[str]:
    """Count the mentions found that have a source, and those of them with the right one."""
    counts = Counter[str]()
    for mention in mentions:
        if mention["optional"] or not mention.get("attribution"):
            continue
        row = next((row for row in rows if _any_hit([mention], row)), None)
        if row is not None:
            counts["sourced"] += 1
            counts["sources right"] += _names_source(mention, row)
    return counts


def _names_source(mention: Json, row: Json) -> bool:
    """Return whether the found mention at the same words names the annotated source."""
    right = [_bare(each) for each in (mention["attribution"], *mention.get("attribution_alt", ()))]
    for found in row["mentions"]:
        said = found.get("attribution")
        if said is not None and _any_hit([mention], {**row, "mentions": [found]}):
            words = _bare(said["text"])
            return any(words in each or each in words for each in right)
    return False


def _bare(words: str) -> str:
    """Return words without case, marks and a leading article, so that two namings compare."""
    return ARTICLE.sub("", key(words)).strip()


def _events(record: Json) -> Iterator[list[Json]]:
    for name in dict.fromkeys(m["event"] for m in record["mentions"]):
        mentions = [m for m in record["mentions"] if m["event"] == name]
        if not all(m["optional"] for m in mentions):
            yield mentions


def _paired(mentions: Sequence[Json], rows: Sequence[Json], used: set[int]) -> int | None:
    for mention in mentions:
        if not mention["optional"]:
            for n, row in enumerate(rows):
                if n not in used and _any_hit([mention], row):
                    return n
    return None


def _any_hit(mentions: Iterable[Json], row: Json) -> bool:
    found = [m["trigger"] for m in row["mentions"]]
    return any(
        place["start"] < t["end"] and t["start"] < place["end"]
        for m in mentions
        if m["type"] == row["type"]
        for place in (m["trigger"], *(m["trigger"].get("alt") or ()))
        for t in found
    )


def _verdict(mentions: Sequence[Json], row: Json) -> dict[str, int]:
    modality = min((m["modality"] for m in mentions), key=MODALITIES.index)
    dates = {m["date"] for m in mentions if m.get("date")} or {None}
    stated = row["time"]["value"] if row["time"]["ground"] != "known-happening" else None
    verdict = {"modality": row["modality"] == modality, "date": stated in dates}
    for side in SIDES:
        roles = [r for m in mentions for r in m["roles"] if r["role"] == side]
        need = {c for r in roles if not r.get("optional") for c in r["countries"]}
        free = {c for r in roles if r.get("optional") for c in r["countries"]}
        got = {c for r in row["roles"] if r["role"] == side for c in r["countries"]}
        verdict[side] = need <= got <= need | free
    return {name: int(v) for name, v in {**verdict, "row": all(verdict.values())}.items()}


def find_rows(pipeline: Pipeline, parts: Mapping[str, Sequence[Json]]) -> dict[str, Any]:
    """Return the events that the program finds in each text of the parts, by the text's id."""
    wanted = {record["id"] for records in parts.values() for record in records}
    found: dict[str, list[EventRecord]] = {}
    for text in annotated():
        identity = text.source["id"]
        if identity in wanted:
            _, words = text.read(SHARED)
            found[identity] = events_in(pipeline, words, text.source.get("published"))
    return found


def events_in(pipeline: Pipeline, text: str, published: object) -> list[EventRecord]:
    """Return the events that the program finds in a text, given its publication day or None."""
    analysis = pipeline.analyse(article_of(text, published))
    return list(flatten_events(pipeline.record(analysis), None))


def article_of(text: str, published: object, name: str = "text") -> Article:
    """Read a text of the evaluation, given its publication day or None, and what to call it."""
    day = dt.date.fromisoformat(str(published)) if published else None
    options = ReadingOptions(published=day, encoding="utf-8", format="text", any_language=True)
    article = read_safely(Source(name, text.encode("utf-8")), options)
    assert isinstance(article, Article), article
    return article


def read_floors() -> dict[str, float]:
    """Return the least F1 of each own part."""
    return tomllib.loads(FLOORS.read_text("utf-8"))


def main() -> int:
    """Print the table; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write-floors", action="store_true")
    arguments = parser.parse_args()
    parts = build(own=True, shared=SHARED if (SHARED / "corpus").is_dir() else None)
    found = find_rows(Pipeline.load(), parts)
    scores = {name: score_row_texts(records, found) for name, records in parts.items()}
    print(f"{'rows':16}  gold  rows pairs  modal  date   who    whom   row     F1     source")
    for name, score in scores.items():
        print(score.line(name))
    if arguments.write_floors:
        own = {n: s for n, s in scores.items() if n.startswith("own")}
        lines = (f"{name} = {max(0.0, s.f1 - MARGIN):.3f}" for name, s in own.items())
        head = "# The least F1 of rows that tests/quality lets pass; by tools/eval_rows.py.\n\n"
        FLOORS.write_text(head + "\n".join(lines) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
