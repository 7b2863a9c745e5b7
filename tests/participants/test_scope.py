"""Which events involve North Korea where the text does not name it."""

from __future__ import annotations

import pytest

from tests.participants.conftest import Completed, Rows

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    "text",
    [
        "Séoul suspend l'accord militaire de 2018. Le gouvernement sud-coréen réagit à l'envoi de "
        "1 000 ballons par son voisin.",
        "Des soldats ont franchi la ligne de démarcation mardi. L'armée sud-coréenne a procédé à "
        "des tirs de sommation.",
        "Tension sur la frontière intercoréenne : des haut-parleurs ont diffusé de la propagande "
        "vers le Nord dimanche.",
    ],
)
def test_it_is_told_of_by_its_neighbour_or_its_border(rows: Rows, text: str) -> None:
    events = rows(text, "2024-06-20")
    assert events
    assert all(event.dprk for event in events)


@pytest.mark.parametrize(
    "text",
    [
        "Des casques bleus ont franchi la ligne de démarcation à Chypre mardi, selon Nicosie.",
        "L'armée israélienne a tiré sur des hommes venus du nord dans la zone démilitarisée lundi.",
        "Séoul a signé un accord de libre-échange avec son voisin japonais lundi.",
    ],
)
def test_other_borders_and_neighbours_are_not_its(rows: Rows, text: str) -> None:
    assert [event.type for event in rows(text, "2024-06-20") if event.dprk] == []


def test_a_regime_alone_does_not_name_it(completed: Completed) -> None:
    found = completed("Le régime a envahi les îles voisines lundi. La dictature menace.", "")
    assert [event.type for event in found.events] == ["armed_clash"]
    assert not found.names_dprk


@pytest.mark.parametrize(
    ("text", "who"),
    [
        (
            "Le fils d'un diplomate nord-coréen passé au Sud se confie. Il a fait défection en "
            "2016.",
            {"KP"},
        ),
        (
            "Kim Jong-un a assisté au défilé marquant la fin de la guerre, puis s'est entretenu "
            "deux heures avec Vladimir Poutine.",
            {"KP", "RU"},
        ),
    ],
)
def test_the_subject_goes_on(rows: Rows, text: str, who: set[str]) -> None:
    event = rows(text, "2024-06-20")[-1]
    acting = {c for each in event.participants if each.role == "actor" for c in each.countries}
    assert acting == who


@pytest.mark.parametrize(
    ("text", "its"),
    [
        ("L'Iran a tiré des missiles sur Israël, la Corée du Nord a applaudi.", False),
        ("La Corée du Nord a condamné les frappes américaines sur l'Iran.", False),
        ("La Russie a bombardé Kiev avec l'aide de la Corée du Nord.", True),
        ("La Russie a tiré des missiles nord-coréens sur Kiev, Pyongyang a applaudi.", True),
    ],
)
def test_who_only_speaks_of_the_deed_of_others_takes_no_part(
    rows: Rows, text: str, its: bool
) -> None:
    assert [event.dprk for event in rows(text, "2024-06-20")] == [its]
