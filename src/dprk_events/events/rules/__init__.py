"""Event rules as data: one TOML file per event type under ``types/``, validated when loaded.

Files → ``read`` (form: ``model``, ``event_type``; what is wrong: ``mistakes``) → ``compile`` to
``compiled`` rules → ``rule_set``.
"""

from dprk_events.events.rules.compiled import PRONOUN_KINDS, THINGS, CompiledRule, CompiledSlot
from dprk_events.events.rules.errors import RuleError
from dprk_events.events.rules.event_type import Codes, EventType
from dprk_events.events.rules.marks import plain_example
from dprk_events.events.rules.model import EventRule
from dprk_events.events.rules.rule_set import RuleSet, Trigger, word_parts

__all__ = [
    "PRONOUN_KINDS",
    "THINGS",
    "Codes",
    "CompiledRule",
    "CompiledSlot",
    "EventRule",
    "EventType",
    "RuleError",
    "RuleSet",
    "Trigger",
    "plain_example",
    "word_parts",
]
