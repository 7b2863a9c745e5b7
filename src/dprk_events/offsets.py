"""Map results from the reading text back to the input text: offsets and quoted words.

The stages see ``article.as_read``; records refer to ``article``. For an article that has no reading
text of its own, everything is returned unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:  # `dprk-events dates` uses this module too, and needs no spaCy
    from dprk_events.dates import Explanation, Timex
    from dprk_events.entities import Entity
    from dprk_events.events import Attributes, Attribution, Event, Filler, Mention
    from dprk_events.events.event import Figure, Stated
    from dprk_events.events.explain import Idle, Sentence, Told
    from dprk_events.events.row import Participant, Quantity, Source
    from dprk_events.reading import Article
    from dprk_events.reading.alignment import Alignment

Quoted = TypeVar(
    "Quoted", "Entity", "Timex", "Filler", "Attribution", "Stated", "Figure[int]",
    "Figure[float]", "Participant", "Source", "Quantity",
)  # fmt: skip
AnyParty = TypeVar("AnyParty", "Participant", "Source")


def in_input(
    article: Article,
    entities: Sequence[Entity],
    dates: Sequence[Timex],
    events: Sequence[Event],
) -> tuple[Sequence[Entity], Sequence[Timex], Sequence[Event]]:
    """Return what the stages found in ``article.as_read``, with offsets and words of ``article``.

    Order and number are kept, so that indices remain valid.
    """
    place = placer(article)
    if place is None:
        return entities, dates, events
    return (
        [place.quoted(entity) for entity in entities],
        [place.quoted(date) for date in dates],
        [place.event(event) for event in events],
    )


def placer(article: Article) -> Placer | None:
    """Return the mapping back to the input; None if the article has no reading text of its own."""
    if article.reading is None:
        return None
    return Placer(article.text, article.reading.alignment)


class Placer:
    """Maps what was found in a reading text back to the input."""

    def __init__(self, text: str, alignment: Alignment) -> None:
        self._text = text
        self._span = alignment.span

    def quoted(self, thing: Quoted) -> Quoted:
        """Map an entity, a date, a filler, a source or an attribute."""
        start, end = self._span(thing.start, thing.end)
        return replace(thing, start=start, end=end, text=self._text[start:end])

    def explanation(self, found: Explanation) -> Explanation:
        """Map the explanation of a date."""
        return replace(found, timex=self.quoted(found.timex))

    def event(self, event: Event) -> Event:
        """Map an event with all its parts."""
        return replace(
            event,
            mentions=tuple(map(self.mention, event.mentions)),
            roles=self._fillers(event.roles),
            attributes=event.attributes and self._attributes(event.attributes),
            participants=tuple(map(self._party, event.participants)),
            quantities=tuple(map(self.quoted, event.quantities)),
            sources=tuple(map(self._party, event.sources)),
            whole_date=event.whole_date and self.quoted(event.whole_date),
        )

    def mention(self, mention: Mention) -> Mention:
        """Map a mention: its trigger, sentence, roles and source."""
        start, end = self._span(mention.start, mention.end)
        return replace(
            mention,
            trigger=self._text[start:end],
            start=start,
            end=end,
            sentence=self._span(*mention.sentence),
            attribution=mention.attribution and self.quoted(mention.attribution),
            behind=tuple(map(self.quoted, mention.behind)),
            until=mention.until and self.quoted(mention.until),
            counted=mention.counted and self.quoted(mention.counted),
            fillers=self._fillers(mention.fillers),
        )

    def sentence(self, sentence: Sentence) -> Sentence:
        """Map the explanation of a sentence, with its trigger words."""
        start, end = self._span(sentence.start, sentence.end)
        words = tuple(map(self._word, sentence.words))
        return replace(sentence, start=start, end=end, words=words)

    def _word(self, word: Told | Idle) -> Told | Idle:
        from dprk_events.events.explain import Idle  # noqa: PLC0415 - see above

        if isinstance(word, Idle):
            start, end = self._span(word.start, word.end)
            return replace(word, start=start, end=end)
        return replace(word, event=self.event(word.event), mention=self.mention(word.mention))

    def _party(self, party: AnyParty) -> AnyParty:
        """Place a participant or source with all its namings; its name stays as it was read."""
        spans = tuple(self._span(*span) for span in party.spans)
        return replace(self.quoted(party), spans=spans)

    def _fillers(self, fillers: Iterable[Filler]) -> tuple[Filler, ...]:
        return tuple(map(self._filler, fillers))

    def _filler(self, filler: Filler) -> Filler:
        counted = filler.counted and self._span(*filler.counted)
        return replace(self.quoted(filler), counted=counted)

    def _attributes(self, said: Attributes) -> Attributes:
        found = {field.name: getattr(said, field.name) for field in fields(said)}
        return replace(said, **{name: each and self.quoted(each) for name, each in found.items()})
