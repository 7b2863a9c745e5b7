"""How surely each strategy finds who it is: ``grades.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


@cache
def grades() -> Mapping[str, str]:
    """Return strategy → grade, the surest grade first."""
    raw = tomllib.loads(resources.files(__package__).joinpath("grades.toml").read_text("utf-8"))
    found = {name: grade for grade, names in raw.items() for name in names}
    return MappingProxyType(found)
