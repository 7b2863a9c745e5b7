"""The quick way through the pipeline gives what spaCy's own way gives."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dprk_events.language import Gazetteer, LoadedModel, Parser, choose_model, embedding, load_model
from dprk_events.language import annotate as quick
from dprk_events.language.embedding import BLOCK, Cache, cache_embeddings
from dprk_events.language.parser import CHUNK

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
            token.text, token.idx, token.whitespace_, token.norm_, token.shape_, token.pos_,
            str(token.morph), token.lemma_, token.dep_, token.head.i, token.is_sent_start,
            token.ent_type_, token.ent_iob_, token.ent_kb_id_, token.is_space, token.is_alpha,
        )
        for token in doc
    ]  # fmt: skip


def test_every_token_is_as_spacy_itself_has_it(
    texts: list[str], plain: Language, gazetteer: Gazetteer, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = [_attributes(doc) for doc in Parser(load_model("auto"), gazetteer).parse(texts)]

    def as_it_comes(nlp: Language, docs: Sequence[Doc]) -> None:
        list(nlp.pipe(docs))

    monkeypatch.setattr(quick, "annotate", as_it_comes)
    model = LoadedModel(plain, "plain", "0")
    theirs = [_attributes(doc) for doc in Parser(model, gazetteer).parse(texts)]
    assert sum(map(len, ours)) > 1000
    assert ours == theirs


def test_what_came_before_changes_nothing(texts: list[str], parser: Parser) -> None:
    def each(ordered: list[str]) -> list[list[tuple[object, ...]]]:
        found = []
        for text in ordered:
            with parser.forgetting():
                found += [_attributes(doc) for doc in parser.parse([text])]
        return found

    assert each(texts) == each(texts[::-1])[::-1]


def test_a_text_longer_than_a_chunk_is_whole(parser: Parser, texts: list[str]) -> None:
    long = "\n\n".join(texts * 10)
    (doc,) = parser.parse([long])
    assert len(doc) > CHUNK
    assert len(doc.text) == len(long)


@pytest.fixture
def cached() -> Language:
    nlp = spacy.load(choose_model("auto"), exclude=["ner", "senter"])
    assert cache_embeddings(nlp) == ["tok2vec"]
    return nlp


def _layer(nlp: Language) -> Any:
    """Give the cached layer."""
    component: Any = nlp.get_pipe("tok2vec")
    return next(node for node in component.model.walk() if node.name == "cached_embed")


def test_cached_embeddings_are_those_of_the_layer(texts: list[str], cached: Language) -> None:
    docs = [
        Doc(cached.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc])
        for doc in map(cached.tokenizer, texts)
    ]
    layer = _layer(cached)
    first, second = layer.predict(docs), layer.predict(docs)
    for once, again, direct in zip(first, second, layer.layers[0].predict(docs), strict=True):
        assert numpy.array_equal(once, again)
        assert numpy.allclose(once, direct, atol=1e-5)


def test_a_word_has_one_vector_whatever_it_was_learnt_with(cached: Language) -> None:
    words = [f"mot{number}" for number in range(3 * BLOCK + 7)]
    inner = _layer(cached).layers[0]
    forth, back = Cache(inner, cached.vocab), Cache(inner, cached.vocab)
    (one,) = forth.vectors([Doc(cached.vocab, words)])
    (other,) = back.vectors([Doc(cached.vocab, words[::-1])])
    if forth._lasting:  # else this machine's BLAS rounds by place, and nothing is kept
        again = forth.vectors([Doc(cached.vocab, words[5:9])])[0]
        assert numpy.array_equal(again, one[5:9])
        assert numpy.array_equal(one, other[::-1])
    assert numpy.allclose(one, other[::-1], atol=1e-6)


def test_nothing_is_kept_where_a_vector_depends_on_its_place(
    cached: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Cache, "_same_backwards", lambda *_: False)
    cache = Cache(_layer(cached).layers[0], cached.vocab)
    words = [f"mot{number}" for number in range(BLOCK)]
    for _ in range(2):
        (rows,) = cache.vectors([Doc(cached.vocab, words)])
        assert len(rows) == BLOCK
    cache.vectors([Doc(cached.vocab, ["seul"])])
    assert len(cache._rows) == 1


def test_the_cache_begins_anew_when_it_is_full(
    cached: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    layer = _layer(cached)
    doc = Doc(cached.vocab, ["un", "tir", "de", "missile"])
    (before,) = layer.predict([doc])
    monkeypatch.setattr(embedding, "MOST", 2)
    layer.predict([Doc(cached.vocab, ["autre"])])
    (after,) = layer.predict([doc])
    assert numpy.allclose(before, after, atol=1e-6)


def test_a_word_with_features_of_its_own_is_not_taken_for_another(cached: Language) -> None:
    layer = _layer(cached)
    doc = Doc(cached.vocab, ["missile", "tir"])
    (before,) = layer.predict([doc])
    doc[0].norm_ = "fusée"  # as the tokenizer's exceptions do for some abbreviations
    (after,) = layer.predict([doc])
    assert not numpy.array_equal(before[0], after[0])
    assert numpy.allclose(before[1], after[1], atol=1e-5)
