"""Whom an event is to help: "envoyer des soldats pour aider la Russie"."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms
from dprk_events.french import closed_class
from dprk_events.syntax import DocView, Phrase, verb_object

HARD_STOPS = closed_class("hard_stops")


def helped(view: DocView, after: int) -> Phrase | None:
    """Return whom it is to help: "envoyer des soldats pour aider la Russie"."""
    _, last = view.sentence(after)
    helping = light_forms()["help"]
    for i in range(after + 1, last):
        if view.words[i] in HARD_STOPS:
            return None
        if view.words[i] in helping and helping[view.words[i]][1] == "infinitive":
            return verb_object(view, i)
    return None
