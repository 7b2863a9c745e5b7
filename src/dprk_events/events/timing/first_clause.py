"""The date of the clause that begins a summary: of who or what the headline tells, told further."""

from __future__ import annotations

from functools import cache

from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.subjects import aside_of, is_told_of, opening_of
from dprk_events.events.timing.verbs import participles_of, reacting, telling, witnessing
from dprk_events.french import auxiliary_tense, closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
POINTING = WORDS["pointing"]
LIMIT, STATEMENTS, ALREADY = WORDS["limit"], WORDS["statements"], WORDS["first_time"]
OF = closed_class("of")
OPENERS = closed_class("clause_openers") - closed_class("relative_pronouns")
"""Between the subject and its verb these begin a clause of another: "l'engin, dont Séoul …"."""
AUXILIARY_REACH = 4


def date_of_first_clause(chain: Chain, one: Timed, first: int, *, anew: bool = False) -> int | None:
    """Return the number of the date in the first sentence ``first`` of a summary, or None.

    With ``anew`` it must tell of the deed from the start: « Plusieurs obus », not « Le missile ».

    « Le missile s'est abîmé mercredi », « L'engin, parti mercredi de la côte, est retombé … »,
    « Détecté mercredi par Tokyo, l'engin … », « Plusieurs obus sont tombés mercredi ».
    """
    view = chain.view
    opening = opening_of(view, first, _way())
    if opening is None or not is_told_of(view, one, opening):
        return None
    if anew and view.words[opening.subject.start] in POINTING:
        return None
    aside = aside_of(view, first, opening.subject, _way())
    if aside is not None:
        for at, number in view.dates_in(first):
            if at in aside and _dates_the_verb(view, aside.start, at):
                return number
    _, end = view.sentences[first]
    verb = _verb(view, opening.after, end)
    if verb is None or not OPENERS.isdisjoint(view.words[opening.after : verb]):
        return None
    new = view.words[opening.subject.start] not in POINTING
    if new and any(each.token == verb and each.raw.type != one.raw.type for each in chain.timed):
        return None  # "Deux missiles ont été livrés mardi" below "tire un missile"
    for at, number in view.dates_in(first):
        if at > verb and not opens_clause(view, verb, at) and _dates_the_verb(view, verb, at):
            return number
    return None


@cache
def _way() -> frozenset[str]:
    """Return the participles of how a thing or somebody came along: "parti", "détectés"."""
    return participles_of(*WORDS["on_the_way"], *WORDS["witnessing"])


def _verb(view: DocView, first: int, last: int) -> int | None:
    """Return the verb of the clause that begins the summary, told as done; None for any other."""
    for i in range(first, last + 1):
        if view.pos[i] != "VERB" or view.entity_at[i] is not None:
            continue
        before = view.words[max(first, i - AUXILIARY_REACH) : i]
        tenses = [auxiliary_tense(w) for w in before]
        told = any(tense in {"present", "conditional"} for tense in tenses)
        if told:
            spoken = view.words[i] in reacting() or view.words[i] in telling().keys() - witnessing()
            return None if spoken else i
        if view.is_finite(view.tokens[i]):
            return None
    return None


def _dates_the_verb(view: DocView, verb: int, date: int) -> bool:
    """Return whether no noun with a day of its own stands before a date: "l'essai de mardi"."""
    _, word = word_before(view, date)
    if word in OF or word in LIMIT:
        return False
    behind = next(view.each_phrase(date + 1, view.sentence(date)[1]), None)
    last = date if behind is None else behind.last
    return not any(
        view.words[i] in STATEMENTS or view.words[i] in ALREADY for i in range(verb, last + 1)
    )
