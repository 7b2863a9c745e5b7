"""Leave out what only tells how an event went that the text has just told."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from dprk_events.events.mentions.pointing import of_a_thing_told
from dprk_events.events.mentions.raw import RawMention, Rejected
from dprk_events.events.mentions.title import tells_anew, title_sentences
from dprk_events.french import word_lists
from dprk_events.syntax import DocView

_LISTS = word_lists(__package__)
WITHOUT, APART = _LISTS["without"], _LISTS["apart_in_time"]
BETWEEN = frozenset({"DET", "ADJ", "NUM"})
"""What may stand between "après" and the noun of a deed."""
TOLD_SENTENCES = 4
"""How far back a mention makes another one a mere detail: "Il a tiré un missile. L'engin s'est
abîmé en mer"."""
RESULT_SENTENCES = 2
"""How far back an event has brought about what a sentence tells."""
Days = frozenset[tuple[str | None, str | None]]
"""First and last day of dates."""


def untold(view: DocView, mentions: list[RawMention], rejected: list[Rejected]) -> list[RawMention]:
    """Drop the mentions that only tell how an event went that the text has just told.

    What its sentence dates to other days than those of the telling ones is another event: "Le Nord
    a tiré un missile mardi. En mars, un engin s'était abîmé en mer". So is what had been on a day
    of its own below a title without one.
    """
    told: dict[str, list[int]] = defaultdict(list)
    """Sentences with a mention by any other rule, by type, in text order."""
    for mention in mentions:
        if not mention.candidate.trigger.rule.spec.unless_told:
            told[mention.type].append(view.sentence_at[mention.candidate.first])
    kept, title = [], title_sentences(view)
    for mention in mentions:
        places = told[mention.type]
        if not mention.candidate.trigger.rule.spec.unless_told:
            kept.append(mention)
        elif _told_before(view, mention, places, title):
            rejected.append(Rejected(mention.candidate, "told by another mention of the type"))
        else:
            kept.append(mention)
            here = view.sentence_at[mention.candidate.first]
            places.insert(bisect_left(places, here), here)  # one detail is enough
    return kept


def without_results(
    view: DocView, mentions: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Drop what an event just told has brought about: "Le Nord a tiré. Des maisons ont brûlé".

    Who is named as doing it does another deed, and so is what has a date of its own.
    """
    kept: list[RawMention] = []
    for mention in mentions:
        causes = mention.candidate.trigger.rule.spec.result_of
        here = view.sentence_at[mention.candidate.first]
        told = causes and any(
            other.type in causes
            and 0 <= here - view.sentence_at[other.candidate.first] <= RESULT_SENTENCES
            for other in mentions
        )
        named = any(fill.role == "actor" for fill in mention.fills)
        if not told or named or _days(view, here):
            kept.append(mention)
        else:
            rejected.append(Rejected(mention.candidate, "the result of another event just told"))
    return kept


def without_flights_of_others(
    view: DocView, mentions: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Drop a detail of a thing told just before, in a deed of another type.

    "Le satellite a explosé. L'engin n'a volé que deux minutes": no missile was tested.
    """
    kept: list[RawMention] = []
    for mention in mentions:
        before = _thing_of(view, kept, mention)
        if before is None or before.type == mention.type:
            kept.append(mention)
        else:
            rejected.append(Rejected(mention.candidate, f"its thing is that of a {before.type}"))
    return kept


def _thing_of(view: DocView, before: list[RawMention], mention: RawMention) -> RawMention | None:
    """Return the last mention with a thing that moves, of which a detail may tell."""
    detail = mention.candidate.trigger.rule.spec.unless_told
    if not detail or not of_a_thing_told(view, [mention]):
        return None
    here = view.sentence_at[mention.candidate.first]
    for other in reversed(before):
        if here - view.sentence_at[other.candidate.first] > TOLD_SENTENCES:
            return None
        if any(fill.role == "instrument" for fill in other.fills):
            launched = other.event_type.failed_is_done or other.event_type.harms
            return other if launched else None  # of what only was shown: "il n'a jamais volé"
    return None


def without_omissions(
    view: DocView, mentions: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Drop what a deed told in the sentence went without: "un défilé, sans exhiber de missiles"."""
    kept: list[RawMention] = []
    for mention in mentions:
        group = mention.group
        left_out = (
            group is not None
            and group.form == "infinitive"
            and view.words[max(0, group.first - 1)] in WITHOUT
        )
        if left_out and any(_tells_more(view, other, mention) for other in mentions):
            rejected.append(Rejected(mention.candidate, "what another mention went without"))
        else:
            kept.append(mention)
    return kept


def _tells_more(view: DocView, other: RawMention, mention: RawMention) -> bool:
    here, there = view.sentence_at[mention.candidate.first], view.sentence_at[other.candidate.first]
    return other is not mention and other.type == mention.type and here == there


def _another_before(view: DocView, mention: RawMention) -> bool:
    """Match "quatre jours après une première salve, il a tiré": no detail of what is told next."""
    first = mention.candidate.first
    if mention.candidate.trigger.verbal:
        return False
    begin, _ = view.sentence(first)
    at = first - 1
    while at > begin and view.pos[at] in BETWEEN:
        at -= 1
    return at >= begin and view.words[at] in APART


def _told_before(view: DocView, mention: RawMention, places: list[int], title: int) -> bool:
    """Say whether one of the sentences with mentions tells what a detail belongs to."""
    here = view.sentence_at[mention.candidate.first]
    # Below the title, the text tells anew what the title told: "Deux engins partis jeudi …".
    anew = here >= title and tells_anew(view, mention.fills)
    since = max(here - TOLD_SENTENCES, title if anew else 0)
    near = {place for place in places if since <= place <= here}
    if here in near and _another_before(view, mention):
        return False
    if not near or here in near:
        return bool(near)
    own, group = _days(view, here), mention.group
    had_been = group is not None and group.compound and group.tense == "imperfect"
    # "260 ballons lâchés", in a title, is of now, and "En 2016, un ballon avait crevé" is not
    dated = [place for place in near if not (had_been and place < title and not _days(view, place))]
    theirs = [_days(view, place) for place in dated]
    return not own or not all(days and days.isdisjoint(own) for days in theirs)


def _days(view: DocView, sentence: int) -> Days:
    """Return the days that a sentence speaks of, whether their year is known or not."""
    dates = [view.dates[number] for _, number in view.dates_in(sentence)]
    return frozenset((d.earliest or d.value, d.latest or d.value) for d in dates if d.value)
