"""Garbage in: no exception out, offsets true, time in proportion to the size."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dprk_events.reading import Article, Format, ReadingError, ReadingOptions, read_paths
from dprk_events.reading.boilerplate import find_boilerplate, lines_of, load_rules
from dprk_events.reading.characters import BLANK
from dprk_events.reading.decoding import decode
from tests.reading.properties import FORMATS, KINDS, check_bytes

WORDS = sorted({line for rule in load_rules() for line in rule.examples})
PAGES = st.lists(
    st.sampled_from(
        [*WORDS, "", " ", "Kim visite une usine.", "x" * 300, "---", "title: a", "\ufeff"]
    )
    | st.text(max_size=30),
    max_size=30,
)


def read_stream(data: bytes, options: ReadingOptions | None = None) -> Article | ReadingError:
    options = options or ReadingOptions(format="text", any_language=True)
    [found] = read_paths(["-"], options, io.BytesIO(data))
    return found


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=400))
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00\xd8")
@example(b"\xef\xbb\xbf---\n")
@example(b"+2AA-")
def test_garbage_bytes(data: bytes) -> None:
    found = read_stream(data)
    if isinstance(found, ReadingError):
        assert found.kind in KINDS
        return
    decoded = decode(data)
    assert found.text == decoded.text
    assert data.decode(decoded.encoding).removeprefix("\ufeff") == found.text
    found.text.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(PAGES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\u2028"]))
def test_garbage_pages(lines: list[str], line_end: str) -> None:
    text = line_end.join(lines)
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return
    found = read_stream(data)
    if isinstance(found, ReadingError):
        assert found.kind in KINDS
        return
    assert found.text == data.decode("utf-8").removeprefix("\ufeff")
    end = 0
    for region in found.masked:
        assert end <= region.start < region.end <= len(found.text)
        assert found.text[region.start : region.end].strip()
        end = region.end
    assert len(found.readable) == len(found.text)
    assert found.readable.count("\n") == found.text.count("\n")
    assert find_boilerplate(found.text) == find_boilerplate(found.text)


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)
RECORDS = st.dictionaries(
    st.sampled_from(["text", "Text", "id", "title", "date", "published", "url", "body"])
    | st.text(max_size=5),
    VALUES | st.sampled_from(["hier", "2024-01-05", "Le 4 mai 2024, Kim a dit.", "\ud83d", "<p>a"]),
    max_size=6,
)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(FORMATS))
@example(b"\x1f\x8b", "auto")
@example(b"\x28\xb5\x2f\xfd", "jsonl")
@example(b"PK\x03\x04", "auto")
@example(b'text,a\n"', "csv")
@example(b"\xff\xfet\x00\n", "csv")
def test_any_bytes_in_any_format(data: bytes, wanted: Format) -> None:
    check_bytes(data, wanted)


@settings(max_examples=150, deadline=None)
@given(st.lists(RECORDS, max_size=5), st.binary(max_size=20))
def test_any_records(records: list[dict[str, object]], rest: bytes) -> None:
    data = "\n".join(json.dumps(record) for record in records).encode("utf-8")
    check_bytes(data + b"\n" + rest, "jsonl")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "cp1252"]))
def test_any_table(rows: str, encoding: str) -> None:
    check_bytes(("text;date\r\n" + rows).encode(encoding, "replace"), "csv")


@settings(max_examples=100, deadline=None)
@given(PAGES, st.sampled_from(["<p>", "<div><b>", "<td", "</h1>", "&#0;", "<!--", "<script>"]))
def test_any_page(lines: list[str], tag: str) -> None:
    check_bytes(("<html>" + tag.join(lines)).encode("utf-8", "replace"), "html")


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_lines_cover_the_text(text: str) -> None:
    at = 0
    for start, end in lines_of(text):
        assert not text[at:start].strip(BLANK)
        assert start < end
        assert len(text[start:end].splitlines()) == 1
        at = end
    assert not text[at:].strip(BLANK)


HOSTILE: dict[str, Callable[[int], bytes]] = {
    "one line": lambda size: b"a" * size,
    "one line of words": lambda size: b"le missile " * (size // 11),
    "one line of spaces": lambda size: b" " * size + b"x",
    "blank lines": lambda size: b"\n" * size + b"x",
    "short lines": lambda size: b"abc\n" * (size // 40),
    "lines of a rule": lambda size: b"Lire aussi\n" * (size // 40),
    "comment forms": lambda size: b"3 commentaires\n" * (size // 40),
    "breadcrumbs": lambda size: (b"a > " * 60 + b"\n") * (size // 400),
    "capitals": lambda size: (b"Par A" + b" A" * 90 + b" / a\n") * (size // 400),
    "hashtags": lambda size: b"#a " * (size // 3),
    "old encoding": lambda size: "é tiré ".encode("cp1252") * (size // 7),
    "unknown encoding": lambda size: "ракеты ".encode("cp1251") * (size // 7),
    "almost HTML": lambda size: b"<!--" * (size // 4),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_time_is_linear(name: str) -> None:
    """Four times the size may take no more than eight times the time (and a floor for noise)."""

    def seconds(size: int) -> float:
        data = HOSTILE[name](size)
        began = time.process_time()
        read_stream(data)
        return time.process_time() - began

    seconds(1000)
    small, large = seconds(250_000), seconds(1_000_000)
    assert large < max(8 * small, 0.5), (small, large)
