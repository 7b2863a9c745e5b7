"""What other events tell of those who fell: whose soldiers they were, and by whose hand.

Their noun has no country: they are the loser's, or those of who sent them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from dprk_events.coreference import WORDS, Context, resolve
from dprk_events.events import Event
from dprk_events.events.event import DONE
from dprk_events.events.row import Participant
from dprk_events.french import forms_of, word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.syntax import group_start, subject

_LISTS = word_lists(__package__)
SOLDIERS = "force"
"""Kind of the nouns that may stand for soldiers: "cent hommes", "trois fantassins"."""


@cache
def _losing() -> frozenset[str]:
    return forms_of(*_LISTS["losing"])


def fallen(context: Context, event: Event, sent: Iterator[Event]) -> Event:
    """Return an event with the country of the soldiers whom it befalls, where one is told.

    « Le contingent nord-coréen a perdu cent hommes. » « Le Nord a envoyé des fantassins à Koursk.
    Trente soldats y sont morts. » ``sent`` are the moves of forces told in the sentences near.
    """
    victims = [each for each in event.participants if each.role == "recipient"]
    if not victims or any(each.countries for each in victims):
        return event
    if any(_of_many_nations(context, each) for each in victims):
        return event
    countries = _losers(context, event) or _senders(context, event, victims, sent)
    if len(countries) != 1:
        return event
    return replace(
        event,
        participants=tuple(
            replace(each, countries=countries, strategy="fallen", granted=True)
            if each in victims
            else each
            for each in event.participants
        ),
    )


def _of_many_nations(context: Context, each: Participant) -> bool:
    """Match "des soldats internationaux": none of those whom one country sent."""
    naming = context.naming(each.start, each.end, each.entity)
    words = context.view.words[naming.first : naming.last + 1]
    return not WORDS["of_many_nations"].isdisjoint(words)


def by_whom(event: Event, deeds: Iterator[Event]) -> list[Participant]:
    """Return who did it, of the deeds told just before in the same sentence.

    « Des obus tirés par le Nord ont tué … », « Le Nord a bombardé l'île, tuant … ». It befalls the
    side that the deed was aimed at, if it tells one, and never his own.
    """
    victims = countries_of(event.participants, "recipient")
    for deed in deeds:
        doers = [p for p in deed.participants if p.role == "actor"]
        doing = {c for p in doers for c in p.countries}
        struck = countries_of(deed.participants, "recipient")
        if not victims or not doing or doing & victims or (struck and not struck & victims):
            continue
        if all(p.countries for p in doers) and deed.modality in DONE:
            return [replace(p, strategy="same deed", granted=True) for p in doers]
    return []


def _losers(context: Context, event: Event) -> tuple[str, ...]:
    """Return the countries of who loses men: the subject of "perdre"."""
    view = context.view
    for mention in event.mentions:
        if view.words[mention.token] not in _losing():
            continue
        loser = subject(view, mention.token, group_start(view, mention.token))
        if loser is not None and not loser.pronoun:
            naming = context.of_phrase(loser)._replace(entity=loser.entity)
            found = (c for who in resolve(context, naming).referents for c in who.countries)
            return tuple(dict.fromkeys(found))
    return ()


def _senders(
    context: Context, event: Event, victims: list[Participant], sent: Iterator[Event]
) -> tuple[str, ...]:
    """Return the only country that is told nearby to send soldiers, of soldiers who fell."""
    if any(SOLDIERS not in _kinds(context, each) for each in victims):
        return ()
    doing = countries_of(event.participants)
    found = {
        c for other in sent for p in other.participants if p.role == "actor" for c in p.countries
    }
    return () if found & doing else tuple(sorted(found))


def _kinds(context: Context, each: Participant) -> frozenset[str]:
    naming = context.naming(each.start, each.end, each.entity)
    return context.view.lexicon.noun(context.head(naming))
