"""Several dates of one mention, listed: "les tirs du 27 février et du 5 mars"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.dates import Timex
from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.verbs import is_plain_verb
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
JOINING, COMMA = WORDS["joining"], ","
BESIDE = WORDS["before_date"] | WORDS["to_limit"] | closed_class("of") | WORDS["listed_before"]
ANOTHER = WORDS["another_one"] | WORDS["ordinals"]
ONE_OF_TWO = ANOTHER | WORDS["the_first"]
STOPS = closed_class("clause_openers") | closed_class("hard_stops") | {COMMA}
GRAINS = frozenset({"day", "month", "year"})


def listed_dates(view: DocView, one: Timed) -> tuple[int, ...]:
    """Return the dates that a mention has together, in order; none where it has one or none.

    Of "se sont vus en juin 2018 et en février 2019" both; not of "a tiré lundi un missile et mardi
    des roquettes", nor of "a tiré mardi, et jeudi Séoul a protesté".
    """
    number = one.dating.number
    if number is None or one.dating.shared or view.words[one.token] in ONE_OF_TWO:
        return ()  # "la première vendredi, la seconde dimanche": a day each
    dates = view.dates_in(view.sentence_at[one.token])
    at = next((i for i, (_, each) in enumerate(dates) if each == number), None)
    if at is None:
        return ()
    begin = at
    while begin and _joined(view, dates[begin - 1], dates[begin]):
        begin -= 1
    end = at
    while end + 1 < len(dates) and _joined(view, dates[end], dates[end + 1]):
        end += 1
    found = dates[begin : end + 1]
    if len(found) == 1 or not _is_of_one_verb(view, one, found):
        return ()
    numbers = tuple(each for _, each in found)
    return numbers if _in_order([view.dates[each] for each in numbers]) else ()


def _joined(view: DocView, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Return whether only "et", "puis" or a comma stands between two dates, with "en", "du".

    So may the place of each: "en juin 2018 à Singapour, puis en février 2019 à Hanoï".
    """
    between = (i for i in range(one[0], other[0]) if view.date_at[i] != one[1])
    inner = [i for i in between if not _is_place(view, i)]
    joining = [view.words[i] for i in inner if view.words[i] in JOINING]
    return len(joining) == 1 and all(view.words[i] in JOINING | BESIDE | ANOTHER for i in inner)


def _is_place(view: DocView, i: int) -> bool:
    number = view.entity_at[i]
    return number is not None and view.entities[number].label == "LOC"


def _in_order(dates: Sequence[Timex]) -> bool:
    """Return whether dates are as fine as each other, with values, each after the one before."""
    if len({date.grain for date in dates}) > 1 or dates[0].grain not in GRAINS:
        return False
    days = [date.earliest for date in dates]
    plain = all(d.part is None and d.kind == "date" and "~" not in str(d.value) for d in dates)
    known = [day for day in days if day is not None]
    return plain and len(set(known)) == len(days) and known == sorted(known)


def _is_of_one_verb(view: DocView, one: Timed, found: Sequence[tuple[int, int]]) -> bool:
    """Refuse "a tiré mardi et jeudi Séoul a protesté": the last date opens another clause."""
    group = one.raw.group or one.raw.positions.light
    if group is None or group.verb > found[0][0]:
        return True
    for i in range(found[-1][0], view.sentence(one.token)[1]):
        if view.words[i] in STOPS:
            return True
        if is_plain_verb(view, i) and view.is_finite(view.tokens[i]):
            return False
        if view.pos[i] == "AUX":
            return False
    return True
