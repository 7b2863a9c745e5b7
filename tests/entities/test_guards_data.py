from __future__ import annotations

from dprk_events.french import word_lists


def test_every_list_is_of_single_words_as_tokens_are_compared() -> None:
    lists = word_lists("dprk_events.entities", "guards.toml")
    assert lists["female"] < lists["titles"]
    for name, words in lists.items():
        for word in words:
            assert word == word.lower().strip(), (name, word)
            assert " " not in word, (name, word)
