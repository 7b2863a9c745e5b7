"""Turn a text into its reading text: repair damage, join broken lines."""

from dprk_events.reading.mending.letters import capitals, without_accents
from dprk_events.reading.mending.mend import Mended, mend

__all__ = ["Mended", "capitals", "mend", "without_accents"]
