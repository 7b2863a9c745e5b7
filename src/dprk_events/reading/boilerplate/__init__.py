"""Find the boilerplate in a pasted page: menus, teasers, share bars, credits, notices."""

from dprk_events.reading.boilerplate.engine import find_boilerplate
from dprk_events.reading.boilerplate.lines import lines_of
from dprk_events.reading.boilerplate.rules import Rule, RuleError, load_rules, parse_rules

__all__ = ["Rule", "RuleError", "find_boilerplate", "lines_of", "load_rules", "parse_rules"]
