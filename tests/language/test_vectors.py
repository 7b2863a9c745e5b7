"""Vectors made beforehand: what the layers give, and the same bits wherever a text stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Maxout, Model, chain, expand_window, residual, with_array

from dprk_events.language import choose_model, embedding, rounding
from dprk_events.language.annotate import Parcel
from dprk_events.language.embedding import MOST_AT_ONCE, Cache
from dprk_events.language.encoding import Encoder
from dprk_events.language.vectors import NAME, Vectors, all_covered, keep_vectors

pytestmark = pytest.mark.model

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in SAMPLES]


@pytest.fixture
def nlp() -> Language:
    return spacy.load(choose_model("auto"), exclude=["ner", "senter"])


def docs_of(nlp: Language, texts: list[str]) -> list[Doc]:
    return [
        Doc(nlp.vocab, [t.text for t in doc], [bool(t.whitespace_) for t in doc])
        for doc in map(nlp.tokenizer, texts)
    ]


def layers(nlp: Language) -> tuple[Any, Any]:
    """Give the embedding and the encoding of the shared tok2vec."""
    component: Any = nlp.get_pipe("tok2vec")
    embed, encode = component.model.layers
    return embed, encode


def vectors(nlp: Language) -> Vectors:
    found = keep_vectors(nlp)
    assert list(found) == ["tok2vec"]
    assert all_covered(found, nlp)
    return found["tok2vec"]


def test_kept_vectors_are_those_of_the_layers(texts: list[str], nlp: Language) -> None:
    docs = docs_of(nlp, texts)
    component: Any = nlp.get_pipe("tok2vec")
    direct = component.model.predict(docs)
    kept = vectors(nlp)
    assert [node.name for node in component.model.layers] == [NAME]
    asked = component.model.predict(docs)
    kept.keep([docs], [kept.embed(docs)])
    beforehand = component.model.predict(docs)
    for one, two, three in zip(direct, asked, beforehand, strict=True):
        assert numpy.array_equal(two, three)
        assert numpy.allclose(one, two, atol=1e-4)
    assert kept._kept
    kept.drop()
    assert not kept._kept


def test_the_rows_of_a_parcel_do_not_depend_on_the_others(texts: list[str], nlp: Language) -> None:
    if not rounding.whole_periods_agree():
        pytest.skip("this machine's BLAS rounds by place: articles are encoded apart")
    embed, encode = layers(nlp)
    encoder = Encoder.of(encode)
    assert encoder is not None
    rows = [list(embed.predict([doc])) for doc in docs_of(nlp, texts)]
    together = encoder.encode(rows)
    for parcel, found in zip(rows, together, strict=True):
        (alone,) = encoder.encode([parcel])
        assert all(numpy.array_equal(a, b) for a, b in zip(alone, found, strict=True))
    backwards = encoder.encode(rows[::-1])[::-1]
    assert all(numpy.array_equal(a[0], b[0]) for a, b in zip(together, backwards, strict=True))
    direct = encode.predict([matrix for parcel in rows for matrix in parcel])
    flat = [matrix for parcel in together for matrix in parcel]
    assert all(numpy.allclose(a, b, atol=1e-4) for a, b in zip(direct, flat, strict=True))


def test_a_document_without_tokens_and_no_documents(nlp: Language) -> None:
    encoder = Encoder.of(layers(nlp)[1])
    assert encoder is not None
    ((empty, one),) = encoder.encode(
        [[numpy.zeros((0, 96), "float32"), numpy.ones((1, 96), "float32")]]
    )
    assert empty.shape == (0, 96)
    assert one.shape == (1, 96)
    assert encoder.encode([]) == []


def test_encodings_of_another_kind_are_left_alone() -> None:
    cnn: Model[Any, Any] = chain(
        expand_window(window_size=1), Maxout(nO=4, nI=12, nP=2, normalize=True)
    )
    known: Model[Any, Any] = with_array(residual(cnn), pad=1)
    known.initialize()
    assert Encoder.of(known) is not None
    for other in (
        cnn,
        with_array(residual(cnn)),  # documents would see each other
        with_array(chain(cnn, residual(cnn)), pad=2),  # not all are residual
        with_array(residual(Maxout(nO=4, nI=4, nP=2)), pad=1),  # no window
    ):
        other.initialize()
        assert Encoder.of(other) is None


def test_components_that_read_words_otherwise_are_seen(nlp: Language) -> None:
    assert not all_covered({}, nlp)


def test_a_parser_with_a_beam_is_seen(nlp: Language) -> None:
    found = keep_vectors(nlp)
    parser: Any = nlp.get_pipe("parser")
    assert all_covered(found, nlp)
    parser.cfg["beam_width"] = 4
    assert not all_covered(found, nlp)


def test_kept_vectors_are_not_trained(nlp: Language) -> None:
    vectors(nlp)
    component: Any = nlp.get_pipe("tok2vec")
    with pytest.raises(NotImplementedError, match="not for training"):
        component.model([Doc(nlp.vocab, ["tir"])], is_train=True)


def test_without_kept_vectors_nothing_is_filled_up(nlp: Language) -> None:
    docs = [Doc(nlp.vocab, ["tir"])]
    assert Parcel(nlp, {}, docs).docs == docs
    assert len(Parcel(nlp, keep_vectors(nlp), docs).docs) == 2


def test_whole_periods() -> None:
    assert [rounding.padding(n) for n in (0, 1, 48, 49)] == [0, 47, 0, 47]
    rows = numpy.array([[1, 2], [1, 3], [1, 2]], dtype="float32")
    assert rounding.alike(rows) == [[0, 2], [1]]


def test_a_word_has_one_vector_whatever_it_was_learnt_with(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = [f"mot{number}" for number in range(MOST_AT_ONCE + 7)]
    inner = layers(nlp)[0]
    forth, back = Cache(inner, nlp.vocab), Cache(inner, nlp.vocab)
    (one,) = forth.vectors([Doc(nlp.vocab, words)])
    (other,) = back.vectors([Doc(nlp.vocab, words[::-1])])
    again = forth.vectors([Doc(nlp.vocab, words[5:9])])[0]
    assert numpy.array_equal(again, one[5:9])
    assert numpy.array_equal(one, other[::-1])
    (direct,) = inner.predict([Doc(nlp.vocab, words)])
    assert numpy.allclose(one, direct, atol=1e-5)
    monkeypatch.setattr(embedding, "whole_periods_agree", lambda: False)
    (apart,) = Cache(inner, nlp.vocab).vectors([Doc(nlp.vocab, words)])
    assert numpy.array_equal(one, apart)


def test_a_word_has_a_kind_of_place(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    words = [f"mot{number}" for number in range(100)]
    inner = layers(nlp)[0]
    monkeypatch.setattr(embedding, "alike", lambda _: [[0, 5], [1], [7, 8, 9]])
    cache = Cache(inner, nlp.vocab)
    (rows,) = cache.vectors([Doc(nlp.vocab, words)])
    (direct,) = inner.predict([Doc(nlp.vocab, words)])
    assert numpy.allclose(rows, direct, atol=1e-5)
    keys = [b"a", b"b", b"c", b"d", b"e", b"f", b"g"]
    places = embedding._places(keys, [[0, 5], [1], [7, 8, 9]])
    assert len(set(places.tolist())) == len(keys)
    kinds = [place % 48 for place in places.tolist()]
    assert [embedding._places([key], [[0], [1], [7]])[0] for key in keys] == [
        {0: 0, 5: 0, 1: 1}.get(kind, 7) for kind in kinds
    ]


def test_the_cache_begins_anew_when_it_is_full(
    nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(layers(nlp)[0], nlp.vocab)
    doc = Doc(nlp.vocab, ["un", "tir", "de", "missile"])
    (before,) = cache.vectors([doc])
    monkeypatch.setattr(embedding, "MOST", 2)
    cache.vectors([Doc(nlp.vocab, ["autre"])])
    assert len(cache._rows) == 1
    (after,) = cache.vectors([doc])
    assert numpy.array_equal(before, after)


def test_a_word_with_features_of_its_own_is_not_taken_for_another(nlp: Language) -> None:
    own = Doc(nlp.vocab, ["missile", "tir"])
    own[0].norm_ = "fusée"  # as the tokenizer's exceptions do for some abbreviations
    cache = Cache(layers(nlp)[0], nlp.vocab)
    (after,) = cache.vectors([own])
    (before,) = cache.vectors([Doc(nlp.vocab, ["missile", "tir"])])
    assert not numpy.array_equal(before[0], after[0])
    assert numpy.allclose(before[1], after[1], atol=1e-5)
