"""Whether the hyphen at a line's end belongs to the word, or was put there to break it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from dprk_events.french import WordLists, key, word_lists

_WORD = re.compile(r"[^\W\d_]+(?:['’‐-][^\W\d_]+)*")
_LAST = re.compile(r"([^\W\d_]+) +$")


@lru_cache(maxsize=2)
def words_in(text: str) -> frozenset[str]:
    """Give the words of a text in lower case, compounds in one piece."""
    return frozenset(key(word).replace("‐", "-") for word in _WORD.findall(text))


def stays(before: str, left: str, right: str, text: str) -> bool:
    """Say whether ``left``-``right``, broken after its hyphen, is written with it.

    Args:
        before: What stands before the word on its line.
        left: The word up to the hyphen, which may have others in it.
        right: Its rest on the next line, up to the next hyphen and with it.
        text: The whole text: a word that stands elsewhere in it decides.

    """
    return next(said for rule in _RULES if (said := rule(before, left, right, text)) is not None)


Rule = Callable[[str, str, str, str], bool | None]


def _figures(_: str, left: str, right: str, __: str) -> bool | None:
    """A hyphen beside a figure: "Hwasong-/17", "2023-/2024"."""
    return True if left[-1:].isdigit() or right[:1].isdigit() else None


def _capital_after(_: str, left: str, right: str, __: str) -> bool | None:
    """A capital after it: "États-/Unis". A word in capitals was broken."""
    return True if right[:1].isupper() and not left.isupper() else None


def _in_pieces(_: str, __: str, right: str, ___: str) -> bool | None:
    """A small word between two hyphens: "cessez-/le-feu", "a-/t-il"."""
    return True if right[-1:] in "-‐" and right[:-1] in _lists()["links"] else None


def _elsewhere(_: str, left: str, right: str, text: str) -> bool | None:
    """The word stands elsewhere in the text, one way only."""
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
    """Two syllables after a Korean family name."""
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
    _folded(_in_pieces),
    _folded(_listed),
    _given_name,
    _broken,
)


def _lists() -> WordLists:
    return word_lists(__package__, "hyphens.toml")
