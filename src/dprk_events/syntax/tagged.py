"""Define what phrase and clause readers need to know about the tokens of a document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from dprk_events.entities import Entity
from dprk_events.lexicon import Lexicon
from dprk_events.syntax.token import Tokens


class TaggedText(Protocol):
    """The tokens of a document with words, word classes and entities; all lists are by token.

    They end with an entry of no token, as those of ``Tokens`` do.
    """

    tokens: Tokens
    text: str
    """The article's own text."""
    texts: list[str]
    words: list[str]
    """As :func:`~dprk_events.french.key` folds them."""
    pos: list[str]
    entities: Sequence[Entity]
    entity_at: list[int | None]
    """Index into ``entities``."""
    date_at: list[int | None]
    """Index into the dates."""
    sentences: list[tuple[int, int]]
    """First and last token of each."""
    sentence_at: list[int]
    lexicon: Lexicon
    side_marks: frozenset[int]
    """Tokens of words like "d'un côté"."""

    def apart(self, first: int, last: int) -> set[int]:
        """Return the tokens of a sentence that belong to no phrase."""

    def is_verbal(self, i: int) -> bool:
        """Return whether a token is a verb form, regardless of its tag."""

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of tokens ``first`` to ``last`` inclusive, in code points."""

    def demonym(self, word: str, /) -> str | None:
        """Return the country code of a nationality word."""
