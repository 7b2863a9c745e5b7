"""What speaks for and against each cell of a row: the signs that ``confidence.toml`` weighs.

A sign is a name that a row has or has not: "type visit", "no actor", "undated, a date
in the sentence before". It is read from the row itself, from how its mentions were
found, and from what stands around it.
"""

from dprk_events.participants.signs.around import Around, around
from dprk_events.participants.signs.every import signs_by_cell

__all__ = ["Around", "around", "signs_by_cell"]
