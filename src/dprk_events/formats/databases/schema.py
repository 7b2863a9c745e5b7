"""The tables of a database, read from ``schema.toml`` and checked, and Datasette's metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import resources
from tomllib import loads
from typing import Any

TYPES = {"integer": int, "text": str, "float": float}
"""The types that columns have."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its first column is its primary key, ``id``.

    Attributes:
        doc: What its rows are.
        columns: Name → name of its type, in order.
        refers: Column → the table whose ``id`` it holds.
        index: Columns with an index.
        search: Columns with full-text search.
        facets: Columns that Datasette counts.
        label: The column that stands for a row there.

    """

    doc: str
    columns: Mapping[str, str]
    refers: Mapping[str, str] = field(default_factory=dict)
    index: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    label: str | None = None


def parse_schema(text: str) -> Mapping[str, Table]:
    """Read the tables. Raises ValueError that names table, entry and remedy."""
    tables: dict[str, Table] = {}
    for name, entry in loads(text).items():
        listed: dict[str, Any] = {
            k: tuple(v) if isinstance(v, list) else v for k, v in entry.items()
        }
        try:
            table = Table(**listed)
        except TypeError as error:
            raise ValueError(f"schema.toml, {name}: {error}. Mend its keys.") from None
        _check(name, table, tables)
        tables[name] = table
    return tables


def metadata(database: str) -> dict[str, Any]:
    """Return Datasette's metadata for a database: what its tables are, and their facets."""
    tables = {}
    for name, table in SCHEMA.items():
        tables[name] = {"description": table.doc, "facets": list(table.facets)}
        if table.label is not None:
            tables[name]["label_column"] = table.label
    return {
        "title": "Events in French press articles about North Korea",
        "source": "dprk-events",
        "databases": {database: {"tables": tables}},
    }


def _check(name: str, table: Table, before: Mapping[str, Table]) -> None:
    if next(iter(table.columns), None) != "id":
        raise ValueError(f"schema.toml, {name}: its first column is not `id`. Add it.")
    if wrong := sorted(set(table.columns.values()) - TYPES.keys()):
        raise ValueError(f"schema.toml, {name}: no type {wrong[0]!r}. Use {', '.join(TYPES)}.")
    if wrong := sorted(set(table.refers.values()) - before.keys()):
        raise ValueError(f"schema.toml, {name}: no table {wrong[0]!r} before it. Move or mend it.")
    named = {*table.refers, *table.index, *table.search, *table.facets}
    if wrong := sorted((named | {table.label or "id"}) - table.columns.keys()):
        raise ValueError(f"schema.toml, {name}: no column {wrong[0]!r}. Add it to its columns.")


SCHEMA = parse_schema(resources.files(__package__).joinpath("schema.toml").read_text("utf-8"))
"""The tables by name, each after those that it refers to."""
