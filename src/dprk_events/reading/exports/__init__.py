"""Read exports of press databases: many articles in sequence, each with its own head."""

from dprk_events.reading.exports.entry import Entry
from dprk_events.reading.exports.europresse import read_europresse
from dprk_events.reading.exports.factiva import read_factiva, read_factiva_text
from dprk_events.reading.exports.split import database_of, html_entries, rtf_entries

__all__ = [
    "Entry",
    "database_of",
    "html_entries",
    "read_europresse",
    "read_factiva",
    "read_factiva_text",
    "rtf_entries",
]
