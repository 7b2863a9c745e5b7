"""Assign argument roles: which phrase fills which role of a mention."""

from dprk_events.events.roles.assign import Fill, assign
from dprk_events.events.roles.position import Positions
from dprk_events.events.roles.positions import of_bridge, of_noun, of_verb
from dprk_events.events.roles.quantity import Quantity, read_quantity
from dprk_events.events.roles.where import before_day

__all__ = [
    "Fill",
    "Positions",
    "Quantity",
    "assign",
    "before_day",
    "of_bridge",
    "of_noun",
    "of_verb",
    "read_quantity",
]
