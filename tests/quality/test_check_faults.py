"""The small inputs of tests/faults, and the tool that judges what comes out for them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tools.check_faults import CaseError, Outcome, faults, read_cases, table

from dprk_events.events import RuleSet
from dprk_events.names import MODALITIES

Json = dict[str, Any]
FOLDER = Path(__file__).parents[1] / "faults"
CASE: Json = {"id": "c1", "kind": "numbers", "text": "…", "published": None}


def record(**changed: Any) -> Json:
    """Make a record with one event: North Korea delivers two or three shells to Russia."""
    event = {
        "type": "arms_transfer",
        "dprk": True,
        "modality": "reported",
        "date": "D1",
        "mentions": [{"attribution": "T2"}, {"attribution": None}],
        "roles": [
            {"role": "actor", "text": "Corée du Nord", "entity": "T1"},
            {"role": "recipient", "text": "troupes russes", "entity": None},
            {"role": "quantity", "text": "2 à 3", "value": None, "min": 2, "max": 3},
            {"role": "quantity", "text": "huit", "value": 8, "min": 8, "max": 8},
        ],
    }
    return {
        "doc": {"published": {"value": "2024-01-05"}},
        "entities": [
            {"id": "T1", "text": "Corée du Nord", "canonical": "Corée du Nord", "country": "KP"},
            {"id": "T2", "text": "Maison-Blanche", "canonical": None, "country": "US"},
        ],
        "dates": [{"id": "D1", "text": "jeudi 4 janvier", "value": "2024-01-04"}],
        "events": [event | changed],
    }


def wrong(output: Json, **wanted: Any) -> list[str]:
    """Judge an output by a case that wants only this."""
    return faults(CASE | wanted, output)


@pytest.mark.parametrize(
    "wanted",
    [
        {"modality": "reported", "date": "2024-01-04"},
        {"who": ["KP"], "whom": ["RU"]},
        {"quantity": [2, 3]},
        {"quantity": [[8, 8], [2, 3]]},
        {"by": "la Maison-Blanche"},
        {"dprk": True},
    ],
)
def test_event_that_is_wanted(wanted: Json) -> None:
    assert wrong(record(), events=[{"type": "arms_transfer"} | wanted]) == []


@pytest.mark.parametrize(
    "wanted",
    [
        {"type": "agreement"},
        {"modality": "asserted"},
        {"date": None},
        {"date": "2024-01"},
        {"who": []},
        {"who": ["KP", "RU"]},
        {"whom": ["UA"]},
        {"quantity": [2, None]},
        {"quantity": [[8, 8], [9, 9]]},
        {"by": "Kremlin"},
        {"dprk": False},
    ],
)
def test_event_that_differs_in_one_key(wanted: Json) -> None:
    assert len(wrong(record(), events=[{"type": "arms_transfer"} | wanted])) == 1


def test_one_event_does_not_answer_for_two() -> None:
    assert len(wrong(record(), events=[{"type": "arms_transfer"}] * 2)) == 1


def test_only() -> None:
    assert wrong(record(), events=[], only=True) == ["1 events instead of 0"]


def test_type_that_must_not_be_found() -> None:
    assert wrong(record(), none_of=["arms_transfer"]) == ["a arms_transfer"]
    assert wrong(record(dprk=False), none_of=["arms_transfer"]) == []


def test_country_of_a_filler() -> None:
    both = {"role": "actor", "text": "x", "entity": "T1", "countries": ["BY", "KP"]}
    unknown = {"role": "actor", "text": "envoyés", "entity": None}
    output = record(roles=[both, unknown])
    assert wrong(output, events=[{"type": "arms_transfer", "who": ["KP", "BY"]}]) == []


@pytest.mark.parametrize(
    ("words", "value", "right"),
    [
        ("jeudi 4 janvier", "2024-01-04", True),
        ("4 janvier", "2024-01-04", True),
        ("jeudi 4 janvier", "2025-01-04", False),
        ("jeudi 4 janvier au soir", "2024-01-04", False),  # part of the expression left out
        ("mardi", "2024-01-02", False),
        ("mardi", None, True),
    ],
)
def test_date_expression(words: str, value: str | None, right: bool) -> None:
    assert (wrong(record(), dates=[[words, value]]) == []) is right


def test_publication_date() -> None:
    assert wrong(record(), expect_published="2024-01-05") == []
    assert len(wrong(record(), expect_published=None)) == 1


def test_table() -> None:
    columns = {"a": [Outcome(CASE, {}, []), Outcome(CASE, {}, ["no event"])], "b": []}
    assert [line.split() for line in table(columns)] == [
        ["a", "b"],
        ["numbers", "1", "of", "2", "0", "of", "0"],
        ["all", "1", "of", "2", "0", "of", "0"],
    ]


@pytest.mark.parametrize(
    ("line", "remedy"),
    [
        ("{", "Write one object a line"),
        ("[1]", "Add what is missing"),
        ('{"id": "c1", "kind": "k", "text": "t", "published": null}', "Add what is missing"),
        (
            '{"id": "c1", "kind": "k", "text": "t", "published": null, "events": [{}]}',
            "which type is wanted",
        ),
        (
            '{"id": "c1", "kind": "k", "text": "t", "published": null, "none": [], "dates": []}',
            "unknown none",
        ),
        ("", "A line holds one"),
    ],
)
def test_file_that_cannot_be_used(tmp_path: Path, line: str, remedy: str) -> None:
    file = tmp_path / "cases.jsonl"
    file.write_text(line + "\n", "utf-8")
    with pytest.raises(CaseError, match=remedy):
        read_cases(file)


def test_cases_are_apart_and_of_every_kind() -> None:
    seen, unseen = (read_cases(FOLDER / f"{name}.jsonl") for name in ("seen", "unseen"))
    for key in ("id", "text"):
        assert len({case[key] for case in seen + unseen}) == len(seen) + len(unseen)
    kinds = Counter(case["kind"] for case in seen)
    others = Counter(case["kind"] for case in unseen)
    assert kinds.keys() == others.keys()
    assert all(kinds[kind] <= 2 * count for kind, count in others.items())
    assert min(kinds.values()) >= 4


@pytest.mark.parametrize("name", ["seen", "unseen"])
def test_cases_use_the_program_s_words(name: str, rules: RuleSet) -> None:
    known = {rule.type for rule in rules.rules}
    for case in read_cases(FOLDER / f"{name}.jsonl"):
        events = case.get("events", [])
        types = {event["type"] for event in events} | set(case.get("none_of", []))
        assert types <= known, case["id"]
        assert {e.get("modality", "asserted") for e in events} <= set(MODALITIES), case["id"]
