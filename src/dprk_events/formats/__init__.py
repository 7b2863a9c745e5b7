"""Records → files: one module per output format.

A format is a module of this package with its ``TRAITS`` and a class ``Writer``
(:class:`~.base.FormatWriter`) that says what to write before the first record, for each record, and
after the last. To add a format, add a module: command line options that name formats list the
modules found here. What several formats share stands in the packages: ``tables`` (columns of rows),
``databases`` (tables of a database), ``standoff`` (annotations).
"""

from dprk_events.formats.base import (
    FormatError,
    FormatWriter,
    Kind,
    Layout,
    OpenFormat,
    Table,
    Traits,
    companions,
    count_records,
    format_names,
    format_of,
    is_own_file,
    is_own_folder,
    open_format,
    traits,
)
from dprk_events.formats.selection import Selection

__all__ = [
    "FormatError",
    "FormatWriter",
    "Kind",
    "Layout",
    "OpenFormat",
    "Selection",
    "Table",
    "Traits",
    "companions",
    "count_records",
    "format_names",
    "format_of",
    "is_own_file",
    "is_own_folder",
    "open_format",
    "traits",
]
