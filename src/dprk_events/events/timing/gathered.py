"""Dates that a deed shares with the gathering just told, at which it was done: "ils ont signé"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.places import opens_clause
from dprk_events.french import looks_like_participle, word_lists
from dprk_events.lexicon import Kinds
from dprk_events.syntax import POSSESSIVES, DocView

WORDS = word_lists(__package__)
THERE_THEN, OCCASIONS = WORDS["at_that"], WORDS["that_occasion"]
THIS, HE = WORDS["this"], WORDS["he"]
JOINED = WORDS["joining"] | WORDS["but"]
BOTH, AGAIN = WORDS["both"], WORDS["another_time"]
PARTIES: Kinds = frozenset({"person", "leader", "state"})
BACK = 2
"""Sentences before a deed within which the gathering is told."""
OPENING = 4
"""Words within which "À cette occasion" opens a sentence."""


def of_the_occasion_just_told(chain: Chain, one: Timed) -> int | None:
    """See "… se sont vus mardi. À cette occasion, ils ont signé", "Lors de cette rencontre, …"."""
    view, here = chain.view, chain.view.sentence_at[one.token]
    first, last = view.sentences[here]
    if not here or chain.stated_in(here) or not _is_told_there(one):
        return None
    occasion = _that_occasion(view, first, last)
    if occasion is None:
        return None
    opens = occasion <= first + OPENING
    clear = not opens_clause(view, *sorted((occasion, one.token)))
    return _day_before(chain, here) if opens or clear else None


def _is_told_there(one: Timed) -> bool:
    """Return whether a deed is told in the compound past, or by its noun: "a signé"."""
    group = one.raw.group or one.raw.positions.light
    return one.done and (group is None or group.in_perfect)


def _that_occasion(view: DocView, first: int, last: int) -> int | None:
    """Return the noun of "à cette occasion", "lors de cette visite", "durant leur entretien"."""
    for i in range(first + 1, last + 1):
        if view.words[i] in OCCASIONS and view.words[i - 1] in THIS:
            return i
    for phrase in view.each_phrase(first, last):
        words = set(view.words[phrase.start : phrase.head])
        if words & THERE_THEN and words & (THIS | POSSESSIVES):
            return phrase.head
    return None


def _day_before(chain: Chain, here: int) -> int | None:
    """Return the day of the nearest deed told before; None where two days come into question."""
    for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
        if any(each.done for each in chain.of_sentence(sentence)):
            return chain.day_of(sentence)
        if chain.stated_in(sentence):
            return None
    return None


def of_the_meeting_it_was_made_at(chain: Chain, one: Timed) -> int | None:
    """See "Kim et Xi se sont vus mardi. Les deux dirigeants ont signé un accord"; or "aucun".

    The type says at what such deeds are done; both sides are told to do it, at once, or nobody is:
    "se sont vus mardi, mais aucun accord n'a été signé".
    """
    view, here = chain.view, chain.view.sentence_at[one.token]
    group = one.raw.group or one.raw.positions.light
    if not one.raw.event_type.made_at or group is None or _has_day(chain, one, here):
        return None
    if one.modality not in {"asserted", "reported", "negated"} or not group.compound:
        return None
    first, last = view.sentences[here]
    if group.tense != "present" or not AGAIN.isdisjoint(view.words[first : last + 1]):
        return None
    if not (_is_of_both(view, one) or _is_of_nobody(view, one)):
        return None
    for sentence in range(here, max(-1, here - 1 - BACK), -1):
        for other in chain.of_sentence(sentence)[::-1]:
            number, meant = other.dating.number, other.raw.type in one.raw.event_type.made_at
            if _came_before(other):
                continue
            if other.token < one.token and other.done and (number is not None or meant):
                same = meant and number is not None and not _is_of_others(view, one, other)
                return number if same and view.dates[number or 0].grain in DAY else None
    return None


def _came_before(other: Timed) -> bool:
    """Match "dont le train avait franchi la frontière la veille": a pluperfect tells no meeting."""
    return other.raw.group is not None and other.raw.group.tense == "imperfect"


def _is_of_others(view: DocView, one: Timed, other: Timed) -> bool:
    """Return whether other people or states are named as the sides."""
    mine, theirs = _sides(view, one), _sides(view, other)
    return bool(mine and theirs and mine.isdisjoint(theirs))


def _sides(view: DocView, one: Timed) -> set[str | None]:
    named = (f.entity for f in one.raw.fills if f.role in {"actor", "recipient"})
    return {view.entities[n].canonical for n in named if n is not None}


def _has_day(chain: Chain, one: Timed, sentence: int) -> bool:
    """Return whether a sentence has a day of its own, but for "Ouverte la veille, la rencontre".

    That of the meeting told before in it is none.
    """
    view = chain.view
    met = {o.dating.number for o in chain.before(one) if o.raw.type in one.raw.event_type.made_at}
    first, last = view.sentences[sentence]
    comma = next((i for i in range(first, last) if view.words[i] == ","), first)
    aside = looks_like_participle(view.words[first])
    stated = set(chain.stated_in(sentence)) - met
    return any(n in stated and not (aside and at < comma) for at, n in view.dates_in(sentence))


def _is_of_both(view: DocView, one: Timed) -> bool:
    """Match "ils", "les deux dirigeants", "Kim et Poutine" as who does it."""
    group = one.raw.group or one.raw.positions.light
    begin, _ = view.sentence(one.token)
    if group is None or opens_clause(view, begin, group.first):
        return False
    fills = [f.phrase for f in one.raw.fills if f.role == "actor" and f.phrase is not None]
    if sum(bool(view.kinds(each) & PARTIES) for each in fills) > 1:
        return True
    before = view.words[begin : group.first]
    return not HE.isdisjoint(before[-2:]) or not BOTH.isdisjoint(before)


def _is_of_nobody(view: DocView, one: Timed) -> bool:
    """Match "Aucun accord n'a été signé", "mais aucun document n'a été signé"."""
    group = one.raw.group
    if group is None or not group.passive or any(f.role == "actor" for f in one.raw.fills):
        return False
    begin, _ = view.sentence(one.token)
    clause = next((i for i in range(group.first - 1, begin, -1) if view.words[i] in JOINED), begin)
    return not opens_clause(view, clause, group.first)
