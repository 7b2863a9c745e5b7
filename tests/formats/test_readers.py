"""Polars, DuckDB, pandas and jq read the figures of event lines as they were written."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline
from dprk_events.reading import ReadingOptions, read_paths
from dprk_events.records import DocumentRecord, EventRecord, flatten_events, to_line
from dprk_events.records.document import Quantity

pytestmark = pytest.mark.model

LINES = 3_000
"""More than readers look at to guess types, and than DuckDB takes at a time (2,048)."""
SAMPLES = Path(__file__).parents[2] / "samples"
WHOLE_KM = 10
"""Of so many lengths one has no decimals: it must not become an integer."""
KEYS = (
    "confidence", "mention_confidence", "attributes.apogee_km.value", "attributes.apogee_km.min",
    "attributes.apogee_km.max", "attributes.distance_km.value", "attributes.number.value",
    "attributes.number.min", "attributes.number.max", "time.earliest",
)  # fmt: skip
COUNTS = ("value", "min", "max")
"""Keys of the entries of ``roles`` with the role ``quantity``."""
Row = tuple[Any, ...]


class Written(NamedTuple):
    """The lines in a file and what is in them."""

    path: Path
    figures: list[Row]
    """The values of KEYS, a row for each line."""
    counts: list[Row]
    """The values of COUNTS, a row for each quantity."""
    types: dict[str, set[str]]
    """Path of a key → the types of its values, null aside."""


@pytest.fixture(scope="module")
def written(
    parser: Parser,
    gazetteer: Gazetteer,
    rules: RuleSet,
    tmp_path_factory: pytest.TempPathFactory,
) -> Written:
    path = tmp_path_factory.mktemp("lines") / "events.jsonl"
    events = _sample_events(Pipeline(parser.model, gazetteer, rules))
    lines = [to_line(each) for each in _varied(events)]
    path.write_bytes(b"".join(lines))
    made = Written(path, [], [], {})
    for line in map(json.loads, lines):
        made.figures.append(tuple(_at(line, key) for key in KEYS))
        made.counts.extend(tuple(role[key] for key in COUNTS) for role in _counted(line))
        _types(line, "", made.types)
    return made


def _sample_events(pipeline: Pipeline) -> list[EventRecord]:
    """Return a test and an event that counts something, cut down to what has figures.

    Polars takes half a second for a thousand whole events.
    """
    paths = sorted(map(str, SAMPLES.glob("*.txt")))
    events = [
        event
        for record in pipeline.records(read_paths(paths, ReadingOptions()))
        if isinstance(record, DocumentRecord)
        for event in flatten_events(record, None)
    ]
    test = next(event for event in events if event.attributes is not None)
    counted = [event for event in events if event.attributes is None and _quantities(event)]
    lean = {"mentions": test.mentions[:1], "sources": [], "place": None, "date": None}
    return [
        event.model_copy(update={**lean, "roles": _quantities(event)})
        for event in (test, *counted[:1])
    ]


def _quantities(event: EventRecord) -> list[Quantity]:
    return [role for role in event.roles if isinstance(role, Quantity)]


def _varied(events: list[EventRecord]) -> Iterator[EventRecord]:
    """Repeat events with other figures, null among them."""
    for i, event in enumerate(islice(cycle(events), LINES)):
        part = i / LINES
        km = float(i) if i % WHOLE_KM == 0 else i + 0.5
        attributes = event.attributes and event.attributes.model_validate(
            {
                **dict.fromkeys(("missile", "class", "site", "landing", "outcome")),
                "number": _figure(i * 1000, i * 900, None if i % 7 == 0 else i * 1100),
                "apogee_km": _figure(km, None if i % 3 == 0 else km, km),
                "distance_km": None if i % 11 == 0 else _figure(km / 4, None, None),
            }
        )
        roles = [
            role.model_copy(update={"value": None if i % 5 == 0 else i * 98_000, "min": i})
            for role in _quantities(event)
        ]
        figures = {"confidence": round(part, 4), "mention_confidence": round(1.0 - part, 4)}
        yield event.model_copy(update={"attributes": attributes, "roles": roles, **figures})


def _figure(value: float | None, low: float | None, high: float | None) -> dict[str, Any]:
    return {"value": value, "min": low, "max": high, "text": "2", "start": 0, "end": 1}


def _at(line: Any, key: str) -> Any:
    for step in key.split("."):
        line = None if line is None else line[step]
    return line


def _counted(line: dict[str, Any]) -> Iterator[dict[str, Any]]:
    return (role for role in line["roles"] if role["role"] == "quantity")


def test_a_key_has_one_type_in_every_line(written: Written) -> None:
    types = written.types
    assert {where: found for where, found in types.items() if len(found) > 1} == {}
    assert types["attributes.apogee_km.value"] == types["attributes.distance_km.value"] == {"float"}
    assert types["attributes.number.value"] == types["roles[].value"] == {"int"}
    assert types["confidence"] == types["mention_confidence"] == {"float"}


def _types(value: Any, where: str, types: dict[str, set[str]]) -> None:
    if isinstance(value, dict):
        for key, each in value.items():
            _types(each, f"{where}.{key}".lstrip("."), types)
    elif isinstance(value, list):
        for each in value:
            _types(each, f"{where}[]", types)
    elif value is not None:
        types.setdefault(where, set()).add(type(value).__name__)


def test_polars(written: Written) -> None:
    polars: Any = pytest.importorskip("polars")
    frame = polars.read_ndjson(written.path, infer_schema_length=None)
    columns = [_polars_field(polars, key).alias(key) for key in KEYS]
    assert frame.select(columns).rows() == written.figures
    roles = frame.select(polars.col("roles").explode().struct.unnest())
    counts = roles.filter(polars.col("role") == "quantity").select(COUNTS)
    assert counts.rows() == written.counts
    assert {str(kind) for kind in counts.dtypes} == {"Int64"}


def _polars_field(polars: Any, key: str) -> Any:
    first, *steps = key.split(".")
    column = polars.col(first)
    for step in steps:
        column = column.struct.field(step)
    return column


def test_duckdb(written: Written) -> None:
    duckdb: Any = pytest.importorskip("duckdb")
    with duckdb.connect() as base:
        base.execute(
            "create table events as select * from read_json(?, sample_size=-1)", [str(written.path)]
        )
        columns = ", ".join(f"events.{key}" for key in KEYS[:-1])
        columns += ", cast(events.time.earliest as varchar)"  # days are read as dates
        assert base.execute(f"select {columns} from events").fetchall() == written.figures  # noqa: S608
        counts = base.execute(
            "select role.value, role.min, role.max from (select unnest(roles) as role from events)"
            " where role.role = 'quantity'"
        )
        assert {str(column[1]) for column in counts.description} == {"BIGINT"}
        assert counts.fetchall() == written.counts


def test_pandas(written: Written) -> None:
    pandas: Any = pytest.importorskip("pandas")
    # Without precise_float pandas reads 0.0003 as 0.00030000000000000003.
    frame = pandas.read_json(written.path, lines=True, precise_float=True)
    read = frame.to_dict("records")
    assert [tuple(_at(line, key) for key in KEYS) for line in read] == written.figures
    assert str(frame["confidence"].dtype) == "float64"
    counts = [tuple(role[key] for key in COUNTS) for line in read for role in _counted(line)]
    assert counts == written.counts


def test_jq(written: Written) -> None:
    jq = shutil.which("jq")
    if jq is None:
        pytest.skip("jq is not installed")
    wanted = ", ".join(f".{key}" for key in KEYS)
    numbers = ", ".join(f".{key}" for key in COUNTS)
    query = f'[[{wanted}], [.roles[] | select(.role == "quantity") | [{numbers}]]]'
    run = subprocess.run([jq, "-c", query, written.path], capture_output=True, check=True)
    read = [json.loads(line) for line in run.stdout.splitlines()]
    assert [tuple(figures) for figures, _ in read] == written.figures
    assert [tuple(each) for _, counts in read for each in counts] == written.counts
