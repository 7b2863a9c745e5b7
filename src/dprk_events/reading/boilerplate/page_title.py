"""What stands around the title of a page: "INFO LE FIGARO - Kim reçoit Poutine", "… - Le Figaro".

Left in the headline, an outlet would be taken for somebody who acts, and an "ENTRETIEN" for talks.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from dprk_events.reading.boilerplate.lines import fold

_LONGEST = 40
"""Characters of a name."""
_LABEL = re.compile(r"(?P<label>[A-ZÀ-ÖØ-Þ0-9'’ ]{4,40}?) ?(?:[-–—|.:]|//) +(?=\S)")
_FEWEST_WORDS = 3
"""Words of a title; "Corée du Nord - Le Monde" is that of a section."""


class _Outlets(NamedTuple):
    """Names as they are compared, and what stands between them and the title."""

    names: frozenset[str]
    articles: tuple[str, ...]
    endings: tuple[str, ...]
    between: re.Pattern[str]
    sections: frozenset[str]
    """What may stand between the title and the name."""
    labels: frozenset[str]
    of_outlet: tuple[str, ...]


@cache
def _outlets() -> _Outlets:
    raw, lists = _table("outlets.toml"), _table("vocabulary.toml")["vocabulary"]
    marks = "|".join(re.escape(each) for each in raw["separators"])
    return _Outlets(
        frozenset(map(fold, raw["names"])),
        tuple(fold(each) + ("" if each.endswith("'") else " ") for each in raw["articles"]),
        tuple(raw["endings"]),
        re.compile(rf"\s+(?:{marks})\s+"),
        frozenset(map(fold, (*lists["sections"], *lists["places"]))),
        frozenset(map(fold, (*raw["labels"], *raw["of_outlet"]))),
        tuple(f"{fold(each)} " for each in raw["of_outlet"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def outlet_behind(line: str) -> int | None:
    """Return where the outlet's name begins behind a title, with the mark before it; else None.

    Sections between the two go with it: "… | International | Le Soir".

    Args:
        line: The line without white space at its ends.

    """
    at: int | None = None
    end = len(line)
    for mark in reversed(list(_outlets().between.finditer(line))):
        words = line[mark.end() : end]
        known = _is_outlet(words) or (at is not None and fold(words) in _outlets().sections)
        if not known or len(line[: mark.start()].split()) < _FEWEST_WORDS:
            break
        at = end = mark.start()
    return at


def label_before(line: str) -> int | None:
    """Return where a title begins behind a label in capitals; None where there is none."""
    found = _LABEL.match(line)
    if found is None or len(line[found.end() :].split()) < _FEWEST_WORDS:
        return None
    outlets, label = _outlets(), fold(found["label"])
    of_outlet = label.startswith(outlets.of_outlet)
    return found.end() if of_outlet or label in outlets.labels else None


def _is_outlet(words: str) -> bool:
    if len(words) > _LONGEST or (not words[:1].isupper() and not words[:1].isdigit()):
        return False
    outlets, name = _outlets(), fold(words)
    for ending in outlets.endings:
        name = name.removesuffix(ending)
    bare = next((name[len(a) :] for a in outlets.articles if name.startswith(a)), name)
    return name in outlets.names or bare in outlets.names
