"""Days of a movement that hold for what it was for, or came after: "ont survolé mardi … pour"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.refusals import BEFORE_THE_FACT, OF_SHOWING, TOO_FAR
from dprk_events.events.timing.verbs import is_plain_verb, moving
from dprk_events.french import closed_class, word_lists

WORDS = word_lists(__package__)
FOR, OF, AT_ITS_END = WORDS["for"], closed_class("of"), WORDS["at_its_end"]
INDEFINITE = WORDS["indefinite"]
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
HOLDING = frozenset({OF_SHOWING, TOO_FAR})
NIGHT = frozenset({"night"})
DATE_REACH = 2
"""Words from the verb of moving to its date: "a survolé dans la nuit"."""


def of_what_it_was_done_for(chain: Chain, one: Timed) -> int | None:
    """See "ont survolé mardi la péninsule pour un entraînement", "a franchi … pour fuir".

    Of a noun only with an indefinite article, for "pour l'exercice" may come later.
    """
    view, group = chain.view, one.raw.group
    if group is not None:
        first = group.first if group.form == "infinitive" else 0
        if not first or view.words[first - 1] not in FOR:
            return None
    else:
        phrase = view.phrase(one.token)
        if phrase is None or phrase.prep not in FOR or not one.done:
            return None
        first = phrase.first
        if view.words[first - 1] not in INDEFINITE | OF:
            return None
    for at, number in view.dates_in(view.sentence_at[one.token]):
        if one.dating.refused.get(number) not in HOLDING or at > first:
            continue
        near = range(at - 1, max(view.sentence(at)[0], at - 1 - DATE_REACH) - 1, -1)
        verb = next((i for i in near if is_plain_verb(view, i)), None)
        if verb is None or view.words[verb] not in moving():
            continue
        parted = any(view.words[i] in STOPS for i in range(at, first))
        grain = view.dates[number].grain
        return number if one.done and not parted and grain in DAY | NIGHT else None
    return None


def of_what_came_at_its_end(chain: Chain, one: Timed) -> int | None:
    """See "ont été arrêtés mardi à l'issue d'un affrontement": one follows on the other.

    Not of a journey, which lasts: "est rentré mardi au terme d'une visite".
    """
    view, phrase = chain.view, chain.view.phrase(one.token)
    if one.raw.group is not None or phrase is None or not one.done:
        return None
    if AT_ITS_END.isdisjoint(view.words[phrase.start : phrase.head]):
        return None
    if view.words[phrase.first - 1] not in INDEFINITE or _travels(one):
        return None
    for at, number in view.dates_in(view.sentence_at[one.token]):
        if one.dating.refused.get(number) not in {BEFORE_THE_FACT, *HOLDING}:
            continue
        between = view.words[min(at, phrase.last) : max(at, phrase.start)]
        if word_before(view, at)[1] not in OF and STOPS.isdisjoint(between):
            return number if view.dates[number].grain in DAY else None
    return None


def _travels(one: Timed) -> bool:
    return any(fill.role == "destination" for fill in one.raw.fills)
