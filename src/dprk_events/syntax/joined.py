"""Phrases that "et" and commas join to one another: "Washington, Tokyo et Séoul"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
DE = closed_class("of")
DASHES = frozenset("-–")
QUOTES = frozenset('«»“”"')
BETWEEN_JOINED, LIST_ENDS = _LISTS["between_joined_phrases"], _LISTS["list_ends"]
Accept = Callable[[Phrase], bool]


def coordinated(view: DocView, phrase: Phrase, accept: Accept) -> list[Phrase]:
    """Return ``phrase`` and the phrases coordinated with it, in text order.

    A comma alone joins nothing: "opéré par le Nord, le député …". It does in a list that "et" ends.
    """
    phrases, number = view.neighbours(phrase.first)
    if number is None:
        return [phrase]
    right, listed = _joined_right(view, phrase, phrases[number + 1 :], accept)
    left = _joined_left(view, phrase, phrases[:number], accept, in_list=listed)
    return [*reversed(left), phrase, *right]


def _between(view: DocView, one: Phrase, other: Phrase) -> tuple[list[str], bool]:
    """Return the words between two phrases, and whether they are two sides: "A d'un côté, B de …".

    The marks of sides and quotation marks are left out.
    """
    marks, quotes = view.side_marks, QUOTES
    places = range(one.last + 1, other.start)
    between = [w for i in places if i not in marks and (w := view.words[i]) not in quotes]
    return between, bool(marks) and (other.last + 1 in marks or not marks.isdisjoint(places))


def _joined_right(
    view: DocView, phrase: Phrase, after: Sequence[Phrase], accept: Accept
) -> tuple[list[Phrase], bool]:
    """Return what is joined behind a phrase, and whether "et" ends it."""
    here, found = phrase, list[Phrase]()
    ended = 0
    """How many there were when an "et" was met last."""
    for other in after:
        between, marked = _between(view, here, other)
        if not between or not BETWEEN_JOINED.issuperset(between) or other.pronoun:
            break
        partitive = phrase.prep is None and other.prep == "de" and view.words[other.start] in DE
        if not (other.prep in {phrase.prep, None} or partitive) or not accept(other):
            break
        found.append(other)
        here = other
        ended = len(found) if marked or LIST_ENDS & set(between) else ended
    return found[:ended], bool(ended)


def _joined_left(
    view: DocView, phrase: Phrase, before: Sequence[Phrase], accept: Accept, *, in_list: bool
) -> list[Phrase]:
    """Return what is joined before a phrase, the nearest first; by a comma in a list alone."""
    here, found = phrase, list[Phrase]()
    for other in reversed(before):
        between, marked = _between(view, other, here)
        if not between or not BETWEEN_JOINED.issuperset(between) or other.pronoun:
            break
        if between[0] in DASHES and len(between) > 1:
            break  # "SÉOUL – La Corée du Nord a …": where the news is from
        comma = between[0] == "," and not marked and not LIST_ENDS & set(between)
        if comma and (other.entity is None or not (in_list or found)):
            break
        if other.prep not in {phrase.prep, "entre"} or not accept(other):
            break
        found.append(other)
        here = other
    return found
