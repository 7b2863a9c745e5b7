"""Men and women, one and several: what names, titles and articles tell of gender and number."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.referent import Referent
from dprk_events.french import key, looks_plural
from dprk_events.syntax import DocView, Phrase

APPOSED = 4
"""Words behind a name within which an apposition begins with its noun: "X, la sœur cadette"."""


def is_woman(context: Context, entity: int) -> bool:
    """Say whether a naming of a person, or another of the same, tells that it is a woman.

    By the first name ("Nikki Haley"), the whole name ("Choe Son-hui"), the title before it ("la
    présidente X", "Mme X") or the apposition behind it ("X, la sœur de …").
    """
    person = context.person(entity)
    known = context.women.get(person.key)
    if known is None:  # asked for every phrase that a pronoun may stand for
        known = context.women[person.key] = _is_woman(context, person)
    return known


def _is_woman(context: Context, person: Referent) -> bool:
    name = key(person.name)
    first = name.partition(" ")[0]
    if name in WORDS["women"] or first in WORDS["first_names_of_women"]:
        return True
    return any(_titled(context, number) for number in context.namings_of(person))


def _titled(context: Context, entity: int) -> bool:
    view = context.view
    found = view.entities[entity]
    begin, end = view.sentence(found.first)
    phrase = view.phrase(found.first)
    first = found.first if phrase is None else min(phrase.first, found.first)
    before = view.words[max(begin, first - 1) : found.first]
    if any(word in WORDS["titles_of_women"] for word in before):
        return True
    behind = view.words[found.last + 1 : min(end, found.last + APPOSED) + 1]
    return behind[:1] == [","] and any(word in WORDS["titles_of_women"] for word in behind)


def is_several(view: DocView, phrase: Phrase) -> bool:
    """Return whether a noun is plural; of one like "fils" its determiner tells."""
    begin, _ = view.sentence(phrase.first)
    if phrase.counted is not None:
        return True
    before = view.words[phrase.first - 1] if phrase.first > begin else ""
    return looks_plural(view.words[phrase.head]) and before not in WORDS["singular_determiners"]


def is_feminine(view: DocView, phrase: Phrase) -> bool:
    """Return whether a common noun is feminine, by its article or else by the model."""
    begin, _ = view.sentence(phrase.first)
    before = view.words[phrase.first - 1] if phrase.first > begin else ""
    if before in WORDS["feminine_determiners"]:
        return True
    if before in WORDS["masculine_determiners"]:
        return False
    return bool(view.tokens[phrase.head].morph.get("Gender", []) == ["Fem"])
