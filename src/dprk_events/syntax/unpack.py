"""Join counting, packaging and locating nouns with what they count, hold or locate."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tagged import TaggedText

_LISTS = word_lists(__package__)
FRACTIONS = closed_class("fractions")
BEFORE_COUNTING = _LISTS["before_counting_nouns"]
ONE_OF_MANY = _LISTS["one_of_many"]
UNPLACED = frozenset({None, "de"})
"""Prepositions behind which a place is rather a thing than where something is."""


def unpack(text: TaggedText, phrases: list[Phrase]) -> Iterator[Phrase]:
    """Join counting and packaging nouns with what they count: "des dizaines de missiles"."""
    i = 0
    while i < len(phrases):
        phrase = phrases[i]
        follower = phrases[i + 1] if i + 1 < len(phrases) else None
        if (
            follower
            and follower.prep == "de"
            and follower.start == phrase.last + 1
            and phrase.entity is None
        ):
            word = text.words[phrase.head]
            collects = word in text.lexicon.collecting and not _of_a_maker(text, phrase, follower)
            if word in text.lexicon.counting or collects:
                count = phrase.counted or follower.counted
                if word in text.lexicon.counting:
                    begin = min(phrase.first, count[0] if count else phrase.first)
                    lower = text.words[begin - 1] if begin else ""
                    count = (
                        begin - 1 if lower in BEFORE_COUNTING else begin,
                        phrase.head,
                    )
                elif word in FRACTIONS:
                    count = None
                phrases[i + 1] = _joined(phrase, follower, count)
                i += 1
                continue
            if (
                word in text.lexicon.locating
                and follower.entity is not None
                and not follower.counted
                and not _one_of_a_state(text, phrase, follower.entity)
            ):
                phrases[i + 1] = _joined(phrase, follower, None)
                i += 1
                continue
        yield _some(text, phrase)
        i += 1


def _of_a_maker(text: TaggedText, phrase: Phrase, behind: Phrase) -> bool:
    """Match "150 exemplaires de Pyongyang": counted things of a state, which they do not count."""
    made = behind.entity is not None and text.entities[behind.entity].label == "LOC"
    return made and phrase.counted is not None


def _joined(phrase: Phrase, behind: Phrase, counted: tuple[int, int] | None) -> Phrase:
    """Return what is counted or located, standing where the words before it do."""
    return behind._replace(
        start=phrase.start,
        prep=phrase.prep,
        counted=counted,
        pronoun=False,
        possessive=phrase.possessive,
    )


def _one_of_a_state(text: TaggedText, place: Phrase, entity: int) -> bool:
    """Match "bombarder une île de Corée du Sud": a place of its own, and no state."""
    if place.prep not in UNPLACED or text.entities[entity].kind != "state":
        return False
    return bool(place.first) and text.words[place.first - 1] in ONE_OF_MANY


def _some(text: TaggedText, phrase: Phrase) -> Phrase:
    """Let a lone "plusieurs dizaines" refer to people or things, as a pronoun does."""
    alone = phrase.first == phrase.last and phrase.entity is None
    if not alone or text.words[phrase.head] not in text.lexicon.counting:
        return phrase
    first = phrase.counted[0] if phrase.counted else max(phrase.first - 1, phrase.start)
    return phrase._replace(pronoun=True, counted=(first, phrase.last))
