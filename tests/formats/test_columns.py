"""Columns of tables: the sets that there are, what stands in them, and what is wrong in a set."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from dprk_events.events import RuleSet
from dprk_events.formats import FormatError, Layout
from dprk_events.formats.tables import ColumnsError, Rows, column_sets, load_columns
from dprk_events.formats.tables.columns import parse_columns
from dprk_events.names import PLACE_PRECISIONS, Outcome
from dprk_events.records import CELLS, event_cells
from tests.formats.lines import changed, error, events, happening

PAGE = Path(__file__).parents[2] / "docs" / "formats.md"


def row(record: object, columns: str) -> dict[str, object]:
    rows = Rows(Layout("events", columns))
    values = rows.row(record)  # type: ignore[arg-type]
    assert values is not None
    return dict(zip(rows.columns.names, values, strict=True))


def test_the_usual_columns_are_the_rows_of_the_library() -> None:
    assert tuple(load_columns("events").names) == CELLS
    event = events()[1]
    assert row(event, "events") == event_cells(event)


def test_ids_of_rows_are_unique_among_documents() -> None:
    first = events()[0]
    other = changed(first, doc=first.doc.model_dump() | {"id": "sha256:" + "1" * 64})
    ids = {str(event_cells(each)["id"]) for each in (*events(), other)}
    assert len(ids) == 4
    assert all(each.endswith(("-E1", "-E2", "-E3")) for each in ids)


def test_a_happening_is_a_row_of_the_same_columns() -> None:
    cells = row(happening(), "events")
    assert cells["id"] == "h-2024-01-02-missile_test-KP-1"
    assert (cells["who"], cells["who_countries"]) == ("Corée du Nord", "KP")
    assert (cells["quantity_min"], cells["quantity_max"]) == (2, 3)
    assert (cells["place"], cells["latitude"], cells["documents"]) == ("Sunan", 39.2, 2)
    assert (cells["sources"], cells["published"]) == ("Le Quotidien", "2024-01-03")
    assert cells["sentence"] == "La Corée du Nord a tiré deux missiles."
    assert (cells["title"], cells["rule"]) == (None, None)


def test_events_and_happenings_are_not_mixed() -> None:
    rows = Rows(Layout("events"))
    rows.row(events()[0])
    with pytest.raises(FormatError, match="do not go into one table"):
        rows.row(happening())


def test_what_could_not_be_read_has_no_row() -> None:
    assert Rows(Layout("events")).row(error()) is None


def test_acled() -> None:
    event = changed(events()[0], type="missile_strike")
    cells = row(event, "acled")
    assert cells["EVENT_TYPE"] == "Explosions/Remote violence"
    assert cells["SUB_EVENT_TYPE"] == "Shelling/artillery/missile attack"
    assert (cells["EVENT_DATE"], cells["YEAR"], cells["TIME_PRECISION"]) == ("2024-01-02", 2024, 1)
    assert (cells["COUNTRY"], cells["LOCATION"], cells["GEO_PRECISION"]) == (
        "North Korea",
        "Sunan",
        1,
    )
    assert (cells["ACTOR1"], cells["SOURCE"]) == ("Corée du Nord", "Le Quotidien")
    assert cells["FATALITIES"] is None


@pytest.mark.parametrize(
    ("earliest", "latest", "precision", "year"),
    [
        ("2024-01-02", "2024-01-02", 1, 2024),
        ("2023-12-29", "2024-01-04", 2, None),
        ("2024-01-01", "2024-01-31", 3, 2024),
        ("2024-01-01", "2024-12-31", None, 2024),
        ("2024-01-01", None, None, None),
    ],
)
def test_how_exact_a_time_is(
    earliest: str, latest: str | None, precision: int | None, year: int | None
) -> None:
    time = {"value": "x", "earliest": earliest, "latest": latest, "ground": "stated"}
    cells = row(changed(events()[0], time=time), "acled")
    assert (cells["EVENT_DATE"], cells["TIME_PRECISION"]) == (earliest, precision)
    assert cells["YEAR"] == year


def test_a_publication_date_is_no_date_of_an_event() -> None:
    time = {"value": None, "earliest": "2024-01-03", "latest": None, "ground": "published"}
    assert row(changed(events()[0], time=time), "acled")["EVENT_DATE"] is None


def test_the_dead_are_counted_only_where_a_rule_speaks_of_them_alone() -> None:
    mention = events()[0].mentions[0].model_dump()
    found = {}
    for rule in ("casualties.mourir", "casualties.tuer"):
        event = changed(events()[0], type="casualties", mentions=[mention | {"rule": rule}])
        found[rule] = row(event, "acled")["FATALITIES"]
    assert found == {"casualties.mourir": 2, "casualties.tuer": None}


@pytest.mark.parametrize("columns", ["acled", "cns"])
def test_plans_are_not_in_tables_of_what_has_happened(columns: str) -> None:
    rows = Rows(Layout("events", columns))
    assert rows.row(changed(events()[0], modality="planned")) is None
    assert rows.row(events()[0]) is not None


def test_cns() -> None:
    cells = row(events()[0], "cns")
    assert (cells["Date"], cells["Missile Type"]) == ("2024-01-02", "Ballistic Missile")
    assert (cells["Facility Name"], cells["Facility Latitude"]) == ("Sunan", 39.2)
    assert (cells["Apogee"], cells["Number of Missiles"]) == (50.5, 2)
    rows = Rows(Layout("events", "cns"))
    assert [rows.row(each) is not None for each in events()] == [True, False, False]


def test_the_site_has_the_coordinates_of_no_other_place() -> None:
    place = {"name": "Corée du Nord", "precision": "country", "latitude": 40.0, "longitude": 127.0}
    event = changed(events()[0], place={**place, "kb": "Q423", "country": "KP", "role": "location"})
    assert row(event, "cns")["Facility Latitude"] is None


def test_what_is_mapped_exists(rules: RuleSet) -> None:
    """A type, rule or value that is renamed would leave a column empty without a word."""
    acled, cns = load_columns("acled"), load_columns("cns")
    types = {rule.type for rule in rules.rules}
    for column in (*acled.columns, *cns.columns):
        if column.cell == "type":
            assert column.values is not None
            assert set(column.values) <= types
        for rule in (column.when or {}).get("rule", ()):
            assert rule in {each.id for each in rules.rules}
        if column.cell == "precision":
            assert set(column.values or ()) == set(PLACE_PRECISIONS)
        if column.cell == "outcome":
            assert set(column.values or ()) == set(get_args(Outcome))


@pytest.mark.parametrize("name", column_sets())
def test_the_page_says_what_each_column_holds(name: str) -> None:
    text = PAGE.read_text("utf-8")
    rows = [f"| `{column.name}` | {column.doc} |" for column in load_columns(name).columns]
    assert [row for row in rows if row not in text] == []


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("doc =", "x.toml is not TOML"),
        ('doc = "d"', "no 'columns'. Add it"),
        ('doc = "d"\ncolumns = []\nonly.colour = ["red"]', "'colour' is no cell"),
        ('doc = "d"\ncolumns = []\nonly.type = "visit"', "give its values in brackets"),
        ('doc = "d"\n[[columns]]\nname = "who"', "column 'who': no 'doc'. Add it"),
        (
            'doc = "d"\n[[columns]]\nname = "Who"\ndoc = "d"',
            "column 'Who': no cell 'Who'. Choose one",
        ),
        ('doc = "d"\n[[columns]]\nname = "who"\ndoc = "d"\nmap = "x"', "unknown key 'map'"),
        ('doc = "d"\n[[columns]]\nname = "who"\ndoc = "d"\nvalues = "x"', "no map 'x'. Add it"),
        ('doc = "d"' + '\n[[columns]]\nname = "who"\ndoc = "d"' * 2, "'who' is there twice"),
    ],
)
def test_what_is_wrong_in_a_set_is_named(text: str, says: str) -> None:
    with pytest.raises(ColumnsError, match=re.escape(says)):
        parse_columns("x", text)


def test_an_unknown_set_names_those_there_are() -> None:
    with pytest.raises(ColumnsError, match="choose one of acled, cns, events"):
        load_columns("gdelt")
