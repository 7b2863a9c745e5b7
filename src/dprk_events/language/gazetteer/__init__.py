"""Known names of the domain: data tables, and the engine that finds them in raw text."""

from __future__ import annotations

from dprk_events.language.gazetteer.entry import Entry, GazetteerError, NameMatch
from dprk_events.language.gazetteer.gazetteer import Gazetteer

__all__ = ["Entry", "Gazetteer", "GazetteerError", "NameMatch"]
