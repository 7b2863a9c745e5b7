"""The register's data: complete, valid, and known to the other stages."""

from __future__ import annotations

import pytest
from edtf import parse_edtf

from dprk_events.events import RuleSet
from dprk_events.known import Known, load_known
from dprk_events.known.load import read_built_in
from dprk_events.language import Gazetteer
from dprk_events.language.gazetteer import Entry

HAPPENINGS = [known for _, known in read_built_in()]


def called(gazetteer: Gazetteer, name: str) -> Entry | None:
    """The entry of the gazetteer whose canonical name this is."""
    whole = [m.entry for m in gazetteer.match(name) if (m.start, m.end) == (0, len(name))]
    return next((entry for entry in whole if entry.canonical == name), None)


def test_there_are_many_and_all_are_loaded() -> None:
    assert len(HAPPENINGS) == len(load_known()) >= 250


def test_types_exist_and_each_has_some() -> None:
    assert {kind for known in HAPPENINGS for kind in known.types} == {*RuleSet.load().types}


@pytest.mark.parametrize("known", HAPPENINGS, ids=lambda known: known.id)
def test_its_date_is_edtf(known: Known) -> None:
    assert parse_edtf(known.date) is not None


def test_participants_places_and_countries_are_in_the_gazetteer(gazetteer: Gazetteer) -> None:
    states = {entry.country for entry in gazetteer.entries() if entry.kind == "state"} | {"UN"}
    wrong = []
    for known in HAPPENINGS:
        wrong += [(known.id, code) for code in known.countries if code not in states]
        for name in known.people:
            entry = called(gazetteer, name)
            if entry is None or (entry.country and entry.country not in known.countries):
                wrong.append((known.id, name))
        place = known.place and called(gazetteer, known.place)
        if known.place and (not place or place.label != "LOC"):
            wrong.append((known.id, known.place))
    assert not wrong


def test_each_says_how_it_was_checked() -> None:
    assert [known.id for known in HAPPENINGS if known.checked is None] == []
