"""Between whom a pact is that the words just before name. « l'accord entre … Cet accord »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.coreference import WORDS as WHO
from dprk_events.coreference import Context, Naming, resolve, several_before
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import closed_class
from dprk_events.participants.party import as_told
from dprk_events.syntax import Phrase

BACK = 2
"""Sentences before within which the pact was named with its sides."""
THIS = closed_class("demonstratives")
PACT = frozenset({"theme", "name"})
BETWEEN, TREATY = "entre", "treaty"
JOINING = WHO["in_a_list"]


def same_pact(context: Context, event: Event, _: Sequence[Participant]) -> list[Participant] | None:
    """Take the sides of the pact that is pointed at. « Cet accord a été signé en 2018 ».

    Of "leur accord" they are those whom the words before name together.
    """
    for pact in (f for mention in event.mentions for f in mention.fillers):
        if pact.role not in PACT:
            continue
        naming = context.naming(pact.start, pact.end, pact.entity)
        if context.word_before(naming.first) in WHO["their"]:
            owners = [each for each in several_before(context, naming) if each.countries]
            return [as_told(each, naming, "same pact") for each in owners] or None
        before = context.word_before(naming.first)
        if before in WHO["the"] and pact.role == "theme" and (sides := _known(context, naming)):
            return sides
        if before not in THIS:
            continue
        for named in _named_before(context, naming.first, context.head(naming)):
            sides = _sides(context, named)
            if len({c for each in sides for c in each.countries}) > 1:
                return sides
    return None


def _known(context: Context, pact: Naming) -> list[Participant]:
    """Return the sides of the pact that the words before tell as somebody's: "leur traité".

    « Moscou et Pyongyang dévoilent leur traité. Signé le 19 juin, le texte prévoit … »
    """
    view = context.view
    here = view.sentence_at[pact.first]
    begin, _ = view.sentences[max(0, here - BACK)]
    for phrase in reversed(view.phrases_between(begin, pact.first - 1)):
        if TREATY not in view.kinds(phrase):
            continue
        if context.word_before(phrase.first) in WHO["their"]:
            owners = several_before(context, context.of_phrase(phrase))
            return [as_told(each, pact, "same pact") for each in owners if each.countries]
        sides = _sides(context, phrase)
        if len({c for each in sides for c in each.countries}) > 1:
            return sides
    return []


def _named_before(context: Context, token: int, head: str) -> Iterator[Phrase]:
    """Yield the phrases before a token that have the same noun, the latest first."""
    view = context.view
    here = view.sentence_at[token]
    begin, _ = view.sentences[max(0, here - BACK)]
    for phrase in reversed(view.phrases_between(begin, token - 1)):
        if view.words[phrase.head] == head and phrase.head < token:
            yield phrase


def _sides(context: Context, pact: Phrase) -> list[Participant]:
    """Return those whom "entre …" right behind a noun names."""
    view = context.view
    _, end = view.sentence(pact.last)
    behind = list(view.each_phrase(pact.last + 1, end))
    if not behind or behind[0].prep != BETWEEN:
        return []
    sides = [behind[0]]
    for each in behind[1:]:
        between = view.words[_naming(context, sides[-1]).last + 1 : each.start]
        if each.prep is not None or not JOINING.issuperset(between):
            break
        sides.append(each)
    namings = [_naming(context, each) for each in sides]
    return [
        as_told(referent, naming, "same pact")
        for naming in namings
        for referent in resolve(context, naming).referents
        if referent.countries
    ]


def _naming(context: Context, side: Phrase) -> Naming:
    if side.entity is None:
        return context.of_phrase(side)
    name = context.view.entities[side.entity]
    return context.naming(name.start, name.end, side.entity)
