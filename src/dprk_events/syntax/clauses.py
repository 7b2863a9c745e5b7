"""Find where clauses end: how far right of a word its complements can reach."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.tagged import TaggedText
from dprk_events.syntax.tags import NOUNS_AND_ADJECTIVES, VERBAL

OPENERS = closed_class("clause_openers")
HARD_STOPS = closed_class("hard_stops")
THAT, NEGATIONS = closed_class("que"), closed_class("negations")
NE = word_lists(__package__)["ne"]
COUNTING = frozenset({"DET", "NUM", "PROPN"})
"""What follows the "que" of "ne … que" before a noun."""
NE_REACH, VERB_REACH = 5, 12
"""Greatest distances from that "que" to its "ne", and to a verb that shows another "que"."""


class Clauses:
    """The clause ends of one document, computed sentence by sentence on demand."""

    def __init__(self, text: TaggedText) -> None:
        self._tokens, self._words, self._pos = text.tokens, text.words, text.pos
        self._entity_at, self._date_at = text.entity_at, text.date_at
        self._sentences, self._sentence_at = text.sentences, text.sentence_at
        self._stops: dict[int, list[int]] = {}
        """By sentence, see :meth:`_next_stops`."""

    def end(self, start: int, passing: frozenset[str] = frozenset()) -> int:
        """Return the last token right of ``start`` that can belong to its complements.

        ``passing``: verb forms that do not end the clause ("prévu", "organisé").
        """
        number = self._sentence_at[start]
        first, last = self._sentences[number]
        stops = self._stops.get(number)
        if stops is None:
            stops = self._stops[number] = self._next_stops(first, last)
        i = stops[max(start, first) - first] if start < last else last + 1
        while i <= last:
            if self._words[i] not in passing:
                return i - 1
            i = stops[i - first]
        return last

    def _next_stops(self, first: int, last: int) -> list[int]:
        """Find, for each token of a sentence, the next token before which a clause ends."""
        stops = [last + 1] * (last + 1 - first)
        for i in range(last, first, -1):
            stops[i - 1 - first] = i if self._stops_at(i) else stops[i - first]
        return stops

    def _stops_at(self, i: int) -> bool:
        """Return whether a clause ends before token ``i``, reading left to right."""
        word = self._words[i]
        if word in HARD_STOPS:
            return True
        if self._entity_at[i] is not None:
            return False
        if word in OPENERS:
            return not (word in THAT and self._limits(i))
        return self._verbal(i)

    def _verbal(self, i: int) -> bool:
        """Return whether a token is a verb other than a participle that describes a noun."""
        verbal = self._pos[i] in VERBAL and self._date_at[i] is None  # "dimanche" may be tagged so
        return verbal and not self.is_reduced(i)

    def _limits(self, i: int) -> bool:
        """Match the "qu'" of "n'a tiré qu'un missile", which opens no clause."""
        first, last = self._sentences[self._sentence_at[i]]
        if i >= last or self._pos[i + 1] not in COUNTING:
            return False
        before = self._words[max(first, i - NE_REACH) : i]
        if NE.isdisjoint(before) or not NEGATIONS.isdisjoint(before):
            return False
        for j in range(i + 1, min(last, i + VERB_REACH) + 1):
            if self._words[j] in OPENERS or self._words[j] in HARD_STOPS:
                return True
            if self._verbal(j):
                return False  # "n'a appris que lundi que le missile …"
        return True

    def is_reduced(self, i: int) -> bool:
        """Return whether token ``i`` is a past participle that only describes the noun before."""
        if self._entity_at[i] is not None:
            return False  # "missiles de courte portée" is a name
        if self._pos[i] != "VERB" or not i:
            return False
        if self._pos[i - 1] not in NOUNS_AND_ADJECTIVES and self._entity_at[i - 1] is None:
            return False
        token = self._tokens[i]
        if not token.is_participle or token.morph.get("Tense", []) != ["Past"]:
            return False
        # "ce test fait suite": a present that looks like a participle
        # "a dans le même temps affirmé": its auxiliary stands farther off
        own = ("nsubj", "aux:tense")
        return not any(c.dep_.startswith(own) and c.i < i for c in token.children)
