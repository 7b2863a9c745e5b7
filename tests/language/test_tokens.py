"""Words are those of spaCy's tokenizer, remembered or not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dprk_events.language import Parser, tokens
from dprk_events.language.tokens import Splitter

pytestmark = pytest.mark.model

ROOT = Path(__file__).parents[2]
TEXTS = sorted([*(ROOT / "samples").glob("*.txt"), *(ROOT / "tests/gold/texts").glob("*.txt")])
PIECES = st.sampled_from(
    [
        "a",
        "l'",
        "M.",
        "aujourd'hui",
        "10",
        "%",
        " ",
        "  ",
        "\n",
        "\t",
        "\u00a0",
        "(",
        "…",
        "-",
        "km",
    ]
)


def split(splitter: Splitter, text: str) -> tuple[list[str], list[bool]]:
    words: list[str] = []
    spaces: list[bool] = []
    splitter.split(text, words, spaces)
    return words, spaces


def by_spacy(parser: Parser, text: str) -> tuple[list[str], list[bool]]:
    doc = parser.model.nlp.tokenizer(text)
    return [token.text for token in doc], [bool(token.whitespace_) for token in doc]


def test_articles(parser: Parser) -> None:
    splitter = Splitter(parser.model.nlp.tokenizer)
    for path in TEXTS:
        text = path.read_text(encoding="utf-8")
        assert split(splitter, text) == by_spacy(parser, text), path.name


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(PIECES | st.characters(exclude_categories=["Cs"]), max_size=30).map("".join))
def test_any_text(parser: Parser, text: str) -> None:
    assert split(Splitter(parser.model.nlp.tokenizer), text) == by_spacy(parser, text)


ELIDED = st.sampled_from([*"cdjlmnst", *"CDJLMNST", "qu", "Qu"]).map("{}'".format)
LETTERS = st.text("abcdlmnstuABCDLMNSTUéèçœŒÀß", min_size=1, max_size=8)


@settings(max_examples=500, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(word=LETTERS, before=ELIDED | st.just(""), after=st.sampled_from(["", ","]))
def test_plain_runs(parser: Parser, word: str, before: str, after: str) -> None:
    text = before + word + after
    assert split(Splitter(parser.model.nlp.tokenizer), text) == by_spacy(parser, text)


def test_letters_of_the_exceptions_and_every_letter(parser: Parser) -> None:
    tokenizer: Any = parser.model.nlp.tokenizer
    single = [chr(n) for n in range(0x17F) if tokens._SIMPLE.fullmatch(chr(n))]
    words = [f"{before}{letter}{after}" for letter in single
             for before in ("", "a", "Ab") for after in ("", "b", "bc")]  # fmt: skip
    rules = [rule for rule in tokenizer.rules if not rule.isspace()]
    for word in [*words, *rules, "entr'ouvert", "d'entr'ouvrir", "l'aujourd'hui", "qu'est-ce"]:
        for text in (word, f"{word},", f"l'{word}", f"Qu'{word},"):
            assert split(Splitter(tokenizer), text) == by_spacy(parser, text)


def test_numerals_of_belgium_and_switzerland_are_one_token(parser: Parser) -> None:
    splitter = Splitter(parser.model.nlp.tokenizer)
    words, _ = split(splitter, "Nonante-cinq chars, septante-et-un, huitante-deux, nonante-là")
    assert words == ["Nonante-cinq", "chars", ",", "septante-et-un", ",", "huitante-deux", ",",
                     "nonante", "-là"]  # fmt: skip


def test_adjectives_of_two_states_are_one_token(parser: Parser) -> None:
    text = "des accords russo-nord-coréens, nippo-sud-coréens; italo-suisses et porte-avions."
    words = [token.text for doc in parser.parse([text]) for token in doc]
    assert words[:7] == ["des", "accords", "russo-nord-coréens", ",", "nippo-sud-coréens", ";",
                         "italo-suisses"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("le Conseil (ONU).Le 3 mai", "le Conseil ( ONU ) . Le 3 mai"),
        ("en 2006.Les voisins", "en 2006 . Les voisins"),
        ("signé par Washington.En mai", "signé par Washington . En mai"),
        ("le test (ICBM).A Séoul", "le test ( ICBM ) . A Séoul"),
        ("« non ».L'armée", "« non » . L' armée"),
    ],
)
def test_a_sentence_may_end_without_a_space(parser: Parser, text: str, words: str) -> None:
    assert [token.text for doc in parser.parse([text]) for token in doc] == words.split()


def test_it_begins_anew_when_it_is_full(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST", 2)
    splitter = Splitter(parser.model.nlp.tokenizer)
    text = "L'armée a tiré un missile, a-t-on dit."
    assert split(splitter, text) == split(splitter, text) == by_spacy(parser, text)
    assert len(splitter._known) <= 2


def test_a_text_of_more_runs_than_are_kept(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tokens, "MOST", 20)
    tokenizer: Any = parser.model.nlp.tokenizer
    calls: list[str] = []

    class Counted:
        rules = tokenizer.rules
        token_match = tokenizer.token_match

        def __call__(self, text: str) -> Any:
            calls.append(text)
            return tokenizer(text)

    splitter = Splitter(Counted())
    for text in (" ".join(f"x{n}" for n in range(30)), " ".join(f"x{n}" for n in range(1, 31))):
        splitter.learn(text)
        assert split(splitter, text) == by_spacy(parser, text)
    assert len(calls) == 4  # the words and the space, each twice
