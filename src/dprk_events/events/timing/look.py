"""Where a mention looks from the time of writing: back, ahead, or ahead from a time in the past."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.event import Look
from dprk_events.events.mentions import RawMention
from dprk_events.events.modality import Governor
from dprk_events.syntax import DocView

BACK = frozenset({"present", "imperfect", "infinitive"})
"""Tenses of the auxiliary of a compound past: "a tiré", "avait tiré", "sans avoir tiré"."""
AUXILIARIES = 3
"""How many words before a governing participle its auxiliary may be."""


def look_of(view: DocView, raw: RawMention, governing: Sequence[Governor]) -> Look | None:
    """Return where a mention looks; None where its words do not tell.

    Args:
        view: The document.
        raw: The mention.
        governing: Words that govern it, nearest first.

    """
    group = raw.group or raw.positions.light
    if group is not None and group.form != "infinitive":
        if group.compound and group.tense in BACK:
            return "past"
        if group.tense in {"future", "conditional"} and not group.compound:
            return "ahead"
    above = next((each.token for each in governing if each.how == "verb"), None)
    return None if above is None else _of_governor(view, above)


def _of_governor(view: DocView, verb: int) -> Look | None:
    """Read "veut tirer", "pourrait tirer" (ahead); "voulait tirer", "avait menacé de" (then)."""
    before = range(max(view.sentence(verb)[0], verb - AUXILIARIES), verb + 1)
    finite = [view.tokens[i] for i in before if view.is_finite(view.tokens[i])]
    if not finite:
        return None
    morph = finite[-1].morph
    if morph.get("Tense", []) == ["Imp"]:
        return "then"
    present = morph.get("Tense", []) in (["Pres"], ["Fut"]) or morph.get("Mood", []) == ["Cnd"]
    return "ahead" if present and finite[-1].i == verb else None
