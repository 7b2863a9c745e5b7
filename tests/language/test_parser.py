from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from dprk_events.french.folding import plain_signs
from dprk_events.language import Gazetteer, Parser
from dprk_events.language.fast import steps
from dprk_events.language.parser import LINES
from dprk_events.language.tokens import Splitter, tokenized

pytestmark = pytest.mark.model

SAMPLES = sorted((Path(__file__).parents[2] / "samples").glob("*.txt"))
TEXT = (
    "Tir de missile à l’aube\n\n"
    "La Corée du Nord a tiré mardi deux missiles balistiques vers la mer du Japon, a annoncé "
    "l’état-major interarmées sud-coréen. Kim Jong Un assistait au tir, selon l’agence KCNA.\n"
    "« Le Nord ment », a réagi Séoul."
)


def test_one_doc_a_text_in_order(parser: Parser) -> None:
    texts = ["Paris.", "", TEXT, "\n\n", "Séoul a parlé.\nMoscou aussi."] * 15
    docs = list(parser.parse(texts))
    assert [doc.text for doc in docs] == [plain_signs(text) for text in texts]


def test_offsets_are_those_of_the_text(parser: Parser) -> None:
    (doc,) = parser.parse([TEXT])
    assert len(doc.text) == len(TEXT)
    for token in doc:
        assert plain_signs(TEXT[token.idx : token.idx + len(token.text)]) == token.text


@given(
    st.lists(
        st.sampled_from(
            ["Kim Jong Un", "la Corée du Nord", " ", "  ", "\n", "\r\n", "l’", "'", "-", ".", "»",
             "a tiré", "missile", "armée sud-coréenne", "d'", "\u00a0", "\t", "É", "𝔎", "2025"]
        ),
        max_size=25,
    ).map("".join)
)  # fmt: skip
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_keeps_its_offsets(parser: Parser, text: str) -> None:
    (doc,) = parser.parse([text])
    assert doc.text == plain_signs(text)
    for ent in doc.ents:
        assert ent.start_char < ent.end_char <= len(text)


def test_names_are_single_tokens_and_entities(parser: Parser) -> None:
    (doc,) = parser.parse([TEXT])
    tokens = {token.text for token in doc}
    assert {"Corée du Nord", "mer du Japon", "Kim", "Jong Un"} <= tokens
    known = {ent.text: (ent.label_, ent.kb_id_) for ent in doc.ents if ent.kb_id_}
    assert known["Corée du Nord"] == ("LOC", "state.coree-du-nord")
    assert known["Kim Jong Un"] == ("PER", "leader.kim-jong-un")
    assert known["missiles balistiques"] == ("WEAPON", "weapon.missile")
    assert known["état-major interarmées sud-coréen"] == ("ORG", "joint-staff.KR")
    assert known["Nord"] == ("LOC", "half.nord")


def test_names_can_be_left_as_words(parser: Parser) -> None:
    (doc,) = Parser(parser.model, parser.gazetteer, merge_names=False).parse([TEXT])
    assert "Corée du Nord" not in {token.text for token in doc}
    assert ("Corée du Nord", "state.coree-du-nord") in [(e.text, e.kb_id_) for e in doc.ents]


def test_parse_of_a_plain_sentence(parser: Parser) -> None:
    (doc,) = parser.parse(["La Corée du Nord a tiré deux missiles balistiques."])
    verb = next(token for token in doc if token.text == "tiré")
    assert verb.dep_ == "ROOT"
    relations = {child.dep_: child.text for child in verb.children}
    assert relations["nsubj"] == "Corée du Nord"
    assert relations["obj"] == "missiles"


def test_a_line_is_a_sentence_of_its_own(parser: Parser) -> None:
    text = "Titre sans point\nUne phrase, puis\nune autre ligne"
    (doc,) = parser.parse([text])
    starts = {sent.start_char for sent in doc.sents}
    assert {0, 17, 34} <= starts


def test_no_sentence_starts_inside_a_name_or_after_a_comma(parser: Parser) -> None:
    (doc,) = parser.parse(["Hier, Kim Jong Un, Vladimir Poutine, Xi Jinping et Moon Jae-in."])
    assert len(list(doc.sents)) == 1


DATELINES = [
    "SEOUL, 11 octobre (AFP) - ",
    "SÉOUL (Reuters) – ",
    "PAJU (Corée du Sud), 9 janvier (Reuters) - ",
    "SEOUL, 6 nov. 2024 (Dépêche) – ",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_is_a_sentence_of_its_own(parser: Parser, dateline: str) -> None:
    (doc,) = parser.parse([f"{dateline}La Corée du Nord a tiré mardi un missile."])
    first, second = (sentence.text for sentence in doc.sents)
    assert first == dateline.strip()
    assert second == "La Corée du Nord a tiré mardi un missile."


def test_brackets_and_a_dash_are_no_dateline(parser: Parser) -> None:
    (doc,) = parser.parse(["Le leader du pays (RPDC) – celui de 2011 – a parlé."])
    assert not any(sentence.text.endswith("–") for sentence in doc.sents)


def test_the_same_text_gives_the_same_parse(parser: Parser) -> None:
    first, second = parser.parse([TEXT, TEXT])
    assert [(t.text, t.pos_, t.dep_, t.head.i) for t in first] == [
        (t.text, t.pos_, t.dep_, t.head.i) for t in second
    ]


def test_a_megabyte_without_a_full_stop(parser: Parser) -> None:
    """A tenth of it, cut where spaCy's own limit and the time of later stages do not matter."""
    text = "le missile de la Corée tombe dans la mer " * 2_500
    (doc,) = parser.parse([text])
    assert len(doc.text) == len(text)
    assert all(text[token.idx : token.idx + len(token)] == token.text for token in list(doc)[::97])
    assert max(len(sentence.text) for sentence in doc.sents) <= 2_000


def test_runs_without_a_space(parser: Parser) -> None:
    """By itself the tokenizer takes 8 s for these brackets, and four times that for twice them."""
    for text in ("(" * 8_000, "a" * 8_000, "Le tir " + "«" * 3_000 + " a eu lieu."):
        tokens, _ = tokenized(
            parser.model.nlp.vocab, Splitter(parser.model.nlp.tokenizer), text, []
        )
        assert tokens.text == text
        assert all(text[token.idx : token.idx + len(token)] == token.text for token in tokens)
        assert max(len(token) for token in tokens) <= 200


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in SAMPLES]


def _attributes(doc: Doc) -> list[tuple[object, ...]]:
    return [
        (t.text, t.pos_, str(t.morph), t.lemma_, t.norm_, t.dep_, t.head.i, t.is_sent_start,
         t.ent_type_, t.ent_iob_, t.ent_kb_id_)
        for t in doc
    ]  # fmt: skip


def test_what_was_parsed_before_changes_nothing(texts: list[str], parser: Parser) -> None:
    def all_of(ordered: list[str]) -> list[object]:
        with parser.forgetting():
            docs = list(parser.parse(ordered))
            return [(_attributes(doc), doc.tensor.tobytes()) for doc in docs]

    in_order = all_of(texts)
    assert in_order == all_of(texts[::-1])[::-1]
    assert in_order == [all_of([text])[0] for text in texts]


def _state(nlp: Language) -> list[object]:
    lexemes = sorted((x.orth, x.norm, x.prefix, x.suffix, x.shape) for x in nlp.vocab)
    return [lexemes, dict(nlp.vocab.vectors.key2row)]


def test_what_names_borrow_is_given_back(parser: Parser, gazetteer: Gazetteer) -> None:
    first, second = "La Sohae est là, puis les Sohae.", "Tir de Sohae vers la mer, près des Sohae."
    list(parser.parse([first, second]))  # the words are known now
    before = _state(parser.model.nlp)
    (alone,) = parser.parse([second])
    list(Parser(parser.model, gazetteer).parse([first]))
    other, _ = Parser(parser.model, gazetteer).parse([second, first])
    assert _attributes(other) == _attributes(alone)
    assert _state(parser.model.nlp) == before


def test_empty_texts_and_names_only(texts: list[str], parser: Parser) -> None:
    odd = ["", "\n", "Kim Jong-un", texts[0], "\u2028", texts[1], " "]
    for doc, text in zip(parser.parse(odd), odd, strict=True):
        assert len(doc.text) == len(text)
        (alone,) = parser.parse([text])
        assert _attributes(doc) == _attributes(alone)
        assert doc.tensor.tobytes() == alone.tensor.tobytes()


def test_a_component_that_fails_leaves_nothing_behind(
    texts: list[str], parser: Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [_attributes(doc) for doc in parser.parse(texts[:2])]
    state = _state(parser.model.nlp)

    def broken(_parser: object, _docs: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(steps, "_parsed", broken)
        with pytest.raises(ZeroDivisionError):
            list(parser.parse(texts[:2]))
    assert _state(parser.model.nlp) == state
    assert [_attributes(doc) for doc in parser.parse(texts[:2])] == before


def test_one_extraction_at_a_time(parser: Parser) -> None:
    refused = pytest.raises(RuntimeError, match="finish or close")
    with parser.forgetting(), refused, parser.forgetting():
        pass
    assert not parser.is_forgetting
    with parser.forgetting():  # and again afterwards
        assert parser.is_forgetting
        list(parser.parse(["Un tir."]))
    assert not parser.is_forgetting


def test_labels_have_their_names_after_words_are_forgotten(parser: Parser) -> None:
    with parser.forgetting():
        list(parser.parse(["Le missile Hwasong-17 a été tiré."]))
    recogniser: Any = parser.model.nlp.get_pipe("ner")
    assert {"WEAPON", "EXERCISE", "PER"} <= set(recogniser.labels)


def test_a_text_of_more_lines_than_go_together_is_whole(parser: Parser, texts: list[str]) -> None:
    long = "\n\n".join(texts * 3)
    (doc,) = parser.parse([long])
    assert long.count("\n\n") > LINES
    assert len(doc.text) == len(long)
    before = next(parser.parse([texts[0]]))
    assert _attributes(doc[: len(before)].as_doc())[:50] == _attributes(before)[:50]


def test_the_first_doc_does_not_wait_for_the_last_text(parser: Parser) -> None:
    taken: list[str] = []
    docs = parser.parse(taken.append(text) or text for text in ("Un tir.", "Un autre."))  # type: ignore[func-returns-value]
    next(docs)
    assert taken == ["Un tir."]
