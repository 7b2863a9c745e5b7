"""Talks and flights that are apart by who takes part, by time, or as nothing came of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]
pytestmark = pytest.mark.model


def count(findings: Findings, type_: str) -> int:
    return sum(event.type == type_ for event in findings.events)


@pytest.mark.parametrize(
    ("others", "events"),
    [
        ("Elle a rappelé la rencontre entre Kim Jong-un et Xi Jinping.", 2),
        ("Le sommet de leurs dirigeants avait préparé le terrain.", 2),
        ("L'entretien entre la ministre et l'émissaire chinois a été cordial.", 1),
    ],
)
def test_a_talk_of_leaders_is_none_of_ministers(
    analyse_all: AnalyseAll, others: str, events: int
) -> None:
    text = f"La ministre nord-coréenne s'est entretenue avec son homologue chinois. {others}"
    (findings,) = analyse_all([text])
    assert count(findings, "meeting") == events


def test_what_was_done_is_not_what_is_to_come(analyse_all: AnalyseAll) -> None:
    text = "Le ministre chinois ouvrira des pourparlers à Pyongyang. {} avec Choe Son-hui."
    done, to_come = "Il s'est entretenu mardi", "Il s'entretiendra mardi"
    found = analyse_all([text.format(each) for each in (done, to_come)])
    assert [count(each, "meeting") for each in found] == [2, 1]


@pytest.mark.parametrize(
    ("other", "events"),
    [
        ("En mai, un autre soldat avait tenté de faire défection.", 2),
        ("Il a dit vouloir rejoindre le Sud.", 1),
    ],
)
def test_one_flees_once_and_another_is_another(
    analyse_all: AnalyseAll, other: str, events: int
) -> None:
    (findings,) = analyse_all([f"Un soldat nord-coréen a fait défection mardi. {other}"])
    assert count(findings, "defection") == events


@pytest.mark.parametrize("when", ["avait eu lieu en mai 2019", "s'était tenue à Minsk en 2019"])
def test_one_counted_with_its_noun_left_out_is_another(analyse_all: AnalyseAll, when: str) -> None:
    (findings,) = analyse_all(
        [f"Kim Jong-un et Xi Jinping ont tenu une réunion. La première {when}."]
    )
    assert count(findings, "meeting") == 2


@pytest.mark.parametrize(
    ("end", "events"),
    [("Moscou y a opposé son veto.", 0), ("Séoul s'en félicite.", 1)],
)
def test_what_a_blocked_text_was_to_do_is_no_event(
    analyse_all: AnalyseAll, end: str, events: int
) -> None:
    draft = "L'ONU a voté un projet visant à durcir les sanctions contre Pyongyang."
    (findings,) = analyse_all([f"{draft} {end}".replace("a voté", "a examiné")])
    assert count(findings, "sanction") == events


@pytest.mark.parametrize(
    "words", ["d'ailleurs", "d'ores et déjà", "du reste", "lui-même", "depuis"]
)
def test_an_adverbial_may_stand_within_the_verb(analyse_all: AnalyseAll, words: str) -> None:
    (findings,) = analyse_all([f"Xi Jinping avait {words} rencontré Kim Jong-un."])
    (meeting,) = findings.events
    assert [filler.text for filler in meeting.roles if filler.role == "actor"] == [
        "Xi Jinping",
        "Kim Jong-un",
    ]


def test_the_head_of_a_delegation_is_no_warhead(analyse_all: AnalyseAll) -> None:
    text = (
        "Choe Ryong-hae est à la tête d'une délégation nord-coréenne. Il est arrivé mardi à Cuba."
    )
    (findings,) = analyse_all([text])
    assert [event.type for event in findings.events] == ["visit"]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kim Jong-un a vu Poutine à Vladivostok, où il s'était rendu en train.", ["Vladivostok"]),
        ("Sergueï Lavrov quitte Oulan-Bator, d'où il s'est rendu à Pyongyang.", ["Pyongyang"]),
        ("Le jour où Kim Jong-un s'est rendu chez Poutine, il pleuvait.", []),
    ],
)
def test_the_place_before_where_is_gone_to(
    analyse_all: AnalyseAll, text: str, places: list[str]
) -> None:
    (findings,) = analyse_all([text])
    visits = [event for event in findings.events if event.is_by({"se_rendre"})]
    told = [f.text for event in visits for f in event.roles if f.role == "destination"]
    assert told == places


def test_who_approved_a_text_that_was_blocked_imposed_nothing(analyse_all: AnalyseAll) -> None:
    text = "{} un texte de l'ONU qui durcit les sanctions contre Pyongyang. Treize pays l'ont voté."
    found = analyse_all([text.format(each) for each in ("Moscou a bloqué", "Moscou a lu")])
    told = [[m.trigger for e in each.events for m in e.mentions] for each in found]
    assert ["voté" in triggers for triggers in told] == [False, True]


def test_the_many_who_fled_are_not_the_one(analyse_all: AnalyseAll) -> None:
    text = "Un soldat nord-coréen a fait défection mardi. {} Nord-Coréens ont fui au Sud."
    found = analyse_all([text.format(each) for each in ("Plus de 30 000", "Ces")])
    assert [count(each, "defection") for each in found] == [2, 1]


@pytest.mark.parametrize(
    ("before", "events"),
    [("l'avait reçue à Moscou en avril 2019", 2), ("l'a reçue à Moscou", 1)],
)
def test_a_talk_of_another_month_is_another(
    analyse_all: AnalyseAll, before: str, events: int
) -> None:
    text = f"Sergueï Lavrov a rencontré Choe Son-hui. Sergueï Lavrov {before}."
    (findings,) = analyse_all([text])
    assert count(findings, "meeting") == events


def test_a_talk_that_was_held_is_not_the_one_that_was_not(analyse_all: AnalyseAll) -> None:
    text = "Les deux Corées ne se parleront pas cet automne. La réunion de leurs généraux{} a déçu."
    found = analyse_all([text.format(each) for each in (", le 15 octobre,", "")])
    assert [count(each, "meeting") for each in found] == [2, 1]


@pytest.mark.parametrize(
    ("again", "events"),
    [
        ("Washington parlait de mille conteneurs livrés en octobre.", 2),
        ("Les 6700 conteneurs ont été livrés par bateau.", 1),
        ("Un million d'obus ont été livrés par bateau.", 1),
    ],
)
def test_another_number_of_the_same_things_is_another_delivery(
    analyse_all: AnalyseAll, again: str, events: int
) -> None:
    (findings,) = analyse_all([f"Pyongyang a livré 6700 conteneurs d'armes à Moscou. {again}"])
    assert count(findings, "arms_transfer") == events


def test_one_load_is_not_all_of_them(analyse_all: AnalyseAll) -> None:
    text = (
        "La Corée du Nord livre des armes à Moscou depuis un an. {} chargement d'obus a été livré."
    )
    told = [f"Washington l'assure. C'est sûr. {text.format(each)}" for each in ("Un premier", "Ce")]
    assert [count(each, "arms_transfer") for each in analyse_all(told)] == [2, 1]


@pytest.mark.parametrize(
    ("other", "events"),
    [
        ("En 2016, l'un de ces ballons nord-coréens avait crevé un toit à Goyang.", 2),
        ("Mercredi, l'un de ces ballons nord-coréens a crevé un toit à Goyang.", 1),
        ("L'un de ces ballons nord-coréens avait crevé un toit à Goyang.", 1),
    ],
)
def test_what_had_been_in_another_year_is_no_part_of_the_news(
    analyse_all: AnalyseAll, other: str, events: int
) -> None:
    text = "260 ballons lâchés par le Nord sur le Sud\n\nLes habitants ont été surpris. "
    (findings,) = analyse_all([text + other])
    assert count(findings, "border_incident") == events
