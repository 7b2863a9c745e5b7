"""Who a text speaks of first where it tells of a deed, if nothing says whose it is: a guess.

« Le président Yoon a promis une unité spécialisée. Un exercice aura lieu jeudi. »

Of a deed that somebody must have done, the grammatical subject of its sentence, of the one before
or, for what a headline tells, of the one behind is taken (the backward-looking centre of centering
theory: Grosz, Joshi and Weinstein 1995). It comes last, is marked as granted, and is graded low.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.coreference import Context, Naming, Referent, resolve
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.participants.party import as_told
from dprk_events.syntax import Phrase, group_start, subject

STRATEGY = "foremost"
WHO = frozenset({"state", "person", "people", "force"})
"""Kinds of those who act."""
TRAVELLERS = WHO - {"state"}
OTHERS = frozenset({"recipient", "destination", "location", "origin", "instrument"})
"""Roles whose country is not who acts: to whom, where, and with what is done."""


def foremost(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Return the subject of the nearest sentence that has one who may have done it."""
    kind = event.event_type
    if not kind.by_foremost or any(each.role in {"actor", "instrument"} for each in others):
        return None  # whose the thing is, is another question
    if any(mention.rule_name in kind.wards_off for mention in event.mentions):
        return None  # it is done by the other side
    elsewhere = {c for each in others if each.role in OTHERS for c in each.countries}
    for naming, found in _subjects(context, event):
        if all(_may_act(event, each, elsewhere) for each in found):
            return [as_told(each, naming, STRATEGY) for each in found]
    return None


def _may_act(event: Event, who: Referent, elsewhere: set[str]) -> bool:
    kind = event.event_type
    if who.kind not in (TRAVELLERS if kind.told_apart_by == ("persons",) else WHO):
        return False
    among = set(kind.neighbours) or set(kind.at_war) or set(who.countries)
    return set(who.countries) <= among and elsewhere.isdisjoint(who.countries)


def _subjects(context: Context, event: Event) -> Iterator[tuple[Naming, list[Referent]]]:
    """Yield whom the sentences around the first mention speak of, the nearest first."""
    view, mention = context.view, event.mentions[0]
    here = view.sentence_at[mention.token]
    own = {(f.start, f.end) for each in event.mentions for f in each.fillers}
    for number in (here, here - 1, here + 1 if here == 0 else -1):
        if not 0 <= number < len(view.sentences):
            continue
        phrase = _subject_of(context, number)
        if phrase is None or phrase.first <= mention.token <= phrase.last:
            continue
        naming = context.of_phrase(phrase)._replace(entity=phrase.entity)
        found = [each for each in resolve(context, naming).referents if each.countries]
        if found and (naming.start, naming.end) not in own:
            yield naming, found


def _subject_of(context: Context, number: int) -> Phrase | None:
    """Return the subject of a sentence's main verb."""
    view = context.view
    first, last = view.sentences[number]
    for i in range(first, last + 1):
        token = view.tokens[i]
        if token.dep_ == "ROOT" and view.is_verbal(i):
            return subject(view, i, group_start(view, i))
    return None
