"""Dates of another clause or verb than the event's."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms, takes_place_forms
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.places import opens_clause
from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.events.timing.verbs import is_plain_verb
from dprk_events.french import Tense, auxiliary_forms, closed_class, word_lists
from dprk_events.syntax import VERBAL, DocView, is_reduced

WORDS = word_lists(__package__)
AFTER_THE_FACT, RELATIVE = WORDS["after_the_fact"], WORDS["relative"]
COORDINATING, TIMES_OF_DAY = WORDS["coordinating"], WORDS["times_of_day"]
CLAUSE_OPENERS, THAT = closed_class("clause_openers"), closed_class("que")
GERUND = "ant"
"""Ending of present participles."""
AVOIR, ETRE = auxiliary_forms("avoir"), auxiliary_forms("être")
PLUPERFECT: Tense = "imperfect"
"""Tense of the auxiliary of "avait tiré"."""
DASHES = ("-", "–", "—")
"""Around an aside: "– y compris les tirs –"."""
BEHIND_DEED = 3
"""How many words after a noun a date is surely the noun's."""


def is_before_the_fact(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "vendredi" for "meurtre": "a présenté vendredi des excuses après le meurtre".

    So too before "après avoir tiré". Behind the noun too, where another verb comes between: "Après
    le tir, Séoul a protesté mardi".
    """
    group = setting.mention.group
    if group is not None:
        after = group.compound and view.words[group.first - 1] in AFTER_THE_FACT
        return after and group.tense == "infinitive" and date.at < group.first
    phrase = view.phrase(setting.token)
    if phrase is None or phrase.prep not in AFTER_THE_FACT:
        return False
    return date.at < setting.token or opens_clause(view, setting.token, date.at)


def is_of_participle(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse the date of the participle just before it: "alimentant lundi les tensions"."""
    before = date.at - 1
    return (
        before >= 0
        and view.words[before].endswith(GERUND)
        and view.pos[before] in VERBAL
        and before not in setting.own
    )


def is_of_main_clause(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "il y a 70 ans" for "morts": "le début, il y a 70 ans, d'un conflit qui a fait …".

    A date at the head of a sentence told as past of the past holds for all of it: "En 2017, un
    soldat avait fui, sous les tirs de gardes qui l'avaient blessé".
    """
    if RELATIVE.isdisjoint(view.words[date.at : setting.token]):
        return False
    heads = date.at <= setting.begin + OPENING
    return not (heads and told_before(view, date.at, setting.token))


def is_of_later_clause(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "1er novembre" for "accord": "un accord qui interdit, à partir du 1er novembre, …"."""
    opened = coordinated = False
    for i in range(setting.token + 1, date.at):
        word = view.words[i]
        if word in CLAUSE_OPENERS and view.entity_at[i] is None:
            opened = True
        elif word in COORDINATING:
            coordinated = True
        elif view.pos[i] == "VERB" and i not in setting.own and view.is_finite(view.tokens[i]):
            opened = opened or coordinated
            if opened and word not in takes_place_forms() and not _carries(view, setting, i):
                return True
    return False


def is_outside_aside(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "2018" for "tirs": "convinrent de cesser ces actes – y compris les tirs – en 2018"."""
    before = any(view.words[i].startswith(DASHES) for i in range(setting.begin, setting.token))
    behind = any(view.words[i].endswith(DASHES) for i in range(setting.token + 1, date.at))
    return before and behind


def is_of_later_deed(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "août" for "tir": "le tir de mai a échoué, avant un autre échec en août"."""
    for i in range(setting.token + 1, date.at):
        if view.words[i] in AFTER_THE_FACT and view.date_at[i] is None:
            other = next(view.each_phrase(i + 1, date.at - 1), None)
            if other is not None and view.words[other.head] not in TIMES_OF_DAY:
                return date.at - other.last <= BEHIND_DEED
    return False


def is_of_verb_before(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mardi", just after a verb, for "visité": "a atterri mardi à Pyongyang, a visité"."""
    group = setting.mention.group
    if group is None or group.form == "infinitive" or not 0 < date.at <= setting.token:
        return False
    before = date.at - 1
    return (
        before not in setting.own and is_plain_verb(view, before) and not is_reduced(view, before)
    )


def _carries(view: DocView, setting: Setting, verb: int) -> bool:
    """Match "les exercices que Séoul doit mener en août": the event is what the verb carries."""
    phrase = view.phrase(setting.token)
    last = setting.token if phrase is None else phrase.last
    opened = next((i for i in range(last + 1, verb) if view.words[i] in CLAUSE_OPENERS), None)
    if opened is None or view.words[opened] not in THAT:
        return False
    forms = light_forms()
    return view.words[verb] in forms["carry"] or view.words[verb] in forms["modal"]


def told_before(view: DocView, first: int, trigger: int) -> bool:
    """Return whether main and relative clause are both in the pluperfect."""
    auxiliaries = [
        i
        for i in range(first, trigger)
        if (AVOIR.get(view.words[i]) or ETRE.get(view.words[i])) == PLUPERFECT
    ]
    opened = next((i for i in range(first, trigger) if view.words[i] in RELATIVE), first)
    return any(i < opened for i in auxiliaries) and any(i > opened for i in auxiliaries)
