"""The entries of the gazetteer and the matches that it returns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dprk_events.names import Label


class GazetteerError(ValueError):
    """A data file cannot be used; the message names file and entry and says what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the gazetteer.

    ``canonical`` and ``kb`` (Wikidata id) are None if the name does not identify the bearer (a bare
    surname). ``country`` is ISO 3166-1 alpha-2, None for what belongs to both Koreas. ``solid``
    names become one token for the parser; described bodies and weapons remain separate words.
    """

    id: str
    canonical: str | None
    label: Label
    kind: str
    country: str | None = None
    kb: str | None = None
    solid: bool = True


class NameMatch(NamedTuple):
    """A name in a text: code points ``start`` to ``end`` (exclusive)."""

    start: int
    end: int
    entry: Entry
