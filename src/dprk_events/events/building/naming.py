"""Find the name beside a noun for a speaker: "l'agence de presse Kyodo", "Kim Yo Jong, la sœur"."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
BEFORE_NAME, BARE = WORDS["before_apposed_name"], WORDS["before_bare_noun"]
APART = ","
OF, ONE = closed_class("of"), WORDS["one_article"]
WITHIN = frozenset({"NOUN", "ADJ", "ADP", "DET", "ADV"})
"""What may stand between a noun and the name that ends its group: "de presse japonaise"."""
REACH = 12
"""Greatest distance in words from a noun to its name."""
KINDS = {"PER": "person", "ORG": "org"}
CLOSED = frozenset({",", "."})
"""Behind a name between commas."""


def name_beside(view: DocView, phrase: Phrase) -> int | None:
    """Return the entity that a noun for a speaker stands beside; None where there is none.

    Args:
        view: The document.
        phrase: The noun, which names nobody by itself.

    """
    label = _label(view, phrase)
    if label is None or phrase.pronoun:
        return None
    found = _in_group(view, phrase, label)
    return _before(view, phrase) if found is None else found


def _label(view: DocView, phrase: Phrase) -> str | None:
    """Return what the name of such a noun is: a person's, or a body's."""
    kinds = view.kinds(phrase)
    return next((label for label, kind in KINDS.items() if kind in kinds), None)


def _in_group(view: DocView, phrase: Phrase, label: str) -> int | None:
    """Find the name that ends the noun group: "l'agence officielle de presse japonaise Kyodo".

    So too behind a comma ("le conseiller du président, Paul Martin, a dit"); but a name after
    another noun for such a speaker is that one's: "la sœur du dirigeant Kim Jong Un".
    """
    _, end = view.sentence(phrase.head)
    wanted = KINDS[label]
    other = comma = False
    for i in range(phrase.last + 1, min(end, phrase.last + REACH) + 1):
        number = view.entity_at[i]
        if number is None:
            bare = view.words[i - 1] in BARE  # "agence de presse"
            other = other or (not bare and wanted in view.lexicon.noun(view.words[i]))
            comma = view.words[i] == APART
            if view.pos[i] not in WITHIN and not (comma and label == "PER"):
                return None
            continue
        if view.entities[number].label != label:
            if view.entities[number].label == "LOC":
                continue
            return None
        last = max(j for j in range(i, end + 1) if view.entity_at[j] == number)
        if comma:
            closed = last == end or view.words[last + 1] in CLOSED
            return number if closed and view.words[i - 1] == APART else None
        return None if other or view.pos[i - 1] in {"ADP", "DET"} else number
    return None


def _before(view: DocView, phrase: Phrase) -> int | None:
    """Find the name that it is said of: "Kim Yo Jong, la sœur du dirigeant"."""
    begin, _ = view.sentence(phrase.head)
    comma = phrase.first - 1
    while comma > begin and view.pos[comma] in {"DET", "ADJ"}:
        comma -= 1
    if comma <= begin or view.words[comma] != APART or phrase.prep is not None:
        return None
    named = view.phrase(comma - 1)
    if named is None or named.entity is None or named.last != comma - 1:
        return None
    if named.prep in OF and view.words[phrase.first - 1] in ONE:
        return None  # "Interrogé sur une visite de Kim, un porte-parole"
    said = view.entities[named.entity].label == "PER" and "person" in view.kinds(phrase)
    return named.entity if said and (named.prep is None or named.prep in BEFORE_NAME) else None
