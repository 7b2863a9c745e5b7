"""What every token of a document has, read at once rather than token by token.

spaCy makes a ``Token`` for each ``doc[i]`` and decodes its strings each time one is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_MOST_KNOWN = 8192
"""Strings kept decoded: more would let memory grow with the number of different words."""

_known: dict[int, str] = {}
"""spaCy's number of a string is a hash of it: the same in every vocabulary."""


def decoded(numbers: list[int], strings: StringStore) -> list[str]:
    """Return strings by their numbers; each is looked up once for many documents."""
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    here: dict[int, str] = {}  # another thread may clear what is known
    for number in set(numbers):
        text = _known.get(number)
        if text is None:
            text = _known[number] = strings[number]
        here[number] = text
    return [here[number] for number in numbers]


def texts_of(doc: Doc) -> list[str]:
    """Return the text of each token."""
    return decoded(doc.to_array("ORTH").tolist(), doc.vocab.strings)
