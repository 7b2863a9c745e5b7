"""Look up rules by word form or by id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dprk_events.events.rules.compile import compile_rules
from dprk_events.events.rules.compiled import CompiledRule
from dprk_events.events.rules.errors import RuleError
from dprk_events.events.rules.event_type import EventType
from dprk_events.events.rules.read import read_built_in, read_folder
from dprk_events.french import Tense, agreeing_in_plural, conjugate, key, pluralise
from dprk_events.knowledge import knowledge_hash
from dprk_events.known import BESIDE_RULES
from dprk_events.lexicon import load_lexicon


def word_parts(word: str) -> list[str]:
    """Split a token into words as expressions are compared: "corée du nord", "d'" in "d'or"."""
    return word.replace("'", "' ").split()


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word form that may be a trigger, and the words that must follow it."""

    rule: CompiledRule
    lemma: str
    verbal: bool
    form: Tense | None
    tail: tuple[str, ...] = ()
    """As :func:`word_parts` gives them."""
    bridge: bool = False
    """Whether it is a preposition that counts between two names only."""


ACCENTED, BARE = "é", "e"


class RuleSet:
    """Every rule, looked up by word form or by id. Immutable by convention."""

    def __init__(self, rules: list[CompiledRule], digest: str) -> None:
        self.rules = rules
        self.hash = digest
        """Digest of all data that can change a record, including the rules."""
        self.types: dict[str, EventType] = {rule.type: rule.event_type for rule in rules}
        self.by_id = {rule.id: rule for rule in rules}
        self.by_form: dict[str, list[Trigger]] = defaultdict(list)
        for rule in rules:
            for trigger, form in _triggers(rule):
                self.by_form[form].append(trigger)
        self.bridges: dict[str, list[Trigger]] = defaultdict(list)
        """Prepositions that are triggers between two names."""
        for rule in rules:
            for word in rule.spec.bridges:
                trigger = Trigger(rule, word, False, None, bridge=True)
                self.bridges[key(word)].append(trigger)
        for form in [form for form in self.by_form if form.startswith(ACCENTED)]:
            bare = BARE + form[1:]  # "Echange de tirs": a capital often has no accent
            if bare not in self.by_form:
                self.by_form[bare] = self.by_form[form]

        self.nominal_forms = frozenset(
            f for f, ts in self.by_form.items() if any(not t.verbal for t in ts)
        )
        """Word forms that at least one rule reads as a noun."""
        self.begins_expression = frozenset(
            f for f, ts in self.by_form.items() if any(t.tail for t in ts)
        )
        """Word forms that begin a fixed expression of at least one rule."""
        nouns = self.nominal_forms | load_lexicon().nouns.keys()
        self.verb_forms = frozenset(
            f
            for f, ts in self.by_form.items()
            if f not in nouns and any(t.form in {"present", "past"} for t in ts)
        )
        self.sure_forms = frozenset(
            f
            for f, ts in self.by_form.items()
            if f not in nouns and any(t.form in {"future", "conditional"} for t in ts)
        )

    @property
    def own(self) -> list[CompiledRule]:
        """The rules from a user's folder."""
        return [rule for rule in self.rules if rule.own]

    def get(self, rule_id: str) -> CompiledRule:
        """Return the rule with that id. Raises RuleError with similar ids."""
        if rule_id in self.by_id:
            return self.by_id[rule_id]
        near = [known for known in sorted(self.by_id) if rule_id.split(".", maxsplit=1)[0] in known]
        hint = f"; there are {', '.join(near)}" if near else ""
        raise RuleError(f"no rule “{rule_id}”{hint}. `dprk-events rules list` shows all.")

    @classmethod
    def load(cls, extra: Path | None = None) -> RuleSet:
        """Load the built-in rules, then those of the folder ``extra``.

        The folder may define types, add rules to existing types, and replace rules by their id.
        Raises RuleError.
        """
        if extra is None:
            return _built_in()
        own = read_folder(extra)
        rules = compile_rules([*read_built_in(), *own])
        content = {Path(f.path).name: f.raw for f in own}
        known = sorted(extra.joinpath(BESIDE_RULES).glob("*.toml"))
        content |= {f"{BESIDE_RULES}/{file.name}": file.read_bytes() for file in known}
        return cls([*rules.values()], knowledge_hash(content))


@cache
def _built_in() -> RuleSet:
    return RuleSet([*compile_rules(read_built_in()).values()], knowledge_hash())


def _triggers(rule: CompiledRule) -> Iterator[tuple[Trigger, str]]:
    """Yield each trigger of a rule, with the word form under which it is looked up."""
    for lemma in rule.spec.verbs:
        for form, tense in conjugate(lemma).items():
            yield Trigger(rule, lemma, True, tense), key(form)
    for lemma in rule.spec.nouns:
        for form in pluralise(lemma):
            yield Trigger(rule, lemma, False, None), key(form)
    for expression in rule.spec.expressions:
        head, tail = _parted(expression)
        for form, tense in conjugate(head).items():
            yield Trigger(rule, head, True, tense, tail), key(form)
    for expression in rule.spec.noun_expressions:
        head, tail = _parted(expression)
        for form in pluralise(head):
            yield Trigger(rule, head, False, None, tail), form
        if (agreeing := agreeing_in_plural(tail)) != tail:
            yield Trigger(rule, head, False, None, agreeing), pluralise(head)[-1]


def _parted(expression: str) -> tuple[str, tuple[str, ...]]:
    """Split an expression into its first word and those that must follow."""
    head, *tail = key(expression).split()
    return head, tuple(part for word in tail for part in word_parts(word))
