"""Embed each different word once: a cache in front of a pipeline's embedding layer.

spaCy's ``MultiHashEmbed`` gives a token a vector made of nothing but the token's own features and
its word vector; the context comes in the layer after it. A text says the same words again and
again, so that on news nine of ten embeddings have been made before.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy
from spacy.tokens import Doc
from thinc.api import Model

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.vocab import Vocab

ARCHITECTURES = ("spacy.MultiHashEmbed.v1", "spacy.MultiHashEmbed.v2")
"""Embeddings known to look at one token at a time."""
MOST = 50_000
"""Words kept a layer, about 30 MB; then the cache begins anew."""
BLOCK = 96
"""Words embedded at a time. Always the same number, and one that the usual widths of BLAS kernels
divide: BLAS rounds by the shape of its matrices, and a word's vector must not depend on the words
that were new together with it (see ``Cache._same_backwards``)."""


def cache_embeddings(nlp: Language) -> list[str]:
    """Put a cache before every embedding layer of a known kind; give the names of the components.

    A component whose embedding is of another kind is left as it is.
    """
    cached = []
    for name, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if not isinstance(model, Model) or not _known(nlp, name):
            continue
        for node in model.walk():
            if _is_tok2vec(node):
                node.layers[0] = _with_cache(node.layers[0], nlp.vocab)
                cached.append(name)
                break
    return cached


def _known(nlp: Language, name: str) -> bool:
    model = nlp.config["components"].get(name, {}).get("model", {})
    embed = model.get("embed") or model.get("tok2vec", {}).get("embed") or {}
    return embed.get("@architectures") in ARCHITECTURES


def _is_tok2vec(node: Model[Any, Any]) -> bool:
    """Whether a layer is an embedding (tokens to one vector each) and an encoding behind it."""
    if len(node.layers) != 2 or not node.layers[0].layers:
        return False
    embed = node.layers[0]
    return embed.layers[-1].name == "ragged2list" and _columns(embed) is not None


def _columns(embed: Model[Any, Any]) -> list[int] | None:
    """Give the token attributes that the embedding reads."""
    for layer in embed.walk():
        if layer.name == "extract_features":
            return list(layer.attrs["columns"])
    return None


def _with_cache(embed: Model[Any, Any], vocab: Vocab) -> Model[Any, Any]:
    cache = Cache(embed, vocab)

    def forward(
        model: Model[Any, Any], docs: list[Doc], is_train: bool
    ) -> tuple[Any, Callable[[Any], Any]]:
        if is_train:
            return embed(docs, is_train)
        return cache.vectors(docs), lambda gradients: gradients

    return Model(
        "cached_embed", forward, layers=[embed], dims={"nO": embed.get_dim("nO"), "nI": None}
    )


class Cache:
    """Vectors of tokens seen before, by the features of the token."""

    def __init__(self, embed: Model[Any, Any], vocab: Vocab) -> None:
        self._embed = embed
        self._vocab = vocab
        # The word itself comes first (its vector), and whether a space follows (to make it again).
        self._attributes: list[int | str] = ["ORTH", "SPACY", *(_columns(embed) or ())]
        self._rows: dict[bytes, int] = {}
        self._lasting: bool | None = None  # None: not known yet
        self._table = numpy.zeros((0, embed.get_dim("nO")), dtype="float32")

    def vectors(self, docs: list[Doc]) -> list[Any]:
        """Give the embedding's output: one matrix a document, one row a token."""
        if not docs:
            return []
        features = numpy.concatenate([doc.to_array(self._attributes) for doc in docs])
        if not len(features):
            return self._embed.predict(docs)  # type: ignore[no-any-return]
        keys = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        if len(self._rows) > MOST or not self._lasting:
            self._rows.clear()
        rows = self._rows
        new = {key: at for at, key in enumerate(keys) if key not in rows}
        if new and not self._learn(list(new), features[list(new.values())]):
            return self._embed.predict(docs)  # type: ignore[no-any-return]
        found = self._table[[rows[key] for key in keys]]
        ends = numpy.cumsum([len(doc) for doc in docs])[:-1]
        return numpy.split(found, ends)

    def _learn(self, keys: list[bytes], features: Any) -> bool:
        """Embed new words; False where a word of the same spelling has other features by itself."""
        made = []
        for first in range(0, len(features), BLOCK):
            block = features[first : first + BLOCK]
            filled = numpy.concatenate([block, numpy.repeat(block[:1], BLOCK - len(block), axis=0)])
            strings = self._vocab.strings
            doc = Doc(
                self._vocab,
                words=[strings[orth] for orth in filled[:, 0].tolist()],
                spaces=[bool(space) for space in filled[:, 1].tolist()],
            )
            if not numpy.array_equal(doc.to_array(self._attributes), filled):
                return False
            vectors = self._embed.predict([doc])[0]
            if self._lasting is None and len(block) == BLOCK:
                self._lasting = self._same_backwards(doc, vectors)
            made.append(vectors[: len(block)])
        start = len(self._rows)
        need = start + len(keys)
        if need > len(self._table):
            table = numpy.zeros((max(need, 2 * len(self._table)), self._table.shape[1]), "float32")
            table[:start] = self._table[:start]
            self._table = table
        self._table[start:need] = numpy.concatenate(made)
        self._rows.update(zip(keys, range(start, need), strict=True))
        return True

    def _same_backwards(self, doc: Doc, vectors: Any) -> bool:
        """Whether this machine's BLAS gives a word the same bits wherever it stands in a block.

        Only then are vectors kept from one call to the next: what a text gives must not depend on
        the texts before it. Else the cache serves one call at a time.
        """
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        turned = Doc(self._vocab, words=words[::-1], spaces=spaces[::-1])
        return bool(numpy.array_equal(self._embed.predict([turned])[0][::-1], vectors))
