"""The work on one document, in whichever process: read it, extract, write its lines."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol

from dprk_events.output.digest import Digest, digest_of
from dprk_events.reading import (
    Article,
    ReadingError,
    ReadingOptions,
    Source,
    fault,
    read_safely,
)
from dprk_events.records import DocumentRecord, Extracted, build_error


class Extracting(Protocol):
    """The interface of :class:`dprk_events.pipeline.Pipeline`: articles in, records out.

    The class itself is not imported, so that runs can be tested without loading a model.
    """

    def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
        """Yield one record per item, in order."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The result for one document: its lines of output, and what the summary needs."""

    lines: bytes
    digest: Digest


class Work:
    """Turns sources into outcomes, one for each, in order.

    Args:
        pipeline: The loaded stages.
        options: How to read the documents.
        lines: Returns the output lines of a document, line ends included.

    """

    def __init__(
        self,
        pipeline: Extracting,
        options: ReadingOptions,
        lines: Callable[[Extracted], Iterable[bytes]],
    ) -> None:
        self._pipeline = pipeline
        self._options = options
        self._lines = lines

    def each(self, sources: Iterable[Source | ReadingError]) -> Iterator[Outcome]:
        """Yield the outcome of each source, in order."""
        items = (read_safely(source, self._options) for source in sources)
        with closing(self._pipeline.run(items)) as done:
            for extracted in done:
                yield self._outcome(extracted)

    def failed(self, error: ReadingError) -> Outcome:
        """Return the outcome of a document that could not be processed."""
        return self._outcome(Extracted(build_error(error), None))

    def _outcome(self, extracted: Extracted) -> Outcome:
        record = extracted.record
        try:
            return Outcome(b"".join(self._lines(extracted)), digest_of(record))
        except Exception as error:  # one document must not stop the run, as in the pipeline
            if not isinstance(record, DocumentRecord):
                raise
            return self.failed(fault(record.doc.path, error))
