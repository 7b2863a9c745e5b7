"""Tell that what was ordered or planned was done: "a ordonné le tir, auquel il a assisté"."""

from __future__ import annotations

from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.french import (
    auxiliary_tense,
    closed_class,
    forms_of,
    looks_like_participle,
    word_lists,
)
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
WHICH = WORDS["relative_subject"] | closed_class("que") | WORDS["relative_of_deeds"]
ATTENDING = forms_of(*WORDS["verbs_of_attending"])
MEANT, LOST = WORDS["meant_to_do"], forms_of(*WORDS["verbs_of_coming_down"])
TOLD = frozenset({"present", "imperfect"})
COMMA = ","
OPENS, REACH, GROUP = 9, 7, 3
"""Words behind a deed within which its relative clause opens, within that its verb, within that
the participle."""


def was_carried_out(asked: Asked) -> bool:
    """Return whether a relative clause in a compound past says that the deed took place."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return False
    _, end = view.sentence(asked.token)
    for i in range(phrase.last + 1, min(end, phrase.last + OPENS) + 1):
        if view.words[i] in WHICH:
            opens = view.words[i - 1] == COMMA or view.words[i] not in WORDS["relative_subject"]
            return (opens or i == phrase.last + 1) and _tells(view, i, end)
        if view.is_finite(view.tokens[i]) and view.entity_at[i] is None:
            return False
    return False


def came_to_nothing(asked: Asked) -> bool:
    """Match "La fusée qui devait placer un satellite en orbite s'est abîmée": it was launched."""
    view, group = asked.view, asked.mention.group
    if group is None or not view.tokens[group.verb].is_infinitive:
        return False
    begin, end = view.sentence(group.verb)
    if MEANT.isdisjoint(view.words[max(begin, group.first - GROUP) : group.first]):
        return False
    lost = (i for i in range(begin + 1, end + 1) if view.words[i] in LOST)
    return any(
        any(auxiliary_tense(word) in TOLD for word in view.words[max(begin, i - GROUP) : i])
        and negation_of(view, i) is None
        for i in lost
    )


def _tells(view: DocView, opened: int, end: int) -> bool:
    """Return whether a relative clause says that somebody saw it done, or that it was done."""
    subject = view.words[opened] in WORDS["relative_subject"]
    seen = load_cues().verbs["taking_place"] if subject else ATTENDING
    for i in range(opened + 1, min(end, opened + REACH) + 1):
        if view.words[i] == COMMA:
            return False
        if auxiliary_tense(view.words[i]) in TOLD:
            behind = range(i + 1, min(end, i + GROUP) + 1)
            done = [k for k in behind if looks_like_participle(view.words[k])]
            told = next((k for k in done if view.words[k] in seen), None)
            return told is not None and negation_of(view, told) is None
    return False
