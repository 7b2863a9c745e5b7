"""``--metadata``: which row is whose, and what a bad row is told."""

from __future__ import annotations

import datetime as dt
import io
import os
from pathlib import Path

import pytest

from dprk_events.reading import (
    Article,
    Metadata,
    MetadataError,
    ReadingOptions,
    load_metadata,
    read_paths,
)
from dprk_events.reading.metadata import MetadataRow


def csv(folder: Path, content: str | bytes, name: str = "metadata.csv") -> str:
    path = folder / name
    path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    return str(path)


def refusal(folder: Path, content: str | bytes) -> str:
    path = csv(folder, content)
    with pytest.raises(MetadataError) as caught:
        load_metadata(path)
    assert str(caught.value).startswith(path)
    return str(caught.value).removeprefix(path)


FULL = "path,published,url,source,title\na.txt,2024-01-05,https://exemple.fr/a,Exemple,Un tir\n"


def test_metadata_row(tmp_path: Path) -> None:
    row = load_metadata(csv(tmp_path, FULL)).lookup(str(tmp_path / "a.txt"))
    assert row == MetadataRow(2, dt.date(2024, 1, 5), "https://exemple.fr/a", "Exemple", "Un tir")


@pytest.mark.parametrize(
    "content",
    [
        FULL.encode("utf-8-sig"),
        FULL.replace(",", ";").encode("utf-8"),
        FULL.replace(",", "\t").encode("utf-16"),
        FULL.replace("\n", "\r\n").encode("utf-8"),
        FULL.replace("path,published", " Path , PUBLISHED ").encode("utf-8"),
        b"note," + FULL.encode("utf-8").replace(b"\na", b"\nx,a"),
        b"\n\n" + FULL.encode("utf-8") + b",,,,\n\n",
    ],
    ids=["mark", "semicolon", "tab and UTF-16", "CRLF", "case", "more columns", "blank rows"],
)
def test_metadata_as_spreadsheets_save_it(tmp_path: Path, content: bytes) -> None:
    row = load_metadata(csv(tmp_path, content)).lookup(str(tmp_path / "a.txt"))
    assert row is not None
    assert (row.published, row.title) == (dt.date(2024, 1, 5), "Un tir")


def test_metadata_from_excel_in_french(tmp_path: Path) -> None:
    content = "path;title\na.txt;Décès à Séoul : l’enquête\n".encode("cp1252")
    row = load_metadata(csv(tmp_path, content)).lookup(str(tmp_path / "a.txt"))
    assert row is not None
    assert row.title == "Décès à Séoul : l’enquête"


def test_metadata_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("beside/a.txt", "here/b.txt", "far/c.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "link.txt").symlink_to(tmp_path / "far" / "c.txt")
    content = f"path,title\na.txt,A\nhere/b.txt,B\n{tmp_path}/far/../far/c.txt,C\ngone.txt,D\n-,E\n"
    metadata = load_metadata(csv(tmp_path / "beside", content))
    paths = ("beside/a.txt", "./here/b.txt", "link.txt", "beside/gone.txt", "-", "none.txt")
    rows = [metadata.lookup(path) for path in paths]
    assert [row and row.title for row in rows] == ["A", "B", "C", "D", "E", None]
    assert metadata.missing == ("gone.txt",)


def test_metadata_decomposed_name(tmp_path: Path) -> None:
    metadata = load_metadata(csv(tmp_path, "path,title\ncafe\u0301.txt,A\n"))
    assert metadata.lookup(str(tmp_path / "caf\u00e9.txt")) is not None


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("path,published\na.txt,05/01/2024\n", ("row 2", "published", "05/01/2024", "YYYY-MM-DD")),
        ("path,published\na.txt,2024-02-30\n", ("row 2", "no such day")),
        ("path,title\na.txt,A\n./a.txt,B\n", ("row 3", "row 2", "Keep one")),
        ("file,published\na.txt,2024-01-05\n", ("row 1", "'path'", "'file'")),
        ("path,date\na.txt,2024-01-05\n", ("row 1", "published")),
        ("path,title,title\na.txt,A,B\n", ("row 1", "twice")),
        ("path,title\na.txt,Un tir, deux morts\n", ("row 2", "3 cells", "quotes")),
        ("title,path\nUn tir\n", ("row 2", "no path")),
        ('path,title\na.txt,"Un tir\n', ("line 2", "quotes")),
        ("", ("empty",)),
        (b"path,title\na.txt,\x00\n", ("not plain text",)),
    ],
)
def test_metadata_refused(tmp_path: Path, content: str | bytes, told: tuple[str, ...]) -> None:
    message = refusal(tmp_path, content)
    assert [words for words in told if words not in message] == []


def test_metadata_missing(tmp_path: Path) -> None:
    with pytest.raises(MetadataError, match="no such file"):
        load_metadata(str(tmp_path / "metadata.csv"))


HEAD = "---\npublished: 2023-03-03\ntitle: De tête\n---\n"
TEXT = "Kim Jong-un visite une usine\n\nLe dirigeant s’est rendu jeudi dans une usine d’armement.\n"


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((dt.date(2021, 1, 1), "2022-02-02", HEAD, "2024-04-04.txt"), ("option", 2021, 1.0)),
        ((None, "2022-02-02", HEAD, "2024-04-04.txt"), ("metadata", 2022, 1.0)),
        ((None, "", HEAD, "2024-04-04.txt"), ("front-matter", 2023, 0.95)),
        ((None, "", "---\ndate: hier\n---\n", "2024-04-04.txt"), ("filename", 2024, 0.9)),
        ((None, "", "", "a.txt"), ("none", None, None)),
    ],
)
def test_published_priority(
    tmp_path: Path,
    given: tuple[dt.date | None, str, str, str],
    expected: tuple[str, int | None, float | None],
) -> None:
    option, cell, head, name = given
    (tmp_path / name).write_text(head + TEXT, "utf-8")
    metadata = load_metadata(csv(tmp_path, f"path,published\n{name},{cell}\n"))
    options = ReadingOptions(published=option, metadata=metadata)
    [found] = read_paths([str(tmp_path / name)], options)
    assert isinstance(found, Article)
    year = found.published.value.year if found.published.value else None
    assert (found.published.source, year, found.published.confidence) == expected


def test_title_priority(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(HEAD + TEXT, "utf-8")
    titles = []
    for cell in ("De la table", ""):
        metadata = load_metadata(csv(tmp_path, f"path,title\na.txt,{cell}\n"))
        [found] = read_paths([str(tmp_path / "a.txt")], ReadingOptions(metadata=metadata))
        assert isinstance(found, Article)
        titles.append(found.title)
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    [found] = read_paths([str(tmp_path / "a.txt")], ReadingOptions())
    assert isinstance(found, Article)
    assert [*titles, found.title] == ["De la table", "De tête", "Kim Jong-un visite une usine"]


def test_metadata_of_standard_input() -> None:
    metadata = Metadata({"-": MetadataRow(2, title="Un tir")})
    options = ReadingOptions(metadata=metadata)
    [found] = read_paths(["-"], options, io.BytesIO(TEXT.encode("utf-8")))
    assert isinstance(found, Article)
    assert found.title == "Un tir"


def test_lookup_never_fails(tmp_path: Path) -> None:
    metadata = load_metadata(csv(tmp_path, FULL))
    assert metadata.lookup("a\0b") is None
    assert metadata.lookup("\ud800") is None
    assert metadata.lookup(os.fsdecode(b"\xff")) is None
