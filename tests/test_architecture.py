"""A stage imports only what stands before it, and no file grows past bounds."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dprk_events"
BEFORE: dict[str, set[str]] = {
    "reading": set(),
    "language": {"reading"},
    "entities": {"reading", "language"},
    "dates": {"reading"},
    "events": {"reading", "language", "entities", "dates"},
    "records": {"reading", "language", "entities", "dates", "events"},
    "output": {"reading", "language", "entities", "dates", "events", "records"},
    "distributed": {
        "reading",
        "language",
        "entities",
        "dates",
        "events",
        "records",
        "extraction",
    },
}
FILES = sorted(SOURCE.rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Names of the dprk_events packages that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        for name in names:
            parts = name.split(".")
            if parts[0] == "dprk_events" and len(parts) > 1:
                found.add(parts[1])
    return found


@pytest.mark.parametrize("stage", BEFORE)
def test_stage_imports_only_what_stands_before_it(stage: str) -> None:
    files = [f for f in FILES if f.relative_to(SOURCE).parts[0] == stage]
    assert files
    for file in files:
        foreign = imported(file) & (
            BEFORE.keys() | {"cli", "extraction", "running", "safe_reading"}
        ) - {stage}
        assert foreign <= BEFORE[stage], f"{file.name} imports {foreign - BEFORE[stage]}"


def test_no_file_is_long() -> None:
    long = {f.name: n for f in FILES if (n := len(f.read_text("utf-8").splitlines())) > 400}
    assert not long
