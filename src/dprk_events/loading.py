"""Load the pipeline for the command line, workers and the library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dprk_events.pipeline import Pipeline


def load_pipeline(
    model: str = "auto", rules: str | Path | None = None, *, only_dprk: bool = False
) -> Pipeline:
    """Import spaCy quickly, then load model, gazetteer and rules.

    Arguments, result and errors are those of :meth:`dprk_events.pipeline.Pipeline.load`.
    """
    from dprk_events.language.startup import import_spacy  # noqa: PLC0415

    import_spacy()  # before any module that imports it

    from dprk_events.language.memory import large_arrays_apart  # noqa: PLC0415
    from dprk_events.pipeline import Pipeline  # noqa: PLC0415

    large_arrays_apart()
    return Pipeline.load(model, rules, only_dprk=only_dprk)
