"""Datelines that open a sentence: "SÉOUL, 3 mars (Yonhap) –"."""

from __future__ import annotations

from dprk_events.french import word_lists
from dprk_events.language.datelines import dateline_end
from dprk_events.syntax.tagged import TaggedText
from dprk_events.syntax.tags import VERBAL

FIRST_ARTICLES = word_lists(__package__)["articles_of_objects"]
DASHES = frozenset({"-", "–", "—", "--"})
BRACKETS = frozenset("(),")
LONGEST = 14
"""Words of a dateline."""


def datelines(view: TaggedText) -> set[int]:
    """Return the tokens of datelines, with the dash that ends each."""
    found: set[int] = set()
    for first, last in view.sentences:
        end = dateline_end(view.texts[first : last + 1])
        if end is not None:
            found.update(range(first, first + end + 1))
    seen = -1
    for i, word in enumerate(view.words):
        if word not in DASHES or (number := view.sentence_at[i]) == seen:
            continue
        if view.date_at[i] is not None or _within_a_word(view, i):  # "1950-1953", "Al-Safir"
            continue
        seen = number  # only the first dash of a sentence can end a dateline
        first, last = view.sentences[number]
        if first <= i <= min(last, first + LONGEST) and _opens(view, range(first, i), i, last):
            found.update(range(first, i + 1))
    return found


def _opens(view: TaggedText, before: range, dash: int, last: int) -> bool:
    """Return whether what stands before a dash is a place and a day, and tells nothing."""
    dated = any(view.date_at[t] is not None for t in before)
    told = any(view.pos[t] in VERBAL and view.entity_at[t] is None for t in before)
    return (dated or _is_town_before(view, before, dash, last)) and not told


def _within_a_word(view: TaggedText, dash: int) -> bool:
    """Return whether a dash has no space on either side."""
    start = view.tokens.idx[dash]
    around = view.text[max(0, start - 1) : start] + view.text[start + len(view.texts[dash]) :][:1]
    return bool(around) and not any(sign.isspace() for sign in around)


def _is_town_before(view: TaggedText, before: range, dash: int, last: int) -> bool:
    """Match "SÉOUL (AFP) - La Corée du Nord": names alone, then a sentence with an article."""
    if not before or dash == last or view.words[dash + 1] not in FIRST_ARTICLES:
        return False
    place = view.entity_at[before[0]]
    town = place is not None and view.entities[place].label == "LOC"
    names = (view.entity_at[t] is not None or view.texts[t] in BRACKETS for t in before)
    return town and view.texts[dash + 1][:1].isupper() and all(names)
