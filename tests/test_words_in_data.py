"""French words are data: no list of them stands in code, and no list in data is idle."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

from dprk_events.french import word_lists

SOURCE = Path(__file__).parent.parent / "src" / "dprk_events"
NOT_YET = (
    "dates", "language", "reading", "events/rules",
)  # fmt: skip
"""Packages and modules that still have such lists. One that has none any more is taken out."""
FUNCTION_WORDS = frozenset().union(
    *word_lists("dprk_events.french", "closed_classes.toml").values(),
    *word_lists("dprk_events.syntax").values(),
    *word_lists("dprk_events.events.mentions").values(),
)
LETTERS = re.compile(r"[^\W\d_][\w'-]*")
FILES = sorted(SOURCE.rglob("*.py"))
WORD_LISTS = sorted(SOURCE.rglob("words.toml"))


def french(text: str) -> bool:
    """Whether it is, or begins as, a French word: by its accents, or a function word."""
    words = LETTERS.findall(text.lower())
    if re.fullmatch(r"[a-z_]+\.[a-z_]+", text):
        return False  # the name of a list in data
    return bool(words) and (not words[0].isascii() or words[0] in FUNCTION_WORDS)


def literals(node: ast.AST) -> Iterator[Sequence[object]]:
    """The constants of one collection, one list that is written as a text, or one expression."""
    if isinstance(node, ast.Set | ast.List | ast.Tuple):
        yield [e.value for e in node.elts if isinstance(e, ast.Constant)]
    elif isinstance(node, ast.Dict):
        yield [e.value for e in node.keys if isinstance(e, ast.Constant)]
        yield [e.value for e in node.values if isinstance(e, ast.Constant)]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        if node.func.attr == "split" and isinstance(node.func.value, ast.Constant):
            yield str(node.func.value.value).split()
        elif node.func.attr == "compile" and node.args and isinstance(node.args[0], ast.Constant):
            pattern = re.sub(r"\[[^]]*\]|\\.", " ", str(node.args[0].value))
            yield LETTERS.findall(pattern)


def lists_in(code: str) -> list[str]:
    """Where two French words or more stand together: line and words."""
    found = []
    for node in ast.walk(ast.parse(code)):
        for strings in literals(node):
            words = [word for word in strings if isinstance(word, str) and french(word)]
            if len(words) > 1:
                found.append(f"line {getattr(node, 'lineno', 0)}: {', '.join(words)}")
    return found


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ('x in {"le", "la"}', "le, la"),
        ('A = ("rocket", "état", "être")', "état, être"),
        ('A = {"eût": 1, "fût": 2}', "eût, fût"),
        ('for words in (("plus", "de"), "environ"): ...', "plus, de"),
        ('A = "le la les".split()', "le, la, les"),
        (r'A = re.compile(r"\b(?:après|avant)\b")', "après, avant"),
    ],
)
def test_lists_of_french_words_are_found(code: str, words: str) -> None:
    assert lists_in(code) == [f"line 1: {words}"]


@pytest.mark.parametrize(
    "code",
    [
        'x == "le"',
        'x in {"NOUN", "ADJ"}',
        'A = ("url", "source", "title")',
        r'A = re.compile(r"[a-zà-ÿ]+\s[é]")',
        '"""Tells "le" from "la"."""',
    ],
)
def test_other_literals_are_let_be(code: str) -> None:
    assert not lists_in(code)


def allowed(file: Path) -> bool:
    return any(file.is_relative_to(SOURCE / name) for name in NOT_YET)


@pytest.mark.parametrize("file", [f for f in FILES if not allowed(f)], ids=lambda f: f.name)
def test_no_list_of_french_words_stands_in_code(file: Path) -> None:
    found = lists_in(file.read_text("utf-8"))
    assert not found, f"{file.relative_to(SOURCE)}: move to a words.toml: {'; '.join(found)}"


@pytest.mark.parametrize("name", NOT_YET)
def test_what_is_let_be_for_now_still_has_some(name: str) -> None:
    files = [f for f in FILES if f.is_relative_to(SOURCE / name)]
    assert any(lists_in(f.read_text("utf-8")) for f in files), f"take {name} out of NOT_YET"


@cache
def names_in(package: Path) -> set[str]:
    """All strings of a package's code."""
    trees = (ast.parse(f.read_text("utf-8")) for f in package.glob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str)}


@pytest.mark.parametrize("path", WORD_LISTS, ids=lambda p: p.parent.name)
def test_every_word_list_is_read_by_the_package_it_stands_in(path: Path) -> None:
    package = ".".join(["dprk_events", *path.parent.relative_to(SOURCE).parts])
    assert set(word_lists(package)) <= names_in(path.parent)


@pytest.mark.parametrize("name", word_lists("dprk_events.french", "closed_classes.toml"))
def test_every_closed_class_is_read_by_several_packages(name: str) -> None:
    packages = {file.parent for file in FILES}
    assert sum(name in names_in(package) for package in packages) > 1, "belongs in a words.toml"
