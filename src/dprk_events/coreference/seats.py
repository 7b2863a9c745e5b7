"""Which body a town stands for that is a state's capital too (``seats.csv``): "Bruxelles"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import NamedTuple

from dprk_events.coreference.tables import read_rows
from dprk_events.french import key

COLUMNS = ("place", "body", "kb")


class SeatError(ValueError):
    """seats.csv cannot be used; the message names the line and the remedy."""


class Body(NamedTuple):
    """A body that has its seat there."""

    name: str
    kb: str


@cache
def seats() -> Mapping[str, Body]:
    """Return the body behind each town, folded. Raises SeatError."""
    path = resources.files(__package__).joinpath("seats.csv")
    return parse(str(path), path.read_text("utf-8"))


def parse(path: str, text: str) -> dict[str, Body]:
    """Read which body has its seat where.

    Args:
        path: What the file is called in messages.
        text: Its content.

    Raises:
        SeatError: A line is not as it should be, or a town stands twice.

    """
    found: dict[str, Body] = {}
    for number, (place, body, kb) in read_rows(path, text, COLUMNS, SeatError):
        if key(place) in found:
            raise SeatError(f"{path}:{number}: {place} stands there already. Remove one line.")
        found[key(place)] = Body(body, kb)
    return found
