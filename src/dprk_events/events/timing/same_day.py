"""Dates that a deed shares with what is told before it, since its day goes on: "dans la foulée"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.refusals import NEARER, OF_DESCRIBED, OF_VERB_BEFORE, TOO_FAR
from dprk_events.events.timing.setting import STATED
from dprk_events.french import closed_class, key, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
SAME_DAY = frozenset(key(words) for words in WORDS["same_day"])
HOLDING = frozenset({TOO_FAR, NEARER, OF_VERB_BEFORE})
"""Why "l'après-midi même" was refused, though it holds for its sentence."""
BACK = 4
"""Sentences back to the nearest one that tells of a deed."""
BREAKS = closed_class("hard_stops") | (WORDS["joining"] - {","})


def of_the_same_day(chain: Chain, one: Timed) -> int | None:
    """See "… a tiré mardi. Séoul a mené dans l'après-midi un exercice", "dans la foulée"."""
    view = chain.view
    told = one.raw.group or one.raw.positions.light
    here = view.sentence_at[one.token]
    if not one.done or (told is not None and not (told.compound and told.tense == "present")):
        return None
    if told is None and "AUX" not in view.pos[view.sentence(one.token)[0] : one.token]:
        return None
    dates = [n for _, n in view.dates_in(here) if view.dates[n].kind in STATED]
    same = (n for n in dates if key(view.dates[n].text) in SAME_DAY)
    number = next((n for n in same if one.dating.refused.get(n) in HOLDING), None)
    if number is not None:
        return number
    if any(view.dates[n].value and one.dating.refused.get(n) != OF_DESCRIBED for n in dates):
        return _dated_before(view, one, here)
    if not _has_same_day(view, *view.sentence(one.token)):
        return None
    before = (chain.of_sentence(n)[::-1] for n in range(here - 1, max(-1, here - 1 - BACK), -1))
    for other in next(filter(None, before), ()):
        number = other.dating.number
        if number is not None:
            return number if view.dates[number].grain in DAY else None
    return None


def _dated_before(view: DocView, one: Timed, sentence: int) -> int | None:
    """See "a tiré mardi un missile ; le Sud a riposté dans l'après-midi par un exercice"."""
    begin, end = view.sentence(one.token)
    before = [at for at, number in view.dates_in(sentence) if view.dates[number].value]
    opened = next((i for i in range(one.token, begin, -1) if view.words[i] in BREAKS), None)
    if opened is None or not before or before[-1] > opened or not _has_same_day(view, opened, end):
        return None
    return dict(view.dates_in(sentence))[before[-1]]


def _has_same_day(view: DocView, first: int, last: int) -> bool:
    """Match "dans la foulée", "l'après-midi même" between two tokens."""
    start, end = view.span(first, last)
    words = f" {key(view.text[start:end])} "
    return any(f" {each} " in words or f" {each}," in words for each in SAME_DAY)
