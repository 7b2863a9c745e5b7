"""The quick way through the pipeline gives what spaCy's own way gives."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

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


def _state(nlp: Language) -> list[object]:
    lexemes = sorted((x.orth, x.norm, x.prefix, x.suffix, x.shape) for x in nlp.vocab)
    return [lexemes, dict(nlp.vocab.vectors.key2row)]


def test_what_names_borrow_is_given_back(parser: Parser, gazetteer: Gazetteer) -> None:
    first, second = "La Sohae est là, puis les Sohae.", "Tir de Sohae vers la mer, près des Sohae."
    list(parser.parse([first, second]))  # the words are known now
    before = _state(parser.model.nlp)
    (alone,) = parser.parse([second])
    alone_attributes, norms = _attributes(alone), [token.norm_ for token in alone]
    list(Parser(parser.model, gazetteer).parse([first]))
    other, _ = Parser(parser.model, gazetteer).parse([second, first])
    assert _attributes(other) == alone_attributes
    assert [token.norm_ for token in other] == norms
    assert _state(parser.model.nlp) == before


def test_empty_texts_and_names_only(texts: list[str], parser: Parser) -> None:
    odd = ["", "\n", "Kim Jong-un", texts[0], "\u2028", texts[1], " "]
    together = list(parser.parse(odd))
    assert [len(doc.text) for doc in together] == [len(text) for text in odd]
    for doc, text in zip(together, odd, strict=True):
        (alone,) = parser.parse([text])
        assert _attributes(doc) == _attributes(alone)
        assert doc.tensor.tobytes() == alone.tensor.tobytes()


def test_a_component_that_fails_leaves_nothing_behind(
    texts: list[str], parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [_attributes(doc) for doc in parser.parse(texts[:2])]

    def broken(_component: object, _docs: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(quick, "_apply", broken)
        with pytest.raises(ZeroDivisionError):
            list(parser.parse(texts[:2]))
    assert not any(kept._kept for kept in parser.model.vectors.values())
    assert [_attributes(doc) for doc in parser.parse(texts[:2])] == before


def test_one_extraction_at_a_time(parser: Parser) -> None:
    refused = pytest.raises(RuntimeError, match="finish or close")
    with parser.forgetting(), refused, parser.forgetting():
        pass
    with parser.forgetting():  # and again afterwards
        list(parser.parse(["Un tir."]))


def test_labels_have_their_names_after_words_are_forgotten(parser: Parser) -> None:
    with parser.forgetting():
        list(parser.parse(["Le missile Hwasong-17 a été tiré."]))
    recogniser: Any = parser.model.nlp.get_pipe("ner")
    assert {"WEAPON", "EXERCISE", "PER"} <= set(recogniser.labels)


ALONE_AND_TOGETHER = """
from dprk_events.language import Gazetteer, Parser, load_model
from dprk_events.language.rounding import whole_periods_agree

parser = Parser(load_model("auto"), Gazetteer.load())
texts = ["Un tir de missile a eu lieu à Sohae.", "Kim est à Moscou. " * 9, "Séoul a dit non."]
together = [doc.tensor.tobytes() for doc in parser.parse(texts)]
assert together == [doc.tensor.tobytes() for text in texts for doc in parser.parse([text])]
print(whole_periods_agree())
"""


@pytest.mark.parametrize("threads", ["1", "2"])
def test_the_same_with_any_number_of_threads(threads: str) -> None:
    subprocess.run(
        [sys.executable, "-c", ALONE_AND_TOGETHER],
        env={**os.environ, "OPENBLAS_NUM_THREADS": threads},
        check=True,
        timeout=120,
    )


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
