"""Conjugation and plurals, and how mistakes in their tables are told."""

from __future__ import annotations

import pytest

from dprk_events.french import (
    auxiliary_forms,
    conjugate,
    forms_of,
    looks_like_participle,
    looks_plural,
    pluralise,
)
from dprk_events.french.paradigms import ParadigmError, load_paradigms, parse


@pytest.mark.parametrize(
    ("lemma", "form", "tense"),
    [
        ("tirer", "tirait", "imperfect"),
        ("tirer", "tirerait", "conditional"),
        ("recevoir", "recevra", "future"),
        ("envoyer", "enverra", "future"),
        ("déployer", "déploie", "present"),
        ("balayer", "balaye", "present"),
        ("balayer", "balaie", "present"),
        ("essayer", "essaiera", "future"),
        ("essayer", "essayait", "imperfect"),
        ("annoncer", "annonça", "past"),
        ("engager", "engageait", "imperfect"),
        ("détruire", "détruites", "past-participle"),
        ("reconnaître", "reconnu", "past-participle"),
        ("venir", "vint", "past"),
        ("libérer", "libère", "present"),
        ("rendre", "rendit", "past"),
        ("installer", "installent", "present"),  # nothing of "aller"
        ("déballer", "déballe", "present"),
        ("prévoir", "prévoirait", "conditional"),
        ("assaillir", "assaille", "present"),
        ("déceler", "décèle", "present"),
        ("dissoudre", "dissolvent", "present"),
    ],
)
def test_inflection(lemma: str, form: str, tense: str) -> None:
    assert conjugate(lemma)[form] == tense


def test_a_verb_without_model_is_refused() -> None:
    with pytest.raises(ValueError, match=r"paradigms\.toml"):
        conjugate("xyzo")


def test_plurals() -> None:
    assert pluralise("tir") == ("tir", "tirs")
    assert pluralise("bateau") == ("bateau", "bateaux")
    assert pluralise("arsenal") == ("arsenal", "arsenaux")
    assert pluralise("obus") == ("obus",)
    assert pluralise("festival") == ("festival", "festivals")


def test_the_auxiliaries_have_their_rare_forms_too() -> None:
    assert auxiliary_forms("avoir")["eût"] == "subjunctive"
    assert "eût" not in conjugate("avoir")
    assert auxiliary_forms("être")["est"] == "present"


def test_forms_of_several_verbs_are_folded() -> None:
    assert forms_of("avoir", "être") == forms_of("avoir") | forms_of("être")
    assert "œ" not in "".join(forms_of("manœuvrer"))


@pytest.mark.parametrize(
    ("word", "plural", "participle"),
    [
        ("missiles", True, True),
        ("bateaux", True, False),
        ("tiré", False, True),
        ("accusée", False, True),
        ("reste", False, False),
        ("vise", False, False),
        ("a", False, False),
    ],
)
def test_how_words_look(word: str, plural: bool, participle: bool) -> None:
    assert looks_plural(word) is plural
    assert looks_like_participle(word) is participle


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[models", "not TOML"),
        ('[models.er]\ncells = ["a"]', "models.er: nine cells needed, has 1"),
        ("[models.er]\ncells = 1", r'models.er: no list of words. Write cells = \["…"\]'),
        ("[endings]\nimperfect = [1]", "endings: no list of words. Write imperfect"),
    ],
)
def test_mistakes_name_the_key_and_the_remedy(text: str, told: str) -> None:
    with pytest.raises(ParadigmError, match=told):
        parse(text)


def test_a_wrong_tense_is_told_with_those_there_are() -> None:
    text = "\n".join(
        [
            "[endings]", *(f"{name} = []" for name in load_paradigms().endings),
            "[spelling]", *(f"{name} = []" for name in load_paradigms().spelling),
            "[auxiliaries.avoir]", 'eut = "perfect"',
        ]
    )  # fmt: skip
    with pytest.raises(ParadigmError, match="“eut”: tense is infinitive, present"):
        parse(text)
