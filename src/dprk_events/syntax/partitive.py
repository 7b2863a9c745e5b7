"""Find what a word takes part of or counts: "un de ses soldats", "un groupe de pirates"."""

from __future__ import annotations

from dprk_events.french import closed_class, looks_plural, word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import NOUNS, VERBAL
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
DE = closed_class("of")
PARTITIVE_HEADS, AMONG = _LISTS["partitive_heads"], _LISTS["among"]
OF_WHICH, ELIDED, NUMBER_ENDS = _LISTS["of_which"], _LISTS["elided"], _LISTS["number_ends"]
PEOPLE = frozenset({"person", "people", "force", "demonym"})
QUANTIFIERS, MOST = _LISTS["quantifying_pronouns"], _LISTS["the_most"]
BEFORE_COUNTED = _LISTS["before_counted_subjects"]
PLURAL_ARTICLES = _LISTS["plural_articles"]
COMMA, ASIDE_REACH = ",", 9
"""How far before a verb the aside begins that tells of a part of its subject."""
REACH = 4
"""How far the noun may be from the word that takes part of it: "deux d'entre ses soldats"."""


def collected(view: DocView, i: int) -> Phrase | None:
    """Return the phrase that a collecting noun opens: "un groupe de pirates lié à Pyongyang"."""
    _, end = view.sentence(i)
    phrase = next(view.each_phrase(i + 1, min(end, i + REACH)), None)
    return phrase if phrase is not None and phrase.start <= i else None


def partitive(view: DocView, i: int) -> Phrase | None:
    """Return the phrase of which a word takes part: "un de ses soldats" → soldats."""
    _, end = view.sentence(i)
    word, numbers = view.words[i], view.lexicon.number_words
    takes_part = (
        word in PARTITIVE_HEADS or word.isdigit() or view.pos[i] == "NUM" or word in numbers
    )
    if not takes_part or i + 2 > end or view.words[i + 1] not in DE:
        return None
    if view.words[i + 2] in AMONG and i + 3 <= end:  # "600 d'entre eux"
        return Phrase(head=i + 3, first=i + 3, last=i + 3, start=i, pronoun=True)
    phrase = next(view.each_phrase(i + 1, min(end, i + REACH)), None)
    if phrase is None:
        return None
    counted = (i, i) if _counts(view, i) else phrase.counted  # "quatre des cinq missiles"
    return phrase._replace(prep=None, counted=counted)


def some_of_those(view: DocView, i: int) -> Phrase | None:
    """Return of whom a number behind "dont" takes part: "des pêcheurs, dont l'un est mort"."""
    begin, _ = view.sentence(i)
    at = i - 1
    if at > begin and view.words[at] in ELIDED:
        at -= 1
    if at <= begin or view.words[at] not in OF_WHICH or not _counts(view, i):
        return None
    return _people_before(view, at, i)


def before_some_of_them(view: DocView, verb: int) -> Phrase | None:
    """Return whom an aside tells a part of: "Trois missiles, dont un Scud, ont touché Kiev"."""
    begin, _ = view.sentence(verb)
    if verb - 1 <= begin or view.words[verb - 1] != COMMA:
        return None
    for i in range(verb - 2, max(begin + 1, verb - ASIDE_REACH), -1):
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            return None
        if view.words[i] in OF_WHICH and view.words[i - 1] == COMMA:
            phrase = _completed(view, view.phrase(i - 2))
            return phrase if phrase is not None and phrase.prep is None else None
    return None


def _completed(view: DocView, phrase: Phrase | None) -> Phrase | None:
    """Return what a phrase completes: "une délégation" of "une délégation de 120 artistes"."""
    for _ in range(REACH):
        if phrase is None or phrase.prep not in DE:
            return phrase
        begin, _ = view.sentence(phrase.start)
        phrase = view.phrase(phrase.start - 1) if phrase.start > begin else None
    return None


def counted_subject(view: DocView, verb: int) -> Phrase | None:
    """Return the word before a verb group that alone counts those told of: "Deux ont été tués".

    "Combien" may be taken for an adverb of the group. Of "cent d'entre eux" it is the pronoun.
    """
    begin, _ = view.sentence(verb)
    if verb - 1 > begin + 1 and view.words[verb - 2] in AMONG:
        return partitive(view, verb - 4) if verb - 4 >= begin else None
    i = verb if view.words[verb] in QUANTIFIERS else verb - 1
    word = view.words[i]
    if i < begin or view.date_at[i] is not None or not (_counts(view, i) or word in QUANTIFIERS):
        return None
    before = i - 1 - (word in MOST)  # "la plupart"
    if before >= begin and view.words[before] not in BEFORE_COUNTED:
        return None
    phrase = view.phrase(i)
    if phrase is not None and (phrase.head != i or phrase.prep is not None):
        return None
    return Phrase(head=i, first=i, last=i, start=i, counted=(i, i), pronoun=True)


def counted_alone(view: DocView, verb: int) -> Phrase | None:
    """Return who is meant by a number that stands for the object: "a tiré, en tuant douze"."""
    begin, end = view.sentence(verb)
    i = verb + 1
    if i > end or not _counts(view, i) or (i < end and view.words[i + 1] not in NUMBER_ENDS):
        return None
    before = _people_before(view, verb, i)
    return None if before is None or (before.prep is None and before.start == begin) else before


def _counts(view: DocView, i: int) -> bool:
    return view.pos[i] == "NUM" or view.words[i] in PARTITIVE_HEADS | view.lexicon.number_words


def _people_before(view: DocView, at: int, number: int) -> Phrase | None:
    """Return the people named last before a token, as counted by a number."""
    begin, _ = view.sentence(at)
    for phrase in reversed(view.phrases_between(begin, at - 1)):
        if view.kinds(phrase) & PEOPLE and looks_plural(view.words[phrase.head]):
            return phrase._replace(prep=None, counted=(number, number))
    return None


def named_by_number(view: DocView, i: int) -> Phrase | None:
    """Return who is called by a number: "les Quinze" are the members of the Security Council."""
    if not view.texts[i][:1].isupper() or view.words[i] not in view.lexicon.number_words:
        return None
    begin, end = view.sentence(i)
    behind = i < end and view.pos[i + 1] in NOUNS
    if i == begin or view.words[i - 1] not in PLURAL_ARTICLES or behind:
        return None
    return Phrase(head=i, first=i, last=i, start=i - 1)


def some_of(view: DocView, phrase: Phrase) -> Phrase | None:
    """Return of whom a number takes part: "46 de ses marins ont péri"; not "avec deux de ses"."""
    begin, _ = view.sentence(phrase.start)
    number = phrase.start - 1
    if phrase.prep != "de" or number < begin:
        return None
    governed = number > begin and view.pos[number - 1] == "ADP"
    return None if governed else partitive(view, number)
