"""Who is named with "par" behind an event noun, and a participle between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Findings

AnalyseAll = Callable[[list[str]], list[Findings]]
pytestmark = pytest.mark.model

ACTS = "Le tir de missile mené lundi par la Corée du Nord a échoué."
ONLY_SEES = [
    "Le tir de missile nord-coréen repéré lundi par l'armée japonaise a échoué.",
    "Les manœuvres de Séoul condamnées par la Corée du Nord commencent lundi.",
]
SUFFERS = "Le vol subi en mai par la plateforme Elvora a enrichi les pirates nord-coréens."


def fillers(findings: Findings, role: str) -> list[str]:
    return [
        filler.text
        for event in findings.events
        for mention in event.mentions
        for filler in mention.fillers
        if filler.role == role
    ]


def test_who_sees_or_judges_a_deed_does_not_do_it(analyse_all: AnalyseAll) -> None:
    acts, *others = analyse_all([ACTS, *ONLY_SEES])
    assert "Corée du Nord" in fillers(acts, "actor")
    assert not {"armée japonaise", "Corée du Nord"} & {
        actor for findings in others for actor in fillers(findings, "actor")
    }


def test_who_suffers_a_deed_is_its_recipient(analyse_all: AnalyseAll) -> None:
    (findings,) = analyse_all([SUFFERS])
    assert any("Elvora" in text for text in fillers(findings, "recipient"))
    assert not any("Elvora" in text for text in fillers(findings, "actor"))


def test_a_preposition_is_no_verb(analyse_all: AnalyseAll) -> None:
    (findings,) = analyse_all(["Pyongyang se tait. Pendant dix jours, des soldats ont attendu."])
    assert not findings.events


@pytest.mark.parametrize("between", ["", "déjà ", "également ", "aussi "])
def test_an_adverb_before_the_verb_hides_nobody(analyse_all: AnalyseAll, between: str) -> None:
    told = f"Séoul avait {between}procédé à un tir de missile le 25 mai, après celui de Pyongyang."
    hacked = f"Des pirates nord-coréens avaient {between}piraté une banque sud-coréenne mardi."
    shot, hack = analyse_all([told, hacked])
    assert "Séoul" in fillers(shot, "actor")
    assert [event.type for event in hack.events] == ["cyberattack"]


CONTROLLED = [
    "est en train d'imposer", "est sur le point d'imposer", "se vante d'avoir imposé",
    "vient d'imposer", "va imposer", "a l'intention d'imposer", "est en passe d'imposer",
]  # fmt: skip


def test_who_is_about_to_act_acts(analyse_all: AnalyseAll) -> None:
    found = analyse_all([f"Le Japon {verb} des sanctions à Pyongyang." for verb in CONTROLLED])
    assert [fillers(each, "actor") for each in found] == [["Japon"]] * len(CONTROLLED)


def test_who_goes_to_a_place_to_arrange_something_does_not_do_it(analyse_all: AnalyseAll) -> None:
    told = "La Corée du Sud vient d'organiser des exercices avec les États-Unis face à Pyongyang."
    went = "Stephen Biegun est allé à Séoul organiser le sommet entre Donald Trump et Kim Jong-un."
    soon, other = analyse_all([told, went])
    assert {"Corée du Sud", "États-Unis"} <= set(fillers(soon, "actor"))
    (meeting,) = [event for event in other.events if event.type == "meeting"]
    assert "Biegun" not in str([f.text for m in meeting.mentions for f in m.fillers])


def test_a_pronoun_is_no_leader_who_is_only_named_near(analyse_all: AnalyseAll) -> None:
    told = "Kim Jong-nam, demi-frère du dirigeant nord-coréen, est connu. Il est mort lundi."
    (findings,) = analyse_all([told])
    assert "Kim Jong-nam" in fillers(findings, "recipient")


def test_a_dash_within_a_name_ends_no_dateline(analyse_all: AnalyseAll) -> None:
    told = "Lundi 5 août 2024, la banque Al-Safir a été piratée par la Corée du Nord."
    (findings,) = analyse_all([told])
    (hack,) = findings.events
    assert hack.mentions[0].date is not None


def test_what_has_a_preposition_is_no_subject(analyse_all: AnalyseAll) -> None:
    told = (
        "Mardi, quelques heures après une mise en garde de l'ONU, Séoul et Washington ont mené des "
        "manœuvres face à la Corée du Nord."
    )
    (findings,) = analyse_all([told])
    assert set(fillers(findings, "actor")) == {"Séoul", "Washington"}
