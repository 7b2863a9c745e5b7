"""Put the mentions of one happening together into events."""

from dprk_events.events.merging.merge import Draft, Merger

__all__ = ["Draft", "Merger"]
