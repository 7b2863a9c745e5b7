"""Stage 1, bytes to :class:`Article`: find, decode, collect metadata, mask boilerplate."""

from dprk_events.reading.again import Rereader
from dprk_events.reading.article import Article, MaskedRegion, Published, ReadingError, Remark
from dprk_events.reading.fields import DEFAULT_FIELDS, Fields, parse_fields
from dprk_events.reading.formats import Format
from dprk_events.reading.headline import is_note, precedes_headline
from dprk_events.reading.listing import list_paths
from dprk_events.reading.metadata import Metadata, MetadataError, load_metadata
from dprk_events.reading.opening import is_own_output, open_sources
from dprk_events.reading.options import MAX_BYTES, ReadingOptions
from dprk_events.reading.published import parse_published
from dprk_events.reading.reader import (
    count_listed,
    count_paths,
    read_listed,
    read_paths,
    read_source,
)
from dprk_events.reading.safely import fault, read_each, read_safely, sources_of
from dprk_events.reading.source import Source

__all__ = [
    "DEFAULT_FIELDS",
    "MAX_BYTES",
    "Article",
    "Fields",
    "Format",
    "MaskedRegion",
    "Metadata",
    "MetadataError",
    "Published",
    "ReadingError",
    "ReadingOptions",
    "Remark",
    "Rereader",
    "Source",
    "count_listed",
    "count_paths",
    "fault",
    "is_note",
    "is_own_output",
    "list_paths",
    "load_metadata",
    "open_sources",
    "parse_fields",
    "parse_published",
    "precedes_headline",
    "read_each",
    "read_listed",
    "read_paths",
    "read_safely",
    "read_source",
    "sources_of",
]
