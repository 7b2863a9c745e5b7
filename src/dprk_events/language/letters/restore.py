"""Restore the letters of articles with stretches in capitals or without accents."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from dprk_events.language.gazetteer import Gazetteer
from dprk_events.language.letters.accents import Accents
from dprk_events.language.letters.capitals import Capitals
from dprk_events.language.letters.word_forms import WordForms, strip_accents
from dprk_events.reading import Article

if TYPE_CHECKING:
    from spacy.language import Language


class Letters:
    """Restores letters by means of a pipeline's words and a gazetteer's names.

    The words are loaded when the first article needs them.
    """

    def __init__(self, nlp: Language, gazetteer: Gazetteer) -> None:
        self._nlp = nlp
        self._gazetteer = gazetteer

    def restored(self, article: Article) -> Article:
        """Return the article with its letters restored in the reading text; itself if none is lost.

        Every letter keeps its position, so the alignment of the reading text remains valid.
        """
        reading = article.reading
        if reading is None or not (reading.capitals or reading.unaccented):
            return article
        text = reading.text
        for start, end in reading.capitals:
            stretch = text[start:end]
            written = self._capitals.lower(stretch, self._names(stretch))
            if strip_accents(stretch) == stretch:
                written = self._with_accents(written)
            text = text[:start] + written + text[end:]
        for start, end in reading.unaccented:
            text = text[:start] + self._with_accents(text[start:end]) + text[end:]
        return replace(article, reading=replace(reading, text=text))

    def _with_accents(self, stretch: str) -> str:
        names = self._names(stretch)
        for start, end, written in names:
            words = zip(stretch[start:end], written, strict=True)
            accented = "".join(new if strip_accents(new) == old else old for old, new in words)
            stretch = stretch[:start] + accented + stretch[end:]
        return self._accents.restore(stretch, [(start, end) for start, end, _ in names])

    def _names(self, stretch: str) -> list[tuple[int, int, str]]:
        """Find the names in a stretch and their spelling, if it has the same length."""
        names = []
        for match in self._gazetteer.match(stretch):
            words = stretch[match.start : match.end]
            written = self._gazetteer.written(words)
            if written is not None and len(written) == len(words):
                names.append((match.start, match.end, written))
        return names

    @cached_property
    def _forms(self) -> WordForms:
        return WordForms(self._nlp)

    @cached_property
    def _accents(self) -> Accents:
        return Accents(self._forms)

    @cached_property
    def _capitals(self) -> Capitals:
        return Capitals(self._forms)
