"""The chain: what was read → records, through all stages and in input order."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from dprk_events import __version__
from dprk_events.dates import find_dates, find_reference
from dprk_events.entities import find_entities
from dprk_events.events import find_events
from dprk_events.language import Parser
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

BATCH = 32
"""Articles parsed at a time: more are no faster with the md model and take more memory."""

BATCH_CHARS = 200_000
"""Characters parsed at a time, but for an article that has more by itself: memory is bounded."""

LOOK = 256
"""Documents looked at for a batch: most of them may not get through the gate."""


class Extractor:
    """All stages with their knowledge loaded, ready for any number of articles.

    Args:
        model: The spaCy pipeline.
        gazetteer: Known names.
        rules: Event rules.
        batch: Articles parsed at a time.
        gate: Which articles are analysed; the others give a record with ``gated`` true. None lets
            all through.

    """

    def __init__(
        self,
        model: LoadedModel,
        gazetteer: Gazetteer,
        rules: RuleSet,
        *,
        batch: int = BATCH,
        gate: Gate | None = None,
    ) -> None:
        self._parser = Parser(model, gazetteer)
        self._gazetteer = gazetteer
        self._rules = rules
        self._batch = batch
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

        A batch is done as a whole before its first record is given, and what the pipeline learned
        of its words is then forgotten: memory does not grow with the number of documents.
        """
        for batch in self._batches(items):
            with self._parser.forgetting():
                done = list(self._done(batch))
            yield from done

    def _batches(
        self, items: Iterable[Article | ReadingError]
    ) -> Iterator[list[Article | Extracted]]:
        """Take items together as long as the articles among them that need the model are few."""
        batch: list[Article | Extracted] = []
        count = chars = 0
        for item in items:
            looked = self._look(item)
            batch.append(looked)
            if isinstance(looked, Article):
                count += 1
                chars += len(looked.text)
            if count >= self._batch or chars >= BATCH_CHARS or len(batch) >= LOOK:
                yield batch
                batch, count, chars = [], 0, 0
        if batch:
            yield batch

    def _look(self, item: Article | ReadingError) -> Article | Extracted:
        """Give the article if the model is needed, else what is said of the document without."""
        if isinstance(item, ReadingError):
            return Extracted(build_error(item), None)
        try:
            if self._gate is None or self._gate.passes(item):
                return item
            return Extracted(build_gated(item, pipeline=self.pipeline), item.text)
        except Exception as error:  # see _parse
            return Extracted(build_error(fault(item.path, error)), None)

    def _done(self, batch: Sequence[Article | Extracted]) -> Iterator[Extracted]:
        parses = self._parse([item for item in batch if isinstance(item, Article)])
        for item in batch:
            yield self._finish(item, next(parses)) if isinstance(item, Article) else item

    def _parse(self, articles: Sequence[Article]) -> Iterator[Doc | Exception]:
        """Parse a batch; where that fails, what is left one by one, to find the one at fault."""
        done = 0
        try:
            for doc in self._parser.parse([article.readable for article in articles]):
                yield doc
                done += 1
        except Exception as error:  # any fault of a library ends here, not the whole run
            if len(articles) == 1:
                yield error
                return
            for article in articles[done:]:
                yield from self._parse([article])

    def _finish(self, article: Article, doc: Doc | Exception) -> Extracted:
        try:
            if isinstance(doc, Exception):
                raise doc
            return Extracted(self._record(article, doc), article.text)
        except Exception as error:  # see _parse
            return Extracted(build_error(fault(article.path, error)), None)

    def _record(self, article: Article, doc: Doc) -> DocumentRecord:
        entities = find_entities(doc, article.text, self._gazetteer)
        published = find_reference(article)
        masked = [(region.start, region.end) for region in article.masked]
        dates = find_dates(article.text, published, masked=masked)
        events = find_events(doc, article, entities, dates, self._rules, self._gazetteer)
        return build_document(
            article,
            published,
            entities,
            dates,
            events,
            pipeline=self.pipeline,
            tokens=sum(not token.is_space for token in doc),
        )


__all__ = ["BATCH", "Extracted", "Extractor", "read_each"]
