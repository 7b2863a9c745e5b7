"""Objects with what they do behind them: "accuse Moscou de cacher ses achats"."""

from __future__ import annotations

from dprk_events.french import closed_class
from dprk_events.syntax import VERBAL, DocView, Phrase

OF = closed_class("of")
BETWEEN = frozenset({"ADV", "PRON"})
"""Between "de" and its infinitive: "d'en livrer", "de ne pas livrer"."""


def is_to_do(view: DocView, phrase: Phrase) -> bool:
    """Say whether an object is who does the infinitive behind it: "soupçonne | Kim | de mentir"."""
    begin, end = view.sentence(phrase.first)
    before = phrase.start - 1
    if phrase.prep is not None or phrase.last + 2 > end or before <= begin:
        return False
    if view.words[phrase.last + 1] not in OF or view.pos[before] not in VERBAL:
        return False
    verb = next((i for i in range(phrase.last + 2, end) if view.pos[i] not in BETWEEN), end)
    return view.tokens[verb].is_infinitive
