"""Who uses what does it: "des obus tirés par le Nord ont tué …", "X, dont les tracts lancés …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.coreference import Context, Naming, Referent, resolve
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import looks_like_participle, word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import as_told
from dprk_events.syntax import Phrase, antecedents, clause_end

_LISTS = word_lists(__package__)
_MADE = frozenset(word.rstrip("es") for word in _LISTS["made_or_given"])
UNDER = _LISTS["under_fire"]
FIRE = _LISTS["fire"] | _LISTS["arms_that_hit"]
AGENT_REACH = 6
"""Words behind "tirés" within which "par …" begins."""
PARTICIPLE_REACH = 4
"""Words behind the thing within which the participle stands."""


def wielded(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who fired, laid or sent the thing that does it, or whose it is.

    « Des mines posées par l'armée du Nord ont blessé deux soldats. » « morts sous le feu du Nord »
    """
    for phrase in (*_users(context, others), *_firing(context, event)):
        naming = context.of_phrase(phrase)._replace(entity=phrase.entity)
        found = [who for who in resolve(context, naming).referents if who.countries]
        if found and not _only_made_by(event, others, found):
            return [as_told(who, naming, "wielded") for who in found]
    return None


def _only_made_by(event: Event, others: Sequence[Participant], found: Sequence[Referent]) -> bool:
    """Match weapons that hit one of two countries at war, and are neither's: the other has them."""
    hit = countries_of(others, "recipient")
    enemies = set(event.event_type.captured_by or event.event_type.at_war)
    return bool(hit & enemies) and not any(enemies & {*who.countries} for who in found)


def _users(context: Context, others: Sequence[Participant]) -> Iterator[Phrase]:
    """Yield who used the things that do it, or whose they are."""
    for each in others:
        if each.role == "instrument":
            thing = context.naming(each.start, each.end, each.entity)
            yield from _agent_behind(context, thing)
            yield from _owner_before(context, thing)
            phrase = context.phrase(thing)
            if phrase is not None and context.head(thing) in _LISTS["arms_of_service"]:
                yield phrase


def _firing(context: Context, event: Event) -> Iterator[Phrase]:
    """Yield whose fire somebody is hit by: "mort sous le feu de la marine", "par les balles de X".

    A nationality word tells it, too: "sous les tirs nord-coréens".
    """
    view = context.view
    for mention in event.mentions:
        begin, end = view.sentence(mention.token)
        behind = view.each_phrase(mention.token + 1, clause_end(view, mention.token))
        opening = list(view.each_phrase(begin, mention.token - 1))[:1]
        named = (*(p for p in behind if p.prep in UNDER), *(p for p in opening if _opens(p, begin)))
        fire = next((each for each in named if view.words[each.head] in FIRE), None)
        if fire is None:
            continue
        weapon = view.words[fire.head] in _LISTS["arms_that_hit"]
        harm = mention.event_type.consequence  # what a weapon does else has it for its instrument
        if context.nationality(fire.first, fire.last) and (harm or not weapon):
            yield fire
        for of in list(view.each_phrase(fire.last + 1, end))[:1]:
            if of.prep == "de" and of.start == fire.last + 1:
                yield of


def _opens(phrase: Phrase, begin: int) -> bool:
    """Match "Sous le feu du Nord, …" at the head of a sentence."""
    return phrase.prep in UNDER and phrase.start == begin


def _agent_behind(context: Context, thing: Naming) -> Iterator[Phrase]:
    """Yield "par …" of the participle behind a thing, if it tells how it was used."""
    view = context.view
    _, end = view.sentence(thing.last)
    for i in range(thing.last + 1, min(end, thing.last + PARTICIPLE_REACH) + 1):
        if view.words[i] in _LISTS["ends_a_noun"]:
            return
        if looks_like_participle(view.words[i]) and view.is_verbal(i):
            if view.words[i].rstrip("es") in _MADE:
                return  # who made or gave it is not who uses it
            for phrase in view.each_phrase(i + 1, min(end, i + AGENT_REACH)):
                if phrase.prep == "par":
                    yield phrase
                    return
            return


def _owner_before(context: Context, thing: Naming) -> Iterator[Phrase]:
    """Yield whose it is: "les militants, dont les tracts …"."""
    view = context.view
    begin, _ = view.sentence(thing.first)
    for i in range(thing.first - 1, max(begin, thing.first - 3), -1):
        if view.words[i] in _LISTS["whose"]:
            yield from list(antecedents(view, i))[:1]
            return
