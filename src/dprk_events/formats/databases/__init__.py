"""Records → the rows of a relational database: which tables there are, and what stands in them."""

from dprk_events.formats.databases.rows import document_row, rows_of
from dprk_events.formats.databases.schema import SCHEMA, TYPES, Table, metadata, parse_schema

__all__ = ["SCHEMA", "TYPES", "Table", "document_row", "metadata", "parse_schema", "rows_of"]
