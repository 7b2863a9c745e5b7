"""What a naming is by itself: its kind, and its name where nothing else names it."""

from __future__ import annotations

from dprk_events.coreference.context import Context
from dprk_events.coreference.referent import Naming, Referent, Resolved
from dprk_events.names import ParticipantKind

KINDS: tuple[ParticipantKind, ...] = (
    "weapon", "material", "force", "person", "org", "people", "place", "thing",
)  # fmt: skip
"""Kinds of nouns that are kinds of participants, the telling ones first."""
OF_LABEL: dict[str, ParticipantKind] = {
    "PER": "person", "ORG": "org", "LOC": "place", "WEAPON": "weapon", "EXERCISE": "thing",
    "MISC": "thing",
}  # fmt: skip
FORCES = frozenset({"army", "force", "navy", "unit", "staff"})
"""Kinds of bodies in the gazetteer that are forces."""


def kind_of(context: Context, naming: Naming) -> ParticipantKind:
    """Return what a naming stands for."""
    view = context.view
    if naming.entity is not None:
        entity = view.entities[naming.entity]
        return "force" if entity.kind in FORCES else OF_LABEL[entity.label]
    phrase = context.phrase(naming)
    kinds = view.kinds(phrase) if phrase is not None else view.lexicon.noun(naming.text)
    return next((kind for kind in KINDS if kind in kinds), "thing")


def plain_name(context: Context, naming: Naming) -> str:
    """Return the name of a participant that nothing names: its words, on one line."""
    return " ".join(naming.text.split())


def stem(noun: str) -> str:
    """Return a noun without the mark of its plural."""
    return noun.rstrip("sx")


def plain(
    context: Context, naming: Naming, countries: tuple[str, ...], strategy: str, evidence: str
) -> Resolved:
    """Take the words as the name, and the countries that a strategy found."""
    kind, name = kind_of(context, naming), plain_name(context, naming)
    key = f"{kind}:{'+'.join(countries)}:{stem(context.head(naming))}"
    return Resolved((Referent(key, name, kind, countries),), strategy, evidence)


def words_alone(context: Context, naming: Naming) -> Resolved:
    """Take the words as they stand, with no country."""
    return plain(context, naming, (), "words", naming.text)
