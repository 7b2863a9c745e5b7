"""The output folder: whole files, and never those of two different runs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dprk_events.distributed import MismatchError
from dprk_events.distributed.store import MANIFEST, Store, open_store, write_manifest

pytest.importorskip("fsspec")

RUN: dict[str, object] = {"model": "fr_a", "records": "documents", "inputs": "aa", "metadata": None}


@pytest.fixture(params=["local", "memory"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return str(tmp_path / "out") if request.param == "local" else f"memory:/{tmp_path}/out"


def test_a_run_goes_on_in_its_own_folder(url: str) -> None:
    open_store(url, RUN).put("part-000000.jsonl", b"{}\n")
    store = open_store(url, dict(RUN))
    assert store.get("part-000000.jsonl") == b"{}\n"
    assert store.get("part-000001.jsonl") is None
    assert store.names() == [MANIFEST, "part-000000.jsonl"]


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"model": "fr_b"}, "model: fr_a before, fr_b now"),
        ({"inputs": "bb"}, "different inputs"),
        ({"metadata": "cc", "records": "events"}, "different metadata; records: documents before"),
    ],
)
def test_another_run_is_refused(url: str, change: dict[str, object], told: str) -> None:
    open_store(url, RUN)
    with pytest.raises(MismatchError, match=told):
        open_store(url, RUN | change)


def test_a_folder_of_something_else_is_refused(url: str) -> None:
    store = Store(url)
    store.prepare()
    store.put("thesis.tex", b"x")
    with pytest.raises(MismatchError, match=r"thesis\.tex"):
        open_store(url, RUN)
    assert store.names() == ["thesis.tex"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}"])
def test_a_manifest_of_something_else_is_refused(url: str, content: bytes) -> None:
    store = Store(url)
    store.prepare()
    store.put(MANIFEST, content)
    with pytest.raises(MismatchError, match="not written by dprk-events"):
        open_store(url, RUN)


def test_what_is_half_written_is_not_there(url: str) -> None:
    store = open_store(url, RUN)
    store.put(".part-000000.jsonl.host-12", b"{")
    assert store.names() == [MANIFEST]
    open_store(url, RUN).remove_temporary()
    assert store.get(".part-000000.jsonl.host-12") is None


def test_the_manifest(url: str) -> None:
    store = open_store(url, RUN)
    before = json.loads(store.get(MANIFEST) or b"")
    assert (before["complete"], before["run"]) == (False, RUN)
    write_manifest(store, RUN, [{"file": "part-000000.jsonl", "lines": 1, "errors": 0}])
    after = json.loads(store.get(MANIFEST) or b"")
    assert (after["complete"], after["run"], len(after["parts"])) == (True, RUN, 1)
    open_store(url, RUN)
