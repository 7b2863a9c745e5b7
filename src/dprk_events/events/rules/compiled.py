"""A rule ready to run: kinds expanded, words normalised for comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from dprk_events.events.rules.event_type import EventType
from dprk_events.events.rules.model import EventRule, Position
from dprk_events.french import key
from dprk_events.lexicon import Kinds
from dprk_events.names import SlotRole

PRONOUN_KINDS = frozenset({"place", "state", "person", "org", "force", "people"})
"""What a pronoun may refer to."""
THINGS = frozenset({"weapon", "material", "force", "thing"})
"""What it may refer to only if the nearest thing before it is of that kind."""


@dataclass(frozen=True, slots=True)
class CompiledSlot:
    """A slot with its kinds expanded."""

    role: SlotRole
    at: tuple[Position, ...]
    kinds: Kinds
    not_kinds: Kinds
    of: frozenset[str]
    not_of: frozenset[str]
    many: bool
    more: bool
    not_with: frozenset[str]
    only_with: frozenset[str]


Frame = tuple[CompiledSlot, ...]


@dataclass(frozen=True)
class CompiledRule:
    """A rule ready to run. ``id`` is type and rule: ``missile_strike.s_abattre``."""

    id: str
    event_type: EventType
    spec: EventRule
    slots: Frame
    context_kinds: Kinds
    context_words: frozenset[str]
    domains: tuple[str, ...]
    never_by: Kinds
    path: str
    own: bool
    """Whether it comes from a user's folder."""

    @property
    def type(self) -> str:
        """The name of the event type."""
        return self.event_type.name

    # The rule's word lists in the form in which the conditions compare them, built on first use.

    @cached_property
    def sought(self) -> Kinds:
        """Kinds of which one must be named nearby; otherwise the first condition on roles fails.

        Empty if that is not known before the roles are filled. "demonym": any nationality.
        """
        groups = self.spec.must or (() if self.spec.sides else self.spec.needs)
        if not groups or self.spec.light_only:
            return frozenset()
        kinds: set[str] = set()
        for slot in self.slots:
            if slot.role not in groups[0]:
                continue
            by_pronoun = slot.kinds & PRONOUN_KINDS and not slot.kinds & THINGS
            if by_pronoun or "instrument-made" in slot.at:
                return frozenset()
            kinds |= slot.kinds
            if "state" in slot.kinds and {"adj", "instrument-adj"} & set(slot.at):
                kinds.add("demonym")
        return frozenset(kinds)

    @cached_property
    def unless_after(self) -> tuple[tuple[str, str], ...]:
        """Words in the form in which they are compared, and as written."""
        return _compared(self.spec.unless_after)

    @cached_property
    def unless_before(self) -> tuple[tuple[str, str], ...]:
        """Words in the form in which they are compared, and as written."""
        return _compared(self.spec.unless_before)

    @cached_property
    def unless_sentence(self) -> tuple[tuple[str, str], ...]:
        """Words in the form in which they are compared, and as written."""
        return _compared(self.spec.unless_sentence)

    @cached_property
    def modifiers(self) -> frozenset[str]:
        """Words in the form in which they are compared."""
        return frozenset(map(key, self.spec.modifiers))

    @cached_property
    def unless_modifiers(self) -> frozenset[str]:
        """Words in the form in which they are compared."""
        return frozenset(map(key, self.spec.unless_modifiers))


def _compared(words: Sequence[str]) -> tuple[tuple[str, str], ...]:
    return tuple((key(written), written) for written in words)
