"""Encode words in their context: spaCy's ``MaxoutWindowEncoder``, block by block.

Its four convolutions are the most of the pipeline's arithmetic. Thinc does each over a whole batch,
operation by operation, in arrays larger than the processor's cache; here a block of rows goes
through all operations of a layer while it is near.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy
from numpy.lib.stride_tricks import as_strided

from dprk_events.language.rounding import PERIOD, Floats, padding

if TYPE_CHECKING:
    from thinc.api import Model

BLOCK = 5 * PERIOD
"""Rows at a time: 240 rows of 288 numbers are 270 kB, less than a core's own cache."""
EPSILON = 1e-08  # thinc's LayerNorm


class _Layer(NamedTuple):
    window: int
    weights: Floats  # one row a number that goes in, one column a number of a piece, by pieces
    bias: Floats
    scale: Floats
    shift: Floats


class Encoder:
    """The layers of a ``MaxoutWindowEncoder`` (residual convolutions with layer normalization)."""

    def __init__(self, layers: Sequence[_Layer], pad: int) -> None:
        self._layers = layers
        self._pad = pad

    @classmethod
    def of(cls, model: Model[Any, Any]) -> Encoder | None:
        """Read the layers of a model; None where it is of another kind."""
        if not model.name.startswith("with_array") or not model.attrs.get("pad"):
            return None
        (inner,) = model.layers
        residuals = [inner] if _is_residual(inner) else inner.layers
        layers = [_read(residual) for residual in residuals]
        known = [layer for layer in layers if layer is not None]
        if not known or len(known) < len(layers):
            return None
        if sum(layer.window for layer in known) > model.attrs["pad"]:
            return None
        return cls(known, model.attrs["pad"])

    def encode(self, parcels: Sequence[Sequence[Floats]]) -> list[list[Floats]]:
        """Give the encoded rows of each document of each parcel.

        The rows of a parcel have the same bits whatever the others are (see ``rounding``).
        """
        places: list[list[tuple[int, int]]] = []
        at = 0
        for parcel in parcels:
            own = []
            for rows in parcel:
                at += self._pad  # documents are as far apart as the convolutions see
                own.append((at, at + len(rows)))
                at += len(rows)
            at += self._pad
            at += padding(at)
            places.append(own)
        margin = max(layer.window for layer in self._layers)
        width = len(self._layers[0].scale)
        taken = numpy.zeros((margin + at + margin, width), dtype="float32")
        given = numpy.zeros_like(taken)
        for parcel, own in zip(parcels, places, strict=True):
            for rows, (start, end) in zip(parcel, own, strict=True):
                taken[margin + start : margin + end] = rows
        for layer in self._layers:
            _convolve(layer, taken, given, margin)
            taken, given = given, taken
        return [[taken[margin + start : margin + end] for start, end in own] for own in places]


def _convolve(layer: _Layer, taken: Floats, given: Floats, margin: int) -> None:
    """Write what a layer gives for the rows of ``taken`` into ``given``, but for the margins."""
    rows, width = len(taken) - 2 * margin, taken.shape[1]
    windows = as_strided(
        taken[margin - layer.window :],
        (rows, len(layer.weights)),
        (taken.strides[0], taken.strides[1]),
        writeable=False,
    )
    column = numpy.empty((BLOCK, len(layer.weights)), dtype="float32")
    product = numpy.empty((BLOCK, layer.weights.shape[1]), dtype="float32")
    greatest = numpy.empty((BLOCK, width), dtype="float32")
    for start in range(0, rows, BLOCK):
        size = min(BLOCK, rows - start)
        seen, made, best = column[:size], product[:size], greatest[:size]
        numpy.copyto(seen, windows[start : start + size])
        numpy.dot(seen, layer.weights, out=made)
        made += layer.bias
        first, *others = (made[:, at : at + width] for at in range(0, made.shape[1], width))
        numpy.copyto(best, first)
        for other in others:
            numpy.maximum(best, other, out=best)
        best -= (numpy.einsum("ij->i", best) / width)[:, None]
        variance = numpy.einsum("ij,ij->i", best, best) / width
        best *= (1 / numpy.sqrt(variance + EPSILON))[:, None]
        best *= layer.scale
        best += layer.shift
        end = margin + start + size
        numpy.add(best, taken[margin + start : end], out=given[margin + start : end])


def _read(residual: Model[Any, Any]) -> _Layer | None:
    """Read one residual layer; None where it is not window, maxout, normalization."""
    if not _is_residual(residual):
        return None
    nodes = {node.name: node for node in residual.walk() if not node.layers}
    if not {"expand_window", "maxout", "layernorm"} <= set(nodes) <= {
        "expand_window", "maxout", "layernorm", "dropout",
    }:  # fmt: skip
        return None
    maxout, norm = nodes["maxout"], nodes["layernorm"]
    weights: Any = maxout.get_param("W")  # (width, pieces, inputs)
    bias: Any = maxout.get_param("b")
    scale: Any = norm.get_param("G")
    shift: Any = norm.get_param("b")
    width, pieces, inputs = weights.shape
    window = nodes["expand_window"].attrs["window_size"]
    if inputs != width * (2 * window + 1):
        return None
    by_piece = weights.transpose(1, 0, 2).reshape(pieces * width, inputs)
    return _Layer(window, numpy.ascontiguousarray(by_piece.T), bias.T.ravel(), scale, shift)


def _is_residual(model: Model[Any, Any]) -> bool:
    return len(model.layers) == 1 and model.name == f"residual({model.layers[0].name})"
