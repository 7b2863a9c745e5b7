"""Tell deliveries from what stays at home: arms for one's own troops, arms that are given up."""

from __future__ import annotations

from dprk_events.events.mentions.raw import RawMention, Rejected
from dprk_events.events.roles import Fill
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import DocView

_LISTS = word_lists(__package__)
GIVING_UP = forms_of(*_LISTS["verbs_of_giving_up"])
OWN = closed_class("possessives")
FORCE = "force"


def without_own_arms(
    view: DocView, mentions: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Drop what goes to nobody else (``to_others``): "a remis des chars à ses divisions"."""
    kept: list[RawMention] = []
    for mention in mentions:
        if mention.event_type.to_others and _stays_at_home(view, mention):
            rejected.append(Rejected(mention.candidate, "given to nobody else"))
        else:
            kept.append(mention)
    return kept


def _stays_at_home(view: DocView, mention: RawMention) -> bool:
    given_to = [f for f in mention.fills if f.role in {"recipient", "destination"}]
    if given_to:
        return all(_own_troops(view, mention, fill) for fill in given_to)
    if view.words[mention.candidate.first] not in GIVING_UP:
        return False
    things = [f for f in mention.fills if f.role == "instrument" and f.phrase is not None]
    return any(_possessed(view, fill) for fill in things)


def _possessed(view: DocView, fill: Fill) -> bool:
    """Match "céder ses armes", with nobody to whom: they are given up."""
    begin, _ = view.sentence(fill.first)
    return not OWN.isdisjoint(view.words[max(begin, fill.first - 2) : fill.first])


def _own_troops(view: DocView, mention: RawMention, fill: Fill) -> bool:
    """Match troops of which no words say that they are another's: "aux unités du front".

    "Pyongyang évoque une offre de Moscou de livrer des avions à son armée" speaks of two.
    """
    phrase = fill.phrase
    if _possessed(view, fill) and _several_named(view, mention):
        return False
    if phrase is None or fill.entity is not None or phrase.entity is not None or phrase.pronoun:
        return False
    if FORCE not in view.kinds(phrase) or view.nationality(phrase):
        return False
    _, end = view.sentence(fill.last)
    behind = next(view.each_phrase(phrase.last + 1, end), None)
    of_it = behind is not None and behind.start == phrase.last + 1 and behind.prep is not None
    return behind is None or not of_it or behind.entity is None


def _several_named(view: DocView, mention: RawMention) -> bool:
    """Say whether a state other than who acts is named before the deed."""
    begin, _ = view.sentence(mention.candidate.first)
    named = {view.entity_at[i] for i in range(begin, mention.candidate.first)} - {None}
    countries = {view.entities[number].country for number in named if number is not None}
    return len(countries - {None}) > 1
