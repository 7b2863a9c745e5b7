"""Say what is wrong in a file of happenings: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dprk_events.known.form import HappeningFile, HappeningForm

WANTED = {
    "type": 'the event type of its happenings, as type = "meeting"',
    "happening": "at least one happening, under a line [[happening]]",
    "id": 'a name of its own, as id = "summit-hanoi-2019"',
    "date": 'an EDTF date, as date = "2019-02-27/2019-02-28"',
    "actor": 'who took part, as actor = ["Kim Jong-un", "US"]',
    "recipient": 'who was acted upon, as recipient = ["KR"]',
    "countries": 'the countries concerned, as countries = ["KP", "US"]',
    "place": 'where it was, as place = "Hanoï"',
    "names": 'what the press calls it, as names = ["sommet de Hanoï"]',
    "unnamed": "when it is meant without a name, as a table [happening.unnamed]",
    "published": 'the days of articles that mean it, as published = "2024-10-18/2026-12-31"',
    "count": "the least and the greatest number told of it, as count = [3000, 20000]",
    "unlike": 'words that tell of another, as unlike = ["démineur"]',
    "unlike_verbs": 'verbs that tell of another, as unlike_verbs = ["rentrer"]',
    "also": 'further types under which it is told, as also = ["casualties"]',
    "wikidata": 'its Wikidata id, as wikidata = "Q123", or no such line',
    "source": 'where the fact is on record, as source = "S/RES/2397 (2017)"',
    "checked": 'the page on which it was read, as checked = "https://…", or "agreed"',
}
"""What each key holds."""


def choose(word: str, known: Iterable[str]) -> str:
    """Suggest replacements for an unknown word: the nearest, and all known ones."""
    words = sorted(known)
    near = get_close_matches(word, words, n=1)
    hint = f"Did you mean “{near[0]}”? " if near else ""
    return f"{hint}Known are {', '.join(words)}."


def mistake(error: ValidationError, data: dict[str, Any]) -> str:
    """Describe the first mistake in a file with content ``data``.

    Unknown keys come first: the missing key may be one of them, misspelt.
    """
    found = min(error.errors(), key=lambda each: each["type"] != "extra_forbidden")
    return _where(found, data) + _what(found)


def _where(found: ErrorDetails, data: dict[str, Any]) -> str:
    """Name the happening: "happening “summit-hanoi-2019”: "."""
    match found["loc"]:
        case ("happening", int(number), *_):
            table = data["happening"][number]
            identity = table.get("id") if isinstance(table, dict) else None
            return f"happening “{identity or number + 1}”: "
    return ""


def _what(found: ErrorDetails) -> str:
    name = next((str(part) for part in reversed(found["loc"]) if isinstance(part, str)), "")
    match found["type"]:
        case "extra_forbidden":
            form = HappeningForm if len(found["loc"]) > 1 else HappeningFile
            return f"unknown key “{name}”. {choose(name, form.model_fields)}"
        case "value_error":
            return f"{found['ctx']['error']}."
        case "missing":
            return f"“{name}” is missing. Give {WANTED[name]}."
    return f"{name}: {found['input']!r} cannot be used. Give {WANTED.get(name, 'a table')}."
