"""``dprk-events --version``: the program and its dependencies, without loading a model."""

from __future__ import annotations

from typing import NoReturn

import typer

from dprk_events import __version__
from dprk_events.cli.failure import guard
from dprk_events.output.writer import print_line


def print_version() -> NoReturn:
    """Print the versions and end the program."""
    import platform  # noqa: PLC0415

    with guard():
        for name, value in (
            ("dprk-events", __version__),
            ("Python", platform.python_version()),
            ("spaCy", _spacy()),
            ("model", _model()),
            ("matrices", _matrices()),
            ("rules", _rules()),
        ):
            print_line(f"{name:12} {value}")
    raise typer.Exit


def _spacy() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return version("spacy")
    except PackageNotFoundError:
        return "not installed"


def _model() -> str:
    """Return the pipeline that `--model auto` selects."""
    from dprk_events.cli.models import installed  # noqa: PLC0415

    found = installed("auto")
    return str(found) if found else "none: see `dprk-events models`"


def _matrices() -> str:
    """Describe the matrix library, and whether the shortcuts of the language stage are used."""
    import numpy  # noqa: PLC0415

    from dprk_events.language.shortcuts import refused  # noqa: PLC0415

    config: dict[str, dict[str, dict[str, str]]] = numpy.show_config(mode="dicts")  # type: ignore[assignment]
    blas = config.get("Build Dependencies", {}).get("blas", {})
    name = f"numpy {numpy.__version__} with {blas.get('name', 'an unknown BLAS')}"
    reason = refused()
    how = "used" if reason is None else f"not used: {reason}"
    return f"{name} {blas.get('version', '')}".rstrip() + f"; shortcuts are {how}"


def _rules() -> str:
    from dprk_events.knowledge import knowledge_hash  # noqa: PLC0415

    return knowledge_hash()
