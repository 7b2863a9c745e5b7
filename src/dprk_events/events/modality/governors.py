"""Find the words that govern a trigger: light verb, verbs above it, nouns it complements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dprk_events.events.mentions import RawMention
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
AUXILIARIES, CLAUSE_MARKS = WORDS["auxiliaries"], WORDS["clause_marks"]
OF_NOUN, OF_COMPLEMENT = WORDS["before_infinitive_of_noun"], WORDS["prepositions_of_complements"]
OF_OBJECT, BEFORE_OBJECT = WORDS["prepositions_of_objects"], WORDS["before_object"]
LINKS = closed_class("between_verb_and_infinitive")
WITHIN_NOUN_PHRASE = frozenset({"ADV", "DET", "ADJ", "NUM"})
NOUNS_ABOVE = 3
"""How many nested noun complements are followed."""
STEPS_TO_VERB, STEPS_TO_FAR_VERB = 4, 8


class Governor(NamedTuple):
    """A governing word, and its relation to the event.

    "verb": an infinitive under a verb; "object", "subject": a noun that is its object or subject;
    "noun": the complement of a noun.
    """

    token: int
    how: Literal["verb", "object", "subject", "noun"]


def governors(view: DocView, mention: RawMention) -> list[Governor]:
    """Return the words that govern a mention, nearest first."""
    token = mention.candidate.first
    begin, _ = view.sentence(token)
    if mention.group is not None:
        return list(_above_verb(view, mention.group.first, mention.group.form, begin))
    found: list[Governor] = []
    light = mention.positions.light
    if light is not None:
        found += _above_verb(view, light.first, light.form, begin)
    found += _above_noun(view, token, begin)
    return found


def _above_verb(view: DocView, first: int, form: str, begin: int) -> Iterator[Governor]:
    """Yield the verb or noun just before an infinitive, and the words that govern that."""
    if not _is_infinitive(view, first, form):
        return
    i = first - 1
    while i >= begin and _is_passed_over(view, i):
        i -= 1
    if i < begin:
        return
    if _is_verb(view, i):
        yield from _verb(view, i, "verb", begin)
    elif view.pos[i] == "NOUN" and view.words[first - 1] in OF_NOUN:
        yield Governor(i, "noun")
        yield from _above_noun(view, i, begin)
    elif (far := _verb_further(view, i, begin)) is not None:
        yield Governor(far, "verb")


def _is_passed_over(view: DocView, i: int) -> bool:
    """Match the words between a verb and its infinitive: "a menacé mercredi de ne plus …"."""
    dated = view.date_at[i] is not None
    return view.words[i] in LINKS or view.pos[i] == "ADV" or dated


def _is_infinitive(view: DocView, first: int, form: str) -> bool:
    """Return whether a verb is an infinitive: "tirer", "avoir tiré", "être tiré"."""
    if form == "past-participle":
        return not AUXILIARIES.isdisjoint(view.words[first : first + 3])
    return form == "infinitive"


def _verb(view: DocView, i: int, how: Literal["verb", "object"], begin: int) -> Iterator[Governor]:
    """Yield a governing verb and, if it is an infinitive, the words that govern it."""
    yield Governor(i, how)
    if view.tokens[i].morph.get("VerbForm", []) == ["Inf"]:
        yield from _above_verb(view, i, "infinitive", begin)


def _verb_further(view: DocView, i: int, begin: int) -> int | None:
    """Find the verb further left in the clause: "a appelé Séoul à cesser"."""
    for j in range(i, max(begin, i - STEPS_TO_FAR_VERB) - 1, -1):
        if view.words[j] in CLAUSE_MARKS:
            return None
        if _is_verb(view, j):
            return j
    return None


def _above_noun(view: DocView, token: int, begin: int) -> Iterator[Governor]:
    """Yield the nouns that the event complements ("l'annulation du sommet"), then the verb."""
    phrase = view.phrase(token)
    if phrase is None:
        return
    for _ in range(NOUNS_ABOVE):
        above = _completed(view, phrase, begin)
        if above is None:
            break
        yield Governor(above.head, "noun")
        phrase = above
    i = _before_object(view, phrase, begin)
    if i >= begin and _is_verb(view, i):
        if phrase.prep is None or phrase.prep in OF_OBJECT:
            yield from _of_object(view, i, begin)
        return
    head = view.tokens[token].head
    if head.pos_ in VERBAL and head.i > token and view.tokens[token].dep_.startswith("nsubj"):
        yield Governor(head.i, "subject")


def _completed(view: DocView, phrase: Phrase, begin: int) -> Phrase | None:
    """Return the noun that a phrase complements: "annulation" in "l'annulation du sommet"."""
    if phrase.start <= begin or phrase.prep not in OF_COMPLEMENT:
        return None
    before = view.phrase(phrase.start - 1)
    return before if before is not None and before.last == phrase.start - 1 else None


def _before_object(view: DocView, phrase: Phrase, begin: int) -> int:
    """Return the token before a phrase, skipping articles, adverbs and prepositions."""
    i = phrase.start - 1
    for _ in range(STEPS_TO_VERB):
        if i < begin or not (view.pos[i] in WITHIN_NOUN_PHRASE or view.words[i] in BEFORE_OBJECT):
            break
        i -= 1
    return i


def _of_object(view: DocView, verb: int, begin: int) -> Iterator[Governor]:
    """Yield the verb that has the event as its object, and what governs its infinitive."""
    yield from _verb(view, verb, "object", begin)
    infinitive = view.tokens[verb].morph.get("VerbForm", []) == ["Inf"]
    if not infinitive and verb > begin and view.words[verb - 1] in AUXILIARIES:
        yield from _above_verb(view, verb - 1, "infinitive", begin)


def _is_verb(view: DocView, i: int) -> bool:
    return view.pos[i] in VERBAL and view.entity_at[i] is None
