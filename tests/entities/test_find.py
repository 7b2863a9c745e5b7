from __future__ import annotations

import pytest

from dprk_events.entities import Entity, find_entities
from dprk_events.language import Gazetteer, Parser

pytestmark = pytest.mark.model


@pytest.fixture
def find(parser: Parser, gazetteer: Gazetteer):  # type: ignore[no-untyped-def]
    def run(text: str) -> list[Entity]:
        (doc,) = parser.parse([text])
        entities = find_entities(doc, text, gazetteer, parser.model.words)
        at = 0
        for entity in entities:
            assert at <= entity.start < entity.end <= len(text)
            assert text[entity.start : entity.end] == entity.text
            assert doc[entity.first].idx == entity.start
            last = doc[entity.last]
            assert last.idx + len(last.text) == entity.end
            at = entity.end
        return entities

    return run


def spans(entities: list[Entity]) -> list[tuple[str, str]]:
    return [(e.label, e.text) for e in entities]


def test_names_of_the_gazetteer(find) -> None:  # type: ignore[no-untyped-def]
    entities = find(
        "Le Conseil de sécurité de l’ONU a condamné le tir d’un Hwasong-18 par la Corée du Nord "
        "pendant l’exercice Freedom Shield, selon le ministère sud-coréen de la Défense."
    )
    assert spans(entities) == [
        ("ORG", "Conseil de sécurité de l’ONU"),
        ("WEAPON", "Hwasong-18"),
        ("LOC", "Corée du Nord"),
        ("EXERCISE", "Freedom Shield"),
        ("ORG", "ministère sud-coréen de la Défense"),
    ]
    assert [(e.country, e.kb, e.kind) for e in entities[2:3]] == [("KP", "Q423", "state")]
    assert entities[0].canonical == "Conseil de sécurité"


def test_names_that_only_the_model_knows(find) -> None:  # type: ignore[no-untyped-def]
    entities = find("L’analyste Martine Duchemin, de passage à Besançon, n’y croit pas.")
    assert spans(entities) == [("PER", "Martine Duchemin"), ("LOC", "Besançon")]
    assert entities[0].canonical is None
    assert entities[0].kind is None


def test_nationalities_are_no_entities(find) -> None:  # type: ignore[no-untyped-def]
    entities = find("Les Sud-Coréens et les Américains craignent un tir nord-coréen à Séoul.")
    assert spans(entities) == [("LOC", "Séoul")]


def test_a_surname_means_the_person_named_before(find) -> None:  # type: ignore[no-untyped-def]
    entities = find(
        "Kim Yo-jong a répondu à M. Yoon. Le président Yoon Suk-yeol se tait. "
        "Mme Kim s’en moque, et M. Yoon aussi."
    )
    people = [(e.text, e.canonical) for e in entities if e.label == "PER"]
    assert people == [
        ("Kim Yo-jong", "Kim Yo-jong"),
        ("Yoon", None),
        ("Yoon Suk-yeol", "Yoon Suk-yeol"),
        ("Kim", "Kim Yo-jong"),
        ("Yoon", "Yoon Suk-yeol"),
    ]


def test_a_bare_surname_means_the_one_named_most(find) -> None:  # type: ignore[no-untyped-def]
    entities = find(
        "Kim Jong-un, petit-fils de Kim Il-sung, a parlé. Kim Jong-un et sa sœur Kim Yo-jong "
        "étaient là. Kim a souri. Mme Kim aussi."
    )
    assert [e.canonical for e in entities if e.text == "Kim"] == ["Kim Jong-un", "Kim Yo-jong"]


def test_a_head_of_state_stays_beside_his_family(find) -> None:  # type: ignore[no-untyped-def]
    entities = find("Melania Trump est partie. Trump est resté.")
    assert [e.canonical for e in entities] == ["Melania Trump", "Donald Trump"]


def test_another_bearer_in_the_text_is_meant(find) -> None:  # type: ignore[no-untyped-def]
    entities = find("Martine Blinken est venue. M. Blinken se tait.")
    assert [e.canonical for e in entities] == [None, "Martine Blinken"]


def test_a_surname_of_one_known_person(find) -> None:  # type: ignore[no-untyped-def]
    (entity,) = find("M. Poutine est reparti.")
    assert (entity.canonical, entity.kb, entity.country) == ("Vladimir Poutine", "Q7747", "RU")


def test_an_unknown_surname_takes_the_full_name_as_canonical(find) -> None:  # type: ignore[no-untyped-def]
    entities = find("Selon Martine Duchemin, rien ne change. M. Duchemin se trompe, dit-elle.")
    assert [e.canonical for e in entities] == [None, "Martine Duchemin"]


def test_a_short_form_in_brackets_is_the_same_body(find) -> None:  # type: ignore[no-untyped-def]
    entities = find(
        "La Fédération internationale des échecs (FIDZ) proteste. La FIDZ attend une réponse."
    )
    assert [e.label for e in entities] == ["ORG"] * 3
    assert entities[-1].canonical == "Fédération internationale des échecs"


def test_a_ship_is_no_person(find) -> None:  # type: ignore[no-untyped-def]
    entities = find("Le cargo nord-coréen « Jang Mirae » a été saisi au large de Busan.")
    assert ("LOC", "Busan") in spans(entities)
    assert not [e for e in entities if e.label == "PER"]


def test_a_verb_that_opens_a_sentence_is_no_place(find) -> None:  # type: ignore[no-untyped-def]
    entities = find("Plongeons dans le récit.\nIsolée par les sanctions, Pyongyang se tait.")
    assert spans(entities) == [("LOC", "Pyongyang")]


def test_nothing_in_nothing(find) -> None:  # type: ignore[no-untyped-def]
    assert find("") == []
    assert find("\n \n") == []


def test_a_ship_named_after_its_trade_is_no_person(find) -> None:  # type: ignore[no-untyped-def]
    entities = find('Le navire de pêche nord-coréen "Dae Yang 10" a été arraisonné.')
    assert not [e for e in entities if e.label in ("PER", "LOC", "ORG")]
