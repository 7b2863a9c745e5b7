"""The Python library: texts in, typed results out (:func:`dprk_events.load`)."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any, Literal

from dprk_events.formats import Selection
from dprk_events.pipeline import Pipeline
from dprk_events.reading import (
    Article,
    ReadingError,
    ReadingOptions,
    Source,
    list_paths,
    parse_published,
    read_safely,
    sources_of,
)
from dprk_events.records import (
    Cell,
    DateItem,
    DocumentRecord,
    EntityItem,
    ErrorRecord,
    EventRecord,
    Extracted,
    event_cells,
    flatten_events,
    read_lines,
    to_line,
)
from dprk_events.running import Outcome, Work, jobs_of, run_documents

Text = str | Mapping[str, str | None]
"""A text, or a mapping with ``text`` and any of ``published``, ``title``, ``url``, ``source``,
``id``, like a record of JSON Lines input."""
Errors = Literal["raise", "keep"]


class DocumentError(ValueError):
    """A document could not be read or analysed.

    Attributes:
        kind: One word for programs, such as ``empty`` or ``not-french``.
        path: The document's name in records.

    """

    def __init__(self, record: ErrorRecord) -> None:
        self.kind = record.error.kind
        self.path = record.path
        super().__init__(f"{record.path}: {record.error.message}")


class Extraction:
    """The result for one document.

    Attributes:
        record: The document record, as the command line writes it (``docs/output.md``).
        text: The text that all offsets refer to: code points, 0-based, end exclusive.

    """

    def __init__(self, record: DocumentRecord, text: str) -> None:
        self.record = record
        self.text = text
        self.events: list[EventRecord] = list(flatten_events(record, text))
        """The events in the order of their first mention, each with its date, entities and
        sentences in full."""

    @property
    def entities(self) -> list[EntityItem]:
        """The entities in text order."""
        return self.record.entities

    @property
    def dates(self) -> list[DateItem]:
        """The date expressions in text order, each with its EDTF value."""
        return self.record.dates

    def to_dict(self) -> dict[str, Any]:
        """Return the document record as plain dicts and lists, as in one line of JSONL output."""
        return self.record.model_dump(by_alias=True, mode="json")

    def to_json(self) -> str:
        """Return the document record as one line of JSON, without a line end."""
        return to_line(self.record).decode("utf-8").rstrip("\n")

    def to_rows(self) -> list[dict[str, Cell]]:
        """Return a row of plain values for each event: ``pandas.DataFrame(result.to_rows())``."""
        return [event_cells(event) for event in self.events]

    def _repr_html_(self) -> str:
        from dprk_events.output.notebook import extraction_html  # noqa: PLC0415

        return extraction_html(self.record, self.text, self.events)

    def __repr__(self) -> str:
        kinds = ", ".join(f"{event.id} {event.type}" for event in self.events)
        return f"<Extraction of {self.record.doc.path}: {kinds or 'no events'}>"


class Extractor:
    """A loaded pipeline. Not thread-safe: load one per thread, or use ``jobs``."""

    def __init__(self, pipeline: Pipeline) -> None:
        self.pipeline = pipeline

    def extract(
        self,
        text: str,
        *,
        published: str | dt.date | None = None,
        title: str | None = None,
        url: str | None = None,
        source: str | None = None,
        any_language: bool = False,
    ) -> Extraction:
        """Find the events in one text.

        Args:
            text: The article; boilerplate may be left in.
            published: Publication date (``2024-01-05``), against which words such as "mercredi"
                are resolved; by default, the date found in the text itself, if any.
            title: Its title; by default, the headline that the text begins with.
            url: Where it was published.
            source: Who published it.
            any_language: Analyse it even if it does not look French.

        Raises:
            DocumentError: The text is empty, not text or not French, or a stage failed on it.
            ValueError: ``published`` is not a date.

        """
        options = ReadingOptions(
            published=_day(published), encoding="utf-8", format="text", any_language=any_language
        )
        item = read_safely(Source("text", _bytes(text)), options)
        if isinstance(item, Article):
            item = replace(
                item,
                title=title or item.title,
                url=url or item.url,
                source=source or item.source,
            )
        return _result(self.pipeline.run_one(item))

    def extract_many(
        self,
        texts: Iterable[Text],
        *,
        published: str | dt.date | None = None,
        any_language: bool = False,
        jobs: int = 1,
        errors: Errors = "raise",
    ) -> Iterator[Extraction | DocumentError]:
        """Find the events in many texts; yield the results in order, as fast as the command line.

        Args:
            texts: Texts, or mappings with a ``text`` and its metadata (:data:`Text`).
            published: Publication date of all texts that have none of their own.
            any_language: Analyse texts even if they do not look French.
            jobs: Number of processes; 0 for one per core. 1 is used where processes cannot fork.
            errors: ``raise``, or ``keep`` to yield a :class:`DocumentError` in the text's place.

        Raises:
            DocumentError: A text cannot be analysed, and ``errors`` is ``raise``.

        """
        options = ReadingOptions(
            published=_day(published), encoding="utf-8", format="text", any_language=any_language
        )
        sources = (_source(number, text) for number, text in enumerate(texts, 1))
        return self._many(sources, options, jobs, errors)

    def extract_files(
        self,
        paths: Iterable[str | Path],
        *,
        options: ReadingOptions | None = None,
        jobs: int = 1,
        errors: Errors = "raise",
    ) -> Iterator[Extraction | DocumentError]:
        """Find the events in files and folders, read as the command ``extract`` reads them.

        Args:
            paths: Files, folders, archives, JSON Lines, CSV, HTML.
            options: How to read them.
            jobs: As in :meth:`extract_many`.
            errors: As in :meth:`extract_many`.

        """
        reading = options or ReadingOptions()
        sources = sources_of(list_paths([str(path) for path in paths]), reading)
        return self._many(sources, reading, jobs, errors)

    def _many(
        self,
        sources: Iterable[Source | ReadingError],
        options: ReadingOptions,
        jobs: int,
        errors: Errors,
    ) -> Iterator[Extraction | DocumentError]:
        with closing(self._extracted(sources, options, jobs)) as done:
            for extracted in done:
                try:
                    result: Extraction | DocumentError = _result(extracted)
                except DocumentError as error:
                    if errors == "raise":
                        raise
                    result = error
                yield result

    def _extracted(
        self, sources: Iterable[Source | ReadingError], options: ReadingOptions, jobs: int
    ) -> Generator[Extracted, None, None]:
        jobs, _ = jobs_of(jobs)
        if jobs == 1:
            return self.pipeline.run(read_safely(source, options) for source in sources)
        work = Work(self.pipeline, options, Selection(with_text=True).lines)
        return _from_lines(run_documents(work, sources, jobs))


def _from_lines(
    outcomes: Generator[Outcome, None, None],
) -> Generator[Extracted, None, None]:
    """Parse the lines that worker processes return: records are not sent pickled."""
    with closing(outcomes):
        for outcome in outcomes:
            (record,) = read_lines([outcome.lines], "worker")
            if not isinstance(record, DocumentRecord):
                assert isinstance(record, ErrorRecord)  # noqa: S101 - a document yields one or the other
                yield Extracted(record, None)
                continue
            text = record.doc.text
            bare = record.doc.model_copy(update={"text": None})
            yield Extracted(record.model_copy(update={"doc": bare}), text)


def _result(extracted: Extracted) -> Extraction:
    if isinstance(extracted.record, ErrorRecord):
        raise DocumentError(extracted.record)
    return Extraction(extracted.record, extracted.text or "")


def _source(number: int, text: Text) -> Source:
    if isinstance(text, str):
        return Source(f"text#{number}", _bytes(text))
    line = json.dumps(dict(text), ensure_ascii=False, default=str)
    return Source(f"text#{number}", _bytes(line), "jsonl")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _day(published: str | dt.date | None) -> dt.date | None:
    return parse_published(published) if isinstance(published, str) else published
