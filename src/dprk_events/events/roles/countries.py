"""Of which countries a phrase is said to be: "deux pêcheurs du Nord", "un soldat américain"."""

from __future__ import annotations

from dprk_events.events.rules import CompiledSlot
from dprk_events.syntax import DocView, Phrase

STEPS = 2
"""Complements behind a phrase that may say it: "les serveuses d'un restaurant nord-coréen"."""


def of_countries(view: DocView, phrase: Phrase) -> frozenset[str]:
    """Return the countries that a phrase, or else what stands behind it with "de", names."""
    found = _named(view, phrase)
    _, end = view.sentence(phrase.last)
    for _ in range(STEPS):
        if found:
            break
        following = next(view.each_phrase(phrase.last + 1, end), None)
        if following is None or following.prep != "de" or following.start > phrase.last + 2:
            break
        phrase = following
        found = _named(view, phrase)
    return found


def fits_country(view: DocView, phrase: Phrase, slot: CompiledSlot) -> bool:
    """Return whether a phrase is said to be of a country that the slot asks for."""
    if not slot.of and not slot.not_of:
        return True
    found = of_countries(view, phrase)
    return slot.not_of.isdisjoint(found) and (not slot.of or not slot.of.isdisjoint(found))


def _named(view: DocView, phrase: Phrase) -> frozenset[str]:
    """Return the countries of the names and nationalities in a phrase, or just behind it."""
    inside = range(phrase.first, phrase.last + 1)
    numbers = {view.entity_at[i] for i in inside} - {None}
    countries = {view.entities[n].country for n in numbers if n is not None}
    countries |= {view.demonym(view.texts[i]) for i in view.nationality(phrase)}
    behind = view.cut_off(phrase.last)
    if behind is not None and view.entity_at[behind] is None:
        countries.add(view.demonym(view.texts[behind]))
    return frozenset(each for each in countries if each)
