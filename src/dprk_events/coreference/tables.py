"""Read the package's tables: a line of column names, then one row a line, none of it empty."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence


def read_rows(
    path: str, text: str, columns: Sequence[str], error: type[ValueError], *, may_be_empty: int = 0
) -> Iterator[tuple[int, list[str]]]:
    """Yield the number and the cells of each line behind the first.

    Args:
        path: What the file is called in messages.
        text: Its content.
        columns: What the first line must say.
        error: Raised where a line is not as it should be; its message names the line and remedy.
        may_be_empty: How many of the last cells may be left empty.

    """
    rows = list(csv.reader(text.splitlines()))
    wanted = ",".join(columns)
    if not rows or rows[0] != list(columns):
        raise error(f"{path}: the first line must be {wanted}")
    filled = len(columns) - may_be_empty
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(columns) or not all(row[:filled]):
            empty = "none of them empty" if not may_be_empty else f"the first {filled} not empty"
            raise error(f"{path}:{number}: {len(row)} cells. Write {wanted}, {empty}.")
        yield number, row
