"""``dprk-events extract``: articles → records and a summary."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import InputFormat, Records
from dprk_events.cli.engine import Address, EngineName, PartsFormat, refuse, run_engine
from dprk_events.cli.failure import Status, check_stdin, fail, guard, say
from dprk_events.cli.inputs import (
    AnyLanguage,
    Encoding,
    FieldNames,
    Format,
    MaxBytes,
    MetadataFile,
    ModelName,
    OwnRules,
    WithText,
    load_stages,
    reading_options,
)
from dprk_events.cli.lines import lines_of
from dprk_events.output.plain import plain
from dprk_events.output.writer import LineWriter, is_terminal, open_writer

if TYPE_CHECKING:
    from dprk_events.extraction import Extractor
    from dprk_events.output.summary import Summary
    from dprk_events.reading import Article, ReadingError, ReadingOptions

ROWS = 50
"""Events in the timeline after a run; `dprk-events show` has them all."""


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS",
            help="Files, folders (with all below, in order of name), or - for standard input.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Write JSONL there; - is standard output."
        ),
    ] = None,
    records: Annotated[
        Records, typer.Option("--records", help="What a line of output is.")
    ] = Records.documents,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            help="Publication date of all articles (YYYY-MM-DD), for words like 'mercredi'.",
        ),
    ] = None,
    metadata: MetadataFile = None,
    format: Format = InputFormat.auto,
    fields: FieldNames = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = None,
    any_language: AnyLanguage = False,
    with_text: WithText = False,
    model: ModelName = "auto",
    rules: OwnRules = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No summary and no progress.")
    ] = False,
    engine: EngineName = None,
    address: Address = None,
    parts: PartsFormat = None,
) -> None:
    """Find the events in articles.

    JSONL goes to standard output or to -o FILE, the summary to standard error. On a terminal,
    without -o, there is the summary alone.

    Exit status: 0 all done; 1 some articles could not be read (their lines say why); 2 wrong
    usage, unknown model, bad rules or metadata; 130 interrupted (what was done is written whole).
    """
    with guard():
        options = reading_options(
            published,
            metadata,
            format=format,
            fields=fields,
            encoding=encoding,
            max_bytes=max_bytes,
            any_language=any_language,
            with_text=with_text,
        )
        if engine is not None:
            status = run_engine(
                paths, output, records, options, model, rules,
                address=address, parts=parts, quiet=quiet,
            )  # fmt: skip
            raise typer.Exit(int(status))
        refuse(address, parts)
        items = _read(paths, output, options)
        extractor = _extractor(model, rules)
        status = _run(extractor, items, output, records, quiet=quiet)
    raise typer.Exit(int(status))


@dataclass(frozen=True, slots=True)
class _Input:
    """What is to be read, and how much of it there is (None: known only after reading)."""

    items: Iterable[Article | ReadingError]
    total: int | None


def _read(paths: Sequence[str], output: str | None, options: ReadingOptions) -> _Input:
    """List the input; nothing is read yet."""
    from dprk_events.reading import count_listed, list_paths  # noqa: PLC0415

    listed = list_paths(paths)
    if "-" in listed:
        check_stdin()
    if output not in (None, "-"):
        if any(path != "-" and _same(path, output) for path in paths):
            fail(f"-o {output} is one of the articles. Choose another place.")
        # In a folder it is what an earlier run wrote there.
        listed = [item for item in listed if not (isinstance(item, str) and _same(item, output))]

    from dprk_events.extraction import read_each  # noqa: PLC0415 - slow: after the checks

    return _Input(read_each(listed, options), count_listed(listed, options))


def _extractor(model: str, rules: Path | None) -> Extractor:
    """Load model, gazetteer and rules."""
    from dprk_events.extraction import Extractor  # noqa: PLC0415

    return Extractor(*load_stages(model, rules))


def _run(
    extractor: Extractor, source: _Input, output: str | None, records: Records, *, quiet: bool
) -> Status:
    """Extract, write and sum up; an interrupt ends it with what is done."""
    from dprk_events.output.console import error_console, with_progress  # noqa: PLC0415
    from dprk_events.output.summary import Summary  # noqa: PLC0415
    from dprk_events.output.tables import print_summary  # noqa: PLC0415

    console = error_console()
    summary = Summary(ROWS)
    interrupted = False
    results = extractor.extract_with_text(source.items)
    on_screen = output == "-" and is_terminal()
    if not quiet and not on_screen:
        results = with_progress(results, source.total, console)
    with _writer(output) as writer, closing(results):
        try:
            for extracted in results:
                for line in lines_of(extracted.record, records, extracted.text):
                    writer.write(line)
                summary.add(extracted.record)
        except KeyboardInterrupt:
            interrupted = True
    if quiet:
        for path, message in summary.failed:
            say(f"{path}: {message}")
    else:
        print_summary(console, summary, list(_hints(summary, output)))
    if interrupted:
        say(f"interrupted: the {summary.documents} documents that were done are written whole")
        return Status.INTERRUPTED
    return Status.SOME_FAILED if summary.failed else Status.DONE


def _writer(output: str | None) -> AbstractContextManager[LineWriter]:
    """Open the output; JSONL goes to a terminal only where `-o -` asks for it."""
    return open_writer(os.devnull if output is None and is_terminal() else output)


def _hints(summary: Summary, output: str | None) -> Iterator[str]:
    """Say what can be done next."""
    if output is None and is_terminal():
        yield "To save this as JSONL: dprk-events extract PATHS... -o events.jsonl"
    elif output not in (None, "-"):
        yield f"Written to {plain(output)}."
    if summary.events > ROWS:
        saved = output if output not in (None, "-") else "events.jsonl"
        yield f"The whole timeline: dprk-events show {plain(saved)}"


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
