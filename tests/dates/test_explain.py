"""Explanations, tense, and the checks on the data files."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata

import pytest

from dprk_events.dates import (
    Reference,
    explain_dates,
    find_dates,
    grammar,
    lexicon,
    page_words,
    tense_words,
)
from dprk_events.dates.build import builders
from dprk_events.dates.grammar import load_grammar
from dprk_events.dates.lexicon import LexiconError, load_lexicon
from dprk_events.dates.pattern import PatternCompiler
from dprk_events.dates.tense import Tense, guess_tense
from dprk_events.names import DateGrain

_REF = Reference(dt.date(2024, 6, 12), "option", 1.0)


def test_explanation_names_ground_and_rejected() -> None:
    (one,) = explain_dates("L'armée a tiré jeudi deux missiles.", _REF)
    assert one.timex.value == "2024-06-06"
    assert one.rejected == ("2024-06-13",)
    assert "2024-06-12" in one.ground
    assert "past" in one.ground
    assert "weekday=3" in one.reading


@pytest.mark.parametrize(("tense", "day"), [("past", "2024-06-06"), ("future", "2024-06-13")])
def test_tense_given_by_the_caller_counts(tense: Tense, day: str) -> None:
    (one,) = find_dates("Réunion à Séoul jeudi", _REF, tense=lambda offset: tense)
    assert one.value == day


@pytest.mark.parametrize(
    ("tense", "value"), [("past", "2023-10-22"), ("future", "2024-10-22"), (None, "2024-10-22")]
)
def test_a_tense_that_the_caller_knows_decides_the_year(tense: Tense | None, value: str) -> None:
    (one,) = find_dates("Tir du 22 octobre", _REF, tense=lambda offset: tense)
    assert one.value == value


@pytest.mark.parametrize(("tense", "value"), [("past", "2024-06-13"), ("future", "2024-06-11")])
def test_a_day_more_or_less_is_within_the_tense(tense: Tense, value: str) -> None:
    """It is tomorrow in Korea when a paper in Paris closes."""
    day = int(value[-2:])
    (one,) = find_dates(f"Tir du {day} juin", _REF, tense=lambda offset: tense)
    assert one.value == value


def test_the_callback_is_asked_at_offsets_of_the_text_as_it_came() -> None:
    text = unicodedata.normalize("NFD", "Été à Séoul, le 3 mai")
    asked: list[int] = []
    find_dates(text, _REF, tense=asked.append)
    assert text.index("3 mai") in asked


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Il a tiré le 22 octobre.", "2023-10-22"),
        ("Il se rendra le 3 mars à Pékin.", "2025-03-03"),
        ("Une équipe se rendra en Russie en janvier.", "2025-01"),
        ("Une équipe partira pour la Syrie en février.", "2025-02"),
        # An announcement leaves open on which side its object lies.
        ("Il a annoncé une parade le 10 août.", "2024-08-10"),
        ("Il a accepté de venir le 10 août.", "2024-08-10"),
    ],
)
def test_without_a_parse_the_only_tense_of_a_sentence_decides(text: str, value: str) -> None:
    (one,) = find_dates(text, _REF)
    assert one.value == value


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("il a tiré @", "past"),
        ("il se rendra @ à Moscou", "future"),
        ("le vote prévu @", "future"),
        ("le vote est attendu @", "future"),
        ("ils vont signer @ un pacte", "future"),
        ("le texte publié @", "past"),
        ("@, ils quittèrent la ville", "past"),
        ("@ à l'opéra", None),
        ("en Russie en @", None),
        ("les armées au @", None),
        ("il partira en Turquie en @", "future"),
        ("l'usine détruite en @", "past"),
    ],
)
def test_guess_tense(text: str, tense: Tense | None) -> None:
    at = text.index("@")
    assert guess_tense(text, at, at + 1).tense == tense


def test_every_rule_has_a_builder() -> None:
    assert {rule.build for rule in load_grammar().rules} <= builders()


def test_every_rule_but_prefixes_holds_a_core_word() -> None:
    """The search starts from core words: a rule without one could never be tried."""
    core = {load_lexicon().codes[c] for c in load_lexicon().core}
    for rule in load_grammar().rules:
        if not rule.then:
            assert core & set(rule.regex.pattern), rule.name


def test_every_gate_compiles_and_lets_its_rules_through() -> None:
    grammar = load_grammar()
    assert grammar.gate.keys() == grammar.by_first.keys()
    for char, rules in grammar.by_first.items():
        grammar.gate[char].match(char, 0)
        gate = grammar.gate[char]
        assert isinstance(gate, re.Pattern)
        if any(rule.regex.match(char) for rule in rules):
            assert gate.match(char), char


@pytest.mark.parametrize("pattern", ["month |)", "(month", "moon", "month*", "x=(month"])
def test_a_bad_pattern_is_named(pattern: str) -> None:
    with pytest.raises(LexiconError, match=r"grammar\.toml, rule 'r'"):
        PatternCompiler(load_lexicon().codes, {}).compile(pattern, "rule 'r'")


def test_wrapped_line_is_one_expression() -> None:
    text = "Le ministère sud-coréen de la Défense indique que le jeudi\n4 janvier, on a tiré."
    assert [t.value for t in find_dates(text, Reference())] == ["XXXX-01-04"]


def test_lines_of_a_list_stay_apart() -> None:
    assert [t.text for t in find_dates("Mardi\n4 janvier\n2024", Reference())] == [
        "Mardi",
        "4 janvier",
        "2024",
    ]


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("Le 31 juin, il a tiré.", "the calendar has no 31 June"),
        ("Le 29 février 2023, il a tiré.", "the calendar has no 29 February 2023"),
        ("Le 31 du mois dernier", "counted from"),
        ("Le 31 du mois de mai", "nearest"),
        ("Le cinquième lundi de février 2024", "only 4"),
        ("Le mardi 5 juin, il a tiré.", "the weekday is not that of 2024-06-05"),
        ("Le mercredi 13 décembre, il a tiré.", "past tense"),
        ("Le jeudi 13 juin 2023, il a tiré.", "the weekday disagrees"),
    ],
)
def test_the_ground_says_why_a_day_has_no_value_or_a_doubtful_one(text: str, ground: str) -> None:
    assert ground in " ".join(each.ground for each in explain_dates(text, _REF))


@pytest.mark.parametrize(
    ("name", "broken"), [("tense.toml", "open"), ("tense.toml", "past"), ("reference.toml", "mark")]
)
def test_a_missing_entry_is_named(name: str, broken: str, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = lexicon.read_toml(name)
    without = {key: value for key, value in whole.items() if key != broken}
    module = tense_words if name == "tense.toml" else page_words
    monkeypatch.setattr(module, "read_toml", lambda name: without)
    load = module.tense_words if module is tense_words else module.page_words
    with pytest.raises(LexiconError, match=rf"{name}.*{broken}"):
        load.__wrapped__()


def test_combining_accents_read_as_letters() -> None:
    """Text from some systems writes é as e and an accent; offsets still count its code points."""
    text = unicodedata.normalize("NFD", "À Séoul, le 4 février 2024 ; puis en décembre 2023.")
    found = find_dates(text, Reference())
    assert [t.value for t in found] == ["2024-02-04", "2023-12"]
    assert [text[t.start : t.end] for t in found] == [t.text for t in found]
    assert unicodedata.normalize("NFC", found[0].text) == "4 février 2024"
    start = text.index("4")
    assert [t.value for t in find_dates(text, Reference(), masked=[(start, start + 1)])] == [
        "2024-02",
        "2023-12",
    ]


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        ({"a": {"words": ["x"]}, "b": {"words": ["x"]}}, "keep one"),
        ({"a": {"words": ["X"]}}, "lower case"),
        ({"a": {"words": 3}}, "list of strings"),
        ({"a": 3}, "must be a table"),
    ],
)
def test_a_bad_lexicon_is_named(
    tables: dict[str, object], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lexicon, "read_toml", lambda name: tables)
    with pytest.raises(LexiconError, match=rf"lexicon\.toml.*{words}"):
        lexicon.load_lexicon.__wrapped__()


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ({"name": "r", "pattern": "month"}, "`build` is missing"),
        ({"name": "r", "pattern": "month", "build": "x", "colour": 1}, "unknown key 'colour'"),
        ({"name": "r", "pattern": "month", "build": "x", "not_after": ["zz"]}, "not_after"),
        ({"name": "r", "pattern": "mouth", "build": "x"}, "'mouth'"),
    ],
)
def test_a_bad_rule_is_named(
    rule: dict[str, object], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grammar, "read_toml", lambda name: {"macros": {}, "rule": [rule]})
    with pytest.raises(LexiconError, match=rf"grammar\.toml, rule 'r'.*{words}"):
        grammar.load_grammar.__wrapped__()


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("Il a tiré jeudi.", "day"),
        ("Dans la nuit de mardi à mercredi, il a tiré.", "night"),
        ("La semaine dernière, il a tiré.", "week"),
        ("Le week-end dernier, il a tiré.", "weekend"),
        ("En mars 2024, il a tiré.", "month"),
        ("Depuis mars 2024, il tire.", "month"),
        ("Il a tiré au printemps 2022.", "season"),
        ("Il a tiré au premier trimestre 2022.", "quarter"),
        ("Il a tiré au second semestre 2022.", "half"),
        ("Il a tiré fin 2022.", "year"),
        ("Il a tiré dans les années 1990.", "decade"),
        ("Il a tiré au XXe siècle.", "century"),
        ("Il a tiré du 4 au 14 mars 2024.", "span"),
        ("Il a tiré les 2 et 9 mars 2024.", "span"),
        ("Il a tiré récemment.", None),
        ("Il a tiré pendant trois jours.", None),
    ],
)
def test_grain_says_how_fine_the_value_is(text: str, grain: DateGrain | None) -> None:
    (one,) = find_dates(text, _REF)
    assert one.grain == grain


def test_without_a_value_there_is_no_grain() -> None:
    (one,) = find_dates("Il a tiré jeudi.", Reference())
    assert (one.value, one.grain) == (None, None)
