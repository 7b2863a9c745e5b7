"""The tense round an expression: as a parse tells it, or by a light look at the words around.

Nothing here looks at a calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from dprk_events.dates.tense_words import tense_words

Tense = Literal["past", "present", "future", "then", "later"]
"""``then``: ahead of what is told beside it, "avait annoncé lundi qu'il partirait vendredi";
``later``: ahead of it, and of the article where nothing is beside it: "a annoncé qu'il …"."""
TenseOf = Callable[[int], Tense | None]
"""Tells the tense of the clause at an offset, None where the clause does not tell."""

_REACH = 130
#: An auxiliary stands this near before its participle.
_AUXILIARY = 24
#: A participle with the words behind it is no longer.
_WORD = 40
#: A verb farther than this (characters, with what parts the clauses) tells nothing.
_FAR = 150.0
#: A verb no farther than this, alone of its tense in the sentence, tells for sure.
_NEAR = 75.0
_SENTENCE = re.compile(r"[.!?;\n](?=\s|$)")


@dataclass(frozen=True, slots=True)
class Told:
    """The tense of an expression's clause. ``sure``: it decides, else it only weighs.

    ``then``: it is ahead of what is told beside it, whose day is the last one said before;
    ``later``: ahead of the article, too, where no day is said.
    """

    tense: Tense | None
    sure: bool = False
    then: bool = False
    later: bool = False


UNTOLD = Told(None)


def _sides(plain: str, start: int, end: int) -> tuple[str, str]:
    """Give what stands left and right in the sentence, as far as the reach goes."""
    left = plain[max(0, start - _REACH) : start]
    stops = list(_SENTENCE.finditer(left))
    if stops:
        left = left[stops[-1].end() :]
    right = plain[end : end + _REACH]
    stop = _SENTENCE.search(right)
    return left, right[: stop.start()] if stop else right


@dataclass(frozen=True, slots=True)
class _Found:
    """A verb: how far it stands, its tense, and the words between it and the expression."""

    far: float
    tense: Tense
    between: str


def guess_tense(plain: str, start: int, end: int) -> Told:
    """Tense of the nearest verb in the sentence of ``plain`` (normalised) round ``start``–``end``.

    Of two verbs as near, the one before the expression counts. It is sure where all verbs of the
    sentence are of one tense, the nearest is near, and nothing leaves open where the date lies.
    """
    left, right = _sides(plain, start, end)
    if len(left) < _REACH and len(left.split()) < 2:
        right = right.removeprefix(",")  # "Le 3 mars, l'armée a tiré": the comma parts nothing
    found = [
        *_right_before(left),
        *(_Found(_distance(left[b:]), tense, left[a:]) for a, b, tense in _verbs(left)),
        *(
            _Found(_distance(right[:a]) * 1.5 + 5, tense, right[:b])
            for a, b, tense in _verbs(right)
        ),
    ]
    best = min(found, key=lambda one: one.far, default=None)
    if best is None or best.far > _FAR:
        return UNTOLD
    words = tense_words()
    sure = (
        best.far <= _NEAR
        and all(one.tense == best.tense for one in found)
        and not words.open.search(best.between)
        and not words.noun.search(left)
    )
    return Told(best.tense, sure)


def _right_before(left: str) -> list[_Found]:
    """Find a participle right before the expression: "le plan présenté jeudi"."""
    words = tense_words()
    done = words.right_before.search(left, max(0, len(left) - _WORD))
    if not done or not words.is_participle(done[1], alone=True):
        return []
    # "sera reçu mardi", "doit être signé jeudi": the participle alone does not make a past.
    coming = words.future.search(left[max(0, done.start() - _AUXILIARY) :])
    return [_Found(2.0, "future" if coming else "past", left[done.start() :])]


def tells_a_story(plain: str, start: int, end: int) -> bool:
    """Whether the sentence round ``start``–``end`` has a verb in the simple past."""
    return any(map(tense_words().story.search, _sides(plain, start, end)))


def _verbs(clause: str) -> list[tuple[int, int, Tense]]:
    """Verbs of a clause by place; "sont prévus" is one of the future, not a past."""
    words = tense_words()
    coming = [m.span() for m in words.future.finditer(clause)]
    compound = _participles(words.compound, clause, alone=False)
    gone = [*compound, *_participles(words.reduced, clause, alone=True)]
    gone += [m.span() for m in words.past.finditer(clause) if not _inside(m.span(), compound)]
    out: list[tuple[int, int, Tense]] = [
        (a, b, "past") for a, b in gone if not _inside((a, b), coming)
    ]
    return out + [(a, b, "future") for a, b in coming]


def _participles(pattern: re.Pattern[str], clause: str, *, alone: bool) -> list[tuple[int, int]]:
    """Give where the pattern finds a participle; what is none is tried again from its next word."""
    out: list[tuple[int, int]] = []
    at = 0
    while found := pattern.search(clause, at):
        right = tense_words().is_participle(found[1], alone=alone)
        at = found.end() if right else found.start() + 1
        out += [found.span()] if right else []
    return out


def _inside(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _distance(between: str) -> float:
    # A clause edge between the verb and the date parts them.
    return len(between) + 40 * sum(map(between.count, tense_words().edges))
