"""Encode words in their context: spaCy's ``MaxoutWindowEncoder``, block by block.

Its convolutions are most of a pipeline's arithmetic. Thinc applies each operation to all rows
before the next; here a block of rows passes through a whole layer while it is in the processor's
cache.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from thinc.api import Model

NAME = "block_by_block"
BLOCK = 240
"""Rows in a block: with 288 numbers each they take 270 kB, less than the cache of a core."""
EPSILON = 1e-08  # thinc's LayerNorm

_PARTS = frozenset(("expand_window", "maxout", "layernorm", "dropout"))

Floats = NDArray[numpy.float32]


class _Layer(NamedTuple):
    """A convolution: window, maxout and normalization, added to its input."""

    window: int
    weights: Floats  # a row for each input, a column for each output, piece after piece
    bias: Floats
    scale: Floats
    shift: Floats


def block_by_block(encoder: Model[Any, Any]) -> Model[Any, Any] | None:
    """Return a layer that computes what the encoder does; None if it has unknown parts."""
    residuals = [node for node in encoder.walk() if _is_residual(node)]
    if not residuals or not encoder.name.startswith("with_array("):
        return None
    if any({leaf.name for leaf in _leaves(node)} != _PARTS for node in residuals):
        return None
    layers = [_read(node) for node in residuals]
    pad: int = encoder.attrs["pad"]

    def forward(_model: Model[Any, Any], docs: list[Floats], is_train: bool) -> tuple[Any, Any]:
        if is_train:
            return encoder(docs, is_train)
        return _encode(layers, docs, pad), None  # no gradients

    dims = {"nO": len(layers[-1].scale), "nI": None}
    return Model(NAME, forward, layers=[encoder], dims=dims)


def _encode(layers: Sequence[_Layer], docs: Sequence[Floats], pad: int) -> list[Floats]:
    """Encode the rows of documents, separated by as many rows as the convolutions reach."""
    starts = numpy.cumsum([pad, *(len(doc) + pad for doc in docs)]).tolist()
    rows = numpy.zeros((starts[-1], docs[0].shape[1]), dtype="float32")
    places = [slice(at, at + len(doc)) for at, doc in zip(starts, docs, strict=False)]
    for place, doc in zip(places, docs, strict=True):
        rows[place] = doc
    for layer in layers:
        rows = _convolved(layer, rows)
    return [rows[place] for place in places]


def _convolved(layer: _Layer, rows: Floats) -> Floats:
    """Apply a layer to rows."""
    count, width = rows.shape
    margin = numpy.zeros((layer.window, width), dtype="float32")
    flat = numpy.concatenate((margin, rows, margin)).ravel()
    windows = sliding_window_view(flat, len(layer.weights))[::width]
    made = numpy.empty_like(rows)
    for start in range(0, count, BLOCK):
        block = slice(start, start + BLOCK)
        pieces = windows[block] @ layer.weights
        pieces += layer.bias
        first, *others = (pieces[:, at : at + width] for at in range(0, pieces.shape[1], width))
        for other in others:
            numpy.maximum(first, other, out=first)
        best = first - first.mean(axis=1, keepdims=True)
        variance = numpy.einsum("ij,ij->i", best, best) / width
        best *= (1 / numpy.sqrt(variance + EPSILON))[:, None]
        best *= layer.scale
        best += layer.shift
        numpy.add(best, rows[block], out=made[block])
    return made


def _read(residual: Model[Any, Any]) -> _Layer:
    parts = {leaf.name: leaf for leaf in _leaves(residual)}
    weights: Any = parts["maxout"].get_param("W")  # (width, pieces, inputs)
    bias: Any = parts["maxout"].get_param("b")
    scale: Any = parts["layernorm"].get_param("G")
    shift: Any = parts["layernorm"].get_param("b")
    width, pieces, inputs = weights.shape
    by_piece = weights.transpose(1, 0, 2).reshape(pieces * width, inputs)
    window = parts["expand_window"].attrs["window_size"]
    return _Layer(window, numpy.ascontiguousarray(by_piece.T), bias.T.ravel(), scale, shift)


def _is_residual(model: Model[Any, Any]) -> bool:
    return len(model.layers) == 1 and model.name == f"residual({model.layers[0].name})"


def _leaves(model: Model[Any, Any]) -> list[Model[Any, Any]]:
    return [node for node in model.walk() if not node.layers]
