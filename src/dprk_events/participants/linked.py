"""What one event of an article tells of another: who does it once more, whom it befalls.

Each strategy takes an event without a side and the events before it, and returns that side.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from dprk_events.coreference import Context
from dprk_events.events import Event, Mention
from dprk_events.events.event import DONE
from dprk_events.events.row import Participant
from dprk_events.events.rules import EventType
from dprk_events.french import forms_of, word_lists
from dprk_events.names import ROLES
from dprk_events.participants.actors import known_actors
from dprk_events.participants.as_elsewhere import as_elsewhere, sides_elsewhere
from dprk_events.participants.elliptic import elliptic
from dprk_events.participants.fallen import by_whom, fallen
from dprk_events.participants.find import SIDES
from dprk_events.participants.former import of_the_former
from dprk_events.participants.guest import SINCE_JOURNEY, guest
from dprk_events.participants.in_return import in_return
from dprk_events.participants.nearby import naming_of
from dprk_events.participants.repelled import repelled
from dprk_events.participants.takes_two import takes_two
from dprk_events.syntax import VERBAL

_LISTS = word_lists(__package__)
PEOPLE = frozenset({"force", "people", "person"})
Span = tuple[int, int]
CAUSING, CAUSE_BACK = forms_of(*_LISTS["causing"]), 5
COUNT_BACK = 2
"""Sentences between two counts of the same victims."""
STRUCK_BACK = 3
"""Sentences before within which the deed was told whose victims are told without a country."""
SENT_NEAR = 2
"""Sentences around a deed within which it is told who sent the soldiers whom it befalls."""
LIKE_IT = 4
"""Words from a noun within which it is told that it is like others: "incursions du même genre"."""
BACK = 4
"""Sentences before within which the deed that is done once more was told."""


class _Told:
    """The events of an article, looked up by what one asks another: made once, asked by each."""

    def __init__(self, context: Context, events: Sequence[Event]) -> None:
        self._senders: dict[tuple[int, int], list[tuple[Event, tuple[str, ...]]]] = defaultdict(
            list
        )
        self._harming: dict[int, list[tuple[int, int, Event]]] = defaultdict(list)
        self._by_type: dict[str, list[tuple[int, Event]]] = defaultdict(list)
        self._in_sentence: dict[tuple[str, int], list[Event]] = defaultdict(list)
        for number, event in enumerate(events):
            self._by_type[event.type].append((event.mentions[0].token, event))
            self._add_senders(event)
            for sentence in {context.view.sentence_at[m.token] for m in event.mentions}:
                self._in_sentence[event.type, sentence].append(event)
            if event.event_type.harms and not event.event_type.consequence:
                for mention in event.mentions:
                    sentence = context.view.sentence_at[mention.token]
                    self._harming[sentence].append((number, mention.token, event))
        for alike in self._by_type.values():
            alike.sort(key=lambda each: each[0])

    def sender(self, event: Event, span: Span) -> tuple[str, ...]:
        """Return the countries of who sends those that are named there, by another event.

        Who was hit was sent before: "veut échanger les deux soldats capturés" tells nothing.
        """
        hit = event.event_type.consequence
        found = reversed(self._senders.get(span, ()))
        sent = (each for each in found if not hit or each[0].modality in DONE)
        return next((countries for other, countries in sent if other is not event), ())

    def doing(self, context: Context, event: Event) -> Iterator[Event]:
        """Yield the deeds that harm somebody told before an event in its own sentence.

        Or in which they fell: "tués lors d'une frappe ukrainienne".
        """
        token = event.mentions[0].token
        harming = self.harming([context.view.sentence_at[token]])
        return (deed for at, deed in harming if at < token or _in_which(context, token, at))

    def moving(self, sentences: Sequence[int]) -> Iterator[Event]:
        """Yield the moves of forces that are done, told in some sentences."""
        types = [name for name, told in self._by_type.items() if told[0][1].event_type.moves_forces]
        moves = self.of_types(types, sentences)
        return (event for event in moves if event.modality in DONE)

    def harming(self, sentences: Sequence[int]) -> Iterator[tuple[int, Event]]:
        """Yield the deeds that harm somebody in some sentences, with the token that tells them."""
        found = (each for sentence in sentences for each in self._harming.get(sentence, ()))
        for _, token, event in sorted(found, key=lambda each: each[:2]):
            yield token, event

    def of_types(self, types: Sequence[str], sentences: Sequence[int]) -> Iterator[Event]:
        """Yield the events of some types that are told in some sentences, in their order."""
        found = (self._in_sentence.get((kind, at), ()) for at in sentences for kind in types)
        return iter({id(event): event for some in found for event in some}.values())

    def alike(self, event: Event) -> Iterator[Event]:
        """Yield the events of the type of one, itself too."""
        return self.all_of(lambda kind: kind is event.event_type)

    def all_of(self, wanted: Callable[[EventType], object]) -> Iterator[Event]:
        """Yield all events of some types, in their order."""
        some = (told for told in self._by_type.values() if told and wanted(told[0][1].event_type))
        return (event for told in some for _, event in told)

    def before(self, event: Event, *, most_told: bool = False) -> Event | None:
        """Return the event of the same type that is first told last before this one.

        With ``most_told`` the one that is told most, where they are not told alike often.
        """
        alike = self._by_type[event.type]
        at = bisect_left(alike, event.mentions[0].token, key=lambda each: each[0])
        if not at:
            return None
        often = [len(each.mentions) for _, each in alike[:at]]
        if most_told and often.count(max(often)) == 1:
            return alike[often.index(max(often))][1]
        return alike[bisect_left(alike, alike[at - 1][0], key=lambda each: each[0])][1]

    def beside(self, context: Context, event: Event) -> Iterator[Event]:
        """Yield the other events of the type told in the sentence of an event or the one before.

        Those by rules of warding off are none.
        """
        sentence_at = context.view.sentence_at
        here = sentence_at[event.mentions[0].token]
        begin = context.view.sentences[max(0, here - 1)][0]
        alike = self._by_type[event.type]
        for token, other in alike[bisect_left(alike, begin, key=lambda each: each[0]) :]:
            if sentence_at[token] > here:
                return
            if other is not event and not other.is_by(event.event_type.wards_off):
                yield other

    def _add_senders(self, event: Event) -> None:
        countries = tuple(c for p in event.participants if p.role == "actor" for c in p.countries)
        for thing in event.participants:
            if thing.role == "instrument" and thing.kind in PEOPLE:
                for span in thing.spans:
                    self._senders[span].append((event, countries))


def link(context: Context, events: Sequence[Event]) -> list[Event]:
    """Return the events with the sides that others of the article tell."""
    told = _Told(context, events)
    own = (of_the_former(context, event, told.before(event)) for event in events)
    return [_linked(context, _sent(event, told), told) for event in own]


def _linked(context: Context, event: Event, told: _Told) -> Event:
    """Return an event with who does it once more, and whom it befalls."""
    more: list[Participant] = []
    if all(each.role != "actor" for each in event.participants):
        more += once_more(context, event, told) or warded_off(context, event, told)
        if not more and event.event_type.consequence:
            here = context.view.sentence_at[event.mentions[0].token]
            more += elliptic(context, event, told.of_types((event.type,), (here,)))
    if event.event_type.held_on:
        more += _guest(context, event, told)
    linked = event
    if event.event_type.consequence:
        at = context.view.sentence_at[event.mentions[0].token]
        near = range(max(0, at - SENT_NEAR), at + SENT_NEAR + 1)
        linked, befallen = _befallen(context, fallen(context, event, told.moving(near)), told)
        more += befallen
        if all(each.role != "actor" for each in (*linked.participants, *more)):
            more += by_whom(
                replace(linked, participants=(*linked.participants, *more)),
                told.doing(context, event),
            )
    gifts = told.all_of(lambda kind: kind.granted_for or kind.moves_forces)
    more += in_return(context, event, (*linked.participants, *more), gifts)
    if event.event_type.takes_two:
        more += takes_two(context, event, (*linked.participants, *more), told.alike(event))
    if not any(each.role == "actor" for each in (*linked.participants, *more)):
        more += as_elsewhere(context, event, told.alike(event)) or _sides(context, event, told)
    if not more:
        return linked
    found = sorted((*linked.participants, *more), key=lambda each: ROLES.index(each.role))
    return replace(linked, participants=tuple(found))


def _guest(context: Context, event: Event, told: _Told) -> list[Participant]:
    """Return who came on the journey that an event was held on."""
    at = context.view.sentence_at[event.mentions[0].token]
    near = range(max(0, at - SINCE_JOURNEY), at + 1)
    return guest(context, event, told.of_types(event.event_type.held_on, near))


def _sides(context: Context, event: Event, told: _Told) -> list[Participant]:
    """Return the sides of talks or a pact by those of the others told, or by the only journey."""
    held_on = event.event_type.held_on + event.event_type.made_at
    if not held_on:
        return []
    talks = told.all_of(lambda kind: kind.held_on or kind.made_at)
    journeys = told.all_of(lambda kind: kind.name in held_on and not kind.symmetric)
    return sides_elsewhere(context, event, talks, journeys)


def _sent(event: Event, told: _Told) -> Event:
    """Give people without a country that of who sends them. « a envoyé des soldats se battre »."""
    found = tuple(
        replace(each, countries=countries, strategy="sent", granted=True)
        if each.role in SIDES
        and not each.countries
        and (countries := told.sender(event, each.spans[0]))
        else each
        for each in event.participants
    )
    return event if found == event.participants else replace(event, participants=found)


def once_more(context: Context, event: Event, told: _Told) -> list[Participant]:
    """Take who did it before. « Des soldats du Nord sont passés … Une autre incursion … »."""
    if event.event_type.symmetric or not any(_again(context, m) for m in event.mentions):
        return []  # a second summit may be another pair's
    latest, sentence_at = told.before(event, most_told=True), context.view.sentence_at
    if latest is None:
        return []
    if sentence_at[event.mentions[0].token] - sentence_at[latest.mentions[0].token] > BACK:
        return []
    return [
        replace(each, strategy="once more", granted=True)
        for each in latest.participants
        if each.role == "actor"
    ]


def warded_off(context: Context, event: Event, told: _Told) -> list[Participant]:
    """Take the neighbour of who came over. « Ils ont reculé sous des tirs de sommation »."""
    if not event.is_by(event.event_type.wards_off):
        return []
    at = [p for p in event.participants if p.role == "recipient" and p.countries]
    crossings = (known_actors(other) for other in told.beside(context, event))
    for came in (at, repelled(context, event), *crossings):
        countries = {country for each in came for country in each.countries}
        rest = set(event.event_type.neighbours) - countries
        if len(countries) != 1 or len(rest) != 1:
            continue
        found = naming_of(context, event, rest.pop(), "warded off")
        if found and all(each.role != "recipient" for each in event.participants):
            found += [
                replace(each, role="recipient", strategy="warded off", granted=True)
                for each in came
            ]
        return found or []
    return []


def _again(context: Context, mention: Mention) -> bool:
    """Say whether a mention is a noun that counts the deed among others of its kind."""
    view = context.view
    phrase = view.phrase(mention.token)
    if phrase is None or view.is_verbal(mention.token):
        return False
    if phrase.possessive or context.word_before(phrase.first) in _LISTS["of_the_teller"]:
        return False  # "ma première visite" is told of its own visitor
    begin, _ = view.sentence(mention.token)
    words = view.words[max(begin, phrase.first - 1) : phrase.last + LIKE_IT]
    return not _LISTS["once_more"].isdisjoint(words)


def _befallen(context: Context, event: Event, told: _Told) -> tuple[Event, list[Participant]]:
    """Give victims of no known country that of whom the deed of their sentence was aimed at.

    « L'armée a bombardé l'île sud-coréenne, faisant quatre morts. »
    """
    victims = [each for each in event.participants if each.role == "recipient"]
    if any(each.countries for each in victims) or event.modality == "negated":
        return event, []  # "sans faire de blessés": nobody is hurt
    struck = _struck(context, event, told)
    if struck is None:
        return event, []
    if victims:
        marked = [
            replace(p, countries=struck.countries, strategy="befallen", granted=True)
            if p in victims
            else p
            for p in event.participants
        ]
        return replace(event, participants=tuple(marked)), []
    state = context.state(struck.countries[0])
    whole = replace(struck, name=state.name, kind="state", kb=state.kb)
    return event, [replace(whole, strategy="befallen", granted=True)]


def _struck(context: Context, event: Event, told: _Told) -> Participant | None:
    """Return the one with a country whom a deed told just before is aimed at.

    In the same sentence, else in the one before; of victims that are told without a country, up to
    three before.
    """
    sentence_at = context.view.sentence_at
    places = {sentence_at[m.token]: m.token for m in event.mentions}
    first = event.mentions[0]
    at = sentence_at[first.token]
    told_of = any(each.role == "recipient" for each in event.participants)
    before = range(at - 1, max(-1, at - 1 - (STRUCK_BACK if told_of else 1)), -1)
    near = (each for number in before for each in told.harming([number]))
    for token, other in (*told.harming([*places]), *near):
        trigger = places.get(sentence_at[token], first.token)
        if token >= trigger and not (told_of and _in_which(context, trigger, token)):
            continue
        if (struck := _of_one_country(other)) is not None:
            return struck
    return _counted_before(context, event, told)


def _in_which(context: Context, trigger: int, token: int) -> bool:
    """Say whether a deed is the one behind a trigger in which they fell: "morts dans le naufrage".

    Nothing but "dans" or the like and its articles stands between.
    """
    view = context.view
    phrase = view.phrase(token)
    if phrase is None or phrase.prep not in _LISTS["in_a_deed"] or phrase.start <= trigger:
        return False
    return not any(view.pos[i] in VERBAL for i in range(trigger + 1, phrase.start))


def _of_one_country(event: Event) -> Participant | None:
    aims = [p for p in event.participants if p.role == "recipient" and p.countries]
    return aims[0] if len({p.countries for p in aims}) == 1 else None


def _counted_before(context: Context, event: Event, told: _Told) -> Participant | None:
    """Return the victims told of just before, where another count of victims names none.

    « 300 soldats nord-coréens tués, selon Séoul. Kiev, lui, compte 1 100 victimes. »
    """
    earlier, sentence_at = told.before(event), context.view.sentence_at
    if earlier is None or all(role.role != "quantity" for role in event.roles):
        return None
    if sentence_at[event.mentions[0].token] - sentence_at[earlier.mentions[-1].token] > COUNT_BACK:
        return None
    others = any(_is_one_of_them(context, p) for p in event.participants)
    if not others and any(
        p.role in {"location", "actor"} and p.countries for p in event.participants
    ):
        return None  # "l'attaque a fait dix morts à Kharkiv"
    if any(_caused(context, mention) for mention in event.mentions):
        return None
    return _of_one_country(earlier)


def _is_one_of_them(context: Context, each: Participant) -> bool:
    """Match "deux autres", who are of those told before."""
    first = context.naming(each.start, each.end, each.entity).first
    return each.role == "recipient" and context.view.words[first] in _LISTS["others_of_them"]


def _caused(context: Context, mention: Mention) -> bool:
    """Say whether something else is told to have caused it: "le naufrage a fait 46 morts"."""
    begin, _ = context.view.sentence(mention.token)
    near = context.view.words[max(begin, mention.token - CAUSE_BACK) : mention.token]
    return not CAUSING.isdisjoint(near)
