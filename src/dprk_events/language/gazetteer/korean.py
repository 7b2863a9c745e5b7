"""Korean personal names that no table lists: surname and given syllables (data/korean.toml)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from dprk_events.language.gazetteer.entry import Entry, GazetteerError, NameMatch
from dprk_events.language.gazetteer.tables import read_toml

UNLISTED = Entry("person.unlisted", None, "PER", "person")
SURNAME = Entry("surname.korean", None, "PER", "surname")


class KoreanNames:
    """Matches a surname followed by "Jong-un", "Jong Un" or "Jong-Un"; some need the hyphen."""

    def __init__(self, path: Path) -> None:
        data = read_toml(path)
        for key in ("syllable", "surnames", "hyphen_only", "bare"):
            if key not in data:
                raise GazetteerError(f"{path}: {key} is missing")
        syllable = data["syllable"]
        free = "|".join(sorted(data["surnames"], key=lambda s: (-len(s), s)))
        strict = "|".join(sorted(data["hyphen_only"], key=lambda s: (-len(s), s)))
        one = f"(?=[A-Z]){syllable}"
        any_case = f"(?i:{syllable})"
        hyphenated = rf"{one}-{any_case}"
        try:
            self._pattern = re.compile(
                rf"\b(?:(?:{free})[ \u00a0-](?:{hyphenated}|{one}[ \u00a0]{one}|{one}{any_case})"
                rf"|(?:{strict})[ \u00a0](?:{hyphenated}))(?![\w-])"
            )
        except re.error as error:
            raise GazetteerError(f"{path}: invalid syllable expression: {error}") from error
        self.bare = tuple(data["bare"])

    def find(self, text: str) -> Iterator[NameMatch]:
        """Yield full names, left to right."""
        for match in self._pattern.finditer(text):
            yield NameMatch(match.start(), match.end(), UNLISTED)
