"""The word classes of the date grammar, read from ``lexicon.toml`` and checked."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

Value = int | str

#: Class of a word that the grammar does not know.
OTHER = "x"


class LexiconError(ValueError):
    """A fault in ``lexicon.toml`` or ``grammar.toml``: the message names file, entry and mend."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words``: form → (class, value). ``codes``: class → one private character for patterns.

    ``endings``: class → what makes digits or Roman numerals a word of it. ``before`` and
    ``behind``: forms that a hyphen joins to the word after or before them, each with its class.
    """

    words: dict[str, tuple[str, Value]]
    codes: dict[str, str]
    core: frozenset[str]
    endings: dict[str, tuple[str, ...]]
    before: dict[str, str]
    behind: dict[str, str]


def read_toml(name: str) -> dict[str, object]:
    """Give the TOML file of this package called ``name``."""
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _entries(name: str, table: dict[str, object]) -> dict[str, Value]:
    words = table.get("words")
    if isinstance(words, list) and all(isinstance(w, str) for w in words):
        return dict.fromkeys(words, 0)
    if isinstance(words, dict) and all(isinstance(v, int | str) for v in words.values()):
        return dict(words)
    msg = f"lexicon.toml, [{name}]: `words` must be a list of strings or a table form = value"
    raise LexiconError(msg)


def _forms(name: str, table: dict[str, object], key: str) -> tuple[str, ...]:
    forms = table.get(key, [])
    if not isinstance(forms, list) or not all(isinstance(f, str) and f for f in forms):
        msg = f"lexicon.toml, [{name}]: `{key}` must be a list of strings"
        raise LexiconError(msg)
    return tuple(forms)


@cache
def load_lexicon() -> Lexicon:
    """Give the lexicon, checked: each form in one class only, lower case.

    Raises:
        LexiconError: an entry is malformed or a form stands twice.

    """
    words: dict[str, tuple[str, Value]] = {}
    codes = {OTHER: "x"}
    core: set[str] = set()
    endings: dict[str, tuple[str, ...]] = {}
    joined: dict[str, dict[str, str]] = {"before": {}, "behind": {}}
    for name, table in read_toml("lexicon.toml").items():
        if not isinstance(table, dict):
            msg = f"lexicon.toml, {name}: must be a table such as [{name}]"
            raise LexiconError(msg)
        codes[name] = chr(0xE000 + len(codes))
        if table.get("core"):
            core.add(name)
        endings[name] = _forms(name, table, "endings")
        for side, forms in joined.items():
            forms.update(dict.fromkeys(_forms(name, table, side), name))
        for form, value in _entries(name, table).items():
            if form != form.lower():
                msg = f"lexicon.toml, [{name}]: write {form!r} in lower case"
                raise LexiconError(msg)
            if form in words:
                msg = f"lexicon.toml: {form!r} stands in [{words[form][0]}] and [{name}]; keep one"
                raise LexiconError(msg)
            words[form] = (name, value)
    return Lexicon(words, codes, frozenset(core), endings, joined["before"], joined["behind"])
