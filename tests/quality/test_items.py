"""A gate: as many rows of plain items are right as they were."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from tools.eval_items import FLOORS, ITEMS, pair, read_items, rows_of, score

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.names import MODALITIES
from dprk_events.pipeline import Pipeline

Json = dict[str, Any]
FILES = sorted(ITEMS.glob("*.jsonl"))


@pytest.mark.slow
@pytest.mark.model
def test_no_file_falls_under_its_floor(
    parser: Parser, gazetteer: Gazetteer, rules: RuleSet
) -> None:
    pipeline = Pipeline(parser.model, gazetteer, rules)
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    found = {}
    for path in FILES:
        items = read_items(path)
        found[path.stem] = score(items, [rows_of(pipeline, item) for item in items]).f1
    assert found.keys() == floors.keys()
    assert {name for name, f1 in found.items() if f1 < floors[name]} == set()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_values_are_known(path: Path, rules: RuleSet) -> None:
    items, types = read_items(path), set(rules.types)
    events = [event for item in items for event in item["events"]]
    assert {event["type"] for event in events} <= types
    assert {event["modality"] for event in events} <= set(MODALITIES)
    assert {kind for item in items for kind in item.get("may", ())} <= types
    assert len({item["id"] for item in items}) == len(items)


def row(kind: str = "visit", who: str = "KP", date: str | None = None, **more: Any) -> Json:
    roles = [{"role": "actor", "countries": [who] if who else []}]
    time = {"value": date, "ground": "stated"}
    return {"type": kind, "modality": "asserted", "roles": roles, "time": time, **more}


WANTED = {"type": "visit", "modality": "asserted", "date": None, "who": ["KP"], "whom": []}


@pytest.mark.parametrize(
    ("wanted", "rows", "counts"),
    [
        ([WANTED], [row()], (1, 1, 1, 1)),
        ([WANTED], [row(who="RU")], (1, 1, 1, 0)),
        ([WANTED], [row(date="2024-05-01")], (1, 1, 1, 0)),
        ([WANTED | {"date": [None, "2024-05-01"]}], [row(date="2024-05-01")], (1, 1, 1, 1)),
        ([WANTED | {"who": ["KP", "?RU"]}], [row()], (1, 1, 1, 1)),
        ([WANTED | {"who": ["?KP"]}], [row(who="")], (1, 1, 1, 1)),
        ([WANTED], [row(), row()], (1, 2, 1, 1)),
        ([WANTED], [row("meeting")], (1, 1, 0, 0)),
        ([], [row("agreement")], (0, 0, 0, 0)),
        ([WANTED], [], (1, 0, 0, 0)),
    ],
)
def test_a_row_is_right_if_all_of_it_is(wanted: list[Json], rows: list[Json], counts: Any) -> None:
    got = score([{"events": wanted, "may": ["agreement"]}], [rows])
    assert (got.wanted, got.rows, got.paired, got.right) == counts


def test_the_most_alike_are_paired() -> None:
    wanted = [WANTED | {"who": ["RU"]}, WANTED]
    pairs = pair(wanted, [row(), row(who="RU")])
    assert {(each.wanted, each.row, each.wrong) for each in pairs} == {(0, 1, ()), (1, 0, ())}
