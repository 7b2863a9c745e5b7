"""Load spaCy's French quickly.

Most of a cold start is the compilation of one regular expression, TOKEN_MATCH of
``spacy.lang.fr.tokenizer_exceptions``: 836 alternatives with the same long character class, which
``re`` optimises 836 times. Alternatives with the same tail can be written as one:
``^ab[-][a-z]+$|^cd[-][a-z]+$`` matches what ``^(?:ab|cd)[-][a-z]+$`` matches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_START = "(?iu)(?:"
_LONG = 50_000
_CLASS = re.compile(r"\[[^\]]{100,}\]")  # a class as long as "any letter"


@contextmanager
def quick_expressions() -> Iterator[None]:
    """Give the short form of very long lists of alternatives while a pipeline is loaded.

    spaCy compiles the expression when its French is imported, and a pipeline's tokenizer brings
    it along once more. Inside this context ``re.compile`` takes the short form of it, compiled
    once; every other expression, and one of another shape, is compiled as it is.
    """
    original = re.compile
    held: dict[str, re.Pattern[str]] = {}

    def compile_short(pattern: Any, flags: Any = 0) -> Any:
        if not (isinstance(pattern, str) and len(pattern) > _LONG and pattern.startswith(_START)):
            return original(pattern, flags)
        if flags or pattern not in held:
            try:
                held[pattern] = original(shorten(pattern), flags)
            except re.error:
                return original(pattern, flags)
        return held[pattern]

    re.compile = compile_short
    try:
        yield
    finally:
        re.compile = original


def shorten(pattern: str) -> str:
    """Return an expression of the same matches with alternatives grouped by their tails.

    ``pattern`` is ``(?iu)(?:^HEADTAIL$)|(?:^HEADTAIL$)...`` where TAIL begins with the first long
    character class; an alternative of another form is left as it is.
    """
    groups: dict[str, list[str]] = {}
    others: list[str] = []
    for part in pattern.removeprefix(_START).removesuffix(")").split(")|(?:"):
        cut = _CLASS.search(part)
        head = part[: cut.start()] if cut else ""
        if head.startswith("^") and not set(head[1:]) & set("\\^$()|") and part.endswith("$"):
            groups.setdefault(part[len(head) :], []).append(head[1:])
        else:
            others.append(f"(?:{part})")
    grouped = [f"^(?:{'|'.join(heads)}){tail}" for tail, heads in groups.items()]
    return "(?iu)" + "|".join([*grouped, *others])
