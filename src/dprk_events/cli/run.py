"""The run of ``extract``: from documents to output, journal and summary."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from dprk_events.cli.destination import Destination, Item, open_destination
from dprk_events.cli.failure import Status, fail, say
from dprk_events.output.printable import printable
from dprk_events.output.writer import (
    CannotOpenError,
    OutputError,
    is_terminal,
    open_writer,
)
from dprk_events.stops import Terminated

if TYPE_CHECKING:
    from dprk_events.formats import Selection
    from dprk_events.output.summary import Summary
    from dprk_events.reading import Article, ReadingError, ReadingOptions
    from dprk_events.records import Extracted, Provenance
    from dprk_events.running import Journal, Outcome

ROWS = 50
"""Events in the timeline after a run; `dprk-events show` shows them all."""


class Stages(Protocol):
    """The interface of :class:`dprk_events.pipeline.Pipeline` that ``extract`` uses."""

    provenance: Provenance

    def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
        """Yield one record for each item, in order."""


@dataclass(frozen=True, slots=True)
class Input:
    """What to read, how, and how many documents there are (None if unknown)."""

    listed: Sequence[str | ReadingError]
    options: ReadingOptions
    total: int | None


class Lines(Protocol):
    """What the lines of a document are written to."""

    def write(self, line: bytes, then: Callable[[], None] | None = None) -> None:
        """Write them, and then do what is to be done at once."""


class RecordLines:
    """Takes the lines of documents and gives the records in them to a format."""

    def __init__(self, item: Item) -> None:
        self._item = item

    def write(self, line: bytes, then: Callable[[], None] | None = None) -> None:
        """Write the records of one document."""
        from dprk_events.records import read_lines  # noqa: PLC0415

        for record in read_lines(line.splitlines(), "extracted"):
            self._item(record)
        if then is not None:
            then()


@dataclass(frozen=True, slots=True)
class Run:
    """One run of ``extract`` with all its options."""

    pipeline: Stages
    source: Input
    destination: Destination
    selection: Selection
    only_dprk: bool = False
    jobs: int | None = None
    resume: bool = False
    quiet: bool = False
    events: bool = False

    @property
    def output(self) -> str | None:
        """``-o FILE``."""
        return self.destination.output

    def run(self) -> Status:
        """Extract, write and summarise; if interrupted, keep what is finished."""
        from dprk_events.reading import sources_of  # noqa: PLC0415
        from dprk_events.running import (  # noqa: PLC0415
            NoWorkerError,
            ResumeError,
            Work,
            jobs_of,
            run_documents,
        )

        jobs, remark = jobs_of(self.jobs, self.source.listed, self.source.total)
        if remark:
            say(remark)
        work = Work(self.pipeline, self.source.options, self.selection.lines)
        sources = sources_of(self.source.listed, self.source.options)
        try:
            journal = self._journal()
            if journal is None:
                return self._write(run_documents(work, sources, jobs), None)
            with closing(journal):
                try:
                    return self._write(run_documents(work, journal.left(sources), jobs), journal)
                except CannotOpenError:
                    if not journal.done:
                        journal.remove()
                    raise
                except OutputError as error:
                    advice = "Then run the same command with --resume to continue."
                    raise OutputError(f"{error} {advice}") from None
        except (ResumeError, NoWorkerError) as error:
            fail(str(error))

    def _write(self, outcomes: Generator[Outcome, None, None], journal: Journal | None) -> Status:
        from dprk_events.output.console import error_console, with_progress  # noqa: PLC0415
        from dprk_events.output.summary import Summary  # noqa: PLC0415
        from dprk_events.output.tables import print_summary  # noqa: PLC0415

        console = error_console()
        summary = Summary(ROWS, linked=not self.events and not self.quiet)
        before, failures = (0, 0) if journal is None else (journal.done, journal.failures)
        on_screen = self.output == "-" and is_terminal()
        shown = outcomes
        if not self.quiet and not on_screen:
            shown = with_progress(outcomes, self.source.total, console, done=before)
        stop: KeyboardInterrupt | None = None
        with self._writer(journal) as writer, closing(outcomes), closing(shown):
            try:
                for outcome in shown:
                    writer.write(outcome.lines, _journal_entry(journal, outcome))
                    summary.count(outcome.digest)
                    _keep(summary, outcome)
                    if self.quiet and outcome.digest.failed:
                        say(": ".join(outcome.digest.failed))
            except KeyboardInterrupt as error:
                stop = error
        done = summary.documents + summary.failures
        if not self.quiet:
            print_summary(console, summary, list(self._hints(summary, before, failures)))
        if stop is None and journal is not None and not self.resume:
            journal.remove()  # the run is complete, and --resume was not requested
        if stop is None:
            return Status.SOME_FAILED if failures + summary.failures else Status.DONE
        how = "terminated" if isinstance(stop, Terminated) else "interrupted"
        say(f"{how}: {done} finished documents are written in full{self._advice(journal)}")
        return Status.TERMINATED if isinstance(stop, Terminated) else Status.INTERRUPTED

    def _file(self) -> Path | None:
        """Return the output file, if a run can be resumed with it."""
        if self.output in (None, "-") or not self.destination.as_lines:
            return None
        path = Path(str(self.output))
        return path if path.is_file() or not path.exists() else None

    def _journal(self) -> Journal | None:
        from dprk_events.running import Journal, run_settings  # noqa: PLC0415

        path = self._file()
        if path is None:
            if self.resume:
                fail(f"--resume: {self.output} is not a file. Choose another path with -o FILE.")
            return None
        try:
            make = Journal.resume if self.resume else Journal.begin
            settings = run_settings(
                self.pipeline.provenance.model_dump(),
                self.source.options,
                self.selection,
                only_dprk=self.only_dprk,
            )
            return make(path, settings)
        except OSError as error:
            fail(
                f"cannot open {path} and {path.name}.state for writing: {error.strerror}. "
                "Choose another path with -o FILE."
            )

    def _writer(self, journal: Journal | None) -> AbstractContextManager[Lines]:
        """Open the output; it goes to a terminal only with `-o -`."""
        if self.output is None and is_terminal():
            return open_writer(os.devnull)
        if not self.destination.as_lines:
            return _as_records(self.destination)
        return open_writer(self.output, journal.size if journal is not None else 0)

    def _advice(self, journal: Journal | None) -> str:
        return "; run the same command with --resume to continue" if journal is not None else ""

    def _hints(self, summary: Summary, before: int, failures: int) -> Iterator[str]:
        """Yield hints on what to do next."""
        if before:
            failed = f" ({failures:,} could not be read)" if failures else ""
            yield f"{before:,} documents were done earlier{failed} and are not counted here."
        if self.output is None and is_terminal():
            yield "To save this as JSONL: dprk-events extract PATHS... -o events.jsonl"
        elif self.output not in (None, "-"):
            yield f"Written to {printable(str(self.output))}."
        if self.destination.as_lines and (summary.events > ROWS or before):
            saved = self.output if self.output not in (None, "-") else "events.jsonl"
            yield f"To see the whole timeline: dprk-events show {printable(str(saved))}"


def _keep(summary: Summary, outcome: Outcome) -> None:
    """Give the summary the records of a document, if it links them."""
    if summary.keeps:
        from dprk_events.records import read_lines  # noqa: PLC0415

        for record in read_lines(outcome.lines.splitlines(), "extracted"):
            summary.keep(record)


@contextmanager
def _as_records(made: Destination) -> Iterator[RecordLines]:
    with open_destination(made) as item:
        yield RecordLines(item)


def _journal_entry(journal: Journal | None, outcome: Outcome) -> Callable[[], None] | None:
    if journal is None:
        return None
    failed = outcome.digest.failed is not None
    return lambda: journal.add(len(outcome.lines), failed=failed)
