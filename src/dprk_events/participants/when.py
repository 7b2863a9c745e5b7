"""When an event is: its date, else what its modality and the publication date leave open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from dprk_events.dates import Timex, set_of
from dprk_events.events import Event
from dprk_events.events.event import DONE, Mention
from dprk_events.events.row import NO_TIME, EventTime, KnownAs
from dprk_events.known import Register
from dprk_events.names import Modality, TimeGround
from dprk_events.syntax import DocView

AHEAD: frozenset[Modality] = frozenset({"planned", "possible"})
"""What is not done yet when it is spoken of."""
BACK = frozenset({"past", "then", "aimed"})
"""Looks of what is no longer ahead of the article."""
STILL_OPEN = frozenset({"ahead", "open", "then", "aimed", None})
"""Looks that, beside one ahead of the article, leave it ahead: "propose", "avait proposé"."""
NOT_YET = frozenset({"aimed", "then"})
"""Looks of what may have come or not when the article tells of it."""


def whole_date(event: Event, view: DocView, published: date | None) -> Timex | None:
    """Return the date of an event where none of the document's dates holds it; else None.

    Of "les tirs du 27 février et du 5 mars" it is both, of "au lendemain du tir" the day counted,
    of "d'ici vendredi" all until Friday, where the event is still ahead. Arguments as for
    :func:`time_of`.
    """
    dates = view.dates
    if event.date is None or dates[event.date].value is None or _is_half_of(event, dates):
        count = _counted(event)
        if count is not None:
            return count
        first, _, planned = _left_open(event, dates, published)
        limit = _limit(event, first or planned)
        return None if limit is None or limit.value is None else limit
    mentions = (_opening(event), *event.mentions)
    lists = (m.listed for m in mentions if m.date == event.date and m.listed)
    several = next(lists, ())
    return set_of([dates[number] for number in several], view.text) if several else None


def last_day_told(
    events: Iterable[Event], dates: Sequence[Timex], published: date | None
) -> date | None:
    """Return the last day of which a document tells as past: the reference date, or the next one.

    What North Korea fired on Thursday morning is in papers of Wednesday evening.
    """
    if published is None:
        return None
    tomorrow = published + timedelta(days=1)
    days = {
        dates[mention.date].earliest
        for event in events
        for mention in event.mentions
        if mention.date is not None and mention.modality in DONE
    }
    return tomorrow if tomorrow.isoformat() in days else published


def time_of(
    event: Event, dates: Sequence[Timex], published: date | None, until: date | None = None
) -> EventTime:
    """Return the time of an event.

    Args:
        event: The event, with its :func:`whole_date`; ``event.date`` counts in ``dates``.
        dates: The date expressions of the document.
        published: The reference date, None where it is not known.
        until: The :func:`last_day_told`, where it is not the reference date.

    Returns:
        The value and days of its date where that has a value, or of the date counted from another
        deed's ("deux jours après l'essai"): ``stated`` where the first mention has it,
        ``other-mention`` where the event has it from a later one. What is told as done is
        not later than the reference date, and what is ahead not earlier: that narrows the days of
        a coarse date, and bounds what has none (``published``). What is ahead of a time in the
        past ("allait tirer") and what no tense places has no bound, unless the plan, the threat or
        the statement that foretells it has a day ("avait menacé mardi de tirer"): then it is not
        earlier (``stated``). What has a limit ("d'ici vendredi") is not later (``stated``).

    """
    stated, own = _stated(event, dates)
    first, last, planned = _left_open(event, dates, published)
    if last is not None and until is not None:
        last = until.isoformat()
    if stated is not None and stated.value is not None:
        ground: TimeGround = "stated" if own else "other-mention"
        earliest, latest = _narrowed(stated, first, last)
        return EventTime(stated.value, earliest, latest, ground)
    limit = _limit(event, first or planned)
    if limit is not None:
        return EventTime(limit.value, first or planned, limit.latest, "stated")
    if planned is not None:
        return EventTime(None, planned, None, "stated")
    if first is None and last is None:
        first = _if_open(event, published)
    if first is None and last is None:
        return NO_TIME
    return EventTime(None, first, last, "published")


def time_by_register(time: EventTime, register: Register, known: KnownAs) -> EventTime:
    """Return the time of a known happening: the register's where the text states none."""
    meant = register.get(known.id)
    if time.value is not None or meant is None:
        return time
    first, last = meant.days.first, meant.days.last
    return EventTime(
        meant.date,
        None if first is None else first.isoformat(),
        None if last is None else last.isoformat(),
        "known-happening",
    )


def _opening(event: Event) -> Mention:
    """Return the first mention."""
    return min(event.mentions, key=lambda mention: (mention.start, mention.end))


def _stated(event: Event, dates: Sequence[Timex]) -> tuple[Timex | None, bool]:
    """Return the date of an event, and whether its first mention has it."""
    opening = _opening(event)
    stated = None if event.date is None else dates[event.date]
    if stated is None or stated.value is None or _is_half_of(event, dates):
        count = _counted(event)
        return (stated, False) if count is None else (count, opening.counted == count)
    return event.whole_date or stated, opening.date == event.date


def _is_half_of(event: Event, dates: Sequence[Timex]) -> bool:
    """Match "jusqu'au 28 août" where another mention tells the beginning, too."""
    whole, half = _counted(event), None if event.date is None else dates[event.date].value
    if whole is None or half is None or ".." in str(whole.value):
        return False
    return half.startswith("../") and str(whole.value).endswith(half.removeprefix("..").lstrip("/"))


def _counted(event: Event) -> Timex | None:
    """Return the date counted from another deed's; None where mentions count differently."""
    counts = [mention.counted for mention in event.mentions if mention.counted is not None]
    return counts[0] if len({count.value for count in counts}) == 1 else None


def _left_open(
    event: Event, dates: Sequence[Timex], published: date | None
) -> tuple[str | None, str | None, str | None]:
    """Return first and last day as :func:`_bounds`, and where there is none that of the plan."""
    first, last = _bounds(event, published)
    planned = _planned_on(event, dates) if first is None and last is None else None
    return first, last, planned


def _bounds(event: Event, published: date | None) -> tuple[str | None, str | None]:
    """Return the first and the last day that the telling leaves open, by the reference date."""
    if published is None:
        return None, None
    day = published.isoformat()
    looks = {mention.look for mention in event.mentions}
    if _awaited(event):
        return day, None
    if looks == {"ahead"}:  # of what is told as done, "de quoi tirer mille obus" tells no time
        return (None, None) if event.modality in DONE else (day, None)
    told = any(m.modality in DONE and m.look not in NOT_YET for m in event.mentions)
    told = event.modality in DONE and told
    if told or (event.modality != "planned" and looks == {"past"}):
        return None, day
    if looks.isdisjoint(BACK) and event.modality == "planned":
        return day, None
    if event.modality in AHEAD and "ahead" in looks and looks <= STILL_OPEN:
        return day, None
    return None, None


def _if_open(event: Event, published: date | None) -> str | None:
    """Return the reference date for a late threat or wish of which nothing came yet."""
    open_yet = event.modality in AHEAD and {m.look for m in event.mentions} == {"open"}
    return published.isoformat() if open_yet and published is not None else None


def _awaited(event: Event) -> bool:
    """Return whether it is told as to come first, and nowhere in a past tense: "va envoyer"."""
    first = _opening(event)
    if event.modality not in DONE or first.modality != "planned" or first.look != "ahead":
        return False
    return not any(m.modality in DONE and m.look == "past" for m in event.mentions)


def _planned_on(event: Event, dates: Sequence[Timex]) -> str | None:
    """Return the first day on which it can be: that of the plan, if all mentions are dated so."""
    if event.modality not in AHEAD or any(mention.look == "past" for mention in event.mentions):
        return None
    days = [None if m.planned_on is None else dates[m.planned_on].earliest for m in event.mentions]
    return min((day for day in days if day is not None), default=None) if all(days) else None


def _limit(event: Event, first: str | None) -> Timex | None:
    """Return the time until its limit, where all mentions have one and it is possible."""
    if event.modality not in AHEAD:
        return None
    limits = [m.until for m in event.mentions if m.until is not None and m.until.latest is not None]
    if not limits or len(limits) < len(event.mentions):
        return None
    last = max(limits, key=lambda limit: str(limit.latest))
    return None if first is not None and str(last.latest) < first else last


def _narrowed(stated: Timex, first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """Return the days of a date as far as they are possible; all of them if none would be.

    What is told with its end ("ouvert lundi, il durera jusqu'au 1er septembre") goes on till then.
    """
    earliest, latest = stated.earliest, stated.latest
    goes_on = latest is not None and str(stated.value).endswith(f"/{latest}")
    if last is not None and earliest is not None and earliest <= last and not goes_on:
        latest = last if latest is None else min(latest, last)
    if first is not None and latest is not None and first <= latest:
        earliest = first if earliest is None else max(earliest, first)
    return earliest, latest
