"""The error raised for a rule file, and suggestions for misspelt words."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


class RuleError(ValueError):
    """A rule file that cannot be used; the message names file, rule and remedy."""


def choose(word: str, known: Iterable[str]) -> str:
    """Suggest replacements for an unknown word: the nearest, and all known ones."""
    words = list(known)
    near = get_close_matches(word, words, n=1)
    hint = f"Did you mean “{near[0]}”? " if near else ""
    return f"{hint}Known are {', '.join(words)}." if words else "None is known here."
