"""Word lists: what loads, and how mistakes in one are told."""

from __future__ import annotations

import pytest

from dprk_events.french import WordListError, WordLists, closed_class


def test_closed_classes_load() -> None:
    assert {"du", "d'"} <= closed_class("of")


def test_an_unknown_list_names_those_there_are() -> None:
    with pytest.raises(WordListError, match="there are articles, of"):
        WordLists("words.toml", 'of = ["de"]\narticles = ["le"]')["off"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('of = "de"', r'of: not a list of words. Write of = \["…"\]'),
        ("of = []", "of: not a list of words"),
        ("of = [1]", "1 is no word"),
        ('of = ["De"]', "“De” can never match. Write “de”"),
        ('of = ["de", "de"]', "“de” stands there twice"),
        ("of = [", "not TOML"),
    ],
)
def test_mistakes_name_list_and_remedy(text: str, told: str) -> None:
    with pytest.raises(WordListError, match=told):
        WordLists("words.toml", text)
