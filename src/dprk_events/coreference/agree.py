"""Whether a pronoun agrees with what it may stand for, in number and gender."""

from __future__ import annotations

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.gender import is_feminine, is_several, is_woman
from dprk_events.syntax import Phrase

ACTORS = frozenset({"PER", "LOC", "ORG"})
PEOPLE = frozenset({"people", "force", "person", "demonym"})
NATIONALS, FORCE = frozenset({"demonym", "national"}), "force"
ONE_PERSON = WORDS["that_person"]
"""Nouns of one person that need not be of the kind: "un soldat"."""
MOVED_ALONE = WORDS["bare_state_nouns"] | WORDS["regime_nouns"]
FEMININE, MASCULINE = WORDS["feminine_determiners"], WORDS["masculine_determiners"]


def agrees(context: Context, phrase: Phrase, plural: bool, feminine: bool | None) -> bool:
    """Return whether a pronoun of a number and gender may stand for a phrase.

    ``plural`` is whether the pronoun stands for several; ``feminine`` is None where it does not
    tell: "son", "leur".
    """
    view = context.view
    if phrase.entity is None:
        head = view.words[phrase.head]
        if phrase.pronoun or plural != is_several(view, phrase):
            return False
        if plural:
            return bool(view.kinds(phrase) & PEOPLE)
        if head in WORDS["titles_of_women"]:
            return feminine is not False
        if view.kinds(phrase) & NATIONALS and view.texts[phrase.head][:1].isupper():
            woman = context.word_before(phrase.first) in FEMININE
            return feminine is None or feminine == woman  # "le Nord-Coréen"
        person = "person" in view.kinds(phrase) or head in MOVED_ALONE | ONE_PERSON
        if feminine is None or head in MOVED_ALONE:
            return person and not feminine
        person |= feminine and FORCE in view.kinds(phrase)  # "une patrouille … elle"
        return person and is_feminine(view, phrase) == feminine
    entity = view.entities[phrase.entity]
    if entity.label not in ACTORS:
        return False
    if plural:
        several = entity.label == "ORG" and feminine is not None  # "leur" is no body's alone
        return several or view.words[entity.last].endswith("s")
    if feminine is None:
        return True
    if entity.label == "ORG" and view.texts[entity.first].islower():
        gender = view.tokens[entity.first].morph.get("Gender", [])  # "l'armée du Sud"
        return not gender or (gender == ["Fem"]) == feminine
    if entity.label == "PER":
        return feminine == is_woman(context, phrase.entity)
    article = view.words[entity.first - 1] if entity.first else ""
    if article in FEMININE:
        return feminine
    if article in MASCULINE:
        return not feminine
    return True
