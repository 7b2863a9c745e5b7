"""Who fights at somebody's side: "les parachutistes, épaulés d'un bataillon nord-coréen, …"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import Context, Naming, resolve
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.party import as_told

_LISTS = word_lists(__package__)
HELPED = frozenset(word.rstrip("es") for word in _LISTS["helped"])
TWO = 2
"""Words behind who acts within which the participle stands: a comma, an adverb."""
FIGHTERS = frozenset({"force", "people", "state", "org"})


def alongside(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Return who acts with those who act, by a participle behind their naming."""
    if not event.event_type.harms:
        return []
    known = {country for each in found if each.role == "actor" for country in each.countries}
    more: list[Participant] = []
    for each in found:
        if each.role != "actor":
            continue
        for start, end in each.spans:
            naming = _helper(context, context.naming(start, end, None))
            if naming is None:
                continue
            for who in resolve(context, naming).referents:
                if who.countries and not set(who.countries) & known and who.kind in FIGHTERS:
                    known |= set(who.countries)
                    more.append(as_told(who, naming, "alongside"))
    return more


def _helper(context: Context, side: Naming) -> Naming | None:
    """Return who helps somebody, by "épaulés de …" just behind them."""
    view = context.view
    _, end = view.sentence(side.last)
    for i in range(side.last + 1, min(end, side.last + TWO) + 1):
        if view.words[i].rstrip("es") not in HELPED:
            continue
        phrase = next(view.each_phrase(i + 1, end), None)
        if phrase is None or phrase.start > i + 1 or phrase.prep not in _LISTS["by_whom"]:
            return None
        return context.of_phrase(phrase)._replace(entity=phrase.entity)
    return None
