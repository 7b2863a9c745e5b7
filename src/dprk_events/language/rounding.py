"""Which rows of a matrix product have the same bits wherever their block stands.

A BLAS takes the rows of a product a few at a time, and rounds a little differently at the edges of
what it takes: OpenBLAS on Zen, for example, gives rows 0 to 5 of each twelve other last bits than
rows 6 to 11. What an article gives must not depend on the articles beside it, so the rows of each
begin at a multiple of ``PERIOD`` and fill up whole periods. Whether that is enough on this machine
is tried once (``whole_periods_agree``).
"""

from __future__ import annotations

from functools import cache

import numpy
from numpy.typing import NDArray

PERIOD = 48
"""Rows. A multiple of what the kernels in use take at a time (6, 8, 12, 16, 24)."""

Floats = NDArray[numpy.float32]


def padding(rows: int) -> int:
    """Give how many rows fill up the last period."""
    return -rows % PERIOD


@cache
def whole_periods_agree() -> bool:
    """Try whether a period of rows gives the same bits alone and in larger products."""
    chance = numpy.random.default_rng(0)
    for width, outputs in ((96, 288), (288, 288), (64, 20)):
        straight = chance.standard_normal((width, outputs), dtype="float32")
        block = chance.standard_normal((PERIOD, width), dtype="float32")
        for weights in (straight, numpy.ascontiguousarray(straight.T).T):  # thinc has the latter
            alone = block @ weights
            for times in (2, 3, 5, 7, 13, 80):
                product = numpy.tile(block, (times, 1)) @ weights
                if not numpy.array_equal(product, numpy.tile(alone, (times, 1))):
                    return False
    return True


def alike(rows: Floats) -> list[list[int]]:
    """Put the numbers of rows that are equal bit for bit together, by the first of each."""
    kinds: dict[bytes, list[int]] = {}
    for number, row in enumerate(rows):
        kinds.setdefault(row.tobytes(), []).append(number)
    return list(kinds.values())
