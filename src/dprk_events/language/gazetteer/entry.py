"""What the gazetteer holds and what a match gives back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from dprk_events.names import Label


class GazetteerError(ValueError):
    """A data file cannot be used; the message names file, entry and what to do."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of the gazetteer.

    ``canonical`` and ``kb`` (Wikidata id) are None where the text's name does not say which one is
    meant (a bare surname). ``country`` is ISO 3166-1 alpha-2; a thing of both Koreas has None.
    ``solid`` names become one token for the parser; described bodies and weapons stay words.
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
