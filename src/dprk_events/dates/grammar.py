"""The rules of ``grammar.toml``, compiled and checked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from dprk_events.dates.lexicon import Lexicon, LexiconError, load_lexicon, read_toml
from dprk_events.dates.pattern import PatternCompiler

_KEYS = {"name", "pattern", "build", "point", "then", "link", "ahead", "not_after", "not_before"}


@dataclass(frozen=True)
class Rule:
    """One rule: ``then`` rules are prefixes that need a ``point`` rule behind them.

    With ``link`` that pattern and a second point must follow ("entre … et …").
    """

    name: str
    build: str
    source: str
    first: frozenset[str]
    then: bool
    point: bool
    link: re.Pattern[str] | None
    ahead: re.Pattern[str] | None
    not_after: frozenset[str]
    not_before: frozenset[str]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The rule's expression over class characters, compiled when it is first tried."""
        return re.compile(self.source)


class Gate:
    """An expression of a grammar's gates, compiled when the first text comes to it."""

    def __init__(self, source: str, char: str, gates: dict[str, Gate | re.Pattern[str]]) -> None:
        self._source, self._char, self._gates = source, char, gates

    def match(self, codes: str, at: int) -> re.Match[str] | None:
        """Match, and put the compiled expression in place of this."""
        gate = self._gates[self._char] = re.compile(self._source)
        return gate.match(codes, at)


def _rule(entry: Mapping[str, object], compiler: PatternCompiler, lexicon: Lexicon) -> Rule:
    name = str(entry.get("name", "?"))
    where = f"rule {name!r}"
    if extra := sorted(entry.keys() - _KEYS):
        msg = (
            f"grammar.toml, {where}: unknown key {extra[0]!r}; keys are {', '.join(sorted(_KEYS))}"
        )
        raise LexiconError(msg)
    for key in ("name", "pattern", "build"):
        if not isinstance(entry.get(key), str):
            msg = f"grammar.toml, {where}: `{key}` is missing or no string"
            raise LexiconError(msg)
    beside: dict[str, frozenset[str]] = {}
    for key in ("not_after", "not_before"):
        names = entry.get(key, [])
        if not isinstance(names, list) or any(n not in lexicon.codes for n in names):
            msg = f"grammar.toml, {where}: `{key}` must list word classes of lexicon.toml"
            raise LexiconError(msg)
        beside[key] = frozenset(lexicon.codes[n] for n in names)
    pattern = compiler.compile(str(entry["pattern"]), where)
    ahead, link = entry.get("ahead"), entry.get("link")
    return Rule(
        name=name,
        build=str(entry["build"]),
        source=pattern.regex,
        first=pattern.first,
        then=bool(entry.get("then")),
        point=bool(entry.get("point")),
        link=re.compile(compiler.compile(str(link), where).regex) if link else None,
        ahead=re.compile(compiler.compile(str(ahead), where).regex) if ahead else None,
        not_after=beside["not_after"],
        not_before=beside["not_before"],
    )


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, by the class character that they can begin with."""

    rules: tuple[Rule, ...]
    by_first: Mapping[str, tuple[Rule, ...]]
    points: Mapping[str, tuple[Rule, ...]]
    gate: Mapping[str, Gate | re.Pattern[str]]  # one match tells that no rule of by_first fits
    start: re.Pattern[str]  # a place where an expression may begin


@cache
def load_grammar() -> Grammar:
    """Give the grammar, checked.

    Raises:
        LexiconError: a rule is malformed; the message names file, rule and mend.

    """
    lexicon = load_lexicon()
    data = read_toml("grammar.toml")
    macros = data.get("macros", {})
    entries = data.get("rule", [])
    if not isinstance(macros, dict) or not isinstance(entries, list):
        msg = "grammar.toml: needs a table [macros] and tables [[rule]]"
        raise LexiconError(msg)
    compiler = PatternCompiler(lexicon.codes, macros)
    rules = tuple(_rule(e, compiler, lexicon) for e in entries)
    by_first: dict[str, list[Rule]] = {}
    for rule in rules:
        for char in rule.first:
            by_first.setdefault(char, []).append(rule)
    core = "".join(sorted(lexicon.codes[c] for c in lexicon.core))
    first = "".join(sorted(by_first))
    gates: dict[str, Gate | re.Pattern[str]] = {}
    for char, begun in by_first.items():
        gates[char] = Gate("|".join(_GROUP_NAME.sub("(?:", r.source) for r in begun), char, gates)
    return Grammar(
        rules=rules,
        by_first={c: tuple(rs) for c, rs in by_first.items()},
        points={c: tuple(r for r in rs if r.point) for c, rs in by_first.items()},
        gate=gates,
        start=re.compile(f"[{first}](?=.{{0,{_LEAD - 1}}}[{core}])|[{core}]"),
    )


#: No rule has more tokens before its first date word.
_LEAD = 9
_GROUP_NAME = re.compile(r"\(\?P<\w+>")
