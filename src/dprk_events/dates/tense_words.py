"""The expressions that ``tense.toml`` makes: forms of the future and of the past."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import cast

from dprk_events.dates.lexicon import LexiconError, read_toml
from dprk_events.french import conjugate

_Table = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class TenseWords:
    """Compiled expressions over normalised text.

    ``future`` and ``past`` find verbs; group 1 of ``compound``, ``reduced`` and ``right_before`` is
    a participle if :meth:`is_participle` says so: behind its auxiliary, before a preposition, and
    at the end, before a date. ``story`` finds a simple past; ``open`` what leaves open where a date
    lies; ``noun`` a preposition at the end that hangs the date on a noun. ``edges`` part clauses.
    """

    future: re.Pattern[str]
    past: re.Pattern[str]
    compound: re.Pattern[str]
    reduced: re.Pattern[str]
    right_before: re.Pattern[str]
    story: re.Pattern[str]
    open: re.Pattern[str]
    noun: re.Pattern[str]
    edges: tuple[str, ...]
    participles: frozenset[str]
    regular: tuple[str, ...]
    nouns: frozenset[str]

    def is_participle(self, word: str, *, alone: bool) -> bool:
        """Whether a form is a past participle; some nouns look like one that stands ``alone``.

        Verbs in -er are known by their ending, the others by a list: an ending in -ie or -ue makes
        no participle ("Russie", "vue").
        """
        known = word.endswith(self.regular) or word in self.participles
        return known and not (alone and word in self.nouns)


@cache
def tense_words() -> TenseWords:
    """Give the expressions of ``tense.toml``.

    Raises:
        LexiconError: an entry is missing, no regular expression, or a verb without a paradigm.

    """
    data = read_toml("tense.toml")
    try:
        tables = {name: cast(_Table, data[name]) for name in _TABLES}
        return _compiled(tables)
    except (KeyError, TypeError, ValueError, re.error) as error:
        msg = f"tense.toml: {error!r}; needs {', '.join(f'[{t}]' for t in _TABLES)} as at first"
        raise LexiconError(msg) from error


_TABLES = ("verbs", "future", "story", "clauses", "past", "open")


def _compiled(tables: Mapping[str, _Table]) -> TenseWords:
    verbs, future, past = tables["verbs"], tables["future"], tables["past"]
    coming = rf"(?!(?:{_either(future, 'not_verbs')})\b){future['verbs']}"
    inserted = rf"(?: (?:{_either(past, 'between')}))?(?: {past['adverb']})?"
    said = rf"(?!(?:{_either(past, 'not_verbs')})\b)(?:{_either(past, 'words')})"
    word = r"(\w{2,})"
    return TenseWords(
        future=re.compile(rf"\b(?:{coming}|{_either(future, 'words')})\b"),
        past=re.compile(rf"\b{said}\b"),
        compound=re.compile(rf"\b{past['auxiliary']}{inserted} {word}"),
        reduced=re.compile(rf"\b{word} (?:{_either(past, 'after_participle')})\b"),
        right_before=re.compile(rf"\b{word} (?:{_either(past, 'before_date')})?$"),
        story=re.compile(rf"\b(?:{_either(tables['story'], 'words')})\b"),
        open=re.compile(rf"\b(?:{_either(tables['open'], 'words')})\b"),
        noun=re.compile(rf"\b(?:{_either(tables['open'], 'of_a_noun')}) ?$"),
        edges=_list(tables["clauses"], "edges"),
        participles=_participles(verbs),
        regular=_list(verbs, "regular"),
        nouns=frozenset(_list(verbs, "nouns")),
    )


def _list(table: _Table, key: str) -> tuple[str, ...]:
    words = table[key]
    if not isinstance(words, Sequence) or isinstance(words, str):
        msg = f"`{key}` must be a list of strings"
        raise TypeError(msg)
    return tuple(map(str, words))


def _either(table: _Table, key: str) -> str:
    return "|".join(_list(table, key))


def _participles(verbs: _Table) -> frozenset[str]:
    conjugated = (conjugate(lemma).items() for lemma in _list(verbs, "lemmas"))
    known = {form for forms in conjugated for form, tense in forms if tense == "past-participle"}
    return frozenset({*known, *_list(verbs, "participles")})
