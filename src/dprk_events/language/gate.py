"""A gate before the model: whether an article names North Korea at all.

Two steps. A regular expression of all North Korean names looks at the text without case and
accents; it is quick (10 MB/s, where the model reads 0.07) and lets too much through ("nord"). What
it finds is looked at by the gazetteer itself, which knows that "le Nord" is a Korea only beside
another one. So the gate lets through what the events stage takes for an article that names North
Korea, and besides no more than has a term of ``gate.toml``.
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
"""What may stand between two words of a name."""


class GateError(ValueError):
    """gate.toml cannot be used; the message says what to mend."""


class Gate:
    """Tells articles that name North Korea from those that do not."""

    def __init__(self, gazetteer: Gazetteer, path: Path = PATH) -> None:
        terms = _terms(path)
        self._gazetteer = gazetteer
        self._sure = _any_of(terms)
        self._maybe = _any_of(gazetteer.names_of(COUNTRY), end="(?![a-z0-9_])")

    def passes(self, article: Article) -> bool:
        """Tell whether the article has a North Korean name or term, in its boilerplate too."""
        article = article.as_read
        folded = searchable(article.text)
        if self._sure.search(folded) is not None:
            return True
        if self._maybe.search(folded) is None:
            return False
        if self._names(article.text):
            return True
        # Boilerplate beside a name may change how it is read.
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
        raise GateError(f"{path}: needs a list terms = [...] and nothing else")
    for term in terms:
        if not isinstance(term, str) or len("".join(keys_of(term))) < 4:
            raise GateError(
                f"{path}: term {term!r} is too short: it would stand in any text; "
                "give a word of four letters or more"
            )
    return terms


_Tree = dict[str, "_Tree"]


def _any_of(names: Iterable[str], end: str = "") -> re.Pattern[bytes]:
    """Compile names to one expression in which those that begin alike share their beginning.

    ``re`` tries the branches of an alternation one by one, at every place of the text.
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
