"""Read token attributes for a whole document at once instead of token by token.

spaCy creates a ``Token`` for each ``doc[i]`` and decodes its strings on every access.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.strings import StringStore
    from spacy.tokens import Doc

_MOST_KNOWN = 8192
"""Number of decoded strings kept; without a limit memory would grow with the vocabulary."""

_known: dict[int, str] = {}
"""Decoded strings by spaCy's number for them, which is a hash: the same in every vocabulary."""


def decoded(numbers: list[int], strings: StringStore) -> list[str]:
    """Return the strings with these numbers; decoded strings are kept for later documents."""
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    here: dict[int, str] = {}  # another thread may clear _known
    for number in set(numbers):
        text = _known.get(number)
        if text is None:
            text = _known[number] = strings[number]
        here[number] = text
    return [here[number] for number in numbers]


def texts_of(doc: Doc) -> list[str]:
    """Return the text of each token."""
    return decoded(doc.to_array("ORTH").tolist(), doc.vocab.strings)
