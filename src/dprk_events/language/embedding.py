"""Embed each different word once: a cache in front of a pipeline's embedding layer.

spaCy's ``MultiHashEmbed`` gives a token a vector made of nothing but the token's own features and
its word vector; the context comes in the layer after it. A text says the same words again and
again, so that on news nine of ten embeddings have been made before.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy
from numpy.typing import NDArray
from spacy.tokens import Doc

from dprk_events.language.rounding import PERIOD, Floats, alike, padding, whole_periods_agree

if TYPE_CHECKING:
    from spacy.vocab import Vocab
    from thinc.api import Model

ARCHITECTURES = ("spacy.MultiHashEmbed.v1", "spacy.MultiHashEmbed.v2")
"""Embeddings known to look at one token at a time."""
MOST = 6_000
"""Words kept a layer, about 4 MB; then the cache begins anew."""
MOST_AT_ONCE = 1_000
"""Words embedded at a time. They fill whole periods, and a word has its kind of place there: its
vector must not depend on the words that were new together with it."""
TRIED = ("Corée", "missile", "a", ",")
"""Words by which is found out which places in a period are alike."""


def columns(embed: Model[Any, Any]) -> list[int] | None:
    """Give the token attributes that an embedding reads."""
    for layer in embed.walk():
        if layer.name == "extract_features":
            return list(layer.attrs["columns"])
    return None


class Cache:
    """Vectors of tokens seen before, by the features of the token."""

    def __init__(self, embed: Model[Any, Any], vocab: Vocab) -> None:
        self._embed = embed
        self._vocab = vocab
        # The word itself comes first (its vector), and whether a space follows (to make it again).
        self._attributes: list[int | str] = ["ORTH", "SPACY", *(columns(embed) or ())]
        self._rows: dict[bytes, int] = {}
        self._kinds: list[list[int]] | None = None  # of places in a period
        self._table = numpy.zeros((0, embed.get_dim("nO")), dtype="float32")

    def vectors(self, docs: Sequence[Doc]) -> list[Floats]:
        """Give the embedding's output: one matrix a document, one row a token."""
        if not docs:
            return []
        features = numpy.concatenate([doc.to_array(self._attributes) for doc in docs])
        if not len(features):
            return list(self._embed.predict(list(docs)))
        keys = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        if len(self._rows) > MOST:
            self._rows.clear()
        rows = self._rows
        new = {key: at for at, key in enumerate(keys) if key not in rows}
        if new and not self._learn(list(new), features[list(new.values())]):
            return list(self._embed.predict(list(docs)))
        found = self._table[[rows[key] for key in keys]]
        ends = numpy.cumsum([len(doc) for doc in docs])[:-1]
        return numpy.split(found, ends)

    def _learn(self, keys: list[bytes], features: Any) -> bool:
        """Embed new words; False where a word of the same spelling has other features by itself."""
        if self._kinds is None:
            self._kinds = self._find_kinds()
        made = []
        most = MOST_AT_ONCE if whole_periods_agree() else min(map(len, self._kinds))
        for first in range(0, len(features), most):
            block = features[first : first + most]
            places = _places(keys[first : first + most], self._kinds)
            filled = numpy.repeat(block[:1], places.max() + 1 + padding(places.max() + 1), axis=0)
            filled[places] = block
            vectors = self._predict(filled)
            if vectors is None:
                return False
            made.append(vectors[places])
        start = len(self._rows)
        need = start + len(keys)
        if need > len(self._table):
            table = numpy.zeros((max(need, 2 * len(self._table)), self._table.shape[1]), "float32")
            table[:start] = self._table[:start]
            self._table = table
        self._table[start:need] = numpy.concatenate(made)
        self._rows.update(zip(keys, range(start, need), strict=True))
        return True

    def _predict(self, features: Any) -> Floats | None:
        """Embed words; None where a word made anew has other features."""
        strings = self._vocab.strings
        doc = Doc(
            self._vocab,
            words=[strings[orth] for orth in features[:, 0].tolist()],
            spaces=[bool(space) for space in features[:, 1].tolist()],
        )
        if not numpy.array_equal(doc.to_array(self._attributes), features):
            return None
        rows: Floats = self._embed.predict([doc])[0]
        return rows

    def _find_kinds(self) -> list[list[int]]:
        """Part the places in a period by the bits that this machine's BLAS gives a word there."""
        docs = [Doc(self._vocab, words=[word] * PERIOD) for word in TRIED]
        return alike(numpy.hstack([self._embed.predict([doc])[0] for doc in docs]))


def _places(keys: Sequence[bytes], kinds: Sequence[Sequence[int]]) -> NDArray[numpy.int64]:
    """Give each word a place of a kind that depends on nothing but the word."""
    taken = [0] * len(kinds)
    places = []
    for key in keys:
        kind = crc32(key) % len(kinds)
        period, place = divmod(taken[kind], len(kinds[kind]))
        taken[kind] += 1
        places.append(period * PERIOD + kinds[kind][place])
    return numpy.array(places)
