"""What is only rehearsed, forbidden or possible in general is no deed, and a strike is no test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]

REHEARSED = [
    "Les soldats ont répété un assaut contre une île de la Corée du Nord.",
    "L'armée de la Corée du Nord s'exerce à frapper les bases américaines.",
    "L'armée du Sud a mené un exercice de débarquement sur une île près de la Corée du Nord.",
    "Les forces spéciales s'entraînent à l'assassinat de Kim Jong-un, selon Pyongyang.",
    "L'armée de la Corée du Nord a simulé la destruction d'un aérodrome et une attaque du port.",
    "Une frappe nucléaire simulée contre Séoul a mobilisé des lanceurs de la Corée du Nord.",
    "Séoul organise un exercice de riposte à une attaque de drones de la Corée du Nord.",
]
DONE = [
    "Après une attaque de la Corée du Nord contre un poste, Séoul a lancé un exercice militaire.",
    "Séoul mène un exercice militaire en réponse à l'attaque de la Corée du Nord contre un poste.",
    "Des commandos de la Corée du Nord entraînés à tuer ont attaqué la Maison Bleue en 1968.",
]
GENERAL = [
    "Les résolutions de l'ONU interdisent à Pyongyang tout essai balistique.",
    "Les tirs de missiles balistiques sont interdits à la Corée du Nord par l'ONU.",
    "La loi de Séoul punit de prison l'envoi de tracts par ballon vers la Corée du Nord.",
    "Pyongyang a promis un moratoire sur les essais nucléaires et les tirs de missiles.",
    "Séoul est à portée de tir de l'artillerie de la Corée du Nord.",
    "Le bouclier doit protéger Séoul d'une attaque de missiles nord-coréens.",
    "La Corée du Nord dispose de lance-roquettes capables de bombarder Séoul.",
    "La Corée du Nord a présenté un obusier en mesure de frapper Séoul.",
    "La Corée du Nord possède des missiles capables, selon les experts, de frapper Guam.",
    "Kim Jong-un a remis dimanche 250 lanceurs de missiles aux unités du front.",
    "La Corée du Nord refuse de céder ses armes nucléaires.",
    "L'armée de la Corée du Nord possède des rampes de lancement de missiles.",
    "Le général chargé des essais de missiles de la Corée du Nord a été promu.",
]
IN_EARNEST = [
    "Après le tir d'un missile balistique de la Corée du Nord, interdit par l'ONU, Tokyo proteste.",
    "L'armée ukrainienne s'est défendue contre une attaque des soldats nord-coréens à Koursk.",
    "La Corée du Nord, à qui les résolutions interdisent tout tir, a lancé un missile mardi.",
    "Malgré la loi, des militants de Séoul ont envoyé des ballons vers la Corée du Nord.",
]
HITTING = [
    "Des obus tirés par le Nord sont tombés sur l'île de Yeonpyeong.",
    "La Corée du Nord a tiré 170 obus qui sont tombés sur l'île de Yeonpyeong.",
    "Les missiles KN-23 lancés par la Russie ont touché un quartier résidentiel de Poltava.",
    "Kharkiv a essuyé une salve de missiles nord-coréens dans la nuit.",
]
HITTING_NOBODY = [
    "Le missile tiré par la Corée du Nord est tombé en mer du Japon.",
    "La Corée du Nord a tiré deux missiles pour frapper Séoul en cas de guerre.",
]


def _types(found: Findings) -> set[str]:
    return {event.mentions[0].type for event in found.events}


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [(REHEARSED, {"military_exercise"}), (GENERAL, set()), (HITTING, {"missile_strike"})],
)
def test_no_deeds(analyse_all: AnalyseAll, texts: list[str], wanted: set[str]) -> None:
    told = {text: _types(each) for text, each in zip(texts, analyse_all(texts), strict=True)}
    assert told == dict.fromkeys(texts, wanted)


@pytest.mark.parametrize(
    ("texts", "wanted"),
    [
        (DONE, {"armed_clash"}),
        (IN_EARNEST, {"missile_test", "armed_clash", "border_incident"}),
        (HITTING_NOBODY, {"missile_test"}),
    ],
)
def test_deeds(analyse_all: AnalyseAll, texts: list[str], wanted: set[str]) -> None:
    for text, each in zip(texts, analyse_all(texts), strict=True):
        assert _types(each) & wanted, text


def test_who_fired_does_the_harm(analyse_all: AnalyseAll) -> None:
    (found,) = analyse_all([HITTING[1]])
    (event,) = found.events
    assert any(filler.role == "actor" for m in event.mentions for filler in m.fillers)
