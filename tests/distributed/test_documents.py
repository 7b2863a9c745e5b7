"""What a part holds is read as one process reads it, wherever it lies."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from dprk_events.distributed import make_job, make_plan
from dprk_events.distributed.documents import documents
from dprk_events.distributed.part_jobs import PartJobs
from dprk_events.reading import Article, ReadingError, ReadingOptions, load_metadata, read_paths

fsspec: Any = pytest.importorskip("fsspec")

ROWS = [{"text": f"Texte numéro {n}.", "title": f"T{n}", "date": "2024-01-05"} for n in range(40)]


def read(
    inputs: list[str], part_bytes: int | None = None, **options: Any
) -> list[Article | ReadingError]:
    plan = make_plan(inputs, part_bytes)
    wanted = ReadingOptions(**options)
    return [item for part in plan.parts for item in documents(part, wanted)]


def test_texts_are_read_as_by_one_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a").mkdir()
    Path("a/2024-01-05.txt").write_text("Kim Jong-un est à Pékin.\n")
    Path("a/empty.txt").write_bytes(b"")
    inputs = ["a", "nonesuch.txt"]
    items = read(inputs)
    assert [item.path for item in items] == ["a/2024-01-05.txt", "a/empty.txt", "nonesuch.txt"]
    assert items == list(read_paths(inputs, ReadingOptions()))


def test_metadata_goes_with_its_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in "ab":
        Path(f"{name}.txt").write_text(f"Le président est à Séoul ({name}).\n" * 5)
    Path("m.csv").write_text(
        "path,published\na.txt,2024-01-05\nb.txt,2024-02-06\nb.txt#3,2024-03-07\n"
    )
    job = make_job("out", options=ReadingOptions(metadata=load_metadata("m.csv")))
    parts = make_plan(["a.txt", "b.txt"], 1).parts
    jobs = [PartJobs(job).job_for(part) for part in parts]
    assert [len(each.options.metadata.rows) for each in jobs if each.options.metadata] == [1, 2]
    items = [
        i for part, each in zip(parts, jobs, strict=True) for i in documents(part, each.options)
    ]
    assert items == list(read_paths(["a.txt", "b.txt"], job.options))
    days = [str(item.published.value) for item in items if isinstance(item, Article)]
    assert days == ["2024-01-05", "2024-02-06"]


def jsonl(rows: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


@pytest.mark.parametrize("part_bytes", [1, 150, None])
@pytest.mark.parametrize("packed", [False, True])
def test_json_lines_whatever_the_parts(
    tmp_path: Path, part_bytes: int | None, packed: bool
) -> None:
    data = jsonl(ROWS[:20]) + b"\n" + jsonl(ROWS[20:])
    file = tmp_path / ("a.jsonl.gz" if packed else "a.jsonl")
    file.write_bytes(gzip.compress(data) if packed else data)
    items = read([str(file)], part_bytes)
    articles = [item for item in items if isinstance(item, Article)]
    assert [article.text for article in articles] == [row["text"] for row in ROWS]
    assert items == list(read_paths([str(file)], ReadingOptions()))
    numbers = [*range(1, 21), *range(22, 42)]  # the blank line counts
    assert [article.path for article in articles] == [f"{file}#{n}" for n in numbers]
    assert {str(article.published.value) for article in articles} == {"2024-01-05"}


def test_bad_lines_are_errors_in_their_place(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    long = json.dumps({"text": "x" * 30_000}).encode()
    file.write_bytes(b'{"text": "un mot"}\n{oops\n[]\n' + long + b'\n{"text": "deux mots"}')
    items = read([str(file)], max_bytes=1000)
    single = list(read_paths([str(file)], ReadingOptions(max_bytes=1000)))
    assert [(i.path, getattr(i, "kind", "")) for i in items] == [
        (i.path, getattr(i, "kind", "")) for i in single
    ]
    kinds = [item.kind if isinstance(item, ReadingError) else item.text for item in items]
    assert kinds[0] == "un mot"
    assert kinds[3:] == ["too-large", "deux mots"]
    assert isinstance(items[1], ReadingError)
    assert isinstance(items[2], ReadingError)
    assert [item.path.rsplit("#")[1] for item in items] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"[1]\n",
        b'{\n"text": "a"}\n',
        b'{"record":"error"}\n',
        '{"text": "é"}'.encode("utf-16"),
    ],
)
def test_what_is_not_json_lines_is_told_as_by_one_process(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "a.jsonl"
    file.write_bytes(data)
    assert read([str(file)]) == list(read_paths([str(file)], ReadingOptions()))


@pytest.mark.parametrize("part_bytes", [50, None])
def test_parquet_is_read_as_json_lines(tmp_path: Path, part_bytes: int | None) -> None:
    arrow = pytest.importorskip("pyarrow")
    table = arrow.Table.from_pylist(ROWS)
    file = tmp_path / "a.parquet"
    pytest.importorskip("pyarrow.parquet").write_table(table, file, row_group_size=7)
    plan = make_plan([str(file)], part_bytes)
    assert len(plan.parts) > (5 if part_bytes else 0)
    items = [item for part in plan.parts for item in documents(part, ReadingOptions())]
    found = [(i.path, i.text, i.title) for i in items if isinstance(i, Article)]
    wanted = [(f"{file}#{n}", row["text"], row["title"]) for n, row in enumerate(ROWS, 1)]
    assert found == wanted


def test_urls() -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/docs/a.txt", "Séoul répond.".encode())
    system.pipe_file("/docs/b.jsonl", jsonl(ROWS[:2]))
    items = read(["memory://docs"])
    assert [item.path for item in items] == [
        "memory:///docs/a.txt", "memory:///docs/b.jsonl#1", "memory:///docs/b.jsonl#2",
    ]  # fmt: skip
    assert isinstance(items[0], Article)
    assert items[0].text == "Séoul répond."


def test_a_text_that_has_gone_since(tmp_path: Path) -> None:
    system = fsspec.filesystem("memory")
    system.pipe_file("/gone/a.txt", b"un")
    (part,) = make_plan(["memory://gone"]).parts
    system.rm_file("/gone/a.txt")
    (item,) = documents(part, ReadingOptions())
    assert isinstance(item, ReadingError)
    assert (item.path, item.kind) == ("memory:///gone/a.txt", "not-found")
