"""Judge every row of the output for the annotated articles and the plain items, cell by cell.

Rows of the annotated texts are judged as ``score_rows.py`` of ``../shared/tools`` does, those of
the plain items as ``tools/eval_items.py``. Of an unseen text nothing is kept but what stands here.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from tools.build_rows import SHARED, annotated, build
from tools.eval_items import pair, read_items
from tools.eval_rows import article_of

from dprk_events.events import Event
from dprk_events.participants.confidence import sureness
from dprk_events.participants.grades import grades
from dprk_events.participants.signs import Around, around, signs_by_cell
from dprk_events.pipeline import Pipeline
from dprk_events.records import EventRecord, flatten_events

GOLD = ("dev", "dev2")
SIDES = {"actor": "who", "recipient": "whom"}
Json = dict[str, Any]
Wrong = frozenset[str]
"""Cells of a row that are wrong: "real" alone where no such row is wanted, none of a right row."""
UNREAL: Wrong = frozenset({"real"})


class Judged(NamedTuple):
    """A row: what speaks for and against it, its confidence, and which cells are wrong."""

    signs: Mapping[str, Sequence[str]]
    """Cell → what speaks for and against it."""
    confidence: float
    wrong: Wrong
    text: str = ""
    """The id of its text."""
    tuned: bool = False
    """Whether rules were made with sight of the text."""
    sure: tuple[float, ...] = ()
    """How sure each cell is, in the order of ``CELLS``."""

    @property
    def right(self) -> bool:
        """Whether all of it is right."""
        return not self.wrong


def scorer() -> ModuleType | None:
    """Return ``score_rows.py`` of ``../shared``; None where that is absent."""
    path = SHARED / "tools" / "score_rows.py"
    spec = util.spec_from_file_location("score_rows", path) if path.is_file() else None
    if spec is None or spec.loader is None:
        return None
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged_rows(pipeline: Pipeline, judge: ModuleType, parts: Iterable[str]) -> list[Judged]:
    """Judge every row of the output for the texts of these parts."""
    gold = build(own=True, shared=SHARED)
    texts = {text.source["id"]: text for text in annotated()}
    who = json.loads((SHARED / "gold" / "who.json").read_text("utf-8"))
    rows: list[Judged] = []
    for part in parts:
        if part in GOLD:
            for line in (SHARED / "gold" / f"{part}.jsonl").read_text("utf-8").splitlines():
                record = json.loads(line)
                text = (SHARED / record["file"]).read_text("utf-8")
                rows += _of_text(pipeline, judge, record, text, record.get("published"), who)
            continue
        for record in gold[part]:
            source = texts[record["id"]]
            _, text = source.read(SHARED)
            rows += _of_text(pipeline, judge, record, text, source.source.get("published"), {})
    return rows


def _of_text(
    pipeline: Pipeline,
    judge: ModuleType,
    gold: Json,
    text: str,
    published: str | dt.date | None,
    who: Json,
) -> Iterator[Judged]:
    seen, events, flat = _rows_in(pipeline, gold["id"], text, published)
    yield from _judged(seen, events, _verdicts(judge, gold, flat, who), gold["id"])


def _rows_in(
    pipeline: Pipeline, name: str, text: str, published: str | dt.date | None
) -> tuple[Around, list[Event], list[EventRecord]]:
    """Return what stands around the events of a text, these in order, and their rows."""
    analysis = pipeline.analyse(article_of(text, published, name))
    events = sorted(analysis.events, key=lambda e: min((m.start, m.end) for m in e.mentions))
    seen = around(analysis.findings, analysis.findings.events)
    return seen, events, list(flatten_events(pipeline.record(analysis), None))


def _judged(
    seen: Around, events: Sequence[Event], verdicts: Sequence[Wrong | None], name: str
) -> Iterator[Judged]:
    for event, wrong in zip(events, verdicts, strict=True):
        if wrong is not None:
            signs = signs_by_cell(event, seen, grades())
            yield Judged(signs, event.confidence or 0.0, wrong, name, sure=sureness(signs))


def judged_items(pipeline: Pipeline, files: Iterable[Path]) -> list[Judged]:
    """Judge every row of the output for plain items, as ``tools/eval_items.py`` does."""
    rows: list[Judged] = []
    for path in files:
        for item in read_items(path):
            name = f"{path.stem} {item['id']}"
            seen, events, flat = _rows_in(pipeline, name, item["text"], item["published"])
            rows += _judged(seen, events, _item_verdicts(item, flat), name)
    return rows


def _item_verdicts(item: Json, flat: Sequence[EventRecord]) -> list[Wrong | None]:
    """Say of each row of an item what is wrong; None for one that is not looked at."""
    rows = [event.model_dump(by_alias=True) for event in flat]
    scope = [n for n, row in enumerate(rows) if row["dprk"] is not False]
    pairs = {
        scope[each.row]: frozenset(each.wrong)
        for each in pair(item["events"], [rows[n] for n in scope])
    }
    free = item.get("may", ())
    return [
        None if n not in pairs and (n not in scope or row["type"] in free) else pairs.get(n, UNREAL)
        for n, row in enumerate(rows)
    ]


def _verdicts(
    judge: ModuleType, gold: Json, events: Sequence[EventRecord], who: Json
) -> list[Wrong | None]:
    """Say of each row what is wrong; None for one that is not looked at."""
    found = [event.model_dump(by_alias=True) for event in events]
    verdicts: list[Wrong | None] = []
    paired: set[str] = set()
    for event in found:
        near = [m for m in gold["mentions"] if m["type"] == event["type"] and _hit(m, event)]
        needed = [m for m in near if not m.get("optional")]
        if event["dprk"] is False or (near and not needed):
            verdicts.append(None)
            continue
        names = [name for m in needed if (name := m["event"]) not in paired]
        if not names:
            verdicts.append(UNREAL)
            continue
        paired.add(names[0])
        mentions = [m for m in gold["mentions"] if m["event"] == names[0]]
        verdicts.append(frozenset(_wrong(judge, gold["id"], mentions, event, who)))
    return verdicts


def _hit(gold: Json, event: Json) -> bool:
    places = [gold["trigger"], *(gold["trigger"].get("alt") or ())]
    triggers = [mention["trigger"] for mention in event["mentions"]]
    return any(p["start"] < t["end"] and t["start"] < p["end"] for p in places for t in triggers)


def _wrong(judge: ModuleType, text: str, gold: list[Json], event: Json, who: Json) -> Iterator[str]:
    """Yield the cells in which a row differs from the annotated event that it is paired with."""
    modalities = {m["modality"] for m in gold}
    if event["modality"] != next(m for m in judge.COMMITTED if m in modalities):
        yield "modality"
    dates = {judge.edtf(m["date"]) for m in gold if m.get("date")} or {None}
    stated = None if event["date"] is None else event["date"]["value"]
    if judge.edtf(stated) not in dates:
        yield "date"
    for side, cell in SIDES.items():
        need: set[str] = set()
        free: set[str] = set()
        for mention in gold:
            for role in mention["roles"]:
                if role["role"] == side:
                    behind = _behind(role, text, mention["event"], who)
                    (free if role.get("optional") else need).update(behind)
        got = {c for r in event["roles"] if r["role"] == side for c in r["countries"]}
        if not need <= got <= need | free:
            yield cell


def _behind(role: Json, text: str, event: str, who: Json) -> Iterable[str]:
    if "countries" in role:
        found: Iterable[str] = role["countries"]
        return found
    words = role["text"]
    keys = (f"{text}:{event}:{words}", f"{text}:{words}", words)
    return next(iter(who[key] for key in keys if key in who))
