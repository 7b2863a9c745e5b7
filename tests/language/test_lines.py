from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dprk_events.language.lines import pieces


@given(st.text(alphabet=st.sampled_from("ab.! \n\r\u2028\u00a0’"), max_size=120))
def test_pieces_are_the_text(text: str) -> None:
    found = list(pieces(text, longest=10))
    assert "".join(piece for _, piece in found) == text
    at = 0
    for start, piece in found:
        assert start == at
        assert len(piece) > 0
        at += len(piece)


def test_one_line_is_one_piece() -> None:
    assert list(pieces("Un titre\n\nUne phrase. Une autre.\nFin")) == [
        (0, "Un titre\n\n"),
        (10, "Une phrase. Une autre.\n"),
        (33, "Fin"),
    ]


def test_a_long_line_is_cut_at_a_sentence_end() -> None:
    line = "Une phrase assez longue. " * 40
    found = [piece for _, piece in pieces(line, longest=100)]
    assert all(len(piece) <= 100 for piece in found)
    assert all(piece.endswith(". ") for piece in found)


def test_a_long_line_without_sentences_is_cut_at_a_space() -> None:
    found = [piece for _, piece in pieces("mot " * 100 + "fin", longest=50)]
    assert all(piece.endswith(" ") for piece in found[:-1])
    found = [piece for _, piece in pieces("x" * 120, longest=50)]
    assert [len(piece) for piece in found] == [50, 50, 20]
