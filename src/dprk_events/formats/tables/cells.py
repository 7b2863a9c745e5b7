"""The cells that a column can show: those of every row, and some that other projects ask for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dprk_events.formats.base import Kind
from dprk_events.records import CELLS, Cell, Line, joined, line_cells, participants

_SPANS = ((1, "day"), (7, "week"), (31, "month"), (366, "year"))
"""How many days a time may span to be known to the day, week, month or year."""
_EXACT = {"site", "town"}
_OTHER: Mapping[str, Kind] = {
    "who_first": "text",
    "who_others": "text",
    "whom_first": "text",
    "whom_others": "text",
    "day": "day",
    "start": "day",
    "year": "integer",
    "span": "text",
    "missile": "text",
    "missile_class": "text",
    "number_min": "integer",
    "number_max": "integer",
    "site": "text",
    "site_latitude": "number",
    "site_longitude": "number",
    "landing": "text",
    "apogee_km": "number",
    "distance_km": "number",
    "outcome": "text",
}
_NOT_TEXT: Mapping[str, Kind] = {
    **dict.fromkeys(("earliest", "latest", "published"), "day"),
    **dict.fromkeys(("latitude", "longitude", "confidence", "mention_confidence"), "number"),
    **dict.fromkeys(("quantity_min", "quantity_max", "documents"), "integer"),
    "dprk": "boolean",
}
KINDS: Mapping[str, Kind] = {**{cell: _NOT_TEXT.get(cell, "text") for cell in CELLS}, **_OTHER}
"""Every cell that there is → the kind of its values."""


def cells_of(line: Line) -> dict[str, Cell]:
    """Return all cells of an event line or a happening line."""
    cells = line_cells(line)
    return {**cells, **_sides(line), **_time(line, cells), **_test(line)}


def _sides(line: Line) -> dict[str, Cell]:
    found: dict[str, Cell] = {}
    for column, role in (("who", "actor"), ("whom", "recipient")):
        names = [each["name"] for each in participants(line, role)]
        found[f"{column}_first"] = joined(names[:1])
        found[f"{column}_others"] = joined(names[1:])
    return found


def _time(line: Line, cells: Mapping[str, Cell]) -> dict[str, Cell]:
    """Return when it happens, if the text says so: a publication date is no date of an event."""
    first, last = cells["earliest"], cells["latest"]
    if line["time"]["ground"] in ("published", "none") or first is None:
        return {}
    found: dict[str, Cell] = {"start": first}
    if last is None:
        return found
    since, until = date.fromisoformat(str(first)), date.fromisoformat(str(last))
    if since == until:
        found["day"] = first
    if since.year == until.year:
        found["year"] = since.year
    days = (until - since).days + 1
    found["span"] = next((name for most, name in _SPANS if days <= most), "longer")
    return found


def _test(line: Line) -> dict[str, Cell]:
    """Return what is said of a missile test; no other event has attributes, and no happening."""
    said = line.get("attributes")
    if said is None:
        return {}
    found: dict[str, Cell] = {
        cell: said[key] and said[key]["value"]
        for cell, key in (
            ("missile", "missile"), ("missile_class", "class"), ("site", "site"),
            ("landing", "landing"), ("apogee_km", "apogee_km"), ("distance_km", "distance_km"),
            ("outcome", "outcome"),
        )
    }  # fmt: skip
    if (number := said["number"]) is not None:
        value = number["value"]
        found["number_min"] = number["min"] if value is None else value
        found["number_max"] = number["max"] if value is None else value
    place = line["place"]
    if place is not None and place["name"] == found["site"] and place["precision"] in _EXACT:
        found["site_latitude"] = place["latitude"]
        found["site_longitude"] = place["longitude"]
    return found
