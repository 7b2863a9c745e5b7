"""The chain: what was read → records, through all stages and in input order."""

from __future__ import annotations

import logging
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from dprk_events import __version__
from dprk_events.dates import find_dates, find_reference
from dprk_events.entities import find_entities
from dprk_events.events import find_events
from dprk_events.language import Parser
from dprk_events.reading import Article, ReadingError, ReadingOptions, read_listed
from dprk_events.records import (
    DocumentRecord,
    ErrorRecord,
    Pipeline,
    build_document,
    build_error,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from dprk_events.events import RuleSet
    from dprk_events.language import Gazetteer, LoadedModel

LOG = logging.getLogger(__name__)

BATCH = 32
"""Articles parsed at a time: the fastest for the md model, and small in memory (findings.md)."""


@dataclass(frozen=True, slots=True)
class Extracted:
    """A record, and the text that its offsets count in (None for an error)."""

    record: DocumentRecord | ErrorRecord
    text: str | None


class Extractor:
    """All stages with their knowledge loaded, ready for any number of articles.

    Args:
        model: The spaCy pipeline.
        gazetteer: Known names.
        rules: Event rules.
        batch: Articles parsed at a time.

    """

    def __init__(
        self, model: LoadedModel, gazetteer: Gazetteer, rules: RuleSet, *, batch: int = BATCH
    ) -> None:
        self._parser = Parser(model, gazetteer)
        self._gazetteer = gazetteer
        self._rules = rules
        self._batch = batch
        self.pipeline = Pipeline(
            version=__version__,
            model=model.name,
            model_version=model.version,
            rules=rules.hash,
        )

    def extract(
        self, items: Iterable[Article | ReadingError]
    ) -> Iterator[DocumentRecord | ErrorRecord]:
        """Give one record for each item, in order; a failure is an error record in its place."""
        return (extracted.record for extracted in self.extract_with_text(items))

    def extract_with_text(
        self, items: Iterable[Article | ReadingError]
    ) -> Generator[Extracted, None, None]:
        """As :meth:`extract`, with each document's text beside its record."""
        queue = iter(items)
        while batch := list(islice(queue, self._batch)):
            parses = self._parse([item for item in batch if isinstance(item, Article)])
            for item in batch:
                if isinstance(item, Article):
                    yield self._finish(item, next(parses))
                else:
                    yield Extracted(build_error(item), None)

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
            return Extracted(build_error(_fault(article.path, error)), None)

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
            tokens=len(doc) - int(doc.to_array("IS_SPACE").sum()),
        )


def read_each(
    listed: Iterable[str | ReadingError], options: ReadingOptions
) -> Iterator[Article | ReadingError]:
    """Read what :func:`list_paths` listed; a fault of the reader too is an error in its place."""
    for item in listed:
        try:
            yield from read_listed([item], options)
        except Exception as error:  # as in Extractor._parse
            yield _fault(item if isinstance(item, str) else item.path, error)


def _fault(path: str, error: Exception) -> ReadingError:
    LOG.debug("fault in %s", path, exc_info=error)
    message = (
        f"a fault in the program ({type(error).__name__}: {error}). "
        "Please report it, with this document."
    )
    return ReadingError(path=path, kind="internal", message=message)
