"""Score what is said of missile tests against tests/gold/attributes.toml.

    python tools/eval_attributes.py [-v]

A column counts for an event that the program found: "right" where the value is one of those marked,
"wrong" where it is another or the text states none, "missed" where it is marked and not right.
A test that was not found is missed with all its columns. ``-v`` lists what is not right.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from tools.evaluate import GOLD, extract_own, make_extractor, read_gold
from tools.scoring import Counts

if TYPE_CHECKING:
    from dprk_events.pipeline import Pipeline

FILE = GOLD / "attributes.toml"
COLUMNS = ("missile", "class", "number", "site", "landing", "apogee_km", "distance_km", "outcome")
Json = dict[str, Any]


@dataclass
class Result:
    """Counts by column, and in words what was not right."""

    events: int = 0
    not_found: int = 0
    columns: dict[str, Counts] = field(default_factory=lambda: {c: Counts() for c in COLUMNS})
    faults: list[str] = field(default_factory=list)

    @property
    def all(self) -> Counts:
        """All columns together."""
        each = self.columns.values()
        return Counts(
            sum(c.right for c in each), sum(c.wrong for c in each), sum(c.missed for c in each)
        )

    def add(self, name: str, marked: Json, given: Json | None) -> None:
        """Count one event; ``given`` are its attributes, None where it was not found."""
        self.events += 1
        self.not_found += given is None
        for column, counts in self.columns.items():
            wanted = marked.get(column)
            got = None if given is None else given[column]
            if isinstance(wanted, str) and wanted.startswith("?"):
                continue
            if got is None and wanted is None:
                continue
            if got is not None and wanted is not None and _same(got, wanted):
                counts.right += 1
                continue
            counts.wrong += got is not None
            counts.missed += wanted is not None
            self.faults.append(f"{name}: {column}: {_shown(got)} for {wanted}")


def _same(got: Json, wanted: Any) -> bool:
    if isinstance(wanted, str):
        return got["value"] in [each.strip() for each in wanted.split("|")]
    if isinstance(wanted, dict):
        bounds = (wanted.get("min"), wanted.get("max"))
        return got["value"] is None and (got["min"], got["max"]) == bounds
    return bool(got["value"] == wanted)


def _shown(got: Json | None) -> str:
    if got is None:
        return "nothing"
    bounds = f" [{got['min']}, {got['max']}]" if "min" in got else ""
    return f"{got['value']}{bounds} “{got['text']}”"


def read_marked(file: Path = FILE) -> Json:
    """Read the marked attributes: ``events`` of articles and ``passages``."""
    return tomllib.loads(file.read_text("utf-8"))


def score_articles(found: Mapping[str, Json], marked: Json) -> Result:
    """Score the events of the annotated articles; ``found`` are records by SHA-256."""
    result = Result()
    gold = {each["id"]: each for each in read_gold(GOLD / "gold.jsonl")}
    for event in marked["events"]:
        article = gold[event["id"]]
        mentions = [m for m in article["mentions"] if m["event"] == event["event"]]
        spans = [(m["trigger"]["start"], m["trigger"]["end"]) for m in mentions]
        if not spans:
            raise ValueError(f"{FILE.name}: {event['id']} has no event {event['event']}")
        given = _attributes(found[article["sha256"]], spans)
        result.add(f"{event['id']} {event['event']}", event, given)
    return result


def score_passages(extractor: Pipeline, marked: Json) -> Result:
    """Run the program on the passages and score them."""
    from dprk_events.reading import Article  # noqa: PLC0415

    result = Result()
    passages = marked["passages"]
    articles = [
        Article(id=hashlib.sha256(p["text"].encode()).hexdigest(), path=f"P{n}", text=p["text"])
        for n, p in enumerate(passages, start=1)
    ]
    for passage, article, record in zip(
        passages, articles, extractor.records(articles), strict=True
    ):
        line = record.model_dump(by_alias=True)
        for event in passage["events"]:
            start = passage["text"].index(event["on"])
            given = _attributes(line, [(start, start + len(event["on"]))])
            result.add(f"{article.path} {event['on']}", event, given)
    return result


def _attributes(record: Json, spans: list[tuple[int, int]]) -> Json | None:
    """Attributes of the event that has most of the triggers at these places."""
    best: tuple[int, Json | None] = (0, None)
    for event in record["events"]:
        if event["type"] == "missile_test":
            triggers = [m["trigger"] for m in event["mentions"]]
            hits = sum(any(t["start"] < b and a < t["end"] for t in triggers) for a, b in spans)
            if hits > best[0]:
                best = (hits, event["attributes"])
    return best[1]


def table(results: Mapping[str, Result]) -> Iterator[str]:
    """Lines of a table of all columns."""
    for name, result in results.items():
        yield f"{name}: {result.events} events, {result.not_found} not found"
        for column, c in [*result.columns.items(), ("all", result.all)]:
            yield (
                f"  {column:12} P {c.precision:.2f}  R {c.recall:.2f}  F1 {c.f1:.2f}"
                f"  (right {c.right}, wrong {c.wrong}, missed {c.missed})"
            )


def main() -> int:
    """Print the table."""
    marked = read_marked()
    extractor = make_extractor()
    results = {
        "articles": score_articles(extract_own(extractor), marked),
        "passages": score_passages(extractor, marked),
    }
    print("\n".join(table(results)))
    if "-v" in sys.argv[1:]:
        for result in results.values():
            print("\n".join(result.faults))
    return 0


if __name__ == "__main__":
    sys.exit(main())
