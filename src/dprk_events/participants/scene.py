"""Who holds what is shown at home, where nobody is told to: whoever is at home at its scene."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.coreference import STATES, Context
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.participants.party import as_granted
from dprk_events.syntax import VERBAL

SITE = "site"
"""Kind of the places that need no word before them to say where: "la place Rouge"."""


def at_home_there(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the state where it takes place. « Kim Jong-un a assisté à Pékin à un défilé »."""
    if not event.event_type.held_by_host:
        return None
    for mention in event.mentions:
        numbers = list(_scenes(context, mention))
        countries = {context.view.entities[number].country for number in numbers}
        if len(countries) == 1:
            state = context.state(str(countries.pop()))
            return [as_granted(state, context, numbers[0], "scene")]
    return None


def _scenes(context: Context, mention: Mention) -> Iterator[int]:
    """Yield the places of a mention's sentence where it is told to be, as entities.

    They open the sentence, or no verb stands between: not "la parade, avant de partir à Moscou".
    """
    view = context.view
    begin, end = view.sentence(mention.token)
    numbers = dict.fromkeys(view.entity_at[i] for i in range(begin, end + 1))
    for number in numbers:
        if number is None or not _says_where(context, number):
            continue
        first = view.entities[number].first
        opens = first < mention.token and not _verbs(context, begin, first)
        between = sorted((first, mention.token))
        if opens or not _verbs(context, between[0] + 1, between[1]):
            yield number


def _says_where(context: Context, number: int) -> bool:
    entity = context.view.entities[number]
    if entity.label != "LOC" or not entity.country:
        return False
    return entity.kind == SITE or (entity.kind in STATES and context.says_where(entity.first))


def _verbs(context: Context, first: int, last: int) -> bool:
    view = context.view
    return any(view.pos[i] in VERBAL and view.entity_at[i] is None for i in range(first, last))
