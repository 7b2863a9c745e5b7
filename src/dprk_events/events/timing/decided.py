"""The date on which a headline's deed was decided: "a entériné mardi cette suspension"."""

from __future__ import annotations

from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.verbs import deciding
from dprk_events.french import auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
THIS, DECISIONS = WORDS["this"], WORDS["decisions"]
OF = closed_class("of")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
AUXILIARY_REACH, REACH = 3, 6


def date_of_decision(view: DocView, first: int) -> int | None:
    """Return the date in the first sentence of a summary on which the headline was decided.

    « Le gouvernement a entériné mardi cette suspension », « La décision a été prise lundi ».
    """
    begin, end = view.sentences[first]
    verb = next((i for i in range(begin + 1, end) if view.words[i] in deciding()), None)
    if verb is None or not STOPS.isdisjoint(view.words[begin:verb]):
        return None
    auxiliaries = view.words[max(begin, verb - AUXILIARY_REACH) : verb]
    if not any(auxiliary_tense(w) == "present" for w in auxiliaries):
        return None
    if not (_subject_is_decision(view, begin) or _takes_up(view, verb, end)):
        return None
    for at, number in view.dates_in(first):
        if at > verb and not opens_clause(view, verb, at) and word_before(view, at)[1] not in OF:
            return number
    return None


def _subject_is_decision(view: DocView, begin: int) -> bool:
    """Match "La décision", "Ces mesures", "Le texte" at the head of a sentence."""
    phrase = next(view.each_phrase(begin, begin + REACH), None)
    return phrase is not None and phrase.start == begin and view.words[phrase.head] in DECISIONS


def _takes_up(view: DocView, verb: int, end: int) -> bool:
    """Match "cette suspension", "ces sanctions" as the object of a verb, behind its date."""
    for phrase in view.each_phrase(verb + 1, min(end, verb + REACH)):
        if view.date_at[phrase.head] is None:
            return phrase.prep is None and view.words[phrase.start] in THIS
    return False
