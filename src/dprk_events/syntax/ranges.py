"""Numbers that belong to one phrase: "de 10 à 12 000 soldats", "deux millions et demi d'obus"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.phrase import Phrase

_LISTS = word_lists(__package__)
OPENING = _LISTS["range_openers"]
JOINING = _LISTS["range_joiners"]
UP_TO = _LISTS["up_to"]
HALVES = {tuple(words.split()) for words in closed_class("and_a_half")}


def join_halves(phrases: Sequence[Phrase], words: Sequence[str]) -> list[Phrase]:
    """Return phrases with "et demi" in the phrase of the noun before, not a phrase of its own."""
    out: list[Phrase] = []
    for phrase in phrases:
        if out and out[-1].last == phrase.last:
            continue
        half = tuple(words[phrase.last + 1 : phrase.last + 3]) in HALVES
        out.append(phrase._replace(last=phrase.last + 2) if half else phrase)
    return out


def join_ranges(phrases: Sequence[Phrase], words: Sequence[str]) -> list[Phrase]:
    """Return phrases with the two numbers of a range in one, and none behind "jusqu'à".

    A number alone, a joining word and a counted noun are one phrase, counted by both numbers. The
    words that open a range are no preposition of its noun: "envoyer de 10 à 12 soldats" has an
    object.
    """
    out: list[Phrase] = []
    for phrase in phrases:
        joined = phrase
        if out and _continues(out[-1], phrase, words):
            before = out.pop()
            assert before.counted is not None and phrase.counted is not None  # noqa: S101
            opened = words[before.start] in OPENING
            joined = phrase._replace(
                start=before.start,
                prep=None if opened else before.prep,
                counted=(before.counted[0], phrase.counted[1]),
            )
        elif phrase.counted is not None and " ".join(_opening(phrase, words)) in UP_TO:
            joined = phrase._replace(prep=None)
        out.append(joined)
    return out


def _continues(before: Phrase, phrase: Phrase, words: Sequence[str]) -> bool:
    """Return whether a number alone and a counted noun are the two ends of a range."""
    if before.counted is None or phrase.counted is None or not before.pronoun:
        return False
    if before.counted != (before.first, before.last):
        return False
    return phrase.counted[0] - before.last == 2 and words[before.last + 1] in JOINING


def _opening(phrase: Phrase, words: Sequence[str]) -> Sequence[str]:
    """Return the words before a phrase's number: its preposition and article."""
    assert phrase.counted is not None  # noqa: S101
    return words[phrase.start : phrase.counted[0]]
