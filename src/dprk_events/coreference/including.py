"""Several people of whom some are named: "des diplomates, dont l'Américain X et la Russe Y"."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context, within
from dprk_events.coreference.describe import plain
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.french import looks_plural
from dprk_events.syntax import coordinated

PEOPLE = frozenset({"person", "people", "force", "demonym"})
REACH = 6
"""Words behind the noun within which "dont" stands."""
TWO = 2


def _counted_nationals(context: Context, first: int, last: int) -> tuple[str, ...]:
    """Return the countries of a number of them: "huit personnes, dont trois Nord-Coréens"."""
    view = context.view
    phrase = next(view.each_phrase(first, last), None)
    if phrase is None or phrase.entity is not None or phrase.prep is not None:
        return ()
    if phrase.counted is None or not view.kinds(phrase) & PEOPLE:
        return ()
    them = coordinated(view, phrase, lambda other: bool(view.kinds(other) & PEOPLE))
    found = (country for each in them for country in context.nationality(each.first, each.last))
    return tuple(dict.fromkeys(found))


def including(context: Context, naming: Naming) -> Resolved | None:
    """Take the countries of those named among them, where they are of several.

    « Des émissaires des deux pays, dont l'Américain Sung Kim et la vice-ministre Choe Son-hui, … »
    Those of so many nationals are of one state, too: « huit personnes, dont trois Nord-Coréens ».
    """
    view = context.view
    phrase = context.phrase(naming)
    if naming.entity is not None or phrase is None or not looks_plural(context.head(naming)):
        return None
    if not view.kinds(phrase) & PEOPLE:
        return None
    _, end = view.sentence(naming.last)
    words = view.words
    behind = range(naming.last + 1, min(end, naming.last + REACH) + 1)
    start = next(
        (i for i in behind if words[i] in WORDS["among_them"] and words[i - 1] == ","), None
    )
    if start is None:
        return None
    last = next((i for i in range(start, end) if view.is_finite(view.tokens[i])), end)
    named = (context.person(number) for _, number in within(context.people_named, start, last))
    countries = tuple(dict.fromkeys(c for person in named for c in person.countries))
    if len(countries) < TWO:
        own = context.nationality(naming.first, naming.last)
        countries = () if own else _counted_nationals(context, start + 1, last)
    if not countries:
        return None
    return plain(context, naming, countries, "including", "+".join(countries))
