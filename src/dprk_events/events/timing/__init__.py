"""Choose the date of a mention among those of its sentence, and of an event among its mentions'."""

from dprk_events.events.timing.find import Dating, date_of
from dprk_events.events.timing.grain import finer, finest
from dprk_events.events.timing.refusals import TOO_FAR

__all__ = ["TOO_FAR", "Dating", "date_of", "finer", "finest"]
