"""Put the mentions of one happening together into events."""

from dprk_events.events.merging.draft import Draft
from dprk_events.events.merging.merge import Merger

__all__ = ["Draft", "Merger"]
