"""Examples of a user's rules on the real pipeline, for ``rules test``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events.cli.inputs import load_stages

if TYPE_CHECKING:
    from dprk_events.events.examples import Example


def tried(model: str, folder: Path) -> Iterator[tuple[Example, list[str]]]:
    """Run the examples of the rules in ``folder``; give each with its faults, rule by rule."""
    loaded, gazetteer, rules = load_stages(model, folder)

    from dprk_events.dates import Reference, find_dates  # noqa: PLC0415
    from dprk_events.entities import find_entities  # noqa: PLC0415
    from dprk_events.events import analyse  # noqa: PLC0415
    from dprk_events.events.examples import examples_of, faults  # noqa: PLC0415
    from dprk_events.language import Parser  # noqa: PLC0415

    examples = [example for rule in rules.own for example in examples_of(rule)]
    texts = [example.text for example in examples]
    docs = Parser(loaded, gazetteer).parse(texts)
    for example, text, doc in zip(examples, texts, docs, strict=True):
        entities = find_entities(doc, text, gazetteer)
        dates = find_dates(text, Reference())
        found = analyse(doc, text, entities, dates, rules, gazetteer.demonym)
        yield example, faults(example, found, rules)
