"""Object pronouns before a verb: "lui a livré", "souhaite le rencontrer": not who does it."""

from __future__ import annotations

from dprk_events.coreference.context import STATES, WORDS, Context
from dprk_events.coreference.gender import is_woman
from dprk_events.french import closed_class
from dprk_events.syntax import Phrase, subject

QUE = closed_class("que")
BACK = 1
"""Sentences before within which the one that it stands for was named."""
SIDES = frozenset({"LOC", "ORG", "PER"})
WHO = frozenset({"leader", "person", "state", "force", "org"})
"""Kinds of those to whom something is given."""
PERSONS = frozenset({"leader", "person"})
"""Kinds of those whom somebody meets."""
REACH = 5
"""Tokens behind the pronoun within which its verb stands."""


def object_of(context: Context, pronoun: Phrase) -> int | Phrase | None:
    """Return whom an object pronoun stands for; None where the text leaves it open.

    « Moscou a besoin d'obus. Pyongyang lui en a livré. » It is the one named last who is not the
    subject: to whom something is given may be a state or a person, who is met, a person. In its own
    sentence who acts comes first: « Moscou tire sur Kiev des missiles que lui a livrés le Nord ».
    """
    view = context.view
    given = view.words[pronoun.head] in WORDS["dative_pronouns"]
    verb = _verb(context, pronoun.head)
    if verb is None or not (given or view.words[pronoun.head] in WORDS["object_pronouns"]):
        return None
    doer = subject(view, verb, pronoun.head)
    countries, person = _who(context, doer)
    here = view.sentence_at[pronoun.head]
    named = reversed(_named_before(context, pronoun.head))
    for number in sorted(named, key=lambda n: _rank(context, n, here)):
        entity = view.entities[number]
        if here - view.sentence_at[entity.first] > BACK:
            return None
        if doer is not None and doer.pronoun and _is_doer(context, number, doer):
            key = context.person(number).key if entity.label == "PER" else None
            if key is None or person in {None, key}:
                person = key or person
                continue  # "la Corée du Nord … celle-ci lui a envoyé": she does it
        if entity.label == "PER":
            other = context.person(number)
            if other.key != person and not (given and set(other.countries) & countries):
                return number
        elif given and _other_state(context, number, countries):
            return number
    if not (given or countries):
        return None  # "la foule venue le saluer" meets nobody
    return _described(context, pronoun.head, countries, WHO if given else PERSONS)


def _is_doer(context: Context, number: int, doer: Phrase) -> bool:
    """Say whether a name is who does it, by the pronoun: the latter, or the one that agrees."""
    view, word = context.view, context.view.words[doer.head]
    if {word, f"{word}{view.words[doer.head + 1]}"} & WORDS["latter"]:
        named = (n for n in _named_before(context, doer.head) if view.entities[n].label in SIDES)
        return [*named][-1:] == [number]
    feminine = word in WORDS["feminine_pronouns"]
    if not feminine and word not in WORDS["one_man"]:
        return False
    entity = view.entities[number]
    if entity.label == "PER":
        return feminine == is_woman(context, number)
    before = context.word_before(entity.first)
    return before in WORDS["feminine_determiners" if feminine else "masculine_determiners"]


def _described(
    context: Context, token: int, doing: set[str], kinds: frozenset[str]
) -> Phrase | None:
    """Return who is told of by nationality alone. « Le président russe … ce qu'elle lui livre »."""
    view = context.view
    here = view.sentence_at[token]
    begin = view.sentences[max(0, here - BACK)][0]
    for phrase in view.phrases_between(begin, token - 1):
        known = phrase.entity is None and phrase.prep is None and view.kinds(phrase) & kinds
        if known and set(context.nationality(phrase.first, phrase.last)) - doing:
            return phrase
    return None


def _rank(context: Context, number: int, here: int) -> tuple[int, bool, int]:
    """Return how near an entity is: in its own sentence the last, in one before who acts there.

    Places that only say where, or against whom, come last.
    """
    view = context.view
    entity = view.entities[number]
    phrase = view.phrase(entity.last)
    back = here - view.sentence_at[entity.first]
    prep = None if phrase is None else phrase.prep
    aside = prep is not None if back else prep in WORDS["at_or_against"]
    return back, aside, number if back and not aside else -number


def _other_state(context: Context, number: int, countries: set[str]) -> bool:
    """Say whether a naming is of a state that does not act: nor "…, affirme Séoul"."""
    entity = context.view.entities[number]
    state = entity.kind in STATES and entity.country not in countries | {None}
    about = context.word_before(entity.first) in QUE  # "pense que Moscou": whom it is about
    return state and (about or not context.is_quoted(number))


def _verb(context: Context, pronoun: int) -> int | None:
    view = context.view
    _, end = view.sentence(pronoun)
    last = min(end, pronoun + REACH)
    verbs = [i for i in range(pronoun + 1, last + 1) if view.pos[i] == "VERB"]
    return verbs[0] if verbs else None


def _who(context: Context, doer: Phrase | None) -> tuple[set[str], str | None]:
    """Return the countries and, of a person named, the key of who does it."""
    if doer is None:
        return set(), None
    if doer.entity is None:
        return set(context.nationality(doer.first, doer.last)), None
    entity = context.view.entities[doer.entity]
    if entity.label == "PER":
        who = context.person(doer.entity)
        return set(who.countries), who.key
    return {entity.country} if entity.country else set(), None


def _named_before(context: Context, token: int) -> list[int]:
    """Return the people and states named before a token, in this sentence or just before."""
    view = context.view
    here = view.sentence_at[token]
    begin = view.sentences[max(0, here - BACK)][0]
    found = {view.entity_at[i] for i in range(begin, token)} - {None}
    return sorted(number for number in found if number is not None)


def is_meant(context: Context, phrase: Phrase, meant: int | Phrase | None) -> bool:
    """Say whether a phrase is the one that a pronoun stands for, or names the same person."""
    if meant is None or phrase.entity is None or not isinstance(meant, int):
        return phrase == meant
    one, other = (context.view.entities[number].label for number in (phrase.entity, meant))
    if one != other or one != "PER":
        return phrase.entity == meant
    return context.person(phrase.entity).key == context.person(meant).key
