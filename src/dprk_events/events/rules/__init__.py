"""Event rules as data: one TOML file per event type under ``types/``, validated when loaded."""

from dprk_events.events.rules.loader import (
    PRONOUN_KINDS,
    THINGS,
    CompiledRule,
    CompiledSlot,
    RuleError,
    RuleSet,
    Trigger,
    word_parts,
)
from dprk_events.events.rules.model import Rule, RuleFile, plain_example

__all__ = [
    "PRONOUN_KINDS",
    "THINGS",
    "CompiledRule",
    "CompiledSlot",
    "Rule",
    "RuleError",
    "RuleFile",
    "RuleSet",
    "Trigger",
    "plain_example",
    "word_parts",
]
