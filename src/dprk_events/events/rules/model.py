"""The form of a rule file, checked with pydantic when it is loaded.

A file has a type (a ``[type]`` table for one of its own, or the name of one that exists), named
``frames`` and a list of ``rules``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from dprk_events.events.rules.event_type import EventType
from dprk_events.events.rules.form import Flag, Form, Name, Real, Whole, Word
from dprk_events.events.rules.marks import check_marks, check_unmarked
from dprk_events.french import key
from dprk_events.names import Modality, SlotRole

Position = Literal[
    "subject",
    "object",
    "adj",
    "instrument-adj",
    "instrument-made",
    "poss",
    "topic",
    "governor",
    "host",
    "title",
    "à",
    "de",
    "en",
    "vers",
    "dans",
    "sur",
    "contre",
    "par",
    "pour",
    "avec",
    "depuis",
    "chez",
    "entre",
    "sous",
    "envers",
    "auprès de",
    "au large de",
    "près de",
    "au-dessus de",
    "à bord de",
    "face à",
    "devant",
    "lors de",
    "après",
    "avant",
    "via",
]
FrameName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
"""Of this file or of its type, or another type's: "meeting.summit"."""


class Slot(Form):
    """Where the filler of a role may stand (``at``, in order) and what it may be (``kind``)."""

    at: tuple[Position, ...] = Field(min_length=1)
    kind: tuple[Word, ...] = Field(min_length=1)
    not_kind: tuple[Word, ...] = ()
    many: Flag = True
    """Take what is joined to the filler by commas and "et" too."""
    more: Flag = False
    """Fill this slot even where an earlier slot has filled the role: both sides of a meeting."""


class Context(Form):
    """Words that must stand near the trigger where ``needs`` alone is not met."""

    kind: tuple[Word, ...] = ()
    words: tuple[Word, ...] = ()
    sentences: Whole = Field(default=0, ge=0, le=30)
    """How many sentences before and after are looked at, besides the trigger's own."""


class Rule(Form):
    """A set of triggers with one frame, the conditions under which they count, and examples."""

    id: Name
    doc: Word
    verbs: tuple[Word, ...] = ()
    nouns: tuple[Word, ...] = ()
    expressions: tuple[Word, ...] = ()
    """Fixed expressions that begin with a verb, which takes all its forms."""
    noun_expressions: tuple[Word, ...] = ()
    """Fixed expressions that begin with a noun, singular or plural."""
    frame: FrameName
    reflexive: Flag | None = None
    voice: Literal["active", "passive"] | None = None
    must: tuple[tuple[SlotRole, ...], ...] = ()
    """Each group: at least one of its roles must be filled, whatever the context."""
    needs: tuple[tuple[SlotRole, ...], ...] = ()
    """Like ``must``, but ``context`` can stand in for it."""
    context: Context | None = None
    """What the sentences around must speak of where ``needs`` is not met."""
    modifiers: tuple[Word, ...] = ()
    """One of these words must stand in the trigger's phrase or in the words just after it."""
    unless_modifiers: tuple[Word, ...] = ()
    unless_after: tuple[Word, ...] = ()
    """Words directly after the trigger that make it something else ("au but")."""
    unless_before: tuple[Word, ...] = ()
    unless_sentence: tuple[Word, ...] = ()
    """Words anywhere in the sentence that make it something else ("football")."""
    echo: Flag = False
    """Counts without ``needs`` where a mention of the same type stands a few sentences before."""
    echo_only: Flag = False
    """Counts only there."""
    sides: Whole = Field(default=0, ge=0, le=3)
    """How many actors it takes (a meeting: two), a passive without agent excepted."""
    unless_domains: tuple[Word, ...] = ()
    """Subjects (``domains.toml``) of which the sentences around must not speak: sport, …"""
    modality: Modality | None = None
    """The least commitment that the trigger itself carries: an invitation is possible."""
    light_only: Flag = False
    """The noun counts only under a light verb ("procéder à")."""
    determined: Flag = False
    """The noun does not count bare behind "de", "en", "sans" ("agence de voyage")."""
    priority: Whole = 0
    joint: Flag = False
    """May stand on the same word as a joint rule of another type ("envoyer" arms and men)."""
    confidence: Real = Field(default=0.8, gt=0, le=1)
    examples: tuple[Word, ...] = Field(min_length=1)
    counter_examples: tuple[Word, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_triggers(self) -> Rule:
        if not (self.verbs or self.nouns or self.expressions or self.noun_expressions):
            raise ValueError("no trigger: give verbs, nouns, expressions or noun_expressions")
        return self

    @field_validator("verbs", "expressions")
    @classmethod
    def _verbs_bare(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        for word in words:
            if key(word).startswith(("s'", "se ")):
                raise ValueError(f"“{word}”: give the verb without “se”, and reflexive = true")
        return words

    @field_validator("verbs", "nouns")
    @classmethod
    def _single_words(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        for word in words:
            if " " in word:
                raise ValueError(
                    f"“{word}” is more than one word: put it under expressions (if it begins with "
                    "a verb) or noun_expressions"
                )
        return words

    @field_validator("examples")
    @classmethod
    def _examples_marked(cls, examples: tuple[str, ...]) -> tuple[str, ...]:
        for example in examples:
            check_marks(example)
        return examples

    @field_validator("counter_examples")
    @classmethod
    def _counter_examples_plain(cls, examples: tuple[str, ...]) -> tuple[str, ...]:
        for example in examples:
            check_unmarked(example)
        return examples


class RuleFile(Form):
    """What every rule file has, whatever its type."""

    frames: dict[Name, dict[SlotRole, tuple[Slot, ...]]] = Field(default_factory=dict)
    rules: tuple[Rule, ...] = Field(min_length=1)


class TypeFile(RuleFile):
    """A type of its own, with its rules."""

    type: EventType


class MoreRules(RuleFile):
    """More rules for a type that has a file of its own."""

    type: Name
