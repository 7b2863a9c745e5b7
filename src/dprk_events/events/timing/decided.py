"""The date on which a headline's deed was decided: "a entériné mardi cette suspension"."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from dprk_events.events.timing.meant import countries_of
from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.subjects import aside_of, opening_of
from dprk_events.events.timing.verbs import dating_from, deciding, participles_of
from dprk_events.french import auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
THIS, DECISIONS, BUNDLES = WORDS["this"], WORDS["decisions"], WORDS["bundles"]
OF = closed_class("of")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
AUXILIARY_REACH, REACH, DATE_REACH = 3, 6, 3
SUMMARY = 2
"""Sentences of a summary in which a decision is named with its day."""


def date_of_decision(view: DocView, first: int, by: Collection[str] = ()) -> int | None:
    """Return the date in the first sentence of a summary on which the headline was decided.

    ``by`` are the countries of whose decision the headline tells.

    « Le gouvernement a entériné mardi cette suspension », « La décision a été prise lundi », « Le
    train de mesures, adopté lundi, vise … »; the last in the second sentence, too. « Adoptée lundi,
    la mesure … », « Le décret, daté de lundi, … ».
    """
    made = (_made_on(view, n) for n in range(first, min(first + SUMMARY, len(view.sentences))))
    ways = (_date_in_aside(view, first), _date_it_has(view, first), _told_on(view, first, by))
    return next((n for n in (*made, *ways) if n is not None), None)


def _made_on(view: DocView, sentence: int) -> int | None:
    """Return the date of "ce paquet de sanctions, adopté lundi", right behind its participle."""
    for at, number in view.dates_in(sentence):
        made = word_before(view, at)[0] - 1
        if made <= view.sentence(at)[0] + 1 or view.words[made] not in deciding():
            continue
        apart = view.words[made - 1] == ","
        participle = view.tokens[made].is_participle
        if participle and view.pos[made - 1] != "AUX" and _is_decision(view, made - 1 - apart):
            return number
    return None


def _is_decision(view: DocView, token: int) -> bool:
    """Match "les mesures", "le seizième paquet de sanctions" by its last word."""
    phrase = view.phrase(token)
    while phrase is not None and phrase.prep in OF and phrase.start:
        phrase = view.phrase(phrase.start - 1)
    return phrase is not None and view.words[phrase.head] in DECISIONS | BUNDLES


def _told_on(view: DocView, first: int, by: Collection[str]) -> int | None:
    """Return the date of the verb in "a entériné mardi cette suspension"."""
    begin, end = view.sentences[first]
    verb = next((i for i in range(begin + 1, end) if view.words[i] in deciding()), None)
    if verb is None or not STOPS.isdisjoint(view.words[begin:verb]):
        return None
    auxiliaries = view.words[max(begin, verb - AUXILIARY_REACH) : verb]
    if not any(auxiliary_tense(w) == "present" for w in auxiliaries):
        return None
    taken_up = _subject_is_decision(view, begin) or _takes_up(view, verb, end)
    if not (taken_up or _takes_measures(view, begin, verb, end, by)):
        return None
    for at, number in view.dates_in(first):
        if at > verb and not opens_clause(view, verb, at) and word_before(view, at)[1] not in OF:
            return number
    return None


def _date_in_aside(view: DocView, first: int) -> int | None:
    """Return the date of "La mesure, adoptée lundi, …", "Adoptée lundi, la mesure …"."""
    opening = opening_of(view, first, _opens_aside)
    if opening is None or view.words[opening.subject.head] not in DECISIONS:
        return None
    aside = aside_of(view, first, opening.subject, _opens_aside)
    if aside is None:
        return None
    return next((number for at, number in view.dates_in(first) if at in aside), None)


def _date_it_has(view: DocView, first: int) -> int | None:
    """Return the date of "Le décret date de mardi"."""
    begin, end = view.sentences[first]
    verb = next((i for i in range(begin + 1, end) if view.words[i] in dating_from()), None)
    if verb is None or not STOPS.isdisjoint(view.words[begin:verb]):
        return None
    if not _subject_is_decision(view, begin):
        return None
    dates = (number for at, number in view.dates_in(first) if 0 < at - verb <= DATE_REACH)
    return next(dates, None)


def _opens_aside(view: DocView, i: int) -> bool:
    return view.words[i] in decided_or_dated()


@cache
def decided_or_dated() -> frozenset[str]:
    """Return the participles of what a decision went through: "adoptée", "datés"."""
    return participles_of(*WORDS["deciding"], *WORDS["dating_from"])


def _subject_is_decision(view: DocView, begin: int) -> bool:
    """Match "La décision", "Ces mesures", "Le texte" at the head of a sentence."""
    phrase = next(view.each_phrase(begin, begin + REACH), None)
    return phrase is not None and phrase.start == begin and view.words[phrase.head] in DECISIONS


def _takes_measures(view: DocView, begin: int, verb: int, end: int, by: Collection[str]) -> bool:
    """Match "Le gouvernement japonais a pris mardi des mesures" for what Tokyo decides."""
    subject = next(view.each_phrase(begin, verb), None)
    if subject is None or subject.start != begin:
        return False
    own = None if subject.entity is None else view.entities[subject.entity].country
    theirs = {*countries_of(view, subject), own}
    for phrase in view.each_phrase(verb + 1, min(end, verb + REACH)):
        if view.date_at[phrase.head] is None:
            made = view.words[phrase.head] in DECISIONS | BUNDLES
            return made and not theirs.isdisjoint(by)
    return False


def _takes_up(view: DocView, verb: int, end: int) -> bool:
    """Match "cette suspension", "ces sanctions" as the object of a verb, behind its date."""
    for phrase in view.each_phrase(verb + 1, min(end, verb + REACH)):
        if view.date_at[phrase.head] is None:
            return phrase.prep is None and view.words[phrase.start] in THIS
    return False
