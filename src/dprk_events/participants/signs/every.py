"""All signs of a row, in one order, each once."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain

from dprk_events.events import Event
from dprk_events.participants.signs.around import Around, signs_around
from dprk_events.participants.signs.dates import signs_of_date
from dprk_events.participants.signs.parties import signs_of_parties
from dprk_events.participants.signs.telling import signs_of_modality, signs_of_telling


def every_sign(event: Event, seen: Around, grades: Mapping[str, str]) -> tuple[str, ...]:
    """Return the names of what speaks for or against a row, as ``confidence.toml`` has them.

    ``grades``: strategy → how surely it finds who it is, the surest grade first.
    """
    found = chain(
        signs_of_telling(event),
        signs_of_modality(event),
        signs_of_date(event, seen),
        signs_of_parties(event, grades),
        signs_around(event, seen),
    )
    return tuple(dict.fromkeys(found))
