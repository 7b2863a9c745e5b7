"""Which mentions are one event: one pair of sentences for each check."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dprk_events.events import Findings
from dprk_events.events.merging.alike import add_up

AnalyseAll = Callable[[list[str]], list[Findings]]
pytestmark = pytest.mark.model

SHOT = "La Corée du Nord a tiré deux missiles balistiques le 3 mars 2022. "
ONE = {
    "nothing against it": "Le tir inquiète Séoul.",
    "the same date": "Pyongyang a tiré un missile le 3 mars 2022.",
    "this one": "Ce tir du 5 mars 2022 inquiète Séoul.",
    "ones for several missiles, then one": "Ces tirs inquiètent Séoul. L'essai a duré une heure.",
    "this new one": "Le monde s'inquiète. Ce nouveau tir inquiète Séoul.",
    "a name in place of a country": "Pyongyang a tiré le missile en mars 2022.",
}
TWO = {
    "another date": "La Corée du Nord a tiré un missile le 5 mars 2022.",
    "another actor": "La Russie a tiré un missile balistique le 3 mars 2022.",
    "another weapon": "La Corée du Nord a tiré un missile de croisière le 3 mars 2022.",
    "still to come": "La Corée du Nord tirera un missile balistique le 3 mars 2022.",
    "what had been done by then": (
        "Pyongyang a tiré un missile balistique, dix jours après avoir testé un missile de Sinpo."
    ),
    "one to come behind a failure": (
        "Ce missile a échoué. Pyongyang entend procéder à un nouveau tir de missile balistique."
    ),
    "several before it": (
        "Pyongyang avait procédé à quatre tirs de missiles balistiques en dix jours."
    ),
    "another number": "La Corée du Nord a tiré quatre missiles balistiques le 3 mars 2022.",
}


def count(findings: Findings, type_: str) -> int:
    return sum(event.type == type_ for event in findings.events)


def shots(findings: Findings) -> int:
    return count(findings, "missile_test")


def test_mentions_of_one_happening_are_one_event(analyse_all: AnalyseAll) -> None:
    found = analyse_all([SHOT + text for text in ONE.values()])
    assert dict(zip(ONE, map(shots, found), strict=True)) == dict.fromkeys(ONE, 1)


def test_what_tells_two_happenings_apart(analyse_all: AnalyseAll) -> None:
    found = analyse_all([SHOT + text for text in TWO.values()])
    assert dict(zip(TWO, map(shots, found), strict=True)) == dict.fromkeys(TWO, 2)


@pytest.mark.parametrize(("place", "events"), [("Wonsan", 1), ("Sinpo", 2)])
def test_another_place_is_another_event(analyse_all: AnalyseAll, place: str, events: int) -> None:
    text = "Pyongyang a tiré un missile depuis {}. Pyongyang a tiré un missile depuis {}."
    (findings,) = analyse_all([text.format("Wonsan", place)])
    assert shots(findings) == events


@pytest.mark.parametrize(("article", "events"), [("Ce", 1), ("Un autre", 2)])
def test_another_one_is_another_event(analyse_all: AnalyseAll, article: str, events: int) -> None:
    away = "Le ciel est gris. " * 3
    (findings,) = analyse_all([f"{away}{SHOT}{article} tir de missile a eu lieu à Wonsan."])
    assert shots(findings) == events


DRILLED = "La Corée du Nord proteste. Séoul a entamé lundi un exercice naval avec Washington. "


@pytest.mark.parametrize(
    ("told", "events"),
    [
        ("L'armée du Nord répondra par ses propres exercices.", 2),
        ("Une dizaine de manœuvres terrestres auront lieu en mai.", 2),
        ("Les manœuvres irritent Pyongyang.", 1),
    ],
)
def test_what_answers_a_drill_or_is_counted_beside_it_is_another(
    analyse_all: AnalyseAll, told: str, events: int
) -> None:
    (findings,) = analyse_all([DRILLED + told])
    assert count(findings, "military_exercise") == events


@pytest.mark.parametrize(
    ("told", "modalities"),
    [
        ("La Corée du Nord livrera les obus en mai.", ["planned"]),
        ("La Corée du Nord a livré les obus en mai.", ["asserted"]),
    ],
)
def test_what_is_announced_in_the_headline_is_as_the_verb_says(
    analyse_all: AnalyseAll, told: str, modalities: list[str]
) -> None:
    (findings,) = analyse_all([f"Moscou annonce la livraison d'obus nord-coréens\n\n{told}"])
    assert [e.modality for e in findings.events if e.type == "arms_transfer"] == modalities


@pytest.mark.parametrize(
    ("told", "modality"),
    [
        ("La rencontre devait se tenir le 12 juin à Singapour.", "negated"),
        ("La rencontre était prévue le 12 juin à Singapour.", "negated"),
        ("La rencontre se tiendra finalement le 12 juin à Singapour.", "planned"),
    ],
)
def test_what_only_was_to_be_done_stays_called_off(
    analyse_all: AnalyseAll, told: str, modality: str
) -> None:
    (findings,) = analyse_all([f"Trump annule le sommet avec Kim Jong-un\n\n{told}"])
    assert [e.modality for e in findings.events if e.type == "meeting"] == [modality]


FLED = "Deux pêcheurs nord-coréens ont fui vers le Sud en bateau. "


@pytest.mark.parametrize(
    ("told", "events"),
    [
        ("Un cuisinier avait fui vers le Sud en mai.", 2),
        ("Ils avaient fui de nuit.", 1),
    ],
)
def test_who_is_brought_in_with_an_earlier_deed_did_another(
    analyse_all: AnalyseAll, told: str, events: int
) -> None:
    (findings,) = analyse_all([FLED + told])
    assert count(findings, "defection") == events


@pytest.mark.parametrize(
    ("earlier", "events"),
    [
        ("Pyongyang avait tiré le missile vers l'est.", 1),
        ("Lundi, Pyongyang avait déjà tiré un missile vers l'est.", 2),
        ("Cinq jours plus tôt, le Nord avait salué l'essai d'un missile.", 2),
        ("Quelques heures plus tôt, le Nord avait salué l'essai d'un missile.", 1),
    ],
)
def test_what_had_been_done_already_is_another(
    analyse_all: AnalyseAll, earlier: str, events: int
) -> None:
    (findings,) = analyse_all([f"La Corée du Nord tire un missile vers l'est. {earlier}"])
    assert shots(findings) == events


VICTIMS = "Dix soldats nord-coréens sont morts à Koursk. {} ont été tués à Koursk."
MET = "Kim Jong-un a rencontré Donald Trump. {} parlé de la Corée du Nord."


@pytest.mark.parametrize(
    ("who", "events"),
    [("Les soldats du Nord", 1), ("Des soldats russes", 2), ("Trente soldats", 2)],
)
def test_other_victims_and_other_numbers_are_apart(
    analyse_all: AnalyseAll, who: str, events: int
) -> None:
    (findings,) = analyse_all([VICTIMS.format(who)])
    assert count(findings, "casualties") == events


@pytest.mark.parametrize(
    ("text", "of", "events"),
    [
        ("Dix soldats nord-coréens ont été tués ou blessés à Koursk.", "casualties", 1),
        ("Dix soldats nord-coréens ont été tués et vingt blessés à Koursk.", "casualties", 2),
        ("Séoul a tiré plus de dix coups de semonce, dit Pyongyang.", "border_incident", 1),
        ("Des soldats nord-coréens sont montés à l'assaut à Koursk.", "armed_clash", 1),
    ],
)
def test_what_one_clause_tells_once(
    analyse_all: AnalyseAll, text: str, of: str, events: int
) -> None:
    (findings,) = analyse_all([text])
    assert [event.type for event in findings.events] == [of] * events


@pytest.mark.parametrize(
    ("told", "events"),
    [("Trump et Kim se sont rencontrés et ont", 1), ("Trump a rencontré Xi Jinping et a", 2)],
)
def test_a_meeting_of_others_is_another(analyse_all: AnalyseAll, told: str, events: int) -> None:
    (findings,) = analyse_all([MET.format(told)])
    met = [e for e in findings.events if "rencontr" in " ".join(m.trigger for m in e.mentions)]
    assert len(met) == events


LAUNCH, TEST = "satellite_launch", "missile_test"


@pytest.mark.parametrize(
    ("kind", "text", "events"),
    [
        (TEST, "Pyongyang a tiré un missile, trois jours après un essai semblable.", 2),
        (TEST, "Deux semaines après un tir raté, Pyongyang a lancé un missile.", 2),
        (TEST, "Pyongyang a tiré un missile. L'essai inquiète Séoul, trois jours après.", 1),
        (LAUNCH, "Pyongyang a mis en orbite un satellite, un mois après un lancement raté.", 2),
        ("meeting", "Kim Jong-un a rencontré Poutine, un an après leur sommet de Russie.", 2),
    ],
)
def test_what_a_deed_is_measured_from_is_another(
    analyse_all: AnalyseAll, kind: str, text: str, events: int
) -> None:
    (findings,) = analyse_all([text])
    assert count(findings, kind) == events


@pytest.mark.parametrize(("town", "events"), [("Kharkiv", 1), ("Soumy", 2)])
def test_where_the_thing_struck_stands_tells_strikes_apart(
    analyse_all: AnalyseAll, town: str, events: int
) -> None:
    text = "Des missiles KN-23 ont frappé une usine de Kharkiv. Des missiles ont frappé {}."
    (findings,) = analyse_all([text.format(town)])
    assert count(findings, "missile_strike") == events


def test_manoeuvres_are_one_drill(analyse_all: AnalyseAll) -> None:
    text = "Séoul et Washington ont commencé un exercice militaire. Les manœuvres durent dix jours."
    (findings,) = analyse_all([text])
    assert [event.type for event in findings.events] == ["military_exercise"]


DELIVERED = "La Corée du Nord a livré des obus à Moscou. "
STOLEN = "Les pirates de Pyongyang ont volé 500 millions de dollars en bitcoins. "
HACKED = "Pyongyang a mené le piratage de Sony Pictures. "


@pytest.mark.parametrize(
    ("type_", "text", "events"),
    [
        ("arms_transfer", DELIVERED + "Moscou a livré des radars.", 2),
        ("arms_transfer", DELIVERED + "Pyongyang livre ces obus.", 1),
        ("cyberattack", HACKED + "Pyongyang a piraté le laboratoire américain Pfizer.", 2),
        ("cyberattack", HACKED + "Le piratage de Sony Pictures a choqué Séoul.", 1),
        ("cyberattack", STOLEN + "Ces pirates ont dérobé 480 millions de dollars en bitcoins.", 1),
        ("cyberattack", STOLEN + "Ces pirates ont dérobé 2 milliards de dollars en bitcoins.", 2),
    ],
)
def test_turned_round_or_done_to_another_body_is_another_event(
    analyse_all: AnalyseAll, type_: str, text: str, events: int
) -> None:
    (findings,) = analyse_all([text])
    assert count(findings, type_) == events


@pytest.mark.parametrize(
    ("told", "events"),
    [
        ("L'opération ballons inquiète Séoul.", 1),
        ("Le Nord a tiré des coups de semonce.", 2),
        ("Des tracts avaient été lâchés depuis une île du Sud.", 2),
    ],
)
def test_rules_of_one_deed_tell_one_incident(
    analyse_all: AnalyseAll, told: str, events: int
) -> None:
    text = f"La Corée du Nord a envoyé des ballons vers le Sud. {told}"
    (findings,) = analyse_all([text])
    assert count(findings, "border_incident") == events


FALLEN = "Quinze soldats nord-coréens ont été tués à Koursk. "
AGO = "Téhéran et Pyongyang ont signé un accord en 2019 lors d'un sommet. Le riz manque. "


@pytest.mark.parametrize(
    ("type_", "text", "events"),
    [
        ("casualties", FALLEN + "Vingt volontaires étrangers ont perdu la vie.", 2),
        ("casualties", FALLEN + "Ces soldats étrangers sont morts en mars.", 1),
        ("meeting", AGO + "L'Iranien Ali a eu mardi des pourparlers avec Kim Jong-un.", 2),
        ("meeting", AGO + "Le sommet avait surpris Séoul.", 1),
    ],
)
def test_what_is_told_anew_of_others_or_of_another_time_is_another(
    analyse_all: AnalyseAll, type_: str, text: str, events: int
) -> None:
    (findings,) = analyse_all([text])
    assert count(findings, type_) == events


@pytest.mark.parametrize(("opening", "events"), [("En résumé", 1), ("Bref", 1), ("Ailleurs", 2)])
def test_what_is_summed_up_is_no_other(analyse_all: AnalyseAll, opening: str, events: int) -> None:
    grey = "Le ciel est gris. " * 4
    told = f"{grey}Wang Yi est arrivé à Pyongyang. {grey}{opening} : une visite et un banquet."
    (findings,) = analyse_all([told])
    assert count(findings, "visit") == events


ROAD = "La Corée du Nord a dynamité la route de Kaesong. "


@pytest.mark.parametrize(
    ("told", "events"),
    [
        ("Kim Yo-jong avait menacé de réduire cette route en miettes.", 1),
        ("Kim Yo-jong avait averti que la route serait détruite.", 1),
        ("Kim Yo-jong menace de détruire la route.", 2),
        ("Kim Yo-jong avait menacé de réduire en miettes un pont.", 2),
    ],
)
def test_a_threat_that_came_true_is_the_deed(
    analyse_all: AnalyseAll, told: str, events: int
) -> None:
    (findings,) = analyse_all([ROAD + told])
    assert count(findings, "armed_clash") == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kim Jong-un est allé à Dalian, un mois après un premier voyage à Pékin.", 2),
        ("Aucun voyage à Moscou n'est prévu. Choe Ryong-hae s'y est rendu en 2014.", 2),
    ],
)
def test_what_was_not_told_before_is_another(
    analyse_all: AnalyseAll, text: str, events: int
) -> None:
    (findings,) = analyse_all([text])
    assert count(findings, "visit") == events


def test_thefts_of_other_sums_from_others_are_two(analyse_all: AnalyseAll) -> None:
    text = (
        "Des pirates nord-coréens ont volé 80 millions de dollars à une banque du Bangladesh. "
        "Ils ont volé {} millions de dollars à {}."
    )
    found = analyse_all([text.format(60, "une plateforme japonaise"), text.format(80, "la banque")])
    thefts = [count(each, "cyberattack") for each in found]
    assert thefts == [2, 1]


def test_a_detail_below_the_title_tells_the_deed_anew(analyse_all: AnalyseAll) -> None:
    title = "Nouveau tir de missile nord-coréen\n\n"
    anew, again = analyse_all(
        [
            title + "Deux engins partis jeudi de Wonsan sont retombés en mer du Japon.",
            title + "L'engin parti jeudi de Wonsan est retombé en mer du Japon.",
        ]
    )
    assert (len(anew.events[0].mentions), len(again.events[0].mentions)) == (2, 1)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Kim Jong-un n'ira pas à Moscou, mais visite Pékin.", 2),
        ("Kim Jong-un n'ira pas à Moscou. Sa visite à l'ambassade russe a duré une heure.", 2),
        ("Kim Jong-un n'ira pas à Moscou. Sa visite à Moscou n'était pas confirmée.", 1),
        ("Poutine s'est rendu à Pyongyang lundi. Il s'est ensuite rendu au Vietnam.", 2),
        ("Poutine s'est rendu à Pyongyang lundi. Il s'est rendu au mausolée.", 1),
    ],
)
def test_what_is_done_in_its_place_or_next_is_another_visit(
    analyse_all: AnalyseAll, text: str, events: int
) -> None:
    (findings,) = analyse_all([text])
    assert count(findings, "visit") == events


@pytest.mark.parametrize(("verb", "events"), [("remonte à avril 2023", 2), ("inquiète Séoul", 1)])
def test_a_noun_whose_verb_says_when_it_was_is_another(
    analyse_all: AnalyseAll, verb: str, events: int
) -> None:
    (findings,) = analyse_all([f"Pyongyang a tiré un missile balistique. Le premier tir {verb}."])
    assert shots(findings) == events


@pytest.mark.parametrize(("pact", "events"), [("alliance", 1), ("accord de pêche", 2)])
def test_an_alliance_is_the_treaty_that_was_signed(
    analyse_all: AnalyseAll, pact: str, events: int
) -> None:
    text = f"Poutine et Kim scellent leur {pact}. Poutine et Kim ont signé un traité de défense."
    (findings,) = analyse_all([text])
    assert count(findings, "agreement") == events


@pytest.mark.parametrize(
    ("drill", "events"),
    [
        ("Séoul et Washington participent à l'exercice Freedom Shield depuis le 9 mars 2026.", 2),
        ("L'exercice Freedom Shield du Sud a commencé le 9 mars 2026.", 1),
    ],
)
def test_a_named_drill_of_more_sides_is_another(
    analyse_all: AnalyseAll, drill: str, events: int
) -> None:
    (findings,) = analyse_all(
        [f"L'armée sud-coréenne a mené un exercice à balles réelles. {drill}"]
    )
    assert count(findings, "military_exercise") == events


def test_the_truce_village_lies_in_the_demilitarised_zone(analyse_all: AnalyseAll) -> None:
    text = "Kim et Moon se serrent la main à {}. Kim et Moon se sont rencontrés dans la DMZ."
    found = analyse_all([text.format(place) for place in ("Panmunjom", "Pyongyang")])
    assert [count(each, "meeting") for each in found] == [1, 2]


IDENTITY = {
    "a count": "Il s'agit du cinquième missile balistique tiré par Pyongyang.",
    "an ordinal": "C'était le sixième essai de missile de Pyongyang.",
    "how often": "C'est la troisième fois que Pyongyang tire un missile.",
}


def test_what_a_deed_is_said_to_be_is_no_other_deed(analyse_all: AnalyseAll) -> None:
    shot = "La Corée du Nord a tiré un missile balistique mardi. Séoul s'inquiète. "
    found = analyse_all([shot + text for text in IDENTITY.values()])
    assert dict(zip(IDENTITY, map(shots, found), strict=True)) == dict.fromkeys(IDENTITY, 1)


def test_another_one_may_be_said_to_be_one(analyse_all: AnalyseAll) -> None:
    shot = "Le ciel est gris. " * 3 + "La Corée du Nord a tiré un missile balistique mardi. "
    (findings,) = analyse_all([shot + "Il s'agit d'un autre essai que celui du 3 mai 2022."])
    assert shots(findings) == 2


def test_what_had_been_done_already_is_another_deed(analyse_all: AnalyseAll) -> None:
    (findings,) = analyse_all(
        ["Pyongyang tire un missile. Il a déjà procédé à un tir de missile en mai 2005."]
    )
    assert shots(findings) == 2


def test_an_engine_named_by_a_general_word_is_of_the_launch_just_told(
    analyse_all: AnalyseAll,
) -> None:
    end = " L'engin a été lancé vers midi. Le lancement a échoué."
    rocket, missile = analyse_all(
        [
            "Pyongyang a tenté de mettre un satellite en orbite." + end,
            "Pyongyang a procédé à un tir de missile." + end,
        ]
    )
    assert (count(rocket, "satellite_launch"), shots(rocket)) == (1, 0)
    assert (count(missile, "satellite_launch"), shots(missile)) == (0, 1)


def test_what_shells_brought_about_is_no_deed_of_its_own(analyse_all: AnalyseAll) -> None:
    shelled = "Le Nord a bombardé une île du Sud. "
    by_shells, by_hand = analyse_all(
        [
            shelled + "Dix maisons ont été détruites.",
            shelled + "Pyongyang a détruit le bureau de liaison.",
        ]
    )
    assert count(by_shells, "armed_clash") == 0
    assert count(by_hand, "armed_clash") == 1


NAMED_AGAIN = {
    "Vladimir Poutine doit se rendre à Pyongyang. La visite a été préparée dans le secret.": [
        "planned"
    ],
    "Pyongyang menace de procéder à un essai nucléaire. L'essai inquiète Pékin.": ["possible"],
    "Pyongyang a procédé à un essai nucléaire. L'essai inquiète Pékin.": ["asserted"],
    "Vladimir Poutine doit se rendre à Pyongyang. La visite a duré deux jours.": ["asserted"],
    "Vladimir Poutine doit se rendre à Pyongyang. Le Kremlin affirme que la visite se fait à "
    "l'invitation de Kim Jong-un.": ["planned"],
}


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        (
            "Séoul affirme que Pyongyang a livré des obus à la Russie. Ces livraisons inquiètent.",
            "reported",
        ),
        ("Pyongyang a livré des obus à la Russie. Ces livraisons inquiètent.", "asserted"),
        ("Séoul affirme que Pyongyang a tiré un missile. Ce tir inquiète.", "asserted"),
        ("Piratage de Bybit\n\nLe FBI a attribué lundi à Pyongyang le casse de Bybit.", "reported"),
        ("Pyongyang pirate Bybit\n\nLe FBI a attribué à Pyongyang le casse de Bybit.", "asserted"),
        ("Envoi d'obus en Russie\n\nLe Nord a envoyé des obus en Russie, a dit KCNA.", "asserted"),
        ("Tir de missile du Nord\n\nLe Nord a tiré un missile, affirme Séoul.", "asserted"),
    ],
)
def test_what_is_known_by_hearsay_is_named_again_on_the_same_word(
    analyse_all: AnalyseAll, text: str, modality: str
) -> None:
    (findings,) = analyse_all([text])
    assert [event.modality for event in findings.events] == [modality]


def test_what_is_only_named_again_is_as_planned_as_before(analyse_all: AnalyseAll) -> None:
    found = analyse_all(list(NAMED_AGAIN))
    told = [sorted(event.modality for event in each.events) for each in found]
    assert dict(zip(NAMED_AGAIN, told, strict=True)) == NAMED_AGAIN


@pytest.mark.parametrize(("who", "events"), [("Kim Jong-il", 2), ("Wang Yi", 1)])
def test_a_meeting_with_another_that_is_denied_is_another(
    analyse_all: AnalyseAll, who: str, events: int
) -> None:
    text = "Wang Yi a eu des entretiens à Pyongyang mardi. {} n'a pas rencontré le ministre."
    (findings,) = analyse_all([text.format(who)])
    assert count(findings, "meeting") == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Pyongyang a lancé deux missiles. Séoul a testé un missile tiré d'un sous-marin.", 2),
        ("Un missile a été lancé lundi. L'armée sud-coréenne a testé un missile.", 2),
        ("Un missile a été lancé lundi. L'armée nord-coréenne a testé un missile.", 1),
    ],
)
def test_shots_of_other_armies_are_apart(analyse_all: AnalyseAll, text: str, events: int) -> None:
    (findings,) = analyse_all([text])
    assert shots(findings) == events


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("Pyongyang dément les accusations de livraisons d'armes à Moscou. {}", 1),
        ("Aucune livraison d'armes à Moscou n'est prévue, assure Pyongyang. {}", 2),
    ],
)
def test_what_is_denied_may_be_what_others_suppose(
    analyse_all: AnalyseAll, text: str, events: int
) -> None:
    supposed = "Des experts se demandent si la fourniture d'armes à Moscou explique ces liens."
    (findings,) = analyse_all([text.format(supposed)])
    assert count(findings, "arms_transfer") == events


@pytest.mark.parametrize(("adverb", "events"), [("récemment", 2), ("secrètement", 1)])
def test_what_is_recent_was_not_done_months_ago(
    analyse_all: AnalyseAll, adverb: str, events: int
) -> None:
    text = (
        "Le Nord a livré des obus à Moscou en octobre 2020. "
        f"Pyongyang a {adverb} fourni des obus à Moscou."
    )
    (findings,) = analyse_all([text])
    assert count(findings, "arms_transfer") == events


ECHOES = {
    "La Corée du Nord envoie de nouveau des ballons vers le Sud\n\nEnviron 350 ballons ont été "
    "lâchés depuis lundi soir, a indiqué l'état-major sud-coréen.": [
        ("border_incident", "asserted")
    ],
    "Un soldat nord-coréen fait défection en traversant la DMZ\n\nLe militaire a franchi mardi la "
    "ligne de démarcation, selon l'état-major de Séoul.": [("defection", "asserted")],
    "Séoul reprend ses diffusions par haut-parleurs à la frontière\n\nL'armée sud-coréenne a "
    "rallumé ses haut-parleurs à la frontière avec le Nord.": [("border_incident", "asserted")],
    "Tirs d'artillerie nord-coréens près d'une île\n\nL'armée nord-coréenne a tiré vendredi plus "
    "de 200 obus en mer au large de Yeonpyeong.": [("missile_test", "asserted")],
    "L'ONU se réunit en urgence sur la Corée du Nord\n\nLe Conseil de sécurité doit se réunir "
    "lundi à la demande des États-Unis.": [("meeting", "planned")],
    "Des ouvriers nord-coréens envoyés en Russie\n\nPyongyang va envoyer 6.000 démineurs à "
    "Koursk, a annoncé le Kremlin.": [("troop_deployment", "planned")],
    "La Corée du Nord tire un missile\n\nPyongyang a menacé lundi de tirer un autre missile.": [
        ("missile_test", "asserted"),
        ("missile_test", "possible"),
    ],
    "Un soldat nord-coréen passe la frontière\n\nDes soldats du Sud ont procédé à des tirs de "
    "semonce à la frontière.": [("border_incident", "asserted"), ("border_incident", "asserted")],
}


def test_a_lead_tells_the_headline_again(analyse_all: AnalyseAll) -> None:
    told = [sorted((e.type, e.modality) for e in each.events) for each in analyse_all(list(ECHOES))]
    assert dict(zip(ECHOES, told, strict=True)) == ECHOES


def test_parts_add_up_to_a_sum() -> None:
    assert add_up({(4, 4), (1, 1)}, {(5, 5)})
    assert add_up({(5, 5)}, {(4, 4), (1, 1)})
    assert not add_up({(4, 4), (2, 2)}, {(5, 5)})
    assert not add_up({(4, 4)}, {(5, 5)})


RETOLD = [
    # What had been done before is retold in the pluperfect, what is news in the perfect.
    ("missile_test", 2, "La Corée du Nord tire deux missiles de croisière en mer Jaune\n\n"
     "L'armée a détecté ces tirs mardi. Dimanche, Pyongyang avait déjà lancé un missile. "
     "Ce lancement avait été condamné par Tokyo."),
    # One has but one course and one range; what drives it is no other weapon.
    ("missile_test", 1, "La Corée du Nord tire un missile balistique\n\n"
     "Pyongyang affirme avoir testé un missile à combustible solide."),
    ("missile_test", 2, "La Corée du Nord a tiré un missile Hwasong-14. "
     "Elle a aussi tiré un missile Hwasong-15."),
    # A series that others answer is not the one shot of it that is dated.
    ("missile_test", 2, "Le Carl Vinson fait route vers Séoul\n\nLa flotte l'a annoncé. "
     "Ce déploiement répond aux essais de missiles. La Corée du Nord avait tiré le 5 avril 2017 "
     "un missile en mer du Japon."),
    # The first to do it has just done it.
    ("visit", 1, "Donald Trump a franchi dimanche la ligne de démarcation, devenant le premier "
     "président américain à entrer en Corée du Nord."),
    # Who was not there for long is there now.
    ("visit", 2, "Le dirigeant russe, qui n'était pas venu en Corée du Nord depuis 2000, a été "
     "accueilli par une foule. La visite s'est achevée par un concert."),
    # The days of one stay, and the next journey.
    ("visit", 1, "Le président sud-coréen est rentré à Séoul le 20 septembre 2018. Arrivé le 18 "
     "septembre 2018 dans la capitale nord-coréenne, il y a vu Kim Jong-un."),
    ("visit", 2, "La visite de Vladimir Poutine à Pyongyang s'est achevée par un concert. "
     "Il a ensuite gagné le Vietnam."),
    # A handshake and the talk behind it; talks that are to be taken up again.
    ("meeting", 2, "Donald Trump et Kim Jong-un se serrent la main\n\nLes deux se sont ensuite "
     "entretenus une heure. Ils sont convenus de reprendre les négociations."),
    ("meeting", 1, "Washington a demandé que le Conseil de sécurité se réunisse après "
     "l'essai nord-coréen. La séance du Conseil de sécurité est prévue mardi."),
    ("border_incident", 1, "Selon Pyongyang, des appareils sud-coréens ont survolé la capitale le "
     "3 octobre 2024 et y ont largué des tracts."),
    ("border_incident", 2, "Des drones nord-coréens ont survolé Paju lundi, au nord de Séoul. "
     "L'armée sud-coréenne a envoyé à son tour des appareils de reconnaissance au-delà de la "
     "frontière."),
    ("border_incident", 2, "La Corée du Nord a envoyé un ballon vers le Sud. "
     "La Corée du Nord en avait lâché 500 autres dimanche."),
    ("defection", 2, "Ri Il-kyu, diplomate nord-coréen, a fait défection le 3 janvier 2019 à Cuba. "
     "L'ancien diplomate nord-coréen Thae Yong-ho avait fait défection en août 2016."),
    # Without a date on top, the latest day that it names is the article's.
    ("cyberattack", 2, "Le FBI a annoncé jeudi 14 avril 2022 que le groupe nord-coréen Lazarus "
     "était derrière le piratage de Ronin. Le jeu a perdu ses joueurs. Washington lui attribue le "
     "piratage de Sony en 2014."),
    ("military_exercise", 1, "Séoul et Washington ont entamé lundi leur exercice de printemps, "
     "qui prévoit 48 entraînements sur le terrain."),
    ("satellite_launch", 1, "La fusée nord-coréenne s'abîme en mer\n\nL'engin lancé mercredi, "
     "censé placer en orbite un satellite espion, est tombé peu après."),
    ("casualties", 1, "Quatre morts dans un bombardement nord-coréen\n\nL'artillerie a pilonné "
     "l'île, tuant deux marines et deux civils."),
    ("casualties", 1, "Otto Warmbier est mort\n\nL'étudiant américain est décédé lundi à "
     "Cincinnati. Ce décès complique la visite d'un sportif, arrivé en Corée du Nord."),
    ("nuclear_test", 1, "Corée du Nord : probable essai nucléaire\n\n"
     "Pyongyang a procédé dimanche à un essai nucléaire, a confirmé Tokyo."),
    # A short name is the long one's, what follows is not what it follows, a text is the pact.
    ("meeting", 1, "Kozlov reçu par Kim\n\nArrivé mardi à Pyongyang, le ministre russe Alexandre "
     "Kozlov y a été reçu le jour même par Kim Jong-un."),
    ("meeting", 1, "Kim Jong-un et Moon Jae-in se sont rencontrés vendredi. Le tête-à-tête a été "
     "suivi d'un banquet."),
    ("meeting", 1, "Kim Jong-un avait rendez-vous mardi avec Vladimir Poutine. Leur discussion a "
     "duré deux heures."),
    ("agreement", 1, "Signature d'un traité entre la Russie et la Corée du Nord\n\nLe document, "
     "paraphé mardi, prévoit une assistance mutuelle."),
    ("casualties", 1, "Un général nord-coréen blessé\n\nUn haut gradé de l'armée nord-coréenne a "
     "été touché mardi par un éclat de missile dans la région de Koursk."),
    ("missile_test", 2, "La Corée du Nord a tiré un missile mardi. Un deuxième tir a suivi."),
    ("missile_test", 2, "La Corée du Nord a tiré un missile mardi 4 mars 2024. Celui de janvier "
     "2023 était tombé au large de Hokkaido."),
]  # fmt: skip


def test_what_is_told_again_in_other_words(analyse_all: AnalyseAll) -> None:
    found = analyse_all([text for _, _, text in RETOLD])
    counted = [count(each, type_) for each, (type_, _, _) in zip(found, RETOLD, strict=True)]
    assert counted == [number for _, number, _ in RETOLD]


def test_a_stay_begins_with_the_arrival(analyse_all: AnalyseAll) -> None:
    text = (
        "Le président sud-coréen est rentré à Séoul le 10 octobre 2024. "
        "Arrivé le 8 octobre 2024 dans la capitale nord-coréenne, il a vu Kim Jong-un."
    )
    (findings,) = analyse_all([text])
    (visit,) = [event for event in findings.events if event.type == "visit"]
    left, arrived = visit.mentions
    assert left.date is None
    assert arrived.date is not None


PAIRS = {
    "a drill of the other side": (
        "military_exercise",
        "Pyongyang dit avoir simulé une frappe, à la veille de la clôture d'Ulchi Freedom Shield.",
        2,
    ),
    "how long it took": (
        "military_exercise",
        "Ulchi Freedom Shield s'est achevé jeudi après onze jours de manœuvres.",
        1,
    ),
    "one victim and many": (
        "casualties",
        "Un soldat nord-coréen est mort. Plus de mille Nord-Coréens ont été tués, dit Kiev.",
        2,
    ),
    "deeds listed with their victims": (
        "cyberattack",
        "Pyongyang a revendiqué le piratage de Sony et le piratage de la banque centrale.",
        2,
    ),
    "what one went to do": (
        "defection",
        "Un Nord-Coréen a fait défection au Sud lundi, pour demander l'asile à Séoul.",
        1,
    ),
    "doubted, and done on another day": (
        "missile_test",
        "Des experts doutent que cet engin ait été testé. Le tir du missile date de mai 2017.",
        2,
    ),
}


def test_what_else_joins_and_parts(analyse_all: AnalyseAll) -> None:
    found = analyse_all([text for _, text, _ in PAIRS.values()])
    counted = {
        name: count(findings, type_)
        for (name, (type_, _, _)), findings in zip(PAIRS.items(), found, strict=True)
    }
    assert counted == {name: events for name, (_, _, events) in PAIRS.items()}


def test_a_bare_noun_of_the_headline_does_not_say_that_it_was_done(
    analyse_all: AnalyseAll,
) -> None:
    """What the sentence below it denies is denied, and planned what that calls planned."""
    (denied, planned, done) = analyse_all(
        [
            "Exercices militaires\n\nSéoul ne tiendra pas d'exercices militaires contre Pyongyang.",
            "Défilé militaire\n\nPyongyang prépare le défilé militaire prévu le 10 octobre.",
            "Séoul mène un exercice militaire\n\nPyongyang n'a mené aucun exercice militaire.",
        ]
    )
    assert [event.modality for event in denied.events] == ["negated"]
    assert [event.modality for event in planned.events] == ["planned"]
    assert "asserted" in {event.modality for event in done.events}
