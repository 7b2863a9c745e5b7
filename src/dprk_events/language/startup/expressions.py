"""Compile spaCy's French quickly.

Most of a cold start is the compilation of one regular expression, TOKEN_MATCH of
``spacy.lang.fr.tokenizer_exceptions``: 836 alternatives with the same long character class, which
``re`` optimises 836 times. Alternatives with the same tail can be written as one:
``^ab[-][a-z]+$|^cd[-][a-z]+$`` matches what ``^(?:ab|cd)[-][a-z]+$`` matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

_START = "(?iu)(?:"
_LONG = 50_000
_CLASS = re.compile(r"(\[[^\]]{100,}\][*+?]?)")  # a class as long as "any letter"
_ODD = re.compile(r"[\\^]|\[[^\]]*[()|]")  # what would have to be read more closely


@contextmanager
def short_expressions() -> Iterator[None]:
    """Return the short form of very long lists of alternatives while a pipeline is loaded.

    spaCy compiles the expression when its French is imported, and a pipeline's tokenizer brings
    it along once more. Inside this context ``re.compile`` takes the short form of it, compiled
    once; every other expression, and one of another shape, is compiled as it is. ``re.compile`` is
    changed for all threads meanwhile, so load before starting any.
    """
    original = re.compile
    held: dict[tuple[str, Any], re.Pattern[str]] = {}

    def compile_short(pattern: Any, flags: Any = 0) -> Any:
        if not (isinstance(pattern, str) and len(pattern) > _LONG and pattern.startswith(_START)):
            return original(pattern, flags)
        if (pattern, flags) not in held:
            try:
                held[pattern, flags] = original(shorten(pattern), flags)
            except re.error:
                return original(pattern, flags)
        return held[pattern, flags]

    re.compile = compile_short
    try:
        yield
    finally:
        re.compile = original


def shorten(pattern: str) -> str:
    """Return an expression of the same matches with each long class written a few times.

    ``pattern`` is ``(?iu)(?:^HEAD CLASS MIDDLE CLASS END$)|(?:^HEAD CLASS END$)|...``. Alternatives
    that differ in one place alone are written as one; one of another form is left as it is.
    """
    cut, others = [], []
    for part in pattern.removeprefix(_START).removesuffix(")").split(")|(?:"):
        pieces = _CLASS.split(part.removeprefix("^"))
        fits = part.startswith("^") and part.endswith("$") and len(pieces) > 1
        if fits and all(map(_is_whole, pieces[::2])):
            cut.append(("^", *pieces))
        else:
            others.append(f"(?:{part})")
    for place in (1, 3):
        cut = _join(cut, place)
    return "(?iu)" + "|".join([*map("".join, cut), *others])


def _join(cut: Sequence[tuple[str, ...]], place: int) -> list[tuple[str, ...]]:
    """Write sequences as one that differ in their piece at ``place`` alone."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for pieces in cut:
        middle = pieces[place] if len(pieces) > place else ""
        groups.setdefault((pieces[:place], pieces[place + 1 :]), []).append(middle)
    return [
        (*before, each[0] if len(each) == 1 else f"(?:{'|'.join(each)})", *after)
        for (before, after), each in groups.items()
    ]


def _is_whole(piece: str) -> bool:
    """Return whether a piece means the same in a group of alternatives.

    Its own groups are closed, no ``|`` stands outside them, and nothing repeats what is before it.
    """
    depth = 0
    if piece[:1] in set("*+?{") or _ODD.search(piece):
        return False
    for char in piece:
        depth += (char == "(") - (char == ")")
        if depth < 0 or (char == "|" and not depth):
            return False
    return depth == 0
