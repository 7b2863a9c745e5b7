"""Whose drills are known by name (``drills.csv``): "Freedom Shield"."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

COLUMNS = ["name", "countries"]


class DrillError(ValueError):
    """drills.csv cannot be used; the message names the line and the remedy."""


@cache
def drills() -> Mapping[str, tuple[str, ...]]:
    """Return the countries that hold each named drill. Raises DrillError."""
    path = resources.files(__package__).joinpath("drills.csv")
    return parse(str(path), path.read_text("utf-8"))


def parse(path: str, text: str) -> dict[str, tuple[str, ...]]:
    """Read whose drills are which.

    Args:
        path: What the file is called in messages.
        text: Its content.

    Raises:
        DrillError: A line is not as it should be, or a drill stands twice.

    """
    header, *rows = list(csv.reader(text.splitlines())) or [[]]
    if header != COLUMNS:
        raise DrillError(f"{path}: the first line must be {','.join(COLUMNS)}")
    found: dict[str, tuple[str, ...]] = {}
    for number, row in enumerate(rows, 2):
        codes = row[1].split() if len(row) == len(COLUMNS) else []
        if not codes or not row[0] or not all(re.fullmatch("[A-Z]{2}", code) for code in codes):
            raise DrillError(f"{path}:{number}: write name,countries: Freedom Shield,KR US")
        if row[0] in found:
            raise DrillError(f"{path}:{number}: {row[0]} stands there already. Remove one line.")
        found[row[0]] = tuple(codes)
    return found
