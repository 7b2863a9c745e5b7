"""Find the source to which a mention is attributed, in the words of the text."""

from __future__ import annotations

from dprk_events.coreference import Resolver
from dprk_events.events.building.naming import name_beside
from dprk_events.events.event import Attribution
from dprk_events.french import word_lists
from dprk_events.syntax import DocView, Phrase, subject

OF_OR_BY = word_lists(__package__)["of_or_by"]
SPEAKING = frozenset({"PER", "ORG", "LOC"})
"""Labels of entities that can be a source."""
OWNER_REACH, AUTHOR_REACH = 12, 4
"""Greatest distance in words from a report to its owner, and to the verb of publishing."""


def attribution_of(view: DocView, resolver: Resolver, source: Phrase | None) -> Attribution | None:
    """Return the source of a mention; None without one, or for an unresolved pronoun."""
    if source is None:
        return None
    found = resolver.resolve_phrase(source) if source.pronoun else source
    if found is None:
        return None
    return _of_phrase(view, found) if isinstance(found, Phrase) else _of_entity(view, found)


def _of_entity(view: DocView, number: int) -> Attribution:
    entity = view.entities[number]
    return Attribution(entity.text, entity.start, entity.end, number)


def _of_phrase(view: DocView, phrase: Phrase) -> Attribution:
    """Name the entity, or the noun with its adjectives and, for a report, its owner."""
    if phrase.entity is not None and view.entities[phrase.entity].label in SPEAKING:
        return _of_entity(view, phrase.entity)
    if (named := name_beside(view, phrase)) is not None:
        return _of_entity(view, named)
    if "document" in view.kinds(phrase):
        behind = _owner(view, phrase) or _author(view, phrase)
        if behind is not None:
            return _of_phrase(view, behind)
    start, end = view.span(view.bare_start(phrase), phrase.last)
    return Attribution(view.text[start:end], start, end, phrase.entity)


def _owner(view: DocView, document: Phrase) -> Phrase | None:
    """Find the owner of a report: "un rapport du Pentagone", else "un rapport des experts"."""
    _, end = view.sentence(document.head)
    behind = view.each_phrase(document.last + 1, min(end, document.last + OWNER_REACH))
    owners = [whose for whose in behind if whose.prep in OF_OR_BY]
    bodies = (w for w in owners if _is_named(view, w) or "org" in view.kinds(w))
    people = (w for w in owners if "person" in view.kinds(w))
    return next(bodies, None) or next(people, None)


def _is_named(view: DocView, whose: Phrase) -> bool:
    """Return whether it is the name of who can speak; not "les informations d'essais d'armes"."""
    return whose.entity is not None and view.entities[whose.entity].label in SPEAKING


def _author(view: DocView, document: Phrase) -> Phrase | None:
    """Find who published a report: "Donald Trump a publié une lettre annonçant …"."""
    begin, _ = view.sentence(document.head)
    for i in range(document.start - 1, max(begin, document.start - AUTHOR_REACH) - 1, -1):
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            found = subject(view, i, i)
            entity = None if found is None or found.pronoun else found.entity
            named = entity is not None and view.entities[entity].label in SPEAKING
            return found if named else None
    return None
