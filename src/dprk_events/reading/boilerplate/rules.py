"""Load ``rules/*.toml`` into :class:`Rule`: what boilerplate looks like, and where it occurs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal, get_args

from dprk_events.reading.boilerplate.lines import fold
from dprk_events.reading.boilerplate.vocabulary import DETECTORS, Detector

Where = Literal["any", "head", "tail", "edges", "closing", "leftover"]
Then = Literal["line", "link", "links", "end"]

_KEYS = {
    "id": str, "kind": str, "about": str, "where": str, "then": str, "max_chars": int,
    "line": list, "written": list, "confirmed_by": list, "detector": str, "words": list,
    "examples": list, "counter_examples": list,
}  # fmt: skip
_REQUIRED = ("id", "kind", "about", "examples", "counter_examples")
MAX_CHARS = 250


class RuleError(ValueError):
    """A rule file that cannot be used; the message names file, rule and remedy."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of boilerplate line.

    ``where``: anywhere (``any``), in the head (before the first paragraph), in the tail (after the
    last), in either (``edges``), among the last unmasked lines (``closing``), or in the tail under
    a line that is already masked (``leftover``).
    ``then``: what is masked with the line: nothing else (``line``), the title or titles under it
    (``link``, ``links``), or everything after it (``end``), if no paragraph follows; near the end
    of the page paragraphs may follow if a later line matches ``confirmed_by``.
    """

    id: str
    kind: str
    about: str
    where: Where
    then: Then
    max_chars: int
    line: re.Pattern[str] | None
    written: re.Pattern[str] | None
    detector: Detector | None
    confirmed_by: re.Pattern[str] | None
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]

    def matches(self, written: str, folded: str | None = None) -> bool:
        """Return whether the rule matches a line, as written (and folded, if available)."""
        if len(written) > self.max_chars:
            return False
        folded = fold(written) if folded is None else folded
        if self.line is not None and self.line.fullmatch(folded):
            return True
        if self.written is not None and self.written.fullmatch(written):
            return True
        return self.detector is not None and self.detector(written, folded)


@lru_cache(maxsize=1)
def load_rules() -> tuple[Rule, ...]:
    """Load the built-in rules."""
    here = files(__package__)
    vocabulary = tomllib.loads(here.joinpath("vocabulary.toml").read_text("utf-8"))["vocabulary"]
    tables = [file for file in here.joinpath("rules").iterdir() if file.name.endswith(".toml")]
    rules: dict[str, Rule] = {}
    for table in sorted(tables, key=lambda file: file.name):
        for rule in parse_rules(table.read_text("utf-8"), table.name, vocabulary):
            if rule.id in rules:
                raise _twice(table.name, rule.id)
            rules[rule.id] = rule
    return tuple(rules.values())


def parse_rules(toml: str, name: str, vocabulary: Mapping[str, Sequence[str]]) -> tuple[Rule, ...]:
    """Parse rules from TOML; a :class:`RuleError` names file, rule and remedy.

    ``vocabulary`` holds the word lists that rules may name in ``words``.
    """
    try:
        data = tomllib.loads(toml)
    except tomllib.TOMLDecodeError as error:
        msg = f"{name}: this is not TOML ({error}). Fix that line."
        raise RuleError(msg) from error
    rules: dict[str, Rule] = {}
    for number, table in enumerate(data.get("rule", []), 1):
        rule = _rule(table, vocabulary, f"{name}, rule {table.get('id', f'number {number}')}")
        if rule.id in rules:
            raise _twice(name, rule.id)
        rules[rule.id] = rule
    return tuple(rules.values())


def _twice(name: str, rule: str) -> RuleError:
    return RuleError(f"{name}, rule {rule}: the id is used twice. Rename one of the two.")


def _rule(table: Mapping[str, Any], vocabulary: Mapping[str, Sequence[str]], at: str) -> Rule:
    _check_keys(table, at)
    detector: Detector | None = None
    if "detector" in table:
        if table["detector"] not in DETECTORS:
            msg = f"{at}: no detector {table['detector']!r}. Use one of {', '.join(DETECTORS)}."
            raise RuleError(msg)
        unknown = sorted(set(table.get("words", [])) - set(vocabulary))
        if unknown:
            msg = f"{at}: no word list {unknown[0]!r}. Add it to vocabulary.toml."
            raise RuleError(msg)
        words = [fold(word) for listed in table.get("words", []) for word in vocabulary[listed]]
        detector = DETECTORS[table["detector"]](frozenset(words))
    elif not table.get("line") and not table.get("written"):
        msg = f"{at}: nothing to match. Add line, written or detector."
        raise RuleError(msg)
    return Rule(
        id=table["id"],
        kind=table["kind"],
        about=table["about"],
        where=_choice(table, "where", get_args(Where), at),
        then=_choice(table, "then", get_args(Then), at),
        max_chars=table.get("max_chars", MAX_CHARS),
        # A folded line may end in any marks: "Lire aussi", "Lire aussi :", "Lire aussi >>".
        line=_pattern(table.get("line", []), r"[\W_]*", at),
        written=_pattern(table.get("written", []), "", at),
        detector=detector,
        confirmed_by=_pattern(table.get("confirmed_by", []), r"[\W_]*", at),
        examples=tuple(table["examples"]),
        counter_examples=tuple(table["counter_examples"]),
    )


def _check_keys(table: Mapping[str, Any], at: str) -> None:
    for key, value in table.items():
        if key not in _KEYS:
            msg = f"{at}: unknown key {key!r}. Use {', '.join(_KEYS)}."
            raise RuleError(msg)
        if not isinstance(value, _KEYS[key]):
            msg = f"{at}: {key} must be of type {_KEYS[key].__name__}. Fix it."
            raise RuleError(msg)
    for key in _REQUIRED:
        if not table.get(key):
            msg = f"{at}: {key} is missing or empty. Show what the rule masks and what it keeps."
            raise RuleError(msg)


def _choice(table: Mapping[str, Any], key: str, choices: tuple[str, ...], at: str) -> Any:
    value = table.get(key, choices[0])
    if value not in choices:
        msg = f"{at}: {key} is {value!r}. Use one of {', '.join(choices)}."
        raise RuleError(msg)
    return value


def _pattern(patterns: Sequence[str], end: str, at: str) -> re.Pattern[str] | None:
    if not patterns:
        return None
    try:
        return re.compile(f"(?:{'|'.join(f'(?:{pattern})' for pattern in patterns)}){end}")
    except re.error:
        for pattern in patterns:
            try:
                re.compile(pattern)
            except re.error as error:
                msg = f"{at}: {pattern!r} is not a regular expression ({error}). Fix it."
                raise RuleError(msg) from error
        raise
