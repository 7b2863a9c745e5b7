"""The parts hold all that was given, once, in order, and are the same every time."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dprk_events.distributed import ClusterError, make_plan
from dprk_events.distributed.plan import Slice, cut_lines
from dprk_events.reading import ReadingError


@given(st.lists(st.binary(max_size=30)), st.integers(1, 60))
def test_lines_are_cut_where_they_end(pieces: list[bytes], size: int) -> None:
    data = b"\n".join(pieces)
    cuts = list(cut_lines(io.BytesIO(data), size))
    assert b"".join(data[start:stop] for start, stop, _ in cuts) == data
    for start, stop, first in cuts:
        assert first == data.count(b"\n", 0, start) + 1
        assert stop == len(data) or data[stop - 1 : stop] == b"\n"
        assert b"\n" not in data[start + size - 1 : stop - 1]  # not a line longer than need be


def test_cuts_do_not_depend_on_how_much_is_read_at_a_time() -> None:
    data = b"0123456789\n" * 300_000  # more than a block of 1 MB
    cuts = list(cut_lines(io.BytesIO(data), 1_500_000))
    assert [stop % 11 for _, stop, _ in cuts] == [0, 0, 0]
    assert [first for _, _, first in cuts] == [1, 136_365, 272_729]


def files(folder: Path, sizes: list[int]) -> list[str]:
    for number, size in enumerate(sizes):
        (folder / f"{number}.txt").write_text("x" * size)
    return [str(folder / f"{number}.txt") for number in range(len(sizes))]


def test_texts_are_put_together_in_order(tmp_path: Path) -> None:
    paths = files(tmp_path, [40, 40, 40, 500, 1, 1])
    plan = make_plan([str(tmp_path)], 100)
    held = [[slice_.path for slice_ in part.slices] for part in plan.parts]
    assert held == [paths[:2], paths[2:3], paths[3:4], paths[4:]]
    assert [part.number for part in plan.parts] == [0, 1, 2, 3]
    assert plan == make_plan([str(tmp_path)], 100)


def test_a_changed_input_is_another_plan(tmp_path: Path) -> None:
    paths = files(tmp_path, [40, 40])
    before = make_plan(paths).digest
    Path(paths[1]).write_text("y" * 41)
    assert make_plan(paths).digest != before


def test_a_missing_file_keeps_its_place(tmp_path: Path) -> None:
    paths = files(tmp_path, [4, 4])
    (part,) = make_plan([paths[0], "nonesuch.txt", paths[1]]).parts
    kinds = [type(slice_) for slice_ in part.slices]
    assert kinds == [Slice, ReadingError, Slice]


def test_a_folder_gives_its_tables_too(tmp_path: Path) -> None:
    pytest.importorskip("fsspec")
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n')
    (tmp_path / ".b.jsonl").write_text('{"text": "hidden"}\n')
    (part,) = make_plan([str(tmp_path)]).parts
    assert part.slices == (
        Slice(str(tmp_path / "a.jsonl"), str(tmp_path / "a.jsonl"), "jsonl", 0, 14, 1),
    )


def test_standard_input_is_refused() -> None:
    with pytest.raises(ClusterError, match="Save it to a file"):
        make_plan(["-"])


def test_urls(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    system = fsspec.filesystem("memory")
    for name in ("b.txt", "a.jsonl", "c.pdf"):
        system.pipe_file(f"/plan/{name}", b'{"text": "x"}\n')
    (part,) = make_plan(["memory://plan", "memory://plan/b*", "memory://nowhere"]).parts
    assert [slice_.path for slice_ in part.slices] == [
        "memory:///plan/a.jsonl", "memory:///plan/b.txt", "memory:///plan/b.txt",
        "memory://nowhere",
    ]  # fmt: skip
    assert isinstance(part.slices[-1], ReadingError)


def test_an_unknown_kind_of_url() -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(ClusterError, match="nosuch://here"):
        make_plan(["nosuch://here"])
