"""The year that a sentence, a narrative or a part of a chronicle is about, where it goes unsaid."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dprk_events.dates import readings as r
from dprk_events.dates.calendar import When
from dprk_events.dates.recognise import Found
from dprk_events.dates.tense import Told, tells_a_story
from dprk_events.french import word_lists

_WORDS = word_lists("dprk_events.dates")

#: A story goes on for this many code points after its last date.
_STORY = 2500
#: The last part of a chronicle is no longer.
_PART = 1500
#: Years back from the reference from which the simple past tells of another time.
_OLD = 3
#: A year and nothing else on its line, but for marks: "– 2002 –", "2002 :".
_BEFORE_YEAR = re.compile(r"(?:^|\n)[^\w\n]{0,6}$")
_AFTER_YEAR = re.compile(r"[^\w\n]{0,6}(?:\n|$)")
_LETTERS = re.compile(r"[^\W\d_]+")
_MARKS = ' "«-–—•*·'
_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
#: A sentence is no longer.
_SENTENCE_END = 400


def parts_of(plain: str, found: Sequence[Found]) -> list[tuple[int, int]]:
    """Give the years that head the parts of a chronicle and where they stand; one alone is none."""
    heads = [
        (one.start, one.reading.year)
        for one in found
        if isinstance(one.reading, r.Year)
        and _BEFORE_YEAR.search(plain, max(0, one.start - 8), one.start)
        and _AFTER_YEAR.match(plain, one.end)
    ]
    return heads if len({year for _, year in heads}) > 1 else []


def _month_of(reading: r.Reading) -> int | None:
    """Give the month that a reading names: of "27-29 août" the last one, of a season its first."""
    match reading:
        case r.Day() | r.Month():
            return reading.month
        case r.Season() if reading.year is None and reading.shift is None:
            return _SEASONS.get(reading.code)
        case r.Range(_, last):
            return _month_of(last)
        case r.PartOf(_, inner) | r.Until(inner):
            return _month_of(inner)
        case _:
            return None


@dataclass(slots=True)
class Frame:
    """Follows the dates of one text in order; ``parts`` are those of :func:`parts_of`."""

    plain: str
    reference: dt.date | None
    parts: Sequence[tuple[int, int]] = ()
    _sentence: tuple[int, int] | None = None  # year, and where its sentence ends
    _narrated: bool = False  # that sentence is told in the present, or in no tense
    _earlier: bool = False  # … or in the pluperfect
    _story: tuple[dt.date, int] | None = None  # the last old date, and where it stands

    def year(
        self, reading: r.Reading, start: int, end: int, tense: Callable[[], Told]
    ) -> int | None:
        """Give the year for a day or month without one, None where only the reference can tell."""
        month = _month_of(reading)
        if month is None:
            return None
        if self._sentence and (
            start < self._sentence[1] or self._goes_on(reading, start, end, tense)
        ):
            return self._sentence[0]
        part = self._part(start)
        if part is not None:
            return part
        if (
            self._story
            and start < self._story[1] + _STORY
            and tells_a_story(self.plain, start, end)
        ):
            old = self._story[0]
            return old.year + (month < old.month)
        return None

    def note(
        self, reading: r.Reading, when: When, start: int, end: int, tense: Callable[[], Told]
    ) -> None:
        """Take in a resolved expression."""
        year = self._leading_year(reading, when, start, end)
        if year is not None:
            self._sentence = year, self._sentence_end(end)
            self._narrated = self._is_narrated(start, end, tense)
            self._earlier = self._had_been(end)
        if self.reference is None or when.first is None or when.grain not in ("day", "month"):
            return
        if when.anchor in ("explicit", "text"):
            old = self.reference.year - when.first.year >= _OLD
            self._story = (when.first, end) if old else None

    def _goes_on(self, reading: r.Reading, start: int, end: int, tense: Callable[[], Told]) -> bool:
        """See "En 2009, Pyongyang quitte la table. Le 25 mai, deuxième essai": one narrative.

        A season goes on in any tense: "En 2010, il a coulé un navire. À l'automne, il a …". So does
        what had been: "L'an dernier, il avait menacé. Le 16 mars, il avait tiré".
        """
        if self._sentence is None:
            return False
        season = isinstance(reading, r.Season) and tense().tense != "future"
        told = self._narrated and self._is_narrated(start, end, tense)
        year, stop = self._sentence
        had_been = self._earlier and self._had_been(end)
        if not (season or told or had_been):
            return False
        between = self.plain[stop:start]
        words = (*(f"{word} " for word in _WORDS["before_day"]), *_WORDS["elided_before"])
        word = next((w for w in words if between.endswith(w)), "")
        if between.removesuffix(word).strip(_MARKS + ".!?") or "\n" in between:
            return False
        self._sentence = year, self._sentence_end(end)
        return True

    def _had_been(self, start: int) -> bool:
        """Whether the rest of a sentence tells in the pluperfect: "…, il avait menacé"."""
        words = set(_LETTERS.findall(self.plain, start, self._sentence_end(start)))
        return not _WORDS["had_been"].isdisjoint(words)

    def _is_narrated(self, start: int, end: int, tense: Callable[[], Told]) -> bool:
        told = tense()
        return not told.sure or told.tense == "present" or tells_a_story(self.plain, start, end)

    def _part(self, start: int) -> int | None:
        """Give the year of the part of a chronicle that an offset lies in."""
        at = [n for n, (head, _) in enumerate(self.parts) if head < start]
        if not at:
            return None
        head, year = self.parts[at[-1]]
        last = at[-1] + 1 == len(self.parts)
        return None if last and start > head + _PART else year

    def _leading_year(self, reading: r.Reading, when: When, start: int, end: int) -> int | None:
        """Give the year that opens its sentence ("En 2023, …", "L'an dernier, …")."""
        if isinstance(reading, r.Year):
            words = (f"{word} " for word in _WORDS["before_leading_year"])
            word = next((w for w in words if self.plain.endswith(w, 0, start)), None)
            opens = word is not None and self._opens_sentence(start - len(word), end)
            return reading.year if opens else None
        counted = isinstance(reading, r.Shift) and when.grain == "year"
        opens = counted and self._opens_sentence(start, end)
        return when.first.year if opens and when.first is not None else None

    def _opens_sentence(self, at: int, end: int) -> bool:
        """Whether what begins at an offset opens its sentence, and so dates what follows in it."""
        before = self.plain[max(0, at - 3) : at].rstrip(' "«')
        return (not before or before[-1] in ".!?\n") and self.plain[end : end + 1] == ","

    def _sentence_end(self, start: int) -> int:
        marks = (self.plain.find(m, start, start + _SENTENCE_END) for m in (". ", "\n", "! ", "? "))
        return min((m for m in marks if m >= 0), default=start + _SENTENCE_END)
