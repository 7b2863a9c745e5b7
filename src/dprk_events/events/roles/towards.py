"""Towards whom an event is: to whom it is handed, who is threatened with it."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms, verb_left
from dprk_events.events.roles.position import Positions
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, group_start, put_before, subject
from dprk_events.syntax.tags import CLITIC_LIKE

_LISTS = word_lists(__package__)
DATIVES, SOME = closed_class("dative_clitics"), _LISTS["some"]
HARD_STOPS, TO = closed_class("hard_stops"), "à"


def handed_to(view: DocView, found: Positions, token: int) -> None:
    """Add to whom the event is handed: "lui a transmis une invitation", "tend la main à X"."""
    own = view.phrase(token)
    begin, _ = view.sentence(token)
    left = own.start if own is not None else token
    verb = verb_left(view, left, begin, light_forms()["hand"])
    some = own is not None and view.words[own.start] in SOME  # "des pourparlers", no complement
    if verb is None or (own is not None and own.prep is not None and not some):
        return
    before = put_before(view, group_start(view, verb))
    if before is not None and before[0] == TO:
        found.add("dative", before[1])  # "X, à qui il a transmis une invitation"
    for i in range(group_start(view, verb), verb):
        if view.words[i] in DATIVES and view.pos[i] in CLITIC_LIKE:
            found.add("dative", Phrase(head=i, first=i, last=i, start=i, pronoun=True))
    for phrase in view.phrases_between(verb + 1, left - 1):
        if phrase.prep == TO:
            found.add("dative", phrase)


def threatened(view: DocView, found: Positions, token: int) -> None:
    """Add who is threatened with the event, and who threatens: "menace Séoul d'une frappe"."""
    own = view.phrase(token)
    begin, _ = view.sentence(token)
    if own is None or own.prep != "de":
        return
    for i in range(own.start - 1, begin - 1, -1):
        if view.words[i] in light_forms()["threaten"] and view.entity_at[i] is None:
            if view.pos[i - 1] == "DET":
                return  # "lever la menace d'un veto"
            found.add("subject", subject(view, i, group_start(view, i)))
            for target in view.phrases_between(i + 1, own.start - 1):
                named = target.entity is not None and view.date_at[target.head] is not None
                if named or (target.prep is None and view.date_at[target.head] is None):
                    found.add("contre", target)  # "menace dès le premier jour | Séoul"
            return
        if view.words[i] in HARD_STOPS or (view.pos[i] in VERBAL and view.entity_at[i] is None):
            return
