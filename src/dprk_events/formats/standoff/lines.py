"""The lines of an ``.ann`` file: T, E, R, A and # lines, each with its own numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

_LINE = re.compile("[^\t\n\x0b\x0c\r\x1c-\x1e\x85\u2028\u2029]+")
_NO_NAME = re.compile(r"[^A-Za-z0-9_-]+")


class Annotations:
    """The annotations of one text.

    Attributes:
        used: The types that stand in them, by the kind of line.

    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines: list[str] = []
        self._numbers: Counter[str] = Counter()
        self._spans: dict[tuple[str, int, int], str] = {}
        self.used: set[tuple[str, str]] = set()

    def span(self, kind: str, start: int, end: int) -> str:
        """Add a T line for a span of the text, once, and return its id.

        A span that runs over a line end is written as one of several parts: brat has a line of text
        at a time, and so has an ``.ann`` file.
        """
        if (known := self._spans.get((kind, start, end))) is not None:
            return known
        parts = [
            (start + part.start(), start + part.end())
            for part in _LINE.finditer(self._text[start:end])
        ]
        where = ";".join(f"{first} {last}" for first, last in parts)
        words = " ".join(self._text[first:last] for first, last in parts)
        number = self._add("T", kind, f"{type_name(kind)} {where}\t{words}")
        self._spans[kind, start, end] = number
        return number

    def event(self, kind: str, trigger: str, arguments: Iterable[tuple[str, str]]) -> str:
        """Add an E line: an event with its trigger and, for each role, what fills it."""
        times: Counter[str] = Counter()
        words = [f"{type_name(kind)}:{trigger}"]
        for role, filler in dict.fromkeys(arguments):
            times[role] += 1
            words.append(f"{role}{times[role] if times[role] > 1 else ''}:{filler}")
        return self._add("E", kind, " ".join(words))

    def relation(self, kind: str, one: str, other: str) -> None:
        """Add an R line."""
        self._add("R", kind, f"{kind} Arg1:{one} Arg2:{other}")

    def attribute(self, kind: str, of: str, value: str | None = None) -> None:
        """Add an A line; without a value it is a mark that is there or not."""
        self._add("A", kind, " ".join(filter(None, (kind, of, value))))

    def note(self, of: str, words: Sequence[str]) -> None:
        """Add a # line for people, if there is anything to say."""
        if words:
            self._add("#", "AnnotatorNotes", f"AnnotatorNotes {of}\t{'; '.join(words)}")

    def written(self) -> str:
        """Return the lines."""
        return "".join(f"{line}\n" for line in self._lines)

    def _add(self, sort: str, kind: str, rest: str) -> str:
        self._numbers[sort] += 1
        number = f"{sort}{self._numbers[sort]}"
        self._lines.append(f"{number}\t{rest}")
        self.used.add((sort, type_name(kind)))
        return number


def type_name(name: str) -> str:
    """Return a name that brat takes for a type: letters, digits, ``_`` and ``-``."""
    return _NO_NAME.sub("_", name)
