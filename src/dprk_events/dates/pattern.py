"""The pattern language of ``grammar.toml``, compiled to regular expressions over word classes.

A pattern is made of class names, MACROS, ``name=class``, ``( a | b )`` and ``?``. There is no
repetition but ``{0,n}`` on a group, so that a match takes bounded time. ``MACRO@2`` puts 2 after
each name inside it. Each class is one private character, so a pattern is a plain regular
expression over the string of the text's classes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dprk_events.dates.lexicon import LexiconError

_LEX = re.compile(r"\s+|([A-Za-z_][\w]*=|[A-Za-z_][\w]*(?:@\d)?|[()|?]|\{0,[1-6]\})")


@dataclass(frozen=True, slots=True)
class Compiled:
    """``regex``: source over class characters; ``first``: those it can begin with."""

    regex: str
    first: frozenset[str]
    nullable: bool


class PatternCompiler:
    """Turns pattern texts into :class:`Compiled`."""

    def __init__(self, codes: dict[str, str], macros: dict[str, str]) -> None:
        self.codes = codes
        self.macros = macros
        self._names = 0

    def compile(self, pattern: str, where: str, suffix: str = "") -> Compiled:
        """Compile ``pattern``; ``where`` names the entry in error messages.

        Raises:
            LexiconError: unknown class or macro, or wrong syntax.

        """
        words: list[str] = []
        at = 0
        while at < len(pattern):
            found = _LEX.match(pattern, at)
            if not found:
                msg = f"grammar.toml, {where}: cannot read the pattern at {pattern[at : at + 20]!r}"
                raise LexiconError(msg)
            at = found.end()
            if found.group(1):
                words.append(found.group(1))
        out, rest = self._either(words, where, suffix)
        if rest:
            msg = f"grammar.toml, {where}: {rest[0]!r} is too much; check the brackets"
            raise LexiconError(msg)
        return out

    def _either(self, words: list[str], where: str, suffix: str) -> tuple[Compiled, list[str]]:
        branches: list[Compiled] = []
        while True:
            branch, words = self._row(words, where, suffix)
            branches.append(branch)
            if not words or words[0] != "|":
                break
            words = words[1:]
        first = frozenset[str]().union(*(b.first for b in branches))
        if len(branches) == 1:
            return branches[0], words
        if all(len(b.regex) == 1 for b in branches):
            source = "[" + "".join(b.regex for b in branches) + "]"
        else:
            source = "(?:" + "|".join(b.regex for b in branches) + ")"
        return Compiled(source, first, any(b.nullable for b in branches)), words

    def _row(self, words: list[str], where: str, suffix: str) -> tuple[Compiled, list[str]]:
        regex, first, nullable = "", frozenset[str](), True
        while words and words[0] not in ("|", ")"):
            item, words = self._item(words, where, suffix)
            regex += item.regex
            if nullable:
                first |= item.first
            nullable = nullable and item.nullable
        return Compiled(regex, first, nullable), words

    def _item(self, words: list[str], where: str, suffix: str) -> tuple[Compiled, list[str]]:
        word, words = words[0], words[1:]
        if word.endswith("="):
            inner, words = self._item(words, where, suffix)
            # The quantifier, if any, belongs to the inner item: name=month? is an optional group.
            # A name may stand in several branches; Python wants each once.
            self._names += 1
            opened = f"(?P<{word[:-1]}{suffix}__{self._names}>"
            if inner.nullable:
                return Compiled(f"{opened}{inner.regex[:-1]})?", inner.first, True), words
            return Compiled(f"{opened}{inner.regex})", inner.first, False), words
        if word == "(":
            item, words = self._either(words, where, suffix)
            if not words or words[0] != ")":
                msg = f"grammar.toml, {where}: a bracket is not closed"
                raise LexiconError(msg)
            words = words[1:]
        else:
            item = self._atom(word, where, suffix)
        if words and (words[0] == "?" or words[0].startswith("{")):
            mark, words = words[0], words[1:]
            body = item.regex if _single(item.regex) else f"(?:{item.regex})"
            item = Compiled(body + mark, item.first, True)
        return item, words

    def _atom(self, word: str, where: str, suffix: str) -> Compiled:
        name, _, own = word.partition("@")
        if name in self.codes:
            return Compiled(self.codes[name], frozenset({self.codes[name]}), False)
        if name in self.macros:
            item = self.compile(self.macros[name], f"macro {name}", own or suffix)
            body = item.regex if _single(item.regex) else f"(?:{item.regex})"
            return Compiled(body, item.first, item.nullable)
        msg = f"grammar.toml, {where}: no word class or macro is called {name!r}"
        raise LexiconError(msg)


def _single(regex: str) -> bool:
    return len(regex) == 1 or (regex.startswith("[") and regex.find("]") == len(regex) - 1)
