"""The word trie, which finds the longest name that starts at a word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dprk_events.language.gazetteer.demonyms import Demonyms
from dprk_events.language.gazetteer.entry import Entry
from dprk_events.language.gazetteer.words import Word, first_capital, joined, keys_of, words_of

_OF = frozenset(("de", "d", "du", "des"))
_ARTICLES = frozenset(("la", "l", "les"))
_MAX_WORDS = 14
_TYPOGRAPHY = str.maketrans("\u2010\u2011\u00a0\u202f\u2019", "--  '")
_PARTS = re.compile(r"\{(?P<slot>\w+)\}|(?P<number>#)|(?P<words>[^{#]+)")


@dataclass(frozen=True, slots=True)
class Alias:
    """One spelling of an entry, and how strictly it is matched.

    ``capital`` is the index of the word that needs a capital (None: no capital needed).
    """

    written: str
    entry: Entry
    capital: int | None
    exact: bool = False
    strict: bool = False
    short: bool = False
    korea: bool = False
    peninsula: bool = False
    template: bool = False
    letters: tuple[tuple[int, str], ...] = ()  # words of one letter: "B" in "Hwasong-16B"

    @classmethod
    def of(cls, written: str, entry: Entry, flags: frozenset[str], *, short: bool = False) -> Alias:
        """Build the alias of a table row; an acronym (ONU) must be in capitals in the text too."""
        acronym = written.isupper() and len(written) > 1 and not any(map(str.isdigit, written))
        return cls(
            written=written,
            entry=entry,
            capital=None if "any" in flags else first_capital(written),
            exact="exact" in flags or (acronym and "any" not in flags),
            strict="strict" in flags,
            short=short,
            korea="korea" in flags,
            peninsula="peninsula" in flags,
            letters=tuple((i, w) for i, w in enumerate(_words(written)) if _lone(w)),
        )

    def written_as(self, text: str, words: Sequence[Word]) -> bool:
        """Return whether these words of a text match the name as strictly as required."""
        here = text[words[0].start : words[-1].end]
        if self.strict:
            return here.translate(_TYPOGRAPHY) == self.written
        if self.exact:
            digits = "#" in self.written
            return _letters_of(here, digits=not digits) == _letters_of(self.written, digits=True)
        for index, letter in self.letters:
            word = words[min(index, len(words) - 1)]
            if text[word.start : word.end] != letter and not here.isupper():
                return False
        if self.capital is None:
            return True
        first = text[words[min(self.capital, len(words) - 1)].start]
        return first.isupper() or first.isdigit()

    def rivals(self, other: Alias) -> bool:
        """Return whether both aliases would give the same spelling to different entries."""
        if self.entry == other.entry:
            return False
        both = (self.exact or self.strict) and (other.exact or other.strict)
        here, there = (_letters_of(alias.written, digits=True) for alias in (self, other))
        return not (both and here != there)


class Found(NamedTuple):
    """The alias found, the index after its last word, and the country that filled its slot."""

    after: int
    alias: Alias
    country: str | None


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    slots: dict[str, _Node] = field(default_factory=dict)
    aliases: list[Alias] = field(default_factory=list)


class Trie:
    """Names and templates by word; ``{m} {f} {mp} {fp}`` match an adjective of nationality.

    ``{de}`` matches "de", "du", "d'" ... and the name of a state; ``#`` matches any number.
    """

    def __init__(self, demonyms: Demonyms) -> None:
        self._root = _Node()
        self._demonyms = demonyms

    def add(self, alias: Alias, *, replace: bool = False) -> Alias | None:
        """Add a name; return the alias of another entry that already has these words, if any."""
        node = self._root
        for part in _PARTS.finditer(alias.written):
            if part["slot"]:
                node = node.slots.setdefault(part["slot"], _Node())
                continue
            for key in ("#",) if part["number"] else keys_of(part["words"]):
                node = node.children.setdefault(key, _Node())
        if replace:
            node.aliases.clear()
        rival = next((held for held in node.aliases if held.rivals(alias)), None)
        if rival is None and alias not in node.aliases:
            node.aliases.append(alias)
        return rival

    def longest(self, text: str, words: Sequence[Word], index: int) -> Found | None:
        """Return the longest acceptable name that starts at a word."""
        root = self._root
        if words[index].key not in root.children and not root.slots:
            return None
        search = _Search(self._root, self._demonyms, text, words, index)
        return search.walk(root, index, None)

    def aliases(self) -> Iterator[Alias]:
        """Yield all names and templates, in no particular order."""
        open_nodes = [self._root]
        while open_nodes:
            node = open_nodes.pop()
            yield from node.aliases
            open_nodes += [*node.children.values(), *node.slots.values()]


class _Search:
    """A search for the longest name from one word on."""

    def __init__(
        self, root: _Node, demonyms: Demonyms, text: str, words: Sequence[Word], start: int
    ) -> None:
        self.root, self.demonyms, self.text, self.words, self.start = (
            root, demonyms, text, words, start,
        )  # fmt: skip

    def walk(self, node: _Node, at: int, country: str | None) -> Found | None:
        best: Found | None = None
        for alias in node.aliases:
            if self._fits(alias, at):
                best = Found(at, alias, country)
                break
        words = self.words
        if at >= len(words) or at - self.start >= _MAX_WORDS:
            return best
        if at > self.start and not joined(self.text, words[at - 1], words[at]):
            return best
        for child, after, place in self._steps(node, at, country):
            found = self.walk(child, after, place)
            if found is not None and (best is None or found.after > best.after):
                best = found
        return best

    def _steps(
        self, node: _Node, at: int, country: str | None
    ) -> list[tuple[_Node, int, str | None]]:
        key = self.words[at].key
        steps: list[tuple[_Node, int, str | None]] = []
        child = node.children.get(key)
        if child is not None:
            steps.append((child, at + 1, country))
        if "#" in node.children and key.isdigit():
            steps.append((node.children["#"], at + 1, country))
        if node.slots:
            for count, form, place in self.demonyms.at(self.text, self.words, at):
                if form in node.slots:
                    steps.append((node.slots[form], at + count, place))
            if "de" in node.slots and key in _OF:
                state = self._state(at + 1)
                if state is not None:
                    steps.append((node.slots["de"], state.after, state.alias.entry.country))
        return steps

    def _state(self, at: int) -> Found | None:
        words = self.words
        if at < len(words) and words[at].key in _ARTICLES:
            at += 1
        if at >= len(words) or not joined(self.text, words[at - 1], words[at]):
            return None
        found = _Search(self.root, self.demonyms, self.text, words, at).walk(self.root, at, None)
        return found if found is not None and found.alias.entry.kind == "state" else None

    def _fits(self, alias: Alias, after: int) -> bool:
        text, words = self.text, self.words
        start, end = words[self.start].start, words[after - 1].end
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            return False
        if end < len(text) and (text[end].isalnum() or text[end] == "_"):
            return False
        return alias.written_as(text, words[self.start : after])


def _words(written: str) -> list[str]:
    return [word for part in _PARTS.finditer(written) for word in _split(part)]


def _split(part: re.Match[str]) -> list[str]:
    words = part["words"]
    return [words[w.start : w.end] for w in words_of(words)] if words else [part.group()]


def _lone(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _letters_of(name: str, *, digits: bool) -> str:
    return "".join(c for c in name if c.isalpha() or (digits and c.isdigit()))
