"""A pronoun before its name: "À Moscou, où il est arrivé mardi, Kim Jong-un a vu Poutine".

Likewise "son" and "sa": "Lors de sa visite à Pyongyang, Sergueï Lavrov a vu Kim Jong-un".
"""

from __future__ import annotations

from dprk_events.coreference.context import STATES, WORDS, Context
from dprk_events.coreference.gender import is_woman
from dprk_events.syntax import Phrase
from dprk_events.syntax.tags import SUBJECTS

NEAR = 2
"""Words behind a comma within which who acts is named."""
PERSON = "person"
OPENERS = WORDS["openers_before_a_name"]
MASCULINE, FEMININE = WORDS["one_man"], WORDS["feminine_pronouns"]
TAKING_UP = WORDS["object_pronouns"] | WORDS["dative_pronouns"]


def named_after(context: Context, pronoun: Phrase) -> int | None:
    """Return the person or state that is the subject of the main clause behind the pronoun's own.

    The clause opens its sentence, and the main one has no pronoun of its own that could stand for
    him: not "À Pékin, où il est arrivé mardi, Xi Jinping l'a reçu".
    """
    view = context.view
    begin, end = view.sentence(pronoun.head)
    at = pronoun.head
    if (
        view.words[at] not in MASCULINE | FEMININE
        or at == begin
        or view.words[at - 1] not in OPENERS
    ):
        return None
    if view.has_finite(begin, at):
        return None
    for phrase in view.phrases_between(at + 1, end):
        number = phrase.entity
        if view.words[phrase.start - 1] != "," or phrase.prep is not None or number is None:
            continue
        entity = view.entities[number]
        deps = {view.tokens[i].dep_ for i in (entity.first, phrase.head)}
        if not deps & SUBJECTS:
            continue
        taken_up = phrase.last < end and view.words[phrase.last + 1] in TAKING_UP
        agrees = _is_feminine(context, number) == (view.words[at] in FEMININE)
        return number if agrees and not taken_up else None
    return None


def owner_after(context: Context, owner: Phrase) -> int | Phrase | None:
    """Return whose it is of words that open their sentence: "Lors de sa visite à X, Y a vu Z".

    Y is the subject of the main clause, is no state, and has no pronoun before its verb that stands
    for who was told of before: not "Lors de sa visite, Kim Jong-un l'a reçu".
    """
    view = context.view
    begin, end = view.sentence(owner.head)
    comma = next((i for i in range(owner.head, end) if view.words[i] == ","), None)
    if comma is None or view.has_finite(begin, comma):
        return None
    before = view.phrases_between(begin, owner.head - 1)
    own = view.phrase(owner.head + 1)
    first = before[0] if before else own
    if first is None or first.start != begin or any(each.entity is not None for each in before):
        return None
    doer = next(view.each_phrase(comma + 1, end), None)
    if doer is None or doer.prep is not None or doer.pronoun or doer.first > comma + NEAR:
        return None
    if PERSON not in view.kinds(doer) or not _is_subject(context, doer):
        return None
    if doer.last < end and view.words[doer.last + 1] in TAKING_UP:
        return None
    return doer if doer.entity is None else doer.entity


def _is_subject(context: Context, phrase: Phrase) -> bool:
    tokens = context.view.tokens
    return any(tokens[i].dep_ in SUBJECTS for i in range(phrase.first, phrase.last + 1))


def _is_feminine(context: Context, number: int) -> bool | None:
    """Say whether a person is a woman, or a state named with "la"; None where it is not told."""
    entity = context.view.entities[number]
    if entity.label == "PER":
        return is_woman(context, number)
    if entity.kind not in STATES:
        return None
    before = context.word_before(entity.first)
    genders = {WORDS["feminine_determiners"]: True, WORDS["masculine_determiners"]: False}
    return next((feminine for words, feminine in genders.items() if before in words), None)
