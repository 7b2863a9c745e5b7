"""What the press calls leaders without name or office (``epithets.csv``): "le milliardaire"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from dprk_events.coreference.tables import read_rows
from dprk_events.french import key

COLUMNS = ("epithet", "who")


class EpithetError(ValueError):
    """epithets.csv cannot be used; the message names the line and the remedy."""


@cache
def epithets() -> Mapping[str, str]:
    """Return the person behind each epithet, folded. Raises EpithetError."""
    path = resources.files(__package__).joinpath("epithets.csv")
    return parse(str(path), path.read_text("utf-8"))


def parse(path: str, text: str) -> dict[str, str]:
    """Read who is called what.

    Args:
        path: What the file is called in messages.
        text: Its content.

    Raises:
        EpithetError: A line is not as it should be, or an epithet is given to two people.

    """
    found: dict[str, str] = {}
    for number, (epithet, who) in read_rows(path, text, COLUMNS, EpithetError):
        if found.setdefault(key(epithet), who) != who:
            raise EpithetError(
                f"{path}:{number}: {epithet} is {found[key(epithet)]} already. Remove one line."
            )
    return found
