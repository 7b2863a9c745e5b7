"""Groups: "les deux dirigeants", "les deux pays", "les deux Corées", "les trois alliés"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TypeVar

from dprk_events.coreference.context import WORDS, Context, within
from dprk_events.coreference.describe import plain
from dprk_events.coreference.gender import is_woman
from dprk_events.coreference.guest_host import guest_and_host
from dprk_events.coreference.members import (
    FRIENDS,
    KOREAS,
    allies_of_the_north,
    are_of_both_koreas,
    forces_told_of,
    listed_further_on,
    named_further_on,
)
from dprk_events.coreference.officials import officials
from dprk_events.coreference.referent import Naming, Referent, Resolved
from dprk_events.names import DPRK
from dprk_events.syntax import Phrase

_T = TypeVar("_T")
PAIR_BACK, FADING = 12, 3
"""Sentences before within which two people told of together are looked for; after so many a
sentence counts half."""
OPENING = 3
"""Words at the beginning of a sentence within which "leur" is of those told of before it."""
WHERE_ONLY, OF_PERSON = 0.35, 0.7
"""What a place that only says where, and a person, count for their state."""
AND = WORDS["list_end"]
ALLIES = ("KR", "US")
BACK, LISTED_BACK = 6, 1
"""Sentences before within which the members of a group are looked for, and a list of them."""


def group(context: Context, naming: Naming) -> Resolved | None:
    """Resolve a counted group to those that were spoken of last before it.

    « Kim Jong-un a reçu Vladimir Poutine. Les deux hommes ont signé un accord. »
    """
    size = _size(context, naming)
    head = context.head(naming)
    if head in WORDS["koreas"]:
        return Resolved((context.state("KP"), context.state("KR")), "group", head)
    if size is None:
        return _the_allies(context, naming)
    if size == len(KOREAS) and are_of_both_koreas(context, naming):
        return plain(context, naming, KOREAS, "group", naming.text)
    if context.nationality(naming.first, naming.last) or _is_counted_anew(context, naming):
        return None
    if head in WORDS["group_people"]:
        listed = _listed(context, naming, context.people_named, size)
        members = tuple(map(context.person, listed)) or pair_before(
            context, naming.first, men=head in WORDS["group_men"]
        )
        members = members if len(members) == size else tuple(_people(context, naming, size))
        if len(members) == size - 1 and (other := _named_next(context, naming, members)):
            members = (*members, other)
        if not members:
            members = _named_behind(context, naming, size)
        if len(members) < size and (both := guest_and_host(context, naming, size)):
            return plain(context, naming, both, "group", "+".join(both))
        states = _listed(context, naming, context.states_named, size)
        states = states or ([] if members else _listed_after(context, naming, size))
        if len(members) < size and states:
            # "Moscou et Pyongyang … les deux dirigeants": unnamed, of those states
            return plain(context, naming, tuple(states), "group", "+".join(states))
    elif head in WORDS["group_states"]:
        states = (
            allies_of_the_north(context, naming, size)
            or _listed(context, naming, context.states_named, size)
            or _of_people_beside(context, naming, size)
            or listed_further_on(context, naming, size)
            or forces_told_of(context, naming, size)
            or _states(context, naming)[:size]
        )
        if len(states) < size:
            states = _listed_after(context, naming, size) or named_further_on(context, naming, size)
        members = tuple(map(context.state, states))
    else:
        return None
    if len(members) != size:
        return _the_allies(context, naming) if size == len(ALLIES) else None
    return Resolved(members, "group", naming.text)


def _is_counted_anew(context: Context, naming: Naming) -> bool:
    """Match "trois voisins", who may be anybody: no "les trois voisins"."""
    if context.head(naming) not in WORDS["anybody_s"]:
        return False
    begin, _ = context.view.sentence(naming.first)
    before = context.view.words[max(begin, naming.first - 2) : naming.first]
    return WORDS["the_plural"].isdisjoint(before) and WORDS["their"].isdisjoint(before)


def _the_allies(context: Context, naming: Naming) -> Resolved | None:
    """Take those who side against North Korea, where the text speaks of both. « Les alliés »."""
    view, end = context.view, context.view.sentence(naming.last)[1]
    known = context.head(naming) in WORDS["allied"] and naming.first == naming.last
    if not known or not WORDS["the_plural"] & {
        *view.words[max(0, naming.first - 2) : naming.first]
    }:
        return None
    if naming.last < end and view.words[naming.last + 1] in WORDS["of"]:
        return None
    begin, _ = view.sentences[max(0, view.sentence_at[naming.first] - LISTED_BACK)]
    near = {c for _, c in within(context.states_named, begin, naming.first - 1)}
    if near & FRIENDS or not {*ALLIES} <= {c for _, c in context.states_named}:
        return None
    return Resolved(tuple(map(context.state, ALLIES)), "group", naming.text)


def of_group(context: Context, naming: Naming) -> Resolved | None:
    """Take the countries of a group for people who are of it. « les dirigeants des deux pays »."""
    view = context.view
    _, end = view.sentence(naming.last)
    if naming.entity is not None and view.entities[naming.entity].country:
        return None
    behind = view.each_phrase(naming.last + 1, end)
    phrase, last = next(behind, None), naming.last
    while phrase is not None and (
        view.words[phrase.head] in WORDS["portfolios"] or _is_stateless_body(context, phrase)
    ):
        last, phrase = phrase.last, next(behind, None)  # "les ministres de la Défense des deux …"
        last += phrase is not None and phrase.start == last + 2 and view.words[last + 1] in AND
    if phrase is None or phrase.start != last + 1 or phrase.prep != "de":
        return None
    members = group(context, context.of_phrase(phrase))
    if members is None:
        return None
    countries = tuple(c for each in members.referents for c in each.countries)
    return plain(context, naming, countries, "of a group", members.evidence)


def _is_stateless_body(context: Context, phrase: Phrase) -> bool:
    """Match "de la Croix-Rouge" in "les représentants de la Croix-Rouge des deux Corées"."""
    entity = None if phrase.entity is None else context.view.entities[phrase.entity]
    return (
        phrase.prep == "de" and entity is not None and entity.label == "ORG" and not entity.country
    )


def several_before(context: Context, naming: Naming) -> tuple[Referent, ...]:
    """Return whom "ils" or "leurs" stands for: those whom the words before name in one breath.

    « Moscou et Pyongyang se rapprochent. Ils … »; else the two people who are told of together.
    """
    return (
        named_in_a_list(context, naming)
        or pair_before(context, naming.first)
        or _group_before(context, naming)
    )


def _group_before(context: Context, naming: Naming) -> tuple[Referent, ...]:
    """Return a group told of just before: "les dirigeants des deux Corées … leur déclaration"."""
    view, here = context.view, context.view.sentence_at[naming.first]
    begin, _ = view.sentences[max(0, here - LISTED_BACK)]
    for phrase in reversed(view.phrases_between(begin, naming.first - 1)):
        if view.words[phrase.head] in WORDS["koreas"]:
            found = group(context, context.of_phrase(phrase))
            return () if found is None else found.referents
    return ()


def named_in_a_list(context: Context, naming: Naming) -> tuple[Referent, ...]:
    """Return the three or two whom the words before name in one breath: "A, B et C"."""
    for size in (3, 2):
        if states := _listed(context, naming, context.states_named, size):
            return tuple(map(context.state, states))
        if people := _listed(context, naming, context.people_named, size):
            return tuple(map(context.person, people))
    return ()


def of_several(context: Context, pronoun: Phrase) -> bool:
    """Say whether a pronoun stands for several who are named one by one before it."""
    if pronoun.possessive and pair_beside(context, pronoun.head):
        return True
    return bool(named_in_a_list(context, context.of_phrase(pronoun)))


def pair_before(context: Context, token: int, *, men: bool = False) -> tuple[Referent, ...]:
    """Return the two people of different countries who are told of together before a token.

    Each sentence with both counts, the nearer the more; with ``men``, women do not. Empty where no
    sentence has two. Who is only quoted is none of them, unless the sentence just before has no
    others: "…, a déclaré X, qui s'est entretenu avec Y. Les deux dirigeants …".
    """
    return _pair(context, token, PAIR_BACK, men=men) or _pair(
        context, token, LISTED_BACK, men=men, quoted=True
    )


def pair_beside(context: Context, token: int) -> tuple[Referent, ...]:
    """Return the two people named before "leur" in its sentence, or before one that it opens.

    « Kim s'était engagé auprès de Moon, lors de leur sommet », « Xi a reçu Kim ; leur entretien ».
    """
    begin, _ = context.view.sentence(token)
    opens = token - begin <= OPENING
    return _pair(context, token, 1 if opens else 0, men=False)


def _pair(
    context: Context, token: int, back: int, *, men: bool, quoted: bool = False
) -> tuple[Referent, ...]:
    view, here = context.view, context.view.sentence_at[token]
    weight: dict[tuple[str, ...], float] = {}
    people: dict[str, Referent] = {}
    for number in range(max(0, here - back), here + 1):
        begin, end = view.sentences[number]
        named = within(context.people_named, begin, min(end, token - 1))
        named = [each for each in named if not _is_compared(context, each[1])]
        in_it = {context.person(n).key: n for _, n in named if quoted or not context.is_quoted(n)}
        told = {
            k: context.person(n) for k, n in in_it.items() if not (men and is_woman(context, n))
        }
        unnamed = officials(context, begin, min(end, token - 1), quoted=quoted)
        told |= {who.key: who for who, _ in unnamed}
        people |= told
        for one, other in combinations(told.values(), 2):
            if one.countries and other.countries and one.countries != other.countries:
                pair = (one.key, other.key)
                pair = pair if pair in weight or pair[::-1] not in weight else pair[::-1]
                weight[pair] = weight.get(pair, 0.0) + 1 / (1 + (here - number) / FADING)
    if not weight:
        return ()
    best = max(weight, key=lambda pair: weight[pair])
    return tuple(people[each] for each in best)


def _is_compared(context: Context, number: int) -> bool:
    """Say whether somebody is only told of to compare: "le premier à venir depuis Roh Moo-hyun"."""
    phrase = context.view.phrase(context.view.entities[number].last)
    return phrase is not None and phrase.prep in WORDS["before_compared_people"]


def _size(context: Context, naming: Naming) -> int | None:
    words = context.view.words
    begin, _ = context.view.sentence(naming.first)
    near = words[max(begin, naming.first - 2) : naming.last + 1]
    if any(word in WORDS["two"] for word in near):
        return 2
    return 3 if any(word in WORDS["three"] for word in near) else None


def _listed(
    context: Context, naming: Naming, namings: Sequence[tuple[int, _T]], size: int
) -> list[_T]:
    """Return those whom the words just before name in one breath: "le Japon et la Corée du Sud"."""
    view = context.view
    here = view.sentence_at[naming.first]
    begin, _ = view.sentences[max(0, here - LISTED_BACK)]
    run: list[tuple[int, _T]] = []
    found: list[_T] = []
    for at, value in within(namings, begin, naming.first - 1):
        if not (run and _joined(context, run[-1][0], at)):
            run = []
        run.append((at, value))
        if len({each for _, each in run}) == size == len(run):
            found = [each for _, each in run]
        elif len(run) > size:
            found = []
    return found


def _listed_after(context: Context, naming: Naming, size: int) -> list[str]:
    """Return the states that the words soon behind name in one breath, where none stand before.

    « Les deux alliés repoussent leurs exercices. Séoul et Washington veulent apaiser le Nord. »
    """
    view = context.view
    here = view.sentence_at[naming.last]
    _, end = view.sentences[min(len(view.sentences) - 1, here + LISTED_BACK)]
    people = [
        (at, context.person(number).countries[0])
        for at, number in within(context.people_named, naming.last + 1, end)
        if context.person(number).countries
    ]
    for named in (within(context.states_named, naming.last + 1, end), people):
        run: list[tuple[int, str]] = []
        for at, country in named:
            if run and not _joined(context, run[-1][0], at):
                run = []
            run.append((at, country))
            if len({each for _, each in run}) == size == len(run):
                return [each for _, each in run]
    return []


def _joined(context: Context, first: int, second: int) -> bool:
    """Say whether nothing but "et", commas and articles stands between two namings."""
    view = context.view
    name = view.entity_at[first]
    between = [i for i in range(first + 1, second) if name is None or view.entity_at[i] != name]
    return all(view.words[i] in WORDS["in_a_list"] for i in between)


def _people(context: Context, naming: Naming, size: int) -> Iterator[Referent]:
    """Give people of different countries where it is about states' leaders.

    Who was only quoted is none of them: « …, a déclaré un analyste. Les deux hommes … ».
    """
    seen: set[tuple[str, ...]] = set()
    count = 0
    for person in context.people_before(naming.first, BACK, quoted=False):
        if person.countries and person.countries in seen:
            continue
        seen.add(person.countries)
        yield person
        count += 1
        if count == size:
            return


def _of_people_beside(context: Context, naming: Naming, size: int) -> list[str]:
    """Return the states of the people just told of, where no other state takes part.

    « À Singapour, Donald Trump a serré la main de Kim Jong-un, une première entre les deux pays. »
    """
    view, here = context.view, context.view.sentence_at[naming.first]
    begin, _ = view.sentences[max(0, here - LISTED_BACK)]
    people = within(context.people_named, begin, naming.first - 1)
    theirs = [c for _, number in people for c in context.person(number).countries]
    countries = list(dict.fromkeys(theirs))
    if context.head(naming) in WORDS["allied"] and DPRK in countries and not FRIENDS & {*countries}:
        return []  # Americans and North Koreans are no allies
    sides = within(context.states_named, begin, naming.first - 1)
    others = {c for at, c in sides if not context.says_where(at)} - set(countries)
    return countries if len(countries) == size and not others else []


def _named_next(context: Context, naming: Naming, members: Sequence[Referent]) -> Referent | None:
    """Return the only other person named up to the end of the sentence behind.

    « Trump a annulé le sommet que les deux dirigeants préparaient. Kim Jong-un se dit prêt. »
    """
    view = context.view
    here = view.sentence_at[naming.last]
    _, end = view.sentences[min(len(view.sentences) - 1, here + LISTED_BACK)]
    people = (context.person(n) for _, n in within(context.people_named, naming.last + 1, end))
    known = {c for each in members for c in each.countries}
    others = {p.key: p for p in people if p.countries and not known & {*p.countries}}
    return next(iter(others.values())) if known and len(others) == 1 else None


def _named_behind(context: Context, naming: Naming, size: int) -> tuple[Referent, ...]:
    """Return the people whom the rest of the sentence names, where it opens with the group.

    « À l'issue d'une rencontre entre les deux hommes, Kim Jong-un a invité Vladimir Poutine. »
    """
    view = context.view
    begin, end = view.sentence(naming.first)
    if view.has_finite(begin, naming.first):
        return ()
    found: dict[tuple[str, ...], Referent] = {}
    for _, number in within(context.people_named, naming.last + 1, end):
        person = context.person(number)
        if person.countries and not context.is_quoted(number):
            found.setdefault(person.countries, person)
    return tuple(found.values()) if len(found) == size else ()


def _states(context: Context, naming: Naming) -> list[str]:
    """Return the states spoken of before, those spoken of most and last first.

    A place that only says where ("à Singapour") hardly counts; the people of a state do.
    """
    view, here = context.view, context.view.sentence_at[naming.first]
    begin = view.sentences[max(0, here - BACK)][0]
    weight: dict[str, float] = {}
    named = [
        *(
            (at, country, WHERE_ONLY if context.says_where(at) else 1.0)
            for at, country in within(context.states_named, begin, naming.first - 1)
        ),
        *(
            (at, country, OF_PERSON)
            for at, number in within(context.people_named, begin, naming.first - 1)
            for country in context.person(number).countries
        ),
    ]
    spoken_of = {country for _, country, _ in named} - {DPRK}
    others = context.head(naming) in WORDS["allied"] and not spoken_of <= FRIENDS
    for at, country, much in named:
        if not (others and country == DPRK):
            faded = much / (1 + (here - view.sentence_at[at]) / FADING)
            weight[country] = weight.get(country, 0.0) + faded
    return sorted(weight, key=lambda country: -weight[country])
