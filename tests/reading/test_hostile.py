"""Garbage in: no exception out, offsets true, time in proportion to the size."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dprk_events.reading import Article, ReadingError, ReadingOptions, read_paths
from dprk_events.reading.boilerplate import find_boilerplate, lines_of, load_rules
from dprk_events.reading.characters import BLANK
from dprk_events.reading.decoding import decode

KINDS = {
    "empty",
    "binary",
    "undecodable",
    "unsupported",
    "damaged",
    "no-text",
    "bad-record",
}
WORDS = sorted({line for rule in load_rules() for line in rule.examples})
PAGES = st.lists(
    st.sampled_from(
        [*WORDS, "", " ", "Kim visite une usine.", "x" * 300, "---", "title: a", "\ufeff"]
    )
    | st.text(max_size=30),
    max_size=30,
)


def read_stream(data: bytes, options: ReadingOptions | None = None) -> Article | ReadingError:
    [found] = read_paths(["-"], options or ReadingOptions(any_language=True), io.BytesIO(data))
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
