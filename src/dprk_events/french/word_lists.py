"""Load lists of French words as data: a TOML file of named lists, checked on loading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib import resources
from tomllib import TOMLDecodeError, loads

from dprk_events.french.folding import key


class WordListError(ValueError):
    """An invalid file of word lists; the message names file, list and remedy."""


@cache
def word_lists(package: str, file: str = "words.toml") -> WordLists:
    """Load the word lists beside a package's modules.

    Args:
        package: Dotted name of the package, usually the caller's ``__package__``.
        file: Name of the TOML file in it: a table of ``name = ["word", …]``.

    Returns:
        The lists by name, each a frozen set of words as :func:`key` folds them.

    Raises:
        WordListError: The file is not TOML, or contains something other than lists of folded words.

    """
    path = resources.files(package).joinpath(file)
    return WordLists(str(path), path.read_text("utf-8"))


class WordLists(Mapping[str, frozenset[str]]):
    """Named lists of words; looking up an unknown name raises an error listing the known ones."""

    def __init__(self, path: str, text: str) -> None:
        try:
            raw = loads(text)
        except TOMLDecodeError as error:
            raise WordListError(f"{path}: not TOML: {error}. Mend the line it names.") from error
        self._path = path
        self._lists = {name: frozenset(_checked(path, name, words)) for name, words in raw.items()}

    def __getitem__(self, name: str) -> frozenset[str]:
        try:
            return self._lists[name]
        except KeyError:
            known = ", ".join(sorted(self._lists))
            raise WordListError(f"{self._path}: no list “{name}”; there are {known}") from None

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists)

    def __len__(self) -> int:
        return len(self._lists)


def _checked(path: str, name: str, words: object) -> list[str]:
    """Return a list's words. Raises WordListError if one is invalid or occurs twice."""
    where = f"{path}: {name}"
    if not isinstance(words, list) or not words:
        raise WordListError(f'{where}: not a list of words. Write {name} = ["…"].')
    for word in words:
        if not isinstance(word, str) or not word:
            raise WordListError(f"{where}: {word!r} is no word. Put it in quotes, or take it out.")
        if word != key(word):
            raise WordListError(f"{where}: “{word}” can never match. Write “{key(word)}”.")
    if twice := sorted({word for word in words if words.count(word) > 1}):
        raise WordListError(f"{where}: “{twice[0]}” occurs twice. Remove one.")
    return words


def closed_class(name: str) -> frozenset[str]:
    """Return a closed class of French function words (``closed_classes.toml``)."""
    return word_lists("dprk_events.french", "closed_classes.toml")[name]


def whole_words(words: Iterable[str]) -> re.Pattern[str]:
    """Compile a search for any of these words or word sequences, whole, in a folded text.

    One that ends with an apostrophe ("plus d'") must be followed directly by the next word.
    """
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    any_of = "|".join(map(re.escape, longest_first))
    return re.compile(rf"(?<!\w)(?:{any_of})(?:(?<=')|(?!\w))")
