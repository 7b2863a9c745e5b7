"""A gate before the model that checks whether an article names North Korea at all.

There are two steps. A regular expression of all North Korean names searches the text without case
and accents; it is fast (10 MB/s; the model reads 0.07) but too permissive ("nord"). The gazetteer
then checks what it finds: it knows that "le Nord" is a Korea only if another one is named. So the
gate passes every article that the events stage regards as naming North Korea, and otherwise only
articles that contain a term of ``gate.toml``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

from dprk_events.french.folding import searchable
from dprk_events.language.gazetteer import Gazetteer
from dprk_events.language.gazetteer.words import keys_of
from dprk_events.reading import Article

PATH = Path(__file__).parent / "gate.toml"
COUNTRY = "KP"

_GAP = r"[^a-z0-9]{0,3}"
"""Characters allowed between two words of a name."""


class GateError(ValueError):
    """gate.toml cannot be used; the message says what to fix."""


class Gate:
    """Separates articles that name North Korea from those that do not."""

    def __init__(self, gazetteer: Gazetteer, path: Path = PATH) -> None:
        terms = _terms(path)
        self._gazetteer = gazetteer
        self._sure = _any_of(terms)
        self._maybe = _any_of(gazetteer.names_of(COUNTRY), end="(?![a-z0-9_])")

    def passes(self, article: Article) -> bool:
        """Return whether the article, boilerplate included, has a North Korean name or term."""
        article = article.as_read
        folded = searchable(article.text)
        if self._sure.search(folded) is not None:
            return True
        if self._maybe.search(folded) is None:
            return False
        if self._names(article.text):
            return True
        # Boilerplate next to a name may change how the gazetteer reads it.
        return bool(article.masked) and self._names(article.readable)

    def _names(self, text: str) -> bool:
        return any(match.entry.country == COUNTRY for match in self._gazetteer.match(text))


def _terms(path: Path) -> list[str]:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise GateError(f"{path}: cannot be read as TOML: {error}") from error
    terms = data.get("terms")
    if not isinstance(terms, list) or not terms or data.keys() != {"terms"}:
        raise GateError(f"{path}: must contain a list terms = [...] and nothing else")
    for term in terms:
        if not isinstance(term, str) or len("".join(keys_of(term))) < 4:
            raise GateError(
                f"{path}: term {term!r} is too short: it would match in any text; "
                "use a word of four letters or more"
            )
    return terms


_Tree = dict[str, "_Tree"]


def _any_of(names: Iterable[str], end: str = "") -> re.Pattern[bytes]:
    """Compile names to one expression in which names with a common prefix share it.

    ``re`` tries the branches of an alternation one by one at every position of the text.
    """
    tree: _Tree = {}
    for name in names:
        words = re.findall(r"[a-z0-9]+|#", searchable(name).decode("ascii"))
        node = tree
        for number, word in enumerate(words):
            for part in ([_GAP] if number else []) + (["[0-9]+"] if word == "#" else list(word)):
                node = node.setdefault(part, {})
        node[""] = {}
    return re.compile(f"(?<![a-z0-9_]){_written(tree)}{end}".encode("ascii"))


def _written(tree: _Tree) -> str:
    branches = [part + _written(rest) for part, rest in sorted(tree.items()) if part]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in tree:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in tree else "")
