"""The other side of a pact told as signed "avec" somebody: who is glad of it, or keeps it."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import STATES, Context, Referent
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import forms_of, word_lists
from dprk_events.names import DPRK
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import as_granted
from dprk_events.syntax import is_reduced

_LISTS = word_lists(__package__)
_REPROVING = forms_of(*_LISTS["reproving"])
WITH = "avec"


def their_pact(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take who speaks of their own pact. « Pyongyang s'est félicité du traité signé avec Moscou ».

    Not who only reproves one of others: « Tokyo a dénoncé l'accord conclu avec Moscou ».
    """
    mine = countries_of(found)
    for mention in event.mentions:
        if not _told_with(context, mention):
            continue
        begin, _ = context.view.sentence(mention.token)
        reproved = not _REPROVING.isdisjoint(context.view.words[begin : mention.token])
        for token in range(begin, mention.token):
            number = context.view.entity_at[token]
            if number is None or in_complement(context, number) or context.is_quoted(number):
                continue
            side = side_named(context, number, mine)
            if side is not None:
                if reproved and side.countries != (DPRK,):
                    return None
                return [as_granted(side, context, number, "own pact")]
    return None


def _told_with(context: Context, mention: Mention) -> bool:
    """Match "l'accord conclu avec X", a participle that tells of its noun."""
    view = context.view
    if not view.is_verbal(mention.token) or not is_reduced(view, mention.token):
        return False
    phrases = (view.phrase(context.naming(f.start, f.end, f.entity).last) for f in mention.fillers)
    return any(phrase is not None and phrase.prep == WITH for phrase in phrases)


def in_complement(context: Context, number: int) -> bool:
    """Say whether a naming stands behind a preposition: who acts does not."""
    phrase = context.view.phrase(context.view.entities[number].last)
    return phrase is not None and phrase.prep is not None


def side_named(context: Context, number: int, but: set[str]) -> Referent | None:
    """Return the person or state that an entity names, unless it is of one of the countries."""
    entity = context.view.entities[number]
    if entity.label == "PER":
        who = context.person(number)
        return who if who.countries and not set(who.countries) & but else None
    if entity.country is None or entity.country in but or entity.kind not in STATES:
        return None
    return None if context.says_where(entity.first) else context.state(entity.country)
