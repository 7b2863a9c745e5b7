"""Read the tense of a mention's verb: "tirera" is planned, "aurait tiré" is hearsay."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.cue import Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.scope import Scope
from dprk_events.french import closed_class, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import DocView, VerbGroup

WORDS = word_lists(__package__)
THAT, PASSIVE = closed_class("que"), WORDS["passive_participle"]


def of_tense(view: DocView, mention: RawMention, saying: Scope | None) -> Iterator[Cue]:
    """Yield the cue of a verb in the future or conditional, given the scope of saying over it."""
    group = mention.group or mention.positions.light
    if group is None:
        return
    if group.tense == "future" and (group.passive or not group.compound):
        yield Cue("planned", view.words[group.verb])
    elif group.tense == "conditional":
        yield Cue(_conditional(view, group, saying), view.words[group.verb])


def _conditional(view: DocView, group: VerbGroup, saying: Scope | None) -> Modality:
    """Classify a conditional: of a condition, future in the past, or hearsay."""
    begin, end = view.sentence(group.verb)
    if not load_cues().words["possible.conditions"].isdisjoint(view.words[begin : end + 1]):
        return "possible"
    if saying is not None and _is_simple(view, group) and _said_before(view, group, saying):
        return "planned"
    return "reported"


def _is_simple(view: DocView, group: VerbGroup) -> bool:
    """Return whether a form is simple ("tirerait", "serait tiré") rather than "aurait tiré"."""
    if not group.compound:
        return True
    return group.passive and PASSIVE.isdisjoint(view.words[group.first : group.verb])


def _said_before(view: DocView, group: VerbGroup, saying: Scope) -> bool:
    """Return whether it is a future in the past: "a annoncé qu'il tirerait"."""
    return saying.past and saying.cue < group.verb and view.words[saying.first] in THAT
