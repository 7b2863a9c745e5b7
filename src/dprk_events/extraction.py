"""The chain: what was read → records, through all stages and in input order."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING

from dprk_events import __version__
from dprk_events.dates import find_dates, find_reference
from dprk_events.entities import find_entities
from dprk_events.events import find_events
from dprk_events.language import Letters, Parser
from dprk_events.offsets import in_input
from dprk_events.reading import Article, ReadingError
from dprk_events.records import (
    DocumentRecord,
    ErrorRecord,
    Extracted,
    Pipeline,
    build_document,
    build_error,
    build_gated,
)
from dprk_events.safe_reading import fault, read_each

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from dprk_events.events import RuleSet
    from dprk_events.language import Gate, Gazetteer, LoadedModel

REMEMBERED = 64
"""Documents, also those that are not parsed, after which new words are forgotten: spaCy works their
features out anew then."""

MOST = 500_000
"""Characters of articles after which they are forgotten as well."""

TOGETHER = 25_000
"""Characters, some 5,000 tokens, that are parsed together."""


class Extractor:
    """All stages with their knowledge loaded, ready for any number of articles.

    Args:
        model: The spaCy pipeline.
        gazetteer: Known names.
        rules: Event rules.
        gate: Which articles are analysed; the others give a record with ``gated`` true. None lets
            all through.

    """

    def __init__(
        self,
        model: LoadedModel,
        gazetteer: Gazetteer,
        rules: RuleSet,
        *,
        gate: Gate | None = None,
    ) -> None:
        self._parser = Parser(model, gazetteer)
        self._letters = Letters(model.nlp, gazetteer)
        self._gazetteer = gazetteer
        self._rules = rules
        self._gate = gate
        self.pipeline = Pipeline(
            version=__version__,
            model=model.name,
            model_version=model.version,
            rules=rules.hash,
        )

    @property
    def vocabulary(self) -> Vocab:
        """The pipeline's words, to measure how many it keeps."""
        return self._parser.model.nlp.vocab

    def extract(
        self, items: Iterable[Article | ReadingError]
    ) -> Iterator[DocumentRecord | ErrorRecord]:
        """Give one record for each item, in order; a failure is an error record in its place."""
        return (extracted.record for extracted in self.extract_with_text(items))

    def extract_with_text(
        self, items: Iterable[Article | ReadingError]
    ) -> Generator[Extracted, None, None]:
        """As :meth:`extract`, with each document's text beside its record.

        Articles are parsed a few together, which is quicker, and each gives the same record in any
        run: with other files, in other processes, after a stop. What the pipeline learned of new
        words is forgotten after a number of articles, so that memory does not grow. Only one of
        these generators may be under way at a time: exhaust or close one before the next.
        """
        queue = iter(items)
        for first in queue:
            with self._parser.forgetting():
                for group in _groups(map(self._look, _some(chain([first], queue)))):
                    yield from self._finish(group)

    def _look(self, item: Article | ReadingError) -> Article | Extracted:
        """Give the article if the model is needed, else what is said of the document without."""
        if isinstance(item, ReadingError):
            return Extracted(build_error(item), None)
        try:
            if self._gate is None or self._gate.passes(item):
                return self._letters.restored(item)
            return Extracted(build_gated(item, pipeline=self.pipeline), item.text)
        except Exception as error:  # see _finish
            return Extracted(build_error(fault(item.path, error)), None)

    def _finish(self, group: Sequence[Article | Extracted]) -> Iterator[Extracted]:
        docs = iter(self._parsed([item for item in group if isinstance(item, Article)]))
        for item in group:
            if isinstance(item, Extracted):
                yield item
                continue
            try:
                doc = next(docs)
                if isinstance(doc, Exception):
                    raise doc
                done = Extracted(self._record(item, doc), item.text)
            except Exception as error:  # any fault of a library ends here, not the whole run
                done = Extracted(build_error(fault(item.path, error)), None)
            yield done

    def _parsed(self, articles: Sequence[Article]) -> list[Doc | Exception]:
        """Parse articles together; each by itself if that fails, to find the one that fails."""
        try:
            return list(self._parser.parse([article.as_read.readable for article in articles]))
        except Exception as error:  # see _finish
            if len(articles) == 1:
                return [error]
        return [doc for article in articles for doc in self._parsed([article])]

    def _record(self, article: Article, doc: Doc) -> DocumentRecord:
        read = article.as_read
        entities = find_entities(doc, read.text, self._gazetteer)
        published = find_reference(read)
        masked = [(region.start, region.end) for region in read.masked]
        dates = find_dates(read.text, published, masked=masked)
        events = find_events(doc, read, entities, dates, self._rules, self._gazetteer)
        return build_document(
            article,
            published,
            *in_input(article, entities, dates, events),
            pipeline=self.pipeline,
            tokens=sum(not token.is_space for token in doc),
        )


def _some(items: Iterable[Article | ReadingError]) -> Iterator[Article | ReadingError]:
    """Give as many items as are done before new words are forgotten."""
    size = 0
    for number, item in enumerate(items, 1):
        yield item
        size += len(item.text) if isinstance(item, Article) else 0
        if number >= REMEMBERED or size >= MOST:
            return


def _groups(items: Iterable[Article | Extracted]) -> Iterator[list[Article | Extracted]]:
    """Cut items where their articles have enough characters to be parsed together."""
    group: list[Article | Extracted] = []
    size = 0
    for item in items:
        group.append(item)
        size += len(item.readable) if isinstance(item, Article) else 0
        if size >= TOGETHER:
            yield group
            group, size = [], 0
    if group:
        yield group


__all__ = ["Extracted", "Extractor", "read_each"]
