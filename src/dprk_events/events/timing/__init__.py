"""Choose the date of a mention among those of its sentence, and of an event among its mentions'."""

from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.counted import count_days
from dprk_events.events.timing.find import Dating, date_of
from dprk_events.events.timing.grain import finer, finest
from dprk_events.events.timing.limits import limit_of, planned_on
from dprk_events.events.timing.listed import listed_dates
from dprk_events.events.timing.look import look_of
from dprk_events.events.timing.refusals import TOO_FAR
from dprk_events.events.timing.shared import share_dates
from dprk_events.events.timing.spans import span_of
from dprk_events.events.timing.to_come import still_to_come

__all__ = [
    "TOO_FAR",
    "Dating",
    "Timed",
    "count_days",
    "date_of",
    "finer",
    "finest",
    "limit_of",
    "listed_dates",
    "look_of",
    "planned_on",
    "share_dates",
    "span_of",
    "still_to_come",
]
