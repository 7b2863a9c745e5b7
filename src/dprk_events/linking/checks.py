"""Reading a data file of linking, with an error that says what to mend."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import fields
from importlib import resources
from typing import Any

from dprk_events.linking.errors import LinkingDataError

Steps = tuple[tuple[int, float], ...]
"""Days up to which so many points are given, in rising order."""


def read_toml(name: str) -> tuple[str, dict[str, Any]]:
    """Return the address of a data file of linking, for errors, and what it holds."""
    file = resources.files(__package__).joinpath(name)
    return str(file), tomllib.loads(file.read_text("utf-8"))


def same_keys(name: str, raw: Mapping[str, Any], wanted: Any) -> None:
    """Refuse a table that lacks one of the wanted keys or has another. Raises LinkingDataError."""
    for key in wanted:
        if key not in raw:
            raise LinkingDataError(f"{name}: {key} is missing. Write it.")
    for key in raw:
        if key not in wanted:
            known = ", ".join(wanted)
            raise LinkingDataError(f"{name}: {key} is not known. Take one of {known}.")


def section(where: str, raw: Any, model: Any) -> Any:
    """Return a table of points as the data class that holds them. Raises LinkingDataError."""
    if not isinstance(raw, dict):
        raise LinkingDataError(f"{where}: write a table of points.")
    names = {each.name.rstrip("_"): each for each in fields(model)}
    same_keys(where, raw, list(names))
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


def names_in(where: str, value: Any) -> list[str]:
    """Return a list of names, none empty. Raises LinkingDataError."""
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        raise LinkingDataError(f'{where}: {value!r}. Write a list of names: ["…"].')
    return value
