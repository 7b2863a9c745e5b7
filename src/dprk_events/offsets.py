"""From the text as it is read back to the text as it came: offsets, and the words quoted.

The stages see ``article.as_read``; records speak of ``article``. Where an article is read as it
stands, everything is given back as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:  # `dprk-events dates` comes here too, and needs no spaCy
    from dprk_events.dates import Explanation, Timex
    from dprk_events.entities import Entity
    from dprk_events.events import Attributes, Attribution, Event, Filler, Mention
    from dprk_events.events.event import Figure, Stated
    from dprk_events.events.explain import Idle, Sentence, Told
    from dprk_events.reading import Article
    from dprk_events.reading.alignment import Alignment

Quoted = TypeVar("Quoted", "Entity", "Timex", "Filler", "Attribution", "Stated", "Figure")


def in_input(
    article: Article,
    entities: Sequence[Entity],
    dates: Sequence[Timex],
    events: Sequence[Event],
) -> tuple[Sequence[Entity], Sequence[Timex], Sequence[Event]]:
    """Give what the stages found in ``article.as_read`` with the places and words of ``article``.

    Order and number stay, so that indices hold.
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
    """Give what leads back to the input; None where the article is read as it stands."""
    if article.reading is None:
        return None
    return Placer(article.text, article.reading.alignment)


class Placer:
    """Leads what was found in a reading text back to the input."""

    def __init__(self, text: str, alignment: Alignment) -> None:
        self._text = text
        self._span = alignment.span

    def quoted(self, thing: Quoted) -> Quoted:
        """Place an entity, a date, a filler, a source or an attribute."""
        start, end = self._span(thing.start, thing.end)
        return replace(thing, start=start, end=end, text=self._text[start:end])

    def explanation(self, found: Explanation) -> Explanation:
        """Place a date that is explained."""
        return replace(found, timex=self.quoted(found.timex))

    def event(self, event: Event) -> Event:
        """Place an event with all that is said of it."""
        return replace(
            event,
            mentions=tuple(map(self.mention, event.mentions)),
            roles=self._fillers(event.roles),
            attributes=event.attributes and self._attributes(event.attributes),
        )

    def mention(self, mention: Mention) -> Mention:
        """Place a mention: its trigger, sentence, roles and source."""
        start, end = self._span(mention.start, mention.end)
        return replace(
            mention,
            trigger=self._text[start:end],
            start=start,
            end=end,
            sentence=self._span(*mention.sentence),
            attribution=mention.attribution and self.quoted(mention.attribution),
            fillers=self._fillers(mention.fillers),
        )

    def sentence(self, sentence: Sentence) -> Sentence:
        """Place a sentence that is explained, with its trigger words."""
        start, end = self._span(sentence.start, sentence.end)
        words = tuple(map(self._word, sentence.words))
        return replace(sentence, start=start, end=end, words=words)

    def _word(self, word: Told | Idle) -> Told | Idle:
        from dprk_events.events.explain import Idle  # noqa: PLC0415 - see above

        if isinstance(word, Idle):
            start, end = self._span(word.start, word.end)
            return replace(word, start=start, end=end)
        return replace(word, event=self.event(word.event), mention=self.mention(word.mention))

    def _fillers(self, fillers: Iterable[Filler]) -> tuple[Filler, ...]:
        return tuple(map(self.quoted, fillers))

    def _attributes(self, said: Attributes) -> Attributes:
        found = {field.name: getattr(said, field.name) for field in fields(said)}
        return replace(said, **{name: each and self.quoted(each) for name, each in found.items()})
