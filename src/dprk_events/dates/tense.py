"""A light look at the words around an expression: past, future or not to be told.

Used where no parser says better. French verb endings only; nothing here looks at a calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dprk_events.dates.lexicon import LexiconError, read_toml

Tense = Literal["past", "present", "future"]
TenseOf = Callable[[int], Tense | None]

_REACH = 130
#: An auxiliary stands this near before its participle.
_AUXILIARY = 24
#: A verb farther than this (characters, with what parts the clauses) tells nothing.
_FAR = 150.0
_SENTENCE = re.compile(r"[.!?;\n](?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Patterns:
    future: re.Pattern[str]
    past: re.Pattern[str]
    right_before: re.Pattern[str]
    story: re.Pattern[str]
    edges: tuple[str, ...]


@cache
def _patterns() -> _Patterns:
    """Give the patterns of ``tense.toml``.

    Raises:
        LexiconError: an entry is missing or no regular expression.

    """
    data = read_toml("tense.toml")
    try:
        future, past, story = (dict(data[k]) for k in ("future", "past", "story"))  # type: ignore[call-overload]
        verbs = rf"(?!(?:{'|'.join(future['not_verbs'])})\b){future['verbs']}"
        between = "|".join(past["between"])
        tensed = (
            rf"{past['auxiliary']}(?: (?:{between}))?(?: {past['adverb']})? {past['participle']}"
        )
        return _Patterns(
            re.compile(rf"\b(?:{verbs}|{'|'.join(future['words'])})\b"),
            re.compile(rf"\b(?:{tensed}|{'|'.join(past['words'])})\b"),
            re.compile(
                rf"\b(?:{'|'.join(past['right_before'])}) (?:{'|'.join(past['before_date'])})?$"
            ),
            re.compile(rf"\b(?:{'|'.join(story['words'])})\b"),
            tuple(map(str, data["clauses"]["edges"])),  # type: ignore[index]
        )
    except (KeyError, TypeError, re.error) as error:
        msg = f"tense.toml: {error!r}; needs [future], [past], [story], [clauses] as at first"
        raise LexiconError(msg) from error


def _sides(plain: str, start: int, end: int) -> tuple[str, str]:
    """Give what stands left and right in the sentence, as far as the reach goes."""
    left = plain[max(0, start - _REACH) : start]
    stops = list(_SENTENCE.finditer(left))
    if stops:
        left = left[stops[-1].end() :]
    right = plain[end : end + _REACH]
    stop = _SENTENCE.search(right)
    return left, right[: stop.start()] if stop else right


def guess_tense(plain: str, start: int, end: int) -> Tense | None:
    """Tense of the nearest verb in the sentence of ``plain`` (normalised) round ``start``–``end``.

    Of two verbs as near, the one before the expression counts.
    """
    left, right = _sides(plain, start, end)
    best: tuple[float, Tense] | None = None
    done = _patterns().right_before.search(left)
    if done:
        # "sera reçu mardi", "doit être signé jeudi": the participle alone does not make a past.
        coming = _patterns().future.search(left[max(0, done.start() - _AUXILIARY) :])
        best = 2.0, "future" if coming else "past"
    for _, verb_end, tense in _verbs(left):
        best = _nearer(best, (_distance(left[verb_end:]), tense))
    for verb_start, _, tense in _verbs(right):
        best = _nearer(best, (_distance(right[:verb_start]) * 1.5 + 5, tense))
    return best[1] if best and best[0] <= _FAR else None


def tells_a_story(plain: str, start: int, end: int) -> bool:
    """Whether the sentence round ``start``–``end`` has a verb in the simple past."""
    return any(map(_patterns().story.search, _sides(plain, start, end)))


def _verbs(clause: str) -> list[tuple[int, int, Tense]]:
    """Verbs of a clause by place; "sont prévus" is one of the future, not a past."""
    coming = [m.span() for m in _patterns().future.finditer(clause)]
    gone = [m.span() for m in _patterns().past.finditer(clause)]
    out: list[tuple[int, int, Tense]] = [
        (a, b, "past") for a, b in gone if not any(c < b and a < d for c, d in coming)
    ]
    return out + [(a, b, "future") for a, b in coming]


def _distance(between: str) -> float:
    # A clause edge between the verb and the date parts them.
    return len(between) + 40 * sum(map(between.count, _patterns().edges))


def _nearer(best: tuple[float, Tense] | None, other: tuple[float, Tense]) -> tuple[float, Tense]:
    return other if best is None or other[0] < best[0] else best
