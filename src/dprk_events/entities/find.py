"""Find the entities of a parsed article: the gazetteer's, and the model's that pass the guards."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from dprk_events.entities.entity import Entity
from dprk_events.entities.guards import Guards
from dprk_events.entities.people import link_people
from dprk_events.language.gazetteer import Gazetteer
from dprk_events.language.gazetteer.korean import UNLISTED
from dprk_events.language.gazetteer.words import keys_of
from dprk_events.language.lexicon import FrenchWords
from dprk_events.names import Label

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

# The model's MISC was right 3 times out of 13 on North Korea articles: not used.
_TRUSTED = frozenset(("PER", "LOC", "ORG"))
_NO_WORDS = FrenchWords()
_SHORT_FORM = re.compile(r"[ \u00a0]\(([A-Z][A-Za-z&.-]{1,9})\)")


def find_entities(
    doc: Doc, text: str, gazetteer: Gazetteer, words: FrenchWords = _NO_WORDS
) -> list[Entity]:
    """Return the entities of a parsed article, sorted and disjoint.

    ``doc`` comes from the language stage; ``text`` is the article's own text, of the same length,
    from which the quoted texts are taken. ``words`` are those of the loaded model: a capital at the
    start of a sentence does not make any of them a name.
    """
    guards = Guards(doc, gazetteer, words)
    known: list[Entity] = []
    guessed: list[Entity] = []
    for span in doc.ents:
        if span.kb_id_ == UNLISTED.id and guards.other_thing(span.start, span.end - 1):
            known.append(_entity(doc, text, span.start, span.end - 1, "MISC"))
        elif span.kb_id_:
            known.append(_known(span, text, gazetteer))
        elif span.label_ in _TRUSTED:
            entity = _guessed(span, text, guards)
            if entity is not None:
                guessed.append(entity)
    entities = sorted([*known, *_agreed(guessed, guards)], key=lambda e: e.start)
    entities = _with_short_forms(entities, doc, text, guards)
    entities = _with_surnames(entities, doc, text, guards, gazetteer)
    return link_people(entities, text)


def _known(span: Span, text: str, gazetteer: Gazetteer) -> Entity:
    entry = gazetteer.entry(span.kb_id_)
    return Entity(
        label=entry.label,
        text=text[span.start_char : span.end_char],
        start=span.start_char,
        end=span.end_char,
        first=span.start,
        last=span.end - 1,
        canonical=entry.canonical,
        kb=entry.kb,
        country=entry.country,
        kind=entry.kind,
    )


def _guessed(span: Span, text: str, guards: Guards) -> Entity | None:
    kept = guards.trim(span.start, span.end - 1)
    if kept is None or guards.refuses(*kept, span.label_):
        return None
    return _entity(span.doc, text, *kept, cast(Label, span.label_))


def _entity(doc: Doc, text: str, first: int, last: int, label: Label) -> Entity:
    start, end = doc[first].idx, doc[last].idx + len(doc[last].text)
    return Entity(label, text[start:end], start, end, first, last)


def _agreed(entities: list[Entity], guards: Guards) -> list[Entity]:
    """Give all places with the same words one label: a titled one's, else the most frequent."""
    votes: dict[str, Counter[Label]] = {}
    for entity in entities:
        if guards.other_thing(entity.first, entity.last):
            votes.setdefault(entity.text, Counter())["MISC"] += 1000
            continue
        titled = guards.titled(entity.first)
        votes.setdefault(entity.text, Counter())["PER" if titled else entity.label] += (
            100 if titled else 1
        )
    return [replace(e, label=votes[e.text].most_common(1)[0][0]) for e in entities]


def _with_short_forms(entities: list[Entity], doc: Doc, text: str, guards: Guards) -> list[Entity]:
    """Take "(DIA)" after an organisation's name as its short form, here and later in the text."""
    short: dict[str, Entity] = {}
    for entity in entities:
        match = _SHORT_FORM.match(text, entity.end) if entity.label == "ORG" else None
        if match:
            short.setdefault(match.group(1), entity)
    if not short:
        return entities
    taken = {i for e in entities for i in range(e.first, e.last + 1)}
    out: list[Entity] = []
    for entity in entities:
        full = short.get(entity.text)
        if full is not None and entity.canonical is None and entity.start > full.start:
            out.append(_shortened(entity, full))
        else:
            out.append(entity)
    for i, word in enumerate(guards.texts):
        full = short.get(word)
        if full is not None and i not in taken and doc[i].idx > full.start:
            out.append(_shortened(_entity(doc, text, i, i, "ORG"), full))
    return sorted(out, key=lambda e: e.start)


def _shortened(entity: Entity, full: Entity) -> Entity:
    return replace(
        entity, label="ORG", canonical=full.canonical or full.text, kb=full.kb, country=full.country
    )


def _with_surnames(
    entities: list[Entity], doc: Doc, text: str, guards: Guards, gazetteer: Gazetteer
) -> list[Entity]:
    """Add bare surnames that were not found, of people named in full before."""
    surnames: dict[str, int] = {}
    for entity in entities:
        keys = keys_of(entity.text)
        if entity.label == "PER" and len(keys) > 1:
            for key in (keys[0], keys[-1]):
                if gazetteer.bearers(key):
                    surnames.setdefault(key, entity.end)
    if not surnames:
        return sorted(entities, key=lambda e: e.start)
    taken = {i for e in entities for i in range(e.first, e.last + 1)}
    new = [
        _entity(doc, text, i, i, "PER")
        for i, word in enumerate(guards.texts)
        if word[0].isupper()
        and i not in taken
        and doc[i].idx > surnames.get("".join(keys_of(word)), len(text))
    ]
    return sorted([*entities, *new], key=lambda e: e.start)
