"""Events → the same events, with what the text says about each missile test."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from dprk_events.events.attributes.lengths import read_length
from dprk_events.events.attributes.patterns import Column, Hit, Patterns, load_patterns
from dprk_events.events.attributes.scope import Stretch, stretches
from dprk_events.events.attributes.shadow import Shadow, proper_name, shadow_of
from dprk_events.events.event import Attributes, Event, Figure, Filler, Stated
from dprk_events.french import key
from dprk_events.french.folding import plain_lower
from dprk_events.syntax import DocView

_NO_SITE_KINDS = frozenset({"state", "half", "continent", "sea", "area"})
_NO_LANDING_KINDS = frozenset({"state", "half", "continent", "capital"})

_DESCRIPTIONS = 200
"""How many descriptions of a weapon are read together. No article has as many for one test; without
a bound the running time would be quadratic."""


def with_attributes(view: DocView, events: Sequence[Event]) -> list[Event]:
    """Add :class:`Attributes` to each missile test; other events are unchanged."""
    if not any(event.event_type.test_attributes for event in events):
        return list(events)
    data = load_patterns()
    shadow = shadow_of(view)
    scopes = stretches(view, events, shadow.text, data)
    return [
        replace(event, attributes=_Reader(view, event, shadow, scope, data).read())
        if event.event_type.test_attributes
        else event
        for event, scope in zip(events, scopes, strict=True)
    ]


class _Reader:
    """Reads the attributes of one test."""

    def __init__(
        self, view: DocView, event: Event, shadow: Shadow, scope: list[Stretch], data: Patterns
    ) -> None:
        self.view, self.event, self.shadow, self.scope, self.data = view, event, shadow, scope, data

    def read(self) -> Attributes:
        return Attributes(
            missile=self._missile(),
            weapon_class=self._class(),
            number=self._number(),
            site=self._site(),
            landing=self._landing(),
            apogee_km=self._figure("apogee_km"),
            distance_km=self._figure("distance_km"),
            outcome=self._outcome(),
        )

    def _hits(self, column: Column) -> Iterator[Hit]:
        """Yield the matches of a column's patterns, stretch by stretch, each in text order."""
        for stretch in self.scope:
            found = chain.from_iterable(
                pattern.hits(self.shadow.text, stretch.start, stretch.end)
                for pattern in self.data.by_column[column]
            )
            yield from sorted(found, key=lambda hit: (hit.start, hit.end))

    def _stated(self, value: str, start: int, end: int, how: str) -> Stated:
        return Stated(value, self.view.text[start:end], start, end, how)

    def _fillers(self, *roles: str) -> list[Filler]:
        return [filler for role in roles for filler in self.event.roles if filler.role == role]

    def _missile(self) -> Stated | None:
        for filler in self._fillers("instrument", "name"):
            if filler.entity is not None:
                name = proper_name(self.view.entities[filler.entity])
                if name is not None:
                    return self._stated(self.view.text[slice(*name)], *name, filler.role)
        for hit in self._hits("missile"):
            words = self.view.text[hit.start : hit.end]
            return self._stated(words, hit.start, hit.end, hit.pattern.entry.id)
        return None

    def _class(self) -> Stated | None:
        """Return the class from the first description that names one, refined by later ones."""
        described: list[tuple[int, int, str]] = []
        for filler in self._fillers("instrument"):
            more = self.data.more.match(self.shadow.text, filler.end)
            described.append((filler.start, more.end() if more else filler.end, filler.role))
        described += [(hit.start, hit.end, hit.pattern.entry.id) for hit in self._hits("class")]
        described += [(f.start, f.end, f.role) for f in self._fillers("origin")]
        best: Stated | None = None
        together = ""
        for start, end, how in described[:_DESCRIPTIONS]:
            words = plain_lower(self.view.text[start:end])
            value = self.data.class_of(words)
            if best is not None and not self.data.refined_by[best.value]:
                break
            if best is None:
                if value is not None:
                    best, together = self._stated(value, start, end, how), words
                continue
            together = f"{together} {words}"
            for finer in (value, self.data.class_of(together)):
                if finer in self.data.refined_by[best.value]:
                    best = self._stated(finer, start, end, how)
                    break
        return best

    def _number(self) -> Figure[int] | None:
        """Return the number of weapons; "à trois reprises" counts the firings instead."""
        counts = [f for f in self._fillers("quantity") if f.counts != "times"]
        counts.sort(key=lambda f: f.value is None)
        for f in counts:
            return Figure(f.value, f.low, f.high, f.text, f.start, f.end, "quantity")
        return None

    def _site(self) -> Stated | None:
        """Return a named place; failing that, what else it was fired from ("sous-marin")."""
        origins = [f for f in self._fillers("origin") if self._may_be_site(f)]
        for filler in origins:
            if filler.entity is not None:
                return self._place(filler)
        for hit in self._hits("site"):
            entity = self.view.entities[self.shadow.places[hit.start]]
            if entity.kind not in hit.pattern.entry.not_kinds and entity.country in {"KP", None}:
                value = entity.canonical or entity.text
                return self._stated(value, hit.start, hit.end, hit.pattern.entry.id)
        for filler in self._fillers("location"):
            place = None if filler.entity is None else self.view.entities[filler.entity]
            if place is None or place.country != "KP" or place.kind == "capital":
                continue  # "à Pyongyang" is as often where it was announced as where it was fired
            if self._may_be_site(filler):
                return self._place(filler)
        return self._place(origins[0]) if origins else None

    def _may_be_site(self, filler: Filler) -> bool:
        if filler.entity is None:
            return not self._nouns(filler) & self.data.no_site
        entity = self.view.entities[filler.entity]
        return entity.label == "LOC" and entity.kind not in _NO_SITE_KINDS

    def _landing(self) -> Stated | None:
        """Return where it fell, else a target other than a country, else the sea it flew over."""
        hits = list(self._hits("landing"))
        for hit in hits:
            if not hit.pattern.entry.weak:
                return self._fell(hit)
        for filler in self._fillers("destination"):
            if self._may_be_landing(filler):
                return self._place(filler)
        for hit in hits:
            number = self.shadow.places.get(hit.start)
            if number is not None and (
                self.view.entities[number].kind not in hit.pattern.entry.not_kinds
            ):
                return self._fell(hit)
        for filler in self._fillers("location"):
            if filler.entity is not None and self.view.entities[filler.entity].kind == "sea":
                return self._place(filler)
        return None

    def _fell(self, hit: Hit) -> Stated:
        """Return the words, or the canonical form of a name that stands alone."""
        number = self.shadow.places.get(hit.start)
        value = self.view.text[hit.start : hit.end]
        if number is not None and self.view.entities[number].end == hit.end:
            value = self.view.entities[number].canonical or value
        return self._stated(value, hit.start, hit.end, hit.pattern.entry.id)

    def _may_be_landing(self, filler: Filler) -> bool:
        if filler.entity is None:
            return bool(self._nouns(filler) & self.data.landing_nouns)
        entity = self.view.entities[filler.entity]
        return entity.label == "LOC" and entity.kind not in _NO_LANDING_KINDS

    def _nouns(self, filler: Filler) -> frozenset[str]:
        return frozenset(key(filler.text).replace("'", " ").split())

    def _place(self, filler: Filler) -> Stated:
        canonical = None if filler.entity is None else self.view.entities[filler.entity].canonical
        return self._stated(canonical or filler.text, filler.start, filler.end, filler.role)

    def _figure(self, column: Column) -> Figure[float] | None:
        """Return the first figure that the text gives: if sources differ, the first one counts."""
        for hit in self._hits(column):
            length = read_length(hit.words)
            text = self.view.text[hit.start : hit.end]
            how = hit.pattern.entry.id
            return Figure(length.value, length.low, length.high, text, hit.start, hit.end, how)
        return None

    def _outcome(self) -> Stated | None:
        """Return the outcome that the text states; two different ones mean that it is unknown."""
        found = list(self._hits("outcome"))
        if not found:
            return None
        values = {hit.pattern.entry.value for hit in found}
        value = found[0].pattern.entry.value if len(values) == 1 else "unknown"
        assert value is not None  # checked when loaded  # noqa: S101
        return self._stated(value, found[0].start, found[0].end, found[0].pattern.entry.id)
