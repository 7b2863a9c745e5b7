"""Capitals and missing accents are read as the letters that were meant, each in its place."""

from __future__ import annotations

import io

import pytest

from dprk_events.language import Gazetteer, Letters, Parser
from dprk_events.language.letters.word_forms import WordForms, strip_accents
from dprk_events.reading import Article, ReadingOptions, read_paths

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def letters(parser: Parser, gazetteer: Gazetteer) -> Letters:
    return Letters(parser.model.nlp, gazetteer)


def read(text: str) -> Article:
    [article] = read_paths(["-"], ReadingOptions(any_language=True), io.BytesIO(text.encode()))
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize(
    "meant",
    [
        "La Corée du Nord a tiré un missile balistique vers la mer du Japon, a annoncé Séoul",
        "Kim Jong-un a rencontré Vladimir Poutine à Vladivostok",
        "L'armée sud-coréenne a détecté deux tirs, selon l'agence Yonhap",
        "L'ONU condamne le tir d'un ICBM par Pyongyang",
        "Mardi, le président russe Vladimir Poutine est à Pyongyang. Il y restera deux jours",
    ],
)
def test_capitals(letters: Letters, meant: str) -> None:
    article = read(meant.upper() + "\n")
    assert [remark.kind for remark in article.remarks] == ["capitals"]
    restored = letters.restored(article)
    assert restored.as_read.text == meant + "\n"
    assert restored.text == meant.upper() + "\n"


@pytest.mark.parametrize(
    "meant",
    [
        "Corée du Nord : deux missiles tirés vers le Japon",
        "Le président américain a été reçu à Pyongyang par Kim Jong-un",
    ],
)
def test_capitals_without_accents(letters: Letters, meant: str) -> None:
    assert letters.restored(read(strip_accents(meant).upper())).as_read.text == meant


@pytest.mark.parametrize(
    "meant",
    [
        "Le régime nord-coréen a réalisé un tir de missile balistique vers la mer du Japon.",
        "Pyongyang a de nouveau tiré un missile, a annoncé l'armée sud-coréenne.",
        "Un missile lancé par la Corée du Nord est tombé au large de la côte est du pays.",
        "Kim Jong-un s'est rendu à Moscou, où il a été reçu par le président russe.",
        "Il a dû quitter le pays, à côté du président, jusqu'à cette année-là.",
        "Pyongyang procède à un essai et menace de tirer à 500 kilomètres de Séoul.",
        "Des pourparlers ont été menés à la frontière ; les alliés ont publié un communiqué.",
        "La Corée du Nord a testé une bombe à hydrogène dès le début de l'année.",
        "Un traité a été signé. Il a la bombe. Elle commence par le nucléaire.",
        "L'école est fermée à cause de la sécheresse, a-t-il ajouté.",
    ],
)
def test_accents(letters: Letters, meant: str) -> None:
    article = read(strip_accents(meant) + "\n")
    assert [remark.kind for remark in article.remarks] == ["no-accents"]
    assert letters.restored(article).as_read.text == meant + "\n"


def test_only_the_part_that_has_lost_them(letters: Letters) -> None:
    body = "Le président sud-coréen a réuni ses conseillers. Pyongyang a nié les faits à l'ONU."
    article = read(f"Le regime a tire un missile.\n\n{body}\n")
    assert letters.restored(article).as_read.text == f"Le régime a tiré un missile.\n\n{body}\n"


@pytest.mark.parametrize(
    "text",
    [
        "L'ONU, l'OTAN et les USA, selon KCNA et AFP.",
        "Etats-Unis : A Pyongyang, Kim salue Poutine.",
        "Kim Jong Un parle avec Vladimir Poutine.",
        "Vladimir POUTINE a pris la parole.",
        "Le pays a comme allié la Chine.",
        "Il a une arme.",
    ],
)
def test_what_lacks_no_letters(letters: Letters, text: str) -> None:
    article = read(text)
    assert article.reading is None
    assert letters.restored(article) is article


def test_no_words_are_read_where_none_are_needed(parser: Parser, gazetteer: Gazetteer) -> None:
    letters = Letters(parser.model.nlp, gazetteer)
    letters.restored(read("Un tir de missile a eu lieu à Wonsan.\n"))
    assert "_forms" not in vars(letters)


def test_words_by_frequency(parser: Parser) -> None:
    forms = WordForms(parser.model.nlp)
    assert forms.accented("regime")[0] == "régime"
    assert forms.rank("régime") < forms.rank("regime")
    assert forms.participles("tire") == ["tiré"]
    assert forms.is_infinitive("tirer")
    assert forms.is_infinitive("défendre")
    assert not forms.is_infinitive("missile")
