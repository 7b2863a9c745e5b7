"""Dates near an event that belong to something told beside it: another deed, plan or number."""

from __future__ import annotations

from dprk_events.events.timing.of_statements import COARSE
from dprk_events.events.timing.places import word_before
from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.events.timing.verbs import calling_off, following_verb, hoping, is_plain_verb
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, is_reduced

WORDS = word_lists(__package__)
AND, COMMA = WORDS["joining"] - {","}, ","
TO, LISTED = WORDS["to_limit"], WORDS["before_date"] | WORDS["to_limit"] | WORDS["listed_before"]
AS_WELL, AGAINST = WORDS["as_well"], WORDS["against"]
LEADING_TO, OF = WORDS["leading_to"], closed_class("of")
FEASTS = WORDS["feasts"]
STOPS, OPENERS = closed_class("hard_stops"), closed_class("clause_openers")
BEHIND_VERB, APPOSED, COMPARED = 3, 6, 6
"""Words from a verb, a participle or a number to the date that is theirs."""


def is_of_calling_off(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "3 mai" for "manœuvres": "Les manœuvres du printemps ont été supprimées le 3 mai".

    Not "12 juin" in "Le sommet a été reporté au 12 juin".
    """
    if setting.mention.group is not None or word_before(view, date.at)[1] in TO:
        return False
    near = range(date.at - 1, max(setting.begin, date.at - BEHIND_VERB) - 1, -1)
    verb = next((i for i in near if is_plain_verb(view, i)), None)
    if verb is None or view.words[verb] not in calling_off():
        return False
    if is_reduced(view, verb) and view.dates[date.number].grain in COARSE:
        return False  # "reprendre les exercices suspendus en 2018": they were held until then
    return COMMA not in view.words[verb : date.at]


def is_of_enumerated(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mars" for "tirs": "a procédé à un essai, en mars, ainsi qu'à des tirs"."""
    begin = date.at
    while begin > setting.begin and (
        view.date_at[begin - 1] is not None or view.words[begin - 1] in LISTED | AND
    ):
        begin -= 1
    end = date.at
    while end < setting.token and (
        view.date_at[end] is not None or view.words[end] in LISTED | AND
    ):
        end += 1
    if end >= setting.token or view.words[end] != COMMA or view.words[begin - 1] != COMMA:
        return False
    if view.words[end + 1] not in AS_WELL:
        return False
    phrase = view.phrase(begin - 2)
    while phrase is not None and phrase.start > setting.begin:
        if any(phrase.first <= each <= phrase.last for each in setting.rivals):
            return True
        before = view.phrase(phrase.start - 1)
        phrase = before if before is not None and before.last == phrase.start - 1 else None
    return False


def is_of_noun_before(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mai" for "visites": "depuis le sommet de Hanoï en mai et les visites qui ont suivi".

    The date closes a phrase with a preposition that tells of another deed; "et" goes on after it.
    """
    if setting.mention.group is not None or date.at > setting.token:
        return False
    joined = next((i for i in range(date.at, setting.token) if view.words[i] in AND), None)
    rival = max((i for i in setting.rivals if i < date.at), default=None)
    if joined is None or rival is None or joined > setting.token - 1:
        return False
    phrase = view.phrase(rival)
    if phrase is None or phrase.prep in OF:
        return False
    if phrase.prep is None and view.words[phrase.start] not in TO:
        return False
    verbs = (i for i in range(rival, setting.token) if view.pos[i] in {"VERB", "AUX"})
    return view.words[joined - 1] != COMMA and next(verbs, None) is None


def is_beyond_expectation(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "lundi" for "attendu": "Le soldat, attendu à Rome, a fui lundi au Nord"."""
    group = setting.mention.group
    if group is None or group.compound or hoping().get(view.words[group.verb]) is None:
        return False
    if view.words[group.first - 1] != COMMA or date.at < group.verb:
        return False
    closed = next((i for i in range(group.verb, date.at) if view.words[i] == COMMA), None)
    return closed is not None and _has_verb(view, closed, date.at)


def _has_verb(view: DocView, first: int, end: int) -> bool:
    return any(view.pos[i] in {"AUX", "VERB"} for i in range(first, end))


def is_of_apposition(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "2009" for "fournies": "fournies par Komid, société frappée par l'ONU en 2009"."""
    near = range(date.at - 1, max(setting.token, date.at - APPOSED), -1)
    describing = (i for i in near if is_reduced(view, i) or i in setting.rivals)
    participle = next(describing, None)
    if participle is None or participle in setting.own:
        return False
    noun = view.phrase(participle - 1)
    if noun is None or noun.prep is not None or noun.head != participle - 1:
        return False
    return noun.start - 1 > setting.token and view.words[noun.start - 1] == COMMA


def is_of_other_subject(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mardi" for "tiré": "a tiré un missile et Séoul a riposté mardi"."""
    if setting.mention.group is None or date.at < setting.token:
        return False
    joined = next((i for i in range(setting.token + 1, date.at) if view.words[i] in AND), None)
    if joined is None:
        return False
    subject = next(view.each_phrase(joined + 1, date.at - 1), None)
    if subject is None or subject.prep is not None or subject.start > joined + 2:
        return False
    told = (i for i in range(subject.last + 1, date.at) if view.pos[i] in {"AUX", "VERB"})
    verb = next(told, None)
    return verb is not None and view.is_finite(view.tokens[verb])


def is_behind_stop(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "vendredi" for "séjour": "Il a écourté son séjour : vendredi, il repartait"."""
    at, _ = word_before(view, date.at)
    stop = next((i for i in range(at - 1, max(at - 3, 0), -1) if view.words[i] in STOPS), None)
    if stop is None or not setting.token < stop:
        return False
    _, end = view.sentence(date.at)
    return _has_finite(view, setting.begin, stop) and _has_finite(view, date.at, end + 1)


def is_of_comparison(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "l'an passé" for "exercices": "vingt exercices, contre trente l'an passé"."""
    near = range(date.at - 1, max(setting.token, date.at - COMPARED), -1)
    against = next((i for i in near if view.words[i] in AGAINST), None)
    return against is not None and view.tokens[against + 1].pos_ == "NUM"


def is_of_way_there(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "samedi" for "manœuvres": "est attendu samedi à Busan en vue de manœuvres"."""
    phrase = view.phrase(setting.token)
    if phrase is None or setting.mention.group is not None or date.at > setting.token:
        return False
    opened = view.words[phrase.start : phrase.first]
    return not LEADING_TO.isdisjoint(opened)


def is_of_what_follows(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "lundi" for "visite": "Le décret, daté de lundi, suit de deux jours la visite".

    So too "suit de peu".
    """
    phrase = view.phrase(setting.token)
    if phrase is None or setting.mention.group is not None:
        return False
    near = range(phrase.start - 1, max(date.at, phrase.start - 1 - COMPARED), -1)
    return any(following_verb(view, i + 2) is not None for i in near)


def is_of_feast(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "dimanche" for "armistice": "a fêté dimanche les 70 ans de l'armistice".

    Not a date right behind it, which may be its own: "les 70 ans de l'armistice de 1953".
    """
    phrase = view.phrase(setting.token)
    if phrase is None or phrase.prep not in OF or not phrase.start:
        return False
    before = view.phrase(phrase.start - 1)
    if before is None or before.last != phrase.start - 1:
        feast = view.words[phrase.start - 1] in FEASTS
    else:
        feast = view.words[before.head] in FEASTS
    if not feast:
        return False
    return date.at < phrase.start or word_before(view, date.at)[1] not in OF | TO


def _has_finite(view: DocView, first: int, end: int) -> bool:
    return any(
        view.is_finite(view.tokens[i]) and view.entity_at[i] is None for i in range(first, end)
    )
