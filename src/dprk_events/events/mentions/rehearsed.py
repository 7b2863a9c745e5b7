"""Leave out the deeds that a drill only rehearses: "ont simulé une attaque contre Séoul"."""

from __future__ import annotations

from collections.abc import Iterable

from dprk_events.events.mentions.raw import RawMention, Rejected
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView

_LISTS = word_lists(__package__)
ACTING = forms_of(*_LISTS["verbs_of_rehearsing"])
TRAINING, REFLEXIVE = forms_of(*_LISTS["verbs_of_training"]), closed_class("reflexive")
TO = _LISTS["before_what_is_trained"]
PRACTISING = _LISTS["nouns_of_rehearsing"]
HOLDING = forms_of(*_LISTS["verbs_of_what_a_drill_holds"])
NOT_ITS_OWN = _LISTS["not_of_a_drill"]
UNREAL, MOCK = _LISTS["unreal"], _LISTS["mock_things"]
JOINERS = _LISTS["and"] | {","}
PRACTISED_FORMS = frozenset({"infinitive", "present-participle"})
"""Of the verbs that say what is practised: "à frapper Séoul", "visant Séoul"."""
REACH = 16
"""Words between a drill and what it rehearses."""
UNREAL_REACH, MOCK_REACH = 7, 6
"""Words behind a deed within which it is said to be simulated, or done to a mock thing."""


def without_rehearsed(
    view: DocView, mentions: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Drop the deeds of such types (``rehearsed``) as a drill of the sentence only practises."""
    drills = {m.candidate.last for m in mentions if m.event_type.rehearses}
    kept: list[RawMention] = []
    for mention in mentions:
        if mention.event_type.rehearsed and _is_rehearsed(view, mention, drills):
            rejected.append(Rejected(mention.candidate, "only rehearsed in a drill"))
        else:
            kept.append(mention)
    return kept


def _is_rehearsed(view: DocView, mention: RawMention, drills: Iterable[int]) -> bool:
    group = mention.group
    first, last = mention.candidate.first, mention.candidate.last
    _, end = view.sentence(last)
    if not MOCK.isdisjoint(view.words[last + 1 : min(end, last + MOCK_REACH) + 1]):
        return True
    if group is not None:
        practised = _is_trained(view, group.first) or _of_a_drill(view, group.first, drills)
        return group.form in PRACTISED_FORMS and practised
    return _said_to_be_unreal(view, last) or _of_a_drill(view, first, drills)


def _is_trained(view: DocView, first: int) -> bool:
    """Match "s'entraîner à | frapper les bases"."""
    begin, _ = view.sentence(first)
    at = first - 2
    return at > begin and view.words[first - 1] in TO and view.words[at] in TRAINING


def _said_to_be_unreal(view: DocView, last: int) -> bool:
    """Match "une frappe nucléaire simulée", "une attaque contre le Sud a été simulée"."""
    _, end = view.sentence(last)
    for i in range(last + 1, min(end, last + UNREAL_REACH) + 1):
        if view.words[i] in UNREAL:
            return True
        if view.pos[i] == "VERB" or view.words[i] in NOT_ITS_OWN:
            return False
    return False


def _of_a_drill(view: DocView, first: int, drills: Iterable[int]) -> bool:
    """Say whether a drill governs the word: "un exercice de débarquement", "simuler un assaut"."""
    begin, _ = view.sentence(first)
    held = False
    for i in range(first - 1, max(begin, first - REACH) - 1, -1):
        word, verbal = view.words[i], view.pos[i] in VERBAL
        if word in ACTING and (verbal or i in drills):
            return not held
        if word in TRAINING and not REFLEXIVE.isdisjoint(view.words[max(begin, i - 2) : i]):
            return not held
        if word in PRACTISING or i in drills:
            return held or _governs(view, i, first)
        if word in HOLDING and not held:
            held = True
        elif word in NOT_ITS_OWN or (verbal and view.is_finite(view.tokens[i])):
            return False
    return False


def _governs(view: DocView, drill: int, deed: int) -> bool:
    """Say whether nothing but complements of the drill stands between it and the deed."""
    return JOINERS.isdisjoint(view.words[drill + 1 : deed])
