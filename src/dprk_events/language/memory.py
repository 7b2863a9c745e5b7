"""Return the memory of large arrays to the system as soon as they are freed."""

from __future__ import annotations

import ctypes
import os

LARGE = 4_000_000
"""Size in bytes: the parser's arrays for a batch are larger, hardly anything else is."""
_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_VARIABLE = "MALLOC_MMAP_THRESHOLD_"


def large_arrays_apart() -> bool:
    """Make the C library allocate every array of `LARGE` bytes or more in pages of its own.

    The GNU library does so at first, but raises its threshold to the size of the first such array
    that is freed. From then on the arrays of each batch are placed among small long-lived objects,
    and the heap fragments: memory grows by some 50 MB in 6,000 short documents, and by next to
    nothing with a fixed threshold. Run time is the same. Return False, and do nothing, with another
    C library or if the user has set the threshold.
    """
    if _VARIABLE in os.environ:
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):  # no such function, or no C library by that name
        return False
    mallopt.argtypes, mallopt.restype = (ctypes.c_int, ctypes.c_int), ctypes.c_int
    return bool(mallopt(_MMAP_THRESHOLD, LARGE) == 1)
