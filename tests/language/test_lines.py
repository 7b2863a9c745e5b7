from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dprk_events.language.lines import cut_lines


@given(st.text(alphabet=st.sampled_from("ab.! \n\r\u2028\u00a0’"), max_size=120))
def test_lines_are_the_text(text: str) -> None:
    found = list(cut_lines(text, longest=10))
    assert "".join(line for _, line in found) == text
    at = 0
    for start, line in found:
        assert start == at
        assert len(line) > 0
        at += len(line)


def test_one_line_is_kept_whole() -> None:
    assert list(cut_lines("Un titre\n\nUne phrase. Une autre.\nFin")) == [
        (0, "Un titre\n\n"),
        (10, "Une phrase. Une autre.\n"),
        (33, "Fin"),
    ]


def test_a_long_line_is_cut_at_a_sentence_end() -> None:
    line = "Une phrase assez longue. " * 40
    found = [line for _, line in cut_lines(line, longest=100)]
    assert all(len(line) <= 100 for line in found)
    assert all(line.endswith(". ") for line in found)


def test_a_long_line_without_sentences_is_cut_at_a_space() -> None:
    found = [line for _, line in cut_lines("mot " * 100 + "fin", longest=50)]
    assert all(line.endswith(" ") for line in found[:-1])
    found = [line for _, line in cut_lines("x" * 120, longest=50)]
    assert [len(line) for line in found] == [50, 50, 20]
