"""Who takes part decides: people of the North, firms, and states that are only neighbours."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]

OF_THE_NORTH = [
    "Deux ouvriers de Corée du Nord ont accosté en Corée du Sud.",
    "Trois serveuses d'un restaurant nord-coréen ont débarqué à Séoul.",
    "Des Nord-Coréens sont venus en Corée du Sud à la nage.",
]
OF_OTHERS = [
    "Deux ouvriers russes ont accosté en Corée du Sud, dit Pyongyang.",
    "Trois serveuses d'un restaurant chinois ont débarqué à Séoul, dit Pyongyang.",
    "Le ministre nord-coréen a débarqué à Séoul avec deux ouvriers russes.",
]
BY_STATES = ["Moscou a signé un accord avec Pyongyang.", "Un accord a été signé par Pyongyang."]
BY_FIRMS = ["Samsung a signé un accord, dit Pyongyang.", "La firme a signé un accord à Pyongyang."]


def _types(found: list[Findings], name: str) -> list[bool]:
    return [any(event.type == name for event in each.events) for each in found]


@pytest.mark.parametrize(
    ("texts", "name", "told"),
    [
        (OF_THE_NORTH, "defection", True),
        (OF_OTHERS, "defection", False),
        (BY_STATES, "agreement", True),
        (BY_FIRMS, "agreement", False),
    ],
)
def test_whose_deed_it_is(analyse_all: AnalyseAll, texts: list[str], name: str, told: bool) -> None:
    assert _types(analyse_all(texts), name) == [told] * len(texts)


def test_what_strangers_do_where_the_north_is_only_named(analyse_all: AnalyseAll) -> None:
    meeting = "Emmanuel Macron a rencontré Friedrich Merz à Berlin. "
    passing = meeting + "Ils ont dîné ensemble. L'Iran et la Corée du Nord les inquiètent."
    about = "La Corée du Nord a tiré un missile. " + meeting + "Ils ont condamné Pyongyang."
    told = [
        [event.dprk for event in each.events if event.type == "meeting"]
        for each in analyse_all([passing, about])
    ]
    assert [any(each) for each in told] == [False, True]


def test_a_council_kept_from_deciding_decides_nothing(analyse_all: AnalyseAll) -> None:
    (found,) = analyse_all(
        ["Pékin a empêché le Conseil de sécurité d'adopter une résolution contre Pyongyang."]
    )
    assert [event.type for event in found.events] == ["veto"]
