"""Scan a text once: trie, guards, unlisted Korean names, described weapons."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from dprk_events.language.gazetteer.demonyms import Demonyms
from dprk_events.language.gazetteer.described import Described
from dprk_events.language.gazetteer.entry import Entry, NameMatch
from dprk_events.language.gazetteer.guards import Guards
from dprk_events.language.gazetteer.korean import KoreanNames
from dprk_events.language.gazetteer.trie import Alias, Found, Trie
from dprk_events.language.gazetteer.words import Word, words_of

_HYPHENS = frozenset("-\u2010\u2011")
# Kinds of places whose names also occur as surnames ("Naomi Osaka"): not after a first name.
_MINOR = frozenset(("town", "site", "island", "region", "province", "river", "mountain"))
_KOREAS = frozenset(("KP", "KR"))


@dataclass(frozen=True, slots=True)
class Scanner:
    """Finds all names in a text; ``fill`` returns a template's entry for a country."""

    trie: Trie
    guards: Guards
    demonyms: Demonyms
    korean: KoreanNames
    described: Described
    fill: Callable[[Alias, str | None], Entry]

    def scan(self, text: str) -> list[NameMatch]:
        """Return sorted, disjoint matches; of overlapping names the longest wins."""
        words = words_of(text)
        sure, pending = self._names(text, words)
        names = [span for span, _ in sure]
        if pending and (
            any(between for _, between in sure) or self._names_korea(text, words, names)
        ):
            names = sorted([*names, *pending], key=lambda m: m.start)
        names = _merge(names, list(self.korean.find(text)))
        return _join_weapons(text, _merge(names, list(self.described.find(text, words))))

    def _names_korea(self, text: str, words: Sequence[Word], names: Sequence[NameMatch]) -> bool:
        """Return whether a Korea is named, or an adjective: "sud-coréen", "intercoréen"."""
        return any(m.entry.country in _KOREAS for m in names) or any(
            self.demonyms.of_several(word.key)
            or any(country in _KOREAS for _, _, country in self.demonyms.at(text, words, at))
            for at, word in enumerate(words)
        )

    def _names(
        self, text: str, words: Sequence[Word]
    ) -> tuple[list[tuple[NameMatch, bool]], list[NameMatch]]:
        """Return the certain matches and those that need a Korea to be named elsewhere.

        With a certain one goes whether it names what lies between the Koreas.
        """
        sure: list[tuple[NameMatch, bool]] = []
        pending: list[NameMatch] = []
        at = 0
        last = -1  # index of the word after the last match
        while at < len(words):
            found = self.trie.longest(text, words, at)
            if found is None or not self._meant(text, words, at, found, last):
                at += 1
                continue
            span = NameMatch(
                words[at].start, words[found.after - 1].end, self.fill(found.alias, found.country)
            )
            if found.alias.korea:
                pending.append(span)
            else:
                sure.append((span, found.alias.peninsula))
            at = last = found.after
        return sure, pending

    def _meant(self, text: str, words: Sequence[Word], at: int, found: Found, last: int) -> bool:
        """Return whether the name is meant as such and is not part of a longer one."""
        start, end = words[at].start, words[found.after - 1].end
        keys = tuple(w.key for w in words[at : found.after])
        if self.guards.forbid(keys, text, start, end):
            return False
        if found.alias.template:
            return True
        following = words[found.after] if found.after < len(words) else None
        tied = following is not None and following.start == end + 1 and text[end] in _HYPHENS
        if tied and self.trie.longest(text, words, found.after) is None:
            return False
        previous = words[at - 1] if at else None
        hangs = previous is not None and previous.end == start - 1 and text[start - 1] in _HYPHENS
        if hangs and at != last and words[at - 1].key not in self.guards.prefixes:
            return False
        if found.after - at > 1 or found.alias.entry.label not in ("PER", "LOC"):
            return True
        return not self._part_of_longer(text, words, at, found, last)

    def _part_of_longer(
        self, text: str, words: Sequence[Word], at: int, found: Found, last: int
    ) -> bool:
        """Return whether an unknown capitalised word is adjacent; the model then decides."""
        here = words[at]
        shouting = here.end - here.start > 1 and text[here.start : here.end].isupper()
        if found.after < len(words):
            after = words[found.after]
            beside = after.start == here.end + 1 and text[here.end] in " \u00a0"
            named = beside and _capital(text, after, shouting) and len(after.key) > 1
            if named and self.trie.longest(text, words, found.after) is None:
                return True
        if at and at != last and (found.alias.short or found.alias.entry.kind in _MINOR):
            before = words[at - 1]
            beside = before.end == here.start - 1 and text[before.end] in " \u00a0"
            if beside and _capital(text, before, shouting):
                known = before.key in self.guards.openers
                return not known and self.demonyms.countries(before.key) is None
        return False


def _capital(text: str, word: Word, shouting: bool) -> bool:
    written = text[word.start : word.end]
    return written[0].isupper() and not (shouting and written.isupper())


def _merge(names: list[NameMatch], more: list[NameMatch]) -> list[NameMatch]:
    """Merge sorted matches; of two that overlap the longer is kept, the first on a tie."""
    out: list[NameMatch] = []
    for match in sorted([*names, *more], key=lambda m: m.start):
        keep = True
        while out and out[-1].end > match.start:
            if match.end - match.start <= out[-1].end - out[-1].start:
                keep = False
                break
            out.pop()
        if keep:
            out.append(match)
    return out


def _join_weapons(text: str, names: list[NameMatch]) -> list[NameMatch]:
    """Merge a description with the named weapon that directly follows it.

    "missile SCUD", "drones Shahed" and "missiles de type Scud" are one name each.
    """
    out: list[NameMatch] = []
    for match in names:
        before = out[-1] if out else None
        if (
            before is not None
            and before.entry.label == match.entry.label == "WEAPON"
            and before.entry.canonical is None
            and text[before.end : match.start] in (" ", "\u00a0", " de type ", " du type ")
        ):
            out[-1] = NameMatch(before.start, match.end, replace(match.entry, solid=False))
            continue
        out.append(match)
    return out
