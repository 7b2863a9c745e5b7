"""By whom an event is announced in the passive: "des sanctions ont été annoncées par Tokyo"."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms, verb_right
from dprk_events.events.roles.position import Positions
from dprk_events.syntax import DocView, complements, verb_group

BY = "par"


def announced_by(view: DocView, found: Positions, token: int) -> None:
    """Add by whom an event is announced, decided or voted, of which it is the subject."""
    forms = light_forms()["announce"]
    _, last = view.sentence(token)
    verb = verb_right(view, token, last, frozenset(forms))
    if verb is None or view.words[verb] not in forms:  # "a eu lieu" announces nothing
        return
    lemma, tense = forms[view.words[verb]]
    if verb_group(view, verb, lemma, tense).passive:  # type: ignore[arg-type]
        for phrase in complements(view, verb, verb):
            if phrase.prep == BY:
                found.add("announcer", phrase)
