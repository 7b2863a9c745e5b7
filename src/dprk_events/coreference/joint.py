"""People of several states told by one plural noun: "les ministres chinois et nord-coréen"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.coreference.context import STATES, WORDS, Context
from dprk_events.coreference.referent import Naming
from dprk_events.french import closed_class, looks_plural
from dprk_events.syntax.tags import NOUNS

QUE, JOINS = closed_class("que"), WORDS["joins_states"]
REACH = 14
"""Words behind the noun within which the list of its states begins."""


def listed_behind(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the countries of people of several, one each, in text order; empty for those of one.

    They are adjectives in the singular, "les ministres chinois et nord-coréen", or names behind
    "de", "les ministres de la Défense de la Russie et de la Corée du Nord"; complements may stand
    between.
    """
    words = context.view.words
    if not looks_plural(context.head(naming)):
        return ()
    run: list[str] = []
    joined, names, one_each = False, False, False
    for at, countries in _items(context, naming):
        if countries:
            named = _is_state(context, at)
            if run and not (joined and named == names):
                if len(set(run)) > 1 or joined:
                    break  # "les négociateurs américains et le Nord": the Nord is not theirs
                run = []  # "pour le nucléaire nord-coréen des États-Unis et du Japon"
            run, names = [*run, *countries], named
            one_each |= named or not looks_plural(words[at])
        elif len(set(run)) > 1 and words[at] not in WORDS["joins_states"] | WORDS["before_a_state"]:
            break
        if countries or words[at] not in WORDS["before_a_state"]:
            joined = not countries and words[at] in WORDS["joins_states"]
    several = tuple(dict.fromkeys(run))
    # "soldats russes et nord-coréens" are two groups
    return several if len(several) > 1 and one_each else ()


def _items(context: Context, naming: Naming) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the tokens behind a noun with the countries of each, as far as its complements go."""
    view = context.view
    _, end = view.sentence(naming.last)
    at = naming.first
    while at <= min(end, naming.last + REACH):
        number = view.entity_at[at]
        if number is None:
            countries = context.nationality(at, at)
            if not countries and at > naming.last and not _goes_on(context, at):
                return
            yield at, countries
        else:
            entity = view.entities[number]
            known: tuple[str, ...]
            if _is_state(context, at):
                known = (str(entity.country),) if entity.country and _is_of(context, at) else ()
            else:  # "chefs d'état-major russe et chinois"
                last = view.texts[entity.last]
                known = context.gazetteer.demonyms.countries(last) or ()
            if not known and at > naming.last and entity.label != "ORG":
                return
            at = max(at, entity.last)
            yield at, known
        at += 1


def _is_state(context: Context, at: int) -> bool:
    number = context.view.entity_at[at]
    return number is not None and context.view.entities[number].kind in STATES


def _is_of(context: Context, at: int) -> bool:
    """Say whether a name stands behind "de", or is the next of a list: "de Tokyo et Séoul"."""
    words = context.view.words
    before = words[at - 1]
    if before in WORDS["of"] | WORDS["joins_states"]:
        return True
    return before in WORDS["definite"] and words[at - 2] in WORDS["of"]


def _goes_on(context: Context, at: int) -> bool:
    """Say whether a token may stand in the complements of a noun."""
    view = context.view
    if view.words[at] in QUE and (view.words[at - 1] == "," or view.words[at - 1] not in JOINS):
        return False  # "des soldats du Nord, que | Kiev a capturés": no "ainsi que"
    if view.words[at] in WORDS["within_a_title"] | WORDS["joins_states"] | WORDS["before_a_state"]:
        return True
    return view.pos[at] in NOUNS | {"ADJ"} and view.words[at - 1] in WORDS["within_a_title"]
