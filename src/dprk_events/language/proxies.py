"""Lend the features of well-known names to names that the model has never seen."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.lexeme import Lexeme
    from spacy.tokens import Token
    from spacy.vocab import Vocab

PATH = Path(__file__).parent / "proxies.toml"


class ProxyError(ValueError):
    """proxies.toml cannot be used; the message says what to fix."""


class Proxies:
    """Copies the lexical features (norm, prefix, suffix, shape, vector) of a well-known name.

    A merged token such as "Corée du Nord" has no vector and an unusual shape; the tagger and the
    parser would have to guess from its neighbours. With the features of "Russie" they see
    "la Russie". The text of the token does not change.
    """

    def __init__(self, vocab: Vocab, path: Path = PATH) -> None:
        self._vocab = vocab
        self._done: set[int] = set()
        self._lent: dict[int, int | None] = {}  # a word's own row of vectors
        self._own: list[tuple[Lexeme, tuple[int, int, int, int]]] = []
        with path.open("rb") as handle:
            data = tomllib.load(handle)
        self._gender = {w: g for g, words in data.pop("articles", {}).items() for w in words}
        for label, names in data.items():
            if "" not in names:
                raise ProxyError(f'{path}: [{label}] must contain a line "" = "NAME"')
        self._names: dict[str, dict[str, str]] = data

    def forget(self) -> None:
        """Restore the features of all names, so that they do not carry over to the next article.

        (Which name is lent depends on the grammatical article before the first occurrence: "la",
        "le".)
        """
        for lexeme, (norm, prefix, suffix, shape) in self._own:
            lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape = norm, prefix, suffix, shape
        self._own.clear()
        for orth, row in self._lent.items():
            if row is None:
                self._vocab.vectors.key2row.pop(orth, None)
            else:
                self._vocab.vectors.key2row[orth] = row
        self._lent.clear()
        self._done.clear()

    def give(self, token: Token, label: str) -> None:
        """Set the features of a token's lexeme once per name; known single words keep their own."""
        if token.orth in self._done or label not in self._names:
            return
        self._done.add(token.orth)
        vocab = self._vocab
        lexeme = vocab[token.orth]
        if " " not in token.text and (lexeme.has_vector or not vocab.vectors_length):
            return
        names = self._names[label]
        gender = self._gender.get(token.nbor(-1).lower_, "") if token.i else ""
        model = vocab[names.get(gender) or names[""]]
        self._own.append((lexeme, (lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape)))
        lexeme.norm = model.norm
        lexeme.prefix = model.prefix
        lexeme.suffix = model.suffix
        lexeme.shape = model.shape
        # Also None for floret vectors, which have no rows for words.
        rows = vocab.vectors.key2row if vocab.vectors_length else None
        row = rows.get(model.orth) if rows else None
        if rows and row is not None:
            self._lent.setdefault(token.orth, rows.get(token.orth))
            rows[token.orth] = row
