"""When Python looks for garbage: a start makes millions of objects that stay, and no garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
_SELDOM = 100_000
"""New objects, in place of 700 or 2,000, after which Python looks: a tenth of a start's time.

Where nothing is loaded (`show`, `convert`) it stays so."""


def collect_seldom() -> None:
    """Have Python look for garbage seldom until something has been loaded."""
    gc.set_threshold(_SELDOM, *_USUAL[1:])


@contextmanager
def loading() -> Iterator[None]:
    """Collect nothing inside; afterwards as ever, but not among what is there then: it stays."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_USUAL)
        gc.enable()
