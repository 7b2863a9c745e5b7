"""Define the form of a rule file, which pydantic checks on loading.

A file has a type (a ``[type]`` table that defines one, or the name of an existing type), named
``frames`` and a list of ``rules``.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator, model_validator

from dprk_events.events.rules.event_type import CountryCode, EventType
from dprk_events.events.rules.form import Flag, Form, Name, Real, Whole, Word
from dprk_events.events.rules.marks import check_marks, check_unmarked
from dprk_events.french import key
from dprk_events.names import Modality, SlotRole

Position = Literal[
    "subject",
    "object",
    "object-of",
    "adj",
    "instrument-adj",
    "instrument-made",
    "poss",
    "topic",
    "pair",
    "wanter",
    "announcer",
    "onlooker",
    "sufferer",
    "disturbed",
    "gathered",
    "claimer",
    "helped",
    "dative",
    "governor",
    "fallen",
    "traveller",
    "opener",
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
    "au-delà de",
    "au-dessus de",
    "à bord de",
    "face à",
    "devant",
    "lors de",
    "après",
    "avant",
    "via",
    "parmi",
]
FrameName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$")]
"""Of this file or of its type, or another type's: "meeting.summit"."""


class Slot(Form):
    """Where the filler of a role may be found (``at``, in order) and what it may be (``kind``)."""

    at: tuple[Position, ...] = Field(min_length=1)
    kind: tuple[Word, ...] = Field(min_length=1)
    not_kind: tuple[Word, ...] = ()
    of: tuple[CountryCode, ...] = ()
    """The filler has to be said to be of one of these countries, by its name or by words on it."""
    not_of: tuple[CountryCode, ...] = ()
    """The filler must not be said to be of one of these."""
    many: Flag = True
    """Also take what is coordinated with the filler by commas and "et"."""
    not_with: tuple[Position, ...] = ()
    """Leave the slot empty where one of these positions has filled the role."""
    only_with: tuple[Position, ...] = ()
    """Fill the slot only where one of these positions has filled the role."""
    more: Flag = False
    """Fill this slot even if an earlier slot has filled the role: both sides of a meeting."""


class Context(Form):
    """Words that must occur near the trigger if ``needs`` alone is not met."""

    kind: tuple[Word, ...] = ()
    words: tuple[Word, ...] = ()
    topics: tuple[Word, ...] = ()
    """Topics (``domains.toml``) one of whose words counts as one of ``words``."""
    sentences: Whole = Field(default=0, ge=0, le=30)
    """How many sentences to search on either side, besides the trigger's own."""


class EventRule(Form):
    """A set of triggers with one frame, the conditions under which they count, and examples."""

    id: Name
    doc: Word
    verbs: tuple[Word, ...] = ()
    nouns: tuple[Word, ...] = ()
    expressions: tuple[Word, ...] = ()
    """Fixed expressions that begin with a verb, in all of its forms."""
    noun_expressions: tuple[Word, ...] = ()
    """Fixed expressions that begin with a noun, singular or plural."""
    bridges: tuple[Word, ...] = ()
    """Prepositions between who and where in a headline without a verb: "Poutine à Pyongyang"."""
    frame: FrameName
    reflexive: Flag | None = None
    voice: Literal["active", "passive"] | None = None
    must: tuple[tuple[SlotRole, ...], ...] = ()
    """Each group: at least one of its roles must be filled, whatever the context."""
    needs: tuple[tuple[SlotRole, ...], ...] = ()
    """Like ``must``, but ``context`` can replace it."""
    context: Context | None = None
    """What the surrounding sentences must mention if ``needs`` is not met."""
    modifiers: tuple[Word, ...] = ()
    """One of these words must occur in the trigger's phrase or just after it."""
    unless_modifiers: tuple[Word, ...] = ()
    unless_after: tuple[Word, ...] = ()
    """Words directly after the trigger that change its meaning ("au but")."""
    unless_before: tuple[Word, ...] = ()
    unless_sentence: tuple[Word, ...] = ()
    """Words or phrases anywhere in the sentence that change its meaning ("football")."""
    echo: Flag = False
    """Counts without ``needs`` if a mention of the same type occurs a few sentences before."""
    echo_only: Flag = False
    """Counts only after such a mention."""
    unless_told: Flag = False
    """Does not count if another rule finds the type in the same sentence or just before."""
    result_of: tuple[Word, ...] = ()
    """Types of events of which it is a mere result where nobody is named who does it."""
    sides: Whole = Field(default=0, ge=0, le=3)
    """How many actors it needs (a meeting: two), except in a passive without an agent."""
    unless_domains: tuple[Word, ...] = ()
    """Topics (``domains.toml``) that must not occur in the surrounding sentences: sport, …"""
    modality: Modality | None = None
    """The modality that the trigger itself implies at least: an invitation is possible."""
    light_only: Flag = False
    """The noun counts only under a light verb ("procéder à")."""
    determined: Flag = False
    """The noun does not count if it is bare after "de", "en", "sans" ("agence de voyage")."""
    dated: Flag = False
    """The noun counts only where its date follows: "le dernier, en mai", "remonte à 2017"."""
    deadly: Flag = False
    """The noun counts only as what kills: "les tirs ont fait deux morts"."""
    priority: Whole = 0
    joint: Flag = False
    """May share a word with a joint rule of another type ("envoyer" arms and men)."""
    confidence: Real = Field(default=0.8, gt=0, le=1)
    examples: tuple[Word, ...] = Field(min_length=1)
    counter_examples: tuple[Word, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_triggers(self) -> EventRule:
        triggers = (self.verbs, self.nouns, self.expressions, self.noun_expressions, self.bridges)
        if not any(triggers):
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
    """What every rule file contains, whatever its type."""

    frames: dict[Name, dict[SlotRole, tuple[Slot, ...]]] = Field(default_factory=dict)
    rules: tuple[EventRule, ...] = Field(min_length=1)


class TypeFile(RuleFile):
    """A file that defines a type, with its rules."""

    type: EventType

    @model_validator(mode="after")
    def _names_its_rules(self) -> TypeFile:
        known = {rule.id for rule in self.rules}
        alike = (name for rules in self.type.one_deed for name in rules)
        for where, names in (("across", self.type.across), ("one_deed", alike)):
            for name in names:
                if name not in known:
                    raise ValueError(f"type.{where}: {name} is no rule of the file. Remove it.")
        return self


class MoreRules(RuleFile):
    """A file with more rules for a type that another file defines."""

    type: Name
