"""Records → entries: of each event what linking needs, as the happening line keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from dprk_events.french.folding import key
from dprk_events.french.word_lists import whole_words, word_lists
from dprk_events.linking import signature
from dprk_events.linking.data import rules
from dprk_events.records import (
    DocumentRecord,
    EventRecord,
    HappeningRecord,
    Record,
    flatten_events,
)
from dprk_events.records.document import Quantity

Entry = dict[str, Any]
"""A ``LinkedEvent`` with its type, without what only its happening gives it."""

_NAMED = frozenset({"PER", "LOC", "ORG", "MISC"})
_EDGE = 300
"""A text names the agency that it is from within so many characters of its start or end."""


def entries_of(records: Iterable[Record]) -> Iterator[Entry]:
    """Yield the entries of document, event and happening records; other records have none."""
    for record in records:
        if isinstance(record, HappeningRecord):
            for event in record.events:
                kept = event.model_dump(by_alias=True, exclude={"copy_of", "why"})
                yield {"type": record.type, **kept}
        elif isinstance(record, EventRecord):
            mark = signature.of_event(record)
            own = sorted({*_own_names(record)})
            yield _entry(record, "", mark, credits_in(record.doc.source), own)
        elif isinstance(record, DocumentRecord):
            made, mark = record.pipeline, signature.of_document(record)
            version = f"{made.version} {made.model} {made.model_version} {made.rules}"
            credited = credits_in(record.doc.source, record.doc.text)
            for flat in flatten_events(record, record.doc.text):
                yield _entry(flat, version, mark, credited, _nearby(flat, record))


def credits_in(source: str | None, text: str | None = None) -> list[str]:
    """Return the agencies that a document is credited to: in its source or at a text's edges."""
    agencies = _agencies()
    found = {*agencies.findall(key(source or ""))}
    for edge in (text or "")[:_EDGE], (text or "")[-_EDGE:]:
        for brackets in re.findall(r"\(([^()]*)\)", key(edge)):
            found.update(agencies.findall(brackets))
    return sorted(found)


@cache
def _agencies() -> re.Pattern[str]:
    return whole_words(word_lists(__package__)["agencies"])


def _nearby(event: EventRecord, record: DocumentRecord) -> list[str]:
    """Return the names told in the sentences of an event that no gazetteer has.

    Two articles that say such a name of a deed mean the same one, in whatever role each has read
    it; not the names of those on whose word they do.
    """
    told = {(mention.sentence.start, mention.sentence.end) for mention in event.mentions}
    voices = {voice.name for each in record.events for voice in each.sources}
    return sorted(
        {
            each.text
            for each in record.entities
            if each.label in _NAMED and each.canonical is None and each.text not in voices
            if any(start <= each.start < end for start, end in told)
        }.union(_own_names(event))
    )


def _own_names(event: EventRecord) -> Iterator[str]:
    """Yield the names that stand behind what a participant is, as "Koralex" in a phrase of two."""
    for each in event.roles:
        if not isinstance(each, Quantity) and each.kb is None:
            what, _, name = each.name.partition(" ")
            if what.islower() and name.istitle() and " " not in name:
                yield name


def _entry(
    event: EventRecord,
    version: str,
    mark: str | None,
    credited: list[str],
    nearby: Sequence[str] = (),
) -> Entry:
    first = event.mentions[0]
    sentence, doc, tested = first.sentence.text, event.doc, event.attributes
    return {
        "type": event.type,
        "doc": doc.id,
        "path": doc.path,
        "event": event.id,
        "published": doc.published.value,
        "source": doc.source,
        "modality": event.modality,
        "quote": first.trigger.text if sentence is None else sentence,
        "key": {
            "published": doc.published.model_dump(),
            "version": version,
            "dprk": event.dprk,
            "time": event.time.model_dump(),
            "place": None if event.place is None else event.place.model_dump(),
            "known": event.known,
            "lead": _is_lead(event),
            "top": _is_top(event),
            "rules": sorted({mention.rule for mention in event.mentions}),
            "participants": [_participant(each) for each in event.roles if each.role != "quantity"],
            "quantities": [
                {"of": each.of, "value": each.value, "min": each.min, "max": each.max}
                for each in event.roles
                if isinstance(each, Quantity)
            ],
            "voices": [each.name for each in event.sources],
            "weapon": tested.missile.value if tested and tested.missile else None,
            "weapon_class": tested.class_.value if tested and tested.class_ else None,
            "nearby": list(nearby),
            "words": sorted({mention.trigger.text for mention in event.mentions}),
            "credits": credited,
            "signature": mark,
        },
    }


def _is_lead(event: EventRecord) -> bool:
    lead = rules().lead
    starts = (mention.sentence.start for mention in event.mentions)
    return min(starts) < lead.chars or len(event.mentions) >= lead.mentions


def _is_top(event: EventRecord) -> bool:
    """Whether the headline or the sentence after it tells an event: no other is surely news."""
    title, lead = event.doc.title, rules().lead
    first = min(mention.sentence.start for mention in event.mentions)
    return first < (lead.chars if title is None else len(title) + lead.headline)


def _participant(role: Any) -> Entry:
    named = role.kb is not None or role.entity is not None or _is_full_name(role.name)
    return {
        **{each: getattr(role, each) for each in ("role", "name", "kind", "countries", "kb")},
        "named": named,
    }


def _is_full_name(name: str) -> bool:
    """Whether a participant has first name and surname, though the model found no entity."""
    return sum(word[:1].isupper() for word in name.split()) > 1
