"""What the page says, in each language: ``labels/*.toml``, one file per language."""

from __future__ import annotations

from functools import cache
from importlib import resources
from tomllib import TOMLDecodeError, loads
from typing import get_args

from dprk_events.names import (
    MODALITIES,
    PLACE_PRECISIONS,
    ROLES,
    ParticipantKind,
    TimeGround,
)
from dprk_events.report.errors import ReportError

LANGUAGES = ("fr", "en")
"""Languages of a report, by their ISO 639-1 code."""

Labels = dict[str, dict[str, str]]
"""Tables of labels: table and key → words."""

_NEEDED: dict[str, tuple[str, ...]] = {
    "modalities": MODALITIES,
    "roles": (*ROLES, "trigger", "source", "date"),
    "kinds": get_args(ParticipantKind),
    "grounds": get_args(TimeGround),
    "precisions": PLACE_PRECISIONS,
}
"""Keys that a table must have: the vocabularies of the records."""


@cache
def labels_of(language: str) -> Labels:
    """Load the labels of a language.

    Raises:
        ReportError: There is no such language, or its file cannot be used.

    """
    if language not in LANGUAGES:
        raise ReportError(f"no labels in {language!r}: choose one of {', '.join(LANGUAGES)}")
    name = f"labels/{language}.toml"
    try:
        return checked(name, loads((resources.files(__package__) / name).read_text("utf-8")))
    except TOMLDecodeError as error:
        raise ReportError(f"{name}: not TOML: {error}. Mend the line it names.") from error


def checked(name: str, raw: object) -> Labels:
    """Return what a file of labels holds if it is tables of words with every key that is needed.

    Raises:
        ReportError: It is not; the message names file, entry and remedy.

    """
    tables: Labels = {}
    for table, words in raw.items() if isinstance(raw, dict) else ():
        if not isinstance(words, dict) or not all(isinstance(w, str) for w in words.values()):
            raise ReportError(f'{name}: [{table}] must be a table of key = "words".')
        tables[table] = {str(key): value for key, value in words.items()}
    for table, keys in _NEEDED.items():
        for key in keys:
            if not tables.get(table, {}).get(key):
                raise ReportError(f"{name}: [{table}] lacks “{key}”. Add it.")
    return tables
