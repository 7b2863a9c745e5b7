"""``dprk-events report``: one HTML file to look at the events."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.failure import fail, guard, say
from dprk_events.cli.output_file import Force, check_output
from dprk_events.cli.saved import saved_lines
from dprk_events.cli.texts import Missing, Texts, TextsMissing
from dprk_events.output.writer import is_terminal, open_writer

if TYPE_CHECKING:
    from dprk_events.report import Collection, Line


class Language(StrEnum):
    """Language of the labels."""

    fr = "fr"
    en = "en"


def report(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="EVENTS.jsonl [HAPPENINGS.jsonl]",
            help="Saved output of `extract`, and of `link` if the report is to show happenings; "
            "- for standard input.",
        ),
    ],
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="FILE.html", help="Output file; - for standard output."
        ),
    ] = None,
    lang: Annotated[Language, typer.Option("--lang", help="Language of the labels.")] = Language.en,
    title: Annotated[
        str | None, typer.Option("--title", metavar="WORDS", help="Title of the report.")
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Include events that do not involve North Korea.")
    ] = False,
    force: Force = False,
) -> None:
    """Make a report: one HTML file with charts, map and quotes.

    It opens in a browser from disk and asks nothing of a network. It needs the extra `report`:
    pip install 'dprk-events[report]'.

    The sentences are taken from `--with-text` or `--records events`; otherwise they are read again
    from the article, as `convert` does.
    """
    from dprk_events.report import is_report  # noqa: PLC0415

    check_output(output, force=force, inputs=files, is_own=is_report)
    if output is None and is_terminal():
        fail("a report is no text for a terminal. Name a file with -o report.html.")
    with guard():
        from dprk_events.report import ReportError, build_page  # noqa: PLC0415

        try:
            found = _collect(files, everything=everything)
            page = build_page(found, lang.value, title)
        except ReportError as error:
            fail(str(error))
        with open_writer(output) as writer:
            writer.write(page.encode())
        if output is not None and output != "-":
            say(f"{len(found.items)} rows in {output}. Open it in a browser.")


def _collect(files: list[str], *, everything: bool) -> Collection:
    """Read all files; a happening may stand before the events that it is made of."""
    from dprk_events.report import collect  # noqa: PLC0415

    missing = TextsMissing("the report has no quotes of it")
    lines = (
        (line, _text(line, texts, missing))
        for file, texts in ((file, Texts(Path(file).parent)) for file in files)
        for line in saved_lines(file)
    )
    collected = collect(lines, everything=everything)
    missing.end()
    return collected


def _text(record: Line, texts: Texts, missing: TextsMissing) -> str | None:
    """Return the text of a document with events; None, with a message, if it cannot be had."""
    from dprk_events.records import DocumentRecord  # noqa: PLC0415

    if not isinstance(record, DocumentRecord) or not record.events:
        return None
    text = texts.of(record)
    if isinstance(text, Missing):
        missing.add(record.doc.path, text)
        return None
    return text
