"""Translate pydantic's validation errors of a rule file into the terms of rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dprk_events.events.rules.errors import choose
from dprk_events.events.rules.event_type import Code, Codes, EventType
from dprk_events.events.rules.form import Form
from dprk_events.events.rules.model import Context, EventRule, Slot, TypeFile

Place = tuple[int | str, ...]
"""Keys and list indices that lead to a value, as pydantic reports them."""

WANTED = {
    "type": 'the name of a type, as type = "visit", or a table [type] for one of your own',
    "rules": "at least one rule, under a line [[rules]]",
    "name": 'the name of the type, as name = "summit"',
    "id": 'a name for the rule, as id = "se_rendre"',
    "doc": "one line in quotes on what it is for",
    "frame": 'the frame that fills the roles, as frame = "go"',
    "at": 'where the filler may be, as at = ["subject"]',
    "kind": 'what the filler may be, as kind = ["person"]',
    "usual": 'the codes that the type has as a rule, as codes.usual = { plover = "AID" }',
    "examples": 'a sentence that it must find, as examples = ["[Kim](actor) [part](trigger)."]',
    "counter_examples": "a sentence in which it must find nothing",
}
"""What each required key is for."""
VALUES = {
    "at": "position",
    "must": "role",
    "needs": "role",
    "quantity_of": "role",
    "takes_place_at": "role",
    "[key]": "role",
}
"""What the value of a key is called, if not by the name of the key."""


def mistake(error: ValidationError, data: dict[str, Any]) -> str:
    """Describe the first mistake in a file with content ``data``: where, what, and what to do.

    Unknown keys come first: the missing key may be one of them, misspelt.
    """
    found = _first(error)
    words = _WORDS.get(found["type"], _other)(found)
    place = found["loc"]
    if place[-1:] == ("[key]",):  # the message already names the key, as it does for an unknown one
        place = place[:-2]
    elif found["type"] in {"missing", "extra_forbidden"}:
        place = place[:-1]
    where = _where(place, data)
    return f"{where}: {words}" if where else words


def _first(error: ValidationError) -> ErrorDetails:
    """Return the mistake to report; for a union of vocabularies, with the values of all."""
    errors = [each | {"loc": _plain(each["loc"])} for each in error.errors()]
    found = min(errors, key=lambda each: each["type"] != "extra_forbidden")
    if found["type"] == "literal_error":  # a union of vocabularies: one error for each
        parts = [e["ctx"]["expected"] for e in errors if e["loc"] == found["loc"] and "ctx" in e]
        found["ctx"] = {"expected": ", ".join(parts)}
    return found


def _plain(place: Place) -> Place:
    """Return a place without what pydantic adds for the members of a union."""
    return tuple(p for p in place if not (isinstance(p, str) and p.startswith("literal[")))


def _where(place: Place, data: dict[str, Any]) -> str:
    """Name a table or a value: "rule “own”, context.kind"."""
    parts: list[str] = []
    match place:
        case ("rules", int(number), *rest):
            name = _at(data, ("rules", number, "id"))
            parts.append(f"rule “{name}”" if isinstance(name, str) else f"rule {number + 1}")
        case ("frames", str(name), *rest):
            parts.append(f"frame “{name}”")
        case ("type", *rest):
            parts.append("[type]")
        case _:
            rest = list(place)
    keys = [part for part in rest if isinstance(part, str)]
    return ", ".join([*parts, ".".join(keys)] if keys else parts)


def _at(data: Any, place: Place) -> Any:
    """Return the value at a place; None if there is none."""
    for part in place:
        try:
            data = data[part]
        except (LookupError, TypeError):
            return None
    return data


def _form_of(place: Place) -> type[Form] | None:
    """Return the form of the table at a place."""
    match place:
        case ():
            return TypeFile
        case ("type",):
            return EventType
        case ("type", "codes"):
            return Codes
        case ("type", "codes", _):
            return Code
        case ("frames", _, _, int()):
            return Slot
        case ("rules", int()):
            return EventRule
        case ("rules", int(), "context"):
            return Context
    return None


def _unknown_key(error: ErrorDetails) -> str:
    *table, name = error["loc"]
    form = _form_of(tuple(table))
    known = sorted(form.model_fields) if form is not None else []
    return f"unknown key “{name}”. {_elsewhere(str(name), table) or choose(str(name), known)}"


def _elsewhere(name: str, table: Sequence[int | str]) -> str:
    """Say where a misplaced key belongs."""
    if (
        table[:1] != ["type"]
        and name in EventType.model_fields
        and name not in EventRule.model_fields
    ):
        return "It belongs to a table [type]."
    if table == [] and name in EventRule.model_fields:
        both = name in EventType.model_fields
        return f"It belongs to a rule, under [[rules]]{', or to a table [type]' if both else ''}."
    if table[:1] != ["rules"] and name in EventRule.model_fields:
        return "It belongs to a rule, under [[rules]]."
    return ""


def _missing(error: ErrorDetails) -> str:
    name = str(error["loc"][-1])
    return f"“{name}” is missing. Give {WANTED[name]}."


def _unknown_value(error: ErrorDetails) -> str:
    given = error["input"]
    keys = [part for part in error["loc"] if isinstance(part, str)]
    if keys[-1] == "[key]" and (elsewhere := _elsewhere(str(given), ["frames"])):
        return f"“{given}” is no role. {elsewhere}"
    known = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    if not isinstance(given, str):
        return f"{_shown(given)} must be one of these, in quotes: {', '.join(known)}."
    what = VALUES.get(keys[-1], "value")
    return f"unknown {what} “{given}”. {choose(given, known)}"


def _no_list(error: ErrorDetails) -> str:
    given = error["input"]
    if error["loc"] == ("rules",):
        return "a rule begins with a line [[rules]], in double brackets."
    if isinstance(given, dict):
        return "must be a list: put the table { … } in brackets, as [{ … }]."
    return f"must be a list: put {_shown(given)} in brackets, as [{_shown(given)}]."


def _no_table(error: ErrorDetails) -> str:
    return f"must be a table of keys and values, not {_shown(error['input'])}."


def _bad_name(error: ErrorDetails) -> str:
    given = error["input"]
    match error["loc"][-1]:
        case "plover":
            return f"“{given}” must be a PLOVER event type in capitals, as “CONSULT”."
        case "cameo":
            return f"“{given}” must be a CAMEO code of two to four digits, as “042”."
    return (
        f"“{given}” must be small letters without accents, digits and “_”, beginning with a letter."
    )


def _other(error: ErrorDetails) -> str:
    return f"{_shown(error['input'])} is not allowed here; docs/rules.md says what is."


def _shown(value: object) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    return f'"{value}"' if isinstance(value, str) else str(value)


_WORDS: dict[str, Callable[[ErrorDetails], str]] = {
    "extra_forbidden": _unknown_key,
    "missing": _missing,
    "literal_error": _unknown_value,
    "tuple_type": _no_list,
    "dict_type": _no_table,
    "model_type": _no_table,
    "string_pattern_mismatch": _bad_name,
    "value_error": lambda e: f"{e['ctx']['error']}".rstrip(".") + ".",
    "string_type": lambda e: f"must be text in quotes, not {_shown(e['input'])}.",
    "string_too_short": lambda _: "is empty. Write something between the quotes.",
    "too_short": lambda e: f"is empty. Give {WANTED[str(e['loc'][-1])]}.",
    "bool_type": lambda e: f"must be true or false, without quotes, not {_shown(e['input'])}.",
    "int_type": lambda e: f"must be a whole number without quotes, not {_shown(e['input'])}.",
    "float_type": lambda e: f"must be a number without quotes, not {_shown(e['input'])}.",
    "greater_than": lambda e: f"{e['input']} must be more than {e['ctx']['gt']:g}.",
    "greater_than_equal": lambda e: f"{e['input']} must be at least {e['ctx']['ge']:g}.",
    "less_than_equal": lambda e: f"{e['input']} must be at most {e['ctx']['le']:g}.",
}
