"""The data of linking, validated when loaded: points, what types are like, classes, places."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import Any

from dprk_events.linking.errors import LinkingDataError

PACES = ("usual", "daily", "slow", "journey", "drill", "rare")
"""How often events of a type happen, and how long the press tells one."""

_USED, _WORDS = "used", "words"
"""The tables of deeds.toml that are no event type."""

Steps = tuple[tuple[int, float], ...]
"""Days up to which so many points are given, in rising order."""


@dataclass(frozen=True, slots=True)
class Decision:
    """When events are linked."""

    linked: float
    mean: float
    margin: float
    outweighs: float
    likely: float
    kindred: float
    sole: float


@dataclass(frozen=True, slots=True)
class KinOf:
    """Points for documents that tell the same happenings besides."""

    one: float
    several: float
    common: int
    days: int


@dataclass(frozen=True, slots=True)
class Time:
    """Points for times."""

    same_day: float
    same_week: float
    same_month: float
    the_month: float
    same_season: float
    same_year: float
    the_year: float
    yearless_day: float
    yearless_month: float
    day_apart: float
    lasting: float
    other_days: float
    announced: Steps
    at_once: int
    put_off: int
    put_off_else: int
    stale: float


@dataclass(frozen=True, slots=True)
class Pace:
    """Points for times that are not told, for types that happen as often."""

    fresh: Steps
    alike: Steps
    beside: Steps
    passing: Steps
    lasting: int
    eve: int


@dataclass(frozen=True, slots=True)
class Who:
    """Points for participants."""

    two_persons: float
    one_person: float
    the_person: float
    two_countries: float
    one_country: float
    body: float
    towards: float
    other_person: float
    other_persons: float
    other_partner: float
    each_another: float
    same_people: float
    other_people: float
    disputed: float


@dataclass(frozen=True, slots=True)
class Where:
    """Points for places."""

    site: float
    town: float
    abroad: float
    region: float
    country: float
    sea: float
    within: float
    in_country: float
    elsewhere: float


@dataclass(frozen=True, slots=True)
class What:
    """Points for things and weapons."""

    name: float
    other_name: float
    thing: float
    other_thing: float
    nearby: float
    class_: float
    means: float
    other_class: float
    range: float
    other_range: float
    deed: float
    copied: float
    rare: float
    alone: float


@dataclass(frozen=True, slots=True)
class Number:
    """Points for figures."""

    equal: float
    overlap: float
    differ: float
    series: float
    far: float


@dataclass(frozen=True, slots=True)
class Modality:
    """Points for modality."""

    denied: float
    planned: float
    doubted: float


@dataclass(frozen=True, slots=True)
class Lead:
    """When an event is its article's news."""

    chars: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Copies:
    """When a text is a copy of another."""

    share: float
    least: int


@dataclass(frozen=True, slots=True)
class Rules:
    """``rules.toml``."""

    decision: Decision
    kin: KinOf
    time: Time
    pace: Mapping[str, Pace]
    who: Who
    where: Where
    what: What
    number: Number
    modality: Modality
    lead: Lead
    copies: Copies


@dataclass(frozen=True, slots=True)
class Kinds:
    """``kinds.toml``: sets of event types; ``once`` gives the role of the person it happens to."""

    symmetric: frozenset[str]
    daily: frozenset[str]
    slow: frozenset[str]
    journey: frozenset[str]
    drill: frozenset[str]
    private: frozenset[str]
    sent: frozenset[str]
    neighbours: frozenset[str]
    lasting: frozenset[str]
    rare: frozenset[str]
    recorded: frozenset[str]
    disputed: frozenset[str]
    personal: frozenset[str]
    between: frozenset[str]
    put_off: frozenset[str]
    counted: frozenset[str]
    once: Mapping[str, str]


@cache
def rules() -> Rules:
    """Return the points and limits that linking goes by. Raises LinkingDataError."""
    return read_rules(*_toml("rules.toml"))


def read_rules(name: str, raw: Mapping[str, Any]) -> Rules:
    """Build the rules from a TOML table. Raises LinkingDataError."""
    sections = {
        "decision": Decision, "kin": KinOf, "time": Time, "pace": Pace, "who": Who, "where": Where,
        "what": What, "number": Number, "modality": Modality, "lead": Lead, "copies": Copies,
    }  # fmt: skip
    _same_keys(name, raw, sections)
    found = {
        each: _section(f"{name}: {each}", raw[each], sections[each])
        for each in raw
        if each != "pace"
    }
    _same_keys(f"{name}: pace", raw["pace"], PACES)
    paces = {each: _section(f"{name}: pace.{each}", raw["pace"][each], Pace) for each in PACES}
    return Rules(pace=paces, **found)


@cache
def kinds() -> Kinds:
    """Return what event types are like. Raises LinkingDataError."""
    name, raw = _toml("kinds.toml")
    _same_keys(name, raw, [each.name for each in fields(Kinds)])
    once = raw.pop("once")
    for kind, role in once.items():
        if role not in {"actor", "recipient"}:
            raise LinkingDataError(f"{name}: once.{kind}: {role!r}. Write actor or recipient.")
    return Kinds(once=once, **{key: frozenset(_names(f"{name}: {key}", raw[key])) for key in raw})


@cache
def pace_of(kind: str) -> Pace:
    """Return the pace of an event type. Raises LinkingDataError."""
    name = next((each for each in PACES[1:] if kind in getattr(kinds(), each)), PACES[0])
    return rules().pace[name]


@cache
def places() -> Mapping[str, frozenset[str]]:
    """Return in which places a place lies, besides its country. Raises LinkingDataError."""
    name, raw = _toml("places.toml")
    _same_keys(name, raw, ["states", "within"])
    within = raw["within"]
    return {place: frozenset(_names(f"{name}: {place}", within[place])) for place in within}


@cache
def city_states() -> frozenset[str]:
    """Return the countries that are a town. Raises LinkingDataError."""
    name, raw = _toml("places.toml")
    return frozenset(_names(f"{name}: states.towns", raw["states"]["towns"]))


@cache
def deeds() -> Mapping[str, frozenset[str]]:
    """Return the deeds of which each rule tells one. Raises LinkingDataError."""
    name, raw = _toml("deeds.toml")
    found: dict[str, set[str]] = {}
    for kind, of_kind in raw.items():
        if kind in {_USED, _WORDS}:
            continue
        for deed, ids in of_kind.items():
            for each in _names(f"{name}: {kind}.{deed}", ids):
                found.setdefault(f"{kind}.{each}", set()).add(deed)
    return {rule: frozenset(each) for rule, each in found.items()}


@cache
def told_by(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the deeds of a type that words tell: beginnings of words. Raises LinkingDataError."""
    name, raw = _toml("deeds.toml")
    of_kind = raw[_WORDS].get(kind, {})
    return tuple(
        (deed, tuple(_names(f"{name}: {_WORDS}.{kind}.{deed}", of_kind[deed]))) for deed in of_kind
    )


@cache
def used_for() -> Mapping[str, frozenset[str]]:
    """Return the classes of what is used, by the deeds that they tell. Raises LinkingDataError."""
    name, raw = _toml("deeds.toml")
    known = {key for key, _, _ in instruments()}
    told = {deed: _names(f"{name}: {_USED}.{deed}", raw[_USED][deed]) for deed in raw[_USED]}
    for deed, classes in told.items():
        if unknown := {*classes} - known:
            raise LinkingDataError(
                f"{name}: {_USED}.{deed}: instruments.toml has no class {sorted(unknown)[0]}. "
                "Take one that it has."
            )
    return {deed: frozenset(classes) for deed, classes in told.items()}


@cache
def instruments() -> tuple[tuple[str, tuple[str, ...], frozenset[str]], ...]:
    """Return the classes of weapons and forces: name, beginnings of words, all classes it is of.

    Raises:
        LinkingDataError: ``within`` names a class that has no words.

    """
    name, raw = _toml("instruments.toml")
    _same_keys(name, raw, ["ranges", "people", "words", "within"])
    found = []
    for key, words in raw["words"].items():
        more = _names(f"{name}: within.{key}", raw["within"].get(key, ["-"]))
        found.append((key, tuple(_names(f"{name}: words.{key}", words)), frozenset(more) - {"-"}))
    known = {key for key, _, _ in found}
    for key, more in raw["within"].items():
        if unknown := {key, *more} - known:
            raise LinkingDataError(
                f"{name}: within.{key}: no class {sorted(unknown)[0]}. Give it words or drop it."
            )
    return tuple((key, words, more | {key}) for key, words, more in found)


@cache
def exclusive(what: str) -> frozenset[str]:
    """Return classes that exclude each other: "ranges" or "people". Raises LinkingDataError."""
    name, raw = _toml("instruments.toml")
    found = frozenset(_names(f"{name}: {what}", raw[what]))
    if unknown := found - {key for key, _, _ in instruments()}:
        raise LinkingDataError(f"{name}: {what}: no class {sorted(unknown)[0]}. Give it words.")
    return found


def _toml(name: str) -> tuple[str, dict[str, Any]]:
    file = resources.files(__package__).joinpath(name)
    return str(file), tomllib.loads(file.read_text("utf-8"))


def _same_keys(name: str, raw: Mapping[str, Any], wanted: Any) -> None:
    for key in wanted:
        if key not in raw:
            raise LinkingDataError(f"{name}: {key} is missing. Write it.")
    for key in raw:
        if key not in wanted:
            known = ", ".join(wanted)
            raise LinkingDataError(f"{name}: {key} is not known. Take one of {known}.")


def _section(where: str, raw: Any, model: Any) -> Any:
    if not isinstance(raw, dict):
        raise LinkingDataError(f"{where}: write a table of points.")
    names = {each.name.rstrip("_"): each for each in fields(model)}
    _same_keys(where, raw, list(names))
    return model(**{names[key].name: _figure(f"{where}.{key}", raw[key]) for key in raw})


def _figure(where: str, value: Any) -> Any:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    try:
        steps = tuple((int(days), float(points)) for days, points in value)
    except (TypeError, ValueError):
        steps = ()
    if not steps or list(steps) != sorted(steps, key=lambda step: step[0]):
        raise LinkingDataError(
            f"{where}: {value!r}. Write a number, or [[days, points], …] rising."
        )
    return steps


def _names(where: str, value: Any) -> list[str]:
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        raise LinkingDataError(f'{where}: {value!r}. Write a list of names: ["…"].')
    return value
