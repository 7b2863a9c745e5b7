"""Days of a deed and of what answers it at once: "a franchi …, sous des tirs de sommation"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.refusals import (
    BEFORE_THE_FACT,
    NEARER,
    OF_LATER_CLAUSE,
    OF_MAIN_CLAUSE,
    OF_SHOWING,
    OF_VERB_BEFORE,
    TOO_FAR,
)
from dprk_events.events.timing.verbs import answering, verb_before
from dprk_events.french import key, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
MEANS = WORDS["means"]
IN_ANSWER = frozenset(key(words) for words in WORDS["in_answer"])
HOLDING = frozenset({TOO_FAR, NEARER, OF_VERB_BEFORE})
"""Why the date of the deed that is answered was refused, though it holds for the answer."""
AT_ONCE = HOLDING | {BEFORE_THE_FACT, OF_SHOWING, OF_LATER_CLAUSE, OF_MAIN_CLAUSE}
"""So too of what keeps somebody off on the spot."""
BACK = 2
"""Sentences back in which what is answered is told."""
NIGHT = frozenset({"night"})


def of_what_it_answers(chain: Chain, one: Timed) -> int | None:
    """See "Mardi, Pyongyang a dynamité une route et Séoul a répliqué par des tirs".

    So too of shots told of in the sentence before: "… a tiré mardi. L'armée du Sud a riposté", "En
    retour, un chasseur a largué deux bombes".
    """
    if not one.done or not set(one.dating.refused.values()) <= HOLDING:
        return None
    verb = _answering_verb(chain.view, one)
    if verb is None:
        return _of_shots_before(chain, one) if _is_in_answer(chain.view, one) else None
    for other in chain.before(one):
        number = other.dating.number
        if other.done and other.token < verb and number is not None:
            return number if chain.view.dates[number].grain in DAY else None
    return _of_shots_before(chain, one)


def _of_shots_before(chain: Chain, one: Timed) -> int | None:
    """Return the day of the shots told of just before, which shots answer at once."""
    here = chain.view.sentence_at[one.token]
    if chain.stated_in(here) or not _shoots(one):
        return None
    for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
        told = [each for each in chain.of_sentence(sentence) if each.done]
        if told or chain.stated_in(sentence):
            one_day = len(_days(chain, sentence)) <= 1
            return chain.day_of(sentence) if one_day and any(map(_shoots, told)) else None
    return None


def _days(chain: Chain, sentence: int) -> set[str]:
    """Return the days that a sentence names, in its words where they have no value."""
    dates = (chain.view.dates[number] for number in chain.stated_in(sentence))
    return {date.value or date.text for date in dates if date.grain in DAY}


def _is_in_answer(view: DocView, one: Timed) -> bool:
    """Match "En guise de réponse, un chasseur a largué deux bombes", told in a compound past."""
    group = one.raw.group
    if group is None or not group.compound:
        return False
    begin, end = view.sentence(one.token)
    words = f" {key(' '.join(view.words[begin : end + 1]))} "
    return any(f" {answer} " in words for answer in IN_ANSWER)


def _shoots(one: Timed) -> bool:
    kind = one.raw.event_type
    return (kind.harms or kind.hits_nobody or one.wards_off) and not kind.consequence


def _answering_verb(view: DocView, one: Timed) -> int | None:
    """Return the participle of "a répliqué", by which the deed or its means is told."""
    group = one.raw.group
    if group is not None:
        verb: int | None = group.verb if group.compound else None
    else:
        phrase = view.phrase(one.token)
        if phrase is None or phrase.prep not in MEANS:
            return None
        verb = verb_before(view, phrase.start, view.sentence(one.token)[0])
    if verb is None or view.words[verb] not in answering():
        return None
    return verb if view.tokens[verb].is_participle else None


def of_what_kept_them_off(chain: Chain, one: Timed) -> int | None:
    """See "a tiré lundi des coups de semonce après que des soldats avaient franchi la ligne".

    Whoever comes over the border and the warning shots are one time, in one sentence or in two.
    """
    if not one.done or not set(one.dating.refused.values()) <= AT_ONCE:
        return None
    for other in _around(chain, one):
        number = other.dating.number
        paired = other.raw.type == one.raw.type and other.wards_off is not one.wards_off
        if paired and other.done and number is not None:
            return number if chain.view.dates[number].grain in DAY | NIGHT else None
    return None


def _around(chain: Chain, one: Timed) -> Iterator[Timed]:
    """Yield the mentions of its sentence, then those of the one before, nearest first."""
    yield from chain.before(one)
    _, end = chain.view.sentence(one.token)
    yield from chain.within(one.token + 1, end)
    if not one.dating.refused:
        yield from chain.of_sentence(chain.view.sentence_at[one.token] - 1)[::-1]
