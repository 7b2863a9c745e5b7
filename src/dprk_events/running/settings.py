"""The settings that determine the records of a run; compared on resuming and on every worker."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping

from dprk_events.formats import Selection
from dprk_events.reading import Metadata, ReadingOptions


def run_settings(
    provenance: Mapping[str, str],
    options: ReadingOptions,
    selection: Selection,
    *,
    only_dprk: bool,
) -> dict[str, object]:
    """Return all settings that affect the output, as JSON values.

    New fields of :class:`ReadingOptions` and :class:`Selection` are included automatically.

    Args:
        provenance: Versions of program, model and rules.
        options: How the input is read; a metadata table is represented by a hash of its rows.
        selection: Which records are written for a document.
        only_dprk: Whether articles that never name North Korea are left unanalysed.

    Returns:
        Values by setting; a setting made by a command line option has the name of that option.

    """
    given = {**_fields(options), **_fields(selection), "only_dprk": only_dprk}
    given["records"] = given.pop("wanted")
    options_given = {f"--{name.replace('_', '-')}": _json(value) for name, value in given.items()}
    return {**provenance, **options_given}


def _fields(settings: ReadingOptions | Selection) -> dict[str, object]:
    return {field.name: getattr(settings, field.name) for field in dataclasses.fields(settings)}


def _json(value: object) -> object:
    if isinstance(value, Metadata):
        rows = sorted((path, repr(row)) for path, row in value.rows.items())
        return hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
