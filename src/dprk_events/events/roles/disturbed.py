"""Whom an event hits, by the verb beside its noun: "gênés par des brouillages"."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms, verb_left
from dprk_events.events.roles.position import Positions
from dprk_events.french import closed_class
from dprk_events.syntax import DocView, Phrase, subject, verb_group, verb_object

STOPS = closed_class("hard_stops")
REACH = 8
"""Words behind the noun within which its verb stands."""
BY = "par"


def disturbed(view: DocView, found: Positions, token: int) -> None:
    """Add whom the event hits: the subject of the passive, the object of its own verb.

    « Des ministères ont été visés par une cyberattaque », « les brouillages ont gêné des avions ».
    """
    own = view.phrase(token)
    victim = _in_passive(view, own) if own is not None and own.prep == BY else None
    if own is None or own.prep is None:
        victim = _behind(view, own.last if own is not None else token)
    found.add("disturbed", victim)


def _in_passive(view: DocView, own: Phrase) -> Phrase | None:
    begin, _ = view.sentence(own.start)
    forms = light_forms()["disturb"]
    verb = verb_left(view, own.start, begin, forms)
    if verb is None:
        return None
    lemma, tense = forms[view.words[verb]]
    group = verb_group(view, verb, lemma, tense)  # type: ignore[arg-type]
    if not group.passive:
        return None
    if group.compound:
        return subject(view, verb, group.first)
    before = view.phrase(verb - 1) if verb > begin else None  # "des avions gênés par …"
    return before if before is not None and before.last == verb - 1 else None


def _behind(view: DocView, last: int) -> Phrase | None:
    _, end = view.sentence(last)
    forms = light_forms()["disturb"]
    for i in range(last + 1, min(end, last + REACH) + 1):
        if view.words[i] in STOPS:
            return None
        if view.pos[i] != "VERB" or view.entity_at[i] is not None:
            continue
        if view.words[i] not in forms:
            return None
        lemma, tense = forms[view.words[i]]
        group = verb_group(view, i, lemma, tense)  # type: ignore[arg-type]
        return None if group.passive or group.first <= last else verb_object(view, i)
    return None
