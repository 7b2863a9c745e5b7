"""From a grammar match to its reading: all builders, registered by importing them."""

from __future__ import annotations

from dprk_events.dates import (
    build_days,
    build_of_month,
    build_periods,
    build_prefixes,
    build_relative,
)
from dprk_events.dates.registry import build, builders

MODULES = (build_days, build_of_month, build_periods, build_prefixes, build_relative)

__all__ = ["MODULES", "build", "builders"]
