"""Records → rows: which columns a table has, and what stands in them.

A set of columns is a TOML file in ``sets/``: for each column a name, the cell that it shows
(:mod:`.cells`), and, where another project has words of its own, a map from our values to its.
"""

from dprk_events.formats.tables.columns import (
    USUAL,
    Column,
    Columns,
    ColumnsError,
    column_sets,
    load_columns,
)
from dprk_events.formats.tables.rows import PlainRows, Rows, rows_of
from dprk_events.formats.tables.written import visible

__all__ = [
    "USUAL",
    "Column",
    "Columns",
    "ColumnsError",
    "PlainRows",
    "Rows",
    "column_sets",
    "load_columns",
    "rows_of",
    "visible",
]
