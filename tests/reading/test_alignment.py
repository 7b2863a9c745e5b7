"""Every span of a reading text leads to the input that it was made of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dprk_events.reading.alignment import Alignment, Edit, apply


@st.composite
def edited(draw: st.DrawFn, text: str | None = None) -> tuple[str, list[Edit]]:
    text = draw(st.text("abcdef ", max_size=30)) if text is None else text
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8)))
    edits = [
        Edit(start, end, draw(st.text("XYZ", max_size=4)))
        for start, end in zip(places[::2], places[1::2], strict=False)
        if start < end
    ]
    return text, [e for n, e in enumerate(edits) if not n or edits[n - 1].end < e.start]


@given(edited())
def test_what_stands_leads_to_itself(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    read, alignment = apply(text, edits)
    for at, character in enumerate(read):
        start, end = alignment.span(at, at + 1)
        if character in "abcdef ":
            assert text[start:end] == character
        else:
            assert any(edit.start <= start <= end <= edit.end for edit in edits)


@given(edited())
def test_spans_keep_their_order_and_stay_inside(case: tuple[str, list[Edit]]) -> None:
    text, edits = case
    read, alignment = apply(text, edits)
    places = [(alignment.start(at), alignment.end(at)) for at in range(len(read) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for pair in places for place in pair)


@given(st.data())
def test_two_rounds_are_one(data: st.DataObject) -> None:
    text, edits = data.draw(edited())
    middle, first = apply(text, edits)
    _, more = data.draw(edited(middle))
    read, second = apply(middle, more)
    both = first.then(second)
    for start in range(len(read)):
        for end in range(start + 1, len(read) + 1):
            one, two = both.span(start, end)
            inner = first.span(*second.span(start, end))
            assert one <= inner[0] <= inner[1] <= two


def test_left_out_at_an_edge_is_not_quoted() -> None:
    read, alignment = apply("un mis\u00adsile  tiré", [Edit(6, 7, ""), Edit(11, 13, " ")])
    assert read == "un missile tiré"
    assert alignment.span(3, 10) == (3, 11)  # "mis\u00adsile", without the spaces
    assert alignment.span(6, 10) == (7, 11)  # "sile"
    assert alignment.span(11, 15) == (13, 17)


def test_replaced_by_more_or_less_is_quoted_in_whole() -> None:
    read, alignment = apply("un tir eﬀectué", [Edit(8, 9, "ff")])
    assert read == "un tir effectué"
    assert alignment.span(7, 9) == (7, 9)
    assert alignment.span(9, 15) == (8, 14)


def test_same_length_stands_character_for_character() -> None:
    _, alignment = apply("LE TIR", [Edit(0, 6, "Le tir")])
    assert alignment.span(3, 6) == (3, 6)
    assert alignment == Alignment.of([(0, 0), (6, 6)])


def test_neighbouring_edits_of_two_rounds_stay_two() -> None:
    middle, first = apply("tire\u0301  un", [Edit(3, 5, "é")])
    read, second = apply(middle, [Edit(4, 6, " ")])
    assert read == "tiré un"
    assert first.then(second).span(0, 4) == (0, 5)
