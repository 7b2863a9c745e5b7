"""Find verbs of saying by their place, whatever the tagger makes of them."""

from __future__ import annotations

from dprk_events.events.modality.speaker import SPEAKING
from dprk_events.french import word_lists
from dprk_events.syntax import DocView

INVERTING = word_lists(__package__)["before_inverted_name"]


def between_names(view: DocView, i: int, first: int, last: int) -> bool:
    """Return whether its place shows the verb: "Pyongyang dément tout tir", "…, avance Kiev"."""
    if not first < i < last or view.entity_at[i] is not None:
        return False
    opens = view.pos[i + 1] == "DET" or view.tokens[i + 1].is_infinitive
    behind = behind_date(view, i + 1, last)  # "…, révèle vendredi le NIS"
    before = view.phrase(i - 1)
    speaks = before is not None and before.prep is None and bool(view.kinds(before) & SPEAKING)
    alone = speaks and not view.has_finite(first, last + 1)  # "Un ministre dément toute vente"
    after_name = (view.entity_at[i - 1] is not None or alone) and opens
    inverted = view.words[i - 1] in INVERTING
    named = view.entity_at[behind] is not None
    return after_name or (inverted and (named or _opens_speaker(view, behind, last)))


def behind_date(view: DocView, i: int, last: int) -> int:
    """Return the first token from one on, in a sentence, that belongs to no date."""
    return next((j for j in range(i, last) if view.date_at[j] is None), i)


def _opens_speaker(view: DocView, i: int, last: int) -> bool:
    """Match "l'armée" in ", note l'armée": an article and who can speak, with no "de" between."""
    phrase = next(view.each_phrase(i, last), None) if view.pos[i] == "DET" else None
    near = phrase is not None and phrase.start == i and phrase.prep is None
    return near and phrase is not None and bool(view.kinds(phrase) & SPEAKING)
