"""Load the patterns and word lists of ``attributes.toml`` and check them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from pydantic import Field

from dprk_events.events.attributes.data import AttributeDataError, Entry, Words, checked, read
from dprk_events.events.attributes.lengths import load_lengths
from dprk_events.events.attributes.shadow import PLACE, WEAPON
from dprk_events.names import Outcome

NAME = "attributes.toml"
Column = Literal["missile", "class", "site", "landing", "apogee_km", "distance_km", "outcome"]
COLUMNS: tuple[Column, ...] = get_args(Column)
GROUPS = ("it", "length", "place", "weapon")
"""The part of a match that is quoted: the first of these groups that it has, else all of it."""
_PART = re.compile(r"[.;:()]")
"""Marks that end a part of a sentence; commas and some conjunctions also end clauses."""
_LOOK_BACK = 120


class PatternEntry(Entry):
    """One pattern as written in the file."""

    id: str
    attribute: Column
    find: str
    value: Outcome | None = None
    unless: list[str] | None = None
    not_kinds: list[str] = Field(default_factory=list)
    weak: bool = False
    examples: Words
    counter_examples: Words


class ClassEntry(Entry):
    """A class of weapon, given by words that must all occur in the description."""

    value: str
    all: Words
    refined_by: list[str] = Field(default_factory=list)
    examples: Words
    counter_examples: Words


class Continuing(Entry):
    """Words by which a later sentence still refers to the test."""

    words: Words
    stop: str


class AttributeFile(Entry):
    """The whole file."""

    words: dict[str, str]
    unless: dict[Column, list[str]]
    continuing: Continuing
    clause_openers: Words
    pluperfect: Words
    reported: Words
    other: Words
    landing_nouns: Words
    more: str
    no_site: Words
    classes: list[ClassEntry] = Field(alias="class", min_length=1)
    patterns: list[PatternEntry] = Field(min_length=1)


@dataclass(frozen=True)
class Hit:
    """A match of a pattern: the quote's code points in the text that was searched."""

    pattern: Pattern
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Pattern:
    """A compiled pattern."""

    entry: PatternEntry
    find: re.Pattern[str]
    unless: re.Pattern[str] | None
    other: re.Pattern[str]
    clause: re.Pattern[str]
    """Where a clause begins."""

    def hits(self, shadow: str, start: int, end: int) -> Iterator[Hit]:
        """Yield the matches between two code points of a shadow text, in order."""
        text = shadow[start:end]
        for match in self.find.finditer(text):
            part = _start(_PART, text, max(0, match.start() - _LOOK_BACK), match.start())
            clause = _start(self.clause, text, part, match.start())
            if self.unless is not None and self.unless.search(text, clause, match.end()):
                continue
            if self.other.search(text, part, match.end()):
                continue
            group = next((g for g in GROUPS if match.groupdict().get(g)), 0)
            words = match[group]
            first = start + match.start(group) + len(words) - len(words.lstrip())
            yield Hit(self, first, first + len(words.strip()), words.strip())


def _start(marks: re.Pattern[str], shadow: str, least: int, at: int) -> int:
    """Return where the part of the sentence around ``at`` begins; a guard applies only there."""
    begin = least
    for mark in marks.finditer(shadow, least, at):
        begin = mark.end() if mark[0][0] in ".;:()," else mark.start()
    return begin


@dataclass(frozen=True)
class Patterns:
    """The contents of the file, compiled."""

    by_column: dict[Column, tuple[Pattern, ...]]
    continuing: re.Pattern[str]
    other: re.Pattern[str]
    stop: re.Pattern[str]
    pluperfect: re.Pattern[str]
    reported: re.Pattern[str]
    """After this a pluperfect does not indicate something earlier."""
    landing_nouns: frozenset[str]
    more: re.Pattern[str]
    no_site: frozenset[str]
    classes: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]
    refined_by: dict[str, frozenset[str]]
    entries: AttributeFile

    def class_of(self, description: str) -> str | None:
        """Return the class that a lower-case description names; None if it names none."""
        for value, wanted in self.classes:
            if all(words.search(description) for words in wanted):
                return value
        return None


@cache
def load_patterns() -> Patterns:
    """Read and check the file. Raises AttributeDataError."""
    return parse(read(NAME))


def parse(text: str) -> Patterns:
    """Build the patterns from a file's text. Raises AttributeDataError."""
    file = checked(NAME, text, AttributeFile)
    if missing := set(COLUMNS) - file.unless.keys():
        raise AttributeDataError(f"{NAME}: unless: needs {', '.join(sorted(missing))}")
    by_column: dict[Column, list[Pattern]] = {column: [] for column in COLUMNS}
    for entry in file.patterns:
        by_column[entry.attribute].append(_compile(entry, file))
    return Patterns(
        by_column={column: tuple(patterns) for column, patterns in by_column.items()},
        continuing=_regex("|".join(file.continuing.words), "continuing", file.words),
        other=_regex("|".join(file.other), "other", file.words),
        stop=_regex(file.continuing.stop, "continuing.stop", file.words),
        pluperfect=_regex("|".join(file.pluperfect), "pluperfect", file.words),
        reported=_regex("|".join(file.reported), "reported", file.words),
        more=_regex(file.more, "more", file.words),
        landing_nouns=frozenset(file.landing_nouns),
        no_site=frozenset(file.no_site),
        classes=tuple(
            (entry.value, tuple(_regex(words, f"class “{entry.value}”", {}) for words in entry.all))
            for entry in file.classes
        ),
        refined_by={entry.value: frozenset(entry.refined_by) for entry in file.classes},
        entries=file,
    )


def _compile(entry: PatternEntry, file: AttributeFile) -> Pattern:
    where = f"pattern “{entry.id}”"
    if (entry.attribute == "outcome") != (entry.value is not None):
        raise AttributeDataError(f"{NAME}: {where}: `value` is for the outcome, and needed there")
    find = _regex(entry.find, where, file.words)
    needed = {"apogee_km": "length", "distance_km": "length", "missile": "weapon", "site": "place"}
    group = needed.get(entry.attribute)
    if group is not None and group not in find.groupindex:
        raise AttributeDataError(f"{NAME}: {where}: `find` needs {{{group}}}")
    guards = file.unless[entry.attribute] if entry.unless is None else entry.unless
    unless = _regex("|".join(guards), where, file.words) if guards else None
    other = _regex("|".join(file.other), "other", file.words)
    openers = "|".join(file.clause_openers)
    clause = _regex(rf"[.;:()]|, |\b(?:{openers})", "clause_openers", file.words)
    return Pattern(entry, find, unless, other, clause)


@cache
def _built_in() -> dict[str, str]:
    """Return the expansions of {length}, {place} and {weapon}."""
    return {
        "length": load_lengths().pattern,
        "place": f"(?P<place>{PLACE}+)",
        "weapon": f"(?P<weapon>{WEAPON}+)",
    }


def _regex(written: str, where: str, words: dict[str, str]) -> re.Pattern[str]:
    """Compile with {names} expanded; a built-in one is a named group the first time only."""
    seen: set[str] = set()
    built_in = _built_in()

    def expand(match: re.Match[str]) -> str:
        name = match[1]
        if name in built_in:
            first = name not in seen
            seen.add(name)
            return built_in[name] if first else built_in[name].replace(f"?P<{name}>", "?:")
        if name not in words:
            known = ", ".join(sorted([*words, *built_in]))
            raise AttributeDataError(f"{NAME}: {where}: no {{{name}}}; known are {known}")
        return re.sub(r"\{([a-z]+)\}", expand, words[name])

    try:
        return re.compile(re.sub(r"\{([a-z]+)\}", expand, written))
    except re.error as error:
        raise AttributeDataError(f"{NAME}: {where}: not a regular expression: {error}") from error
