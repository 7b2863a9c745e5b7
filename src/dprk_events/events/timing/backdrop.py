"""Dates of a time gone by that a sentence names, and what is told of it after: "avait bombardé"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.refusals import OF_GOVERNOR, OF_REACTION, OF_SAYING
from dprk_events.events.timing.verbs import (
    claiming,
    is_plain_verb,
    remembering,
    speaking,
)
from dprk_events.french import auxiliary_tense, word_lists
from dprk_events.syntax import DocView, is_reduced

WORDS = word_lists(__package__)
AGAIN, MEMORIES = WORDS["another_time"], WORDS["memories"]
BACK, AUXILIARY_REACH, CLAIM_REACH = 4, 4, 6
OPEN = ".."
PERIODS = frozenset({"week", "month", "season", "quarter", "half", "year"})
"""Grains of a date in which a deed lies, if somebody claims his own in it."""
CLAIMED = frozenset({OF_SAYING, OF_GOVERNOR, OF_REACTION})


def of_the_time_told_of(chain: Chain, one: Timed) -> int | None:
    """See "On n'a pas oublié novembre 2010. Le Nord avait bombardé l'île": told of that time.

    So too "En 2017, la terre avait tremblé. Pyongyang avait procédé à un essai". Whatever comes
    between is told in the pluperfect, too, and has no date.
    """
    view = chain.view
    here = view.sentence_at[one.token]
    if not one.done or not _had_been(one) or chain.stated_in(here) or _is_apart(view, here):
        return None
    for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
        if not chain.goes_on(sentence + 1):
            return None
        stated = chain.stated_in(sentence)
        dates = [n for n in stated if OPEN not in str(view.dates[n].value)]  # not "depuis 1953"
        if dates:
            only = dates[0] if len(dates) == 1 else None
            return only if only is not None and _names_a_time(chain, sentence, only) else None
        if not _is_all_pluperfect(view, sentence):
            return None
    return None


def of_the_time_it_was_claimed_in(chain: Chain, one: Timed) -> int | None:
    """See "En février, Pyongyang avait revendiqué le tir d'un missile": whose own deed it is."""
    view = chain.view
    if not one.done or one.raw.event_type.announced_ahead:
        return None
    begin, _ = view.sentence(one.token)
    for number, why in one.dating.refused.items():
        date = view.dates[number]
        if why not in CLAIMED or date.grain not in PERIODS or OPEN in str(date.value):
            continue
        verb = _claim_before(view, begin, one)
        if verb is not None and _claims_own(view, begin, verb, one):
            return number
    return None


def _had_been(one: Timed) -> bool:
    """Return whether a deed is told in the pluperfect: "avait bombardé", "avait procédé à un"."""
    group = one.raw.group or one.raw.positions.light
    return group is not None and group.compound and group.tense == "imperfect"


def _is_apart(view: DocView, sentence: int) -> bool:
    """Match "avait déjà tiré", "deux ans plus tôt": another time may be meant."""
    first, last = view.sentences[sentence]
    counts = any(number is not None for _, number in view.dates_in(sentence))
    return counts or not AGAIN.isdisjoint(view.words[first : last + 1])


def _names_a_time(chain: Chain, sentence: int, number: int) -> bool:
    """Return whether a sentence is about the time that it names, not about a statement then."""
    view, date = chain.view, chain.view.dates[number]
    if date.value is None or OPEN in date.value:
        return False
    first, last = view.sentences[sentence]
    words = view.words[first : last + 1]
    verbs = [
        i for i in range(first, last + 1) if is_plain_verb(view, i) and not is_reduced(view, i)
    ]
    remembered = not MEMORIES.isdisjoint(words) or any(
        view.words[i] in remembering() for i in verbs
    )
    if remembered:
        return not chain.is_news(number) or chain.published is None
    if not verbs:
        return date.grain not in DAY or not chain.is_news(number)
    if any(view.words[i] in speaking() for i in verbs):
        return False
    return _is_all_pluperfect(view, sentence)


def _is_all_pluperfect(view: DocView, sentence: int) -> bool:
    """Match "la terre avait tremblé": each verb of the sentence that has an auxiliary."""
    first, last = view.sentences[sentence]
    tenses = [
        auxiliary_tense(view.words[i])
        for i in range(first, last + 1)
        if view.pos[i] == "AUX" and view.is_finite(view.tokens[i])
    ]
    return bool(tenses) and set(tenses) == {"imperfect"}


def _claim_before(view: DocView, begin: int, one: Timed) -> int | None:
    """Return the verb of "a revendiqué le tir", "avait annoncé avoir testé" right before a deed."""
    group = one.raw.group
    first = one.token if group is None else group.first
    if group is not None and not (group.compound and group.tense == "infinitive"):
        return None
    near = range(first - 1, max(begin, first - CLAIM_REACH) - 1, -1)
    verb = next((i for i in near if is_plain_verb(view, i)), None)
    if verb is None or view.words[verb] not in claiming():
        return None
    told = view.words[max(begin, verb - AUXILIARY_REACH) : verb]
    return verb if any(auxiliary_tense(w) in {"present", "imperfect"} for w in told) else None


def _claims_own(view: DocView, begin: int, verb: int, one: Timed) -> bool:
    """Return whether the deed claimed is by nobody else than who claims it."""
    subject = next(
        (
            p
            for p in view.each_phrase(begin, verb)
            if p.prep is None and view.date_at[p.head] is None
        ),
        None,
    )
    if subject is None:
        return False
    actors = [fill for fill in one.raw.fills if fill.role == "actor"]
    return all(fill.phrase is None or fill.phrase.head <= verb for fill in actors)
