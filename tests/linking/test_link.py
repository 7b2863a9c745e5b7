"""Linking as a whole: the same events give the same happenings, however they come in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from dprk_events.linking import link
from dprk_events.records import EventRecord, Record, flatten_events, to_line
from tests.linking.made import KIM, NORTH, TRUMP, made
from tests.records.samples import TEXT, sample

US = ("actor", "États-Unis", "state", "US")
AT_NORTH = ("recipient", "Corée du Nord", "state", "KP")
DAYS = ("2024-03-18", "2024-03-19", "2024-03-22")


def lines(records: Iterable[Record]) -> list[bytes]:
    return [to_line(each) for each in link(records)]


def together(records: Iterable[Record]) -> list[list[str]]:
    """The documents of each happening that has several."""
    found = [sorted(event.path for event in happening.events) for happening in link(records)]
    return [paths for paths in found if len(paths) > 1]


@st.composite
def events(draw: st.DrawFn) -> list[EventRecord]:
    """Events of a few documents on a few days, so that many may be linked."""
    found = {}
    for _ in range(draw(st.integers(2, 14))):
        doc, number = draw(st.integers(1, 6)), draw(st.integers(1, 3))
        kind = draw(st.sampled_from(["missile_test", "meeting"]))
        day = draw(st.sampled_from([None, *DAYS]))
        until = "2024-03-24" if day == "2024-03-18" and draw(st.booleans()) else None
        place = draw(st.sampled_from([None, ("Sinpo", "town", "KP"), ("Wonsan", "town", "KP")]))
        who = draw(st.sampled_from([(NORTH,), (KIM, TRUMP), (KIM,)]))
        found[doc, number] = made(
            doc, kind, *who, number=number, day=day, until=until, place=place,
            at=draw(st.sampled_from([0, 900])), published=f"2024-03-2{doc}",
            source=draw(st.sampled_from([None, "Le Fil", "La Dépêche / AFP"])),
        )  # fmt: skip
    return list(found.values())


@settings(max_examples=15, deadline=None)
@given(events(), st.randoms(use_true_random=False), st.integers(0, 14))
def test_order_and_parts_make_no_difference(
    given_: list[EventRecord], random: object, cut: int
) -> None:
    all_at_once = lines(given_)
    mixed = list(given_)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert lines(mixed) == all_at_once
    before = list(link(mixed[:cut]))
    assert lines([*mixed[cut:], *before]) == all_at_once
    assert lines(link(mixed)) == all_at_once


@settings(max_examples=15, deadline=None)
@given(events())
def test_every_event_is_in_one_happening_and_no_document_twice(given_: list[EventRecord]) -> None:
    happenings = list(link(given_))
    told = [(e.doc, e.event) for h in happenings for e in h.events]
    assert sorted(told) == sorted((e.doc.id, e.id) for e in given_)
    assert all(len({e.doc for e in h.events}) == len(h.events) for h in happenings)
    assert len({h.id for h in happenings}) == len(happenings)


@settings(max_examples=10, deadline=None)
@given(events())
def test_an_id_stays_while_nothing_about_the_happening_changes(given_: list[EventRecord]) -> None:
    def ids(found: Iterable[EventRecord]) -> dict[tuple[tuple[str, str], ...], str]:
        return {tuple((e.doc, e.event) for e in h.events): h.id for h in link(found)}

    before, after = ids(given_[:-1]), ids(given_)
    assert all(after[events] == name for events, name in before.items() if events in after)


def test_document_and_event_lines_are_linked_alike() -> None:
    record = sample().record()
    from_document = [h.id for h in link([record])]
    assert from_document == [h.id for h in link(flatten_events(record, TEXT))]
    assert len(from_document) == len(record.events)


def test_two_tests_in_a_week_stay_apart_and_a_vague_one_is_left_open() -> None:
    shot = (NORTH, ("instrument", "missile de croisière", "weapon", ""))
    first = [made(doc, "missile_test", *shot, day="2024-03-18") for doc in (1, 2)]
    second = [made(doc, "missile_test", *shot, day="2024-03-22") for doc in (3, 4)]
    vague = made(5, "missile_test", *shot, day="2024-03-18", until="2024-03-24")
    assert together([*first, *second, vague]) == [
        ["1.txt", "2.txt"],
        ["3.txt", "4.txt"],
    ]
    assert together([*first, vague]) == [["1.txt", "2.txt", "5.txt"]]


def test_what_far_more_documents_tell_is_meant_rather_than_a_rival() -> None:
    shot = (NORTH, ("instrument", "missile de croisière", "weapon", ""))
    often = [made(doc, "missile_test", *shot, day="2024-03-18") for doc in (1, 2, 3)]
    rival = made(4, "missile_test", *shot, day="2024-03-22")
    vague = made(5, "missile_test", *shot, day="2024-03-18", until="2024-03-24")
    assert together([*often, rival, vague]) == [["1.txt", "2.txt", "3.txt", "5.txt"]]


def visit(doc: int, *, month: int | None = None, **more: Any) -> EventRecord:
    """A visit by Kim in a month of 2024, or in that year."""
    day, until = ("2024-01-01", "2024-12-31") if month is None else (f"2024-{month:02}-18", None)
    return made(doc, "visit", KIM, day=day, until=until, published=None, **more)


def test_what_is_likely_is_linked_where_nothing_else_comes_into_question() -> None:
    assert together([visit(1), visit(2, month=3)]) == [["1.txt", "2.txt"]]
    assert together([visit(1), visit(2, month=3), visit(3, month=5)]) == []


def test_what_has_no_time_at_all_needs_more_than_what_is_likely() -> None:
    laos = ("actor", "Laos", "state", "LA")
    days = {1: "2024-01-20", 2: "2024-03-20"}
    dated = [made(doc, "meeting", KIM, laos, published=day) for doc, day in days.items()]
    bare = [made(doc, "meeting", KIM, laos, published=None) for doc in days]
    assert together(dated) == [["1.txt", "2.txt"]]
    assert together(bare) == []


def vague(doc: int, published: str | None) -> EventRecord:
    return made(doc, "sanction", US, AT_NORTH, number=2, published=published)


def strike(doc: int, published: str | None) -> EventRecord:
    return made(doc, "missile_strike", NORTH, day="2024-03-09", published=published)


def test_documents_of_one_story_lend_each_other_what_they_say_little_of() -> None:
    days = {1: "2024-03-11", 9: "2024-03-19"}
    told = [vague(*each) for each in days.items()]
    strikes = [strike(*each) for each in days.items()]
    assert together(told) == []
    assert together([*told, *strikes]) == [["1.txt", "9.txt"]] * 2
    whys = [e.why for each in link([*told, *strikes]) for e in each.events if e.event == "E2"]
    assert all(why and why.endswith("one story (1 happenings besides)") for why in whys)
    assert together(
        [
            vague(1, "2024-03-11"),
            strike(1, "2024-03-11"),
            vague(9, "2024-07-19"),
            strike(9, "2024-07-19"),
        ]
    ) == [["1.txt", "9.txt"]]


def test_what_is_likely_of_one_type_makes_that_of_another_likely() -> None:
    days = {1: "2024-03-11", 9: "2024-03-19"}
    strikes = [strike(*each) for each in days.items()]
    likely = [
        made(doc, "agreement", KIM, TRUMP, number=4, published=day) for doc, day in days.items()
    ]
    vague_ones = [made(doc, "sanction", US, number=3, published=day) for doc, day in days.items()]
    assert together(vague_ones) == []
    assert together([*vague_ones, *strikes]) == [["1.txt", "9.txt"]]
    assert together([*vague_ones, *strikes, *likely]) == [["1.txt", "9.txt"]] * 3


def test_what_very_many_documents_tell_makes_no_story() -> None:
    told = [vague(doc, None) for doc in (1, 2)]
    strikes = [strike(doc, None) for doc in range(1, 20)]
    assert len(together([*told, *strikes])) == 1
    assert len(together([*told, *strikes[:5]])) == 2


def test_of_what_a_document_tells_alike_the_first_joins_others_in_whatever_order() -> None:
    told = [made(1, "missile_test", NORTH, day="2024-03-18", number=n) for n in (1, 2)]
    other = made(2, "missile_test", NORTH, day="2024-03-18")
    assert lines([*told, other]) == lines([other, *reversed(told)])
    (joined,) = [each for each in link([*told, other]) if each.documents > 1]
    assert {event.event for event in joined.events} == {"E1"}


def test_what_a_document_keeps_apart_stays_apart() -> None:
    pair = [made(1, "missile_test", NORTH, day="2024-03-18", number=n) for n in (1, 2)]
    other = made(2, "missile_test", NORTH, day="2024-03-18")
    assert [len(events) for events in together([*pair, other])] == [2]


def flight(doc: int, *more: tuple[str, str, str, str], **what: Any) -> EventRecord:
    over = [("actor", "Corée du Sud", "state", "KR"), *more]
    return made(doc, "border_incident", *over, day="2024-03-18", rule="survol", **what)


PLACED: Any = {"place": ("Pyongyang", "town", "KP")}
BODY = ("actor", "Commandement des drones", "force", "KR")
DRONE = ("instrument", "drone", "weapon", "")


def test_of_two_rows_for_one_deed_the_first_is_tied() -> None:
    twice = [flight(1), flight(1, number=2, **PLACED)]
    (happening,) = [
        each for each in link([*twice, flight(2, DRONE, **PLACED)]) if each.documents > 1
    ]
    assert {event.event for event in happening.events if event.path == "1.txt"} == {"E1"}


def test_two_rows_for_one_deed_do_not_divide_those_who_tell_it() -> None:
    twice = [flight(1, BODY), flight(1, number=2, **PLACED)]
    others = [flight(2, BODY, DRONE), flight(3, DRONE, **PLACED)]
    assert together([*twice, *others]) == [["1.txt", "2.txt", "3.txt"]]


ENVOY = ("actor", "Wang Yi", "person", "CN")


def test_the_row_that_names_the_day_takes_the_place_of_one_that_names_none() -> None:
    day: Any = {"day": "2024-03-21"}
    welcome = made(1, "meeting", KIM, ENVOY, at=0)
    summit = made(1, "meeting", number=2, modality="planned", **day)
    held = made(2, "meeting", KIM, ENVOY, published="2024-03-22", **day)
    (happening,) = [each for each in link([welcome, summit, held]) if each.documents > 1]
    assert [event.event for event in happening.events if event.path == "1.txt"] == ["E2"]


def test_a_headline_that_names_nobody_tells_the_meeting_of_its_summary() -> None:
    day: Any = {"day": "2024-03-20"}
    told = [made(1, "meeting", at=0, **day), made(1, "meeting", KIM, ENVOY, number=2, **day)]
    (happening,) = [
        each
        for each in link([*told, made(2, "meeting", KIM, ENVOY, **day, **PLACED)])
        if each.documents > 1
    ]
    assert {event.event for event in happening.events if event.path == "1.txt"} == {"E1"}


def test_a_document_that_comes_twice_counts_once() -> None:
    event = made(1, day="2024-03-18")
    unsure = {"value": "2024-03-21", "source": "text", "confidence": 0.5}
    again = EventRecord.model_validate(
        {**event.model_dump(by_alias=True), "doc": {**event.doc.model_dump(), "published": unsure}}
    )
    for records in ([event, again], [again, event]):
        (happening,) = link(records)
        assert (happening.documents, happening.first_published) == (1, "2024-03-20")


def test_each_event_says_to_which_it_is_tied_and_why() -> None:
    (happening,) = link([made(1, day="2024-03-18"), made(2, day="2024-03-18")])
    whys = {event.path: event.why for event in happening.events}
    assert whys == {
        "1.txt": "as E1 of 2.txt: same day (2024-03-18)",
        "2.txt": "as E1 of 1.txt: same day (2024-03-18)",
    }


def test_types_stay_apart() -> None:
    kinds = ("missile_strike", "casualties", "armed_clash")
    found = [made(n, kind, NORTH, day="2024-03-18") for n, kind in enumerate(kinds)]
    assert not together(found)
    assert [a.id != b.id for a, b in combinations(link(found), 2)] == [True] * 3
