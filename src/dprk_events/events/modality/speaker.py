"""Find the speaker: the subject of a verb of saying, before it or inverted."""

from __future__ import annotations

from dprk_events.french import word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, coordinated, subject
from dprk_events.syntax.tags import IN_INVERTED_GROUP, IN_VERB_GROUP

WORDS = word_lists(__package__)
CLITICS = WORDS["clitics_of_saying"]
BEFORE_INVERTED, WITHIN_INVERTED = WORDS["before_inverted"], WORDS["within_inverted"]
INVERTED_PRONOUNS = WORDS["inverted_pronouns"]
INVERTED_REACH = 6
"""Greatest distance from an inverted verb of saying to the speaker's name."""


def speaker(view: DocView, verb: int, first: int) -> Phrase | None:
    """Find the subject of a verb of saying; of several, the first.

    ``first`` is the first token of the sentence.
    """
    group = verb
    while group > first and (
        view.pos[group - 1] in IN_VERB_GROUP or view.words[group - 1] in CLITICS
    ):
        group -= 1
    found = subject(view, verb, group)
    if found is None or found.pronoun:
        return found
    return coordinated(view, found, lambda other: bool(view.kinds(other) & view.kinds(found)))[0]


def inverted_speaker(view: DocView, verb: int, first: int, last: int) -> Phrase | None:
    """Find the speaker after the verb in "…, a annoncé Séoul" or "…, a-t-il dit"."""
    start = _group_start(view, verb, first)
    if start <= first or view.words[start - 1] not in BEFORE_INVERTED:
        return None
    for i in range(start, verb):
        if view.words[i] in INVERTED_PRONOUNS:
            return view.phrase(i)
    for phrase in view.each_phrase(verb + 1, last):
        if phrase.prep is None:
            gap = view.pos[verb + 1 : phrase.first]
            return phrase if VERBAL.isdisjoint(gap) else None
        if phrase.start - verb > INVERTED_REACH:
            break
    return None


def _group_start(view: DocView, verb: int, first: int) -> int:
    """Find where the auxiliaries and pronouns before an inverted verb begin."""
    start = verb
    while start > first and (
        view.pos[start - 1] in IN_INVERTED_GROUP or view.words[start - 1] in WITHIN_INVERTED
    ):
        start -= 1
    return start
