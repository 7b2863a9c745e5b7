"""What decides the records of a run: compared when one is resumed, and on every worker."""

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
    """Name all that decides what stands in the output, fit for JSON.

    A new field of :class:`ReadingOptions` or :class:`Selection` counts without being named here.

    Args:
        provenance: Versions of program, model and rules.
        options: How the input is read; a table of metadata counts by its content.
        selection: Which records a document gives.
        only_dprk: Whether articles that never name North Korea are left unanalysed.

    Returns:
        Setting → value; what an option of the command line decides is called as that option.

    """
    given = {**_fields(options), **_fields(selection), "only_dprk": only_dprk}
    given["records"] = given.pop("wanted")
    options_given = {f"--{name.replace('_', '-')}": _plain(value) for name, value in given.items()}
    return {**provenance, **options_given}


def _fields(settings: ReadingOptions | Selection) -> dict[str, object]:
    return {field.name: getattr(settings, field.name) for field in dataclasses.fields(settings)}


def _plain(value: object) -> object:
    if isinstance(value, Metadata):
        rows = sorted((path, repr(row)) for path, row in value.rows.items())
        return hashlib.sha256(repr(rows).encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
