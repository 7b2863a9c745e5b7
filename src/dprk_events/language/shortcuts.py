"""Whether the shortcuts around spaCy's own ways are taken: ``startup`` and ``fast``.

Without them the program gives the same, later. They are made for one version of spaCy, and look
into what it does not promise to keep.
"""

from __future__ import annotations

import os
from importlib.metadata import PackageNotFoundError, version

VARIABLE = "DPRK_EVENTS_FAST"
"""Environment variable; 0 turns all shortcuts off."""
KNOWN = "3.8."


def refused() -> str | None:
    """Say why no shortcut is taken; None where they are."""
    if os.environ.get(VARIABLE) == "0":
        return f"{VARIABLE} is 0"
    try:
        spacy = version("spacy")
    except PackageNotFoundError:
        return "spaCy has no version"
    return None if spacy.startswith(KNOWN) else f"spaCy {spacy} is not known"
