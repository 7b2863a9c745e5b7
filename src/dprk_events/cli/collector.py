"""Garbage collection: loading creates millions of objects that all stay alive, and no garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_USUAL = gc.get_threshold()
_RARELY = 100_000
"""New objects between collections, not 700 or 2,000: this saves a tenth of the start-up time.

Commands that load nothing (`show`, `convert`) keep this setting."""


def collect_rarely() -> None:
    """Collect garbage rarely until a model has been loaded."""
    gc.set_threshold(_RARELY, *_USUAL[1:])


@contextmanager
def loading() -> Iterator[None]:
    """Disable collection inside; then collect as usual, ignoring the objects loaded so far."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.set_threshold(*_USUAL)
        gc.enable()
