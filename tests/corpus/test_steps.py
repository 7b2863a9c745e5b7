"""Steps across documents: rows of plain values, and a command each."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from dprk_events.cli import app, steps
from dprk_events.corpus.keys import KEYS
from dprk_events.corpus.names import step_names, step_summary
from dprk_events.corpus.stats import run
from dprk_events.corpus.steps import StepError, is_step_heading, load_step, step_heading
from dprk_events.output.grid import print_grid
from dprk_events.records import EventRecord, flatten_events, to_line
from tests.records.samples import TEXT, sample

RECORD = sample().record()
EVENTS = list(flatten_events(RECORD, TEXT))


@pytest.mark.parametrize("name", step_names())
def test_every_step_has_a_summary_and_runs_on_nothing(name: str) -> None:
    assert step_summary(name).endswith(".")
    assert list(load_step(name)([])) == []
    heading = step_heading(name, {})
    assert is_step_heading(name, [key for key in heading if key != "record"])
    assert not is_step_heading(name, ["name", "age"])


def test_document_and_event_lines_count_the_same() -> None:
    rows = list(run([RECORD], everything=True))
    assert rows == list(run(EVENTS, everything=True))
    assert sum(row["events"] for row in rows) == len(EVENTS)
    assert list(rows[0]) == ["record", "type", "modality", "events"]
    assert rows == sorted(rows, key=lambda row: (row["type"], row["modality"]))


def test_only_events_of_north_korea_unless_told() -> None:
    elsewhere = EVENTS[0].model_copy(update={"dprk": False})
    assert list(run([elsewhere])) == []
    assert [row["events"] for row in run([elsewhere], everything=True)] == [1]


@pytest.mark.parametrize("key", KEYS)
def test_every_event_has_a_value_of_every_key(key: str) -> None:
    rows = list(run(EVENTS, by=[key], everything=True))
    assert sum(row["events"] for row in rows) >= len(EVENTS)


def test_a_month_that_is_not_known_is_no_month() -> None:
    time = EVENTS[0].time.model_copy(update={"earliest": None})
    undated = EVENTS[0].model_copy(update={"time": time})
    assert [row["month"] for row in run([undated], by=["month"], everything=True)] == ["-"]


def event(*sides: tuple[str, str], month: str = "2024-01", **changes: Any) -> EventRecord:
    """An event in which countries have the roles given."""
    filler = next(role for role in EVENTS[0].roles if role.role == "actor")
    roles = [filler.model_copy(update={"role": role, "countries": [c]}) for role, c in sides]
    days = {"earliest": f"{month}-01", "latest": f"{month}-02"}
    time = EVENTS[0].time.model_copy(update=days)
    return EVENTS[0].model_copy(update={"roles": roles, "time": time, "dprk": True, **changes})


BOTH = event(("actor", "KP"), ("actor", "RU"))
SENT = event(("actor", "KP"), ("recipient", "RU"), month="2024-02")


@pytest.mark.parametrize(
    ("given", "key", "values"),
    [
        (BOTH, "pair", ["KP – RU"]),
        (BOTH, "country", ["KP", "RU"]),
        (BOTH, "recipient", ["-"]),
        (SENT, "pair", ["KP → RU"]),
        (SENT, "recipient", ["RU"]),
        (event(("actor", "KP")), "pair", ["-"]),
        (event(("actor", "KP"), ("actor", "RU"), ("recipient", "UA")), "pair",
         ["KP → UA", "RU → UA"]),
    ],
)  # fmt: skip
def test_countries_of_either_side_and_their_pairs(
    given: EventRecord, key: str, values: list[str]
) -> None:
    assert [row[key] for row in run([given], by=[key])] == values


def test_a_wide_table_has_a_column_for_each_value_of_the_second_key() -> None:
    rows = list(run([BOTH, SENT, SENT, event(("actor", "KP"))], by=["month", "country"], wide=True))
    assert rows == [
        {"record": "counts", "month": "2024-01", "KP": 2, "RU": 1, "events": 2},
        {"record": "counts", "month": "2024-02", "KP": 2, "RU": 0, "events": 2},
    ]


def test_what_has_no_value_comes_last() -> None:
    undated = event(("actor", "KP"), time=EVENTS[0].time.model_copy(update={"earliest": None}))
    rows = run([undated, BOTH], by=["month", "pair"], wide=True)
    assert [list(row.values())[1:] for row in rows] == [["2024-01", 1, 0, 1], ["-", 0, 1, 1]]


def test_a_value_that_is_called_as_a_column_gets_a_name_of_its_own() -> None:
    head = SENT.doc.model_copy(update={"source": "month"})
    (row,) = run([SENT.model_copy(update={"doc": head})], by=["month", "publisher"], wide=True)
    assert row == {"record": "counts", "month": "2024-02", "month (publisher)": 1, "events": 1}


@pytest.mark.parametrize(
    ("by", "wide", "message"),
    [
        (["kind"], False, "--by kind: no such key. Choose one of type, modality"),
        (["type", "type"], False, "a key is given twice"),
        (["type"], True, "--wide: 1 keys. Give two: --by month --by pair"),
    ],
)
def test_what_cannot_be_counted_is_said(by: list[str], wide: bool, message: str) -> None:
    with pytest.raises(StepError, match=message):
        list(run([], by=by, wide=wide))


# --- the command ----------------------------------------------------------------------------------


@pytest.fixture
def saved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("events.jsonl").write_bytes(to_line(RECORD))
    return "events.jsonl"


def stats(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["stats", *arguments])


def test_the_command(saved: str) -> None:
    result = stats(saved, saved, "--by", "type", "--everything")
    assert result.exit_code == 0
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert rows == list(run([RECORD, RECORD], by=["type"], everything=True))
    assert stats(saved, "-o", "counts.jsonl").exit_code == 0
    assert len(Path("counts.jsonl").read_text().splitlines()) == len(list(run([RECORD])))
    bad = stats(saved, "--by", "kind")
    assert (bad.exit_code, bad.stdout) == (2, "")
    assert "Choose one of" in bad.stderr


def test_chosen_events_are_counted(saved: str) -> None:
    all_, chosen = stats(saved, "--by", "type"), stats(saved, "--by", "type", "--type", "visit")
    types = [json.loads(line)["type"] for line in all_.stdout.splitlines()]
    assert len(types) > 1
    assert [json.loads(line)["type"] for line in chosen.stdout.splitlines()] == ["visit"]
    assert stats(saved, "--since", "2030").stdout == ""


@pytest.mark.parametrize("wide", [[], ["--wide"]], ids=["long", "wide"])
def test_tables_are_written_by_the_ending_and_over_their_like(saved: str, wide: list[str]) -> None:
    given = (saved, "--by", "type", "--by", "modality", *wide)
    rows = [json.loads(line) for line in stats(*given).stdout.splitlines()]
    columns = [key for key in rows[0] if key != "record"]
    for name, separator in (("counts.csv", ","), ("counts.tsv", "\t")):
        for _ in range(2):  # an earlier table of this kind is overwritten
            assert stats(*given, "-o", name).exit_code == 0
        lines = Path(name).read_text("utf-8").splitlines()
        assert lines[0].split(separator) == columns
        assert [line.split(separator) for line in lines[1:]] == [
            [str(row[key]) for key in columns] for row in rows
        ]
    assert stats(*given, "--to", "csv").stdout == Path("counts.csv").read_text("utf-8")


def test_a_workbook_has_numbers(saved: str) -> None:
    openpyxl: Any = pytest.importorskip("openpyxl")
    assert stats(saved, "--by", "type", "-o", "counts.xlsx").exit_code == 0
    sheet = openpyxl.load_workbook("counts.xlsx").active
    rows = list(run([RECORD], by=["type"]))
    assert list(sheet.values) == [("type", "events"), *((r["type"], r["events"]) for r in rows)]
    assert stats(saved, "--by", "type", "-o", "counts.xlsx").exit_code == 0


def test_no_events_are_a_table_without_rows(saved: str) -> None:
    nothing = (saved, "--since", "2030", "--to", "csv")
    assert stats(*nothing).stdout == "type,modality,events\n"
    assert stats(*nothing, "--by", "month", "--by", "pair", "--wide").stdout == "month,events\n"


def test_what_a_spreadsheet_takes_for_a_formula_is_none_in_headings_and_cells(saved: str) -> None:
    head = SENT.doc.model_copy(update={"source": "=1+1"})
    Path(saved).write_bytes(to_line(SENT.model_copy(update={"doc": head})) + to_line(BOTH))
    for wide in ([], ["--wide"]):
        shown = stats(saved, "--by", "month", "--by", "publisher", *wide, "--to", "csv").stdout
        cells = {cell for line in csv.reader(io.StringIO(shown)) for cell in line}
        assert "'=1+1" in cells
        assert "=1+1" not in cells
        assert "-" in cells


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "counts.geojson"], "geojson holds events, and this is a table. Choose one of .csv"),
        (["-o", "mine.csv"], "mine.csv exists and is not output of this program"),
        (["-o", "events.jsonl"], "events.jsonl is also the input"),
        (["-o", "counts.tsv", "--excel"], "--excel is for CSV"),
        (["--since", "soon"], "--since: “soon” is no date"),
    ],
)
def test_where_a_table_cannot_go_is_said(saved: str, arguments: list[str], message: str) -> None:
    Path("mine.csv").write_text("name,age\nA,3\n")
    result = stats(saved, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr
    assert Path("mine.csv").read_text() == "name,age\nA,3\n"


def test_the_rows_are_a_table_on_a_terminal(saved: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "is_terminal", lambda: True)
    shown = stats(saved, "--by", "type").stdout.splitlines()
    assert shown[0].split() == ["type", "events"]
    assert len(shown) == 2 + len(list(run([RECORD], by=["type"])))
    assert stats(saved, "--since", "2030").stdout == "no events\n"
    lines = stats(saved, "-o", "-").stdout.splitlines()
    assert json.loads(lines[0])["events"]


def test_columns_that_do_not_fit_go_into_further_tables() -> None:
    file = io.StringIO()
    names = [f"missile_test {n}" for n in range(12)]
    rows: list[list[str | int]] = [["2024-01", *range(12)], ["2024-02", *range(12, 24)]]
    print_grid(Console(file=file, width=80), ["month", *names], rows)
    shown = file.getvalue()
    assert max(map(len, shown.splitlines())) <= 80
    tables = [part.splitlines() for part in shown.split("\n\n")]
    assert len(tables) == 2
    for number, row in enumerate(rows):
        cells = [cell for table in tables for cell in table[3 + number].split()[1:]]
        assert cells == ["·" if value == 0 else str(value) for value in row[1:]]
        assert all(table[3 + number].startswith(str(row[0])) for table in tables)
