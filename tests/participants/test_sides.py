"""Who acts where words stand between: whose an offer is, who stands on one side and the other."""

from __future__ import annotations

import pytest

from tests.participants.conftest import Rows

OFFERED = [
    ("Pyongyang a décliné la proposition de Séoul de livrer du riz et des obus à Kiev.", "KR"),
    ("La décision de Donald Trump de rencontrer Kim Jong-un a surpris.", "KP US"),
    ("Le projet chinois de livrer des missiles à Pyongyang inquiète Tokyo.", "CN"),
    ("Londres a écarté les demandes visant à lever les sanctions contre Pyongyang.", "GB"),
    ("Le Nord a écarté l'idée, émise par Tokyo, de rencontrer Kim Jong-un à Pékin.", "JP KP"),
    ("Pyongyang évoque une offre qu'il a reçue de Moscou de livrer des avions à son armée.", "RU"),
]
OPPOSED = [
    ("Un pacte a été conclu entre d'un côté Moscou et de l'autre Pyongyang.", "KP RU"),
    (
        "La trêve a été signée par l'ONU d'un côté, l'armée nord-coréenne de l'autre.",
        "KP UN",
    ),
    (
        "Un pacte a été signé entre, d'une part, Pékin et, d'autre part, Moscou et Séoul.",
        "CN KR RU",
    ),
    (
        "Les chefs de la défense de Tokyo, de Séoul et de Washington se sont réunis.",
        "JP KR US",
    ),
    ("Un pacte a été conclu entre Pyongyang et un émissaire de l'autre Corée.", "KP"),
]


@pytest.mark.parametrize(("text", "countries"), OFFERED + OPPOSED)
def test_who_acts(rows: Rows, text: str, countries: str) -> None:
    event = rows(text, "")[0]
    found = {c for each in event.participants if each.role == "actor" for c in each.countries}
    assert " ".join(sorted(found)) == countries
