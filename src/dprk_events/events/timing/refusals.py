"""Decide why a date near a mention is not its own; checks run in the order of the list."""

from __future__ import annotations

from collections.abc import Callable

from dprk_events.events.modality import Scope
from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.timing.cost import FAR, is_plain_verb, least_cost
from dprk_events.events.timing.setting import STATED, NearDate, Setting
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import VERBAL, DocView, is_reduced

WORDS = word_lists(__package__)
AFTER_THE_FACT, LIMIT, BEFORE_DATE = WORDS["after_the_fact"], WORDS["limit"], WORDS["before_date"]
SINCE, FIRST_TIME, PARTITIVE = WORDS["since"], WORDS["first_time"], WORDS["partitive"]
RELATIVE, COORDINATING = WORDS["relative"], WORDS["coordinating"]
BEFORE_SOURCE = WORDS["before_source"]
OF = closed_class("of")
CLAUSE_OPENERS = closed_class("clause_openers")
TIMES_OF_DAY = WORDS["times_of_day"]
GERUND = "ant"
"""Ending of present participles."""
NEAR_CHAIN, FAR_CHAIN = 9, 15
"""How much nearer another trigger may be: across a verb, and within a chain of noun phrases."""
SINCE_REACH = 8
AFTER_SAYING, AFTER_SOURCE, WITHIN_SAID = 8, 6, 7
"""How many words after a word of saying its date may be."""

Predicate = Callable[[DocView, Setting, NearDate], bool]


def is_no_calendar_date(view: DocView, _: Setting, date: NearDate) -> bool:
    """Refuse what does not say when: "deux jours" in "le tir a duré deux jours"."""
    return view.dates[date.number].kind not in STATED


def is_far(_view: DocView, _: Setting, date: NearDate) -> bool:
    """Refuse a date behind too many words, verbs and clauses."""
    return date.cost is None or date.cost > FAR


def is_of_governor(_view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse the date of a verb that says or plans: "2018" in "a promis en 2018 de tirer"."""
    return any(governor < date.at < setting.token for governor in setting.above)


def is_of_saying(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "jeudi" in "a affirmé jeudi que Moscou avait tiré", "selon Séoul jeudi"."""
    return any(
        _stands_at(view, scope, setting.token, date.at)
        for scope in setting.sayings
        if scope.cue != setting.token and view.sentence_at[scope.cue] == view.sentence_at[date.at]
    )


def is_before_the_fact(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "vendredi" for "meurtre": "a présenté vendredi des excuses après le meurtre"."""
    if date.at >= setting.token or setting.mention.group is not None:
        return False
    phrase = view.phrase(setting.token)
    return phrase is not None and phrase.prep in AFTER_THE_FACT


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
    """Refuse "il y a 70 ans" for "morts": "le début, il y a 70 ans, d'un conflit qui a fait …"."""
    return not RELATIVE.isdisjoint(view.words[date.at : setting.token])


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
            if opened and word not in takes_place_forms():
                return True
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


def is_of_first_one(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "2017" in "le premier essai depuis 2017"."""
    before = view.words[max(setting.begin, date.at - SINCE_REACH) : date.at + 1]
    return not SINCE.isdisjoint(before) and not FIRST_TIME.isdisjoint(before)


def is_of_showing(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mercredi" for "réunion": "ont diffusé mercredi des images d'une réunion"."""
    if not 0 < date.at <= setting.token or not is_plain_verb(view, date.at - 1):
        return False
    shown = next(view.each_phrase(date.at + 1, setting.token - 1), None)
    if shown is None or shown.pronoun:
        return False
    return shown.prep is None or view.words[shown.start] in PARTITIVE


def is_limit(view: DocView, _: Setting, date: NearDate) -> bool:
    """Refuse a limit: "avant le 10 avril"."""
    return _before(view, date.at)[1] in LIMIT


def is_of_noun(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "10 avril" in "les élections du 10 avril", but not in "dans la nuit du 10 avril"."""
    at, word = _before(view, date.at)
    if word not in OF or at <= 1:
        return False
    phrase = view.phrase(at - 2)
    if phrase is None or view.words[phrase.head] in TIMES_OF_DAY:
        return False
    return not any(phrase.first <= token <= phrase.last for token in setting.own)


def is_nearer_to_another(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mars" for "visite" in "la visite et le tir de mars": another trigger is nearer."""
    nearest = least_cost(view, setting.rivals, date.at, setting.rivals)
    if nearest is None or date.cost is None:
        return False
    margin = FAR_CHAIN if _one_chain(view, setting.token, date.at) else NEAR_CHAIN
    return nearest + margin < date.cost


TOO_FAR = "it is too far away"
REFUSALS: tuple[tuple[str, Predicate], ...] = (
    ("it does not say when", is_no_calendar_date),
    (TOO_FAR, is_far),
    ("it dates the verb that governs the event", is_of_governor),
    ("it dates what is said about the event", is_of_saying),
    ("it dates what came before or after the event", is_before_the_fact),
    ("it dates the participle before it", is_of_participle),
    ("it dates the main clause", is_of_main_clause),
    ("it dates another clause", is_of_later_clause),
    ("it dates the verb before it", is_of_verb_before),
    ("it dates the one before this", is_of_first_one),
    ("it dates the showing of the event", is_of_showing),
    ("it is a limit", is_limit),
    ("it dates the noun before it", is_of_noun),
    ("it dates another event, which is nearer", is_nearer_to_another),
)
"""The reason reported for a refused date, and its check; the first that applies is reported."""


def _stands_at(view: DocView, scope: Scope, trigger: int, date: int) -> bool:
    """Return whether a date belongs to the word of saying of a scope."""
    cue = scope.cue
    gap = date - cue
    if gap <= 0 or cue < trigger < date:
        return False
    if not scope.first <= date <= scope.last:
        near = gap <= AFTER_SAYING  # "a affirmé jeudi que …"
    else:
        near = scope.first < cue and gap <= WITHIN_SAID  # "Moscou, a affirmé jeudi Séoul, …"
    return near or (view.words[cue] in BEFORE_SOURCE and gap <= AFTER_SOURCE)


def _before(view: DocView, date: int) -> tuple[int, str]:
    """Return the word before a date, skipping an article, and the token that follows that word."""
    word = view.words[date - 1] if date else ""
    if word in BEFORE_DATE and date > 1:
        return date - 1, view.words[date - 2]
    return date, word


def _one_chain(view: DocView, token: int, date: int) -> bool:
    """Return whether no finite verb intervenes: "sa rencontre avec X au cours de sa visite"."""
    low, high = sorted((token, date))
    return not any(view.is_finite(view.tokens[i]) for i in range(low + 1, high))
