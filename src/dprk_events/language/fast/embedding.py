"""Embed each different word once: a cache for spaCy's ``MultiHashEmbed``.

It computes a vector from a token's own features and its word vector alone; the context comes in
the layer after it. In news, four of five tokens have been embedded before.

A BLAS rounds a row of a product differently depending on its place among the others. So that an
article's vectors do not depend on the articles before it, new words are multiplied one by one
(`_RowByRow`).
"""

from __future__ import annotations

from typing import Any

import numpy
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps

NAME = "word_by_word"
MOST = 8_000
"""Words kept for each layer, some 6 MB; then the cache is cleared."""

Floats = NDArray[numpy.float32]


def word_by_word(embed: Model[Any, Any]) -> Model[Any, Any] | None:
    """Return a layer that computes what the embedding does; None for any other kind of layer."""
    extractors = [node for node in embed.walk() if node.name == "extract_features"]
    if len(extractors) != 1 or not embed.layers or embed.layers[-1].name != "ragged2list":
        return None
    for node in embed.walk():
        node.ops = _RowByRow()
    cache = _Cache(embed, extractors[0].attrs["columns"])

    def forward(_model: Model[Any, Any], docs: list[Doc], is_train: bool) -> tuple[Any, Any]:
        if is_train:
            return embed(docs, is_train)
        return cache.vectors(docs), None  # no gradients

    return Model(NAME, forward, layers=[embed], dims={"nO": embed.get_dim("nO"), "nI": None})


class _RowByRow(NumpyOps):  # type: ignore[misc]  # thinc does not tell its type
    """Multiplies row by row, so that each row has the same bits among any other rows."""

    def gemm(
        self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False
    ) -> Any:
        """Return the product of two matrices."""
        if trans1 or out is not None:  # only in training
            return super().gemm(x, y, out=out, trans1=trans1, trans2=trans2)
        return numpy.matmul(x[:, None, :], y.T if trans2 else y)[:, 0]


class _Cache:
    """Vectors of words, by the features of the word."""

    def __init__(self, embed: Model[Any, Any], columns: list[int | str]) -> None:
        self._embed = embed
        # First the word itself (for its vector) and whether a space follows (to make it again).
        self._attributes: list[int | str] = ["ORTH", "SPACY", *columns]
        self._rows: dict[bytes, int] = {}
        self._table: Floats = numpy.zeros((MOST, embed.get_dim("nO")), dtype="float32")

    def vectors(self, docs: list[Doc]) -> list[Floats]:
        """Return a matrix for each document, with a row for each token."""
        features = numpy.concatenate([doc.to_array(self._attributes) for doc in docs])
        keys = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        if len(self._rows) > MOST:
            self._rows.clear()
        new = {key: at for at, key in enumerate(keys) if key not in self._rows}
        if new and not self._learn(docs[0], list(new), features[list(new.values())]):
            return list(self._embed.predict(docs))
        rows = self._table[[self._rows[key] for key in keys]]
        return numpy.split(rows, numpy.cumsum([len(doc) for doc in docs])[:-1])

    def _learn(self, doc: Doc, keys: list[bytes], features: Any) -> bool:
        """Embed new words; return False if one has other features alone than in its document."""
        strings = doc.vocab.strings
        words = Doc(
            doc.vocab,
            words=[strings[orth] for orth in features[:, 0].tolist()],
            spaces=[bool(space) for space in features[:, 1].tolist()],
        )
        if not numpy.array_equal(words.to_array(self._attributes), features):
            return False
        start = len(self._rows)
        end = start + len(keys)
        if end > len(self._table):
            self._table = numpy.resize(self._table, (2 * end, self._table.shape[1]))
        self._table[start:end] = self._embed.predict([words])[0]
        self._rows.update(zip(keys, range(start, end), strict=True))
        return True
