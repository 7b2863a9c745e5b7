"""What the entities stage returns: :class:`Entity`."""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.names import Label


@dataclass(frozen=True, slots=True)
class Entity:
    """A name in running text.

    ``start`` and ``end`` are code points of the article text; ``first`` and ``last`` the tokens of
    the parsed ``Doc`` that it covers (both inclusive). ``canonical``, ``kb`` (Wikidata),
    ``country`` (ISO 3166-1 alpha-2) and ``kind`` come from the gazetteer and are None for names it
    does not know; ``kind`` is the finer class ("state", "capital", "army", "press", "missile", …).
    """

    label: Label
    text: str
    start: int
    end: int
    first: int
    last: int
    canonical: str | None = None
    kb: str | None = None
    country: str | None = None
    kind: str | None = None
