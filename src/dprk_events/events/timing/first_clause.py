"""The date of the clause that begins a summary: of who or what the headline tells, told further."""

from __future__ import annotations

from functools import cache

from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.verbs import reacting, telling
from dprk_events.french import auxiliary_tense, closed_class, conjugate, key, word_lists
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
POINTING, LIMIT = WORDS["pointing"], WORDS["limit"]
HAPPENINGS, STATEMENTS, ALREADY = WORDS["happenings"], WORDS["statements"], WORDS["first_time"]
OF = closed_class("of")
OPENERS = closed_class("clause_openers") - closed_class("relative_pronouns")
"""Between the subject and its verb these begin a clause of another: "l'engin, dont Séoul …"."""
AUXILIARY_REACH = 4


def date_of_first_clause(view: DocView, one: Timed, first: int) -> int | None:
    """Return the number of the date in the first sentence ``first`` of a summary, or None.

    « Le missile s'est abîmé mercredi », « L'engin, parti mercredi de la côte, est retombé … »,
    « Détecté mercredi par Tokyo, l'engin … ».
    """
    begin, end = view.sentences[first]
    subject = _subject(view, begin, end)
    if subject is None or not _is_told_of(view, one, subject):
        return None
    aside = _aside(view, subject, begin, end)
    if aside is not None:
        for at, number in view.dates_in(first):
            if at in aside and _dates_the_verb(view, aside.start, at):
                return number
    verb = _verb(view, subject.last + 1, end)
    if verb is None or not OPENERS.isdisjoint(view.words[subject.last + 1 : verb]):
        return None
    for at, number in view.dates_in(first):
        if at > verb and not opens_clause(view, verb, at) and _dates_the_verb(view, verb, at):
            return number
    return None


def _subject(view: DocView, begin: int, end: int) -> Phrase | None:
    """Return the phrase that the sentence begins with, or that follows "Parti mercredi …, "."""
    if view.words[begin] in _way():
        begin = next((i + 1 for i in range(begin, end) if view.words[i] == ","), end)
    phrase = next(view.each_phrase(begin, end), None)
    return phrase if phrase is not None and phrase.start == begin else None


def _aside(view: DocView, subject: Phrase, begin: int, end: int) -> range | None:
    """Return the tokens of "parti mercredi de la côte", before the subject or behind its comma."""
    if view.words[begin] in _way():
        return range(begin, subject.start - 1)
    at = subject.last + 2
    if at > end or view.words[at - 1] != "," or view.words[at] not in _way():
        return None
    close = next((i for i in range(at, end) if view.words[i] == ","), None)
    return None if close is None else range(at, close)


@cache
def _way() -> frozenset[str]:
    """Return the participles of how a thing or somebody came along: "parti", "détectés"."""
    return frozenset(
        key(form)
        for lemma in WORDS["on_the_way"] | WORDS["witnessing"]
        for form, tense in conjugate(lemma).items()
        if tense == "past-participle"
    )


def _is_told_of(view: DocView, one: Timed, subject: Phrase) -> bool:
    """Match "le missile", "les appareils"; "200 ballons" if the headline has balloons."""
    if subject.prep is not None or subject.pronoun:
        return False
    heads = {view.words[f.phrase.head] for f in one.raw.fills if f.phrase is not None}
    if view.words[subject.head] in heads:
        return True
    if view.words[subject.start] not in POINTING or view.nationality(subject):
        return False
    kinds = view.kinds(subject)
    if subject.entity is not None and "weapon" not in kinds:
        return False
    return view.words[subject.head] in HAPPENINGS or bool(_KINDS & kinds)


_KINDS = frozenset({"weapon", "aircraft", "force", "people", "soldier", "person"})
"""What "le …" in a summary may mean of the headline."""


def _verb(view: DocView, first: int, last: int) -> int | None:
    """Return the verb of the clause that begins the summary, told as done; None for any other."""
    for i in range(first, last + 1):
        if view.pos[i] != "VERB" or view.entity_at[i] is not None:
            continue
        before = view.words[max(first, i - AUXILIARY_REACH) : i]
        tenses = [auxiliary_tense(w) for w in before]
        told = any(tense in {"present", "conditional"} for tense in tenses)
        if told:
            spoken = view.words[i] in reacting() or view.words[i] in telling()
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
