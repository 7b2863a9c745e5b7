"""Decide whether the hyphen at a line end belongs to the word or only breaks it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from dprk_events.french import WordLists, key, word_lists

_WORD = re.compile(r"[^\W\d_]+(?:['’‐-][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+) +$")


@lru_cache(maxsize=2)
def words_in(text: str) -> frozenset[str]:
    """Return the words of a text in lower case, with compounds kept whole."""
    return frozenset(key(word).replace("‐", "-") for word in _WORD.findall(text))


def stays(before: str, left: str, right: str, text: str) -> bool:
    """Return whether ``left``-``right``, broken after its hyphen, is spelled with it.

    Args:
        before: The text before the word on its line.
        left: The word up to the hyphen, which may contain others.
        right: Its rest on the next line, up to and including the next hyphen.
        text: The whole text: another occurrence of the word decides.

    """
    return next(said for rule in _RULES if (said := rule(before, left, right, text)) is not None)


Rule = Callable[[str, str, str, str], bool | None]


def _figures(_: str, left: str, right: str, __: str) -> bool | None:
    """Keep a hyphen next to a figure: "Hwasong-/17", "2023-/2024"."""
    return True if left[-1:].isdigit() or right[:1].isdigit() else None


def _capital_after(_: str, left: str, right: str, __: str) -> bool | None:
    """Keep a hyphen before a capital: "États-/Unis"; but a word in capitals was broken."""
    return True if right[:1].isupper() and not left.isupper() else None


def _between_hyphens(_: str, __: str, right: str, ___: str) -> bool | None:
    """Keep a hyphen before a function word and another hyphen: "cessez-/le-feu", "a-/t-il"."""
    return True if right[-1:] in "-‐" and right[:-1] in _lists()["links"] else None


def _elsewhere(_: str, left: str, right: str, text: str) -> bool | None:
    """Follow the rest of the text, if it has the word in only one spelling."""
    words = words_in(text)
    whole, compound = (left + sign + right in words for sign in ("", "-"))
    return compound if whole != compound else None


def _listed(_: str, left: str, right: str, __: str) -> bool | None:
    first, _sign, last = left.rpartition("-")
    lists = _lists()
    held = last in lists["heads"] or right in lists["tails"]
    inner = bool(first) and last in lists["links"]
    return True if held or inner or f"{left}-{right}" in lists["compounds"] else None


def _given_name(before: str, left: str, right: str, _: str) -> bool | None:
    """Keep the hyphen in two syllables after a Korean family name."""
    surname = _LAST.search(before)
    if surname is None or not left[:1].isupper() or len(right) > 5:
        return None
    return True if surname[1].istitle() and surname[1].lower() in _lists()["surnames"] else None


def _broken(*_: str) -> bool | None:
    return False


def _folded(rule: Rule) -> Rule:
    return lambda before, left, right, text: rule(before, key(left), key(right), text)


_RULES: tuple[Rule, ...] = (
    _figures,
    _capital_after,
    _folded(_elsewhere),
    _folded(_between_hyphens),
    _folded(_listed),
    _given_name,
    _broken,
)


def _lists() -> WordLists:
    return word_lists(__package__, "hyphens.toml")
