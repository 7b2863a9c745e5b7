"""What is found in a mended text is quoted from the input, where it stands there."""

from __future__ import annotations

import io
import textwrap
import unicodedata

import pytest

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer, Parser
from dprk_events.language.letters.word_forms import strip_accents
from dprk_events.output.explanation import explanation
from dprk_events.pipeline import Pipeline
from dprk_events.reading import Article, ReadingOptions, parse_published, read_paths
from dprk_events.records import DocumentRecord, flatten

pytestmark = pytest.mark.model

TEXT = (
    "La Corée du Nord a tiré mardi deux missiles balistiques de courte portée depuis Wonsan vers "
    "la mer du Japon, a annoncé l'état-major interarmées sud-coréen. "
    "Ils ont parcouru 350 kilomètres. "
    "Le président russe Vladimir Poutine s'est rendu à Pyongyang, où il a rencontré Kim Jong-un."
)
OPTIONS = ReadingOptions(published=parse_published("2024-05-17"))


@pytest.fixture(scope="module")
def pipeline(parser: Parser, gazetteer: Gazetteer, rules: RuleSet) -> Pipeline:
    return Pipeline(parser.model, gazetteer, rules)


def read(text: str) -> Article:
    [article] = read_paths(["-"], OPTIONS, io.BytesIO(text.encode()))
    assert isinstance(article, Article)
    return article


def extract(pipeline: Pipeline, text: str) -> DocumentRecord:
    [record] = pipeline.records([read(text)])
    assert isinstance(record, DocumentRecord)  # every quote was held against the text
    return record


def plain(words: str) -> str:
    words = unicodedata.normalize("NFC", words.replace("\u00ad", ""))
    return "".join(words.replace("&eacute;", "é").replace("&#39;", "'").split()).replace("-", "")


def said(record: DocumentRecord) -> list[object]:
    """Give all that was found, with words as `plain` writes them and without places."""
    dates = {date.id: date.value for date in record.dates}
    found: list[object] = [(e.label, plain(e.text), e.canonical) for e in record.entities]
    for event in record.events:
        found.append((event.type, event.modality, dates.get(event.date or "")))
        found += [(plain(m.trigger.text), m.rule) for m in event.mentions]
        found += [(role.role, plain(role.text)) for role in event.roles]
        attributes = event.attributes
        if attributes is not None and attributes.distance_km is not None:
            found.append((attributes.distance_km.value, plain(attributes.distance_km.text)))
    return found


QUOTED_OTHERWISE = ("broken letters", "capitals", "accents left out")
DAMAGED = {
    "broken lines": textwrap.fill(TEXT, 60),
    "broken words": TEXT.replace("balistiques", "balis-\ntiques").replace("Jong-un", "Jong-\nun"),
    "spaces": TEXT.replace(" du ", "  du "),
    "soft hyphens": TEXT.replace("mis", "mis\u00ad").replace("Pyong", "Pyong\u00ad"),
    "accents apart": unicodedata.normalize("NFD", TEXT),
    "references": TEXT.replace("é", "&eacute;").replace("'", "&#39;"),
    "broken letters": TEXT.encode().decode("cp1252"),
    "capitals": TEXT.upper(),
    "accents left out": strip_accents(TEXT),
}


@pytest.mark.parametrize("damage", [name for name in DAMAGED if name not in QUOTED_OTHERWISE])
def test_the_same_is_found(pipeline: Pipeline, damage: str) -> None:
    text = DAMAGED[damage]
    assert text != TEXT
    assert said(extract(pipeline, text)) == said(extract(pipeline, TEXT))


def test_quotes_are_the_inputs_own(pipeline: Pipeline) -> None:
    record = extract(pipeline, DAMAGED["broken words"])
    instruments = [r.text for e in record.events for r in e.roles if r.role == "instrument"]
    assert instruments == ["missiles balis-\ntiques de courte portée"]
    broken = extract(pipeline, DAMAGED["broken letters"])
    triggers = [m.trigger.text for event in broken.events for m in event.mentions]
    assert "tirÃ©" in triggers


@pytest.mark.parametrize("damage", ["capitals", "accents left out"])
def test_the_same_in_other_letters(pipeline: Pipeline, damage: str) -> None:
    damaged, whole = (
        [
            (
                event.type,
                event.modality,
                [strip_accents(m.trigger.text).lower() for m in event.mentions],
                [(role.role, strip_accents(role.text).lower()) for role in event.roles],
            )
            for event in extract(pipeline, text).events
        ]
        for text in (DAMAGED[damage], TEXT)
    )
    assert damaged == whole


def test_lines_of_all_kinds_can_be_made(pipeline: Pipeline) -> None:
    record = extract(pipeline, DAMAGED["broken lines"])
    text = DAMAGED["broken lines"]
    assert len(list(flatten(record, "events", text))) == len(record.events) > 1
    for event in record.events:
        for mention in event.mentions:
            span = mention.sentence
            assert span.start <= mention.trigger.start < mention.trigger.end <= span.end
            assert text[span.start : span.end].strip()


def test_explanation_speaks_of_the_input(pipeline: Pipeline) -> None:
    text = DAMAGED["broken words"]
    found = pipeline.analyse(read(text))
    at = text.index("tiré")
    lines = "\n".join(explanation(found, at))
    assert f"“tiré” {at}–{at + 4}" in lines
    start = text.index("missiles balis-")
    assert f"{start}–{start + len('missiles balis-_tiques de courte portée')}" in lines
    assert f"“mardi” {text.index('mardi')}–{text.index('mardi') + 5}" in lines
