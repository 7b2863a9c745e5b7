"""The inputs of docs/inputs.md: one test a row."""

from __future__ import annotations

import datetime as dt
import errno
import hashlib
import io
import os
import re
from pathlib import Path
from typing import BinaryIO

import pytest

from dprk_events.reading import (
    Article,
    ReadingError,
    ReadingOptions,
    count_paths,
    read_paths,
)
from tests.reading.inputs import Save

DEFAULT = ReadingOptions()


def read(*paths: Path | str, options: ReadingOptions = DEFAULT, stdin: BinaryIO | None = None
         ) -> list[Article | ReadingError]:  # fmt: skip
    given = [str(path) for path in paths]
    found = list(read_paths(given, options, stdin))
    assert count_paths(given, options) in (None, len(found))
    return found


def article(*paths: Path | str, options: ReadingOptions = DEFAULT) -> Article:
    [found] = read(*paths, options=options)
    assert isinstance(found, Article), found
    return found


def error(*paths: Path | str, options: ReadingOptions = DEFAULT, stdin: BinaryIO | None = None
          ) -> ReadingError:  # fmt: skip
    [found] = read(*paths, options=options, stdin=stdin)
    assert isinstance(found, ReadingError), found
    assert found.message.endswith((".", ")"))
    return found


# ---- where it comes from ---------------------------------------------------------------------


def test_text_file(save: Save, french: str) -> None:
    path = save("a.txt", french)
    found = article(path)
    assert found.text == french
    assert found.id == "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest()
    assert found.path == str(path)
    assert found.title == "La Corée du Nord a tiré deux missiles"
    assert found.language == "fr"
    assert found.published.source == "none"


def test_any_name_if_given(save: Save, french: str) -> None:
    assert article(save("article.copie", french)).text == french


def test_order_of_paths(save: Save, french: str) -> None:
    b, a = save("b.txt", french), save("a.txt", french)
    assert [found.path for found in read(b, "nowhere", a)] == [str(b), "nowhere", str(a)]


def test_same_file_twice(save: Save, french: str) -> None:
    path = save("a.txt", french)
    assert [found.path for found in read(path, path.parent)] == [str(path)] * 2


def test_directory(save: Save, french: str, tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.TXT", "a/b/c.md", "c.text", ".hidden.txt", ".git/d.txt", "e.csv"):
        save(f"in/{name}", french)
    found = [item.path for item in read(tmp_path / "in")]
    assert found == [
        str(tmp_path / "in" / name) for name in ("a/b/c.md", "a/z.TXT", "b.txt", "c.text")
    ]


def test_path_as_given(save: Save, french: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(save("in/a.txt", french).parent.parent)
    assert [item.path for item in read("in/", "./in/a.txt")] == ["in/a.txt", "./in/a.txt"]


def test_standard_input(french: str) -> None:
    [found] = read("-", stdin=io.BytesIO(french.encode("utf-8")))
    assert isinstance(found, Article)
    assert (found.path, found.text) == ("-", french)


def test_standard_input_empty() -> None:
    assert error("-", stdin=io.BytesIO(b"")).kind == "empty"


def test_read_one_at_a_time(save: Save, french: str) -> None:
    first, second = save("a.txt", french), save("b.txt", french)
    documents = read_paths([str(first), str(second)], DEFAULT)
    assert isinstance(next(documents), Article)
    second.write_text("Un autre texte, écrit après la lecture du premier.", "utf-8")
    later = next(documents)
    assert isinstance(later, Article)
    assert later.text.startswith("Un autre texte")


# ---- what cannot be read ---------------------------------------------------------------------


def test_missing_file(tmp_path: Path) -> None:
    assert error(tmp_path / "a.txt").kind == "not-found"


@pytest.mark.parametrize("name", ["", "a\0b.txt", "\ud800.txt", "a.txt/b.txt"])
def test_impossible_name(name: str, save: Save, tmp_path: Path, french: str,
                         monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    save("a.txt", french)
    monkeypatch.chdir(tmp_path)
    found = error(name)
    assert found.kind == "not-found"
    found.path.encode("utf-8")


def test_name_too_long() -> None:
    found = error("a" * 5000)
    assert found.kind == "io"
    assert "longer" in found.message


def test_directory_without_texts(save: Save, tmp_path: Path) -> None:
    save("in/photo.jpg", b"x")
    found = error(tmp_path / "in")
    assert found.kind == "no-texts"
    assert "*.txt" in found.message


def test_directory_without_permission(save: Save, french: str, tmp_path: Path,
                                      monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    save("in/a/b.txt", french)
    save("in/c.txt", french)
    real = os.scandir

    def scandir(path: str) -> object:
        if path.endswith("/a"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    closed, open_ = read(tmp_path / "in")
    assert isinstance(closed, ReadingError)
    assert (closed.kind, closed.path) == ("no-permission", str(tmp_path / "in" / "a"))
    assert isinstance(open_, Article)


@pytest.mark.parametrize(
    "content", [b"", b" \n\t\r\n ", "\u00a0\u2003\u200b".encode(), b"\xef\xbb\xbf"]
)
def test_empty_file(save: Save, content: bytes) -> None:
    found = error(save("a.txt", content))
    assert found.kind == "empty"
    assert "Copy the article" in found.message


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"Le texte\x00du missile",
        b"Le missile \x01\x02\x03\x04 tombe",
        "Le\0texte".encode("utf-16"),
    ],
)
def test_binary_file(save: Save, content: bytes) -> None:
    assert error(save("a.txt", content)).kind == "binary"


@pytest.mark.parametrize(
    ("content", "mend"),
    [
        (b"PK\x03\x04docx", "plain text"),
        (b"BZh91AY", "bunzip2"),
        (b"From: <Saved by Blink>", "as HTML"),
    ],
)
def test_known_formats(save: Save, content: bytes, mend: str) -> None:
    found = error(save("a.txt", content))
    assert found.kind == "binary"
    assert mend in found.message


def test_too_large(save: Save, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    found = error(path)
    assert found.kind == "too-large"
    assert "50,000,000" in found.message
    assert "Split" in found.message


def test_limit_is_exact(save: Save) -> None:
    path = save("a.txt", b"missile")
    assert article(path, options=ReadingOptions(max_bytes=7)).text == "missile"
    assert error(path, options=ReadingOptions(max_bytes=6)).kind == "too-large"


def test_standard_input_too_large() -> None:
    options = ReadingOptions(max_bytes=10)
    assert error("-", options=options, stdin=io.BytesIO(b"a" * 11)).kind == "too-large"


def test_no_permission(save: Save, french: str, monkeypatch: pytest.MonkeyPatch) -> None:
    closed, other = save("a.txt", french), save("b.txt", french)
    real = os.open

    def refuse(path: str, flags: int) -> int:
        if path == str(closed):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    first, second = read(closed, other)
    assert isinstance(first, ReadingError)
    assert first.kind == "no-permission"
    assert "chmod" in first.message
    assert isinstance(second, Article)


def test_vanished(save: Save, french: str, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        save(f"in/{name}", french)
    documents = read_paths([str(tmp_path / "in")], DEFAULT)
    assert isinstance(next(documents), Article)
    (tmp_path / "in" / "b.txt").unlink()
    gone = next(documents)
    assert isinstance(gone, ReadingError)
    assert gone.kind == "vanished"
    assert isinstance(next(documents), Article)


def test_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert error(tmp_path / "a.txt").kind == "not-a-file"
    assert error(tmp_path).kind == "not-a-file"


def test_device() -> None:
    assert error("/dev/zero").kind == "not-a-file"


def test_read_error(save: Save, french: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = save("a.txt", french)

    def fail(_: int) -> os.stat_result:
        raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fstat", fail)
        [found] = read_paths([str(path)], DEFAULT)
    assert isinstance(found, ReadingError)
    assert found.kind == "io"
    assert "Input/output error" in found.message


def test_standard_input_error() -> None:
    class Broken(io.BytesIO):
        def read(self, _: int | None = -1, /) -> bytes:
            raise OSError(errno.EIO, "Input/output error")

    assert error("-", stdin=Broken()).kind == "io"


def test_standard_input_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = io.BytesIO(b"missile")
    closed.close()
    assert error("-", stdin=closed).kind == "io"
    monkeypatch.setattr("sys.stdin", None)
    assert error("-").kind == "io"


# ---- links and names -------------------------------------------------------------------------


def test_link_loop(save: Save, french: str, tmp_path: Path) -> None:
    save("in/a.txt", french)
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "self").symlink_to(tmp_path / "in" / "self")
    assert [item.path for item in read(tmp_path / "in")] == [str(tmp_path / "in" / "a.txt")]


def test_linked_directory(save: Save, french: str, tmp_path: Path) -> None:
    save("elsewhere/a.txt", french)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "elsewhere")
    assert article(tmp_path / "in").path == str(tmp_path / "in" / "link" / "a.txt")


def test_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "a.txt")
    found = error(tmp_path)
    assert found.kind == "io"
    assert "link" in found.message


def test_dangling_link(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "nowhere")
    assert error(tmp_path).kind == "not-found"


def test_deep_directories(tmp_path: Path, french: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(300):
        Path("d").mkdir()
        os.chdir("d")
    Path("a.txt").write_text(french, "utf-8")
    os.chdir(tmp_path)
    assert article("d").path == "d/" * 300 + "a.txt"


def test_name_not_utf8(tmp_path: Path, french: str) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        with open(name, "wb") as file:  # noqa: PTH123
            file.write(french.encode("utf-8"))
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert article(tmp_path).path == f"{tmp_path}/caf\\xe9.txt"


@pytest.mark.parametrize(
    "name", ["a\nb.txt", "[bold]a.txt", "\x1b[31ma.txt", "a, b;c.txt", "été.txt"]
)
def test_odd_name(save: Save, french: str, name: str, tmp_path: Path) -> None:
    save(f"in/{name}", french)
    assert article(tmp_path / "in").path == f"{tmp_path}/in/{name}"


# ---- encodings -------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode(save: Save, french: str, encoding: str) -> None:
    assert article(save("a.txt", french.encode(encoding))).text == french


@pytest.mark.parametrize("order", ["le", "be"])
def test_utf16_orders(save: Save, french: str, order: str) -> None:
    assert article(save("a.txt", f"\ufeff{french}".encode(f"utf-16-{order}"))).text == french


@pytest.mark.parametrize("encoding", ["cp1252", "iso8859-15", "mac_roman", "cp850"])
def test_older_french(save: Save, french: str, encoding: str) -> None:
    text = french if encoding in {"cp1252", "mac_roman"} else french.replace("’", "'")
    text = text.replace("œ", "oe").replace("€", "F") if encoding == "cp850" else text
    assert article(save("a.txt", text.encode(encoding))).text == text


def test_other_encoding(save: Save) -> None:
    text = "Северная Корея запустила две ракеты в сторону моря, сообщили военные Южной Кореи. " * 5
    options = ReadingOptions(any_language=True)
    found = article(save("a.txt", text.encode("cp1251")), options=options)
    assert found.text == text
    assert found.language == "und"


def test_broken_utf8(save: Save, french: str) -> None:
    found = error(save("a.txt", french.encode("utf-8").replace(b"\xe2\x80\x99", b"\xe2\x80")))
    assert found.kind == "undecodable"
    assert "line 3" in found.message


def test_encoding_option(save: Save) -> None:
    path = save("a.txt", "Séoul".encode("cp850"))
    assert article(path, options=ReadingOptions(encoding="cp850")).text == "Séoul"
    assert error(path, options=ReadingOptions(encoding="utf-8")).kind == "undecodable"


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "a\0b"])
def test_unknown_encoding(name: str) -> None:
    with pytest.raises(ValueError, match="not a text encoding"):
        ReadingOptions(encoding=name)


@pytest.mark.parametrize(
    "mark",
    [
        "\r\n",
        "\r",
        "\u2028",
        "\x0c",
        "\u00a0",
        "\u200b",
        "\u00ad",
        "ﬁ",
        "e\u0301",
        "\ufeff",
        "\u202e",
    ],
)
def test_odd_characters_stay(save: Save, mark: str) -> None:
    text = f"Le missile{mark}est tombé en mer, dit l’armée.{mark}Fin."
    assert article(save("a.txt", text)).text == text


# ---- what is known of it ---------------------------------------------------------------------


def test_front_matter(save: Save, french: str) -> None:
    head = "---\ntitle: Un tir\ndate: 2024-01-05\nurl: https://exemple.fr/a\nsource: Exemple\n---\n"
    found = article(save("2020-01-01.txt", head + french))
    assert (found.title, found.url, found.source) == ("Un tir", "https://exemple.fr/a", "Exemple")
    assert (found.published.value, found.published.source) == (dt.date(2024, 1, 5), "front-matter")
    first = found.masked[0]
    assert found.text[first.start : first.end] == head.rstrip("\n")
    assert first.kind == "front-matter"


def test_date_in_name(save: Save, french: str) -> None:
    found = article(save("2024-01-05_kim.txt", french)).published
    assert (found.value, found.source, found.confidence) == (dt.date(2024, 1, 5), "filename", 0.9)


# ---- the table itself ------------------------------------------------------------------------


def test_every_row_has_its_test() -> None:
    here = Path(__file__).parent
    table = (here.parents[1] / "docs" / "inputs.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", table))
    defined = {
        name
        for file in here.parent.rglob("test_*.py")
        for name in re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.M)
    }
    assert len(named) > 30
    assert named <= defined, sorted(named - defined)
