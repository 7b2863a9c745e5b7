"""The date of a clause in a summary that names what the headline's deed was done with or to."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.meant import (
    HUMAN,
    MOVING,
    THINGS,
    are_such_people,
    countries_of,
    fills_of,
    is_done_with,
    is_of_another,
    names,
)
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.setting import stated_dates
from dprk_events.events.timing.verbs import (
    is_plain_verb,
    noting,
    reacting,
    speaking,
    telling,
    witnessing,
)
from dprk_events.french import auxiliary_forms, auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import DocView, Phrase, is_reduced

WORDS = word_lists(__package__)
HAPPENINGS, POINTING, THIS = WORDS["happenings"], WORDS["pointing"], WORDS["this"]
AGAIN, LIMIT, BEEN = WORDS["another_time"], WORDS["limit"], WORDS["been"]
WHEN, IT_WAS = WORDS["when"], WORDS["it_was"]
OF, THAT = closed_class("of"), closed_class("que")
CLEFT, ETRE = WORDS["cleft"], auxiliary_forms("être")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
AUXILIARY_REACH, OBJECT_REACH, WHEN_REACH = 4, 14, 3
TOLD = frozenset({"present", "conditional", "infinitive"})
"""Tenses of the auxiliary of "ont volé", "auraient volé", "dit avoir détecté"."""


def date_of_lead(chain: Chain, one: Timed, sentence: int) -> int | None:
    """Return the date of the clause in a summary that tells of the headline's deed again.

    « L'armée a détecté mardi le départ d'un projectile », « dit avoir repéré ces engins mardi »:
    what it was done with is watched. « Le Trésor a frappé mardi ces huit banques »: whom it falls
    on is named again. « Il était 7 heures mardi lorsque le missile a survolé », « L'exercice de
    jeudi ».
    """
    view = chain.view
    begin, end = view.sentences[sentence]
    if not AGAIN.isdisjoint(view.words[begin : end + 1]):
        return None
    for at, number in stated_dates(view, sentence):
        if view.in_dateline(at) or not chain.is_news(number):
            continue
        if _is_of_happening(view, one, at) or _tells_again(chain, one, at, end):
            return number
    return None


def _is_of_happening(view: DocView, one: Timed, date: int) -> bool:
    """Match the day of "L'exercice de jeudi, dirigé par Kim", "Le tir de mardi"."""
    start, word = word_before(view, date)
    if word not in OF:
        return False
    begin, _ = view.sentence(date)
    phrase = view.phrase(start - 2) if start > 1 else None
    if phrase is None or phrase.prep is not None or phrase.start != begin:
        return False
    if view.words[phrase.start] not in POINTING or is_of_another(view, one, phrase):
        return False
    return view.words[phrase.head] in HAPPENINGS


def _tells_again(chain: Chain, one: Timed, date: int, end: int) -> bool:
    """Return whether the clause of a date tells of the headline's deed."""
    view = chain.view
    if word_before(view, date)[1] in OF | LIMIT:
        return False
    verb = _verb_of(view, date)
    if verb is None:
        verb = _verb_behind(view, date, end)
        return verb is not None and (
            _is_subject(view, one, date, verb) or _is_watched(view, one, verb, end)
        )
    word = view.words[verb]
    if word in noting() and _is_told(view, verb) and _sees_it(view, one, verb, end):
        return True
    if word in speaking():
        return False
    if not _is_told(view, verb) or _is_another_deed(chain, one, verb):
        return False
    if word in witnessing():
        return _is_watched(view, one, verb, end)
    objects = _objects(view, verb, end)
    return _does_it(view, one, verb) and any(_falls_on(view, one, each) for each in objects)


def _verb_of(view: DocView, date: int) -> int | None:
    """Return the verb before a date, with no other clause between."""
    begin, _ = view.sentence(date)
    for i in range(date - 1, begin - 1, -1):
        if view.words[i] in STOPS:
            return None
        if is_plain_verb(view, i) and not is_reduced(view, i):
            return i
    return None


def _verb_behind(view: DocView, date: int, end: int) -> int | None:
    """Return the verb of "Il était 7h30 mardi lorsque l'engin a survolé", "C'est mardi que"."""
    begin, _ = view.sentence(date)
    cleft = date > begin + 1 and view.words[date - 1] in ETRE and view.words[date - 2] in CLEFT
    if not cleft and IT_WAS.isdisjoint(view.words[begin:date]):
        return None
    last = next((i for i in range(date, end) if view.date_at[i] is None), end)
    marks = THAT if cleft else WHEN
    near = range(last, min(end, last + WHEN_REACH))
    opened = next((i for i in near if view.words[i] in marks), None)
    if opened is None:
        return None
    verbs = (i for i in range(opened, end + 1) if is_plain_verb(view, i))
    return next((i for i in verbs if _is_told(view, i)), None)


def _is_told(view: DocView, verb: int) -> bool:
    """Return whether a verb tells in the compound past, or as what somebody says to have done."""
    begin, _ = view.sentence(verb)
    before = view.words[max(begin, verb - AUXILIARY_REACH) : verb]
    return any(auxiliary_tense(word) in TOLD for word in before)


def _is_another_deed(chain: Chain, one: Timed, verb: int) -> bool:
    """Return whether the verb tells of a deed of another type."""
    found = chain.within(verb, verb)
    return bool(found) and all(each.raw.type != one.raw.type for each in found)


def _objects(view: DocView, verb: int, end: int) -> Iterator[Phrase]:
    """Yield the noun phrases behind a verb, up to the next clause."""
    last = min(end, verb + OBJECT_REACH)
    stop = next((i for i in range(verb + 1, last + 1) if view.words[i] in STOPS), last)
    for phrase in view.each_phrase(verb + 1, stop):
        if view.date_at[phrase.head] is None and not phrase.pronoun:
            yield phrase


def _is_watched(view: DocView, one: Timed, verb: int, end: int) -> bool:
    """Match "a détecté le départ d'un projectile", "une secousse a été enregistrée"."""
    seen = (*_objects(view, verb, end), *_watched(view, verb))
    return view.words[verb] in witnessing() and any(_is_done_with(view, one, e) for e in seen)


def _sees_it(view: DocView, one: Timed, verb: int, end: int) -> bool:
    """Match "a relevé deux engins" below "salve de missiles"."""
    return any(_is_done_with(view, one, each) for each in _objects(view, verb, end))


def _watched(view: DocView, verb: int) -> Iterator[Phrase]:
    """Yield the subject of "Une secousse a été enregistrée"."""
    if view.words[verb - 1] not in BEEN:
        return
    for phrase in view.each_phrase(view.sentence(verb)[0], verb):
        if phrase.prep is None and view.date_at[phrase.head] is None and not phrase.pronoun:
            yield phrase


def _is_subject(view: DocView, one: Timed, date: int, verb: int) -> bool:
    """Match "lorsque le projectile a survolé": what the deed is done with, or by."""
    spoken = view.words[verb] in reacting() or view.words[verb] in telling()
    return not spoken and any(
        _is_done_with(view, one, each)
        for each in view.each_phrase(date + 1, verb)
        if each.prep is None and view.date_at[each.head] is None
    )


def _is_done_with(view: DocView, one: Timed, phrase: Phrase) -> bool:
    """Match "un projectile", "ces engins", "plusieurs tirs" for what the deed was done with."""
    if is_of_another(view, one, phrase):
        return False
    if view.words[phrase.head] in HAPPENINGS and not phrase.possessive:
        slots = one.raw.candidate.trigger.rule.slots
        return one.raw.event_type.harms or any(slot.role == "instrument" for slot in slots)
    kinds = view.kinds(phrase)
    if is_done_with(one, kinds) or are_such_people(view, one, kinds):
        return True
    if any(kinds & each and names(view, one, each) for each in (THINGS, MOVING)):
        return True
    again = view.words[phrase.start] in POINTING and bool(kinds & HUMAN)
    return again and names(view, one, HUMAN)


def _does_it(view: DocView, one: Timed, verb: int) -> bool:
    """Return whether the subject of a verb may be who does the headline's deed."""
    begin, _ = view.sentence(verb)
    actors = (fill.entity for fill in one.raw.fills if fill.role == "actor")
    mine = {view.entities[n].country for n in actors if n is not None} - {None}
    for phrase in view.each_phrase(begin, verb):
        if phrase.prep is not None:
            continue
        named = None if phrase.entity is None else view.entities[phrase.entity].country
        theirs = {*countries_of(view, phrase), named} - {None}
        return not theirs or not mine or not theirs.isdisjoint(mine)
    return True


def _falls_on(view: DocView, one: Timed, phrase: Phrase) -> bool:
    """Match "huit banques", "ces trois sociétés", "cet établissement" of the headline's object."""
    for each in fills_of(one):
        kinds = view.kinds(each)
        if "state" in kinds or "leader" in kinds:
            continue
        if view.words[each.head] == view.words[phrase.head]:
            return True
        kinds = kinds | HUMAN if kinds & HUMAN else kinds
        if view.words[phrase.start] in THIS and (
            kinds & view.kinds(phrase) or _as_many(view, each, phrase)
        ):
            return True
    return False


def _as_many(view: DocView, one: Phrase, other: Phrase) -> bool:
    """Match "ces quinze personnes" and "quinze Nord-Coréens"."""
    counts = [
        None if each.counted is None else view.words[each.counted[0] : each.counted[1] + 1]
        for each in (one, other)
    ]
    return counts[0] is not None and counts[0] == counts[1]
