"""Merge the mentions of the same event."""

from dprk_events.events.merging.another import are_only_announced
from dprk_events.events.merging.draft import Draft
from dprk_events.events.merging.headlines import (
    is_called_off,
    is_told_as_ahead,
    is_told_as_claimed,
    is_told_as_denied,
)
from dprk_events.events.merging.merge import Merger

__all__ = [
    "Draft",
    "Merger",
    "are_only_announced",
    "is_called_off",
    "is_told_as_ahead",
    "is_told_as_claimed",
    "is_told_as_denied",
]
