"""What several commands are given: dates, tables, a model and rules, checked before any work."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dprk_events.cli.choices import InputFormat
from dprk_events.cli.collector import loading
from dprk_events.cli.failure import fail, say

if TYPE_CHECKING:
    from dprk_events.pipeline import Pipeline
    from dprk_events.reading import ReadingOptions

ModelName = Annotated[
    str,
    typer.Option(
        "--model",
        metavar="auto|NAME|PATH",
        help="spaCy pipeline; auto takes the largest that is installed (dprk-events models).",
    ),
]
OwnRules = Annotated[
    Path | None,
    typer.Option("--rules", metavar="DIR", help="Folder with rules of your own (TOML)."),
]
ArticleFile = Annotated[
    str, typer.Argument(metavar="FILE", help="The article; - is standard input.")
]
PublishedDate = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help="Publication date (YYYY-MM-DD), for words like 'mercredi'.",
    ),
]
MetadataFile = Annotated[
    str | None,
    typer.Option(
        "--metadata",
        metavar="CSV",
        help="Table with path and any of published, url, source, title.",
    ),
]

Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding", metavar="NAME", help="Encoding of all input; without it, it is found out."
    ),
]
MaxBytes = Annotated[
    int | None,
    typer.Option(
        "--max-bytes",
        min=1,
        metavar="N",
        help="Largest document that is read, unpacked.  [default: 20000000]",
        show_default=False,
    ),
]
Format = Annotated[
    InputFormat,
    typer.Option("--format", help="What the input is; auto goes by name and content."),
]
FieldNames = Annotated[
    str | None,
    typer.Option(
        "--fields",
        metavar="NAMES",
        help="Keys or columns of JSONL and CSV, as text=body,published=pub_date; of text, id, "
        "title, published, url, source.",
    ),
]
AnyLanguage = Annotated[
    bool, typer.Option("--any-language", help="Also read what does not look French.")
]
WithText = Annotated[
    bool,
    typer.Option(
        "--with-text", help="Put the text that offsets count in into document lines (doc.text)."
    ),
]


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
    """Read the options about the input; ends the program where one is wrong."""
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
    except ValueError as error:  # the rest is checked above
        fail(f"--encoding: {error}")


def load(model: str, rules: Path | None, *, only_dprk: bool = False) -> Pipeline:
    """Load the pipeline; ends the program where model or rules cannot be had."""
    from dprk_events.loading import load_pipeline  # noqa: PLC0415

    with loading():
        try:
            return load_pipeline(model, rules, only_dprk=only_dprk)
        except Exception as error:
            from dprk_events.events import RuleError  # noqa: PLC0415
            from dprk_events.language import ModelError  # noqa: PLC0415

            if isinstance(error, RuleError):
                fail(f"--rules: {error}")
            if isinstance(error, ModelError):
                fail(f"--model: {error}")
            raise


def _some(names: Sequence[str]) -> str:
    """Name the first few."""
    more = f" and {len(names) - 3} others" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more
