"""What is done with a document, in whichever process: read, extract, write its lines."""

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
    """What turns articles into records: :class:`dprk_events.pipeline.Pipeline`.

    It is not imported, so that a run can be tried without loading a model.
    """

    def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
        """Give one record for each item, in order."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that comes of one document: its lines of output, and what the summary needs."""

    lines: bytes
    digest: Digest


class Work:
    """Sources → outcomes, one for each and in order.

    Args:
        pipeline: The stages, loaded.
        options: How to read.
        lines: Gives the lines of a document, with their line ends.

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
        """Do all of them."""
        items = (read_safely(source, self._options) for source in sources)
        with closing(self._pipeline.run(items)) as done:
            for extracted in done:
                yield self._outcome(extracted)

    def failed(self, error: ReadingError) -> Outcome:
        """Give the outcome of a document that could not be done."""
        return self._outcome(Extracted(build_error(error), None))

    def _outcome(self, extracted: Extracted) -> Outcome:
        record = extracted.record
        try:
            return Outcome(b"".join(self._lines(extracted)), digest_of(record))
        except Exception as error:  # any fault of one document ends here, as in the pipeline
            if not isinstance(record, DocumentRecord):
                raise
            return self.failed(fault(record.doc.path, error))
