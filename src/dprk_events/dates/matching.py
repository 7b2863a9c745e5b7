"""Where the grammar fits the tokens: :class:`Match`, and all matches from one token on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dprk_events.dates.grammar import Grammar, Rule
from dprk_events.dates.lexicon import OTHER
from dprk_events.dates.tokens import Tokens

#: Classes that are as another where they stand beside an expression.
_AS_OTHERS = {"dot": "stop", **dict.fromkeys(("wabr", "mar", "month_en", "pour"), OTHER)}
#: Classes whose word is a month beside a day only.
_MONTHS = {"sept": 9, "mar": 3}
#: Prefixes that may stand before one another ("depuis la fin de …").
_MAX_DEPTH = 4


@dataclass(frozen=True, slots=True)
class Match:
    """Rule ``rule`` on tokens ``start`` to ``end`` (exclusive); ``inner`` follows a prefix rule."""

    rule: Rule
    tokens: Tokens
    start: int
    end: int
    groups: Mapping[str, tuple[int, int]]
    inner: Match | None = None
    second: Match | None = None

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        return name in self.groups

    def number(self, name: str) -> int | None:
        """Integer value of the group's first token, None without the group."""
        at = self.groups.get(name)
        value = self.tokens.token[at[0]].value if at else None
        return value if isinstance(value, int) else None

    def month(self, name: str) -> int | None:
        """Give the month of a group, also of "sept." and "mar", which are other words first."""
        return _MONTHS.get(self.cls(name) or "") or self.number(name)

    def ordinal(self, name: str) -> int | None:
        """Give the number of an ordinal, -1 for "dernier"."""
        if self.cls(name) == "u_minute":  # "seconde" is a unit of time in the lexicon
            return 2 if self.string(name) == "second" else None
        return self.number(name)

    def string(self, name: str) -> str | None:
        """Give the string value of the group's first token, None without the group."""
        at = self.groups.get(name)
        value = self.tokens.token[at[0]].value if at else None
        return value if isinstance(value, str) else None

    def cls(self, name: str) -> str | None:
        """Word class of the group's first token."""
        at = self.groups.get(name)
        return self.tokens.token[at[0]].cls if at else None

    def near(self, offset: int) -> str:
        """Class of the token ``offset`` places before (negative) or after the match.

        A word that is a date word inside an expression only ("jeu", "mer", "pour") is a plain one.
        """
        cls = self.tokens.cls(self.start + offset if offset < 0 else self.end + offset)
        return _AS_OTHERS.get(cls, cls)

    def word(self, offset: int) -> str:
        """Give the form of that token, "" where the text has none."""
        at = self.start + offset if offset < 0 else self.end + offset
        return self.tokens.token[at].word if 0 <= at < len(self.tokens.token) else ""

    def words(self, name: str) -> str:
        """Give the group's words, joined by one blank."""
        at = self.groups.get(name)
        return " ".join(t.word for t in self.tokens.token[at[0] : at[1]]) if at else ""


def _beside(codes: str, start: int, end: int, rule: Rule) -> bool:
    if rule.not_after and start and codes[start - 1] in rule.not_after:
        return False
    return not (rule.not_before and end < len(codes) and codes[end] in rule.not_before)


def matches(grammar: Grammar, tokens: Tokens, at: int, depth: int = 0) -> list[Match]:
    """Give the matches from token ``at`` on, best first; behind a prefix ``point`` rules only."""
    codes = tokens.codes
    out: list[Match] = []
    gate = grammar.gate.get(codes[at])
    if gate is None or not gate.match(codes, at):
        return out
    table = grammar.points if depth else grammar.by_first
    for rule in table[codes[at]]:
        found = rule.regex.match(codes, at)
        if not found:
            continue
        end = found.end()
        if rule.ahead and not rule.ahead.match(codes, end):
            continue
        groups = {
            k.partition("__")[0]: found.span(k)
            for k, v in found.groupdict().items()
            if v is not None
        }
        if not rule.then:
            if _beside(codes, at, end, rule):
                out.append(Match(rule, tokens, at, end, groups))
            continue
        if depth >= _MAX_DEPTH:
            continue
        # The prefix may have eaten an article that the point wants, so shorter ends are tried too.
        for inner_at in (end, end - 1):
            if at < inner_at < len(codes):
                inner = matches(grammar, tokens, inner_at, depth + 1)
                for one in inner:
                    out.extend(
                        _linked(grammar, Match(rule, tokens, at, one.end, groups, one), depth)
                    )
                if inner:
                    break
    return out


def _linked(grammar: Grammar, match: Match, depth: int) -> list[Match]:
    """Give the match itself, or, for a rule with a link, those with a second point behind it."""
    link = match.rule.link
    if link is None:
        return [match]
    codes = match.tokens.codes
    found = link.match(codes, match.end)
    if not found or found.end() >= len(codes):
        return []
    seconds = matches(grammar, match.tokens, found.end(), depth + 1)
    return [replace(match, end=second.end, second=second) for second in seconds]
