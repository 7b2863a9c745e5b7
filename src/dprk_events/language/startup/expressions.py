"""Compile the regular expressions of spaCy's French quickly.

Most of a cold start is the compilation of one regular expression, TOKEN_MATCH of
``spacy.lang.fr.tokenizer_exceptions``: 836 alternatives with the same long character class, which
``re`` optimises 836 times. Alternatives with the same tail can be merged:
``^ab[-][a-z]+$|^cd[-][a-z]+$`` matches what ``^(?:ab|cd)[-][a-z]+$`` matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

_START = "(?iu)(?:"
_LONG = 50_000
_CLASS = re.compile(r"(\[[^\]]{100,}\][*+?]?)")  # a class as long as that of all letters
_ODD = re.compile(r"[\\^]|\[[^\]]*[()|]")  # would need closer analysis


@contextmanager
def short_expressions() -> Iterator[None]:
    """Compile very long lists of alternatives in a short form while a pipeline is loaded.

    spaCy compiles the expression when its French is imported, and again for a pipeline's
    tokenizer. Inside this context ``re.compile`` uses its short form, compiled once; any other
    expression is compiled as it is. ``re.compile`` is patched for all threads, so load pipelines
    before starting any.
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
    """Return an expression with the same matches that repeats each long class only a few times.

    ``pattern`` is ``(?iu)(?:^HEAD CLASS MIDDLE CLASS END$)|(?:^HEAD CLASS END$)|...``. Alternatives
    that differ in a single segment are merged; one of another form is left as it is.
    """
    cut, others = [], []
    for part in pattern.removeprefix(_START).removesuffix(")").split(")|(?:"):
        segments = _CLASS.split(part.removeprefix("^"))
        fits = part.startswith("^") and part.endswith("$") and len(segments) > 1
        if fits and all(map(_is_whole, segments[::2])):
            cut.append(("^", *segments))
        else:
            others.append(f"(?:{part})")
    for place in (1, 3):
        cut = _join(cut, place)
    return "(?iu)" + "|".join([*map("".join, cut), *others])


def _join(cut: Sequence[tuple[str, ...]], place: int) -> list[tuple[str, ...]]:
    """Merge the sequences that differ only in their segment at ``place``."""
    groups: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for segments in cut:
        middle = segments[place] if len(segments) > place else ""
        groups.setdefault((segments[:place], segments[place + 1 :]), []).append(middle)
    return [
        (*before, each[0] if len(each) == 1 else f"(?:{'|'.join(each)})", *after)
        for (before, after), each in groups.items()
    ]


def _is_whole(segment: str) -> bool:
    """Return whether a segment means the same in a group of alternatives.

    Its groups are closed, it has no ``|`` outside them, and it does not begin with a quantifier.
    """
    depth = 0
    if segment[:1] in set("*+?{") or _ODD.search(segment):
        return False
    for char in segment:
        depth += (char == "(") - (char == ")")
        if depth < 0 or (char == "|" and not depth):
            return False
    return depth == 0
