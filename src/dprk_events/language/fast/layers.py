"""Replace layers of a pipeline by quicker ones that compute the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thinc.api import Model

from dprk_events.language.fast.embedding import word_by_word
from dprk_events.language.fast.encoding import block_by_block

if TYPE_CHECKING:
    from spacy.language import Language


def replace_layers(nlp: Language) -> None:
    """Replace the embeddings and encoders of all components, in place."""
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in list(model.walk()) if isinstance(model, Model) else ():
            node.layers[:] = map(_quick, node.layers)


def _quick(layer: Model[Any, Any]) -> Model[Any, Any]:
    return word_by_word(layer) or block_by_block(layer) or layer
