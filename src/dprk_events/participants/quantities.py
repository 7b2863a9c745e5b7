"""How many: each number that the mentions state, once, with the participant that it counts."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events import Event, Filler
from dprk_events.events.row import Participant, Quantity
from dprk_events.french import key
from dprk_events.participants.find import fillers_of


def find_quantities(event: Event, participants: Sequence[Participant]) -> list[Quantity]:
    """Return the quantities of an event in text order, those that say the same once."""
    found: dict[tuple[str, str | None], Quantity] = {}
    for filler in fillers_of(event, "quantity"):
        of = _counted(filler, participants)
        figures = (filler.value, filler.low, filler.high)
        quantity = Quantity(filler.text, filler.start, filler.end, *figures, of)
        found.setdefault((key(filler.text), of), quantity)
    return list(found.values())


def _counted(filler: Filler, participants: Sequence[Participant]) -> str | None:
    """Return the name of whom or what a quantity counts, None where it counts events or times."""
    if filler.counted is None:
        return None
    start, end = filler.counted

    def shared(each: Participant) -> int:
        return max(min(end, last) - max(start, first) for first, last in each.spans)

    # The most of the phrase: in "soldats nord-coréens" the state has only the adjective.
    best = max(participants, key=shared, default=None)
    return None if best is None or shared(best) <= 0 else best.name
