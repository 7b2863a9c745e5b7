"""Is this French? A light check by frequent words; it names the language and rejects nothing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 20_000  # characters: enough for a stable share, and the time stays small


@dataclass(frozen=True, slots=True)
class FrequentWords:
    """The lists of ``language.toml``: words by language, and the least share that tells."""

    words: Mapping[str, frozenset[str]]
    min_share: float
    few_words: int


@lru_cache(maxsize=1)
def load_frequent_words() -> FrequentWords:
    """Read ``language.toml``; ValueError naming what is wrong in it."""
    data = tomllib.loads(files(__package__).joinpath("language.toml").read_text("utf-8"))
    words = {code: frozenset(str(listed).split()) for code, listed in data["words"].items()}
    if "fr" not in words or not all(words.values()):
        msg = "language.toml, [words]: 'fr' must be there and no list may be empty. Fill it in."
        raise ValueError(msg)
    return FrequentWords(words, float(data["min_share"]), int(data["few_words"]))


def detect_language(text: str) -> str:
    """Give the ISO 639-1 code of the language whose frequent words fill most of ``text``.

    ``"und"`` where none reaches the least share. Ties go to French.
    """
    lists = load_frequent_words()
    tokens = [match[0].lower() for match in _WORD.finditer(text[:_SAMPLE])]
    shares = {
        code: sum(token in listed for token in tokens) / max(1, len(tokens))
        for code, listed in lists.words.items()
    }
    best = max(sorted(shares), key=lambda code: (shares[code], code == "fr"))
    if len(tokens) < lists.few_words:
        return best if tokens else "und"
    return best if shares[best] >= lists.min_share else "und"
