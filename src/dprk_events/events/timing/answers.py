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
from dprk_events.french import word_lists
from dprk_events.syntax import DocView

MEANS = word_lists(__package__)["means"]
HOLDING = frozenset({TOO_FAR, NEARER, OF_VERB_BEFORE})
"""Why the date of the deed that is answered was refused, though it holds for the answer."""
AT_ONCE = HOLDING | {BEFORE_THE_FACT, OF_SHOWING, OF_LATER_CLAUSE, OF_MAIN_CLAUSE}
"""So too of what keeps somebody off on the spot."""
NIGHT = frozenset({"night"})


def of_what_it_answers(chain: Chain, one: Timed) -> int | None:
    """See "Mardi, Pyongyang a dynamité une route et Séoul a répliqué par des tirs"."""
    if not one.done or not set(one.dating.refused.values()) <= HOLDING:
        return None
    verb = _answering_verb(chain.view, one)
    if verb is None:
        return None
    for other in chain.before(one):
        number = other.dating.number
        if other.done and other.token < verb and number is not None:
            return number if chain.view.dates[number].grain in DAY else None
    return None


def _answering_verb(view: DocView, one: Timed) -> int | None:
    """Return the participle of "a répliqué", by which the deed or its means is told."""
    group = one.raw.group
    if group is not None:
        verb: int | None = group.verb if group.in_perfect else None
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
