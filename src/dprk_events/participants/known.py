"""Which happening of the register an event is, and why.

A strategy takes the context, the event, its participants, its time and the register; it returns
the happening that is meant, or None where the words leave it open.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from dprk_events.coreference import Context
from dprk_events.events import Event, Mention
from dprk_events.events.event import DONE
from dprk_events.events.row import EventTime, KnownAs, Participant
from dprk_events.french import word_lists
from dprk_events.known import Meant, Register, days_of, stems, tells_another
from dprk_events.participants.actors import countries_of
from dprk_events.participants.definite import is_definite
from dprk_events.participants.find import SIDES
from dprk_events.syntax import Phrase

_LISTS = word_lists(__package__)
_FRESH = dt.timedelta(days=14)
"""News of a happening is told so long after its last day."""
_LASTING = dt.timedelta(days=2)
"""From its first day to its last: what lasts so long is news for days."""
_NAMED_BY = frozenset({"person", "org"})
"""Kinds of participants that happenings of the register are named by."""


class _Asked(NamedTuple):
    """An event that may be a known one."""

    context: Context
    event: Event
    participants: Sequence[Participant]
    time: EventTime
    register: Register

    def meant(self, words: str, date: str | None) -> Meant | None:
        """Return the one happening of the register that the words name; None if it is open."""
        found = self.all_meant(words, date)
        return found[0] if len(found) == 1 else None

    def all_meant(self, words: str, date: str | None = None) -> list[Meant]:
        """Return the happenings of the register that the words can name."""
        sides = [each for each in self.participants if each.role in SIDES]
        return self.register.named(
            self.event.type,
            words,
            countries={code for each in sides for code in each.countries},
            people={each.name for each in sides if each.kind in _NAMED_BY},
            date=date,
            reference=self.context.published,
        )

    def told_apart(self, meant: Meant) -> bool:
        """Say whether more than the type and who acts names it: they may do the same again.

        « le sommet entre Poutine et Kim » may be one of tomorrow, « le sommet de Vladivostok » not.
        """
        actors = [each.name for each in self.participants if each.role == "actor"]
        triggers = [mention.trigger for mention in self.event.mentions]
        known = _stems((*actors, *triggers), self.event.type)
        return not _stems(meant.words, self.event.type) <= known


def _stems(words: Iterable[str], kind: str) -> set[str]:
    return {stem for each in words for stem in stems(each, kind)}


def known_of(
    context: Context,
    event: Event,
    participants: Sequence[Participant],
    time: EventTime,
    register: Register,
) -> KnownAs | None:
    """Return which known happening an event is; None if none, or if the words leave it open.

    Only what is told as done is asked about: a plan is not yet the happening, and what the text
    denies did not happen. The first of ``STRATEGIES`` that finds one decides.
    """
    if event.modality not in DONE:
        return None
    asked = _Asked(context, event, participants, time, register)
    for strategy in STRATEGIES:
        if (meant := strategy(asked)) is not None:
            name = strategy.__name__.replace("_", " ")
            return KnownAs(meant.known.id, name, " ".join(meant.words))
    return None


def dated(asked: _Asked) -> Meant | None:
    """Take the happening of the event's own date that its words name, be it told as news.

    « Le 12 juin 2018, Donald Trump a rencontré Kim Jong-un à Singapour. »
    """
    if asked.time.value is None or days_of(asked.time.value) is None:  # a span without a year
        return None
    each = (asked.meant(_told(asked, m), asked.time.value) for m in asked.event.mentions)
    return next((meant for meant in each if meant is not None), None)


def named(asked: _Asked) -> Meant | None:
    """Take the happening by whose name an undated event is called.

    The noun is definite: the article brings it in as known. « Depuis le sommet de Hanoï, … »
    Where one mention tells of another than the known one, it is none of the register.
    """
    if asked.time.value is not None:
        return None
    told = [mention for mention in asked.event.mentions if mention.modality in DONE]
    calls = [words for m in told if (words := _called(asked.context, m)) is not None]
    nouns = (_noun(asked.context, mention) for mention in asked.event.mentions)
    if any(tells_another(words, asked.event.type) for words in nouns if words):
        return None
    each = (asked.meant(words, None) for words in calls)
    return next((meant for meant in each if meant is not None and asked.told_apart(meant)), None)


def news(asked: _Asked) -> Meant | None:
    """Take the undated drill of a name in whose days, or soon after, the article was published.

    « Coup d'envoi des manœuvres Freedom Shield » of 10 March 2025: they are those of that year.
    """
    published = asked.context.published
    called = any(each.role == "name" for each in asked.participants)
    if asked.time.value is not None or published is None or not called:
        return None
    for mention in asked.event.mentions:
        found = asked.all_meant(_told(asked, mention))
        meant = [each for each in found if _is_news(each, published)]
        if len(meant) == 1:
            return meant[0]
    return None


def unnamed(asked: _Asked) -> Meant | None:
    """Take the happening that the press of those days means without a name.

    « Les soldats que Kim a envoyés en Russie » since October 2024, unless others are told of.
    """
    event, view = asked.event, asked.context.view
    if event.type not in asked.register.unnamed_types:
        return None
    if asked.time.value is not None and days_of(asked.time.value) is None:
        return None  # a span without a year
    actors = countries_of(asked.participants)
    spoken_of = {code for p in asked.participants for code in p.countries}
    for mention in event.mentions:
        start, end = mention.sentence
        within = (each for each in view.entities if start <= each.start < end)
        spoken_of.update(each.country for each in within if each.country)
    words = [_told(asked, mention) for mention in event.mentions]
    found = asked.register.unnamed(
        event.type,
        words,
        actors=actors,
        spoken_of=spoken_of,
        date=asked.time.value,
        reference=asked.context.published,
    )
    said = tuple(event.mentions[0].trigger.split())
    return Meant(found[0], "", said) if len(found) == 1 else None


STRATEGIES: tuple[Callable[[_Asked], Meant | None], ...] = (dated, named, news, unnamed)


def _is_news(meant: Meant, published: dt.date) -> bool:
    """Whether an article was published in the days of a happening that lasts, or soon after."""
    known = meant.known
    lasts = known.latest - known.earliest >= _LASTING
    return lasts and known.earliest <= published <= known.latest + _FRESH


def _told(asked: _Asked, mention: Mention) -> str:
    """Return the words of a mention: its trigger as it is called, and what fills its roles."""
    called = _noun(asked.context, mention)
    return " ".join([called or mention.trigger, *(each.text for each in mention.fillers)])


def _called(context: Context, mention: Mention) -> str | None:
    """Return what a definite noun calls the event; None if the noun brings it in as new."""
    return _noun(context, mention) if is_definite(context, mention.token) else None


def _noun(context: Context, mention: Mention) -> str | None:
    """Return the words of the trigger's phrase with its complements; None if it is no noun."""
    view = context.view
    phrase = view.phrase(mention.token)
    if phrase is None or view.is_verbal(mention.token):
        return None
    last = phrase.last
    for behind in _complements(context, phrase):
        last = behind.last
    start, end = view.span(phrase.first, last)
    return view.text[start:end]


def _complements(context: Context, phrase: Phrase) -> Iterator[Phrase]:
    """Yield the phrases that follow word by word and complete a noun: « sommet | de Hanoï »."""
    phrases, at = context.view.neighbours(phrase.head)
    for behind in phrases[(len(phrases) if at is None else at) + 1 :]:
        if behind.start != phrase.last + 1 or behind.prep not in _LISTS["completing"]:
            return
        yield behind
        phrase = behind
