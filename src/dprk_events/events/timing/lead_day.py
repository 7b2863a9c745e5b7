"""The only day of a summary, which is that of its headline's deed: "a exclu jeudi cette banque"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.first_clause import AUXILIARY_REACH
from dprk_events.events.timing.meant import (
    HUMAN,
    MOVING,
    POINTING,
    THINGS,
    actors_of,
    countries_of,
    fills_of,
    is_done_with,
    names,
)
from dprk_events.events.timing.places import behind_aside, word_before
from dprk_events.events.timing.setting import stated_dates
from dprk_events.events.timing.subjects import DATE_REACH
from dprk_events.events.timing.verbs import hoping, is_plain_verb, speaking, witnessing
from dprk_events.french import (
    auxiliary_tense,
    closed_class,
    looks_like_participle,
    looks_plural,
    word_lists,
)
from dprk_events.syntax import VERBAL, DocView, Phrase, is_reduced

WORDS = word_lists(__package__)
AGAIN, LIMIT, SINCE = WORDS["another_time"], WORDS["limit"], WORDS["since"]
HE, FIRST = WORDS["he"], WORDS["the_first"]
STATEMENTS, KNOWING = WORDS["statements"] | WORDS["tallies"], WORDS["making_known"]
OCCASION, BY_PHONE = WORDS["occasion"], WORDS["by_phone"]
OF, TO = closed_class("of"), closed_class("to")
REFLEXIVE = closed_class("reflexive")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
NIGHT = frozenset({"night"})
SUMMARY, OBJECT_REACH = 2, 5
"""Sentences of a summary; tokens from a verb to what it is done to."""
TOLD = frozenset({"present", "conditional"})
"""Tenses of the auxiliary of "a exclu", "aurait exclu"."""


def date_of_lead_day(chain: Chain, one: Timed, first: int) -> int | None:
    """Return the only day that the first two sentences of a summary name.

    It dates a main verb that tells, in the compound past, of no deed of another type and is none of
    saying: « Washington bannit une banque / Le FinCEN a exclu jeudi cet établissement ». Only the
    headline's main deed has it, told by its verb or as its first noun.
    """
    view = chain.view
    if one.modality != "asserted" or not _is_main(view, one):
        return None
    last = min(first + SUMMARY, len(view.sentences))
    found = (each for sentence in range(first, last) for each in stated_dates(view, sentence))
    days = [
        (at, number)
        for at, number in found
        if view.dates[number].grain in DAY | NIGHT and not view.in_dateline(at)
    ]
    if len({view.dates[number].value or view.dates[number].text for _, number in days}) != 1:
        return None
    return next((number for at, number in days if _is_of_the_news(chain, one, at)), None)


def _is_main(view: DocView, one: Timed) -> bool:
    """Match "bannit", "a banni", "Heurts en mer"; not "des pêcheurs accusés de meurtres".

    So too "Le bureau de liaison pulvérisé", with no other verb; and an occasion: "dévoile un
    missile lors d'un défilé".
    """
    group = one.raw.group or one.raw.positions.light
    begin, end = view.sentence(one.token)
    finite = view.has_finite(begin, end + 1)
    if group is not None:
        if group.form == "past-participle" and not group.compound:
            return not finite
        return group.form != "infinitive" or group.compound
    if view.pos[one.token] == "ADP":
        return True  # "Poutine à Pyongyang"
    phrase = view.phrase(one.token)
    if phrase is None or phrase.head != one.token:
        return False
    return phrase.prep is None or phrase.prep in (OCCASION if finite else OCCASION | TO)


def _is_of_the_news(chain: Chain, one: Timed, date: int) -> bool:
    """Return whether a date is that of a main verb that may tell of the headline's deed."""
    view = chain.view
    begin, end = _clause(view, date)
    if word_before(view, date)[1] in OF | LIMIT | SINCE:
        return False
    verb = _verb_of(view, date, begin, end)
    if verb is None or _again(view, begin, end):
        return False
    others = (each for each in chain.within(begin, end) if each.dating.number == view.date_at[date])
    by_phone = one.raw.event_type.symmetric and not BY_PHONE.isdisjoint(view.words[verb:end])
    if _is_said(view, verb, end) and not by_phone:
        return False
    if any(each.raw.type != one.raw.type for each in others):
        return False
    before = view.words[max(begin, verb - AUXILIARY_REACH) : verb]
    told = any(auxiliary_tense(word) in TOLD for word in before)
    return told and _may_be_of_it(view, one, begin, verb)


def _clause(view: DocView, date: int) -> tuple[int, int]:
    """Return the sentence of a date, behind an opening without verb: "Tapis rouge : …"."""
    begin, end = view.sentence(date)
    colon = next((i for i in range(begin, date) if view.words[i] == ":"), None)
    if colon is None or any(view.pos[i] in VERBAL for i in range(begin, colon)):
        return begin, end
    return colon + 1, end


def _again(view: DocView, begin: int, end: int) -> bool:
    """Match "déjà", "une nouvelle fois"; not "pour la première fois"."""
    words = view.words
    found = (i for i in range(begin, end + 1) if words[i] in AGAIN)
    return any(words[i - 1] not in FIRST for i in found)


def _may_be_of_it(view: DocView, one: Timed, begin: int, verb: int) -> bool:
    """Return whether the subject of a verb is who does the deed, or a thing of no country.

    « Le Trésor américain a exclu » below « Washington bannit une banque », « Des chansons ont
    retenti » below « Séoul rallume ses haut-parleurs »; not « Le président a quitté la capitale ».
    """
    subject = next((p for p in view.each_phrase(begin, verb) if _is_subject(view, p)), None)
    if subject is None or subject.possessive:
        return subject is not None
    named = None if subject.entity is None else view.entities[subject.entity].country
    theirs, mine = {*countries_of(view, subject), named} - {None}, actors_of(view, one)
    kinds = view.kinds(subject)
    if "weapon" in kinds and names(view, one, THINGS):
        return True  # "Le Hwasong-17 s'est élevé"
    if is_done_with(one, kinds) and not theirs:
        return True  # "la fusée a connu une défaillance"
    if theirs:
        return not mine or not theirs.isdisjoint(mine)
    if subject.entity is not None:
        return view.entities[subject.entity].label == "ORG"  # "Le FinCEN", of no known country
    if subject.pronoun:
        return view.words[subject.head] in HE
    if kinds & HUMAN:
        some = view.words[subject.start] not in POINTING and looks_plural(view.words[subject.head])
        return some or any(view.kinds(each) & HUMAN for each in fills_of(one))
    return not kinds & (THINGS | MOVING)


def _is_subject(view: DocView, phrase: Phrase) -> bool:
    return phrase.prep is None and view.date_at[phrase.head] is None


def _is_said(view: DocView, verb: int, end: int) -> bool:
    """Match "a dénoncé", "a fait savoir", "a livré ce bilan"; and what was only watched."""
    word = view.words[verb]
    if word in speaking() or word in hoping() or word in witnessing() | KNOWING:
        return True
    return not STATEMENTS.isdisjoint(view.words[verb + 1 : min(end, verb + OBJECT_REACH) + 1])


def _verb_of(view: DocView, date: int, begin: int, end: int) -> int | None:
    """Return the main verb of a date: the one before it, or behind one that opens the sentence."""
    opens = date <= begin + DATE_REACH
    near = range(date + 1, end) if opens else range(date - 1, begin - 1, -1)
    verb = next((i for i in near if _is_verb(view, i)), None)
    if verb is None or not STOPS.isdisjoint(view.words[verb:date]):
        return None
    plain = STOPS.isdisjoint(view.words[begin:verb])
    return verb if plain or behind_aside(view, begin, verb) else None


def _is_verb(view: DocView, i: int) -> bool:
    """Match a verb, and what is taken for none: "a eu droit", "s'est élevé"."""
    had = view.pos[i] == "AUX" and view.tokens[i].is_participle
    itself = i > 1 and view.pos[i - 1] == "AUX" and view.words[i - 2] in REFLEXIVE
    if had or (itself and looks_like_participle(view.words[i])):
        return True
    return is_plain_verb(view, i) and not is_reduced(view, i)
