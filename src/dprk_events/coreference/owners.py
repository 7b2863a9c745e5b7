"""Whose somebody is, of whom only "ses", "leurs" says it: of who acts in the words before."""

from __future__ import annotations

from dprk_events.coreference.behind import WHO
from dprk_events.coreference.context import STATES, WORDS, Context
from dprk_events.coreference.describe import kind_of, plain
from dprk_events.coreference.descriptions import state_meant
from dprk_events.coreference.groups import several_before
from dprk_events.coreference.pronouns import Resolver
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.coreference.those import several_people_before
from dprk_events.french import looks_plural
from dprk_events.syntax import (
    Phrase,
    antecedents,
    coordinated,
    group_start,
    is_reduced,
    owners_before,
    subject,
)
from dprk_events.syntax.tags import SUBJECTS

BACK = 1
"""Sentences before within which the owner is looked for."""
PERSON, STATE, BY = "person", "state", "par"
NEAR_COMMA = 3
"""Words behind a comma within which the subject of the main clause begins."""


def owner_countries(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the countries of whoever "ses …" belongs to; empty where the text leaves it open.

    « Kim Jong-un a quitté Moscou ; il enverra sa ministre. » Of several who were named in one
    breath it is all ("leurs soldats"), else of who acts, else the state spoken of last.
    """
    if context.head(naming) in WORDS["homelands"]:
        return person_told_of(context, naming)
    theirs = context.word_before(naming.first) in WORDS["their"]
    if theirs and (owners := several_before(context, naming)):
        return tuple(c for who in owners for c in who.countries)
    doer = _doer_behind(context, naming) or _doer(context, naming)
    if doer is not None and (found := _countries(context, doer)):
        return found
    if theirs and (people := several_people_before(context, naming.first)):
        return people
    last = context.country_before(naming.first, BACK)
    return () if last is None else (last,)


def whose_own(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of whoever stands before "dont". « le Sud, dont les gardes ont tiré »."""
    phrase = context.phrase(naming)
    if naming.entity is not None or phrase is None or kind_of(context, naming) not in WHO:
        return None
    for owner in (*owners_before(context.view, phrase), *_scenes(context, phrase)):
        several = looks_plural(context.head(naming))
        owners = _listed(context, owner) if several else [owner]
        if countries := tuple(dict.fromkeys(c for o in owners for c in _countries(context, o))):
            return plain(context, naming, countries, "whose", context.of_phrase(owner).text)
    return None


def _listed(context: Context, owner: Phrase) -> list[Phrase]:
    """Return the states of a list: "les États-Unis, le Japon et la Corée du Sud, dont …"."""
    kinds = context.view.kinds
    return coordinated(context.view, owner, lambda other: STATE in kinds(other))


def _scenes(context: Context, phrase: Phrase) -> list[Phrase]:
    """Return the state or capital before "où": "a quitté Tokyo, où l'armée a lancé …"."""
    view = context.view
    begin, _ = view.sentence(phrase.first)
    at = phrase.first - 2
    known = context.word_before(phrase.first) in WORDS["the"] | WORDS["the_plural"]
    if at <= begin or not known or view.words[at] not in WORDS["in_which"]:
        return []
    places = antecedents(view, at)
    return [p for p in places if p.entity is not None and view.entities[p.entity].kind in STATES]


def person_told_of(context: Context, naming: Naming) -> tuple[str, ...]:
    """Return the countries of the person told of last: a state has no "son pays" and no "hôte"."""
    view = context.view
    begin, _ = view.sentence(naming.first)
    for phrase in reversed(view.phrases_between(begin, naming.first - 1)):
        if (
            PERSON in view.kinds(phrase)
            and not phrase.pronoun
            and (found := _countries(context, phrase))
        ):
            return found
    people = context.people_before(naming.first, BACK)
    return next((each.countries for each in people if each.countries), ())


def _doer_behind(context: Context, naming: Naming) -> Phrase | None:
    """Return who acts behind words that open their sentence: "Fort de ses alliés, Moscou …"."""
    view = context.view
    begin, end = view.sentence(naming.first)
    if view.has_finite(begin, naming.first):
        return None
    comma = next((i for i in range(naming.last + 1, end) if view.words[i] == ","), None)
    after = None if comma is None else next(view.each_phrase(comma + 1, end), None)
    if comma is None or after is None or after.prep is not None or after.pronoun:
        return None
    if after.first > comma + NEAR_COMMA:
        return None
    spoken = view.has_finite(naming.last + 1, comma)
    return None if spoken or not _is_subject(context, after) else after


def _is_subject(context: Context, phrase: Phrase) -> bool:
    tokens = context.view.tokens
    return any(tokens[i].dep_ in SUBJECTS for i in range(phrase.first, phrase.last + 1))


def _doer(context: Context, naming: Naming) -> Phrase | None:
    """Return who acts in the clause of a naming, or in the sentence before."""
    view = context.view
    begin, _ = view.sentence(naming.first)
    agent = (phrase := context.phrase(naming)) is not None and phrase.prep == BY
    for i in range(naming.first - 1, begin - 1, -1):
        if agent and is_reduced(view, i):
            continue  # "rejette la mort d'un marin abattu par ses soldats": no soldats of the marin
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            return subject(view, i, group_start(view, i))
    number = view.sentence_at[begin]
    if not number:
        return None
    begin, end = view.sentences[number - 1]
    verbs = (i for i in range(begin, end + 1) if view.pos[i] == "VERB")
    verb = next((i for i in verbs if view.entity_at[i] is None), None)
    return None if verb is None else subject(view, verb, group_start(view, verb))


def _countries(context: Context, doer: Phrase) -> tuple[str, ...]:
    if doer.pronoun:
        meant = Resolver(context).resolve_phrase(doer)
        if meant is None or isinstance(meant, int):
            return () if meant is None else _of_entity(context, meant)
        doer = meant
        if doer.pronoun:
            return ()
    if doer.entity is not None:
        return _of_entity(context, doer.entity)
    found = context.nationality(doer.first, doer.last)
    found = found or context.complement(context.of_phrase(doer))
    state = None if found else state_meant(context, context.of_phrase(doer), ())
    return found if state is None else state.countries  # "le régime a envoyé son ministre"


def _of_entity(context: Context, number: int) -> tuple[str, ...]:
    entity = context.view.entities[number]
    if entity.label == "PER":
        return context.person(number).countries
    return (entity.country,) if entity.country else ()
