"""The data of linking: used as it stands, and refused with a remedy if it is wrong."""

from __future__ import annotations

import tomllib
from dataclasses import fields
from importlib import resources
from typing import Any

import pytest

from dprk_events.events import RuleSet
from dprk_events.language import Gazetteer
from dprk_events.linking import LinkingDataError, data


@pytest.fixture
def raw() -> dict[str, Any]:
    file = resources.files("dprk_events.linking").joinpath("rules.toml")
    return tomllib.loads(file.read_text("utf-8"))


def test_the_rules_are_read(raw: dict[str, Any]) -> None:
    assert data.read_rules("rules.toml", raw).decision.linked == raw["decision"]["linked"]


@pytest.mark.parametrize(
    ("section", "key", "value", "message"),
    [
        ("decision", "linked", "two", r"decision.linked: 'two'. Write a number"),
        ("decision", "linkd", 2, r"decision: linkd is not known. Take one of linked, mean"),
        ("pace", "usual", {"fresh": [[4, 1.0], [2, 1.5]]}, r"pace.usual: alike is missing"),
        (
            "pace",
            "usal",
            {},
            r"pace: usal is not known. Take one of usual, daily, slow, journey, drill",
        ),
    ],
)
def test_wrong_rules_are_refused(
    raw: dict[str, Any], section: str, key: str, value: object, message: str
) -> None:
    raw[section][key] = value
    with pytest.raises(LinkingDataError, match=message):
        data.read_rules("rules.toml", raw)


def test_days_that_do_not_rise_are_refused(raw: dict[str, Any]) -> None:
    raw["pace"]["daily"]["fresh"] = [[4, 1.0], [2, 1.5]]
    with pytest.raises(LinkingDataError, match=r"pace.daily.fresh: .* rising"):
        data.read_rules("rules.toml", raw)


def test_a_missing_rule_is_named(raw: dict[str, Any]) -> None:
    del raw["who"]["body"]
    with pytest.raises(LinkingDataError, match=r"rules.toml: who: body is missing"):
        data.read_rules("rules.toml", raw)


def test_every_type_of_the_kinds_is_an_event_type(rules: RuleSet) -> None:
    kinds = data.kinds()
    named = {kind for each in fields(kinds) for kind in getattr(kinds, each.name)}
    assert named <= {each.name for each in rules.types.values()}


def test_every_rule_of_the_deeds_is_a_rule(rules: RuleSet) -> None:
    assert set(data.deeds()) <= {rule.id for rule in rules.rules}


def test_deeds_that_words_tell_are_of_one_word_each() -> None:
    told = data.told_by("casualties")
    assert {deed for deed, _ in told} == {"killed", "wounded", "captured"}
    starts = [start for _, each in told for start in each]
    assert len(set(starts)) == len(starts)
    assert not data.told_by("meeting")


@pytest.mark.parametrize("what", ["ranges", "people"])
def test_what_excludes_each_other_are_classes(what: str) -> None:
    assert data.exclusive(what) <= {name for name, _, _ in data.instruments()}


def test_every_place_is_called_as_the_gazetteer_calls_it(gazetteer: Gazetteer) -> None:
    names = {*data.places(), *data.city_states()}.union(*data.places().values())
    assert not names - {entry.canonical for entry in gazetteer.entries()}


def test_a_class_is_also_what_it_belongs_to() -> None:
    classes = {name: every for name, _, every in data.instruments()}
    assert classes["intercontinental"] == {"intercontinental", "ballistic"}


def test_every_kind_of_border_incident_is_a_deed(rules: RuleSet) -> None:
    # One that only takes up what was told ("le précédent") may be any.
    of_type = {
        rule.id
        for rule in rules.rules
        if rule.id.startswith("border_incident.") and not rule.spec.echo_only
    }
    assert of_type <= set(data.deeds())
