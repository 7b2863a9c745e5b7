"""Decide whether the shortcuts around spaCy (``startup`` and ``fast``) are used.

Without them the results are the same, only slower. They are written for one version of spaCy and
rely on internals that may change.
"""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError, version

VARIABLE = "DPRK_EVENTS_FAST"
"""Environment variable; 0 turns all shortcuts off."""
KNOWN = "3.8."


def refused() -> str | None:
    """Return the reason why shortcuts are not used; None if they are."""
    if os.environ.get(VARIABLE) == "0":
        return f"{VARIABLE} is 0"
    try:
        spacy = version("spacy")
    except PackageNotFoundError:
        return "spaCy has no version"
    return None if spacy.startswith(KNOWN) else f"spaCy {spacy} is not known"
