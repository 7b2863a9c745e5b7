"""The same rows come out however a text was copied: wrapped, with a menu, the title twice."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from tools.eval_items import ITEMS, read_items, rows_of

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline

TEXTS = [item for item in read_items(ITEMS / "feeds_seen.jsonl") if "\n\n" in item["text"]][:60]
LEAST = 0.97
"""Share of texts with the same rows: a parser reads some sentences otherwise beside other lines."""
Row = tuple[str, ...]
Layout = Callable[[str, str], str]

LAYOUTS: dict[str, Layout] = {
    "wrapped": lambda head, body: f"{head}\n\n{textwrap.fill(body, 70)}",
    "menu": lambda head, body: f"Accueil\nMonde\nSe connecter\n\n{head}\n\n{body}\nPartager\n",
    "page title": lambda head, body: f"{head} - Le Figaro\n\n{head}\n\n{body}",
    "date above": lambda head, body: f"Publié le 3 mai 2021 à 10h32\n\n{head}\n\n{body}",
    "notes below": lambda head, body: (
        f"{head}\n\nPar Jean Martin\n\nPublié le 3 mai 2021 à 10h32\n\n{body}"
    ),
    "post": lambda head, body: (
        f"{head}\n\npic.twitter.com/aB3dE5 — AFP (@afpfr) March 12, 2019\n\n{body}"
    ),
    "links": lambda head, body: f"**{head}**\n\n{body.replace('Kim', '[Kim](https://x.fr/kim)')}",
    "label": lambda head, body: f"INFO LE FIGARO - {head}\n\n{body}",
    "caption": lambda head, body: f"{head}\n\nKim à table, le 3 mars 2017 (KCNA via AP)\n\n{body}",
    "section": lambda head, body: f"Asie-Pacifique\n\n{head}\n\n{body}",
}


pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pipeline(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> Pipeline:
    return Pipeline(parser.model, gazetteer, rules)


@pytest.fixture(scope="module")
def plain(pipeline: Pipeline) -> list[list[Row]]:
    return [_told(pipeline, item["text"], item["published"]) for item in TEXTS]


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name: str, plain: list[list[Row]], pipeline: Pipeline) -> None:
    same = 0
    for item, rows in zip(TEXTS, plain, strict=True):
        head, body = item["text"].strip().split("\n\n", 1)
        same += _told(pipeline, LAYOUTS[name](head, body), item["published"]) == rows
    assert same >= LEAST * len(TEXTS)


def _told(pipeline: Pipeline, text: str, published: str | None) -> list[Row]:
    rows = rows_of(pipeline, {"text": text, "published": published})
    return sorted(
        (row["type"], row["modality"], str(row["time"]["value"]), *map(str, _sides(row)))
        for row in rows
    )


def _sides(row: dict[str, Any]) -> list[list[str]]:
    return [
        sorted(str(each["countries"]) for each in row["roles"] if each["role"] == side)
        for side in ("actor", "recipient")
    ]
