"""Dates of a verb above the event: of who says, plans or orders it, not of the deed."""

from __future__ import annotations

from dprk_events.events.timing.of_statements import COARSE, is_means
from dprk_events.events.timing.places import is_beside_first, word_before
from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.events.timing.verbs import (
    answering,
    carried_out,
    deciding,
    deciding_to,
    doing,
    hoping,
    ordering,
    preparing,
    verb_before,
    witnessing,
)
from dprk_events.french import auxiliary_forms, auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
BEFORE_INFINITIVE, FOR = WORDS["before_infinitive"], WORDS["for"]
CLITICS = closed_class("between_verb_and_infinitive")
ETRE = auxiliary_forms("être")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
SO_AS = word_lists(__package__)["so_as"]
PREPARED = 8
"""Words between a verb of preparing and the noun of what is prepared."""
AUXILIARIES = 3
"""How many words before a participle its auxiliary may be: "s'est à nouveau engagé"."""


def is_of_governor(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse the date of a verb that says or plans: "2018" in "a promis en 2018 de tirer".

    Not "vendredi" in "prépare pour vendredi l'adoption": that is when it is to be; nor "mardi" in
    "y répondait mardi par un tir", nor the month of "a ordonné en octobre le survol", nor the day
    of "a approuvé mardi la suspension de l'accord".
    """
    decreed = setting.mention.group is None and setting.mention.event_type.decreed
    by_means = is_means(view, setting.token)
    noun = setting.mention.group is None and view.dates[date.number].grain in COARSE
    if word_before(view, date.at)[1] in FOR:
        return False
    return any(
        governor < date.at < setting.token
        and not any(governor < own < date.at for own in setting.own)
        and view.words[governor] not in carried_out() | witnessing() | doing()
        and not (by_means and view.words[governor] in answering())
        and not (noun and view.words[governor] in ordering())
        and not (decreed and view.words[governor] in deciding())
        for governor in setting.above
    )


def is_of_verb_above(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mercredi" for "tirer": "a menacé mercredi de tirer", not "a réussi mercredi à"."""
    group = setting.mention.group
    if group is None or group.form != "infinitive" or not date.at < group.first:
        return False
    mark = group.first - 1
    while mark > date.at and view.words[mark] not in BEFORE_INFINITIVE:
        if view.words[mark] not in CLITICS:
            return False
        mark -= 1
    verb = verb_before(view, date.at, setting.begin, STOPS)
    if mark == date.at or verb is None or verb_before(view, mark, date.at) is not None:
        return False
    if setting.mention.event_type.decreed and view.words[verb] in deciding_to():
        return False  # "a décidé mardi de suspendre l'accord"
    if is_beside_first(view, date.at, mark):
        return False
    return verb not in setting.own and view.words[verb] not in carried_out()


def is_of_plan_made(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mardi" for "tirer": "Mardi, Pyongyang a menacé de tirer"; not "compte tirer".

    And for "essai": "Mardi, Pyongyang a promis un essai"; not "Mardi, Séoul a annoncé un tir".
    """
    group = setting.mention.group
    done = carried_out() | witnessing() | doing()
    if group is None:
        return any(
            date.at < governor < setting.token
            and view.words[governor] in hoping().keys() - done
            and view.words[governor - 1] not in ETRE
            and STOPS.isdisjoint(view.words[date.at : governor])
            and _is_told_as_past(view, governor, date.at)
            for governor in setting.above
        )
    if group.form != "infinitive":
        return False
    return any(
        date.at < governor < group.first
        and view.words[governor] not in done
        and STOPS.isdisjoint(view.words[date.at : governor])
        and _is_told_as_past(view, governor, date.at)
        for governor in setting.above
    )


def _is_told_as_past(view: DocView, verb: int, begin: int) -> bool:
    """Match "a menacé", "s'était engagé", "promettait"; not "promet", "devra"."""
    morph = view.tokens[verb].morph
    if morph.get("VerbForm", []) == ["Part"]:
        before = view.words[max(begin, verb - AUXILIARIES) : verb]
        return any(auxiliary_tense(w) in ("present", "imperfect") for w in before)
    return morph.get("Tense", []) == ["Imp"]


def is_of_preparing(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "jeudi" for "sommet": "se rendra jeudi à Pékin pour préparer un sommet".

    So too the date of who travels "afin d'organiser une rencontre": that comes later.
    """
    if setting.mention.group is not None:
        return False
    end = setting.token - 1
    verb = verb_before(view, setting.token, max(setting.begin, end - PREPARED), STOPS)
    if verb is None or not setting.begin < date.at < verb or view.words[verb] not in preparing():
        return False
    if not view.tokens[verb].is_infinitive:
        return False
    opened = view.words[max(setting.begin, verb - 2) : verb]
    return not SO_AS.isdisjoint(opened)
