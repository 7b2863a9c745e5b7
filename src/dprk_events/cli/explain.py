"""``dprk-events explain``: why an article's events were found, or were not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Annotated

import typer

from dprk_events.cli.choices import InputFormat
from dprk_events.cli.failure import Status, check_stdin, fail, guard, say
from dprk_events.cli.inputs import (
    AnyLanguage,
    ArticleFile,
    Encoding,
    Format,
    MetadataFile,
    ModelName,
    OwnRules,
    PublishedDate,
    load,
    reading_options,
)
from dprk_events.cli.saved import saved_records
from dprk_events.output.writer import open_writer


def explain(
    file: ArticleFile,
    at: Annotated[
        int | None,
        typer.Option(
            "--at",
            min=0,
            metavar="OFFSET",
            help="Only the sentence at this offset in the text, in code points from 0.",
        ),
    ] = None,
    happening: Annotated[
        str | None,
        typer.Option(
            "--happening",
            metavar="ID",
            help="Instead explain a happening: FILE was written by `dprk-events link`.",
        ),
    ] = None,
    published: PublishedDate = None,
    metadata: MetadataFile = None,
    format: Format = InputFormat.auto,
    encoding: Encoding = None,
    any_language: AnyLanguage = False,
    model: ModelName = "auto",
    rules: OwnRules = None,
) -> None:
    """Explain the events of an article.

    For each mention, shows the rule, the roles and where they were found, the modality and its cue,
    the source, and the date and the reason for it. For a trigger word that gave no event, shows the
    condition that failed.
    With --happening, shows which events are one happening, and why each belongs to it.
    """
    with guard(), open_writer(None) as writer:
        if happening is not None:
            for line in _happening(file, happening):
                writer.write(f"{line}\n".encode())
            return
        if file == "-":
            check_stdin()
        elif Path(file).is_dir():
            fail(f"{file} is a folder. Give a single article.")
        options = reading_options(
            published, metadata, format=format, encoding=encoding, any_language=any_language
        )

        from dprk_events.reading import Article, read_paths  # noqa: PLC0415

        item, *others = islice(read_paths([file], options), 2)
        if others:
            fail(f"{file} holds several articles. Give a single one, such as {item.path}")
        if not isinstance(item, Article):
            fail(f"{item.path}: {item.message}", Status.SOME_FAILED)
        if at is not None and at >= len(item.text):
            fail(f"--at {at}: the article has {len(item.text)} code points, counted from 0.")
        if item.language != "fr":
            say(f"{item.path}: the text does not look French ({item.language})")
        pipeline = load(model, rules)

        from dprk_events.output.explanation import explanation  # noqa: PLC0415

        for line in explanation(pipeline.analyse(item), at):
            writer.write(f"{line}\n".encode())


def _happening(file: str, wanted: str) -> Iterator[str]:
    from dprk_events.output.happenings import explained  # noqa: PLC0415
    from dprk_events.records import HappeningRecord  # noqa: PLC0415

    for record in saved_records(file):
        if not isinstance(record, HappeningRecord):
            fail(
                f"{file} holds {record.record} records. Give a file written by `dprk-events link`."
            )
        if record.id == wanted:
            yield from explained(record)
            return
    fail(f"--happening {wanted}: {file} has none of that id. `dprk-events show {file}` lists some.")
