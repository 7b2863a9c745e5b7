"""The year that a sentence or a narrative is about, for dates that leave it unsaid."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import When
from dprk_events.dates.tense import tells_a_story
from dprk_events.french import word_lists

_WORDS = word_lists("dprk_events.dates")

#: A story goes on for this many code points after its last date.
_STORY = 2500
#: Years back from the reference from which the simple past tells of another time.
_OLD = 3


@dataclass(slots=True)
class Frame:
    """Follows the dates of one text in order."""

    plain: str
    reference: dt.date | None
    _sentence: tuple[int, int] | None = None  # year, and where its sentence ends
    _story: tuple[dt.date, int] | None = None  # the last old date, and where it stands

    def year(self, reading: r.Reading, start: int, end: int) -> int | None:
        """Give the year for a day or month without one, None where only the reference can tell."""
        month = reading.month if isinstance(reading, r.Day | r.Month) else None
        if month is None:
            return None
        if self._sentence and start < self._sentence[1]:
            return self._sentence[0]
        if (
            self._story
            and start < self._story[1] + _STORY
            and tells_a_story(self.plain, start, end)
        ):
            old = self._story[0]
            return old.year + (month < old.month)
        return None

    def note(self, reading: r.Reading, when: When, start: int, end: int) -> None:
        """Take in a resolved expression."""
        if isinstance(reading, r.Year) and self._opens_sentence(start, end):
            self._sentence = reading.year, self._sentence_end(end)
        if self.reference is None or when.first is None or when.grain not in ("day", "month"):
            return
        if when.anchor in ("explicit", "text"):
            old = self.reference.year - when.first.year >= _OLD
            self._story = (when.first, end) if old else None

    def _opens_sentence(self, start: int, end: int) -> bool:
        """Whether a year opens its sentence ("En 2023, …") and so dates what follows in it."""
        words = (f"{word} " for word in _WORDS["before_leading_year"])
        word = next((w for w in words if self.plain.endswith(w, 0, start)), None)
        if word is None:
            return False
        at = start - len(word)
        before = self.plain[max(0, at - 3) : at].rstrip(' "«')
        return (not before or before[-1] in ".!?\n") and self.plain[end : end + 1] == ","

    def _sentence_end(self, start: int) -> int:
        marks = (self.plain.find(m, start, start + 400) for m in (". ", "\n", "! ", "? "))
        return min((m for m in marks if m >= 0), default=start + 400)
