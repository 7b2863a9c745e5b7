"""The settings of a run, the same for every part: everything a worker needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from json import loads
from pathlib import Path
from typing import Literal

from dprk_events import __version__
from dprk_events.events import RuleSet
from dprk_events.formats import Selection
from dprk_events.known import load_known_beside
from dprk_events.language import choose_model
from dprk_events.reading import ReadingOptions
from dprk_events.records import Lines
from dprk_events.running import run_settings

GateMode = Literal["off", "mark", "drop"]
"""Articles that never name North Korea are analysed, reported in an empty record, or left out."""


@dataclass(frozen=True, slots=True)
class Job:
    """The settings of a run.

    Attributes:
        output: Folder of the parts: an absolute path, or a URL that fsspec supports.
        model: Package name of the spaCy pipeline, or the absolute path of its folder.
        rules: Absolute path of the folder with the user's own rules; None for none.
        options: How to read the input.
        lines: What each line of output holds.
        format: Format of the parts: a name of :mod:`dprk_events.formats`.
        gate: What happens to articles that never name North Korea.
        with_text: Whether document records include the text.
        made_by: Version of the program, name and version of the model, hash of the rules: a worker
            must have the same.

    """

    output: str
    model: str
    rules: str | None
    options: ReadingOptions
    lines: Lines
    format: str
    made_by: dict[str, str]
    gate: GateMode = "off"
    with_text: bool = False

    @property
    def selection(self) -> Selection:
        """Which records to write for a document."""
        return Selection(self.lines, self.with_text, drop_gated=self.gate == "drop")

    def described(self) -> dict[str, object]:
        """Return everything that determines the content of the parts, JSON-serialisable."""
        settings = run_settings(
            self.made_by, self.options, self.selection, only_dprk=self.gate != "off"
        )
        return {**settings, "--parts": self.format}


def make_job(
    output: str,
    *,
    model: str = "auto",
    rules: Path | None = None,
    options: ReadingOptions | None = None,
    lines: Lines = "documents",
    format: str = "jsonl",
    gate: GateMode = "off",
    with_text: bool = False,
) -> Job:
    """Determine the settings of a run, without loading a model.

    Raises:
        ModelError: There is no such pipeline.
        RuleError: The rules are not valid.
        KnownError: The known happenings beside the rules are not valid.

    """
    rule_set = RuleSet.load(rules)
    if rules is not None:
        load_known_beside(rules, rule_set.types)  # a mistake in it is told now, not by each worker
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
        with_text=with_text,
        made_by={
            "version": __version__,
            "model": name,
            "model_version": number,
            "rules": rule_set.hash,
        },
    )
