"""Names beside an event noun: the pair that a hyphen joins, and what a headline opens with."""

from __future__ import annotations

from dprk_events.events.roles.position import Positions
from dprk_events.french import word_lists
from dprk_events.names import DPRK
from dprk_events.syntax import DocView, Phrase, VerbGroup

PAIR_SIGNS = frozenset("-/–\u2011")
"""Between two names they make a pair."""
PAIR_REACH, PART_REACH, OPENING = 8, 2, 6
_LISTS = word_lists(__package__)
SCENES = _LISTS["scenes"]
TAKING_PART = _LISTS["nouns_of_taking_part"]
TO_A_DEED = _LISTS["prepositions_of_deeds_taken_part_in"]
QUOTE_ENDS = frozenset('»”"')
STATES = frozenset({"state"})
"""Of a state "le rôle de la Chine" may be any."""


def pair_of_names(view: DocView, first: int, last: int) -> list[Phrase]:
    """Return the two names that a hyphen or stroke joins: "le sommet Trump-Kim"."""
    for i in range(first, min(first + PAIR_REACH, last + 1)):
        one, other = view.entity_at[i - 1], view.entity_at[i + 1] if i < last else None
        if view.texts[i] in PAIR_SIGNS and one is not None and other is not None and one != other:
            return [_of_entity(view, one), _of_entity(view, other)]
    return []


def _of_entity(view: DocView, number: int) -> Phrase:
    entity = view.entities[number]
    return Phrase(entity.last, entity.first, entity.last, entity.first, entity=number)


def pair_before_colon(view: DocView, token: int) -> list[Phrase]:
    """Return the two names before a colon that opens the sentence: "Pékin-Pyongyang : …"."""
    begin = _opening(view, token)
    colon = next((i for i in range(begin, min(begin + OPENING, token)) if view.words[i] == ":"), 0)
    return pair_of_names(view, begin + 1, colon - 1) if colon else []


def sides_before_colon(view: DocView, found: Positions, group: VerbGroup) -> None:
    """Add the two by whom a passive is done: "Pékin-Pyongyang : un accord signé"."""
    for phrase in pair_before_colon(view, group.first) if group.passive else []:
        found.add("entre", phrase)


def _opening(view: DocView, token: int) -> int:
    """Return where a sentence begins, or the words before its colon that the parse cut off."""
    number = view.sentence_at[token]
    begin, _ = view.sentences[number]
    first, last = view.sentences[number - 1] if number else (begin, begin)
    return first if last == begin - 1 and view.words[last] == ":" else begin


def topic(view: DocView, found: Positions, token: int) -> None:
    """Add a name before a colon that opens the sentence: "Corée du Nord : tir de missile"."""
    begin = _opening(view, token)
    for phrase in pair_before_colon(view, token):
        found.add("pair", phrase)
    for i in range(begin, min(begin + OPENING, token)):
        if view.words[i] == ":":
            before = view.phrases_between(begin, i - 1)
            if view.words[begin] in SCENES:
                return  # "Corées : Pyongyang fulmine contre …"
            if len(before) == 1 and before[0].prep is None and not _only_scene(view, before[0], i):
                found.add("topic", before[0])
            return


def apposed_name(view: DocView, own: Phrase, labels: frozenset[str]) -> Phrase | None:
    """Return the name just before a noun that says what it is: "Freedom Shield, l'exercice"."""
    begin, _ = view.sentence(own.first)
    at = own.start - 1
    if own.prep is not None or at <= begin or view.words[at] != ",":
        return None
    at -= view.texts[at - 1] in QUOTE_ENDS
    number = view.entity_at[at - 1] if at > begin else None
    if number is None or view.entities[number].label not in labels:
        return None
    return _of_entity(view, number)


def _only_scene(view: DocView, topic: Phrase, colon: int) -> bool:
    """Say whether a state before a colon is only where it plays: "Ukraine : Pyongyang nie …".

    What is told of North Korea behind it is North Korea's doing, not the other state's.
    """
    entity = None if topic.entity is None else view.entities[topic.entity]
    if entity is None or entity.label != "LOC" or entity.country in {None, DPRK}:
        return False
    _, end = view.sentence(colon)
    for i in range(colon + 1, end + 1):
        number = view.entity_at[i]
        named = view.demonym(view.texts[i]) if number is None else view.entities[number].country
        if named == DPRK:
            return True
    return False


def taking_part(view: DocView, token: int) -> Phrase | None:
    """Return who takes part in an event noun: "le concours de soldats du Nord à la libération"."""
    own = view.phrase(token)
    if own is None or own.prep not in TO_A_DEED or view.nationality(own):
        return None
    begin, _ = view.sentence(token)
    before = view.phrases_between(begin, own.start - 1)
    for at in range(len(before) - 1, 0, -1):
        if view.words[before[at - 1].head] in TAKING_PART:
            who = before[at]
            near = who.start == before[at - 1].last + 1 or view.texts[who.start - 1] in QUOTE_ENDS
            near = near and who.prep == "de" and own.start - who.last <= PART_REACH
            return who if near and not view.kinds(who) & STATES else None
    return None
