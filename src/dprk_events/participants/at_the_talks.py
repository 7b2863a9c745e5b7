"""Who was at talks, by what the sentence says was said or asked there.

Each strategy takes an event with one side behind "avec", or none, and the actors found so far, and
returns who else took part, or None.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import told_behind
from dprk_events.syntax import VERBAL, Phrase

_LISTS = word_lists(__package__)
STOPS = closed_class("hard_stops")
CLAUSES = closed_class("clause_openers")
FOR, PERSON = "pour", "person"
AT_TALKS, BY = _LISTS["at_talks"], "par"
PARTIES = frozenset({"person", "state", "leader"})
Phrases = Callable[[Context, Mention], Iterator[Phrase]]


def whose_word(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take who told it there. « L'annonce a été faite par Lavrov après un entretien avec Choe »."""
    return _other(context, event, found, _agents_before, "whose word")


def told_to(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take to whom it was said there. « Lors d'un entretien, Poutine a exposé à Kim … »."""
    return _other(context, event, found, _told_behind, "told to")


def _other(
    context: Context,
    event: Event,
    found: Sequence[Participant],
    phrases: Phrases,
    strategy: str,
) -> list[Participant] | None:
    if event.event_type.shared_by:
        return None  # one side alone holds a drill
    mine = countries_of(found)
    for mention in event.mentions:
        if context.view.is_verbal(mention.token):
            continue
        others = told_behind(context, phrases(context, mention), PARTIES, strategy)
        if others and not any(mine & set(each.countries) for each in others):
            return others
    return None


def _agents_before(context: Context, mention: Mention) -> Iterator[Phrase]:
    """Yield "par …" before a noun of talks behind "après" or "lors de", in the same clause."""
    view = context.view
    own = view.phrase(mention.token)
    if own is None or own.prep not in AT_TALKS:
        return
    begin, _ = view.sentence(mention.token)
    for phrase in reversed(view.phrases_between(begin, own.start - 1)):
        if not CLAUSES.isdisjoint(view.words[phrase.last + 1 : own.start]):
            return
        if phrase.prep == BY:
            yield phrase
            return


def _told_behind(context: Context, mention: Mention) -> Iterator[Phrase]:
    """Yield "à …" of the main clause behind a noun of talks that opens its sentence."""
    view = context.view
    own = view.phrase(mention.token)
    begin, end = view.sentence(mention.token)
    if own is None or own.prep not in AT_TALKS or own.start != begin:
        return
    comma = next((i for i in range(own.last + 1, end) if view.words[i] == ","), end)
    for phrase in view.each_phrase(comma + 1, end):
        if not (CLAUSES | STOPS).isdisjoint(view.words[comma + 1 : phrase.start]):
            return
        if phrase.prep == "à":
            yield phrase
            return


def between_them(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take who is named before the talks. « monté dans la voiture de X pour un entretien »."""
    return _other(context, event, found, _people_between, "between them")


def _people_between(context: Context, mention: Mention) -> Iterator[Phrase]:
    """Yield the only person named between the verb of who acts and talks behind "pour"."""
    view = context.view
    own = view.phrase(mention.token)
    if own is None or own.prep != FOR:
        return
    begin, _ = view.sentence(mention.token)
    verbs = (i for i in range(own.start - 1, begin, -1) if view.pos[i] in VERBAL)
    verb = next((i for i in verbs if view.entity_at[i] is None), own.start)
    if not CLAUSES.isdisjoint(view.words[verb : own.start]):
        return
    named = [p for p in view.each_phrase(verb + 1, own.start - 1) if PERSON in view.kinds(p)]
    if len(named) == 1 and named[0].entity is not None:
        yield named[0]
