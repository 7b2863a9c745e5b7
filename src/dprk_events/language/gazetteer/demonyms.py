"""Adjectives of nationality and names of inhabitants, with the countries they stand for."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from dprk_events.language.gazetteer.entry import GazetteerError
from dprk_events.language.gazetteer.words import Word, joined, keys_of

FORMS = ("m", "f", "mp", "fp")
_MOST_READ = 8_192  # words cached: the later stages look up every word of a text


class Demonyms:
    """The inflected forms of data/demonyms.csv (m, f, mp, fp) and the prefixes of compounds.

    A word for both Koreas ("intercoréen") has two countries; one for no particular state ("coréen",
    "européen") has none, but is still known.
    """

    def __init__(self) -> None:
        self._forms: dict[tuple[str, ...], dict[str, tuple[str, ...]]] = {}
        self._written: dict[tuple[str, str], str] = {}
        self._prefixes: dict[tuple[str, ...], str] = {}
        self._longest = 1
        self._read: dict[str, tuple[str, ...] | None] = {}

    @classmethod
    def load(cls, path: Path, prefixes: Path) -> Demonyms:
        """Read ``countries,m,f,mp,fp`` and ``prefix,country`` tables."""
        demonyms = cls()
        for number, row in enumerate(_rows(path, ("countries", *FORMS)), 2):
            countries = tuple(row["countries"].split("|")) if row["countries"] else ()
            if not row["m"]:
                raise GazetteerError(f"{path}:{number}: column 'm' is empty; give the adjective")
            for form, written in _inflect(row).items():
                demonyms._add(written, form, countries)
        for row in _rows(prefixes, ("prefix", "country")):
            demonyms._prefixes[keys_of(row["prefix"])] = row["country"]
        return demonyms

    def _add(self, written: str, form: str, countries: tuple[str, ...]) -> None:
        keys = keys_of(written)
        self._forms.setdefault(keys, {}).setdefault(form, countries)
        self._longest = max(self._longest, len(keys))
        if len(countries) == 1:
            self._written.setdefault((countries[0], form), written)

    def written(self, country: str, form: str) -> str | None:
        """Return the form of a country's adjective: ("KR", "f") gives "sud-coréenne"."""
        return self._written.get((country, form))

    def countries(self, word: str) -> tuple[str, ...] | None:
        """Return the countries of a form, () for a known form without a state, None if unknown.

        Compounds are supported: "américano-sud-coréennes" gives ("US", "KR"), "nord-coréano-russe"
        ("KP", "RU").
        """
        if word not in self._read:
            if len(self._read) >= _MOST_READ:
                self._read.clear()
            self._read[word] = self._read_anew(word)
        return self._read[word]

    def of_several(self, word: str) -> bool:
        """Return whether a word is of several states together: "intercoréen"."""
        return len(self.countries(word) or ()) > 1

    def _read_anew(self, word: str) -> tuple[str, ...] | None:
        keys = keys_of(word)
        if keys in self._forms:
            return next(iter(self._forms[keys].values()))
        for size in range(len(keys) - 1, 0, -1):
            rest = self.countries(" ".join(keys[size:])) if keys[:size] in self._prefixes else None
            if rest is not None:
                return (self._prefixes[keys[:size]], *rest)
        return None

    def at(self, text: str, words: Sequence[Word], index: int) -> list[tuple[int, str, str]]:
        """Return (number of words, form, country) for each reading of the adjective at a word."""
        keys: tuple[str, ...] = ()
        found: list[tuple[int, str, str]] = []
        for step in range(min(self._longest, len(words) - index)):
            here = index + step
            if step and not joined(text, words[here - 1], words[here]):
                break
            keys += (words[here].key,)
            for form, countries in self._forms.get(keys, {}).items():
                if len(countries) == 1:
                    found.append((step + 1, form, countries[0]))
        return found


def _inflect(row: dict[str, str]) -> dict[str, str]:
    """Fill empty cells by the regular rules (-e, -s; nothing after -e, -s, -x)."""
    m = row["m"]
    f = row["f"] or (m if m.endswith("e") else m + "e")
    return {
        "m": m,
        "f": f,
        "mp": row["mp"] or (m if m[-1] in "sx" else m + "s"),
        "fp": row["fp"] or f + "s",
    }


def _rows(path: Path, columns: tuple[str, ...]) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8", newline="") as handle:
            reader = csv.DictReader(handle)
            if tuple(reader.fieldnames or ()) != columns:
                raise GazetteerError(f"{path}: the first line must be {','.join(columns)}")
            rows = list(reader)
    except (OSError, UnicodeDecodeError) as error:
        raise GazetteerError(f"{path}: cannot be read: {error}") from error
    for number, row in enumerate(rows, 2):
        if None in row or None in row.values():
            raise GazetteerError(f"{path}:{number}: needs {len(columns)} cells ({columns})")
    return rows
