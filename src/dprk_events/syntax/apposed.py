"""Whom an apposition tells of: "Kim Yo-jong, la sœur du dirigeant Kim Jong-un, qui …"."""

from __future__ import annotations

from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.view import DocView

OF = "de"
COMMA = ","
ARTICLE = 2
"""Words at most between the comma and the noun of an apposition: "la puissante"."""


def apposed_to(view: DocView, last: Phrase, pronoun: int) -> Phrase | None:
    """Return the name that an apposition before "…, qui" tells of; None if there is none.

    Args:
        view: The document.
        last: The phrase before the relative pronoun: "du dirigeant Kim Jong-un".
        pronoun: The relative pronoun, behind the comma that ends the apposition.

    """
    begin, _ = view.sentence(pronoun)
    if view.words[pronoun - 1] != COMMA or not _is_person(view, last):
        return None
    phrase: Phrase | None = last
    while phrase is not None and phrase.prep == OF and phrase.start > begin:
        before = view.phrase(phrase.start - 1)
        phrase = before if before is not None and before.last == phrase.start - 1 else None
    if phrase is None or phrase is last or phrase.prep is not None:
        return None
    if "person" not in view.kinds(phrase):
        return None
    opening = range(max(begin + 1, phrase.first - 1 - ARTICLE), phrase.first)
    comma = next((i for i in reversed(opening) if view.words[i] == COMMA), None)
    name = None if comma is None else view.phrase(comma - 1)
    return name if name is not None and _is_person(view, name) else None


def _is_person(view: DocView, phrase: Phrase) -> bool:
    number = view.entity_at[phrase.last]
    return number is not None and view.entities[number].label == "PER"
