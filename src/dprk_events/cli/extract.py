"""``dprk-events extract``: articles → records and a summary."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import InputFormat, Records
from dprk_events.cli.engine import Address, EngineName, PartsFormat, refuse, run_engine
from dprk_events.cli.failure import check_stdin, fail, guard
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
    load,
    reading_options,
)
from dprk_events.cli.run import Input, Run

if TYPE_CHECKING:
    from dprk_events.pipeline import Pipeline
    from dprk_events.reading import ReadingOptions


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
    only_dprk: Annotated[
        bool,
        typer.Option(
            "--only-dprk",
            help="Do not analyse articles that never name North Korea: "
            'their lines are empty and say "gated": true.',
        ),
    ] = False,
    drop_gated: Annotated[
        bool,
        typer.Option("--drop-gated", help="As --only-dprk, and no lines for such articles."),
    ] = False,
    jobs: Annotated[
        int,
        typer.Option("--jobs", "-j", min=0, metavar="N", help="Processes; 0: one for each core."),
    ] = 1,
    resume: Annotated[
        bool,
        typer.Option("--resume", help="Go on where a run with the same -o FILE stopped."),
    ] = False,
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

    With -o FILE a run that was stopped in any way (Ctrl-C, a full disk, kill -9) goes on with
    --resume: no article is done twice, none is lost. What is done stands in FILE.state until the
    run has ended (with --resume: for good).

    Exit status: 0 all done; 1 some articles could not be read (their lines say why); 2 wrong
    usage, unknown model, bad rules or metadata, nothing to resume; 130 interrupted, 143 ended by
    SIGTERM (what was done is written whole).
    """
    if resume and output in (None, "-"):
        fail("--resume needs -o FILE: give the file that the run was writing.")
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
            if resume:
                fail("--engine goes on by itself where a run stopped: leave out --resume.")
            status = run_engine(
                paths, output, records, options, model, rules,
                address=address, parts=parts, quiet=quiet, workers=0 if jobs == 1 else jobs,
                gate="drop" if drop_gated else "mark" if only_dprk else "off",
                with_text=with_text,
            )  # fmt: skip
            raise typer.Exit(int(status))
        refuse(address, parts)
        source = _read(paths, output, options)
        pipeline = _load(model, rules, only_dprk or drop_gated)

        from dprk_events.formats import Selection  # noqa: PLC0415

        status = Run(
            pipeline,
            source,
            output,
            Selection(records.value, with_text, drop_gated),
            only_dprk=only_dprk,
            jobs=jobs,
            resume=resume,
            quiet=quiet,
        ).run()
    raise typer.Exit(int(status))


def _read(paths: Sequence[str], output: str | None, options: ReadingOptions) -> Input:
    """List the input; nothing is read yet."""
    from dprk_events.reading import count_listed, is_own_output, list_paths  # noqa: PLC0415

    listed = list_paths(paths)
    if "-" in listed:
        check_stdin()
    if output not in (None, "-"):
        same = [item for item in listed if isinstance(item, str) and _same(item, output)]
        if same and (not is_own_output(output) or any(path in paths for path in same)):
            fail(f"-o {output} is one of the articles. Choose another place.")
        # What an earlier run wrote into a folder that is read is no article.
        listed = [item for item in listed if item not in same]
    return Input(listed, options, count_listed(listed, options))


def _load(model: str, rules: Path | None, gated: bool) -> Pipeline:
    """Load the pipeline; the tests put a stand-in here."""
    return load(model, rules, only_dprk=gated)


def _same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
