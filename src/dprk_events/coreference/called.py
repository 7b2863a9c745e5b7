"""Who was called so before: "l'émissaire", "le milliardaire", "la même équipe", "les mêmes"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.coreference.behind import countries_behind
from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import plain
from dprk_events.coreference.epithets import epithets
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.french import looks_plural
from dprk_events.syntax import Phrase

VICTIMS = frozenset({"network", "money"})
"""Kinds of bodies that are rather robbed than robbing: "une plateforme"."""
PERSON_BACK, GROUP_BACK = 8, 4
"""Sentences before within which the person was called so, or the group was brought in."""
HACKERS = "hackers"
"""Kind of the bodies that are such a group by name."""
GROUPS = frozenset({"org", "people", "force", "hacker"})


def called(context: Context, naming: Naming) -> Resolved | None:
    """Take the one person whom the text called so before. « L'émissaire Wu Hao … l'émissaire »."""
    if not _bare(context, naming) or looks_plural(context.head(naming)):
        return None
    head = context.head(naming)
    found = {}
    for number in context.entities_before(naming.first, PERSON_BACK):
        person = context.person(number)
        if person.countries and head in _nouns_of(context, number):
            found[person.key] = person
    if len(found) != 1:
        return None
    (person,) = found.values()
    return Resolved((person,), "called", f"{head}: {person.name}")


def epithet(context: Context, naming: Naming) -> Resolved | None:
    """Take the leader whom the press calls so, if the text has named them. « le milliardaire »."""
    if not _bare(context, naming):
        return None
    words = " ".join(context.view.words[naming.first : naming.last + 1])
    name = epithets().get(words) or epithets().get(context.head(naming))
    for number in context.entities_before(naming.first, PERSON_BACK) if name else ():
        person = context.person(number)
        if person.name == name:
            return Resolved((person,), "called", words)
    return None


def same_group(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of the group brought in last. « un groupe lié au Nord … Les mêmes »."""
    view = context.view
    words = {*view.words[naming.first : naming.last + 1], context.word_before(naming.first)}
    same = bool(words & WORDS["the_same"])
    pointed = bool(words & (WORDS["the"] | WORDS["demonstratives"]))
    if not same and not (pointed and context.head(naming) in WORDS["group_of_people"]):
        return None
    if context.nationality(naming.first, naming.last) or context.complement(naming):
        return None
    for countries, text in _groups_before(context, naming):
        return plain(context, naming, countries, "same group", text)
    return None


def _bare(context: Context, naming: Naming) -> bool:
    """Say whether a naming is "le …" or "cet …" alone: no name, no country, of nobody."""
    if naming.entity is not None or context.nationality(naming.first, naming.last):
        return False
    if context.word_before(naming.first) not in WORDS["the"] | WORDS["demonstratives"]:
        return False
    _, end = context.view.sentence(naming.last)
    of = naming.last < end and context.view.words[naming.last + 1] in WORDS["of"]
    return not of or context.view.entity_at[min(end, naming.last + 3)] is None


def _nouns_of(context: Context, number: int) -> Iterator[str]:
    """Yield what a person is called beside a naming: "l'émissaire Wu Hao", "Wu Hao, émissaire"."""
    view = context.view
    entity = view.entities[number]
    begin, end = view.sentence(entity.first)
    own = view.phrase(entity.last)
    if own is not None and own.head < entity.first:
        yield view.words[own.head]
    if entity.last + 2 <= end and view.words[entity.last + 1] == ",":
        behind = next(view.each_phrase(entity.last + 2, end), None)
        if behind is not None and behind.prep is None and behind.first <= entity.last + 3:
            yield view.words[behind.head]
    if entity.first - 2 >= begin and view.words[entity.first - 1] == ",":
        before = view.phrase(entity.first - 2)
        if before is not None and before.entity is None:
            yield view.words[before.head]


def _groups_before(context: Context, naming: Naming) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the groups with a country that the words before bring in or name, the latest first."""
    view = context.view
    here = view.sentence_at[naming.first]
    for number in range(here, max(-1, here - GROUP_BACK - 1), -1):
        for phrase in reversed(list(view.each_phrase(*view.sentences[number]))):
            if phrase.last >= naming.first:
                continue
            if countries := _of_group(context, phrase):
                yield countries, context.of_phrase(phrase).text


def _of_group(context: Context, phrase: Phrase) -> tuple[str, ...]:
    view = context.view
    if phrase.entity is not None:
        entity = view.entities[phrase.entity]
        named = entity.label == "ORG" and entity.kind == HACKERS
        return (entity.country,) if named and entity.country else ()
    if not view.kinds(phrase) & GROUPS or view.kinds(phrase) & VICTIMS:
        return ()
    if context.word_before(phrase.first) not in WORDS["brings_in"] and phrase.counted is None:
        return ()
    naming = context.of_phrase(phrase)
    own = context.nationality(phrase.first, phrase.last) or context.complement(naming)
    return own or countries_behind(context, naming)
