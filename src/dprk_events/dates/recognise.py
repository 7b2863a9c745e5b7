"""Find the date expressions of a text, with what their words say: :func:`recognise`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dprk_events.dates import readings as r
from dprk_events.dates.build import build
from dprk_events.dates.grammar import load_grammar
from dprk_events.dates.guards import NAMES, allowed
from dprk_events.dates.matching import Match, matches
from dprk_events.dates.tokens import Tokens, tokenise


@dataclass(frozen=True, slots=True)
class Found:
    """An expression before resolution: code points ``start`` to ``end`` of the text."""

    start: int
    end: int
    match: Match
    reading: r.Reading


def _extent(match: Match) -> tuple[int, int]:
    span = match.groups.get("span", (match.start, match.end))
    tokens = match.tokens
    return tokens.at[span[0]], tokens.end(span[1] - 1)


@lru_cache(maxsize=1)  # an article is gone through for its own date, then for all dates
def recognise(text: str, plain: str) -> tuple[Found, ...]:
    """Give the expressions of ``text`` (``plain`` is its normalised form), unresolved."""
    grammar = load_grammar()
    tokens = tokenise(plain)
    out: list[Found] = []
    at = 0
    for place in grammar.start.finditer(tokens.codes):
        if place.start() >= at:
            hit, at = _first(text, tokens, place.start())
            if hit:
                out.append(hit)
    return tuple(out)


def _first(text: str, tokens: Tokens, at: int) -> tuple[Found | None, int]:
    """Give the best reading from token ``at`` on, and the token to go on from."""
    for match in matches(load_grammar(), tokens, at):
        reading = build(match)
        if reading is None:
            continue
        if allowed(match, text):
            return Found(*_extent(match), match, reading), match.end
        if match.rule.name in NAMES:
            return None, match.end
    return None, at
