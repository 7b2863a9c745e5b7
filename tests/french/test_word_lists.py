"""Word lists: what loads, and how mistakes in one are told."""

from __future__ import annotations

import pytest

from dprk_events.french import WordListError, WordLists, closed_class
from dprk_events.french.word_lists import whole_words


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
        ('of = ["de", "de"]', "“de” occurs twice"),
        ("of = [", "not TOML"),
    ],
)
def test_mistakes_name_list_and_remedy(text: str, told: str) -> None:
    with pytest.raises(WordListError, match=told):
        WordLists("words.toml", text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plus d'une centaine", "plus d'"),
        ("au moins deux", None),
        ("moins de dix", "moins de"),
        ("moins deux", None),
        ("jusqu'à 10", "jusqu'à"),
        ("surplus de dix", None),
    ],
)
def test_whole_words_are_not_cut(text: str, found: str | None) -> None:
    match = whole_words(["moins de", "plus d'", "plus de", "jusqu'à"]).search(text)
    assert (match and match[0]) == found
