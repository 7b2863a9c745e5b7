"""The happening record: independent sources, disagreements, time, place, who takes part."""

from __future__ import annotations

import pytest

from dprk_events.linking import link
from dprk_events.linking.entry import credits_in
from dprk_events.linking.sources import outlet_of
from dprk_events.records import EventRecord, HappeningRecord, read_lines, to_line
from dprk_events.records.happening import HappeningParty, HappeningQuantity
from tests.linking.made import NORTH, doc_id, made

DISPATCH = (
    "Le Nord a procédé lundi à l'aube au tir de deux engins balistiques depuis la côte orientale, "
    "a indiqué l'état-major, qui dit suivre la situation de près avec ses alliés dans la région."
)
EDITED = DISPATCH.replace("Le Nord a", "Le régime a")
OWN = (
    "Deux projectiles sont tombés en mer avant le lever du jour ; les pêcheurs du port voisin "
    "racontent avoir entendu un long grondement, puis plus rien jusqu'au retour des bateaux."
)


def one(*events: EventRecord) -> HappeningRecord:
    (happening,) = link(events)
    return happening


def test_the_same_text_printed_again_is_a_copy_of_the_earliest_that_is_alike() -> None:
    told = [(DISPATCH, "18"), (EDITED, "19"), (EDITED, "20"), (DISPATCH, "21"), (DISPATCH, "22")]
    found = one(
        *(
            made(n, sentence=text, day="2024-03-18", published=f"2024-03-{day}")
            for n, (text, day) in enumerate(told, 1)
        )
    )
    assert (found.documents, found.sources) == (5, 1)
    assert [each.copy_of for each in found.events] == [None, *[doc_id(1)] * 4]


def test_copies_of_a_text_count_once() -> None:
    days = {"day": "2024-03-18"}
    first = made(1, sentence=DISPATCH, published="2024-03-18", **days)  # type: ignore[arg-type]
    copied = made(2, sentence=EDITED, published="2024-03-19", **days)  # type: ignore[arg-type]
    own = made(3, sentence=OWN, published="2024-03-19", **days)  # type: ignore[arg-type]
    found = one(own, copied, first)
    assert (found.documents, found.sources) == (3, 2)
    assert {e.path: e.copy_of for e in found.events} == {
        "1.txt": None, "2.txt": doc_id(1), "3.txt": None,
    }  # fmt: skip
    assert found.events[0].quote == DISPATCH


@pytest.mark.parametrize(
    ("sources", "count"),
    [
        (("Le Fil", "La Côte"), 2),
        (("Le Fil", "le fil"), 1),
        (("Le Fil avec AFP", "La Côte / AFP"), 1),
        (("AFP", "Reuters"), 2),
        (("AFP", "La Côte avec AFP et Reuters", "Reuters"), 1),
        ((None, None), 2),
    ],
)
def test_one_publisher_or_agency_is_one_source(sources: tuple[str | None, ...], count: int) -> None:
    found = one(*(made(n, day="2024-03-18", source=s) for n, s in enumerate(sources)))
    assert (found.documents, found.sources) == (len(sources), count)


def test_credits_are_read_from_the_source_and_from_brackets_at_the_edges() -> None:
    assert credits_in("La Côte / AFP") == ["afp"]
    assert credits_in(None, "SÉOUL (Yonhap) — Un tir a eu lieu.") == ["yonhap"]
    assert credits_in(None, "Un tir a eu lieu, selon l'AFP. " * 30) == []
    assert outlet_of("La Côte avec AFP") == "la côte"
    assert outlet_of("AFP") is None


def test_disagreements_say_who_says_what() -> None:
    actor = ("actor", "Corée du Sud", "state", "KR")
    office = ("recipient", "bureau", "thing", "")
    where = ("Kaesong", "town", "KP")
    found = one(
        made(
            1, "armed_clash", NORTH, office, day="2024-03-18", place=where, source="Le Fil",
            counts=(("blessés", 10, 10),),
        ),
        made(
            2, "armed_clash", NORTH, office, day="2024-03-18", place=where, source="La Côte",
            counts=(("blessés", 12, 12),),
        ),
        made(3, "armed_clash", actor, office, day="2024-03-18", place=where),
    )  # fmt: skip
    told = {each.key: each for each in found.disagreements}
    assert [(v.value, v.sources, v.said_by) for v in told["quantity"].values] == [
        (10, 1, ["Le Fil"]), (12, 1, ["La Côte"]),
    ]  # fmt: skip
    assert told["quantity"].of == "blessés"
    assert [(v.value, v.sources) for v in told["responsibility"].values] == [
        (["KP"], 2), (["KR"], 1),
    ]  # fmt: skip
    assert set(told) == {"quantity", "responsibility"}


def test_figures_that_hold_each_other_are_no_disagreement() -> None:
    found = one(
        made(1, day="2024-03-18", counts=(("missiles", 2, None),)),
        made(2, day="2024-03-18", counts=(("missiles", 3, 3),)),
    )
    assert found.disagreements == []
    figures = [role for role in found.roles if isinstance(role, HappeningQuantity)]
    assert {(f.value, f.min, f.max, f.sources) for f in figures} == {
        (3, 3, 3, 1),
        (None, 2, None, 1),
    }


def test_time_place_and_parties_are_those_of_most_exactness_and_sources() -> None:
    found = one(
        made(1, "missile_test", NORTH, day="2024-03-18", place=("Wonsan", "town", "KP")),
        made(2, "missile_test", NORTH, day="2024-03-18", until="2024-03-19"),
        made(3, "missile_test", NORTH, day="2024-03-18", place=("Corée du Nord", "country", "KP")),
    )
    assert (found.time.value, found.place and found.place.name) == ("2024-03-18", "Wonsan")
    (north,) = [role for role in found.roles if isinstance(role, HappeningParty)]
    assert (north.name, north.sources) == ("Corée du Nord", 3)
    assert found.id.startswith("h-2024-03-18-missile_test-KP-")


def test_a_happening_without_a_date_is_bounded_by_when_it_was_told() -> None:
    shot = ("instrument", "missile balistique", "weapon", "")
    found = one(
        made(1, "missile_test", NORTH, shot, at=0, published="2024-03-20"),
        made(2, "missile_test", NORTH, shot, at=0, published="2024-03-20"),
        made(3, "missile_test", NORTH, shot, at=0, published="2024-03-20"),
    )
    assert (found.time.value, found.time.latest, found.time.ground) == (
        None, "2024-03-20", "published",
    )  # fmt: skip
    assert found.id.startswith("h-undated-")


def test_a_line_is_read_back_as_it_was_written() -> None:
    line = to_line(one(made(1, day="2024-03-18", counts=(("missiles", 2, None),))))
    (again,) = read_lines([line], "happenings")
    assert to_line(again) == line
