"""The lines of a text as on the page, with the properties that decide about joining them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dprk_events.french.folding import unaccented
from dprk_events.french.word_lists import word_lists
from dprk_events.reading.characters import LINE_ENDS

LONGEST = 200
"""Maximum length of a line in wrapped text: no page is wider."""

_LINE = re.compile(rf"([^{LINE_ENDS}]*)(\r\n|[{LINE_ENDS}]|$)")
_LEAD = re.compile(r"[ \t\u00a0]*((?:>[ \t]?)*)[ \t\u00a0]*")
_STOP = re.compile(r"[.!?…:;][\"»”’)\]\s]*$")
_OPENER = re.compile(r"[\s\"«“‘(\[]*")
_ITEM = re.compile(r"(?:[-–—•▪■►·◦*+●○→✓]|\d{1,2}[.)]|[a-z]\))\s")
_DASH = re.compile(r"[-–—]\s")
_GAP = re.compile(r" {3,}|\t")
_ADDRESS = re.compile(r"(?:https?://|www\.|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}/)")
_HYPHEN = re.compile(r"[^\W_][-‐]$")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_GIVEN_NAME = re.compile(r"[A-Z][a-z]{1,5}[-‐][A-Za-z][a-z]{1,5}\b")
_SURNAME = re.compile(r"(?:^|[\s'’])[A-Z][a-z]+$")
_FIRST = re.compile(r"\S+")
_BEGUN_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}$")
_THOUSANDS = re.compile(r"\d{3}(?!\d)")


@dataclass(eq=False)
class Line:
    """A non-blank line: code points ``start`` to ``end``, without indent and quote marks.

    ``gap`` is the number of blank lines before it, ``indent`` its indent in columns, ``quoted`` the
    number of quote marks (">") before a line of a quoted message.
    """

    text: str
    start: int
    end: int
    gap: int
    indent: int
    quoted: int

    def __len__(self) -> int:
        return self.end - self.start

    @cached_property
    def words(self) -> str:
        """The line itself, truncated if it is longer than any line that is joined."""
        return self.text[self.start : min(self.end, self.start + LONGEST + 1)]

    @cached_property
    def stops(self) -> bool:
        """Whether a sentence may end with it."""
        return bool(_STOP.search(self.text[max(self.start, self.end - 12) : self.end]))

    @cached_property
    def hyphen(self) -> bool:
        """Whether it ends with a hyphen attached to a word."""
        return bool(_HYPHEN.search(self.text[max(self.start, self.end - 2) : self.end]))

    @cached_property
    def initial(self) -> str:
        """Its first character after quotes and brackets; empty if there is none."""
        at = _OPENER.match(self.words)
        return self.words[at.end() : at.end() + 1] if at else ""

    @cached_property
    def shouts(self) -> bool:
        """Whether all its letters are capitals."""
        return self.words.isupper() and len(self.words) > 3

    @cached_property
    def first(self) -> int:
        """The length of its first word, including attached signs."""
        word = _FIRST.match(self.words)
        return len(word[0]) if word else 0

    @cached_property
    def tokens(self) -> list[str]:
        """Its words, folded."""
        return [_fold(word) for word in _WORD.findall(self.words)]

    @cached_property
    def unfinished(self) -> bool:
        """Whether it ends with a word that requires another."""
        last = self.words.rsplit(maxsplit=1)[-1]
        if last[-1] in "’'":
            return True
        small = last.islower() or self.shouts  # but "Kim Jong Un"
        return small and last.isalpha() and self.tokens[-1] in _words("unfinished")

    @cached_property
    def going_on(self) -> bool:
        """Whether its first word depends on words before it."""
        elided = bool(self.tokens) and self.tokens[0].split("'")[0] in {"d", "l", "qu", "s", "n"}
        return bool(self.tokens) and (elided or self.tokens[0] in _words("going_on"))

    @cached_property
    def surname(self) -> bool:
        """Whether it ends with a name that another may follow."""
        return bool(_SURNAME.search(self.words))

    @cached_property
    def given_name(self) -> bool:
        """Whether it begins with a name of two syllables, as Koreans have it after the surname."""
        return bool(_GIVEN_NAME.match(self.words))

    @cached_property
    def begun_number(self) -> bool:
        """Whether it ends with figures that thousands may follow: "3 / 000 soldats"."""
        return bool(_BEGUN_NUMBER.search(self.words))

    @cached_property
    def thousands(self) -> bool:
        """Whether it begins with three figures."""
        return bool(_THOUSANDS.match(self.words))

    @cached_property
    def item(self) -> bool:
        """Whether it begins an entry of a list."""
        return bool(_ITEM.match(self.words))

    @cached_property
    def dash(self) -> bool:
        """Whether it begins with a dash, which may be one within a sentence."""
        return bool(_DASH.match(self.words))

    @cached_property
    def apart(self) -> bool:
        """Whether it is a row of a table, or has no words, or begins with an address."""
        return (
            _ADDRESS.match(self.words) is not None
            or self.words.count("|") > 1 or len(_GAP.findall(self.words)) > 1 or not self.initial
            or not any(map(str.isalnum, self.words))
        )  # fmt: skip


def lines_on_page(text: str, start: int) -> Iterator[Line]:
    """Yield the non-blank lines from offset ``start`` on, in order."""
    gap = 0
    for match in _LINE.finditer(text, start):
        if match.start() == len(text):
            return
        content = match[1].rstrip()
        lead = _LEAD.match(content)
        begin = lead.end() if lead else 0
        if begin >= len(content):
            gap += 1
            continue
        quoted = lead[1].count(">") if lead else 0
        at = match.start()
        yield Line(text, at + begin, at + len(content), gap, begin, quoted)
        gap = 0


def _fold(word: str) -> str:
    return unaccented(word.replace("’", "'"))


def _words(name: str) -> frozenset[str]:
    found = _FOLDED.get(name)
    if found is None:
        lists = word_lists(__package__, "lines.toml")
        found = _FOLDED[name] = frozenset(map(_fold, lists[name]))
    return found


_FOLDED: dict[str, frozenset[str]] = {}
