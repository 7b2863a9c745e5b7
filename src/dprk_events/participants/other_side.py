"""The side that a meeting, pact or drill with one side wants: the host, or who was spoken of.

Each strategy takes an event all of whose actors are of one country, and returns the other side.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from dprk_events.coreference import STATES, Context, Referent, pair_before, resolve, within
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import conjugate, forms_of, key, word_lists
from dprk_events.names import DPRK
from dprk_events.participants.actors import countries_of
from dprk_events.participants.allies import theirs
from dprk_events.participants.at_the_scene import at_the_scene
from dprk_events.participants.at_the_talks import between_them, told_to, whose_word
from dprk_events.participants.definite import is_definite
from dprk_events.participants.nearby import naming_of, speaks_of
from dprk_events.participants.own_pact import in_complement, side_named, their_pact
from dprk_events.participants.party import as_granted, as_told
from dprk_events.participants.sides import speaker
from dprk_events.participants.third_side import third_side
from dprk_events.syntax import Phrase, verb_group

_LISTS = word_lists(__package__)
_OFFERING = forms_of(*_LISTS["offering"])
HOSTS = STATES | {"seat"}
"""Kinds of places and bodies whose state is at home there."""
PERSONS = ("persons",)
"""What tells apart events of people who meet."""
BACK = 1
"""Sentences before within which the other side was spoken of."""
OFFER_REACH = 3
"""Words between the verb and what is offered."""
OPENING = 4
"""Words behind an opening adverbial within which who acts is named."""
Strategy = Callable[[Context, Event, Sequence[Participant]], list[Participant] | None]


@cache
def _receiving() -> dict[str, str]:
    return {
        key(form): lemma
        for lemma in _LISTS["receiving"]
        for form, tense in conjugate(lemma).items()
        if tense == "past-participle"
    }


def host(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant] | None:
    """Take the state that somebody is received by. « Choïgou reçu à Pyongyang »."""
    if not any(_is_received(context, mention) for mention in event.mentions):
        return None
    guests = countries_of(found)
    for each in found:
        entity = None if each.entity is None else context.view.entities[each.entity]
        if entity is None or each.entity is None or each.role != "location":
            continue
        if entity.kind in HOSTS and entity.country and entity.country not in guests:
            return [as_granted(context.state(entity.country), context, each.entity, "host")]
    return None


def offered(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take the state to which a meeting is offered. « Séoul propose des pourparlers au Nord »."""
    mention = next((m for m in event.mentions if _is_offered(context, m)), None)
    if mention is None:
        return None
    offering = countries_of(found)
    _, end = context.view.sentence(mention.token)
    for phrase in context.view.each_phrase(mention.token + 1, end):
        if phrase.prep != "à":
            continue
        side = _offered_to(context, phrase)
        if side is not None and side.countries and not offering & set(side.countries):
            return [as_told(side, context.of_phrase(phrase), "offered")]
    return None


def talks_with_the_north(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take North Korea for whom talks are offered to, where near words tell of nobody else.

    « Séoul tend la main à Pyongyang. Le ministère a proposé des pourparlers militaires. »
    """
    mention = next((m for m in event.mentions if _is_offered(context, m)), None)
    if mention is None or event.event_type.told_apart_by != PERSONS:
        return None
    here = context.view.sentence_at[mention.token]
    begin, _ = context.view.sentences[max(0, here - BACK)]
    _, end = context.view.sentences[here]
    near = {country for _, country in within(context.states_named, begin, end)}
    if DPRK not in near or near - {DPRK} - countries_of(found):
        return None
    return naming_of(context, event, DPRK, "offered")


def _offered_to(context: Context, phrase: Phrase) -> Referent | None:
    """Return the state or person behind "à": "à Pyongyang" is the state, to which one offers."""
    entity = None if phrase.entity is None else context.view.entities[phrase.entity]
    if entity is not None and entity.kind in STATES and entity.country:
        return context.state(entity.country)
    people = resolve(context, context.of_phrase(phrase)._replace(entity=phrase.entity)).referents
    return people[0] if len(people) == 1 and people[0].kind == "person" else None


def _is_offered(context: Context, mention: Mention) -> bool:
    """Say whether a noun is what somebody offers, by the verb or noun just before it."""
    view = context.view
    phrase = view.phrase(mention.token)
    if phrase is None or view.is_verbal(mention.token):
        return False
    begin, _ = view.sentence(mention.token)
    before = view.words[max(begin, phrase.start - OFFER_REACH) : phrase.first]
    return not (_OFFERING | _LISTS["offers"]).isdisjoint(before)


def _is_received(context: Context, mention: Mention) -> bool:
    lemma = _receiving().get(context.view.words[mention.token])
    if lemma is None:
        return False
    return verb_group(context.view, mention.token, lemma, "past-participle").passive


def who_says_so(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take who says "je" or "nous". « Je rencontrerai Kim Jong-un », a lancé Donald Trump."""
    side = speaker(context, event, found) or []
    return None if countries_of(found) & countries_of(side) else side or None


def spoken_of(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take who was spoken of before. « Le Nord claque la porte. Les discussions avec Séoul … »."""
    only_one = len({each.name for each in found if each.role == "actor"}) == 1
    mention = next((m for m in event.mentions if _with_somebody(context, m)), None)
    if not only_one or mention is None:
        return None
    named = [n for i in _places(context, mention) if (n := context.view.entity_at[i]) is not None]
    named = [*dict.fromkeys(named)]
    told_by_others = any(context.is_quoted(n) for n in named)
    named = [n for n in named if not context.is_quoted(n)]
    named.sort(key=lambda number: in_complement(context, number))
    for number in named:
        if told_by_others and in_complement(context, number):
            break  # "des experts estiment que Pyongyang cherche querelle à Séoul"
        side = side_named(context, number, countries_of(found))
        if side is not None:
            return [as_granted(side, context, number, "spoken of")]
    return None


def opposite(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take the one whom the words before pair with who acts, at a known meeting of two.

    « Kim voulait la fin des sanctions, Trump a refusé et écourté le sommet. »
    """
    acting = [each for each in found if each.role == "actor"]
    mention = next((m for m in event.mentions if _of_two(context, m)), None)
    if mention is None or len(acting) != 1 or acting[0].kind != "person":
        return None
    pair = pair_before(context, mention.token)
    others = [each for each in pair if each.name != acting[0].name]
    if len(others) != 1 or set(others[0].countries) & countries_of(found):
        return None
    named = context.namings_of(others[0])
    number = max((n for n in named if context.view.entities[n].first < mention.token), default=None)
    if number is None:
        naming = context.naming(mention.start, mention.end, None)
        return [as_told(others[0], naming, "opposite")]
    return [as_granted(others[0], context, number, "opposite")]


def _of_two(context: Context, mention: Mention) -> bool:
    """Say whether a noun tells a known meeting of two people, with nobody else named beside it."""
    if mention.event_type.told_apart_by != PERSONS or context.view.is_verbal(mention.token):
        return False
    if context.view.words[mention.token] not in _LISTS["of_two"]:
        return False
    return is_definite(context, mention.token)


def _places(context: Context, mention: Mention) -> range:
    """Return where the other side may stand: before, or behind "Lors d'une réunion avec X, "."""
    view = context.view
    here = view.sentence_at[mention.token]
    begin, end = view.sentences[here]
    phrase = view.phrase(mention.token)
    comma = next((i for i in range(mention.token, end) if view.words[i] == ","), None)
    if phrase is not None and phrase.start == begin and phrase.prep and comma is not None:
        return range(comma + 1, min(end, comma + OPENING) + 1)
    return range(mention.token - 1, view.sentences[max(0, here - BACK)][0] - 1, -1)


def _with_somebody(context: Context, mention: Mention) -> bool:
    """Say whether a mention is a known deed, or opens its sentence, with one side behind "avec"."""
    view = context.view
    own = view.phrase(mention.token)
    if view.is_verbal(mention.token) or own is None:
        return False
    opens = own.prep is not None and own.start == view.sentence(mention.token)[0]
    if not opens and not is_definite(context, mention.token):
        return False
    for filler in mention.fillers:
        phrase = view.phrase(context.naming(filler.start, filler.end, filler.entity).last)
        if filler.role == "actor" and phrase is not None and phrase.prep == "avec":
            return True
    return False


def usual_ally(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take who does such deeds with the one behind "avec", if near words speak of him.

    « Des soldats sud-coréens mobilisés. L'exercice annuel avec les États-Unis … »
    """
    sharing, mine = set(event.event_type.shared_by), countries_of(found)
    if not mine < sharing or not any(_with_somebody(context, each) for each in event.mentions):
        return None
    (other,) = sharing - mine
    if not speaks_of(context, event, other):
        return None
    return naming_of(context, event, other, "allies")


STRATEGIES: tuple[Strategy, ...] = (
    who_says_so,
    host,
    offered,
    talks_with_the_north,
    their_pact,
    at_the_scene,
    whose_word,
    told_to,
    between_them,
    spoken_of,
    opposite,
    usual_ally,
)


def _of_theirs(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take all whose it is by "leurs". « Séoul et Tokyo renforcent leurs exercices avec X »."""
    if not event.event_type.shared_by:
        return None
    known = countries_of(found)
    members = theirs(context, event, found) or []
    shared = known & {country for each in members for country in each.countries}
    told = bool(shared) or any(_with_somebody(context, each) for each in event.mentions)
    return [each for each in members if not known & {*each.countries}] or None if told else None


def other_side(context: Context, event: Event, found: Sequence[Participant]) -> list[Participant]:
    """Return the side that is wanting, none where nothing tells it."""
    if not event.event_type.symmetric:
        return []
    if (more := _of_theirs(context, event, found)) is not None:
        return more
    if len(countries_of(found)) != 1:
        return third_side(context, event, found) or []
    for strategy in STRATEGIES:
        side = strategy(context, event, found)
        if side is not None:
            return side
    return []
