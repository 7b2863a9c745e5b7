"""What speaks for and against a row: each function of signs, on small events."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dprk_events.events import Attribution, Event, Filler, Mention
from dprk_events.events.row import KnownAs, Participant, Place
from dprk_events.events.rules import EventType
from dprk_events.names import PlainRole
from dprk_events.participants.confidence import CELLS
from dprk_events.participants.grades import grades
from dprk_events.participants.signs import Around, around, signs_by_cell
from dprk_events.participants.signs.around import signs_around
from dprk_events.participants.signs.dates import signs_of_date
from dprk_events.participants.signs.parties import signs_of_parties
from dprk_events.participants.signs.steps import step
from dprk_events.participants.signs.telling import signs_of_modality, signs_of_telling
from tests.participants.conftest import Completed

DAY = "2024-06-20"
VISIT = EventType(name="visit", doc="A visit.")
MENTION = Mention(VISIT, "visit.visite", "visite", 200, 206, 40, (190, 230), "asserted")
EVENT = Event("visit", True, "asserted", 0.7, (MENTION,), ())


def party(
    role: PlainRole, *countries: str, strategy: str = "state name", start: int = 195
) -> Participant:
    return Participant(
        "X", "state", countries, None, "X", start, start + 1, None, (), strategy, "X", role=role,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "<2"), (1, "<2"), (2, "2+"), (4, "2+"), (5, "5+"), (99, "5+")]
)
def test_steps(number: int, expected: str) -> None:
    assert step(number, (2, 5)) == expected


def test_of_telling() -> None:
    assert set(signs_of_telling(EVENT)) == {"type visit", "rule visit.visite", "1 mentions"}
    known = replace(
        EVENT, mentions=(replace(MENTION, start=3), MENTION), mention_confidence=0.95,
        known=KnownAs("x", "name", "x"),
        place=Place("Pékin", None, "CN", None, None, "town", "destination", "gazetteer"),
    )  # fmt: skip
    more = {"2 mentions", "sure mention", "opens", "known", "place town"}
    assert more <= set(signs_of_telling(known))


def test_of_modality() -> None:
    assert set(signs_of_modality(EVENT)) == {
        "asserted", "visit, asserted", "no cue", "looks None", "no attribution",
    }  # fmt: skip
    said = replace(
        MENTION, modality="reported", cue="selon", why="according_to", look="past",
        source_why="of_scope", attribution=Attribution("Séoul", 0, 5),
    )  # fmt: skip
    mixed = replace(EVENT, modality="reported", mentions=(said, MENTION))
    assert set(signs_of_modality(mixed)) == {
        "reported", "visit, reported", "no source", "mixed modality", "read by according_to",
        "cue selon", "looks past", "source by of_scope",
    }  # fmt: skip


def test_of_parties() -> None:
    assert {"no actor", "no recipient", "North Korea on no side"} == set(
        signs_of_parties(EVENT, grades())
    )
    filler = Filler("actor", "Kim", 191, 194, how="subject (of a verb)")
    both = replace(
        EVENT, mentions=(replace(MENTION, fillers=(filler,)),),
        participants=(
            party("actor", "KP"), party("actor", "RU", strategy="words"),
            party("recipient", "KP", start=10),
        ),
    )  # fmt: skip
    found = set(signs_of_parties(both, grades()))
    assert {
        "actor unknown", "two actors", "actor of 2", "actor by words", "actor by state name",
        "at subject, actor", "recipient named", "recipient North Korea",
        "recipient with North Korea", "recipient named elsewhere", "same country on both sides",
    } <= found  # fmt: skip
    assert not {"actor named elsewhere", "no recipient", "North Korea on no side"} & found


def test_of_no_country() -> None:
    one = replace(EVENT, participants=(party("actor"),))
    assert "actor of no country" in set(signs_of_parties(one, grades()))
    two = replace(EVENT, participants=(party("actor"), party("actor", "KP")))
    assert "actor one of no country" in set(signs_of_parties(two, grades()))


def seen_in(completed: Completed, text: str) -> tuple[list[Event], Around]:
    findings = completed(text, DAY)
    return list(findings.events), around(findings, findings.events)


@pytest.mark.model
def test_of_a_stated_date(completed: Completed) -> None:
    (event,), seen = seen_in(completed, "La Corée du Nord a tiré un missile le 3 juin 2024.")
    assert set(signs_of_date(event, seen)) == {
        "time stated", "own date", "dated", "date of a day", "date from explicit", "days ago 8+",
        "date behind", "tokens to the date 2+", "1 dates in the sentence",
    }  # fmt: skip


@pytest.mark.model
def test_of_a_date_ahead(completed: Completed) -> None:
    (event,), seen = seen_in(completed, "Demain, Kim Jong-un se rendra à Moscou.")
    found = set(signs_of_date(event, seen))
    assert {"days ago <0", "date before", "date from published"} <= found


@pytest.mark.model
def test_of_dates_left_out(completed: Completed) -> None:
    text = "La Corée du Nord a tiré un missile. Le sommet de juin 2018 est loin."
    events, seen = seen_in(completed, text)
    event = next(event for event in events if event.type == "missile_test")
    found = set(signs_of_date(event, seen))
    assert {"undated", "undated, a date in the sentence behind"} <= found
    (event,), seen = seen_in(completed, "La Corée du Nord a tiré un missile.")
    assert "undated, no date in the article" in set(signs_of_date(event, seen))


@pytest.mark.model
def test_of_a_refused_date(completed: Completed) -> None:
    text = "La Corée du Nord pourrait tirer un missile avant les élections du 10 avril 2025."
    (event,), seen = seen_in(completed, text)
    found = set(signs_of_date(event, seen))
    assert {"refused: it dates what came later or earlier", "undated, a date refused"} <= found


@pytest.mark.model
def test_of_what_stands_around(completed: Completed) -> None:
    text = (
        "La Corée du Nord se tait.\nKim Jong-un s'est rendu à Moscou lundi, et Vladimir Poutine "
        "s'est rendu à Pyongyang mardi. Kim Jong-un ira-t-il à Pékin ?"
    )
    events, seen = seen_in(completed, text)
    found = set(signs_around(events[0], seen))
    assert {
        "sentence 1", "1 other rows in the sentence", "one more of the type in the sentence",
        "short article",
    } <= found  # fmt: skip
    assert "question" not in found


@pytest.mark.model
def test_of_a_question(completed: Completed) -> None:
    (event,), seen = seen_in(completed, "La Corée du Nord a-t-elle tiré un missile «Hwasong» ?")
    assert {"question", "quotes in the sentence", "sentence 0"} <= set(signs_around(event, seen))


@pytest.mark.model
def test_a_cell_has_the_signs_that_bear_on_it(completed: Completed) -> None:
    text = "La Corée du Nord a tiré un missile le 3 juin 2024, selon Séoul."
    (event,), seen = seen_in(completed, text)
    signs = signs_by_cell(event, seen, grades())
    assert signs == signs_by_cell(event, seen, grades())
    assert {*signs} == {*CELLS}
    assert all(len({*each}) == len(each) for each in signs.values())
    assert {"dated", "short article"} <= {*signs["date"]}
    assert {"reported", "actor North Korea"}.isdisjoint(signs["date"])
    assert {"type missile_test", "actor North Korea"} <= {*signs["who"]}
    assert "missile_test, time stated" in signs["real"]
    assert "missile_test, actor named" in signs["who"]
    assert "missile_test, no recipient" in signs["whom"]
    assert {"dated", "short article"}.isdisjoint(signs["who"])
