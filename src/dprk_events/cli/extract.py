"""``dprk-events extract``: articles → records and a summary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import InputFormat, Records
from dprk_events.cli.destination import (
    ColumnSet,
    Destination,
    Excel,
    TableFile,
    To,
    check_destination,
    destination,
)
from dprk_events.cli.engine import Address, EngineName, PartsFormat, refuse, run_engine
from dprk_events.cli.event_options import ShowEvents
from dprk_events.cli.extract_link import check_link, link_output
from dprk_events.cli.failure import Status, check_stdin, fail, guard
from dprk_events.cli.inputs import (
    AnyLanguage,
    Encoding,
    FieldNames,
    Format,
    Jobs,
    MaxBytes,
    MetadataFile,
    ModelName,
    OwnRules,
    WithText,
    load,
    number_of_jobs,
    reading_options,
)
from dprk_events.cli.output_file import Force, same_file
from dprk_events.cli.run import Input, Run

if TYPE_CHECKING:
    from dprk_events.formats import Selection
    from dprk_events.pipeline import Pipeline
    from dprk_events.reading import ReadingOptions


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS",
            help="Files, folders (read recursively, in name order), or - for standard input.",
        ),
    ],
    output: TableFile = None,
    force: Force = False,
    records: Annotated[
        Records, typer.Option("--records", help="With jsonl: what each line holds.")
    ] = Records.documents,
    to: To = None,
    columns: ColumnSet = None,
    excel: Excel = False,
    published: Annotated[
        str | None,
        typer.Option(
            "--published",
            metavar="DATE",
            help="Publication date of all articles (YYYY-MM-DD), to resolve words such as "
            "'mercredi'.",
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
    only_dprk: Annotated[
        bool,
        typer.Option(
            "--only-dprk",
            help="Skip the analysis of articles that never name North Korea: "
            'their records are empty, with "gated": true.',
        ),
    ] = False,
    drop_gated: Annotated[
        bool,
        typer.Option("--drop-gated", help="Like --only-dprk, but leave such articles out."),
    ] = False,
    jobs: Jobs = "auto",
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Resume an interrupted run with the same -o FILE."),
    ] = False,
    link: Annotated[
        str | None,
        typer.Option(
            "--link",
            metavar="HAPPENINGS",
            help="At the end, link the events of -o FILE.jsonl into this file, as "
            "`dprk-events link` does.",
        ),
    ] = None,
    events: ShowEvents = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Show neither summary nor progress.")
    ] = False,
    engine: EngineName = None,
    address: Address = None,
    parts: PartsFormat = None,
) -> None:
    """Find the events in articles.

    JSONL goes to standard output or to -o FILE, the summary to standard error. On a terminal
    without -o, only the summary is shown. Any other format (--to, or the ending of FILE) is written
    as by `dprk-events convert`, and FILE is then put in its place at the end of the run.

    The summary has one row for what several articles tell, with the number of independent sources,
    unless --events is given or there are more than 2,000 events.

    With -o FILE.jsonl, a run that was interrupted in any way (Ctrl-C, a full disk, kill -9) can be
    continued with --resume: no article is processed twice and none is lost. Progress is kept in
    FILE.state, which is removed at the end of a run without --resume.

    Exit status: 0 success; 1 some articles could not be read (their error records say why); 2 wrong
    usage, unknown model, invalid rules or metadata, nothing to resume; 130 interrupted; 143
    terminated by SIGTERM. Everything finished before an interruption is written in full.
    """
    if resume and output in (None, "-"):
        fail("--resume requires -o FILE: give the output file of the interrupted run.")
    if resume and force:
        fail("--resume continues FILE and --force overwrites it: give one of the two.")
    with guard():
        options = reading_options(
            published,
            metadata,
            format=format,
            fields=fields,
            encoding=encoding,
            max_bytes=max_bytes,
            any_language=any_language,
        )
        if engine is not None:
            if to is not None or columns is not None or excel:
                fail("--engine writes jsonl or parquet: choose with --parts, then convert.")
            if resume:
                fail("--engine resumes an interrupted run by itself: leave out --resume.")
            if link is not None:
                fail("--engine writes parts: leave out --link, then: dprk-events link FOLDER/*")
            if force:
                fail("--engine overwrites nothing: leave out --force, or choose another -o FOLDER.")
            status = run_engine(
                paths, output, records, options, model, rules,
                address=address, parts=parts, quiet=quiet, workers=number_of_jobs(jobs) or 0,
                gate="drop" if drop_gated else "mark" if only_dprk else "off",
                with_text=with_text,
            )  # fmt: skip
            raise typer.Exit(int(status))
        refuse(address, parts)
        source = _read(paths, output, options)
        made = destination(output, to, columns, excel=excel)
        _check(made, records, resume=resume, force=force)
        if link is not None:
            check_link(link, made, records, force=force)
        pipeline = _load(model, rules, only_dprk or drop_gated)

        status = Run(
            pipeline,
            source,
            made,
            _selection(made, records, with_text, drop_gated),
            only_dprk=only_dprk,
            jobs=number_of_jobs(jobs),
            resume=resume,
            quiet=quiet,
            events=events,
        ).run()
        if link is not None and status in (Status.DONE, Status.SOME_FAILED):
            link_output(str(output), link, quiet=quiet)
    raise typer.Exit(int(status))


def _check(made: Destination, records: Records, *, resume: bool, force: bool) -> None:
    """End the program if options do not fit the format, or something would be overwritten."""
    if not made.as_lines:
        if resume:
            fail(
                f"--resume: {made.name} cannot be continued. Extract to a .jsonl file with "
                f"--resume, then: dprk-events convert FILE.jsonl -o {made.output}"
            )
        if records is Records.entities:
            fail(f"--records is for the lines of jsonl, not for {made.name}. Leave it out.")
    if not resume:
        check_destination(made, force=force, inputs=[])


def _selection(made: Destination, records: Records, with_text: bool, drop_gated: bool) -> Selection:
    """Return the records of each document that the format is made from."""
    from dprk_events.formats import Selection  # noqa: PLC0415

    if made.as_lines:
        return Selection(records.value, with_text, drop_gated)
    return Selection(made.wants, made.traits.text, drop_gated)


def _read(paths: Sequence[str], output: str | None, options: ReadingOptions) -> Input:
    """List the input, without reading it yet."""
    from dprk_events.formats import is_own_file  # noqa: PLC0415
    from dprk_events.reading import count_listed, is_own_output, list_paths  # noqa: PLC0415

    listed = list_paths(paths)
    if "-" in listed:
        check_stdin()
    if output not in (None, "-"):
        same = [item for item in listed if isinstance(item, str) and same_file(item, output)]
        own = is_own_output(output) or is_own_file(Path(str(output)))
        if same and (not own or any(path in paths for path in same)):
            fail(f"-o {output} is one of the articles. Choose another path.")
        # The output of an earlier run in an input folder is not an article.
        listed = [item for item in listed if item not in same]
    return Input(listed, options, count_listed(listed, options))


def _load(model: str, rules: Path | None, gated: bool) -> Pipeline:
    """Load the pipeline; tests replace this function."""
    return load(model, rules, only_dprk=gated)
