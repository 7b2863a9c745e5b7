"""Dates of a noun that is not the event, and dates that are no time of an event at all."""

from __future__ import annotations

from itertools import pairwise

from dprk_events.dates import Timex
from dprk_events.events.timing.of_clauses import told_when
from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.setting import STATED, NearDate, Setting
from dprk_events.events.timing.verbs import dating_from
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import POSSESSIVES, DocView, Phrase

WORDS = word_lists(__package__)
BY_THEN, TO_LIMIT = WORDS["by_then"], WORDS["to_limit"]
LIMIT, SINCE = WORDS["limit"], WORDS["since"]
AFTER = WORDS["after_the_fact"] - LIMIT
FIRST_TIME, ORDINALS = WORDS["first_time"], WORDS["ordinals"]
TIMES_OF_DAY = WORDS["times_of_day"]
OF = closed_class("of")
SUPERLATIVE, DETERMINED = WORDS["superlative"], WORDS["pointing"] | POSSESSIVES
THOSE, LISTING = WORDS["those"], WORDS["joining"]
TO = closed_class("to")
SINCE_REACH, ORDINAL_REACH, FIRST_REACH = 10, 2, 8
OPENED = frozenset("([")
FINE = frozenset({"day", "night", "month", None})
"""Grains of a date that tells when a deed was done, not which thing is meant."""


def is_no_calendar_date(view: DocView, _: Setting, date: NearDate) -> bool:
    """Refuse what does not say when: "deux jours" in "le tir a duré deux jours"."""
    return view.dates[date.number].kind not in STATED


def is_of_dateline(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse the day of the report: "SÉOUL, 3 mars (Yonhap) – La Corée du Nord a tiré".

    A line of a chronicle begins with its date: "2009 – Deuxième essai nucléaire".
    """
    opens = not any(view.pos[i] != "PUNCT" for i in range(setting.begin, date.at))
    return view.in_dateline(date.at) and not opens


def is_of_first_one(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "2017" in "le premier essai depuis 2017", "le cinquième tir depuis 2017".

    And in "la troisième rencontre entre les deux hommes depuis le sommet de 2017".
    """
    if _is_first_to_do_it(view, setting, date):
        return True
    first = max(setting.begin, date.at - SINCE_REACH)
    before = view.words[first : date.at + 1]
    if SINCE.isdisjoint(before):
        return False
    since = max(i for i, word in enumerate(before) if word in SINCE)
    if setting.mention.group is None and first + since < setting.token < date.at:
        return False  # "pour la première fois depuis le sommet de juin": the summit's
    if any(view.pos[i] in {"VERB", "AUX"} for i in range(first + since + 1, date.at)):
        return False  # "une première depuis 2015, se tiendra le 9 janvier"
    if setting.mention.group is None and setting.token < first + since:
        named = view.words[max(setting.begin, setting.token - ORDINAL_REACH) : setting.token]
        if not ORDINALS.isdisjoint(named):
            return True
    told = max((i for i in range(since) if view.is_finite(view.tokens[first + i])), default=0)
    pairs = pairwise(before[told:since])
    greatest = any(one in DETERMINED and two in SUPERLATIVE for one, two in pairs)
    greatest = greatest and setting.token < first + since
    counted = before[told:since]
    first_one = not FIRST_TIME.isdisjoint(before[told:]) or not ORDINALS.isdisjoint(counted)
    return first_one or greatest  # "leurs plus vastes manœuvres depuis 2018"


def _is_first_to_do_it(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match "le premier dirigeant à fouler le sol du Sud depuis la fin de la guerre, en 1953"."""
    group = setting.mention.group
    if group is None or group.form != "infinitive" or group.first > date.at:
        return False
    if view.words[group.first - 1] not in TO or SINCE.isdisjoint(
        view.words[group.verb : date.at + 1]
    ):
        return False
    first = range(max(setting.begin, group.first - FIRST_REACH), group.first)
    return any(view.words[i] in FIRST_TIME and view.words[i + 1] not in TO for i in first)


def is_limit(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse a limit: "avant le 10 avril", "d'ici vendredi", "au plus tard en mars".

    So too for a participle before another verb: "Kim, venu en train, prolonge jusqu'à samedi".
    """
    group = setting.mention.group
    if group is not None and group.form == "past-participle" and not group.compound:
        until = str(view.dates[date.number].value).startswith("../")
        if until and date.at > setting.token and opens_clause(view, setting.token, date.at):
            return True
    at, word = word_before(view, date.at)
    if word in LIMIT or word in BY_THEN:
        return True
    return word in TO_LIMIT and at > 1 and view.words[at - 2] in BY_THEN


def is_bound_before(view: DocView, _: Setting, date: NearDate) -> bool:
    """Refuse the day after which it is to be: "se tiendrait après le 1er janvier"."""
    before = word_before(view, date.at)[1]
    return before in AFTER and view.dates[date.number].kind in STATED


def is_of_noun(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "10 avril" in "les élections du 10 avril", but not in "dans la nuit du 10 avril".

    What takes part in a deed named by a noun stands between the two: "le tir de missile de lundi".
    """
    if _is_in_a_name(view, setting, date):
        return True
    if told_when(view, date.at, setting.token):
        return False  # "à la différence de mai, quand un soldat avait fui"
    at, word = word_before(view, date.at)
    if word not in OF or at <= 1:
        return False
    phrase = view.phrase(at - 2)
    if phrase is None or view.words[phrase.head] in TIMES_OF_DAY:
        return False
    if phrase.start == phrase.head and view.words[phrase.head] in dating_from():
        return False  # "le sommet, tenu à Hanoï, date de février"
    own = _taking_part(setting, view.dates[date.number])
    while phrase.start and (phrase.prep is None or phrase in own):  # "le sommet Nord-Sud de 2018"
        before = view.phrase(phrase.start - 1)
        if before is None or before.last != phrase.start - 1:
            break
        phrase = before
    return not any(phrase.first <= token <= phrase.last for token in setting.own)


def _is_in_a_name(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Match the year of "l'armistice de 1953", a known name that is one token."""
    if view.entity_at[date.at] is None or date.at in setting.own:
        return False
    return len(view.texts[date.at]) > len(view.dates[date.number].text)


def _taking_part(setting: Setting, date: Timex) -> list[Phrase]:
    """Return who and what takes part; none for a coarse date: "le tir du missile de 2017"."""
    fine = date.grain in FINE or str(date.value).startswith("{")  # "des 3 et 28 juillet"
    if setting.mention.group is not None or not fine:
        return []
    return [fill.phrase for fill in setting.mention.fills if fill.phrase is not None]


def is_in_brackets(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "1950" for "armistice": "la guerre de Corée (1950) s'est finie par un armistice"."""
    opened = date.at - 1
    while opened > setting.begin and (
        view.date_at[opened] is not None or view.pos[opened] == "PUNCT"
    ):
        if view.texts[opened] in OPENED:
            break
        opened -= 1
    if date.at == 0 or view.texts[opened] not in OPENED:
        return False
    if date.at < setting.token or opens_clause(view, setting.token, date.at):
        return True
    named = view.phrase(opened - 1) if opened else None  # "depuis la guerre de Corée (1950)"
    if named is None or named.prep is None:
        return False
    own = any(named.first <= i <= named.last for i in setting.own)
    return not own and all(fill.phrase != named for fill in setting.mention.fills)


def is_of_those(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse the years of others of the kind: "le troisième sommet après ceux de 2000 et 2007".

    Not of the deed that is told by such a word itself: "Celui de mars avait échoué".
    """
    at = date.at - 1
    while at > setting.begin and (view.date_at[at] is not None or view.words[at] in LISTING | OF):
        at -= 1
    return at != setting.token and view.words[at] in THOSE and view.words[at + 1] in OF
