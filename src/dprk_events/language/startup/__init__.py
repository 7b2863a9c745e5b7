"""Start quickly: import spaCy without its command line, and load its pipelines faster.

The loaded objects are equivalent. If shortcuts are refused (``language/shortcuts.py``) or spaCy is
not as expected, each function does nothing or what spaCy itself does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from dprk_events.language.shortcuts import refused
from dprk_events.language.startup.expressions import short_expressions
from dprk_events.language.startup.imports import import_spacy
from dprk_events.language.startup.tables import plain_tables

__all__ = ["import_spacy", "quick_load"]


@contextmanager
def quick_load() -> Iterator[None]:
    """Speed up the loading of pipelines; use it before starting threads, as it patches spaCy."""
    if refused():
        yield
        return
    with short_expressions(), plain_tables():
        yield
