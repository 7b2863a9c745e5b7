"""Stage 6, ``Doc`` with entities and dates → events.

Order of the steps: rules → mentions → roles and modality → merging → attributes.
"""

from dprk_events.events.coding import DprkScope
from dprk_events.events.event import Attributes, Attribution, Event, Filler, Mention
from dprk_events.events.extract import Findings, analyse
from dprk_events.events.rules import CompiledRule, RuleError, RuleSet
from dprk_events.names import Modality, Role

__all__ = [
    "Attributes", "Attribution", "CompiledRule", "DprkScope", "Event", "Filler", "Findings",
    "Mention", "Modality", "Role", "RuleError", "RuleSet", "analyse",
]  # fmt: skip
