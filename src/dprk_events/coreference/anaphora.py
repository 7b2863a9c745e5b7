"""Bare nouns that the words before tell: "ses soldats", "l'armée", "l'homme"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.coreference.behind import countries_told
from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import kind_of, plain, stem
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.french import looks_plural
from dprk_events.syntax import Phrase

BY, SENDER_REACH = "par", 8
"""Words behind soldiers within which it is said who has sent them."""
FORCE_BACK = 2
"""Sentences before within which soldiers are those of another force told of."""
CRAFT_BACK = 1
"""Sentences before within which a ship or plane was told of."""
FLYING, VESSEL = "aircraft", "vehicle"
CRAFTS = (
    (FLYING, frozenset(stem(word) for word in WORDS["flying_craft"])),
    (VESSEL, frozenset(stem(word) for word in WORDS["vessels"])),
)
"""Kinds of crafts, each with the nouns that may stand for any of them."""
KNOWN = WORDS["the"] | WORDS["the_plural"] | WORDS["demonstratives"]
"""Before those whom the text has brought in."""
HUMAN = frozenset({"person", "people", "force", "org"})
SINGLE = frozenset({"person", "force", "people"})
"""Kinds of nouns that may stand for one person."""
NOUN_BACK, PERSON_BACK, OTHERS_BACK = 5, 8, 2
"""Sentences before within which the same noun, or a person brought in, is looked for."""


def apposed(context: Context, naming: Naming) -> Resolved | None:
    """Take the person whom it describes. « Hiro Tanabe, un émissaire japonais, … »."""
    view = context.view
    begin, _ = view.sentence(naming.first)
    at = naming.first - 1
    if at > begin and view.words[at] in WORDS["the"] | WORDS["indefinite"]:
        at -= 1
    number = view.entity_at[at - 1] if at > begin and view.words[at] == "," else None
    if naming.entity is not None or number is None or view.entities[number].label != "PER":
        return None
    if kind_of(context, naming) not in SINGLE:
        return None
    person, own = context.person(number), _own(context, naming) or context.complement(naming)
    if person.countries and not set(own) & set(person.countries):
        return None
    return Resolved((person,), "apposition", person.name)


def told_behind_comma(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of the words behind a comma. « Le transfuge, un soldat nord-coréen, … »."""
    view = context.view
    _, end = view.sentence(naming.last)
    at = naming.last + 1
    if naming.entity is not None or kind_of(context, naming) not in SINGLE or at + 2 > end:
        return None
    if view.words[at] != "," or view.words[at + 1] not in WORDS["indefinite"]:
        return None
    behind = view.phrase(at + 2)
    if behind is None or behind.prep is not None or not view.kinds(behind) & SINGLE:
        return None
    closed = behind.last < end and not view.is_verbal(min(end, behind.last + 1))
    found = countries_told(context, behind) if behind.entity is None and closed else ()
    return plain(context, naming, found, "apposition", naming.text) if found else None


def _is_sent(context: Context, naming: Naming) -> bool:
    """Match "le contingent dépêché l'automne dernier par Kim": his, whoever fought before."""
    view, (_, end) = context.view, context.view.sentence(naming.last)
    behind = view.words[naming.last + 1 : min(end, naming.last + SENDER_REACH) + 1]
    return not WORDS["sent_by"].isdisjoint(behind[:1]) and BY in behind


def same_noun(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of an earlier naming by the same noun. « l'armée du Sud … l'armée »."""
    phrase = context.phrase(naming)
    if phrase is None or kind_of(context, naming) not in HUMAN:
        return None
    if (
        not WORDS["of_many_nations"].isdisjoint(context.view.words[naming.first : naming.last + 1])
        and context.word_before(naming.first) not in WORDS["the"] | WORDS["demonstratives"]
    ):
        return None  # "des volontaires étrangers": others than the soldiers told of before
    noun = stem(context.head(naming))
    here = context.view.sentence_at[naming.first]
    kinds = context.view.kinds(phrase)
    known = context.word_before(naming.first) in KNOWN
    many = looks_plural(context.head(naming)) or (
        known and context.head(naming) in WORDS["collective_forces"]
    )
    force = "force" in kinds and "person" not in kinds and many and not _is_sent(context, naming)
    alike: Resolved | None = None
    for other in phrases_before(context, naming, NOUN_BACK):
        word = context.view.words[other.head]
        if stem(word) == noun and (
            found := _countries(context, other) or (known and _of_state(context, other))
        ):
            return plain(context, naming, found, "same noun", word)
        earlier = context.view.sentence_at[other.first] < here
        near = here - context.view.sentence_at[other.first] <= FORCE_BACK
        other_force = alike is None and force and earlier and near
        if other_force and _are_soldiers(context, naming, other):
            found = _countries(context, other)
            alike = plain(context, naming, found, "same noun", word) if found else None
    return alike  # the same word, though farther off, before another word for soldiers


def _are_soldiers(context: Context, naming: Naming, other: Phrase) -> bool:
    """Say whether a phrase tells of a force, or of a people, of which "le contingent" is."""
    kinds = context.view.kinds(other)
    collective = context.head(naming) in WORDS["collective_forces"]
    if collective and other.prep in WORDS["before_another"]:
        return False  # "ses soldats ont combattu aux côtés des forces russes. Le contingent …"
    above = context.view.phrase(other.start - 1) if collective and other.start else None
    if above is not None and "person" in context.view.kinds(above):
        return False  # "un porte-parole des forces ukrainiennes"
    people = "demonym" in kinds and collective
    return "force" in kinds or (people and looks_plural(context.view.words[other.head]))


def same_craft(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of the craft told of before. « un chalutier du Nord … le bateau »."""
    pointed = WORDS["the"] | WORDS["demonstratives"] | WORDS["the_plural"]
    if context.word_before(naming.first) not in pointed or _own(context, naming):
        return None
    head = stem(context.head(naming))
    sought = next((kind for kind, general in CRAFTS if head in general), None)
    if sought is None:
        return _same_craft_by_name(context, naming, head)
    for other in phrases_before(context, naming, CRAFT_BACK):
        kinds = context.view.kinds(other)
        if sought in kinds and not (sought == VESSEL and FLYING in kinds):
            found = _countries(context, other)
            return (
                plain(context, naming, found, "same craft", context.head(naming)) if found else None
            )
    return None


def _same_craft_by_name(context: Context, naming: Naming, head: str) -> Resolved | None:
    """Take it from the same noun before. « la corvette sud-coréenne … La corvette »."""
    view = context.view
    if not view.lexicon.noun(context.head(naming)) & {FLYING, VESSEL}:
        return None
    for other in phrases_before(context, naming, NOUN_BACK):
        if stem(view.words[other.head]) == head and (found := _countries(context, other)):
            return plain(context, naming, found, "same craft", context.head(naming))
    return None


def the_others(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of the people told of before. « un soldat du Nord … deux autres »."""
    if context.head(naming) not in WORDS["the_others"] or naming.entity is not None:
        return None
    before = list(phrases_before(context, naming, OTHERS_BACK))
    before.sort(key=lambda other: other.prep is not None)  # they are of those told about
    for other in before:
        if not context.view.kinds(other) & SINGLE or other.prep in WORDS["according_to"]:
            continue
        if found := countries_told(context, other) or _of_same_noun(context, other):
            earlier = context.of_phrase(other)
            return plain(context, earlier, found, "the others", earlier.text)
    return None


def that_person(context: Context, naming: Naming) -> Resolved | None:
    """Take the person brought in last without a name. « un soldat du Nord … l'homme »."""
    definite = WORDS["the"] | WORDS["demonstratives"]
    before = context.word_before(naming.first)
    pointed = before in WORDS["demonstratives"] and not looks_plural(context.head(naming))
    if context.head(naming) not in WORDS["that_person"] and not (
        pointed and kind_of(context, naming) in SINGLE
    ):
        return None
    if before not in definite or _own(context, naming):
        return None
    for other in phrases_before(context, naming, PERSON_BACK):
        if _brought_in(context, other) and (found := countries_told(context, other)):
            earlier = context.of_phrase(other)
            return plain(context, earlier, found, "that person", earlier.text)
    return None


def _own(context: Context, naming: Naming) -> tuple[str, ...]:
    return context.nationality(naming.first, naming.last)


def that_envoy(context: Context, naming: Naming) -> Resolved | None:
    """Take the person named last who is no head of state. « Chung Eui-yong … l'émissaire »."""
    definite = WORDS["the"] | WORDS["demonstratives"]
    if context.head(naming) not in WORDS["that_envoy"] or naming.first != naming.last:
        return None
    if context.word_before(naming.first) not in definite or context.complement(naming):
        return None
    for number in context.entities_before(naming.first, NOUN_BACK):
        person = context.person(number)
        if person.countries and context.view.entities[number].kind != "leader":
            return Resolved((person,), "that person", person.name)
    return None


def _brought_in(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase speaks of one person for the first time: "un soldat".

    Or as one of the kind, whom its words tell apart: "le premier prisonnier nord-coréen".
    """
    if phrase.entity is not None or not context.view.kinds(phrase) & SINGLE:
        return False
    before = context.word_before(phrase.first)
    if before in WORDS["indefinite"]:
        return True
    return before in WORDS["the"] and context.view.words[phrase.head] in WORDS["that_person"]


def _of_same_noun(context: Context, phrase: Phrase) -> tuple[str, ...]:
    """Return the countries of an earlier naming by the same noun: "plusieurs de ces soldats"."""
    found = same_noun(context, context.of_phrase(phrase))
    return () if found is None else found.referents[0].countries


def _of_state(context: Context, phrase: Phrase) -> tuple[str, ...]:
    """Return the countries behind a phrase: "l'armée du Sud", for "l'armée" further on."""
    return context.complement(context.of_phrase(phrase)) if phrase.entity is None else ()


def _countries(context: Context, phrase: Phrase) -> tuple[str, ...]:
    """Return the countries of a phrase: those of its words, else of the body that it names."""
    found = context.nationality(phrase.first, phrase.last)
    if found or phrase.entity is None:
        return found
    entity = context.view.entities[phrase.entity]
    return (entity.country,) if entity.label == "ORG" and entity.country else ()


def phrases_before(context: Context, naming: Naming, back: int) -> Iterator[Phrase]:
    """Yield the phrases before a naming, the latest first."""
    view = context.view
    here = view.sentence_at[naming.first]
    for number in range(here, max(-1, here - back - 1), -1):
        for other in reversed(list(view.each_phrase(*view.sentences[number]))):
            if other.first < naming.first:
                yield other
