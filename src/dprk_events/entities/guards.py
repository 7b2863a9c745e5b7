"""Trim the entities that the model found, and refuse those that are no names (guards.toml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dprk_events.french import word_lists
from dprk_events.language.columns import texts_of
from dprk_events.language.lexicon import FrenchWords

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dprk_events.language.gazetteer import Gazetteer

_LISTS = word_lists(__package__, "guards.toml")
_TITLES, _TAILS = _LISTS["titles"], _LISTS["tails"]
_OFF_LEFT = _LISTS["articles"] | _TITLES
_COMMON, _FUNCTION_WORDS = _LISTS["common"], _LISTS["function_words"]
_OTHER_THINGS = _LISTS["other_things"]
_GLUED = re.compile(r"\w[.?!\"»•]+[A-ZÀ-Ý]")  # "2025.Selon": a line break was lost
_NAMING = frozenset(("appos", "nmod", "flat:name", "amod", "dep"))  # "le cargo Wise Honest"
_NAME_LIKE = frozenset(("PROPN", "X"))
_OPENING = frozenset('«"“‘')


@dataclass(frozen=True, slots=True)
class _Written:
    """How often a word is all lower case, and how often capitalised within a sentence."""

    lower: int
    titles: int


class Guards:
    """Trims and checks the spans of one document; ``words`` are not names."""

    def __init__(self, doc: Doc, gazetteer: Gazetteer, words: FrenchWords) -> None:
        self._doc = doc
        self._gazetteer = gazetteer
        self._words = words
        self._things: set[str] | None = None  # words right after "typhon", "cargo" ..., on demand
        self._places: dict[int, list[int]] = {}  # lower-case form to token indices, on demand
        self._written: dict[int, _Written] = {}  # by lower-case form, on demand
        self._named: dict[int, int] = {}  # see _past_demonyms

    @cached_property
    def texts(self) -> list[str]:
        """The document's tokens as written."""
        return texts_of(self._doc)

    def trim(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the span without articles, titles, marks and loose ends; None if none is left."""
        doc = self._doc
        while first <= last and (_mark(doc[first].text) or self._off(first, _OFF_LEFT)):
            first += 1
        while last >= first and (_mark(doc[last].text) or self._off(last, _TAILS)):
            last -= 1
        return (first, last) if first <= last else None

    def _off(self, index: int, words: frozenset[str]) -> bool:
        return self._doc[index].lower_ in words

    def refuses(self, first: int, last: int, label: str) -> bool:
        """Return whether a trimmed span is not a name."""
        doc = self._doc
        tokens = doc[first : last + 1]
        text = tokens.text
        if sum(c.isalpha() for c in text) < 2 or not any(c.isupper() for c in text):
            return True
        body = label == "ORG" and not self.titled(first)  # "la ministre | russe de la Défense"
        if not (text[0].isupper() or text[0].isdigit() or body):
            return True
        if any(t.is_space or _GLUED.search(t.text) for t in tokens):
            return True
        if any(t.text[0].isupper() and t.lower_ in _FUNCTION_WORDS for t in tokens):
            return True
        return self._common(first, last)

    def _common(self, first: int, last: int) -> bool:
        """Return whether a span is common words, a nationality, or only opens a sentence."""
        tokens = self._doc[first : last + 1]
        if all(t.lower_ in _COMMON or self._demonym(t.text) for t in tokens):
            return True
        if self._demonym(tokens.text):
            return True
        return first == last and self._opens_sentence(first) and not self._name_elsewhere(first)

    def _demonym(self, word: str) -> bool:
        return self._gazetteer.demonyms.countries(word) is not None

    def other_thing(self, first: int, last: int) -> bool:
        """Return whether a span names a storm, a ship, a book ..., by a noun here or elsewhere."""
        root = self._doc[first : last + 1].root
        bare = not any(child.dep_ == "case" for child in root.children)
        if (
            bare
            and root.dep_ in _NAMING
            and root.head.lower_ in _OTHER_THINGS
            and root.head.i < first
        ):
            return True
        if self._follows_thing(first):
            return True
        if self._things is None:
            self._things = {
                text
                for i, text in enumerate(self.texts)
                if text[0].isupper() and self._follows_thing(i)
            }
        return first == last and self._doc[first].text in self._things

    def _follows_thing(self, index: int) -> bool:
        if not self.texts[index][0].isupper():
            return False
        before = self._past_demonyms(index - 1)
        return before >= 0 and self._doc[before].lower_ in _OTHER_THINGS

    def _past_demonyms(self, index: int) -> int:
        """Skip opening marks and nationalities to the left; each token of a row is visited once."""
        before = index
        while before >= 0 and (self.texts[before] in _OPENING or self._demonym_at(before)):
            if before in self._named:
                before = self._named[before]
                break
            before -= 1
        if before < index:
            self._named[index] = before
        return before

    def _demonym_at(self, index: int) -> bool:
        return self._demonym(self.texts[index])

    def titled(self, first: int) -> bool:
        """Return whether a person's title directly precedes a token."""
        return first > 0 and self._doc[first - 1].lower_ in _TITLES

    def _opens_sentence(self, index: int) -> bool:
        doc = self._doc
        before = index - 1
        while before >= 0 and (_mark(doc[before].text) or doc[before].is_space):
            if "\n" in doc[before].text or doc[before].text in ".!?…:":
                return True
            before -= 1
        return before < 0 or bool(doc[index].is_sent_start)

    def _name_elsewhere(self, index: int) -> bool:
        """Return whether more than its capital shows that a word opening a sentence is a name."""
        doc = self._doc
        token = doc[index]
        if token.is_upper and len(token.text) > 1:
            return True
        found = self._written.get(token.lower)
        if found is None:
            found = self._written[token.lower] = self._forms(token.lower)
        if found.lower > token.is_lower:
            return False
        # A capital that opens a sentence proves nothing; this token may be counted itself.
        if found.titles > (token.is_title and not self._opens_sentence(index)):
            return True
        return token.pos_ in _NAME_LIKE and token.lower_ not in self._words

    def _forms(self, lower: int) -> _Written:
        """Count how a word is written in the document."""
        if not self._places:
            for i, form in enumerate(self._doc.to_array("LOWER").tolist()):
                self._places.setdefault(form, []).append(i)
        tokens = [self._doc[i] for i in self._places[lower]]
        return _Written(
            sum(t.is_lower for t in tokens),
            sum(t.is_title and not self._opens_sentence(t.i) for t in tokens),
        )


def _mark(text: str) -> bool:
    return not any(c.isalnum() for c in text)
