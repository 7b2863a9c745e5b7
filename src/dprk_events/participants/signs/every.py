"""The signs that bear on each cell of a row, in one order, each once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dprk_events.events import Event
from dprk_events.participants.signs.around import Around, signs_around
from dprk_events.participants.signs.dates import signs_of_date
from dprk_events.participants.signs.parties import how_found, signs_of_parties
from dprk_events.participants.signs.telling import signs_of_modality, signs_of_telling

BEARING_ON: Mapping[str, Sequence[str]] = {
    "real": ("telling", "modality", "parties", "time of type"),
    "modality": ("modality", "date", "parties", "around"),
    "date": ("telling", "date", "around", "time of type"),
    "who": ("telling", "modality", "parties", "actor of type"),
    "whom": ("telling", "modality", "parties", "recipient of type"),
}
"""Cell → the kinds of signs that it is judged by: what says nothing of a cell is noise there."""


def signs_by_cell(
    event: Event, seen: Around, grades: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return what speaks for or against each cell of a row, by the names of ``confidence.toml``.

    ``grades``: strategy → how surely it finds who it is, the surest grade first.
    """
    kinds = {
        "telling": tuple(signs_of_telling(event)),
        "modality": tuple(signs_of_modality(event)),
        "date": tuple(signs_of_date(event, seen)),
        "parties": tuple(signs_of_parties(event, grades)),
        "around": tuple(signs_around(event, seen)),
        # What is likely of one type is not of another: a test has no recipient, a visit has.
        "time of type": (f"{event.type}, time {event.time.ground}",),
        "actor of type": (f"{event.type}, {how_found(event, 'actor', grades)}",),
        "recipient of type": (f"{event.type}, {how_found(event, 'recipient', grades)}",),
    }
    return {
        cell: tuple(dict.fromkeys(sign for kind in bearing for sign in kinds[kind]))
        for cell, bearing in BEARING_ON.items()
    }
