"""A quick start: spaCy without its command line, its French and its pipelines loaded sooner.

What is loaded is the same. Each function does nothing, or what spaCy does, where shortcuts are
refused (``language/shortcuts.py``) or spaCy is not as expected.
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
    """Load pipelines in this context, before any thread is started: it changes spaCy meanwhile."""
    if refused():
        yield
        return
    with short_expressions(), plain_tables():
        yield
