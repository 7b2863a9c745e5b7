"""What "par …" tells behind an event noun: who does it, or whose participle stands between."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms
from dprk_events.french import looks_like_participle, word_lists
from dprk_events.syntax import DocView, Phrase

HELD = frozenset(word.rstrip("es") for word in word_lists(__package__)["held"])
COMMITTED = word_lists(__package__)["committed"]
BESIDE = 4
"""Words at most from a participle to its "par": when it was, how."""
BETWEEN = frozenset({"ADP", "ADV", "DET"})
"""What may stand between a participle and "par", besides a date."""


def of_another(view: DocView, gap: list[str]) -> bool:
    """Return whether "par …" is of a participle that tells of a complement, not of the deed.

    "l'assaut de la poche tenue par Kiev", but "l'assaut de la ville mené par des parachutistes".
    So too "cette destruction survient après des menaces proférées ce week-end par Kim Yo Jong".
    """
    told = next((w for w in gap if w.rstrip("es") in HELD or looks_like_participle(w)), None)
    if told is None or len(gap) > BESIDE or view.demonym(told):
        return False
    if told.rstrip("es") in COMMITTED:
        return False
    return told.rstrip("es") in HELD or told not in light_forms()["carry"]


def no_agent(view: DocView, phrase: Phrase, start: int) -> bool | None:
    """Return whether "par …" is whom a deed hits; None where it may be who does it.

    False is who only sees or judges it: "le tir détecté mardi par Séoul", "les manœuvres condamnées
    par Pyongyang"; True "le vol subi par la banque".
    """
    forms = light_forms()
    for i in range(phrase.start - 1, start, -1):
        if view.words[i] in forms["undergo"]:
            return True
        if view.words[i] in forms["notice"]:
            return False
        if view.date_at[i] is None and view.pos[i] not in BETWEEN:
            return None
    return None
