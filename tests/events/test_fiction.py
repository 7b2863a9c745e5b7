"""Deeds of films, novels and games are no events; those told beside them are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]

STORIES = [
    "SÉRIE. Un général nord-coréen tire un missile sur Séoul.",
    "Dans le film, un général nord-coréen tire un missile sur Séoul.",
    "Dans « Mer de glace », la Corée du Nord envahit la Corée du Sud.",
    "« Mer de glace » raconte l'attaque de Séoul par la Corée du Nord.",
    "Le jeu vidéo imagine une invasion de Séoul par la Corée du Nord.",
    "La romancière imagine une attaque de Séoul par la Corée du Nord.",
    "Le documentaire suit une famille qui fuit la Corée du Nord.",
    "Le film, où un commando de la Corée du Nord attaque Séoul, sort mardi.",
    "Ce thriller met en scène une attaque de Séoul par la Corée du Nord.",
]
DEEDS = [
    "Dans une série de tirs, la Corée du Nord a tiré un missile sur Séoul.",
    "Dans la nuit, la Corée du Nord a tiré un missile sur Séoul.",
    "Dans « l'affaire du siècle », la Corée du Nord a tiré un missile sur Séoul.",
    "« La Corée du Nord a tiré un missile sur Séoul », raconte un soldat.",
    "Dans le documentaire, le général dit que la Corée du Nord a tiré un missile sur Séoul.",
    "Le général raconte l'attaque de Séoul par la Corée du Nord.",
    "La Corée du Nord a tiré un missile pendant que passait le film.",
    "Un missile sur Séoul\n\nLa Corée du Nord l'a tiré lundi.\n\nCINÉMA. LIVRES. Nos articles",
]


@pytest.mark.parametrize(("texts", "found"), [(STORIES, False), (DEEDS, True)])
def test_stories_are_told_from_deeds(
    analyse_all: AnalyseAll, texts: list[str], found: bool
) -> None:
    told = {text: bool(each.events) for text, each in zip(texts, analyse_all(texts), strict=True)}
    assert told == dict.fromkeys(texts, found)


def test_a_text_about_sport_alone_tells_no_deeds(analyse_all: AnalyseAll) -> None:
    deed = "La Corée du Nord a retiré ses soldats de Moscou en mai."
    match = "Les joueurs de la Coupe préparent un match du tournoi, avant la finale du Mondial. "
    found = analyse_all([deed, match + deed])
    assert [bool(each.events) for each in found] == [True, False]


REVIEW = (
    "Le polar du romancier tient en haleine. Un transfuge a fui la Corée du Nord à la nage. "
    "L'intrigue se perd, les personnages aussi."
)
TRUE_STORY = (
    "Le documentaire émeut les spectateurs. Un transfuge a fui la Corée du Nord à la nage. "
    "Les salles sont pleines, l'héroïne de ce film pleure, et le roman suivra."
)
HACKED = (
    "Le studio retire sa comédie des salles : les acteurs du film ont peur. Des pirates de "
    "Corée du Nord ont volé le scénario, des romans et des courriels, un piratage sans égal."
)


def test_a_text_about_an_invented_story_tells_no_deeds(analyse_all: AnalyseAll) -> None:
    found = analyse_all([REVIEW, TRUE_STORY, HACKED])
    assert [bool(each.events) for each in found] == [False, True, True]
