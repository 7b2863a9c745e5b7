"""Stage 6, events → who did what to whom: the participants of each role, with their countries."""

from dprk_events.participants.context import Context
from dprk_events.participants.find import find_participants, with_participants

__all__ = ["Context", "find_participants", "with_participants"]
