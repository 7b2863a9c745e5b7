"""Dates of a cause that is named again where its harm is told: "L'attaque a fait trois morts"."""

from __future__ import annotations

from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
HAPPENINGS, POINTING = WORDS["happenings"], WORDS["pointing"]
ONE_OF_SEVERAL = WORDS["one_of_several"] | WORDS["ordinals"]
OF = closed_class("of")
SENTENCES_BACK = 2
"""How many sentences before the harm its cause may be told."""


def of_what_is_taken_up(chain: Chain, one: Timed) -> int | None:
    """See "Un missile s'est abattu mardi sur la ville. L'attaque a fait trois morts".

    The cause is named again with an article and nothing that tells it apart; it is dated in the
    sentences before, or in the one after: "ont été tués dans l'attaque. Le missile avait frappé …".
    """
    view = chain.view
    if not one.raw.event_type.consequence or not one.done or one.dating.refused:
        return None
    here = view.sentence_at[one.token]
    named = _named_again(view, *view.sentences[here])
    if named is None:
        return None
    for number in (*range(here - 1, max(-1, here - 1 - SENTENCES_BACK), -1), here + 1):
        if number < len(view.sentences) and not (number > here and _tells_another(view, number)):
            told = [each for each in chain.of_sentence(number) if _harms(each)]
            if told:
                return _of_one_day(told)
    return None


def _tells_another(view: DocView, sentence: int) -> bool:
    """Match "Le dernier tir remonte à mai": one of several."""
    first, last = view.sentences[sentence]
    return not ONE_OF_SEVERAL.isdisjoint(view.words[first : last + 1])


def _named_again(view: DocView, first: int, last: int) -> int | None:
    """Return the noun of "l'attaque", "ces tirs"; not of "l'attaque de Kharkiv"."""
    for i in range(first + 1, last + 1):
        named = view.words[i] in HAPPENINGS and view.words[i - 1] in POINTING
        if named and (i == last or view.words[i + 1] not in OF):
            return i
    return None


def _harms(one: Timed) -> bool:
    kind = one.raw.event_type
    return one.done and kind.harms and not kind.consequence


def _of_one_day(told: list[Timed]) -> int | None:
    """Return the date of the deeds of a sentence; None if they have several, or none."""
    numbers = {each.dating.number for each in told if each.dating.number is not None}
    return numbers.pop() if len(numbers) == 1 else None
