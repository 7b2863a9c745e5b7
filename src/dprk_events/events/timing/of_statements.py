"""Dates of what is said about an event: of the verb of saying, of the letter, of the pictures."""

from __future__ import annotations

from dprk_events.events.modality import Scope, is_occasion_of_saying
from dprk_events.events.roles.light import TOLD_BY
from dprk_events.events.timing.own_clause import is_seen_then
from dprk_events.events.timing.places import is_beside_first, opens_clause, word_before
from dprk_events.events.timing.setting import NearDate, Setting
from dprk_events.events.timing.verbs import (
    carried_out,
    deciding,
    is_plain_verb,
    reacting,
    verb_before,
)
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import DocView, Phrase, is_reduced

WORDS = word_lists(__package__)
BEFORE_SOURCE = WORDS["before_source"]
STATEMENTS, PORTIONS, PARTITIVE = WORDS["statements"], WORDS["portions"], WORDS["partitive"]
OCCASION, MEANS = WORDS["occasion"], WORDS["means"]
MAKING = forms_of("faire")
OF = closed_class("of")
AIMING = WORDS["for"] | OF
"""Before an infinitive that says to what end: "pour protester", "afin de dénoncer"."""
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
AFTER_SAYING, AFTER_SOURCE, WITHIN_SAID = 8, 6, 7
"""How many words after a word of saying its date may be."""
GERUND = "ant"
"""Ending of present participles, which the tagger often takes for other forms."""
BEHIND_VERB = 2
"""How many words after a verb of reaction a date is surely the verb's."""
CHAIN = 3
"""Nouns of a chain that are looked at: "des images du lancement du missile"."""
COARSE = frozenset({"month", "season", "quarter", "half", "year", "decade", "century"})
"""A coarse date before a verb of saying holds for what is said too: "En 2017, il a dit avoir …"."""


def is_of_saying(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "jeudi" in "a affirmé jeudi que Moscou avait tiré", "selon Séoul jeudi"."""
    return not is_seen_then(view, setting, date) and any(
        _stands_at(view, scope, setting.token, date.at) or _opens(view, scope, setting, date)
        for scope in setting.sayings
        if scope.cue != setting.token
        and view.sentence_at[scope.cue] == view.sentence_at[date.at]
        and not is_occasion_of_saying(view, scope, setting.token)
    )


def is_of_reaction(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mardi" for the deed in "a dénoncé mardi la livraison", "le tir, dénoncé mardi".

    So too in "a coupé mardi la ligne, pour protester contre l'envoi": it is the main verb's.
    """
    if _occasion_of(view, setting.token) or is_means(view, setting.token):
        return False
    behind = _verb_right_before(view, setting, date.at)
    if behind is not None and view.words[behind] in reacting():
        return True
    if _is_of_idiom(view, setting, date.at):
        return True
    if date.at > setting.token or setting.mention.group is not None:
        return False
    verb = verb_before(view, setting.token, setting.begin, STOPS)
    if verb is None or verb in setting.own or view.words[verb] not in reacting():
        return False
    if setting.mention.event_type.decreed and view.words[verb] in deciding():
        return False  # "a approuvé mardi la suspension de l'accord": by that it is done
    to_react = view.tokens[verb].is_infinitive and view.words[verb - 1] in AIMING
    return to_react or date.at > verb or not opens_clause(view, date.at, verb)


def _is_of_idiom(view: DocView, setting: Setting, at: int) -> bool:
    """Match the date of "a fait état ce matin du tir", "a fait part lundi de"."""
    behind, word = word_before(view, at)
    making = behind - 2  # "fait", "état", the date
    return word in TOLD_BY and making >= setting.begin and view.words[making] in MAKING


def is_of_statement(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mardi" in "un communiqué publié mardi", "une conférence de presse mardi"."""
    at, _ = word_before(view, date.at)
    i = at - 1
    if i > setting.begin and is_plain_verb(view, i) and i not in setting.own:
        if not is_reduced(view, i):
            return False
        i -= 1
    phrase = view.phrase(i) if i > setting.begin else None
    for _step in range(2):
        if phrase is None or phrase.first <= setting.token <= phrase.last:
            return False
        if view.words[phrase.head] in STATEMENTS:
            return phrase.head not in setting.own
        phrase = view.phrase(phrase.start - 1) if phrase.start > setting.begin else None
    return False


def is_of_what_tells_of_it(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "lundi" for "tir": "Lundi, la télévision a montré des images du tir"."""
    phrase = view.phrase(setting.token) if date.at < setting.token else None
    for _step in range(CHAIN):
        if phrase is None or phrase.prep not in OF or phrase.start <= setting.begin:
            return False
        before = view.phrase(phrase.start - 1)
        if before is None or before.last != phrase.start - 1 or before.first <= date.at:
            return False
        if view.words[before.head] in STATEMENTS and before.head not in setting.own:
            return True
        phrase = before
    return False


def is_of_showing(view: DocView, setting: Setting, date: NearDate) -> bool:
    """Refuse "mercredi" for "réunion": "ont diffusé mercredi des images d'une réunion"."""
    if not 0 < date.at <= setting.token or not is_plain_verb(view, date.at - 1):
        return False
    if is_means(view, setting.token):
        return False  # "a clos jeudi le congrès par une parade"
    group = setting.mention.group
    infinitive = group is not None and group.form == "infinitive"
    if infinitive and view.words[date.at - 1] in carried_out():
        return False  # "est devenu mardi le premier président à recevoir"
    if infinitive and is_beside_first(view, date.at, setting.token):
        return False
    shown = next(view.each_phrase(date.at + 1, setting.token - 1), None)
    if shown is None or shown.pronoun or view.words[shown.head] in PORTIONS:
        return False
    if any(_begins_clause(view, i) for i in range(shown.last + 1, setting.token)):
        return False
    return shown.prep is None or view.words[shown.start] in PARTITIVE


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
    if trigger < cue and not opens_clause(view, cue, date):
        return True  # "…, a affirmé le ministre de la Défense lors d'un débat, jeudi à Séoul"
    source = view.words[cue] in BEFORE_SOURCE and gap <= AFTER_SOURCE
    return near or (source and not opens_clause(view, cue, date))


def _opens(view: DocView, scope: Scope, setting: Setting, date: NearDate) -> bool:
    """Return whether a day opens the clause of saying: "Jeudi, Séoul a affirmé que …"."""
    if not date.at < scope.cue < scope.first <= setting.token <= scope.last:
        return False
    coarse = view.dates[date.number].grain in COARSE
    return not coarse and not opens_clause(view, date.at, scope.cue)


def _verb_right_before(view: DocView, setting: Setting, date: int) -> int | None:
    """Return the verb that a date directly follows, if it is not the event's own."""
    for i in range(date - 1, max(setting.begin, date - BEHIND_VERB) - 1, -1):
        if is_plain_verb(view, i):
            return None if i in setting.own else i
        if view.pos[i] not in {"ADV", "DET", "PRON"}:
            return None
    return None


def _begins_clause(view: DocView, i: int) -> bool:
    """Match a verb that no noun carries: "avant de fuir", but not "Kim présidant une réunion"."""
    if view.words[i].endswith(GERUND):
        return False
    form = view.tokens[i].morph.get("VerbForm", [])
    return is_plain_verb(view, i) and form in (["Inf"], ["Fin"])


def _occasion_of(view: DocView, token: int) -> bool:
    """Return whether an event is the occasion of its clause: "lors d'une visite à Séoul"."""
    phrase = view.phrase(token)
    return phrase is not None and phrase.prep in OCCASION


def is_means(view: DocView, token: int) -> bool:
    """Match "a réagi par un tir", "a clos le congrès du parti unique par une parade".

    But not "s'est dit troublé par un tir".
    """
    phrase: Phrase | None = view.phrase(token)
    if phrase is None:  # "par une salve", taken for a verb
        return token > 1 and view.words[token - 2] in MEANS and view.pos[token - 1] == "DET"
    if phrase.prep not in MEANS or phrase.start == 0:
        return False
    before = phrase.start - 1
    while before > 0 and view.pos[before] == "PUNCT":
        before -= 1
    noun = view.phrase(before)
    predicate = view.pos[before] == "ADJ" and (noun is None or noun.head == before)
    return not predicate and not is_plain_verb(view, before)
