"""Stage 7, events → who did what to whom: each event becomes a row that stands on its own.

The way within: participants → what other events tell → quantities → sources → time → known
happening → place → confidence.
"""

from dprk_events.participants.complete import complete_findings

__all__ = ["complete_findings"]
