"""Dates of what a participle describes beside the event: "suspend l'accord signé en 2018"."""

from __future__ import annotations

from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.timing.own_clause import is_seen_then
from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.events.timing.verbs import came_about
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView, is_reduced

OF_STATES = forms_of(*word_lists(__package__)["verbs_of_states"])
OF, CLAUSE_OPENERS = closed_class("of"), closed_class("clause_openers")
HUMAN = frozenset({"people", "person", "force"})
BEHIND_PARTICIPLE = 3
"""How many words after a participle a date is surely its own: "les soldats envoyés en octobre"."""


def is_of_described(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "2019" for "livré": "Le navire, saisi en 2019 à Rason, avait livré des armes".

    Of a participle with no comma around it, a coarse date only: "le missile tiré mardi a frappé".
    Behind a verb, of what describes its object: "suspend l'accord signé en 2018"; of none
    that says how a thing is: "a lancé des ballons lestés d'ordures dans la nuit de lundi".
    """
    if is_seen_then(view, setting, date):
        return False
    if setting.mention.group is None:
        return _in_aside_of_a_thing(view, setting, date) or _of_people(view, setting, date)
    if setting.token < date.at:
        if _of_deed_described(view, setting, date):
            return True
        near = range(date.at - 1, max(setting.token, date.at - BEHIND_PARTICIPLE) - 1, -1)
        reduced = (i for i in near if is_reduced(view, i) and i not in setting.own)
        words = (i for i in reduced if view.words[i] not in OF_STATES)
        return next(words, None) is not None and "," not in view.words[near[-1] : date.at]
    for i in range(date.at - 1, setting.begin, -1):
        word = view.words[i]
        if word == "," or word in CLAUSE_OPENERS or i in setting.own:
            return False
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            describes = is_reduced(view, i) or _opens_aside(view, i)
            fine = view.dates[date.number].grain == "day"
            aside = "," in view.words[date.at : setting.mention.group.first]
            return describes and (aside or (not fine and date.at - i <= BEHIND_PARTICIPLE))
    return False


def _of_deed_described(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "a suspendu l'accord conclu par les deux Corées en 2018": of another deed's participle.

    Its date stands right behind who or where, with no comma and no other verb between.
    """
    if view.dates[date.number].grain == "day":
        return False
    behind = range(date.at - 1, setting.token, -1)
    verb = next((i for i in behind if view.pos[i] in VERBAL and view.entity_at[i] is None), None)
    if verb is None or verb not in setting.rivals or not is_reduced(view, verb):
        return False
    return "," not in view.words[verb : date.at] and verb not in setting.own


def _in_aside_of_a_thing(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "la destruction du bureau, inauguré en 2018, est …": the thing's, by its participle."""
    near = range(date.at - 1, max(setting.token, date.at - BEHIND_PARTICIPLE), -1)
    said = (i for i in near if view.words[i - 1] == ",")
    at = next((i for i in said if is_reduced(view, i) or _opens_aside(view, i)), None)
    if at is None or view.words[at] in takes_place_forms() | came_about():
        return False
    last = view.phrase(at - 2)
    if last is None or last.prep is None or setting.token >= last.first:
        return False
    form = _form(view, at)  # "les livraisons à son allié, repérées en mai": the deliveries
    return form == _form(view, last.head) or form != _form(view, setting.token)


def _of_people(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "la mort d'un étudiant libéré en juin": the participle tells what befell him before."""
    near = range(date.at - 1, max(setting.token, date.at - BEHIND_PARTICIPLE), -1)
    at = next((i for i in near if is_reduced(view, i) or view.pos[i] == "VERB"), None)
    if at is None or view.tokens[at].is_infinitive or at in setting.own:
        return False
    last = view.phrase(at - 1)
    if last is None or last.prep not in OF or setting.token >= last.first:
        return False
    ends = setting.mention.event_type.consequence and view.kinds(last) & HUMAN
    return bool(ends) and view.words[at] not in takes_place_forms()


def _form(view: DocView, token: int) -> tuple[list[str], list[str]]:
    """Return gender and number, by which a participle shows what it is said of."""
    morph = view.tokens[token].morph
    return morph.get("Gender", []), morph.get("Number", [])


def _opens_aside(view: DocView, i: int) -> bool:
    """Match the participle of "Le navire, saisi en 2019, …"."""
    participle = view.tokens[i].is_participle
    return participle and view.words[i - 1] == ","
