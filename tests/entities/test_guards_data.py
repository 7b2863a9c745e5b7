from __future__ import annotations

from pathlib import Path

import pytest

from dprk_events.entities.guards import PATH, GuardError, lists


def test_word_lists_are_folded_words() -> None:
    for name, words in lists().items():
        assert len(words) > 5, name
        for word in words:
            assert word == word.lower().strip(), (name, word)
            assert " " not in word, (name, word)
            assert "’" not in word, (name, word)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("tails = [", "tail = ["), "tails must be a list"),
        (lambda text: text + "\nextra = []\n", "unknown list 'extra'"),
        (lambda text: text + "\n[[[", "TOML"),
    ],
)
def test_errors_name_the_file_and_the_list(tmp_path: Path, change, says: str) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "guards.toml"
    path.write_text(change(PATH.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(GuardError) as caught:
        lists(path)
    assert str(path) in str(caught.value)
    assert says in str(caught.value)
