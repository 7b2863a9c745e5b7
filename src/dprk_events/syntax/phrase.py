"""A noun phrase, by token indices."""

from __future__ import annotations

from typing import NamedTuple


class Phrase(NamedTuple):
    """A noun phrase. All fields but ``prep`` are token indices of the ``Doc``, ends inclusive.

    ``first`` and ``last`` exclude the article; ``start`` is the first token including article and
    preposition. ``entity`` indexes the document's entities. ``counted`` holds the first and last
    token of the words that say how many.
    """

    head: int
    first: int
    last: int
    start: int
    prep: str | None = None
    entity: int | None = None
    counted: tuple[int, int] | None = None
    pronoun: bool = False
    possessive: bool = False
