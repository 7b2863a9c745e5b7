"""Run the examples of the user's own rules on the real pipeline, for ``rules test``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events.cli.inputs import load

if TYPE_CHECKING:
    from dprk_events.events.examples import Example


def check_examples(model: str, folder: Path) -> Iterator[tuple[Example, list[str]]]:
    """Run the examples of the rules in ``folder``; yield each with its faults, rule by rule."""
    pipeline = load(model, folder)

    from dprk_events.events.examples import examples_of, faults  # noqa: PLC0415
    from dprk_events.reading import Article  # noqa: PLC0415

    for rule in pipeline.rules.own:
        for example in examples_of(rule):
            article = Article(id="", path=rule.id, text=example.text)
            found = pipeline.analyse(article).findings
            yield example, faults(example, found, pipeline.rules)
