"""Packed files; the rows of docs/inputs.md about them."""

from __future__ import annotations

import gzip
import hashlib
import io
import sys
import zipfile
from pathlib import Path

import pytest

from dprk_events.reading import ReadingError, ReadingOptions
from tests.reading.inputs import Save, article, error, read


def zipped(**members: bytes | str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_gzip(save: Save, french: str) -> None:
    data = french.encode("utf-8")
    path = save("2024-01-05.txt.gz", gzip.compress(data[:50]) + gzip.compress(data[50:]))
    found = article(path)
    assert (found.text, found.path) == (french, str(path))
    assert found.id == "sha256:" + hashlib.sha256(data).hexdigest()
    assert str(found.published.value) == "2024-01-05"
    assert article("-", stdin=gzip.compress(data)).text == french
    assert article(save("without_suffix", gzip.compress(data))).text == french


def test_zstandard(save: Save, french: str) -> None:
    zstandard = pytest.importorskip("zstandard")
    data = zstandard.compress(french.encode("utf-8"))
    assert article(save("a.txt.zst", data + data)).text == french * 2
    found = read(save("a.jsonl.zst", zstandard.compress(b'{"text": "Le tir"}\n' * 2)))
    assert [item.path[-2:] for item in found] == ["#1", "#2"]


def test_zstandard_without_its_library(save: Save, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zstandard", None)
    for name in ("a.txt.zst", "a.jsonl.zst"):
        found = error(save(name, b"\x28\xb5\x2f\xfd" + bytes(20)))
        assert found.kind == "unsupported"
        assert "pip install 'dprk-events[zst]'" in found.message


@pytest.mark.parametrize("name", ["a.txt.gz", "a.jsonl.gz", "a.txt.zst", "a.jsonl.zst"])
def test_damaged(save: Save, french: str, name: str) -> None:
    if name.endswith("zst"):
        good: bytes = pytest.importorskip("zstandard").compress(french.encode() * 20)
    else:
        good = gzip.compress(french.encode() * 20)
    for bad in (good[: len(good) // 2], good[:4] + b"\xff" * 20 + good[24:]):
        assert read(save(name, bad))[-1].__class__ is ReadingError
        found = read(save(name, bad))[-1]
        assert isinstance(found, ReadingError)
        assert found.kind == "damaged" or (name.startswith("a.j") and found.kind == "bad-record")


def test_bomb(save: Save) -> None:
    options = ReadingOptions(max_bytes=100_000)
    packed = gzip.compress(b"a " * 20_000_000, 9)
    assert error(save("a.txt.gz", packed), options=options).kind == "too-large"
    assert error("-", stdin=packed, options=options).kind == "too-large"
    bomb = zipped(**{"a.txt": b"a " * 5_000_000})
    assert error(save("a.zip", bomb), options=options).kind == "too-large"


def test_zip(save: Save, french: str) -> None:
    members: dict[str, bytes | str] = {
        "b/z.txt": french,
        "a.jsonl": '{"text": "Le tir"}\n{"text": "La visite"}\n',
        "c.txt.gz": gzip.compress(french.encode()),
        "../../out.txt": french,
        "empty.txt": "",
        "photo.jpg": b"x",
        "metadata.csv": "path,text\na,b\n",
        ".hidden.txt": french,
        "__MACOSX/a.txt": french,
    }
    path = save("a.zip", zipped(**members))
    found = read(path)
    assert [item.path.removeprefix(f"{path}/") for item in found] == [
        "../../out.txt",
        "a.jsonl#1",
        "a.jsonl#2",
        "b/z.txt",
        "c.txt.gz",
        "empty.txt",
    ]
    assert [type(item).__name__ for item in found] == ["Article"] * 5 + ["ReadingError"]
    assert not (path.parent.parent / "out.txt").exists()
    assert article(f"{path}/b/z.txt").text == french
    assert article(f"{path}/a.jsonl#2").text == "La visite"
    assert error(f"{path}/nowhere.txt").kind == "not-found"


def test_zip_that_holds_no_texts(save: Save) -> None:
    assert error(save("a.zip", zipped(**{"photo.jpg": b"x"}))).kind == "no-texts"
    office = error(save("a.zip", zipped(**{"[Content_Types].xml": "x", "word/a.txt": "x"})))
    assert office.kind == "binary"
    assert error(save("a.zip", b"PK\x03\x04 broken")).kind == "damaged"
    assert error("-", stdin=zipped(a="x")).kind == "unsupported"


def test_member_that_is_damaged(save: Save, french: str) -> None:
    data = bytearray(zipped(**{"a.txt": french * 50, "b.txt": "Le tir"}))
    data[60:70] = b"\xff" * 10
    first, second = read(save("a.zip", bytes(data)))
    assert isinstance(first, ReadingError)
    assert first.kind == "damaged"
    assert second.path.endswith("b.txt")


def test_zip_is_told_by_its_content(save: Save, tmp_path: Path) -> None:
    assert article(save("archive", zipped(**{"a.txt": "Le tir"}))).path == str(
        tmp_path / "archive/a.txt"
    )
    assert "*.zip" in error(save("a.txt", zipped(**{"a.txt": "Le tir"}))).message
