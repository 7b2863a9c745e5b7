"""Read a name, or the words of an event, into terms that can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib import resources
from itertools import chain
from tomllib import loads
from typing import NamedTuple

from dprk_events.french import forms_of, key, word_lists
from dprk_events.french.folding import unaccented

_WORD = re.compile(r"\w+")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_NUMBERED = re.compile(r"(\d+)(\D+)")
_FIRST_OF_MONTH = "1er"
_YEAR = re.compile(r"(?:19|20)\d\d")


class Term(NamedTuple):
    """A word that says which happening is meant.

    ``stem`` is what is compared: without case, accents and plural, and the same for words that mean
    the same. ``ordinal``, ``month`` and ``year`` are set where the word is one; ``another`` where
    it speaks of a happening besides the known one.
    """

    text: str
    stem: str
    ordinal: bool = False
    month: int | None = None
    year: int | None = None
    another: bool = False


def terms_of(words: str, kind: str) -> list[Term]:
    """Return the terms of a name, or of an event's words, in order.

    Args:
        words: As they stand in the text: "sommet historique de Singapour".
        kind: The event type, which decides which words mean the same.

    """
    found = _WORD.findall(_THOUSANDS.sub("", words))
    terms = (_term(word, _alike().get(kind, {})) for word in found)
    return [term for term in terms if term is not None]


def tells_another(words: str, kind: str) -> bool:
    """Whether words say that another happening is meant: « l'arrivée de nouvelles troupes »."""
    return any(term.another for term in terms_of(words, kind))


def _term(word: str, alike: Mapping[str, str]) -> Term | None:
    """Return the term of one word, None if it says nothing."""
    lists, (ordinals, months) = word_lists(__package__), _numbers()
    low = key(word)
    if low in lists["skipped"]:
        return None
    if low == _FIRST_OF_MONTH:
        return Term(word, "1")
    numbered = _NUMBERED.fullmatch(low)
    if numbered and numbered[2] in lists["ordinal_endings"]:
        return Term(word, f"{numbered[1]}.", ordinal=True)
    if low in ordinals:
        return Term(word, f"{ordinals[low]}.", ordinal=True)
    if low in months:
        return Term(word, unaccented(low), month=months[low])
    if _YEAR.fullmatch(low):
        return Term(word, low, year=int(low))
    stem = stem_of(low)
    return Term(word, alike.get(low, alike.get(stem, stem)), another=low in _other_happening())


@cache
def _other_happening() -> frozenset[str]:
    """Return the words that tell of another happening than the one that is named."""
    lists = word_lists(__package__)
    return lists["another"] | lists["undoing"] | forms_of(*lists["undoing_verbs"])


def stem_of(word: str) -> str:
    """Return a word without case, accents and the mark of a plural ("Négociations", "pacte")."""
    plain = unaccented(key(word))
    if len(plain) > 3 and plain.endswith(tuple(word_lists(__package__)["plural_endings"])):
        return plain[:-1]
    return plain


@cache
def _numbers() -> tuple[Mapping[str, int], Mapping[str, int]]:
    """Return the ordinals and the months, by word."""
    raw = loads(resources.files(__package__).joinpath("numbers.toml").read_text("utf-8"))
    return raw["ordinals"], raw["months"]


@cache
def _alike() -> Mapping[str, Mapping[str, str]]:
    """Return for each type the common stem of words that mean the same, by word or stem."""
    raw = loads(resources.files(__package__).joinpath("alike.toml").read_text("utf-8"))
    found: dict[str, dict[str, str]] = {}
    for group in raw["alike"]:
        table = found.setdefault(group["type"], {})
        common = f"={stem_of(group['nouns'][0])}"
        words: Iterable[str] = chain(map(stem_of, group["nouns"]), forms_of(*group["verbs"]))
        table.update((word, common) for word in words if word not in table)
    return found
