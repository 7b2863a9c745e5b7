"""What the page is made of besides the data: own files, and what the packages of the extra ship."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from importlib import resources
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from dprk_events.report.errors import ReportError

EXTRA = "pip install 'dprk-events[report]'"
_WORLD = ("bqplot", "bqplot/map_data/WorldMap.json")
_EXPORTS = "window.vegaEmbed = vegaEmbed;"


def own_text(name: str) -> str:
    """Return a text file of this package, such as ``page.html``."""
    return (resources.files(__package__) / name).read_text("utf-8")


def own_script() -> str:
    """Return the page's own JavaScript: the modules of ``js/`` in the order of ``modules.toml``.

    They share one strict scope, so that nothing of theirs is global.
    """
    order = tomllib.loads(own_text("js/modules.toml"))["order"]
    parts = [own_text(f"js/{name}.js") for name in order]
    return "(() => {\n'use strict';\n" + "\n".join(parts) + "})();\n"


def chart_specs() -> dict[str, Any]:
    """Return the Vega specifications of the charts by name."""
    folder = resources.files(__package__) / "charts"
    files = sorted((file.name, file) for file in folder.iterdir() if file.name.endswith(".json"))
    return {name.removesuffix(".json"): json.loads(file.read_text("utf-8")) for name, file in files}


@cache
def charting_script() -> str:
    """Return Vega and its expression interpreter as one script; it takes about two seconds.

    Raises:
        ReportError: vl-convert is not installed.

    """
    try:
        from vl_convert import javascript_bundle  # noqa: PLC0415 - an extra
    except ImportError:
        raise ReportError(f"the charts need vl-convert-python: {EXTRA}") from None
    return str(javascript_bundle(_EXPORTS))


@cache
def world() -> Any:
    """Return the country borders as TopoJSON (Natural Earth, 1:110 million), ids as ISO numbers.

    The file is read without importing its package, which would load a notebook's widgets.

    Raises:
        ReportError: bqplot is not installed, or has no such file any more.

    """
    package, path = _WORLD
    try:
        file = distribution(package).locate_file(path)
        with open(str(file), encoding="utf-8") as stream:  # noqa: PTH123 - not always a Path
            return json.load(stream)
    except (PackageNotFoundError, FileNotFoundError):
        raise ReportError(f"the map needs {package} with its {path}: {EXTRA}") from None
