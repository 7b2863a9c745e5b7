"""Stage 1, bytes → :class:`Article`: find, decode, take metadata, mask boilerplate."""

from dprk_events.reading.article import Article, MaskedRegion, Published, ReadingError
from dprk_events.reading.listing import list_paths
from dprk_events.reading.metadata import Metadata, MetadataError, load_metadata
from dprk_events.reading.options import ReadingOptions
from dprk_events.reading.published import parse_published
from dprk_events.reading.reader import (
    count_paths,
    open_sources,
    read_listed,
    read_paths,
    read_source,
)
from dprk_events.reading.source import Source

__all__ = [
    "Article",
    "MaskedRegion",
    "Metadata",
    "MetadataError",
    "Published",
    "ReadingError",
    "ReadingOptions",
    "Source",
    "count_paths",
    "list_paths",
    "load_metadata",
    "open_sources",
    "parse_published",
    "read_listed",
    "read_paths",
    "read_source",
]
