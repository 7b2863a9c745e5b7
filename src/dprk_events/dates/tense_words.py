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

    ``future`` and ``past`` find verbs; ``participle`` one at the end, before a date; ``story`` a
    simple past; ``open`` what leaves open where a date lies; ``noun`` a preposition at the end
    that hangs the date on a noun. ``edges`` part clauses.
    """

    future: re.Pattern[str]
    past: re.Pattern[str]
    participle: re.Pattern[str]
    story: re.Pattern[str]
    open: re.Pattern[str]
    noun: re.Pattern[str]
    edges: tuple[str, ...]


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
    future, past = tables["future"], tables["past"]
    verbs = rf"(?!(?:{_either(future, 'not_verbs')})\b){future['verbs']}"
    with_auxiliary, alone = _participles(tables["verbs"])
    inserted = rf"(?: (?:{_either(past, 'between')}))?(?: {past['adverb']})?"
    tensed = rf"{past['auxiliary']}{inserted} {with_auxiliary}"
    reduced = rf"{alone} (?:{_either(past, 'after_participle')})"
    said = rf"(?!(?:{_either(past, 'not_verbs')})\b)(?:{_either(past, 'words')})"
    return TenseWords(
        future=re.compile(rf"\b(?:{verbs}|{_either(future, 'words')})\b"),
        past=re.compile(rf"\b(?:{tensed}|{reduced}|{said})\b"),
        participle=re.compile(rf"\b{alone} (?:{_either(past, 'before_date')})?$"),
        story=re.compile(rf"\b(?:{_either(tables['story'], 'words')})\b"),
        open=re.compile(rf"\b(?:{_either(tables['open'], 'words')})\b"),
        noun=re.compile(rf"\b(?:{_either(tables['open'], 'of_a_noun')}) ?$"),
        edges=_list(tables["clauses"], "edges"),
    )


def _list(table: _Table, key: str) -> tuple[str, ...]:
    words = table[key]
    if not isinstance(words, Sequence) or isinstance(words, str):
        msg = f"`{key}` must be a list of strings"
        raise TypeError(msg)
    return tuple(map(str, words))


def _either(table: _Table, key: str) -> str:
    return "|".join(_list(table, key))


def _participles(verbs: _Table) -> tuple[str, str]:
    """Give the expressions for a participle behind its auxiliary, and for one alone.

    Verbs in -er are known by their ending, the others by the list: an ending in -ie or -ue makes
    no participle ("Russie", "vue").
    """
    known = {
        form
        for lemma in _list(verbs, "lemmas")
        for form, tense in conjugate(lemma).items()
        if tense == "past-participle"
    }
    forms = _any_of({*known, *_list(verbs, "participles")})
    regular = r"\w{2,}ée?s?"
    any_form = rf"(?:{regular}|{forms}\b)"
    return any_form, rf"(?!{_any_of(set(_list(verbs, 'nouns')))}\b){any_form}"


def _any_of(words: set[str]) -> str:
    """Give an expression for any of the words that tries each letter once."""
    branches: dict[str, set[str]] = {}
    for word in words - {""}:
        branches.setdefault(word[0], set()).add(word[1:])
    rows = [re.escape(head) + _any_of(tails) for head, tails in sorted(branches.items())]
    if not rows:
        return ""
    return f"(?:{'|'.join(rows)})" + ("?" if "" in words else "")
