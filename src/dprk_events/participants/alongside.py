"""Who fights at somebody's side: "les parachutistes, épaulés d'un bataillon nord-coréen, …".

So too who has helped them to do it: "des Nord-Coréens ont aidé l'armée à reprendre le village".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.coreference import Context, Naming, resolve
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import as_told
from dprk_events.syntax import VERBAL, group_start, subject

_LISTS = word_lists(__package__)
HELPED = frozenset(word.rstrip("es") for word in _LISTS["helped"])
TWO = 2
"""Words behind who acts within which the participle stands: a comma, an adverb."""
HELPING, TO = forms_of(*_LISTS["helping"]), closed_class("to")
REACH = 9
"""Words before "à reprendre" within which the verb of helping stands."""
FIGHTERS = frozenset({"force", "people", "state", "org"})


def alongside(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Return who acts with those who act, by words behind their naming or before their deed."""
    if not event.event_type.harms:
        return []
    known = countries_of(found)
    more: list[Participant] = []
    for naming in _helpers(context, event, found):
        for who in resolve(context, naming).referents:
            if who.countries and not set(who.countries) & known and who.kind in FIGHTERS:
                known |= set(who.countries)
                more.append(as_told(who, naming, "alongside"))
    return more


def _helpers(context: Context, event: Event, found: Sequence[Participant]) -> Iterator[Naming]:
    """Yield who is said to help those who act, or to have helped them to do it."""
    acting = [each for each in found if each.role == "actor"]
    for start, end in (span for each in acting for span in each.spans):
        naming = _helper(context, context.naming(start, end, None))
        if naming is not None:
            yield naming
    for mention in event.mentions if acting else ():
        naming = _who_helped_to(context, mention.token)
        if naming is not None:
            yield naming


def _who_helped_to(context: Context, deed: int) -> Naming | None:
    """Return the subject of "ont aidé l'armée russe à reprendre", of its infinitive."""
    view = context.view
    begin, _ = view.sentence(deed)
    if not view.tokens[deed].is_infinitive or deed == begin or view.words[deed - 1] not in TO:
        return None
    before = range(deed - 1, max(begin, deed - REACH) - 1, -1)
    verb = next((i for i in before if view.words[i] in HELPING and view.pos[i] in VERBAL), None)
    doer = None if verb is None else subject(view, verb, group_start(view, verb))
    if doer is None or doer.pronoun:
        return None
    return context.of_phrase(doer)._replace(entity=doer.entity)


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
