"""What the parse knows of a date's clause: its tense, which decides the year that goes unsaid.

Stands between the parse and the dates, which are usable without it: :func:`tense_of` makes the
callback that :func:`dprk_events.dates.find_dates` takes.
"""

from dprk_events.tenses.clause import tense_of

__all__ = ["tense_of"]
