"""Import spaCy without its command line, which brings web clients and a template engine."""

from __future__ import annotations

import importlib
import sys
from contextlib import suppress
from types import ModuleType
from typing import Any

from dprk_events.language.shortcuts import refused

_CLI = ("spacy.cli", "spacy.cli.info")


def import_spacy() -> None:
    """Import spaCy without its command line, of which spaCy itself uses only ``spacy.info``.

    ``spacy.info`` and ``import spacy.cli`` still work afterwards: they import it on demand. If
    spaCy needs more of it, or if shortcuts are refused, spaCy is imported as usual.
    """
    if "spacy" in sys.modules:
        return
    if refused() is None and not any(name in sys.modules for name in _CLI):
        with suppress(ImportError):
            _import_alone()
    importlib.import_module("spacy")


def _import_alone() -> None:
    def info(*args: Any, **options: Any) -> Any:
        return importlib.import_module(_CLI[1]).info(*args, **options)

    for name in _CLI:
        sys.modules[name] = ModuleType(name)
    sys.modules[_CLI[1]].info = info  # type: ignore[attr-defined]
    try:
        importlib.import_module("spacy")
    finally:
        for name in _CLI:
            del sys.modules[name]
