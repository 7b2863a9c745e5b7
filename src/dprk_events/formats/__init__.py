"""Records → files: one module for each output format.

A format is a module of this package with a class ``Writer`` (:class:`~.base.FormatWriter`): what to
write before the first record, for each, and after the last. Adding one means adding its module: the
options that name formats list what is here.
"""

from dprk_events.formats.base import (
    FormatError,
    FormatWriter,
    OpenFormat,
    count_records,
    format_names,
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
    "open_format",
]
