"""Give the memory of large arrays back to the system as soon as they are done with."""

from __future__ import annotations

import ctypes
import os

LARGE = 4_000_000
"""Bytes: the tables of a portion that the parser makes are larger, hardly anything else is."""
_MMAP_THRESHOLD = -3  # M_MMAP_THRESHOLD of malloc.h
_VARIABLE = "MALLOC_MMAP_THRESHOLD_"


def large_arrays_apart() -> bool:
    """Have the C library give every array of `LARGE` bytes or more pages of its own.

    The GNU library begins so, but raises its threshold to the size of the first such array that is
    freed. From then on the arrays of each portion lie among small objects that last, and what is
    between these is lost: memory grows by some 50 MB in 6,000 short documents, and by next to
    nothing with the threshold fixed. The time is the same. Gives False, and does nothing, with
    another C library or where the user has set the threshold.
    """
    if _VARIABLE in os.environ:
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError, TypeError):  # no such function, or no C library by that name
        return False
    mallopt.argtypes, mallopt.restype = (ctypes.c_int, ctypes.c_int), ctypes.c_int
    return bool(mallopt(_MMAP_THRESHOLD, LARGE) == 1)
