"""The date of a mention: which of those in its sentence, and which of those of its event."""

from dprk_events.events.timing.find import Dating, date_of
from dprk_events.events.timing.grain import finer, finest
from dprk_events.events.timing.refusals import TOO_FAR

__all__ = ["TOO_FAR", "Dating", "date_of", "finer", "finest"]
