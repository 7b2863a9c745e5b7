"""Read the gazetteer's name tables (CSV) into rows, with errors that say what to fix."""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from dprk_events.language.gazetteer.entry import GazetteerError
from dprk_events.language.gazetteer.words import keys_of, slug
from dprk_events.names import LABELS, Label

DATA = Path(__file__).parent / "data"
COLUMNS = ("canonical", "aliases", "short", "kind", "country", "kb", "flags")
FLAGS = frozenset(("any", "exact", "strict", "korea", "peninsula"))
_KB = re.compile(r"Q[1-9]\d*")
_COUNTRY = re.compile(r"[A-Z]{2}")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a name table.

    ``aliases`` always name the entry; ``short`` names (bare surnames) may be shared by several
    people. Flags: ``any`` (case is ignored), ``exact`` (the case of every letter counts),
    ``strict`` (so do hyphens and spaces: "B-2", not "B2"), ``korea`` (a name only in a text that
    names a Korea in another way), ``peninsula`` (names what lies between the Koreas, and so does).
    """

    id: str
    canonical: str
    aliases: tuple[str, ...]
    short: tuple[str, ...]
    label: Label
    kind: str
    country: str | None
    kb: str | None
    flags: frozenset[str]


def read_toml(path: Path) -> dict[str, Any]:
    """Return the content of a TOML file; an error names the file."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GazetteerError(f"{path}: cannot be read as TOML: {error}") from error


@lru_cache(maxsize=1)
def kinds() -> dict[str, Label]:
    """Return the label of each kind of name (data/kinds.toml)."""
    path = DATA / "kinds.toml"
    out: dict[str, Label] = {}
    for label, names in read_toml(path).items():
        if label not in LABELS:
            raise GazetteerError(f"{path}: unknown label [{label}]; use one of {', '.join(LABELS)}")
        for name in names:
            if name in out:
                raise GazetteerError(
                    f"{path}: kind {name!r} is listed twice; keep it under one label"
                )
            out[name] = label
    return out


def _cells(value: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in value.split("|") if cell.strip())


def _row(where: str, record: dict[str, str]) -> Row:
    canonical = record["canonical"].strip()
    if not keys_of(canonical):
        raise GazetteerError(f"{where}: column 'canonical' is empty; give the name")
    kind = record["kind"].strip()
    if kind not in kinds():
        raise GazetteerError(
            f"{where} ({canonical}): unknown kind {kind!r}; use one of {', '.join(sorted(kinds()))}"
        )
    country, kb = record["country"].strip() or None, record["kb"].strip() or None
    if country and not _COUNTRY.fullmatch(country):
        raise GazetteerError(
            f"{where} ({canonical}): country {country!r} is not two capital letters (ISO 3166-1)"
        )
    if kb and not _KB.fullmatch(kb):
        raise GazetteerError(f"{where} ({canonical}): kb {kb!r} is not a Wikidata id such as Q423")
    flags = frozenset(record["flags"].split())
    if flags - FLAGS:
        raise GazetteerError(
            f"{where} ({canonical}): unknown flag {', '.join(sorted(flags - FLAGS))}; "
            f"use {', '.join(sorted(FLAGS))}"
        )
    aliases, short = _cells(record["aliases"]), _cells(record["short"])
    for name in (*aliases, *short):
        if not keys_of(name):
            raise GazetteerError(f"{where} ({canonical}): alias {name!r} has no letter; remove it")
    return Row(
        id=f"{kind}.{slug(canonical)}",
        canonical=canonical,
        aliases=(canonical, *aliases),
        short=short,
        label=kinds()[kind],
        kind=kind,
        country=country,
        kb=kb,
        flags=flags,
    )


def read_table(path: Path) -> list[Row]:
    """Return the rows of a name table.

    The first line names the columns: ``canonical`` and ``kind`` are required, the others of COLUMNS
    are optional. Aliases are separated by ``|``; a line that starts with # is a comment.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: cannot be read: {error}") from error
    numbered = [(n, line) for n, line in enumerate(lines, 1) if line.strip() and line[0] != "#"]
    if not numbered:
        raise GazetteerError(f"{path}: no lines; the first must be {','.join(COLUMNS)}")
    header = next(csv.reader([numbered[0][1]]))
    unknown = sorted(set(header) - set(COLUMNS))
    if unknown or not {"canonical", "kind"} <= set(header):
        raise GazetteerError(
            f"{path}: the first line must name columns from {','.join(COLUMNS)}, "
            f"including canonical and kind; it is {numbered[0][1]!r}"
        )
    rows: list[Row] = []
    for (number, _), cells in zip(
        numbered[1:], csv.reader(line for _, line in numbered[1:]), strict=True
    ):
        where = f"{path}:{number}"
        if len(cells) != len(header):
            raise GazetteerError(
                f"{where}: {len(cells)} cells, but the first line has {len(header)}; "
                "put a name with a comma in double quotes"
            )
        rows.append(_row(where, dict.fromkeys(COLUMNS, "") | dict(zip(header, cells, strict=True))))
    return rows
