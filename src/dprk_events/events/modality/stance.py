"""Read what is made of a rumour: "dément les informations selon lesquelles", "juge infondées"."""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import is_left_open, negation_of
from dprk_events.events.modality.speaker import agent, speaker
from dprk_events.french import word_lists
from dprk_events.names import Modality
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
UNDERGONE = WORDS["undergone"]
REACH = 10
"""Most words between the verb and the noun of saying that is its object."""


class Stance(NamedTuple):
    """Whether somebody denies what a noun of saying tells, or leaves it open, and who."""

    denies: bool
    modality: Modality | None
    source: Phrase | None


def stance_on(view: DocView, noun: int, first: int, last: int) -> Stance | None:
    """Return what the sentence says of a noun of saying; None where it only names it.

    ``last`` is the last word of the clause that the noun opens.
    """
    return _of_verb_before(view, noun, first) or _of_verb_behind(view, noun, last)


def _of_verb_before(view: DocView, noun: int, first: int) -> Stance | None:
    """Read "Moscou dément les informations", "juge infondées les accusations"."""
    cues = load_cues()
    verb = _verb_before(view, noun, first)
    if verb is None:
        return None
    word, source = view.words[verb], speaker(view, verb, first)
    denied = negation_of(view, verb) is not None
    if is_left_open(view, verb) or (word in cues.verbs["doubtful"] and denied):
        return Stance(False, "possible", source)
    called = cues.words["denial.words"].intersection(view.words[verb + 1 : noun])
    refused = word in cues.verbs["denial"] or word in cues.verbs["negated"]
    if refused or called:
        return None if denied else Stance(True, None, source)
    return None


def _of_verb_behind(view: DocView, noun: int, last: int) -> Stance | None:
    """Read "Les informations selon lesquelles … ont été démenties par Moscou", "sont infondées"."""
    cues = load_cues()
    own = view.tokens[noun]
    if not own.dep_.startswith("nsubj") or own.head.i < noun or own.head.i > last:
        return None
    said = own.head.i
    word = view.words[said]
    undergone = not UNDERGONE.isdisjoint(view.words[max(noun, said - 3) : said])
    refuted = word in cues.verbs["denial"] or word in cues.verbs["negated"]
    if not (undergone and (refuted or word in cues.words["denial.words"])):
        return None
    return None if negation_of(view, said) is not None else Stance(True, None, agent(view, said))


def _verb_before(view: DocView, noun: int, first: int) -> int | None:
    """Return the nearest verb before a noun, one of saying or denying whatever its tag."""
    saying = load_cues().saying
    for i in range(noun - 1, max(first, noun - REACH) - 1, -1):
        if view.entity_at[i] is None and view.pos[i] != "AUX":
            said = view.words[i] in saying and i > first and view.pos[i] != "DET"
            if view.pos[i] in VERBAL or said:
                return i
    return None
