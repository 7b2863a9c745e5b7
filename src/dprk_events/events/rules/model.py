"""The form of a rule file, checked with pydantic when it is loaded.

One file per event type: ``type``, ``doc``, named ``frames`` and a list of ``rules``.
"""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    field_validator,
    model_validator,
)

from dprk_events.names import Modality, Role, SlotRole

Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Position = Literal[
    "subject",
    "object",
    "agent",
    "adj",
    "instrument-adj",
    "instrument-made",
    "poss",
    "topic",
    "governor",
    "host",
    "title",
    "pair",
    "passive-object",
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
EventType = Literal[
    "missile_strike",
    "missile_test",
    "nuclear_test",
    "satellite_launch",
    "visit",
    "meeting",
    "troop_deployment",
    "arms_transfer",
    "military_exercise",
    "agreement",
    "sanction",
    "veto",
    "military_parade",
    "armed_clash",
    "casualties",
    "cyberattack",
    "border_incident",
    "defection",
]
MARK = re.compile(r"\[([^\]]+)\]\(([a-z-]+)\)")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Slot(_Strict):
    """Where the filler of a role may stand (``at``, in order) and what it may be (``kind``)."""

    at: tuple[Position, ...] = Field(min_length=1)
    kind: tuple[Word, ...] = Field(min_length=1)
    not_kind: tuple[Word, ...] = ()
    many: bool = True
    """Take what is joined to the filler by commas and "et" too."""
    more: bool = False
    """Fill this slot even where an earlier slot has filled the role: both sides of a meeting."""


class Context(_Strict):
    """Words that must stand near the trigger where ``needs`` alone is not met."""

    kind: tuple[Word, ...] = ()
    words: tuple[Word, ...] = ()
    sentences: int = Field(default=0, ge=0, le=30)
    """How many sentences before and after are looked at, besides the trigger's own."""


class Rule(_Strict):
    """A set of triggers with one frame, the conditions under which they count, and examples."""

    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
    doc: Word
    verbs: tuple[Word, ...] = ()
    nouns: tuple[Word, ...] = ()
    expressions: tuple[Word, ...] = ()
    """Fixed expressions that begin with a verb, which takes all its forms."""
    noun_expressions: tuple[Word, ...] = ()
    """Fixed expressions that begin with a noun, singular or plural."""
    frame: Word
    reflexive: bool | None = None
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
    echo: bool = False
    """Counts without ``needs`` where a mention of the same type stands a few sentences before."""
    echo_only: bool = False
    """Counts only there."""
    sides: int = Field(default=0, ge=0, le=3)
    """How many actors it takes (a meeting: two), a passive without agent excepted."""
    unless_domains: tuple[Word, ...] = ()
    """Subjects (``domains.toml``) of which the sentences around must not speak: sport, …"""
    modality: Modality | None = None
    """The least commitment that the trigger itself carries: an invitation is possible."""
    light_only: bool = False
    """The noun counts only under a light verb ("procéder à")."""
    determined: bool = False
    """The noun does not count bare behind "de", "en", "sans" ("agence de voyage")."""
    priority: int = 0
    joint: bool = False
    """May stand on the same word as a joint rule of another type ("envoyer" arms and men)."""
    confidence: float = Field(default=0.8, gt=0, le=1)
    examples: tuple[Word, ...] = Field(min_length=1)
    counter_examples: tuple[Word, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _has_triggers(self) -> Rule:
        if not (self.verbs or self.nouns or self.expressions or self.noun_expressions):
            raise ValueError("no trigger: give verbs, nouns or expressions")
        return self

    @field_validator("examples")
    @classmethod
    def _examples_marked(cls, examples: tuple[str, ...]) -> tuple[str, ...]:
        for example in examples:
            if not any(kind == "trigger" for _, kind in MARK.findall(example)):
                raise ValueError(f"example without a [word](trigger) mark: {example!r}")
        return examples


class RuleFile(_Strict):
    """All the rules of one event type."""

    type: EventType
    doc: Word
    frames: dict[Word, dict[SlotRole, tuple[Slot, ...]]]
    quantity_of: tuple[Role, ...] = ("instrument",)
    """The roles whose number is the event's quantity, first that has one."""
    unless_domains: tuple[Word, ...] = ()
    """Excluded for every rule of the file."""
    rules: tuple[Rule, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _frames_known(self) -> RuleFile:
        for rule in self.rules:
            if rule.frame not in self.frames:
                raise ValueError(
                    f"rule {rule.id}: no frame “{rule.frame}”; the file has "
                    f"{', '.join(sorted(self.frames))}"
                )
        return self


def plain_example(marked: str) -> tuple[str, list[tuple[str, str, int, int]]]:
    """Take the marks out of an example.

    Gives the plain sentence and, for each mark, its label, words and code points in that sentence.
    """
    text, marks, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        marks.append((match[2], match[1], len(text), len(text) + len(match[1])))
        text += match[1]
        at = match.end()
    return text + marked[at:], marks
