"""``dprk-events dates``: the date expressions in an article, without a model."""

from __future__ import annotations

from typing import Annotated

import typer

from dprk_events.cli.choices import InputFormat
from dprk_events.cli.failure import Status, check_stdin, guard, say
from dprk_events.cli.inputs import (
    AnyLanguage,
    ArticleFile,
    Encoding,
    Format,
    PublishedDate,
    reading_options,
)
from dprk_events.output.writer import open_writer


def dates(
    file: ArticleFile,
    published: PublishedDate = None,
    format: Format = InputFormat.auto,
    encoding: Encoding = None,
    any_language: AnyLanguage = False,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Explain each date: the reading chosen, the reason, the values rejected.",
        ),
    ] = False,
) -> None:
    """Print the dates found in an article.

    Writes one JSON line for each date expression, with its value. Needs no model.
    """
    failed = False
    with guard(), open_writer(None) as writer:
        options = reading_options(
            published, format=format, encoding=encoding, any_language=any_language
        )

        from dprk_events.dates import explain_dates, find_reference  # noqa: PLC0415
        from dprk_events.offsets import placer  # noqa: PLC0415
        from dprk_events.output.grounds import explained_article  # noqa: PLC0415
        from dprk_events.reading import Article, read_paths  # noqa: PLC0415
        from dprk_events.records import (  # noqa: PLC0415
            build_error,
            date_items,
            document_info,
            flatten_dates,
            to_line,
        )

        if file == "-":
            check_stdin()
        for item in read_paths([file], options):
            if not isinstance(item, Article):
                failed = True
                say(f"{item.path}: {item.message}")
                if not explain:
                    writer.write(to_line(build_error(item)))
                continue
            read = item.as_read
            reference = find_reference(read)
            masked = [(region.start, region.end) for region in read.masked]
            explained = explain_dates(read.text, reference, masked=masked)
            if (place := placer(item)) is not None:
                explained = [place.explanation(date) for date in explained]
            if explain:
                for line in explained_article(item.path, reference, explained):
                    writer.write(f"{line}\n".encode())
                continue
            found = date_items([each.timex for each in explained], item)
            for record in flatten_dates(document_info(item, reference, 0), found):
                writer.write(to_line(record))
    if failed:
        raise typer.Exit(int(Status.SOME_FAILED))
