"""The hash in ``pipeline.rules``: all data that can change a record, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import dprk_events
from dprk_events.events import RuleSet
from dprk_events.knowledge import NOT_KNOWLEDGE, SKIPPED, SUFFIXES, knowledge_hash

PACKAGE = Path(dprk_events.__file__).parent
DATA = sorted(f.relative_to(PACKAGE) for s in SUFFIXES for f in PACKAGE.rglob(f"*{s}"))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The package's data files at another place."""
    for file in DATA:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PACKAGE / file, tmp_path / file)
    return tmp_path


class Backwards:
    """A folder whose entries come in the other order."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name

    def iterdir(self) -> Iterator[Backwards]:
        return map(Backwards, sorted(self.path.iterdir(), reverse=True))

    def is_dir(self) -> bool:
        return self.path.is_dir()

    def read_bytes(self) -> bytes:
        return self.path.read_bytes()


def test_any_data_file_changes_it(copy: Path) -> None:
    before = knowledge_hash(package=copy)
    for file in DATA:
        whole = (copy / file).read_bytes()
        (copy / file).write_bytes(whole + b"#")
        changed = knowledge_hash(package=copy) != before
        left_out = file.as_posix() in NOT_KNOWLEDGE or file.parts[0] in SKIPPED
        assert changed != left_out, file
        (copy / file).write_bytes(whole)
    assert knowledge_hash(package=copy) == before


def test_a_new_a_lost_and_a_renamed_file_change_it(copy: Path) -> None:
    seen = {knowledge_hash(package=copy)}
    file = copy / DATA[0]
    file.rename(file.with_name("other.toml"))
    seen.add(knowledge_hash(package=copy))
    file.with_name("other.toml").unlink()
    seen.add(knowledge_hash(package=copy))
    (copy / "new.csv").write_bytes(b"")
    seen.add(knowledge_hash(package=copy))
    assert len(seen) == 4


def test_place_order_and_other_files_do_not(copy: Path) -> None:
    here = knowledge_hash()
    (copy / "notes.md").write_text("words", "utf-8")
    (copy / "events" / "__pycache__").mkdir()
    (copy / "events" / "__pycache__" / "x.toml").write_text("x = 1", "utf-8")
    assert knowledge_hash(package=copy) == here
    assert knowledge_hash(package=Backwards(copy)) == here  # type: ignore[arg-type]


def test_own_rules_count_with_their_names_in_any_order() -> None:
    one, two = b"type = 1", b"type = 2"
    own = knowledge_hash({"a.toml": one, "b.toml": two})
    assert own == knowledge_hash({"b.toml": two, "a.toml": one})
    others = [{}, {"a.toml": one}, {"a.toml": two, "b.toml": one}, {"a.toml": one + two}]
    assert len({own, *map(knowledge_hash, others)}) == 5


def test_all_data_of_the_package_is_of_these_kinds() -> None:
    """A file of another kind would be left out: put its ending into SUFFIXES."""
    found = (f for f in PACKAGE.rglob("*") if f.is_file())
    files = (f for f in found if SKIPPED.isdisjoint(f.relative_to(PACKAGE).parts))
    assert {f.suffix for f in files} == {".py", *SUFFIXES, ".md", ".typed"}


def test_the_rules_have_it() -> None:
    assert RuleSet.load().hash == knowledge_hash()
