"""How many points each test gives (``rules.toml``), validated when loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dprk_events.linking.checks import Steps, read_toml, same_keys, section

PACES = ("usual", "daily", "slow", "journey", "drill", "rare")
"""How often events of a type happen, and how long the press tells one."""


@dataclass(frozen=True, slots=True)
class Decision:
    """When events are linked."""

    linked: float
    mean: float
    margin: float
    outweighs: float
    likely: float
    timeless: float
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
    misread: float
    put_off: int
    put_off_else: int


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
    post: float
    body: float
    towards: float
    other_person: float
    other_persons: float
    other_partner: float
    each_another: float
    same_people: float
    other_people: float
    disputed: float
    hit: float
    other_countries: float


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
    near: float
    near_km: int


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
    headline: int
    back: Steps


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


@cache
def rules() -> Rules:
    """Return the points and limits that linking goes by. Raises LinkingDataError."""
    return read_rules(*read_toml("rules.toml"))


def read_rules(name: str, raw: Mapping[str, Any]) -> Rules:
    """Build the rules from a TOML table. Raises LinkingDataError."""
    sections = {
        "decision": Decision, "kin": KinOf, "time": Time, "pace": Pace, "who": Who, "where": Where,
        "what": What, "number": Number, "modality": Modality, "lead": Lead, "copies": Copies,
    }  # fmt: skip
    same_keys(name, raw, sections)
    found = {
        each: section(f"{name}: {each}", raw[each], sections[each])
        for each in raw
        if each != "pace"
    }
    same_keys(f"{name}: pace", raw["pace"], PACES)
    paces = {each: section(f"{name}: pace.{each}", raw["pace"][each], Pace) for each in PACES}
    return Rules(pace=paces, **found)
