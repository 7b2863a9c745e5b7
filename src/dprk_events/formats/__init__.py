"""Records → files: one module per output format.

A format is a module of this package with a class ``Writer`` (:class:`~.base.FormatWriter`) that
says what to write before the first record, for each record, and after the last. To add a format,
add a module: command line options that name formats list the modules found here.
"""

from dprk_events.formats.base import (
    FormatError,
    FormatWriter,
    OpenFormat,
    count_records,
    format_names,
    is_own_file,
    open_format,
)
from dprk_events.formats.selection import Selection

__all__ = [
    "FormatError",
    "FormatWriter",
    "OpenFormat",
    "Selection",
    "count_records",
    "format_names",
    "is_own_file",
    "open_format",
]
