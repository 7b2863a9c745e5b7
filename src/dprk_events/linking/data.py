"""The data of linking, validated when loaded: points, what types are like, classes, places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache

from dprk_events.linking.checks import Steps, names_in, read_toml, same_keys
from dprk_events.linking.errors import LinkingDataError
from dprk_events.linking.points import PACES, Pace, read_rules, rules

__all__ = [
    "Kinds", "Pace", "Steps", "city_states", "deeds", "exclusive", "instruments", "kinds",
    "pace_of", "places", "read_rules", "rules", "told_by", "used_for",
]  # fmt: skip

_USED, _WORDS = "used", "words"
"""The tables of deeds.toml that are no event type."""


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
    disputed: frozenset[str]
    hit: frozenset[str]
    sovereign: frozenset[str]
    personal: frozenset[str]
    between: frozenset[str]
    put_off: frozenset[str]
    counted: frozenset[str]
    once: Mapping[str, str]


@cache
def kinds() -> Kinds:
    """Return what event types are like. Raises LinkingDataError."""
    name, raw = read_toml("kinds.toml")
    same_keys(name, raw, [each.name for each in fields(Kinds)])
    once = raw.pop("once")
    for kind, role in once.items():
        if role not in {"actor", "recipient"}:
            raise LinkingDataError(f"{name}: once.{kind}: {role!r}. Write actor or recipient.")
    return Kinds(once=once, **{key: frozenset(names_in(f"{name}: {key}", raw[key])) for key in raw})


@cache
def pace_of(kind: str) -> Pace:
    """Return the pace of an event type. Raises LinkingDataError."""
    name = next((each for each in PACES[1:] if kind in getattr(kinds(), each)), PACES[0])
    return rules().pace[name]


@cache
def places() -> Mapping[str, frozenset[str]]:
    """Return in which places a place lies, besides its country. Raises LinkingDataError."""
    name, raw = read_toml("places.toml")
    same_keys(name, raw, ["states", "within"])
    within = raw["within"]
    return {place: frozenset(names_in(f"{name}: {place}", within[place])) for place in within}


@cache
def city_states() -> frozenset[str]:
    """Return the countries that are a town. Raises LinkingDataError."""
    name, raw = read_toml("places.toml")
    return frozenset(names_in(f"{name}: states.towns", raw["states"]["towns"]))


@cache
def deeds() -> Mapping[str, frozenset[str]]:
    """Return the deeds of which each rule tells one. Raises LinkingDataError."""
    name, raw = read_toml("deeds.toml")
    found: dict[str, set[str]] = {}
    for kind, of_kind in raw.items():
        if kind in {_USED, _WORDS}:
            continue
        for deed, ids in of_kind.items():
            for each in names_in(f"{name}: {kind}.{deed}", ids):
                found.setdefault(f"{kind}.{each}", set()).add(deed)
    return {rule: frozenset(each) for rule, each in found.items()}


@cache
def told_by(kind: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the deeds of a type that words tell: beginnings of words. Raises LinkingDataError."""
    name, raw = read_toml("deeds.toml")
    of_kind = raw[_WORDS].get(kind, {})
    return tuple(
        (deed, tuple(names_in(f"{name}: {_WORDS}.{kind}.{deed}", of_kind[deed])))
        for deed in of_kind
    )


@cache
def used_for() -> Mapping[str, frozenset[str]]:
    """Return the classes of what is used, by the deeds that they tell. Raises LinkingDataError."""
    name, raw = read_toml("deeds.toml")
    known = {key for key, _, _ in instruments()}
    told = {deed: names_in(f"{name}: {_USED}.{deed}", raw[_USED][deed]) for deed in raw[_USED]}
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
    name, raw = read_toml("instruments.toml")
    same_keys(name, raw, ["ranges", "people", "words", "within"])
    found = []
    for key, words in raw["words"].items():
        more = names_in(f"{name}: within.{key}", raw["within"].get(key, ["-"]))
        found.append((key, tuple(names_in(f"{name}: words.{key}", words)), frozenset(more) - {"-"}))
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
    name, raw = read_toml("instruments.toml")
    found = frozenset(names_in(f"{name}: {what}", raw[what]))
    if unknown := found - {key for key, _, _ in instruments()}:
        raise LinkingDataError(f"{name}: {what}: no class {sorted(unknown)[0]}. Give it words.")
    return found
