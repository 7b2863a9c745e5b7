"""Build the text that the patterns read: lower case, plain signs, marks for names; same length."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dprk_events.entities import Entity
from dprk_events.french.folding import plain_lower
from dprk_events.syntax import DocView

PLACE = "\ue000"
WEAPON = "\ue001"
"""Private use characters: articles have none, and if one did, names would only be missed."""
_NAMED = frozenset({"missile", "rocket", "artillery", "drone", "air-defence", "launcher"})
_WORD = re.compile(r"[^\s«»\"“”()]+")
_ROMAN = re.compile(r"[IVX]+$")


@dataclass(frozen=True)
class Shadow:
    """The text for the patterns, with named places and weapon names by their start."""

    text: str
    places: dict[int, int]
    weapons: dict[int, tuple[int, int]]
    """Start → (end, entity) of the name alone, without a preceding "missile balistique"."""


def proper_name(entity: Entity) -> tuple[int, int] | None:
    """Return the span of a weapon's proper name in code points; None for a mere description.

    "missile balistique intercontinental Hwasong-17" → "Hwasong-17"; "missile de croisière" → None.
    """
    if entity.label != "WEAPON" or entity.canonical is None or entity.kind not in _NAMED:
        return None
    if not entity.canonical[:1].isupper():
        return None
    words = list(_WORD.finditer(entity.text))
    capital = [w for w in words if w[0][0].isupper() and not _ROMAN.match(w[0])]
    known = entity.canonical.split("-", maxsplit=1)[0][:3].casefold()
    alike = [w for w in words if w[0].casefold().startswith(known)]
    first = alike[0] if alike else capital[-1] if capital else words[-1] if words else None
    return None if first is None else (entity.start + first.start(), entity.end)


def shadow_of(view: DocView) -> Shadow:
    """Build the shadow of a document; masked text is blank in it, as in the parsed text."""
    blank = [" "] * len(view.text)
    for start, word in zip(view.tokens.idx, view.texts, strict=True):
        blank[start : start + len(word)] = word
    characters = list(plain_lower("".join(blank)))
    places: dict[int, int] = {}
    weapons: dict[int, tuple[int, int]] = {}
    for number, entity in enumerate(view.entities):
        if entity.label == "LOC":
            places[entity.start] = number
            characters[entity.start : entity.end] = PLACE * (entity.end - entity.start)
        elif (name := proper_name(entity)) is not None:
            weapons[name[0]] = (name[1], number)
            characters[name[0] : name[1]] = WEAPON * (name[1] - name[0])
    return Shadow("".join(characters), places, weapons)
