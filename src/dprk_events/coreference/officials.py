"""People told of by office and country alone: "le président russe", "son hôte nord-coréen"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.nouns import OFFICES, described, office_holder
from dprk_events.coreference.referent import Naming, Referent
from dprk_events.syntax import Phrase

HEADS = WORDS["of_another"] | {
    noun.split()[0] for nouns in OFFICES.values() for noun in WORDS[nouns]
}
"""Nouns of one person who stands for a state, or is another's host or counterpart."""


def officials(
    context: Context, begin: int, end: int, *, quoted: bool = False
) -> Iterator[tuple[Referent, Naming]]:
    """Yield who is told of so between two tokens, in text order, by a naming.

    Who only says something is left out unless ``quoted``, and who is only told of to compare.
    """
    view = context.view
    for phrase in view.each_phrase(begin, end):
        if phrase.entity is not None or phrase.pronoun or view.words[phrase.head] not in HEADS:
            continue
        if phrase.prep in WORDS["before_compared_people"]:
            continue
        if not quoted and _is_quoted(context, phrase):
            continue
        naming = context.of_phrase(phrase)
        found = office_holder(context, naming) or described(context, naming)
        if found is not None and len(found.referents) == 1:
            (who,) = found.referents
            if who.kind == "person" and len(who.countries) == 1:
                yield who, naming


def _is_quoted(context: Context, phrase: Phrase) -> bool:
    """Say whether a phrase stands behind a verb of saying, or "selon"."""
    words, (begin, _) = context.view.words, context.view.sentence(phrase.first)
    before = words[max(begin, phrase.first - 3) : phrase.first]
    return phrase.prep != "à" and any(
        word in context.saying or word in WORDS["according_to"] for word in before
    )
