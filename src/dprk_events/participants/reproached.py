"""Whose deed it is, as somebody is scolded for it: "fustige Séoul après des manœuvres"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dprk_events.coreference import Context
from dprk_events.events import Event, Mention
from dprk_events.events.row import Participant
from dprk_events.french import forms_of, word_lists
from dprk_events.participants.party import told_behind
from dprk_events.syntax import Phrase, coordinated

_LISTS = word_lists(__package__)
SCOLDED = frozenset({"state", "person", "people", "org", "force"})
STRATEGY = "reproached"
REACH = 20
"""Words before the deed within which the words of scolding stand."""


@cache
def _verbs() -> frozenset[str]:
    return forms_of(*_LISTS["scolding"])


def reproached(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who is scolded for it. « Le Nord a fustigé Séoul après des exercices »."""
    kind = event.event_type
    if kind.symmetric and not kind.shared_by:
        return None
    for mention in event.mentions:
        scolded = (told_behind(context, [p], SCOLDED, STRATEGY) for p in _scolded(context, mention))
        if found := [each for some in scolded for each in some or ()]:
            return found
    return None


def _scolded(context: Context, mention: Mention) -> Iterator[Phrase]:
    """Yield who is scolded before the deed, which stands behind "après", "pour" or the like."""
    view = context.view
    own = view.phrase(mention.token)
    if own is None or not _is_reason(context, own):
        return
    begin, _ = view.sentence(mention.token)
    for i in range(own.start - 1, max(begin, own.start - REACH) - 1, -1):
        verb = view.words[i] in _verbs() and view.is_verbal(i) and _is_scolding(context, i)
        if not verb and view.words[i] not in _LISTS["scoldings"]:
            continue
        preps = _LISTS["before_the_scolded"]
        for phrase in view.each_phrase(i + 1, own.start - 1):
            if phrase.prep in preps or (verb and phrase.prep is None):
                yield from coordinated(view, phrase, lambda other: other.entity is not None)
                return
        return


def _is_scolding(context: Context, verb: int) -> bool:
    """Match "s'en prend à", and no other "prendre"."""
    words = context.view.words
    return (
        words[verb] not in forms_of(*_LISTS["taking_on"]) or "en" in words[max(0, verb - 3) : verb]
    )


def _is_reason(context: Context, own: Phrase) -> bool:
    """Match "après des manœuvres", "à la suite de manœuvres": what somebody is scolded for."""
    if own.prep in _LISTS["for_which_scolded"]:
        return True
    words = " ".join(context.view.words[max(0, own.start - 2) : own.first])
    return any(words.startswith(each) for each in _LISTS["eves_of_scolding"])
