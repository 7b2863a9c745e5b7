"""Build the token sequence of a piece of text: known names are one token each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.vocab import Vocab


_LONGEST = 200  # characters without a space that the tokenizer is given at once
_RUN = re.compile(rf"\S{{{_LONGEST}}}(?=\S)")


class Cut(NamedTuple):
    """A name in a piece of text, and the parts of it that become one token each."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...] = ()


def parts_of(text: str, start: int, end: int, label: str) -> tuple[tuple[int, int], ...]:
    """Return how a name is cut: a person in two ("Kim" + "Jong Un"), any other name not at all.

    The models know people as first name and surname; as one token they are taken for a pronoun
    or an adverb (seen on 214 names of the development articles).
    """
    space = text.find(" ", start, end) if label == "PER" else -1
    rest = space + 1
    while 0 < rest < end and text[rest] == " ":
        rest += 1
    if space <= start or rest >= end:
        return ((start, end),)
    return ((start, space), (rest, end))


def tokenized(
    vocab: Vocab, tokenizer: Tokenizer, text: str, spans: Sequence[Cut]
) -> tuple[Doc, list[tuple[int, int] | None]]:
    """Return the Doc of a text and, per span, its first and last token (None for an empty one).

    ``spans`` are sorted and disjoint. A token never crosses the edge of a span; a span's own
    ``parts`` are one token each, the rest of it is tokenised as usual.
    """
    words: list[str] = []
    spaces: list[bool] = []

    def add(piece: str) -> None:
        if piece.startswith(" ") and words and not spaces[-1]:
            spaces[-1] = True
            piece = piece[1:]
        if not piece:
            return
        first = len(words)
        for chunk in _chunks(piece):
            for token in tokenizer(chunk):
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        # Cut off from the name that follows, "l'" comes as two tokens.
        elided = len(words) - first > 1 and words[-1] == "'" and words[-2].isalpha()
        if elided and spaces[-2:] == [False, False]:
            words[-2:] = [words[-2] + "'"]
            spaces[-2:] = [False]

    at = 0
    places: list[tuple[int, int] | None] = []
    for span in spans:
        add(text[at : span.start])
        first = len(words)
        at = span.start
        for start, end in span.parts:
            add(text[at:start])
            words.append(text[start:end])
            spaces.append(False)
            at = end
        add(text[at : span.end])
        places.append((first, len(words) - 1) if len(words) > first else None)
        at = span.end
    add(text[at:])
    return Doc(vocab, words=words, spaces=spaces), places


def _chunks(text: str) -> Iterator[str]:
    """Cut runs without a space: the tokenizer's time grows with the square of "((((((" and such."""
    at = 0
    for run in _RUN.finditer(text):
        yield text[at : run.end()]
        at = run.end()
    yield text[at:]
