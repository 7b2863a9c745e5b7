"""The vectors of tokens, made before the pipeline's components ask for them.

A component's ``tok2vec`` is an embedding (each word by itself) and an encoding (words in context).
Here the two are taken apart: an article is embedded as soon as it is tokenized, and the articles of
a portion are encoded together. What the component then asks for is there already.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from thinc.api import Model

from dprk_events.language.annotate import greedy, is_parser
from dprk_events.language.embedding import ARCHITECTURES, Cache, columns
from dprk_events.language.encoding import Encoder

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from dprk_events.language.rounding import Floats

NAME = "kept_vectors"


class Vectors:
    """The vectors of one component's tokens."""

    def __init__(self, tok2vec: Model[Any, Any], vocab: Vocab, encoder: Encoder) -> None:
        embed, encode = tok2vec.layers
        self._cache = Cache(embed, vocab)
        self._encoder = encoder
        self._kept: dict[int, Floats] = {}  # by the identity of the Doc
        dims = {"nO": encode.get_dim("nO"), "nI": None}
        layer: Model[Any, Any] = Model(NAME, self._forward, layers=[embed, encode], dims=dims)
        tok2vec.layers[:] = [layer]

    def embed(self, docs: Sequence[Doc]) -> list[Floats]:
        """Give the embedding of each token, one matrix a Doc."""
        return self._cache.vectors(docs)

    def keep(self, parcels: Sequence[Sequence[Doc]], embedded: Sequence[Sequence[Floats]]) -> None:
        """Encode embedded Docs and keep the vectors until they are dropped.

        What a parcel's Docs get does not depend on the other parcels.
        """
        encoded = self._encoder.encode(embedded)
        for parcel, rows in zip(parcels, encoded, strict=True):
            for doc, vectors in zip(parcel, rows, strict=True):
                self._kept[id(doc)] = vectors

    def drop(self) -> None:
        """Forget what is kept."""
        self._kept.clear()

    def _forward(
        self, _model: Model[Any, Any], docs: list[Doc], is_train: bool
    ) -> tuple[Any, Callable[[Any], Any]]:
        if is_train:
            raise NotImplementedError("kept vectors are for running a pipeline, not for training")
        if all(id(doc) in self._kept for doc in docs):
            return [self._kept[id(doc)] for doc in docs], _no_training
        return self._encoder.encode([self.embed(docs)])[0], _no_training


def _no_training(gradients: Any) -> Any:
    raise NotImplementedError


def keep_vectors(nlp: Language) -> dict[str, Vectors]:
    """Put kept vectors in place of the ``tok2vec`` of every component that has a known one.

    Gives them by the name of the component. One whose model is of another kind is left as it is.
    """
    found = {}
    for name, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if not isinstance(model, Model) or not _embeds_words_alone(nlp, name):
            continue
        for node in model.walk():
            encoder = _encoder(node)
            if encoder is not None:
                found[name] = Vectors(node, nlp.vocab, encoder)
                break
    return found


def all_covered(vectors: Mapping[str, Vectors], nlp: Language) -> bool:
    """Tell whether articles may be parsed together.

    No component may read words but through these vectors and listeners to them, and parsers must be
    of the kind whose scores do not depend on what is parsed abreast.
    """
    for name, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            listens = any(node.name.endswith("tok2vec-listener") for node in model.walk())
            if not (name in vectors or listens) or (is_parser(component) and not greedy(component)):
                return False
    return True


def _embeds_words_alone(nlp: Language, name: str) -> bool:
    model = nlp.config["components"].get(name, {}).get("model", {})
    embed = model.get("embed") or model.get("tok2vec", {}).get("embed") or {}
    return embed.get("@architectures") in ARCHITECTURES


def _encoder(node: Model[Any, Any]) -> Encoder | None:
    """Read the encoding of a layer that is an embedding and a known encoding behind it."""
    if len(node.layers) != 2 or not node.layers[0].layers:
        return None
    embed, encode = node.layers
    if embed.layers[-1].name != "ragged2list" or columns(embed) is None:
        return None
    return Encoder.of(encode)
