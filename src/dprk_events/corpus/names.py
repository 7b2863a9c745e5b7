"""List the steps without importing any, so that ``--help`` is quick."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent
_NO_STEPS = {"__init__", "keys", "names", "steps"}


@cache
def step_names() -> tuple[str, ...]:
    """Return the names of the steps, sorted."""
    return tuple(sorted({path.stem for path in _FOLDER.glob("*.py")} - _NO_STEPS))


def step_summary(name: str) -> str:
    """Return the first line of a step's docstring, without importing the step."""
    source = (_FOLDER / f"{name}.py").read_text("utf-8")
    return (ast.get_docstring(ast.parse(source)) or "").split("\n", maxsplit=1)[0]
