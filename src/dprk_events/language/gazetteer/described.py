"""Weapons named by description: a head noun and its modifiers (data/described.toml)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dprk_events.language.gazetteer.entry import Entry, GazetteerError, NameMatch
from dprk_events.language.gazetteer.tables import kinds, read_toml
from dprk_events.language.gazetteer.words import Word, fold, joined, words_of

_HYPHENS = frozenset("-\u2010\u2011")
_BETWEEN = frozenset(("et", "ou"))


@dataclass(slots=True)
class _Phrases:
    """A trie of word keys; ``#`` stands for any number, ``=H`` for that single capital letter."""

    children: dict[str, _Phrases] = field(default_factory=dict)
    capitals: dict[str, _Phrases] = field(default_factory=dict)  # without accents
    ends: list[int] = field(default_factory=list)  # classes of a phrase that ends here

    def add(self, phrase: str, number: int) -> None:
        node = self
        for part in phrase.replace("#", " # ").split(" "):
            for key in (part,) if part[:1] in ("#", "=") else _lower_words(part):
                following = node.children.setdefault(key, _Phrases())
                node.capitals[fold(key)] = following
                node = following
        node.ends.append(number)

    def step(self, written: str) -> _Phrases | None:
        """Return the node after a word. Accents count ("arme", "armé"), except in capitals."""
        following = self.children.get(unicodedata.normalize("NFC", written.lower()))
        if following is None and written.isdigit():
            following = self.children.get("#")
        if following is None and written.isupper():
            following = self.children.get("=" + written) or self.capitals.get(fold(written))
        return following

    def longest(self, text: str, words: Sequence[Word], at: int) -> tuple[int, list[int]] | None:
        """Return (index after the phrase, its classes) for the longest phrase at a word."""
        node, best = self, None
        start = at
        while at < len(words):
            if at > start and not joined(text, words[at - 1], words[at]):
                break
            following = node.step(text[words[at].start : words[at].end])
            if following is None:
                break
            node, at = following, at + 1
            if node.ends:
                best = at, node.ends
        return best


class Described:
    """Head × modifiers: "missile" + "balistique" + "de courte portée", in any order.

    A head without a modifier counts only if it is ``bare`` (a drone is a weapon, a system is not).
    """

    def __init__(self, path: Path) -> None:
        data = read_toml(path)
        sets: dict[str, list[str]] = data.get("modifiers", {})
        self.entries: list[Entry] = []
        self._bare: list[bool] = []
        self._heads = _Phrases()
        self._modifiers: list[_Phrases] = []
        built = {key: _Phrases() for key in sets}
        for key, phrases in sets.items():
            for phrase in phrases:
                built[key].add(phrase, 0)
        for number, item in enumerate(data.get("class", ())):
            name = item.get("id", "?")
            where = f"{path}: class {name!r}"
            if item.get("kind") not in kinds() or kinds()[item["kind"]] != "WEAPON":
                raise GazetteerError(f"{where}: kind must be one of the WEAPON kinds of kinds.toml")
            key = item.get("modifiers")
            if key is not None and key not in sets:
                raise GazetteerError(f"{where}: there is no list {key!r} under [modifiers]")
            if not item.get("heads"):
                raise GazetteerError(f"{where}: needs heads = [...]")
            for head in item["heads"]:
                if head[:1] in ("#", "="):
                    raise GazetteerError(f"{where}: {head!r} must begin with a word")
                self._heads.add(head, number)
            self.entries.append(Entry(f"weapon.{name}", None, "WEAPON", item["kind"], solid=False))
            self._bare.append(bool(item.get("bare", True)))
            self._modifiers.append(built[key] if key is not None else _Phrases())
        # Folded, so that most words are ruled out without looking at the text.
        self._first = frozenset(map(fold, self._heads.children))

    def find(self, text: str, words: Sequence[Word]) -> Iterator[NameMatch]:
        """Yield the descriptions in ``text``, sorted and disjoint; ``words`` are its words."""
        at = 0
        while at < len(words):
            if words[at].key not in self._first:
                at += 1
                continue
            head = self._heads.longest(text, words, at)
            after = None
            if head is not None and not _hangs(text, words[at].start - 1):
                after, number = max((self._chain(text, words, head[0], n), -n) for n in head[1])
                span = words[at].start, words[after - 1].end
                if (after > head[0] or self._bare[-number]) and not _goes_on(text, span[1]):
                    yield NameMatch(*span, self.entries[-number])
                else:
                    after = None
            at = after if after is not None else at + 1

    def _chain(self, text: str, words: Sequence[Word], at: int, number: int) -> int:
        """Return the index after the last modifier of the chain that starts at a word."""
        modifiers = self._modifiers[number]
        first = at
        while at < len(words) and joined(text, words[at - 1], words[at]):
            skip = 1 if at > first and words[at].key in _BETWEEN else 0
            start = at + skip
            if skip and (start >= len(words) or not joined(text, words[at], words[start])):
                break
            found = modifiers.longest(text, words, start)
            if found is None:
                break
            at = found[0]
        return at


def _lower_words(phrase: str) -> list[str]:
    return [phrase[word.start : word.end].lower() for word in words_of(phrase)]


def _hangs(text: str, before: int) -> bool:
    """Return whether a hyphen or a letter joins a word to the one before it."""
    return before >= 0 and (text[before] in _HYPHENS or text[before].isalnum())


def _goes_on(text: str, end: int) -> bool:
    """Return whether a hyphen or a letter joins the word that ends here to the next one."""
    if end >= len(text):
        return False
    if text[end] in _HYPHENS:
        return end + 1 < len(text) and text[end + 1].isalnum()
    return text[end].isalnum()
