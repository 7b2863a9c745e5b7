"""Read a word that points back as the type of the event just told: "ces tirs", "l'engin"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.mentions.raw import RawMention
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

_LISTS = word_lists(__package__)
POINTING = closed_class("demonstratives")
DEFINITE = POINTING | _LISTS["definite"]
GENERAL = _LISTS["things_named_again"]
TELLING_ROLES = frozenset({"instrument", "recipient", "name"})
"""Roles whose fillers alone show what an event noun is about."""
REACH = 4
"""How many mentions back the event pointed at is looked for."""


def pointing_back(
    view: DocView, readings: list[RawMention], before: Sequence[RawMention]
) -> list[RawMention]:
    """Keep the readings of a word that points back which are of the type just told.

    Args:
        view: The document.
        readings: The readings of one word, at least one.
        before: The mentions before it, in text order.

    Returns:
        All readings where the word does not point back, or at none of their types.

    """
    if not (_bare(view, readings) or of_a_thing_told(view, readings)):
        return readings
    types = {r.type for r in readings}
    for earlier in reversed(before[-REACH:]):
        if earlier.type in types:
            return [r for r in readings if r.type == earlier.type]
    return readings


def _bare(view: DocView, readings: Sequence[RawMention]) -> bool:
    """Match "ces tirs", and a noun that no role tells more of: "le lancement"."""
    token = readings[0].candidate.first
    phrase = view.phrase(token)
    start = phrase.start if phrase is not None else token
    if not POINTING.isdisjoint(view.words[max(0, start - 1) : token]):
        return True
    return not readings[0].candidate.trigger.verbal and not any(
        f.role in TELLING_ROLES for r in readings for f in r.fills
    )


def of_a_thing_told(view: DocView, readings: Sequence[RawMention]) -> bool:
    """Match a deed that is told of "l'engin", "l'appareil": how it was launched, how it flew."""
    for fill in (f for r in readings for f in r.fills if f.role == "instrument"):
        phrase = fill.phrase
        if phrase is None or phrase.first != phrase.last:
            continue
        named = view.words[phrase.head] in GENERAL
        if named and phrase.first and view.words[phrase.first - 1] in DEFINITE:
            return True
    return False
