"""Read the clause behind the relative "que": what it takes up, and a subject behind its verb."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax.antecedents import antecedents
from dprk_events.syntax.clauses import HARD_STOPS
from dprk_events.syntax.leave import DOERS
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import IN_VERB_GROUP, QUE_LIKE, VERBAL
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
QUE, TO_WHOM = closed_class("que"), closed_class("to_whom")
INFINITIVE_MARKS = _LISTS["infinitive_marks"]
CLITICS = _LISTS["clitics_of_verb"]
OPENERS = _LISTS["before_que"]
OBJECT_CONTROL = forms_of(*_LISTS["object_control_verbs"])


def relative_object(view: DocView, group_first: int) -> list[Phrase]:
    """Return the antecedents of "que" in "les roquettes que Pyongyang a livrées"."""
    begin, _ = view.sentence(group_first)
    # "un village que les Russes n'ont pas réussi à reprendre": verbs intervene
    # or "une résolution que le Conseil doit adopter": the modal stands just before
    before = group_first - 1
    chained = before > begin and (
        view.words[before] in INFINITIVE_MARKS
        or (view.pos[before] in VERBAL and view.tokens[group_first].is_infinitive)
    )
    for i in range(group_first - 1, begin, -1):
        if _is_que(view, i):
            return _taken_up(view, i)
        if view.words[i] in HARD_STOPS:
            return []
        if view.pos[i] in VERBAL and view.entity_at[i] is None and not chained:
            return []
    return []


def subject_behind_que(view: DocView, group_first: int, verb: int) -> Phrase | None:
    """Return who acts in a clause behind "que", by the order of words alone.

    Before the verb ("l'essai que le Nord devait mener") or, where nobody stands there, behind it
    ("l'accord qu'ont signé X et Y", "la visite que doit effectuer X"). Nobody does where "que"
    takes nothing up. So in "les manœuvres auxquelles ils se livrent".
    """
    begin, end = view.sentence(verb)
    chain = group_first
    while chain > begin and _in_verbs(view, chain - 1):
        chain -= 1
    que = chain - 1
    while que > begin and not _is_relative(view, que) and not _ends(view, que):
        que -= 1
    if que <= begin or not _is_relative(view, que):
        return None
    taken_up = _taken_up(view, que)
    if not taken_up or _is_made_to(view, que, taken_up[0], view.words[chain:group_first]):
        return None
    if view.pos[que - 1] == "CCONJ":
        return None  # "a dit que X irait et que reprendraient les exercices"
    between = view.phrases_between(que + 1, chain - 1)
    if between or que + 1 < chain:
        first = next((p for p in between if _is_bare(view, p)), None)
        return first if first is not None and first.start == que + 1 else None
    seen = verb + 1
    for phrase in view.each_phrase(seen, end):
        if any(_ends(view, i) for i in range(seen, phrase.start)):
            return None
        if _is_bare(view, phrase):
            return phrase
        seen = phrase.last + 1
    return None


def _is_made_to(view: DocView, que: int, taken_up: Phrase, verbs: Sequence[str]) -> bool:
    """Match "le Nord, que Séoul accuse d'avoir tiré": he does it whom "que" takes up.

    So may he in "auquel Séoul reproche d'avoir tiré".
    """
    asking = INFINITIVE_MARKS if view.words[que] in TO_WHOM else OBJECT_CONTROL
    return not asking.isdisjoint(verbs) and bool(view.kinds(taken_up) & DOERS)


def _is_bare(view: DocView, phrase: Phrase) -> bool:
    return phrase.prep is None and not phrase.pronoun and view.date_at[phrase.head] is None


def _in_verbs(view: DocView, i: int) -> bool:
    verbal = view.pos[i] in VERBAL and view.entity_at[i] is None
    joined = view.pos[i] in IN_VERB_GROUP or view.words[i] in CLITICS | INFINITIVE_MARKS
    return (verbal or joined) and view.words[i] not in QUE


def _ends(view: DocView, i: int) -> bool:
    return view.words[i] in HARD_STOPS or (view.pos[i] in VERBAL and view.entity_at[i] is None)


def _is_que(view: DocView, i: int) -> bool:
    return view.words[i] in QUE and view.pos[i] in QUE_LIKE


def _is_relative(view: DocView, i: int) -> bool:
    return view.words[i] in TO_WHOM or _is_que(view, i)


def _taken_up(view: DocView, que: int) -> list[Phrase]:
    """Return what "que" may take up: nothing behind a verb ("dit que"), an adverb or "depuis"."""
    if view.pos[que - 1] in VERBAL or view.pos[que - 1] == "ADV" or view.words[que - 1] in OPENERS:
        return []
    return antecedents(view, que)
