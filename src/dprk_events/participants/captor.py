"""Who made captives of an enemy, where the text does not say it: whoever tells it of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import Context, resolve
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import key, word_lists
from dprk_events.names import DPRK
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import as_told

_LISTS = word_lists(__package__)


def captor(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the enemy who tells it. « L'Ukraine a annoncé la capture de deux Nord-Coréens ».

    So too « Deux Nord-Coréens ont été capturés, a annoncé Kiev ».
    """
    at_war = event.event_type.captured_by
    captives = countries_of(others, "recipient")
    enemies = set(at_war[:1] if DPRK in captives else at_war)  # whom the North fights, by its ally
    for mention in event.mentions if enemies else ():
        said = mention.attribution
        noun = context.view.words[mention.token] in _LISTS["captures"]
        verb = not _LISTS["captured"].isdisjoint(key(mention.trigger).split())
        if said is None or not (noun or (verb and captives)):
            continue
        naming = context.naming(said.start, said.end, said.entity)
        found = [
            each
            for each in resolve(context, naming).referents
            if len(each.countries) == 1 and set(each.countries) <= enemies - captives
        ]
        if found:
            return [as_told(each, naming, "captor") for each in found]
    return None
