"""The third side of talks of three of which two are told: "des discussions à trois avec Pékin"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dprk_events.coreference import Context, within
from dprk_events.events import Event, Mention
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.nearby import naming_of

_LISTS = word_lists(__package__)
AT, THREE, OF_THREE = _LISTS["at_a_number"], _LISTS["three"], _LISTS["of_three"]
PARTIES = frozenset({"demonym", "leader", "national", "org", "people", "person", "state"})
REACH, BACK, TWO = 4, 1, 2
"""Words from the noun within which their number is told; sentences before that name the third."""


def third_side(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take the only other state spoken of, where the words say that they are three.

    « Lavrov a vu Kim Jong-un. Il a proposé des discussions à trois avec Pékin. »
    """
    known = countries_of(found)
    mention = next((each for each in event.mentions if _of_three(context, each)), None)
    if mention is None or len(known) != TWO:
        return None
    others = {*_named(context, mention)} - known
    return naming_of(context, event, others.pop(), "format") if len(others) == 1 else None


def _of_three(context: Context, mention: Mention) -> bool:
    """Match "des discussions régulières à trois", "une rencontre trilatérale"."""
    view = context.view
    if view.is_verbal(mention.token):
        return False
    _, end = view.sentence(mention.token)
    words = view.words[mention.token : min(end, mention.token + REACH) + 1]
    pairs = pairwise(words)
    return not OF_THREE.isdisjoint(words) or any(a in AT and b in THREE for a, b in pairs)


def _named(context: Context, mention: Mention) -> Iterator[str]:
    """Yield the countries of the states and people named near."""
    view = context.view
    here = view.sentence_at[mention.token]
    first, last = view.sentences[max(0, here - BACK)][0], view.sentences[here][1]
    for at, country in within(context.states_named, first, last):
        phrase = view.phrase(at)
        named = view.entity_at[at] is not None or phrase is None
        if named or (phrase is not None and view.kinds(phrase) & PARTIES):
            yield country  # but not "les manœuvres américaines"
    for _, number in within(context.people_named, first, last):
        yield from context.person(number).countries
