"""Refused dates that bound an event all the same: the day of its plan, and its limit."""

from __future__ import annotations

from dprk_events.dates import Timex, up_to
from dprk_events.events.modality.cue import Asked
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.find import Dating
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.refusals import (
    LIMIT,
    OF_GOVERNOR,
    OF_MAIN_CLAUSE,
    OF_PLAN,
    OF_SAYING,
    OF_VERB_ABOVE,
    TOO_FAR,
)
from dprk_events.events.timing.verbs import ahead_of_then
from dprk_events.french import word_lists

IN_LIMIT = word_lists(__package__)["in_limit"]


def planned_on(dating: Dating, asked: Asked) -> int | None:
    """Return the refused date of the verb above: "mardi" in "a menacé mardi de tirer".

    Also that of a statement, for what is foretold in it: "a dit mardi qu'il tirerait", "a menacé
    mardi les avions qui passeraient"; but not for a wish that may be older: "a dit mardi que
    Pyongyang voulait tirer".
    """
    number = _refused_as(dating, OF_VERB_ABOVE, OF_PLAN)
    if number is None and not _is_older_wish(asked):
        number = _refused_as(dating, OF_GOVERNOR)
    if number is None and _is_foretold(asked):
        number = _refused_as(dating, OF_SAYING, OF_MAIN_CLAUSE)
        return _at_the_head(dating, asked) if number is None else number
    return number


def _at_the_head(dating: Dating, asked: Asked) -> int | None:
    """Return a date far from the event that opens its sentence, and so dates its main verb."""
    view = asked.view
    begin, _ = view.sentence(asked.token)
    for at, number in view.dates_in(view.sentence_at[asked.token]):
        if at <= begin + OPENING and dating.refused.get(number) == TOO_FAR:
            return number
    return None


def limit_of(dating: Dating, asked: Asked) -> Timex | None:
    """Return the time until the refused date after which it cannot be: "d'ici vendredi"."""
    number = _refused_as(dating, LIMIT)
    if number is None:
        return None
    view = asked.view
    dates = view.dates_in(view.sentence_at[asked.token])
    begin, _ = word_before(view, next(at for at, each in dates if each == number))
    while begin and view.words[begin - 1] in IN_LIMIT:
        begin -= 1
    return up_to(view.dates[number], view.span(begin, begin)[0], view.text)


def _refused_as(dating: Dating, *reasons: str) -> int | None:
    return next((number for number, why in dating.refused.items() if why in reasons), None)


def _is_foretold(asked: Asked) -> bool:
    """Return whether it lies ahead of a statement: "a dit qu'il tirerait", "qu'il allait tirer"."""
    group = asked.mention.group or asked.mention.positions.light
    if group is not None and group.tense == "conditional" and not group.compound:
        return True
    above = _verb_above(asked)
    return above is not None and ahead_of_then().get(asked.view.words[above]) == "imperfect"


def _is_older_wish(asked: Asked) -> bool:
    """Return whether the nearest verb above is in the imperfect: "voulait", not "avait menacé"."""
    above = _verb_above(asked)
    if above is None or _is_foretold(asked):
        return False
    return asked.view.tokens[above].morph.get("Tense", []) == ["Imp"]


def _verb_above(asked: Asked) -> int | None:
    return next((each.token for each in asked.above if each.how == "verb"), None)
