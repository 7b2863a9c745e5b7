"""The patterns and word lists of ``attributes.toml``, checked when they are loaded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dprk_events.events.attributes.lengths import LENGTH
from dprk_events.events.attributes.shadow import PLACE, WEAPON
from dprk_events.names import Outcome

NAME = "attributes.toml"
Column = Literal["missile", "class", "site", "landing", "apogee_km", "distance_km", "outcome"]
COLUMNS: tuple[Column, ...] = get_args(Column)
_BUILT_IN = {
    "length": LENGTH,
    "place": f"(?P<place>{PLACE}+)",
    "weapon": f"(?P<weapon>{WEAPON}+)",
}
_CLAUSE = re.compile(r"[.;:()]|, |\b(?:tandis qu|alors qu|mais )")
_PART = re.compile(r"[.;:()]")
_LOOK_BACK = 120
Words = Annotated[list[str], Field(min_length=1)]


class AttributeDataError(ValueError):
    """``attributes.toml`` cannot be used; the message names entry and mend."""


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class PatternEntry(_Entry):
    """One pattern as written."""

    id: str
    attribute: Column
    find: str
    value: Outcome | None = None
    unless: list[str] | None = None
    not_kinds: list[str] = []
    weak: bool = False
    examples: Words
    counter_examples: Words


class ClassEntry(_Entry):
    """A class of weapon, by words that must all stand in the description."""

    value: str
    all: Words
    refined_by: list[str] = []
    examples: Words
    counter_examples: Words


class Continuing(_Entry):
    """By what a sentence still speaks of the test."""

    words: Words
    stop: str


class AttributeFile(_Entry):
    """The whole file."""

    words: dict[str, str]
    unless: dict[Column, list[str]]
    continuing: Continuing
    other: Words
    landing_nouns: Words
    more: str
    no_site: Words
    classes: list[ClassEntry] = Field(alias="class", min_length=1)
    patterns: list[PatternEntry] = Field(min_length=1)


@dataclass(frozen=True)
class Hit:
    """What a pattern found: the quote's code points in the text that was searched."""

    pattern: Pattern
    start: int
    end: int
    words: str


@dataclass(frozen=True)
class Pattern:
    """A pattern ready to run."""

    entry: PatternEntry
    find: re.Pattern[str]
    unless: re.Pattern[str] | None
    other: re.Pattern[str]

    def hits(self, shadow: str, start: int, end: int) -> Iterator[Hit]:
        """Where the pattern holds between two code points of a shadow text, in order."""
        text = shadow[start:end]
        for match in self.find.finditer(text):
            part = _start(_PART, text, max(0, match.start() - _LOOK_BACK), match.start())
            clause = _start(_CLAUSE, text, part, match.start())
            if self.unless is not None and self.unless.search(text, clause, match.end()):
                continue
            if self.other.search(text, part, match.end()):
                continue
            group = next(
                (g for g in ("it", "length", "place", "weapon") if match.groupdict().get(g)), 0
            )
            words = match[group]
            first = start + match.start(group) + len(words) - len(words.lstrip())
            yield Hit(self, first, first + len(words.strip()), words.strip())


def _start(marks: re.Pattern[str], shadow: str, least: int, at: int) -> int:
    """Where the part of the sentence begins that stands at ``at``: a guard holds within it only."""
    begin = least
    for mark in marks.finditer(shadow, least, at):
        begin = mark.end() if mark[0][0] in ".;:()," else mark.start()
    return begin


@dataclass(frozen=True)
class Patterns:
    """Everything of the file, ready to run."""

    by_column: dict[Column, tuple[Pattern, ...]]
    continuing: re.Pattern[str]
    other: re.Pattern[str]
    stop: re.Pattern[str]
    landing_nouns: frozenset[str]
    more: re.Pattern[str]
    no_site: frozenset[str]
    classes: tuple[tuple[str, tuple[re.Pattern[str], ...]], ...]
    refined_by: dict[str, frozenset[str]]
    entries: AttributeFile

    def class_of(self, description: str) -> str | None:
        """The class that a description in lower case names; None where it names none."""
        for value, wanted in self.classes:
            if all(words.search(description) for words in wanted):
                return value
        return None


@cache
def load_patterns() -> Patterns:
    """Read and check the file. Raises AttributeDataError."""
    return parse(resources.files(__package__).joinpath(NAME).read_text("utf-8"))


def parse(text: str) -> Patterns:
    """Make the patterns of a file's text. Raises AttributeDataError."""
    try:
        file = AttributeFile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise AttributeDataError(f"{NAME}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise AttributeDataError(f"{NAME}: {where}: {first['msg']}") from error
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
    return Pattern(entry, find, unless, _regex("|".join(file.other), "other", file.words))


def _regex(written: str, where: str, words: dict[str, str]) -> re.Pattern[str]:
    """Compile with {names} written out; a built-in one is a group the first time only."""
    seen: set[str] = set()

    def expand(match: re.Match[str]) -> str:
        name = match[1]
        if name in _BUILT_IN:
            first = name not in seen
            seen.add(name)
            return _BUILT_IN[name] if first else _BUILT_IN[name].replace(f"?P<{name}>", "?:")
        if name not in words:
            known = ", ".join(sorted([*words, *_BUILT_IN]))
            raise AttributeDataError(f"{NAME}: {where}: no {{{name}}}; known are {known}")
        return re.sub(r"\{([a-z]+)\}", expand, words[name])

    try:
        return re.compile(re.sub(r"\{([a-z]+)\}", expand, written))
    except re.error as error:
        raise AttributeDataError(f"{NAME}: {where}: not a regular expression: {error}") from error
