"""Whose people are whom no word gives a country: the host's, the sender's, the speaker's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dprk_events.coreference import WORDS, Context, resolve, within
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import forms_of, word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.where import place_of
from dprk_events.syntax import group_start, subject

_LISTS = word_lists(__package__)
PEOPLE = frozenset({"person", "people", "org"})
FORCES = frozenset({"force"})


@cache
def _forms(verbs: str) -> frozenset[str]:
    return forms_of(*_LISTS[verbs])


def of_the_host(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Give the one who receives the country where they do. « À Dakar, Macky Sall a reçu … »."""
    if not event.event_type.symmetric or not _has_verb(context, event, "receiving"):
        return list(found)
    guests = countries_of(found)
    unknown = [each for each in found if each.role == "actor" and not each.countries]
    if not guests or len(unknown) != 1:
        return list(found)
    (host,) = unknown
    if host.kind != "person" or host.entity is None:
        return list(found)
    place = place_of(context, event, found)
    if place is None or place.country is None:
        home = _only_other(context, event, guests)
    else:
        home = place.country if place.country not in guests else None
    if home is None:
        return list(found)
    at_home = replace(host, countries=(home,), strategy="at home", granted=True)
    return [at_home if each is host else each for each in found]


def of_the_counterpart(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give a counterpart of no known country the only other one told of near.

    « Une délégation du Nord est en Chine. Pak Myong-ho a vu son homologue Sun Weidong. »
    """
    acting = [each for each in found if each.role == "actor"]
    unknown = [each for each in acting if not each.countries and _is_counterpart(context, each)]
    known = {c for each in acting for c in each.countries}
    if not event.event_type.symmetric or len(unknown) != 1 or len(known) != 1:
        return list(found)
    home = _only_other(context, event, known)
    if home is None:
        return list(found)
    theirs = replace(unknown[0], countries=(home,), strategy="at home", granted=True)
    return [theirs if each is unknown[0] else each for each in found]


def _is_counterpart(context: Context, each: Participant) -> bool:
    phrase = context.phrase(context.naming(each.start, each.end, each.entity))
    there = WORDS["of_another"] | _LISTS["officials_there"]
    return phrase is not None and context.view.words[phrase.head] in there


def _only_other(context: Context, event: Event, guests: set[str]) -> str | None:
    """Return the one country beside the guests' that is spoken of around a reception.

    « Le Congo a renoué avec le Nord : le président Denis Massamba a reçu une délégation. »
    """
    at = context.view.sentence_at[event.mentions[0].token]
    last = min(len(context.view.sentences) - 1, at + 1)
    begin, end = context.view.sentences[max(0, at - 1)][0], context.view.sentences[last][1]
    named = {country for _, country in within(context.states_named, begin, end)} - guests
    return named.pop() if len(named) == 1 else None


def of_the_sender(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give envoys the country of who sends them. « Séoul proposait d'envoyer deux émissaires »."""
    envoys = [p for p in found if p.role == "actor" and not p.countries and p.kind in PEOPLE]
    if not envoys:
        return list(found)
    for mention in event.mentions:
        if context.view.words[mention.token] not in _forms("sending"):
            continue
        sender = subject(context.view, mention.token, group_start(context.view, mention.token))
        if sender is None or sender.pronoun:
            continue
        naming = context.of_phrase(sender)._replace(entity=sender.entity)
        countries = tuple(c for who in resolve(context, naming).referents for c in who.countries)
        if len(countries) == 1:
            return [
                replace(each, countries=countries, strategy="sent", granted=True)
                if each in envoys and each.start > min(naming.end, mention.start)
                else each
                for each in found
            ]
    return list(found)


def of_the_speaker(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant]:
    """Give "notre …" the country of who says so. « Nos forces ont tiré », a dit l'agence KCNA."""
    said = next((m.attribution for m in event.mentions if m.attribution is not None), None)
    if said is None:
        return list(found)
    speaker = resolve(context, context.naming(said.start, said.end, said.entity))
    countries = tuple(dict.fromkeys(c for who in speaker.referents for c in who.countries))

    def ours(each: Participant) -> bool:
        own = context.naming(each.start, each.end, each.entity)
        words = (context.word_before(own.first), *context.view.words[own.first : own.last])
        return not _LISTS["our"].isdisjoint(words)  # "tous mes camarades"

    return [
        replace(each, countries=countries, strategy="speaker", granted=True)
        if each.kind in PEOPLE | FORCES and countries and ours(each)
        else each
        for each in found
    ]


def _has_verb(context: Context, event: Event, verbs: str) -> bool:
    return any(context.view.words[mention.token] in _forms(verbs) for mention in event.mentions)
