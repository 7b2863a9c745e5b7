"""The registry of builders: a grammar match and its ``build`` name give a reading."""

from __future__ import annotations

from collections.abc import Callable

from dprk_events.dates import readings as r
from dprk_events.dates.matching import Match
from dprk_events.dates.numbers import number_words

Builder = Callable[[Match], r.Reading | None]
_BUILDERS: dict[str, Builder] = {}


def builder(name: str) -> Callable[[Builder], Builder]:
    """Register the function for ``build = name``."""

    def register(function: Builder) -> Builder:
        _BUILDERS[name] = function
        return function

    return register


def build(match: Match) -> r.Reading | None:
    """Give the reading of a match, None when the words turn out to be no date."""
    return _BUILDERS[match.rule.build](match)


def builders() -> frozenset[str]:
    """Give the known ``build`` names, to check the grammar by."""
    return frozenset(_BUILDERS)


def inner(match: Match) -> r.Reading | None:
    """Give the reading behind a prefix rule."""
    return build(match.inner) if match.inner else None


#: Two digits that are no day of a month are a year of the last century: "juillet 98", "juin 50".
_FIRST_SHORT = 32
#: What may stand behind such a year; before a noun the digits count it ("en juillet 98 soldats").
_BEHIND_SHORT = frozenset({"stop", "dot", "comma", "close", "open", "dash", "le", "et", "ou", "de",
                           "du", "des", "a", "au", "en", "dans", "has", "had", "par",
                           "pour"})  # fmt: skip


def two_digits(match: Match, name: str) -> int | None:
    """Give the year that two digits say, None where they count something or may be a day."""
    year = match.number(name)
    if year is None or not _FIRST_SHORT <= year <= 99:
        return None
    return 1900 + year if match.tokens.cls(match.groups[name][1]) in _BEHIND_SHORT else None


_COUNTING = frozenset({"n31", "num", "big", "wnum", "sept", "one", "collective", "term", "year4",
                       "ordn", "ordw", "first", "ord1", "roman"})  # fmt: skip


def amount(match: Match, name: str = "n") -> int | None:
    """Give the whole number of a group: digits, number words, "une dizaine de"."""
    at = match.groups.get(name)
    if not at:
        return None
    tokens = match.tokens.token[at[0] : at[1]]
    if len(tokens) > 1 and not any(t.cls in ("collective", "term") for t in tokens):
        return number_words(match.words(name))
    for token in tokens:
        counts = token.cls in _COUNTING and (token.cls != "one" or len(tokens) == 1)
        if counts and isinstance(token.value, int):
            return token.value
    return None
