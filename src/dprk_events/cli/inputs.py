"""Options that several commands share: dates, tables, model and rules, checked before any work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import InputFormat
from dprk_events.cli.collector import loading
from dprk_events.cli.completion import model_names
from dprk_events.cli.failure import fail, say

if TYPE_CHECKING:
    from dprk_events.pipeline import Pipeline
    from dprk_events.reading import ReadingOptions

_AUTO = "auto"


def _checked_jobs(value: str) -> str:
    if value == _AUTO or (value.isascii() and value.isdecimal()):
        return value
    raise typer.BadParameter(f"{value!r} is neither a number of processes nor {_AUTO}.")


ModelName = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="auto|NAME|PATH",
        autocompletion=model_names,
        help="spaCy pipeline; auto is the largest one installed (see dprk-events models).",
    ),
]
OwnRules = Annotated[
    Path | None,
    typer.Option("--rules", metavar="DIR", help="Folder with your own rules (TOML)."),
]
ArticleFile = Annotated[
    str, typer.Argument(metavar="FILE", help="The article; - for standard input.")
]
PublishedDate = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Publication date (YYYY-MM-DD), to resolve words such as 'mercredi'.",
    ),
]
MetadataFile = Annotated[
    str | None,
    typer.Option(
        "--metadata",
        metavar="CSV",
        help="Table with the columns path and any of published, url, source, title.",
    ),
]

Encoding = Annotated[
    str | None,
    typer.Option("--encoding", metavar="NAME", help="Encoding of all input; detected by default."),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        "--max-bytes",
        min=1,
        metavar="N",
        help="Maximum size of a document in bytes, unpacked.  [default: 20000000]",
        show_default=False,
    ),
]
Format = Annotated[
    InputFormat,
    typer.Option("--format", help="Input format; auto detects it from name and content."),
]
FieldNames = Annotated[
    str | None,
    typer.Option(
        "--fields",
        metavar="NAMES",
        help="Names of keys or columns in JSONL and CSV for text, id, title, published, url, "
        "source, such as text=body,published=pub_date.",
    ),
]
Jobs = Annotated[
    str,
    typer.Option(
        "--jobs",
        "-j",
        metavar="auto|N",
        callback=_checked_jobs,
        help="Number of processes; auto: up to one per core, depending on the size of the input; "
        "0: one per core.",
    ),
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Do not skip texts that do not look French.")
]
WithText = Annotated[
    bool,
    typer.Option("--with-text", help="Include the text that offsets refer to (doc.text)."),
]


def number_of_jobs(value: str) -> int | None:
    """Give the number of processes asked for; None for ``auto``."""
    return None if value == _AUTO else int(value)


def reading_options(
    published: str | None,
    metadata: str | None = None,
    *,
    encoding: str | None = None,
    max_bytes: int | None = None,
    format: InputFormat = InputFormat.auto,
    fields: str | None = None,
    any_language: bool = False,
) -> ReadingOptions:
    """Build the reading options; end the program if one of them is wrong."""
    from dprk_events.reading import (  # noqa: PLC0415
        DEFAULT_FIELDS,
        MAX_BYTES,
        MetadataError,
        ReadingOptions,
        load_metadata,
        parse_fields,
        parse_published,
    )

    try:
        day = parse_published(published) if published is not None else None
    except ValueError as error:
        fail(f"--published: {error}")
    try:
        names = parse_fields(fields) if fields is not None else DEFAULT_FIELDS
    except ValueError as error:
        fail(f"--fields: {error}")
    try:
        table = load_metadata(metadata) if metadata is not None else None
    except MetadataError as error:
        fail(f"--metadata: {error}")
    if table is not None and table.missing:
        say(f"--metadata: no file at {_some(table.missing)}")
    try:
        return ReadingOptions(
            published=day,
            metadata=table,
            max_bytes=MAX_BYTES if max_bytes is None else max_bytes,
            encoding=encoding,
            format=format.value,
            fields=names,
            any_language=any_language,
        )
    except ValueError as error:  # everything else is checked above
        fail(f"--encoding: {error}")


def load(model: str, rules: Path | None, *, only_dprk: bool = False) -> Pipeline:
    """Load the pipeline; end the program if the model or the rules cannot be loaded."""
    from dprk_events.loading import load_pipeline  # noqa: PLC0415

    with loading():
        try:
            return load_pipeline(model, rules, only_dprk=only_dprk)
        except Exception as error:
            from dprk_events.events import RuleError  # noqa: PLC0415
            from dprk_events.known import KnownError  # noqa: PLC0415
            from dprk_events.language import ModelError  # noqa: PLC0415

            if isinstance(error, RuleError | KnownError):
                fail(f"--rules: {error}")
            if isinstance(error, ModelError):
                fail(f"--model: {error}")
            raise


def _some(names: Sequence[str]) -> str:
    """List the first few names and count the rest."""
    more = f" and {len(names) - 3} others" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
