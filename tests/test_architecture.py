"""A stage imports only what stands before it, and no file grows past bounds."""

from __future__ import annotations

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "dprk_events"
ORDER = (
    "names", "knowledge", "stops", "french", "reading", "language", "entities", "dates", "tenses",
    "lexicon", "known", "places", "syntax", "coreference", "events", "participants", "offsets",
    "analysis", "records", "corpus", "linking", "formats", "output", "report",
    "pipeline", "loading", "running", "distributed", "library", "component", "cli",
)  # fmt: skip
"""Packages and modules in the order of the data's way; each may import those before it."""
NEVER = {
    ("dates", "language"),
    ("dates", "entities"),
    ("formats", "corpus"),
    ("places", "language"),
}
"""Pairs that stand in this order and yet know nothing of each other: dates and
places are usable alone."""
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


def stages() -> list[str]:
    return [name for name in ORDER if (SOURCE / name).is_dir() or (SOURCE / f"{name}.py").is_file()]


@pytest.mark.parametrize("stage", stages())
def test_stage_imports_only_what_stands_before_it(stage: str) -> None:
    files = [f for f in FILES if f.relative_to(SOURCE).parts[0] in {stage, f"{stage}.py"}]
    assert files
    before = {name for name in ORDER[: ORDER.index(stage)] if (stage, name) not in NEVER}
    for file in files:
        foreign = (imported(file) & {*ORDER}) - before - {stage}
        assert not foreign, f"{file.relative_to(SOURCE)} imports {foreign}"


def test_every_module_has_its_place() -> None:
    here = {f.relative_to(SOURCE).parts[0].removesuffix(".py") for f in FILES}
    assert here - {"__init__"} <= set(ORDER)


def test_no_file_is_long() -> None:
    long = {f.name: n for f in FILES if (n := len(f.read_text("utf-8").splitlines())) > 400}
    assert not long


def modules_of(package: str) -> dict[str, set[str]]:
    """The modules of a package, each with those of the package that it imports."""
    files = {
        ".".join(f.relative_to(SOURCE.parent).with_suffix("").parts).removesuffix(".__init__"): f
        for f in (SOURCE / package).rglob("*.py")
    }
    found: dict[str, set[str]] = {}
    for name, file in files.items():
        nodes = ast.walk(ast.parse(file.read_text("utf-8")))
        imports = [n for n in nodes if isinstance(n, ast.ImportFrom) and n.module]
        named = {(str(n.module), f"{n.module}.{alias.name}") for n in imports for alias in n.names}
        # "from package import module" asks for the module, not for the package's public face.
        wanted = {full if full in files else module for module, full in named}
        found[name] = (wanted & files.keys()) - {name}
    return found


@pytest.mark.parametrize("package", stages())
def test_no_modules_import_each_other(package: str) -> None:
    modules = modules_of(package)
    assert {*TopologicalSorter(modules).static_order()} == modules.keys()  # or it raises CycleError
