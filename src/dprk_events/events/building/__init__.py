"""Build mentions and events from what the other steps found."""

from dprk_events.events.building.event import build_event
from dprk_events.events.building.mention import build_mentions

__all__ = ["build_event", "build_mentions"]
