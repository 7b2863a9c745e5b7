"""Texts cut anywhere, or with a word left out, are read without an error: people paste such."""

from __future__ import annotations

import random
from datetime import date

import pytest
from tools.eval_items import ITEMS, read_items

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline
from dprk_events.reading import Article, ReadingOptions, Source, read_safely

OPTIONS = ReadingOptions(date(2024, 6, 12), encoding="utf-8", format="text", any_language=True)
CUTS = 120


def _cut(text: str, chance: random.Random) -> str:
    """Return a run of words of a text, or the text without one of them."""
    words = text.split(" ")
    last = chance.randrange(1, len(words) + 1)
    first = chance.randrange(last)
    if chance.random() < 0.5:
        return " ".join(words[first:last])
    return " ".join([*words[:first], *words[first + 1 :]])


@pytest.mark.model
def test_texts_cut_anywhere_are_read(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> None:
    pipeline = Pipeline(parser.model, gazetteer, rules)
    chance = random.Random(20241129)  # noqa: S311 (nothing is kept secret)
    texts = [
        item["text"] for path in sorted(ITEMS.glob("*_seen.jsonl")) for item in read_items(path)
    ]
    documents = 0
    for text in chance.sample(texts, CUTS):
        article = read_safely(Source("cut", _cut(text, chance).encode()), OPTIONS)
        if isinstance(article, Article):
            record = pipeline.record(pipeline.analyse(article))
            documents += record.record == "document"
    assert documents > CUTS / 2
