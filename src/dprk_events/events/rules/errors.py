"""The error of a rule file, and "did you mean"."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class RuleError(ValueError):
    """A rule file that cannot be used; the message names file, rule and mend."""


def choose(word: str, known: Iterable[str]) -> str:
    """Say what to write in place of an unknown word: the nearest, and all that there are."""
    words = list(known)
    near = get_close_matches(word, words, n=1)
    hint = f"Did you mean “{near[0]}”? " if near else ""
    return f"{hint}Known are {', '.join(words)}." if words else "None is known here."
