"""Who holds what is shown at home, where nobody is told to: whoever is at home at its scene."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.coreference import STATES, Context
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import word_lists
from dprk_events.participants.party import as_granted, as_told
from dprk_events.syntax import VERBAL

ARRIVED = word_lists(__package__)["arrived"]
REACH = 8
"""Words behind "arrivé" within which it is told where."""
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
        reached = None if numbers else _reached(context, mention)
        phrase = None if reached is None else context.view.phrase(reached[0])
        if reached is not None and phrase is not None:
            return [as_told(context.state(reached[1]), context.of_phrase(phrase), "scene")]
    return None


def _reached(context: Context, mention: Mention) -> tuple[int, str] | None:
    """Return where somebody came before: "arrivé dans la capitale chinoise, il a assisté à …".

    Token and country of the first state named behind the last word for an arrival.
    """
    view = context.view
    begin, _ = view.sentence(mention.token)
    came = [i for i in range(begin, mention.token) if view.words[i] in ARRIVED]
    if not came:
        return None
    behind = range(came[-1] + 1, min(came[-1] + 1 + REACH, mention.token))
    return next((each for each in context.states_named if each[0] in behind), None)


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
