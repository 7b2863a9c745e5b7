"""Sets of columns as data: ``sets/*.toml``, checked when loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from tomllib import TOMLDecodeError, loads
from typing import Any

from dprk_events.formats.base import FormatError, Kind
from dprk_events.formats.tables.cells import KINDS

USUAL = "events"
"""The set that is taken if none is asked for."""
ROWS = ("event", "happening")
"""The kinds of records that have rows."""
_SETS = "sets"
_MAPS = "maps"
_KEYS = {"name", "cell", "values", "when", "doc"}
Value = str | int


class ColumnsError(FormatError):
    """A set of columns is unknown or invalid; the message names file, entry and remedy."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, the cell that it shows and the kind of its values.

    Attributes:
        name: The heading.
        cell: A name of :data:`~dprk_events.formats.tables.cells.KINDS`.
        kind: What values it has.
        doc: What it holds, for people.
        values: Value of the cell → what stands in the column; None if it stands there as it is.
            A value that is not in it leaves the column empty.
        when: Cells with the values that one of them must have for the column not to be empty.

    """

    name: str
    cell: str
    kind: Kind
    doc: str
    values: Mapping[Value, Value] | None = None
    when: Mapping[str, tuple[Value, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """A set of columns.

    Attributes:
        name: The name of its file.
        doc: What it is for, and what it leaves out.
        only: Cells with the values that a row must have to be in the table.
        columns: In order.
        rows: The kinds of records that a row may be made of.

    """

    name: str
    doc: str
    only: Mapping[str, tuple[Value, ...]]
    columns: tuple[Column, ...]
    rows: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """The headings."""
        return [column.name for column in self.columns]


def column_sets() -> tuple[str, ...]:
    """Return the names of the sets, sorted."""
    files = resources.files(__package__).joinpath(_SETS).iterdir()
    return tuple(sorted(f.name.removesuffix(".toml") for f in files if f.name.endswith(".toml")))


@cache
def load_columns(name: str) -> Columns:
    """Load a set by name.

    Raises:
        ColumnsError: There is no set of this name, or its file is invalid.

    """
    if name not in column_sets():
        raise ColumnsError(f"no columns {name!r}: choose one of {', '.join(column_sets())}")
    path = resources.files(__package__).joinpath(_SETS, f"{name}.toml")
    return parse_columns(name, path.read_text("utf-8"))


def parse_columns(name: str, text: str) -> Columns:
    """Read a set from TOML; raises ColumnsError."""
    try:
        data = loads(text)
    except TOMLDecodeError as error:
        raise ColumnsError(f"{name}.toml is not TOML: {error}. Mend the line it names.") from None
    _keys(name, "the file", data, {"doc", "only", "columns", "rows", _MAPS}, {"doc", "columns"})
    maps: dict[str, Any] = {**_shared_maps(), **data.get(_MAPS, {})}
    columns = tuple(_column(name, entry, maps) for entry in data["columns"])
    headings = [column.name for column in columns]
    if twice := sorted({each for each in headings if headings.count(each) > 1}):
        raise ColumnsError(f"{name}.toml: column {twice[0]!r} is there twice. Rename one.")
    rows = data.get("rows", list(ROWS))
    if not isinstance(rows, list) or not rows or not set(rows) <= set(ROWS):
        raise ColumnsError(f"{name}.toml: rows: {rows!r}. List some of {', '.join(ROWS)}.")
    only = _condition(name, "only", data.get("only", {}))
    return Columns(name, data["doc"], only, columns, tuple(rows))


@cache
def _shared_maps() -> Mapping[str, Mapping[str, Value]]:
    """Maps that several sets may use: a file of ``maps/`` each, named like it."""
    files = resources.files(__package__).joinpath(_MAPS).iterdir()
    return {f.name.removesuffix(".toml"): dict(loads(f.read_text("utf-8"))) for f in files}


def _column(file: str, entry: Mapping[str, Any], maps: Mapping[str, Any]) -> Column:
    where = f"column {entry.get('name', '?')!r}"
    _keys(file, where, entry, _KEYS, {"name", "doc"})
    cell = entry.get("cell", entry["name"])
    if cell not in KINDS:
        raise ColumnsError(
            f"{file}.toml, {where}: no cell {cell!r}. Choose one of {', '.join(KINDS)}."
        )
    values, kind = None, KINDS[cell]
    if "values" in entry:
        if entry["values"] not in maps:
            raise ColumnsError(f"{file}.toml, {where}: no map {entry['values']!r}. Add it to maps.")
        values = maps[entry["values"]]
        whole = all(isinstance(value, int) for value in values.values())
        kind = "integer" if whole else "text"
    when = _condition(file, where, entry["when"]) if "when" in entry else None
    return Column(entry["name"], cell, kind, entry["doc"], values, when)


def _condition(
    file: str, where: str, given: Mapping[str, list[Value]]
) -> dict[str, tuple[Value, ...]]:
    for cell, values in given.items():
        if cell not in KINDS or not isinstance(values, list) or not values:
            raise ColumnsError(
                f"{file}.toml, {where}: {cell!r} is no cell with a list of values. "
                f"Choose a cell of {', '.join(KINDS)}, and give its values in brackets."
            )
    return {cell: tuple(values) for cell, values in given.items()}


def _keys(
    file: str, where: str, entry: Mapping[str, Any], known: set[str], needed: set[str]
) -> None:
    if unknown := sorted(entry.keys() - known):
        raise ColumnsError(
            f"{file}.toml, {where}: unknown key {unknown[0]!r}. "
            f"Known are {', '.join(sorted(known))}."
        )
    if missing := sorted(needed - entry.keys()):
        raise ColumnsError(f"{file}.toml, {where}: no {missing[0]!r}. Add it.")
