"""Compare what two mentions say: times, people, places, weapons or numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence, Set
from functools import lru_cache

from dprk_events.dates import Timex
from dprk_events.events.event import DONE, Mention
from dprk_events.french import key, word_lists

WORDS = word_lists(__package__)
EVE = WORDS["eve"]
PLAIN = frozenset(word.rstrip("sx") for word in WORDS["plain_weapon_words"])
PACTS = frozenset(word.rstrip("sx") for word in WORDS["plain_pact_words"])
SAME_THING = {
    word.rstrip("sx"): kin
    for kin, words in (
        ("balloons", WORDS["sent_by_balloon"]),
        ("drones", WORDS["what_flies_unmanned"]),
        ("loudspeakers", WORDS["what_sounds_over"]),
        ("guns", WORDS["fired_by_guns"]),
    )
    for word in words
}
"""What words stand for that may stand for each other: "diffusions" and "haut-parleurs"."""
UNLIKE = tuple(
    {word.rstrip("sx"): kind for kind, words in enumerate(group) for word in words}
    for group in (
        (
            WORDS["flies_a_curve"],
            WORDS["flies_low"],
            WORDS["fired_by_guns"],
            WORDS["shot_at_the_sky"],
            WORDS["swims"],
        ),
        (WORDS["of_short_range"], WORDS["of_medium_range"], WORDS["of_long_range"]),
    )
)
"""In each group, what a word makes of a weapon: one has but one course and one range."""
DESCRIBING = frozenset(
    word.rstrip("sx")
    for words in (
        WORDS["describing_weapons"],
        WORDS["flies_a_curve"],
        WORDS["flies_low"],
        WORDS["of_short_range"],
        WORDS["of_medium_range"],
        WORDS["of_long_range"],
    )
    for word in words
)
"""Say how a weapon is made, and not what it is."""
Range = tuple[float, float]
OPEN_START = "../"
NO_LONGER = dt.timedelta(days=92)
"""How long what lasts "jusqu'au 20 mars" has gone on at most."""
SAME_SUM = 1.15
"""How many times larger the same sum may be in other words: "1,5 milliard", "1,4 milliard"."""
WOUNDING, CAPTURING = tuple(WORDS["wounding"]), tuple(WORDS["capturing"])


def overlapping(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Return whether two ranges have a number in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def add_up(mine: Set[Range], theirs: Set[Range]) -> bool:
    """Match "cinq morts … quatre soldats et un civil ont été tués": parts, and their sum."""
    for parts, whole in ((mine, theirs), (theirs, mine)):
        summed = (sum(low for low, _ in parts), sum(high for _, high in parts))
        if len(parts) > 1 and any(overlapping(summed, each) for each in whole):
            return True
    return False


def far_apart(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Return whether no rounding makes them one sum: 1.46 and 1.5 are, 1.5 and 2 are not."""
    low, high = sorted((one, other))
    return low[1] * SAME_SUM < high[0]


def same_load(mention: Mention, others: Sequence[Mention]) -> bool:
    """Return whether a mention counts the same things as another: "6700 conteneurs", "dix mille".

    Shells are not counted by the container that they are in.
    """
    mine = _counted_words(mention)
    counted = [words for each in others if (words := _counted_words(each)) is not None]
    if mine is None or not counted:
        return False
    return not mine or any(not words or not mine.isdisjoint(words) for words in counted)


def _counted_words(mention: Mention) -> frozenset[str] | None:
    """Return the words for what is counted, none where a number stands alone; None: no number."""
    if all(each.role != "quantity" for each in mention.fillers):
        return None
    things = (each.text for each in mention.fillers if each.role == "instrument")
    return frozenset(word.rstrip("sx") for text in things for word in key(text).split())


def fate(mention: Mention) -> str:
    """Return what happened to the victims: deaths, wounds and captures are separate events."""
    word = key(mention.trigger)
    if word.startswith(WOUNDING):
        return "wounded"
    return "captured" if word.startswith(CAPTURING) else "killed"


@lru_cache(maxsize=4096)
def specific_pact(text: str) -> frozenset[str]:
    """Return what distinguishes a pact: "traité de défense" → {defense}; "alliance" → nothing."""
    return frozenset(word for word in specific(text) if word not in PACTS)


@lru_cache(maxsize=4096)
def specific(text: str) -> frozenset[str]:
    """Return what distinguishes a weapon: "missiles balistiques nord-coréens" → {balistique}."""
    words = {key(w).rstrip("sx") for w in text.replace("-", " ").split()}
    return frozenset(SAME_THING.get(w, w) for w in words if w not in PLAIN)


def are_unlike(mine: Set[str], theirs: Set[str]) -> bool:
    """Return whether words tell of two weapons: "balistique" and "de croisière".

    "À combustible solide" and "balistique" may be one; so may two names of one model, but not two
    numbers of a series: "Hwasong-14", "Hwasong-15".
    """
    for group in UNLIKE:
        one, other = ({group[w] for w in words if w in group} for words in (mine, theirs))
        if one and other and one.isdisjoint(other):
            return True
    if mine.isdisjoint(theirs):
        return not (mine <= DESCRIBING or theirs <= DESCRIBING)
    first, second = ({w for w in words if w.isdecimal()} for words in (mine, theirs))
    named = any(not word.isdecimal() for word in mine & theirs)
    return bool(first and second) and named and first.isdisjoint(second)


def standing(mention: Mention) -> str:
    """Reduce a modality to its coarse class: asserted and reported are both "done"."""
    if mention.modality == "negated":
        return "denied"
    return "done" if mention.modality in DONE else mention.modality


@lru_cache(maxsize=4096)
def _parts(name: str) -> frozenset[str]:
    return frozenset(key(name).replace("-", " ").split())


def same_person(one: str, other: str) -> bool:
    """Return whether two names are the same or one is part of the other: "Kim", "Kim Jong-un"."""
    a, b = _parts(one), _parts(other)
    return a <= b or b <= a


def _days(date: Timex) -> tuple[str | None, str | None]:
    """Return the first and last day; "jusqu'au 20 mars" begins some months before."""
    if not str(date.value).startswith(OPEN_START) or date.latest is None:
        return date.earliest, date.latest
    first = dt.date.fromisoformat(date.latest) - NO_LONGER
    return min(first.isoformat(), date.earliest or date.latest), date.latest


def same_time(one: Timex, other: Timex) -> bool:
    """Return whether two dates can be the same time: equal, or one within the other."""
    if one.value == other.value:
        return one.value is not None or key(one.text) == key(other.text)
    if one.value is None or other.value is None or _is_eve(one, other) or _is_eve(other, one):
        return False
    a, b = _days(one), _days(other)
    if None in a or None in b:
        return False
    return (a[0] >= b[0] and a[1] <= b[1]) or (b[0] >= a[0] and b[1] <= a[1])  # type: ignore[operator]


def _is_eve(one: Timex, other: Timex) -> bool:
    """Match "la frappe de la veille" beside a night, whose first day that is."""
    return other.grain == "night" and one.latest == other.earliest and key(one.text) in EVE
