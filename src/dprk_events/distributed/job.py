"""What is to be done, the same for every part: all that a worker is told."""

from __future__ import annotations

import dataclasses
import hashlib
from dataclasses import dataclass
from importlib.metadata import version
from json import loads
from pathlib import Path
from typing import Literal

from dprk_events import __version__
from dprk_events.events import RuleSet
from dprk_events.language import choose_model
from dprk_events.reading import Metadata, ReadingOptions
from dprk_events.records import Lines

Format = Literal["jsonl", "parquet"]
"""How parts are written."""

Gating = Literal["off", "mark", "drop"]
"""Articles that never name North Korea: analysed, told in an empty line, or left out."""


@dataclass(frozen=True, slots=True)
class Job:
    """A run's settings.

    Attributes:
        output: Folder of the parts: an absolute path, or a URL that fsspec knows.
        model: Package name of the spaCy pipeline, or the absolute path of its folder.
        rules: Folder with rules of the user's own, absolute; None for none.
        options: How to read.
        lines: What a line of output is.
        format: How parts are written.
        gate: What becomes of articles that never name North Korea.
        made_by: Version of the program, name and version of the model, hash of the rules: what a
            worker must have too.

    """

    output: str
    model: str
    rules: str | None
    options: ReadingOptions
    lines: Lines
    format: Format
    made_by: dict[str, str]
    gate: Gating = "off"

    def described(self) -> dict[str, object]:
        """Give all that decides what stands in the parts, fit for JSON."""
        options = self.options
        table = options.metadata
        kept = {
            field.name: getattr(options, field.name)
            for field in dataclasses.fields(options)
            if field.name not in {"metadata", "published"}
        }
        return {
            **self.made_by,
            "records": self.lines,
            "format": self.format,
            "gate": self.gate,
            "published": options.published.isoformat() if options.published else None,
            "metadata": None if table is None else _digest(table),
            "reading": {name: _plain(value) for name, value in kept.items()},
        }


def make_job(
    output: str,
    *,
    model: str = "auto",
    rules: Path | None = None,
    options: ReadingOptions | None = None,
    lines: Lines = "documents",
    format: Format = "jsonl",
    gate: Gating = "off",
) -> Job:
    """Settle a run's settings; no model is loaded.

    Raises:
        ModelError: There is no such pipeline.
        RuleError: The rules are not valid.

    """
    chosen = choose_model(model)
    if isinstance(chosen, Path):
        meta = loads((chosen / "meta.json").read_text("utf-8"))
        name, number = f"{meta['lang']}_{meta['name']}", str(meta["version"])
    else:
        name, number = chosen, version(chosen)
    return Job(
        output=output.rstrip("/") if "://" in output else str(Path(output).absolute()),
        model=str(chosen.absolute()) if isinstance(chosen, Path) else chosen,
        rules=None if rules is None else str(rules.absolute()),
        options=options or ReadingOptions(),
        lines=lines,
        format=format,
        gate=gate,
        made_by={
            "version": __version__,
            "model": name,
            "model_version": number,
            "rules": RuleSet.load(rules).hash,
        },
    )


def _digest(table: Metadata) -> str:
    rows = sorted((path, repr(row)) for path, row in table.rows.items())
    return hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: object) -> object:
    return value if isinstance(value, str | int | float | bool | None) else repr(value)
