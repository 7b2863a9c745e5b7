"""Stage 4, text and reference date → date expressions, each with its EDTF value.

The package stands alone: it needs neither spaCy nor the stages before it, only the plain records
of :mod:`dprk_events.reading.article`.
"""

from dprk_events.dates.away import counted, counting_days
from dprk_events.dates.find import Explanation, explain_dates, find_dates
from dprk_events.dates.reference import find_reference
from dprk_events.dates.several import beginning, between, last_years, set_of, since, up_to
from dprk_events.dates.tense import Tense, TenseOf
from dprk_events.dates.timex import Timex
from dprk_events.reading.article import Published as Reference

__all__ = [
    "Explanation",
    "Reference",
    "Tense",
    "TenseOf",
    "Timex",
    "beginning",
    "between",
    "counted",
    "counting_days",
    "explain_dates",
    "find_dates",
    "find_reference",
    "last_years",
    "set_of",
    "since",
    "up_to",
]
