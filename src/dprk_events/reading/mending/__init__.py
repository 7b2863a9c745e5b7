"""The text as it is → the text as it is read: damage undone, broken lines joined."""

from dprk_events.reading.mending.letters import capitals, without_accents
from dprk_events.reading.mending.mend import Mended, mend

__all__ = ["Mended", "capitals", "mend", "without_accents"]
