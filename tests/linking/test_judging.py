"""Which events are one happening: each test by a pair that it ties and one that it keeps apart."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dprk_events.linking.data import rules
from dprk_events.linking.entry import entries_of
from dprk_events.linking.item import Item, item_of, marked
from dprk_events.linking.judging import points, verdicts
from dprk_events.linking.judging.judge import TESTS, asked_of
from dprk_events.linking.verdict import APART
from dprk_events.records import EventRecord
from tests.linking.made import KIM, NORTH, TRUMP, made
from tests.records.samples import sample

SHOT = ("instrument", "missile balistique", "weapon", "")
HWASONG = ("instrument", "Hwasong-17", "weapon", "KP")
ARMS = ("instrument", "armes", "weapon", "")
OFFICE = ("recipient", "bureau", "thing", "")
XI = ("actor", "Xi Jinping", "person", "CN")
VICTIM = ("recipient", "Han Song-ho", "person", "KP")
HABITANTS = ("recipient", "habitants", "people", "")
PERSONNES = ("recipient", "personnes", "people", "")
TROOPS = ("recipient", "soldats", "force", "KP")
FELL: Any = {"place": ("Koursk", "region", "RU"), "counts": (("soldats", 12, 12),)}
ENVOYS = (
    ("actor", "Choe Son-hui", "person", "KP"),
    ("actor", "Antony Blinken", "person", "US"),
)
OVER = (("actor", "Corée du Sud", "state", "KR"), ("recipient", "Corée du Nord", "state", "KP"))
BALLOONS = (NORTH, ("recipient", "Corée du Sud", "state", "KR"))
DRONE = ("instrument", "drone", "weapon", "")
ALLIES = (("actor", "Corée du Sud", "state", "KR"), ("actor", "États-Unis", "state", "US"))
SOUTH = ("actor", "Corée du Sud", "state", "KR")
MONGOLS = ("actor", "Mongolie", "state", "MN")
CHINESE = ("actor", "ministre chinois", "person", "CN")
KYIV = ("actor", "Ukraine", "state", "UA")
HIT: Any = {"day": "2024-03-18", "place": ("Belgorod", "town", "RU")}
FROM_PYONGYANG = ("origin", "Pyongyang", "place", "KP")
US = ("actor", "États-Unis", "state", "US")
SHELLS = ("instrument", "obus", "weapon", "")
BOXES: Any = {"counts": (("conteneurs", 300, 300),)}
RUSSIA = ("recipient", "Russie", "state", "RU")
DONBASS = ("recipient", "Donbass", "place", "UA")
SINGAPORE = ("Singapour", "country", "SG")
PYONGYANG = ("Pyongyang", "town", "KP")


def item(event: EventRecord) -> Item:
    (entry,) = entries_of([event])
    return item_of(entry)


def judged(a: EventRecord, b: EventRecord) -> float:
    one, other = item(a), item(b)
    assert points(one, other) == points(other, one)
    return points(one, other)


TOGETHER = {
    "a day": (made(1, day="2024-03-18"), made(2, day="2024-03-18")),
    "a day in the week": (
        made(1, "missile_test", NORTH, SHOT, day="2024-03-11", until="2024-03-17"),
        made(2, "missile_test", NORTH, SHOT, day="2024-03-14"),
    ),
    "a month that has the day": (
        made(1, "meeting", KIM, TRUMP, day="2018-06-01", until="2018-06-30"),
        made(2, "meeting", KIM, TRUMP, day="2018-06-12", place=SINGAPORE),
    ),
    "a year and the place": (
        made(1, "meeting", KIM, TRUMP, day="2018-01-01", until="2018-12-31", place=SINGAPORE),
        made(2, "meeting", KIM, TRUMP, day="2018-06-12", place=SINGAPORE),
    ),
    "an unknown year": (
        made(1, "meeting", KIM, TRUMP, value="XXXX-06-12", place=SINGAPORE, published=None),
        made(2, "meeting", KIM, TRUMP, day="2018-06-12", place=SINGAPORE),
    ),
    "a month and its season, and as many people": (
        made(1, "casualties", TROOPS, day="2024-05-01", until="2024-05-31", **FELL),
        made(2, "casualties", TROOPS, day="2024-03-01", until="2024-05-31", **FELL),
    ),
    "a building and its town": (
        made(1, "meeting", KIM, TRUMP, place=("Panmunjom", "site", None)),
        made(2, "meeting", KIM, TRUMP, place=("maison de la Paix", "site", "KR"), published=None),
    ),
    "a drone, and a state that sends it": (
        made(1, "border_incident", ("actor", "drone", "weapon", "KP"), day="2024-03-18"),
        made(2, "border_incident", NORTH, day="2024-03-18"),
    ),
    "no time, but persons and place": (
        made(1, "meeting", KIM, TRUMP, place=SINGAPORE),
        made(2, "meeting", KIM, TRUMP, place=SINGAPORE, published=None),
    ),
    "the news of one day": (
        made(1, "missile_test", NORTH, SHOT, at=0),
        made(2, "missile_test", NORTH, SHOT, at=0),
    ),
    "the news of some days": (
        made(1, "meeting", KIM, TRUMP, at=0),
        made(2, "meeting", KIM, TRUMP, at=0, published="2024-03-23"),
    ),
    "news after the day": (
        made(1, "missile_test", NORTH, SHOT, at=0),
        made(2, "missile_test", NORTH, SHOT, day="2024-03-19"),
    ),
    "a plan and its fulfilment": (
        made(1, "visit", KIM, day="2024-03-25", modality="planned", published="2024-03-20"),
        made(2, "visit", KIM, day="2024-03-25", published="2024-03-26"),
    ),
    "a denial of the day": (
        made(1, "missile_test", NORTH, day="2024-03-18", modality="negated"),
        made(2, "missile_test", NORTH, day="2024-03-18"),
    ),
    "balloons, and news of them the morning after": (
        made(1, "border_incident", *BALLOONS, day="2024-03-19", rule="ballons"),
        made(2, "border_incident", *BALLOONS, at=0, rule="ballons"),
    ),
    "a denial in the news three days later": (
        made(1, "armed_clash", *OVER, day="2024-03-17"),
        made(2, "armed_clash", *OVER, at=0, modality="negated"),
    ),
    "a drill since a day, and one of that month": (
        made(
            1, "military_exercise", *ALLIES, published="2024-03-14",
            day="2024-03-12", value="2024-03-12/..",
        ),
        made(2, "military_exercise", *ALLIES, day="2024-03-01", until="2024-03-31"),
    ),
    "a plan without a day": (
        made(1, "meeting", KIM, TRUMP, at=0, modality="planned", published="2024-03-20"),
        made(2, "meeting", KIM, TRUMP, day="2024-04-10", published="2024-04-11"),
    ),
    "a visit and the news of it nine days later": (
        made(1, "visit", XI, day="2024-03-11", place=PYONGYANG),
        made(2, "visit", XI, at=0),
    ),
    "weapons of no class, in the news of one day": (
        made(1, "arms_transfer", NORTH, ARMS, at=0),
        made(2, "arms_transfer", ARMS, at=0),
    ),
    "a known happening told by its year": (
        made(1, "meeting", day="2018-01-01", until="2018-12-31", known="summit-singapore-2018"),
        made(2, "meeting", day="2018-06-12"),
    ),
    "a visit that was put off": (
        made(
            1, "visit", XI, at=0, modality="planned", day="2024-03-25", published="2024-03-20",
            place=PYONGYANG,
        ),
        made(2, "visit", XI, day="2024-04-10", published="2024-04-11", place=PYONGYANG),
    ),
    "days of a visit abroad": (
        made(1, "visit", XI, day="2024-04-10", published="2024-04-11", place=PYONGYANG),
        made(2, "visit", XI, day="2024-04-11", published="2024-04-12", place=PYONGYANG),
    ),
    "other persons at one meeting": (
        made(1, "meeting", KIM, TRUMP, day="2024-03-18", place=SINGAPORE),
        made(2, "meeting", *ENVOYS, day="2024-03-18", place=SINGAPORE),
    ),
    "what hardly ever happens": (
        made(1, "nuclear_test", day="2017-09-03"),
        made(2, "nuclear_test", NORTH, at=0, published="2017-09-05"),
    ),
    "a death on another day": (
        made(1, "casualties", VICTIM, day="2024-03-10"),
        made(2, "casualties", VICTIM, day="2024-03-18"),
    ),
    "the known happening": (
        made(1, "meeting", TRUMP, known="summit-hanoi-2019"),
        made(2, "meeting", KIM, day="2019-02-27", known="summit-hanoi-2019"),
    ),
    "who did it is disputed": (
        made(1, "armed_clash", NORTH, OFFICE, day="2024-03-18", place=("Kaesong", "town", "KP")),
        made(
            2, "armed_clash", ("actor", "Corée du Sud", "state", "KR"), OFFICE,
            day="2024-03-18", place=("Kaesong", "town", "KP"),
        ),
    ),
    "another actor, of whom one was read wrongly, where all else is the same": (
        made(1, "missile_test", NORTH, HWASONG, day="2024-03-18"),
        made(
            2, "missile_test", ("actor", "Corée du Sud", "state", "KR"), HWASONG, day="2024-03-18"
        ),
    ),
    "a force of the state": (
        made(1, "missile_test", ("actor", "armée nord-coréenne", "force", "KP"), day="2024-03-18"),
        made(2, "missile_test", NORTH, day="2024-03-18"),
    ),
    "a plan for days to come, told as certain": (
        made(1, "satellite_launch", NORTH, day="2024-03-22", until="2024-03-30"),
        made(2, "satellite_launch", NORTH, day="2024-03-24", published="2024-03-25"),
    ),
    "a plan without a day and one with it": (
        made(1, "meeting", KIM, TRUMP, at=0, modality="planned", published="2024-03-10"),
        made(2, "meeting", KIM, TRUMP, modality="planned", day="2024-03-25"),
    ),
    "a day of the drill": (
        made(1, "military_exercise", NORTH, day="2024-03-04", until="2024-03-22"),
        made(2, "military_exercise", NORTH, day="2024-03-14"),
    ),
    "people counted under other names": (
        made(1, "casualties", HABITANTS, at=0, counts=(("habitants", 14, 14),)),
        made(2, "casualties", PERSONNES, day="2024-03-20", counts=(("personnes", 14, 14),)),
    ),
    "other figures": (
        made(1, "casualties", NORTH, day="2024-03-18", counts=(("soldats", 10, 10),)),
        made(2, "casualties", NORTH, day="2024-03-18", counts=(("soldats", 12, 12),)),
    ),
    "a host who is a party, and his country": (
        made(1, "meeting", NORTH, SOUTH, MONGOLS, day="2024-03-01", until="2024-03-31"),
        made(2, "meeting", day="2024-03-18", place=("Oulan-Bator", "town", "MN")),
    ),
    "a president whom nobody names": (
        made(1, "visit", ("actor", "président laotien", "person", "LA"), day="2024-03-18", at=0),
        made(
            2, "visit", ("actor", "président", "person", "LA"), at=0, modality="planned",
            published="2024-03-11",
        ),
    ),
    "the way home from a visit": (
        made(1, "visit", CHINESE, day="2024-03-12", place=PYONGYANG),
        made(
            2, "visit", CHINESE, ("destination", "Pékin", "place", "CN"), day="2024-03-14",
            place=("Pékin", "town", "CN"), word="rentré",
        ),
    ),
    "a visit that somebody ends by leaving": (
        made(1, "visit", XI, day="2024-03-12"),
        made(2, "visit", XI, FROM_PYONGYANG, day="2024-03-14", word="quitté"),
    ),
    "days of a visit of which one text says where to": (
        made(1, "visit", XI, day="2024-03-12"),
        made(2, "visit", XI, day="2024-03-14", place=PYONGYANG),
    ),
    "what is sent to a country and to its front": (
        made(
            1, "arms_transfer", NORTH, SHELLS, RUSSIA, day="2024-02-01", until="2024-02-29",
            **BOXES,
        ),
        made(2, "arms_transfer", NORTH, SHELLS, DONBASS, day="2024-02-05", **BOXES),
    ),
    "a strike on soldiers, and on the country that they are in": (
        made(1, "missile_strike", KYIV, ("recipient", "camp", "thing", "RU"), **HIT),
        made(2, "missile_strike", KYIV, ("recipient", "camp", "thing", "KP"), **HIT),
    ),
    "a person whom one text names and the other describes": (
        made(
            1, "border_incident", ("actor", "Australien", "people", "AU"), day="2024-03-18",
            rule="franchir",
        ),
        made(
            2, "border_incident", ("actor", "Daniel Hurst", "person", "AU"), day="2024-03-18",
            rule="franchir",
        ),
    ),
    "what is looked back on below the headline": (
        made(1, "missile_test", NORTH, HWASONG, day="2024-03-01"),
        made(2, "missile_test", NORTH, HWASONG, at=250, title="Un canon", published="2024-04-10"),
    ),
}  # fmt: skip

NOT_TOGETHER = {
    "news in the headline, weeks later": (
        made(1, "missile_test", NORTH, HWASONG, day="2024-03-01"),
        made(2, "missile_test", NORTH, HWASONG, at=0, title="Un tir", published="2024-04-10"),
    ),
    "what is looked back on for years": (
        made(1, "missile_test", NORTH, HWASONG, day="2021-03-01"),
        made(2, "missile_test", NORTH, HWASONG, at=250, title="Un canon", published="2024-04-10"),
    ),
    "a headline of this month, and a day before the last": (
        made(1, "border_incident", *BALLOONS, day="2024-03-04", rule="ballons"),
        made(
            2,
            "border_incident",
            *BALLOONS,
            at=0,
            day="2024-03-01",
            until="2024-03-20",
            rule="ballons",
        ),
    ),
    "a minister of another country": (
        made(1, "visit", ("actor", "ministre laotien", "person", "LA"), day="2024-03-18"),
        made(2, "visit", ("actor", "ministre cubain", "person", "CU"), day="2024-03-18"),
    ),
    "who leaves home has not been there": (
        made(1, "visit", XI, day="2024-03-12", place=("Moscou", "town", "RU")),
        made(
            2,
            "visit",
            XI,
            ("origin", "Pékin", "place", "CN"),
            ("destination", "Pyongyang", "place", "KP"),
            day="2024-03-14",
            place=PYONGYANG,
            word="quitté",
        ),
    ),
    "a strike on each other": (
        made(1, "missile_strike", KYIV, ("recipient", "Russie", "state", "RU"), day="2024-03-18"),
        made(
            2,
            "missile_strike",
            ("actor", "Russie", "state", "RU"),
            ("recipient", "Ukraine", "state", "UA"),
            day="2024-03-18",
        ),
    ),
    "a first contingent and the whole": (
        made(1, "troop_deployment", NORTH, day="2024-03-18", counts=(("soldats", 800, 800),)),
        made(2, "troop_deployment", NORTH, day="2024-03-18", counts=(("soldats", 3000, 3000),)),
    ),
    "another day": (made(1, day="2024-03-18"), made(2, day="2024-03-20")),
    "the next day": (
        made(1, "missile_test", NORTH, SHOT, day="2024-03-18"),
        made(2, "missile_test", NORTH, SHOT, day="2024-03-19"),
    ),
    "balloons in the news of two days": (
        made(1, "border_incident", *BALLOONS, at=0, rule="ballons"),
        made(2, "border_incident", *BALLOONS, at=0, rule="ballons", published="2024-03-21"),
    ),
    "last year's drill": (
        made(1, "military_exercise", ("name", "Freedom Shield", "thing", ""), day="2023-03-13"),
        made(2, "military_exercise", ("name", "Freedom Shield", "thing", ""), day="2024-03-13"),
    ),
    "another drill": (
        made(1, "military_exercise", ("name", "Freedom Shield", "thing", ""), day="2024-03-13"),
        made(2, "military_exercise", ("name", "Ssangyong", "thing", ""), day="2024-03-13"),
    ),
    "nothing but the type and the country": (
        made(1, "missile_test", NORTH, SHOT),
        made(2, "missile_test", NORTH, SHOT),
    ),
    "the news of other weeks": (
        made(1, "missile_test", NORTH, HWASONG, at=0),
        made(2, "missile_test", NORTH, HWASONG, at=0, published="2024-05-20"),
    ),
    "news long after the day": (
        made(1, "missile_test", NORTH, HWASONG, at=0),
        made(2, "missile_test", NORTH, HWASONG, day="2023-03-19"),
    ),
    "done before it was planned": (
        made(1, "visit", KIM, modality="planned", published="2024-03-20"),
        made(2, "visit", KIM, day="2024-03-10", published="2024-03-11"),
    ),
    "told before it was": (
        made(1, "visit", KIM, published="2024-03-01", place=SINGAPORE),
        made(2, "visit", KIM, day="2024-03-10", place=SINGAPORE),
    ),
    "a mere possibility": (
        made(1, "meeting", KIM, TRUMP, modality="possible", place=SINGAPORE),
        made(2, "meeting", KIM, TRUMP, place=SINGAPORE),
    ),
    "other countries": (
        made(1, "visit", ("actor", "Russie", "state", "RU"), day="2024-03-18"),
        made(2, "visit", ("actor", "Chine", "state", "CN"), day="2024-03-18"),
    ),
    "another person": (
        made(1, "visit", ("actor", "Mike Pompeo", "person", "US"), day="2018-10-07"),
        made(2, "visit", TRUMP, day="2018-10-07"),
    ),
    "another town": (
        made(1, day="2024-03-18", place=("Wonsan", "town", "KP")),
        made(2, day="2024-03-18", place=("Sinpo", "town", "KP")),
    ),
    "another known happening": (
        made(1, "meeting", KIM, TRUMP, day="2018-06-12", known="summit-singapore-2018"),
        made(2, "meeting", KIM, TRUMP, day="2018-06-12", known="summit-hanoi-2019"),
    ),
    "one of three": (
        made(1, "meeting", KIM, TRUMP, day="2018-06-12"),
        made(2, "meeting", KIM, TRUMP, day="2018-06-12", counts=((None, 3, 3),)),
    ),
    "a stop of the journey": (
        made(1, "visit", XI, day="2024-04-10", place=PYONGYANG),
        made(2, "visit", XI, ("destination", "usine", "thing", ""), day="2024-04-10"),
    ),
    "another deed of the type": (
        made(1, "border_incident", NORTH, day="2024-03-18", rule="ballons"),
        made(2, "border_incident", NORTH, day="2024-03-18", rule="sommation"),
    ),
    "private persons": (
        made(1, "border_incident", NORTH, day="2024-03-18"),
        made(2, "border_incident", ("actor", "transfuges", "people", "KP"), day="2024-03-18"),
    ),
    "news of another night": (
        made(1, "missile_test", NORTH, SHOT, at=0, published="2024-03-20"),
        made(2, "missile_test", NORTH, SHOT, at=0, published="2024-03-21"),
    ),
    "a plan that was made afterwards": (
        made(1, "satellite_launch", NORTH, day="2024-03-19"),
        made(2, "satellite_launch", NORTH, at=0, modality="planned", published="2024-03-21"),
    ),
    "the next night": (
        made(1, "missile_strike", NORTH, day="2024-03-17", until="2024-03-18"),
        made(2, "missile_strike", NORTH, day="2024-03-18", until="2024-03-19"),
    ),
    "a launch of the month in which it was planned": (
        made(1, "satellite_launch", NORTH, at=0, modality="planned", published="2024-03-20"),
        made(2, "satellite_launch", NORTH, day="2024-03-01", until="2024-03-31"),
    ),
    "another weapon": (
        made(1, "missile_test", NORTH, HWASONG, day="2024-03-18"),
        made(2, "missile_test", NORTH, ("instrument", "KN-23", "weapon", "KP"), day="2024-03-18"),
    ),
    "figures far apart": (
        made(1, "casualties", NORTH, day="2024-03-18", counts=(("soldats", 3, 3),)),
        made(2, "casualties", NORTH, day="2024-03-18", counts=(("soldats", 300, 300),)),
    ),
}


def reasons(a: EventRecord, b: EventRecord) -> dict[str, float]:
    return {each.reason: each.points for each in verdicts(item(a), item(b))}


SHORT = ("instrument", "missiles de courte portée", "weapon", "")
FAR = ("instrument", "missile balistique intercontinental", "weapon", "")
SOLDIER = ("recipient", "soldat nord-coréen", "force", "KP")
WORKERS = ("recipient", "ouvriers nord-coréens", "people", "KP")


def test_how_far_a_missile_flies_tells_tests_apart() -> None:
    day: Any = {"day": "2024-03-18"}
    same = reasons(made(1, "missile_test", FAR, **day), made(2, "missile_test", FAR, **day))
    other = reasons(made(1, "missile_test", FAR, **day), made(2, "missile_test", SHORT, **day))
    assert same["same range"] > 0 > other["other ranges"]
    assert "same class" in reasons(made(1, "missile_test", FAR), made(2, "missile_test", SHOT))


def test_soldiers_are_not_workers() -> None:
    died = [made(n, "casualties", who) for n, who in enumerate((SOLDIER, TROOPS, WORKERS))]
    assert reasons(died[0], died[1])["same sort of people"] > 0
    assert reasons(died[0], died[2])["other people"] < 0


@pytest.mark.parametrize(("word", "apart"), [("tués", False), ("mort", False), ("blessés", True)])
def test_the_words_tell_what_befell_somebody(word: str, apart: bool) -> None:
    told = [made(n, "casualties", SOLDIER, word=each) for n, each in enumerate(("tué", word))]
    assert (reasons(*told).get("other deeds") == APART) == apart


def test_another_partner_is_another_meeting_unless_it_is_at_the_same_place() -> None:
    envoy = ("actor", "Choe Son-hui", "person", "KP")
    met = [made(n, "meeting", TRUMP, who, day="2024-03-18") for n, who in enumerate((KIM, envoy))]
    assert judged(*met) < rules().decision.linked
    there: Any = {"day": "2024-03-18", "place": SINGAPORE}
    met = [made(n, "meeting", TRUMP, who, **there) for n, who in enumerate((KIM, envoy))]
    assert "with another person" not in reasons(*met)


def test_banks_of_another_country_are_sanctioned_for_ones_sake() -> None:
    whom = (("recipient", "banques russes", "org", "RU"), ("recipient", "Pyongyang", "state", "KP"))
    told = [made(n, "sanction", US, each, day="2024-03-18") for n, each in enumerate(whom)]
    assert rules().decision.likely <= judged(*told) < rules().decision.linked


def test_towns_close_to_each_other_may_be_named_for_each_other() -> None:
    def at(doc: int, name: str, north: float, east: float) -> EventRecord:
        event = made(doc, "casualties", SOLDIER, day="2024-03-18", place=(name, "town", "RU"))
        place = {**event.model_dump()["place"], "latitude": north, "longitude": east}
        return EventRecord.model_validate({**event.model_dump(by_alias=True), "place": place})

    told = (at(1, "Taganrog", 47.22, 38.92), at(2, "Rostov-sur-le-Don", 47.24, 39.71))
    assert reasons(*told)["places near each other"] == rules().where.near
    assert judged(told[0], at(2, "Belgorod", 50.6, 36.59)) == APART


def test_a_station_is_no_stop_of_a_journey() -> None:
    at = [
        item(made(n, "visit", XI, ("destination", thing, "thing", "KP")))
        for n, thing in enumerate(("gare de Pyongyang", "usine de tracteurs"))
    ]
    assert [each.stops for each in at] == [frozenset(), {"usine"}]


def test_where_something_is_sent_ties_though_one_says_to_whom() -> None:
    whom, where = ("recipient", "Russie", "state", "RU"), ("destination", "Koursk", "place", "RU")
    sent = [made(n, "troop_deployment", NORTH, at) for n, at in enumerate((whom, where))]
    assert reasons(*sent)["sent to the same country"] > 0
    both = [made(n, "troop_deployment", NORTH, whom) for n in (1, 2)]
    assert "sent to the same country" not in reasons(*both)


def test_loudspeakers_that_are_sent_over_are_no_balloons() -> None:
    speakers = ("instrument", "haut-parleurs", "thing", "KR")
    assert item(made(1, "border_incident", speakers, rule="ballons")).deeds == {"loudspeakers"}


def test_news_long_after_is_of_another() -> None:
    deed = made(1, "agreement", KIM, TRUMP, day="2024-01-10", published="2024-01-10", at=0)
    news = made(2, "agreement", KIM, TRUMP, published="2024-03-20", at=0)
    assert judged(deed, news) < rules().decision.likely
    assert reasons(deed, news)["news long after the other"] == rules().time.misread


def test_what_happens_night_by_night_was_planned_or_told_again() -> None:
    strike = made(1, "missile_strike", NORTH, day="2024-01-10", published="2024-01-10", at=0)
    news = made(2, "missile_strike", NORTH, published="2024-03-20", at=0)
    plan = made(
        3, "missile_strike", NORTH, modality="planned", day="2024-03-21", published="2024-03-20"
    )
    assert reasons(strike, news)["news long after the other"] == APART
    assert judged(strike, plan) == APART
    visit = made(4, "visit", KIM, day="2024-01-10", published="2024-01-10", at=0)
    coming = made(5, "visit", KIM, modality="planned", published="2024-01-12", at=0)
    assert reasons(visit, coming)["still planned when the other was over"] == rules().time.misread


def test_the_name_behind_what_a_participant_is_ties_in_event_lines_too() -> None:
    bank = ("recipient", "plateforme Koralex", "org", "")
    assert item(made(1, "cyberattack", bank)).nearby == {"koralex"}
    assert not item(made(1, "cyberattack", ("recipient", "Banque Koralex", "org", ""))).nearby


@pytest.mark.parametrize("case", TOGETHER)
def test_told_of_one_happening(case: str) -> None:
    assert judged(*TOGETHER[case]) >= rules().decision.linked


@pytest.mark.parametrize("case", NOT_TOGETHER)
def test_not_told_of_one_happening(case: str) -> None:
    assert judged(*NOT_TOGETHER[case]) < rules().decision.linked


def test_the_word_for_what_is_used_says_nothing_of_what_happens_daily() -> None:
    shot, again = made(1, "missile_test", NORTH, ARMS), made(2, "missile_test", NORTH, ARMS)
    assert "same means" not in {each.reason for each in verdicts(item(shot), item(again))}


def test_a_deed_tells_what_was_used_for_it() -> None:
    flown = [item(made(n, "border_incident", DRONE, rule="survol")) for n in (1, 2)]
    reasons = {each.reason for each in verdicts(*flown)}
    assert "same deed" in reasons
    assert "same class" not in reasons
    fired = [item(made(n, "missile_test", SHOT)) for n in (1, 2)]
    assert "same class" in {each.reason for each in verdicts(*fired)}


def test_a_plan_may_be_put_off_before_there_is_news_of_it() -> None:
    plan = made(1, "visit", XI, day="2024-03-10", published="2024-03-01", modality="planned", at=0)
    assert judged(plan, made(2, "visit", XI, published="2024-05-01", at=0)) > 0
    assert judged(plan, made(2, "visit", XI, published="2024-06-01", at=0)) == APART


def test_a_doubt_may_come_after_the_deed() -> None:
    doubt = made(1, "casualties", VICTIM, modality="possible", at=0, published="2024-05-01")
    assert judged(doubt, made(2, "casualties", NORTH, day="2024-03-18")) > APART


def test_a_place_struck_and_a_thing_in_it_do_not_exclude_each_other() -> None:
    plant = ("recipient", "usine", "thing", "UA")
    town = ("recipient", "Kharkiv", "place", "UA")
    other = ("recipient", "gare", "thing", "UA")
    found = [made(n, "missile_strike", at, day="2024-03-18") for n, at in enumerate((plant, town))]
    assert judged(*found) > judged(found[0], made(3, "missile_strike", other, day="2024-03-18"))


@pytest.mark.parametrize(
    ("used", "who", "deed"),
    [
        ("ballons", NORTH, {"balloons"}),
        ("drones", NORTH, {"airspace"}),
        (None, ("actor", "soldats", "force", "KP"), {"crossing"}),
        (None, NORTH, {"crossing", "balloons", "airspace"}),
    ],
)
def test_what_is_used_tells_what_was_done_at_the_border(
    used: str | None, who: tuple[str, str, str, str], deed: set[str]
) -> None:
    parties = [who] if used is None else [who, ("instrument", used, "thing", "")]
    assert item(made(1, "border_incident", *parties, rule="franchir")).deeds == deed


def test_reasons_say_what_they_speak_of() -> None:
    a, b = TOGETHER["a year and the place"]
    assert [str(each) for each in verdicts(item(a), item(b))] == [
        "same year (2018-06-12)",
        "same countries (KP + US)",
        "same persons (donald trump + kim jong un)",
        "same town (Singapour)",
    ]


def test_reasons_give_figures_as_bounds() -> None:
    one = made(1, day="2024-03-18", counts=(("soldats", 10, 10),))
    other = made(2, day="2024-03-18", counts=(("soldats", 20, 99),))
    *_, last = verdicts(item(one), item(other))
    assert str(last) == "figures differ (10, 20..99)"


def test_what_rules_it_out_is_the_last_reason() -> None:
    a, b = NOT_TOGETHER["another town"]
    *_, last = verdicts(item(a), item(b))
    assert (last.points, str(last)) == (APART, "at other places (Wonsan, Sinpo)")


def test_events_that_say_little_are_tied_by_copies_of_one_text() -> None:
    text = (
        "Une salve a retenti avant l'aube au nord de la ligne, dit un officier sans en donner plus"
    )
    marks = [entry["key"]["signature"] for entry in entries_of([made(1, sentence=text)])]
    bare = [item(made(n, "border_incident", at=0, published="2024-03-20")) for n in (1, 2)]
    assert points(*bare) < rules().decision.linked
    copied = [marked(each._replace(mark=marks[0])) for each in bare]
    assert points(copied[0], copied[1]) >= rules().decision.linked


def test_a_name_that_few_know_ties_what_says_too_little_else() -> None:
    robbed = [
        item(made(1, "cyberattack", NORTH, day="2028-02-01", until="2028-02-29")),
        item(made(2, "cyberattack", day="2028-02-20", until="2028-02-21")),
    ]
    assert points(*robbed) < rules().decision.linked
    named = [marked(each._replace(nearby=frozenset({"elvora"}))) for each in robbed]
    assert points(*named) >= rules().decision.linked
    others = [named[0], marked(robbed[1]._replace(nearby=frozenset({"coris"})))]
    assert points(*others) == points(*robbed)


def test_names_nearby_are_those_of_its_sentence_that_no_gazetteer_has() -> None:
    shot, visit, *_ = entries_of([sample().record()])
    assert shot["key"]["nearby"] == ["mer du Japon"]  # no more than a voice: the South's army
    assert "Kim Jong Un" not in visit["key"]["nearby"]


SAID: dict[str, list[Any]] = {
    "kind": ["missile_test", "meeting", "casualties", "visit", "border_incident"],
    "modality": ["asserted", "planned", "possible", "negated"],
    "day": [None, "2024-03-18", "2024-03-19"],
    "at": [0, 1000],
    "known": [None, "hanoi-2019", "singapore-2018"],
    "place": [None, PYONGYANG, SINGAPORE],
    "counts": [(), ((None, 3, 3),), (("soldats", 12, 12),), (("soldats", 50, 50),)],
}
PARTIES = [
    NORTH, KIM, TRUMP, XI, VICTIM, SHOT, HWASONG, ARMS, OFFICE, TROOPS, HABITANTS,
    ("actor", "Armée populaire", "force", "KP"), ("name", "Bouclier", "thing", ""),
    ("location", "usine", "thing", ""),
]  # fmt: skip


@st.composite
def pairs(draw: st.DrawFn) -> list[Item]:
    """Two events of a type that say much or little, also what the other does not say."""
    kind = draw(st.sampled_from(SAID["kind"]))
    found = []
    for number in (1, 2):
        said = {key: draw(st.sampled_from(SAID[key])) for key in SAID if key != "kind"}
        parties = draw(st.lists(st.sampled_from(PARTIES), max_size=4, unique=True))
        made_ = item(made(number, kind, *parties, **said))
        nearby = draw(st.sampled_from([frozenset(), frozenset({"elvora"})]))
        found.append(marked(made_._replace(nearby=nearby)))
    return found


@settings(max_examples=100, deadline=None)
@given(pairs())
def test_a_test_that_is_not_asked_would_have_had_no_answer(both: list[Item]) -> None:
    a, b = both
    asked = asked_of(a, b)
    idle = [each.test for each in TESTS if each.test not in asked]
    assert {test.__name__: test(a, b) for test in idle} == dict.fromkeys(
        (test.__name__ for test in idle), None
    )
