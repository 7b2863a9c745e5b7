"""Find candidate triggers: word forms that a rule names, read as a verb or as a noun."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from dprk_events.events.mentions.bridges import told
from dprk_events.events.mentions.insertions import behind_insertions
from dprk_events.events.rules import RuleSet, Trigger, word_parts
from dprk_events.french import closed_class, forms_of, looks_plural, word_lists
from dprk_events.syntax import NOUNS, VERBAL, DocView
from dprk_events.syntax.tags import (
    ARGUMENTS,
    BEFORE_NOUN,
    IN_INVERTED_GROUP,
    NEVER_VERB,
    NOMINAL,
    NOUN_LIKE,
    NOUNS_AND_ADJECTIVES,
    PARTICIPLE_LIKE,
)

_LISTS = word_lists(__package__)
PREPOSITIONS, OF = closed_class("simple_prepositions"), closed_class("of")
PREPOSED = _LISTS["adjectives_before_nouns"]
ARTICLES = _LISTS["before_nouns"]
CLITICS = _LISTS["third_person_clitics"]
NO_VERB_AFTER = ARTICLES - _LISTS["before_verbs_too"]
NO_PARTICIPLE_AFTER = ARTICLES - _LISTS["before_participles_too"]
NO_INFINITIVE_AFTER = ARTICLES - _LISTS["before_infinitives"]
OPEN_OBJECT, NEVER_AFTER_NOUN = _LISTS["open_object"], _LISTS["open_object_surely"]
BEFORE_FINITE_VERBS = _LISTS["before_finite_verbs"]
PRONOUNS_BEFORE_VERBS = _LISTS["pronouns_before_verbs"]
ETRE = forms_of("être")
NO_DEPARTURE = {
    (form, noun)
    for verb, noun in map(str.split, _LISTS["no_verb_behind"])
    for form in forms_of(verb)
}
FOR_A_NOUN = _LISTS["stand_for_a_noun"]
NAMES_WITH_TRIGGERS = frozenset({"WEAPON", "MISC"})
"""Labels of names inside which a trigger word still counts: "missile de croisière"."""
NONFINITE = frozenset({"infinitive", "past-participle"})
SURELY_VERBAL = frozenset({"imperfect", "future", "conditional"})
"""Forms whose endings no noun has: "inspectait" is a verb, whatever its tag."""
HALVES = _LISTS["halves_of_expressions"]
"""Begin the second half of an expression, its object between: "prendre X pour cible"."""
OBJECT_REACH = 8
"""Words behind the verb within which the second half ends."""
QUOTES = frozenset('«»“”"')
GAP, TAIL_REACH = 3, 10
"""How far from the first word the second and the last word of a fixed expression may be."""


class Candidate(NamedTuple):
    """A possible trigger: tokens ``first`` to ``last`` read as ``trigger``."""

    trigger: Trigger
    first: int
    last: int


def candidates(view: DocView, rules: RuleSet) -> Iterator[Candidate]:
    """Yield every reading of every word, in text order; notes and subheads tell nothing."""
    for i in chain.from_iterable(range(first, last + 1) for first, last in view.sentences):
        word = view.words[i]
        if word in rules.bridges and told(view, i):
            yield from (Candidate(reading, i, i) for reading in rules.bridges[word])
        if word not in rules.by_form or _inside_name(view, i):
            continue
        nominal_too = word in rules.nominal_forms
        begun: frozenset[str] = frozenset()
        starts: tuple[int, ...] = (i,)
        if word in rules.begins_expression:
            starts = behind_insertions(view, i)
            begun = HALVES | {w for j in starts for w, _ in _words_after(view, j, GAP)[:GAP]}
        for reading in rules.by_form[word]:
            if reading.tail and reading.tail[0] not in begun:
                continue
            if not (
                _reads_as_verb(view, i, reading, nominal_too)
                if reading.verbal
                else _reads_as_noun(view, i) or (reading.tail and view.pos[i] == "ADP")
            ):
                continue
            if not reading.tail:
                yield Candidate(reading, i, i)
                continue
            ends = (
                _tail(view, _words_after(view, j, TAIL_REACH), reading.tail)
                for j in (starts if reading.verbal else (i,))
            )
            last = next((end for end in ends if end is not None), None)
            if last is None and reading.verbal and reading.tail[0] in HALVES:
                last = _tail_behind_object(view, i, reading.tail)
            if last is not None:
                yield Candidate(reading, i, last)


def _inside_name(view: DocView, i: int) -> bool:
    entity = view.entity_at[i]
    if entity is None or view.entities[entity].label in NAMES_WITH_TRIGGERS:
        return False
    # A lower-case trigger inside a name that only the model found, or one whose capital only opens
    # the sentence ("Cyberbraquage : Pyongyang …"): the model was wrong.
    name = view.entities[entity]
    opens = view.sentence(i)[0] == i == name.first == name.last
    return not (name.canonical is None and (opens or view.texts[i].islower()))


def _reads_as_verb(view: DocView, i: int, reading: Trigger, nominal_too: bool) -> bool:
    pos = view.pos[i]
    before = view.words[i - 1] if i else ""
    if view.words[i] in PREPOSITIONS or (before, view.words[i]) in NO_DEPARTURE:
        return False  # "pendant onze jours" hangs nobody, "ont pris part" is no leaving
    if nominal_too and reading.form == "present":
        return _governs_object(view, i) and before not in ARTICLES
    if pos in VERBAL:
        return not (nominal_too and before in NO_VERB_AFTER and reading.form == "present")
    if reading.form == "present":
        return (
            _after_name(view, i, expression=bool(reading.tail))
            or (
                not (i and view.pos[i - 1] == "ADP")
                and before not in ARTICLES
                and before not in PREPOSED
                and pos not in NEVER_VERB
                and not nominal_too
            )
            or (
                view.words[i] in view.verb_forms
                and view.entity_at[i] is None
                and (view.phrase(i) is None or _after_nationality(view, i))
            )
        )
    if reading.form in SURELY_VERBAL and not nominal_too:
        return True
    if before in NO_PARTICIPLE_AFTER and pos in NOUNS:
        return False
    if before in OF and reading.form == "past-participle" and looks_plural(view.words[i]):
        return False  # "les familles d'enlevés"
    if reading.form == "past-participle" and pos == "NOUN" and _tells_of_noun(view, i, before):
        return True
    if pos == "NOUN" and view.lexicon.noun(view.words[i]):
        return False
    if reading.form in NONFINITE:
        if view.is_verbal(i):
            return True  # "d'avoir piraté", tagged as a pronoun
        return pos in PARTICIPLE_LIKE and not (before in NO_INFINITIVE_AFTER and pos == "NOUN")
    return pos != "DET"  # "que Pyongyang dynamita", tagged as a preposition


def _tells_of_noun(view: DocView, i: int, before: str) -> bool:
    """Match "sont partis", "les missiles partis de Wonsan", "Partis en août, ces …": no parties."""
    if before in ETRE:
        return True
    begin, end = view.sentence(i)
    if i + 2 > end or view.pos[i + 1] != "ADP":
        return False
    if view.words[i + 1] in OF and view.entity_at[i + 2] is None:
        return False  # "les partis de gauche"
    if before == ",":
        return True
    noun = view.pos[i - 1] in NOUNS_AND_ADJECTIVES and looks_plural(view.words[i - 1])
    return looks_plural(view.words[i]) and (i == begin or noun)


def _after_nationality(view: DocView, i: int) -> bool:
    """Match a form behind a noun and its nationality: "un missile nord-coréen explose en vol"."""
    return i > 1 and view.pos[i] == "ADJ" and bool(view.demonym(view.texts[i - 1]))


def _after_name(view: DocView, i: int, *, expression: bool) -> bool:
    """Match a form between a name and an article: "Pyongyang dynamite les ponts".

    The words of an expression may follow, too: "Pyongyang prête main-forte à Moscou".
    """
    named = i > 0 and view.entity_at[i - 1] is not None and view.entity_at[i] is None
    followed = i + 1 < len(view.words) and view.words[i + 1] in NEVER_AFTER_NOUN
    return named and (expression or followed)


def _governs_object(view: DocView, i: int) -> bool:
    """Return whether a noun-or-verb form is a verb: before an article, number or name."""
    if i + 1 >= len(view.tokens) or not i:
        return False
    after, before = view.words[i + 1], view.tokens[i - 1]
    if (
        before.pos_ in BEFORE_NOUN
        and view.entity_at[i - 1] is None
        and view.words[i - 1] not in CLITICS
    ):
        return view.pos[i] in VERBAL
    # "frappe quatre entités", but not "la rencontre du 4 mai"
    opens = after in OPEN_OBJECT or (view.pos[i + 1] == "NUM" and view.date_at[i + 1] is None)
    return view.pos[i] in VERBAL or opens or view.entity_at[i + 1] is not None


def _reads_as_noun(view: DocView, i: int) -> bool:
    token = view.tokens[i]
    before = view.words[i - 1] if i else ""
    if i and i + 1 < len(view.tokens) and view.words[i + 1] in NEVER_AFTER_NOUN:
        named = view.entity_at[i - 1] is not None or before in BEFORE_FINITE_VERBS
        if named and before not in ARTICLES:
            return False
    if token.pos_ in NOMINAL or view.words[i] in FOR_A_NOUN:
        return True
    if token.pos_ in NOUN_LIKE:
        if before in PRONOUNS_BEFORE_VERBS and token.pos_ in VERBAL:
            return token.dep_ in ARGUMENTS and view.sentence(i)[0] != i - 1
        return (before in ARTICLES and before != "en") or before in PREPOSED
    return False


def _tail_behind_object(view: DocView, i: int, wanted: tuple[str, ...]) -> int | None:
    """Return the last token of an expression around its object: "réduire Séoul en cendres"."""
    _, end = view.sentence(i)
    ahead = view.words[i + 1 : min(end, i + OBJECT_REACH) + 1]
    if wanted[-1] not in ahead or wanted[0] not in ahead:
        return None
    thing = next(view.each_phrase(i + 1, min(end, i + OBJECT_REACH)), None)
    if thing is None or thing.pronoun or thing.start > i + GAP:
        return None
    if thing.prep is not None and thing.counted is None:  # "plus de 10 000 soldats"
        return None
    return _tail(view, _words_after(view, thing.last, len(wanted) + 1), wanted)


def _words_after(view: DocView, i: int, most: int) -> list[tuple[str, int]]:
    """Return up to ``most`` following words of the sentence, names split up, with their tokens."""
    _, end = view.sentence(i)
    # "a donné mercredi son feu vert": when it was done stands between.
    first = i + 1
    while first < end and view.date_at[first] is not None:
        first += 1
    # "a dit « non » à la résolution": quotation marks do not count.
    behind = (j for j in range(first, end + 1) if view.texts[j] not in QUOTES)
    following = islice(behind, most)
    return [(part, j) for j in following for part in word_parts(view.words[j])]


def _tail(view: DocView, after: list[tuple[str, int]], wanted: tuple[str, ...]) -> int | None:
    """Return the last token of a fixed expression, given the words after its first.

    None unless its ``wanted`` words follow, with at most a few small words in between.
    """
    for skip, (word, token) in enumerate(after[:GAP]):
        if word == wanted[0]:
            found = after[skip : skip + len(wanted)]
            if tuple(w for w, _ in found) == wanted:
                return found[-1][1]
        if view.pos[token] not in IN_INVERTED_GROUP and word != "pas":
            return None
    return None
