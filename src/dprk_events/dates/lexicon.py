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
    """``words``: form → (class, value). ``codes``: class → one private character for patterns."""

    words: dict[str, tuple[str, Value]]
    codes: dict[str, str]
    core: frozenset[str]


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


@cache
def load_lexicon() -> Lexicon:
    """Give the lexicon, checked: each form in one class only, lower case.

    Raises:
        LexiconError: an entry is malformed or a form stands twice.

    """
    words: dict[str, tuple[str, Value]] = {}
    codes = {OTHER: "x"}
    core: set[str] = set()
    for name, table in read_toml("lexicon.toml").items():
        if not isinstance(table, dict):
            msg = f"lexicon.toml, {name}: must be a table such as [{name}]"
            raise LexiconError(msg)
        codes[name] = chr(0xE000 + len(codes))
        if table.get("core"):
            core.add(name)
        for form, value in _entries(name, table).items():
            if form != form.lower():
                msg = f"lexicon.toml, [{name}]: write {form!r} in lower case"
                raise LexiconError(msg)
            if form in words:
                msg = f"lexicon.toml: {form!r} stands in [{words[form][0]}] and [{name}]; keep one"
                raise LexiconError(msg)
            words[form] = (name, value)
    return Lexicon(words, codes, frozenset(core))
