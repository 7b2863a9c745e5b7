"""The quick way through the pipeline gives what spaCy's own way gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dprk_events.language import Gazetteer, LoadedModel, Parser, choose_model, load_model
from dprk_events.language import annotate as quick
from dprk_events.language.annotate import PARCEL, PORTION, Parcel
from dprk_events.language.rounding import whole_periods_agree
from dprk_events.language.vectors import Vectors

pytestmark = pytest.mark.model

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
# The pipeline as it comes, but for the order of its components (README of the language stage).
ORDER = ["tok2vec", "ner", "morphologizer", "parser", "attribute_ruler", "lemmatizer"]


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in SAMPLES]


@pytest.fixture(scope="module")
def plain() -> Language:
    return spacy.load(choose_model("auto"), config={"nlp": {"pipeline": ORDER}}, exclude=["senter"])


def _attributes(doc: Doc) -> list[tuple[object, ...]]:
    """Give all that a stage reads of a token."""
    return [
        (
            token.text, token.idx, token.whitespace_, token.pos_,
            str(token.morph), token.lemma_, token.dep_, token.head.i, token.is_sent_start,
            token.ent_type_, token.ent_iob_, token.ent_kb_id_, token.is_space, token.is_alpha,
        )
        for token in doc
    ]  # fmt: skip


def test_every_token_is_as_spacy_itself_has_it(
    texts: list[str], plain: Language, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = [_attributes(doc) for doc in Parser(load_model("auto"), gazetteer).parse(texts)]

    def as_it_comes(
        nlp: Language, _vectors: Mapping[str, Vectors], parcels: Sequence[Parcel]
    ) -> None:
        list(nlp.pipe([doc for parcel in parcels for doc in parcel.docs]))

    monkeypatch.setattr(quick, "annotate", as_it_comes)
    model = LoadedModel(plain, "plain", "0")
    theirs = [_attributes(doc) for doc in Parser(model, gazetteer).parse(texts)]
    assert sum(map(len, ours)) > 1000
    assert ours == theirs


def test_what_stands_beside_changes_nothing(texts: list[str], parser: Parser) -> None:
    def attributes(ordered: list[str]) -> list[list[tuple[object, ...]]]:
        with parser.forgetting():
            return [_attributes(doc) for doc in parser.parse(ordered)]

    together = attributes(texts)
    assert together == attributes(texts[::-1])[::-1]
    assert together == [attributes([text])[0] for text in texts]


def test_where_rows_round_by_their_place_articles_are_parsed_apart(
    texts: list[str], parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [_attributes(doc) for doc in parser.parse(texts[:3])]
    portions: list[int] = []
    inner = quick._portions

    def counted(parcels: Sequence[Parcel]) -> list[list[Parcel]]:
        found = list(inner(parcels))
        portions.extend(map(len, found))
        return found

    monkeypatch.setattr(quick, "_portions", counted)
    assert [_attributes(doc) for doc in parser.parse(texts[:3])] == before
    together = [3] if whole_periods_agree() else [1, 1, 1]
    assert portions == together
    monkeypatch.setattr(quick, "whole_periods_agree", lambda: False)
    assert [_attributes(doc) for doc in parser.parse(texts[:3])] == before
    assert portions == [*together, 1, 1, 1]


def test_a_text_longer_than_a_portion_is_whole(parser: Parser, texts: list[str]) -> None:
    long = "\n\n".join(texts * 10)
    (doc,) = parser.parse([long])
    assert len(doc) > PORTION > PARCEL
    assert len(doc.text) == len(long)
