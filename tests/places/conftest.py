"""The gazetteer's rows for places, and the bounds of countries."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dprk_events.language.gazetteer.tables import DATA, Row, read_table

Box = tuple[int, int, int, int]


@pytest.fixture(scope="session")
def places() -> dict[tuple[str, str], Row]:
    """Every place of the gazetteer, by canonical name and kind."""
    tables = ("countries", "states", "places", "people", "bodies", "weapons", "others")
    rows = [row for name in tables for row in read_table(DATA / f"{name}.csv")]
    return {(row.canonical, row.kind): row for row in rows if row.label == "LOC"}


@pytest.fixture(scope="session")
def boxes() -> dict[str, Box]:
    """South, west, north and east of each country."""
    lines = Path(__file__).with_name("boxes.csv").read_text("utf-8").splitlines()
    rows = csv.reader(line for line in lines[2:])
    return {
        country: (int(south), int(west), int(north), int(east))
        for country, south, west, north, east in rows
    }
