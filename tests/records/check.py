"""A small JSON Schema checker: just the keywords that our schema uses, and no others."""

from __future__ import annotations

import re
from typing import Any

_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_SILENT = {"title", "description", "default", "$schema", "$defs", "discriminator"}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> list[str]:
    """List what in ``value`` is not as ``schema`` wants it."""
    found: list[str] = []
    for keyword, wanted in schema.items():
        if keyword not in _SILENT:
            found += _KEYWORDS[keyword](value, wanted, schema, root, at)
    return found


def _ref(value: Any, wanted: str, _s: Any, root: dict[str, Any], at: str) -> list[str]:
    return faults(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, at)


def _type(value: Any, wanted: str, _s: Any, _r: Any, at: str) -> list[str]:
    right = isinstance(value, _TYPES[wanted])
    if isinstance(value, bool) and wanted != "boolean":
        right = False
    return [] if right else [f"{at}: {value!r} is no {wanted}"]


def _branches(value: Any, wanted: list[dict[str, Any]], root: dict[str, Any], at: str) -> int:
    return sum(not faults(value, branch, root, at) for branch in wanted)


def _any_of(value: Any, wanted: Any, _s: Any, root: Any, at: str) -> list[str]:
    return [] if _branches(value, wanted, root, at) else [f"{at}: {value!r} fits no branch"]


def _one_of(value: Any, wanted: Any, _s: Any, root: Any, at: str) -> list[str]:
    count = _branches(value, wanted, root, at)
    return [] if count == 1 else [f"{at}: {value!r} fits {count} branches"]


def _properties(value: Any, wanted: Any, schema: Any, root: Any, at: str) -> list[str]:
    found = []
    if isinstance(value, dict):
        for key, each in value.items():
            if key in wanted:
                found += faults(each, wanted[key], root, f"{at}.{key}")
            elif schema.get("additionalProperties") is False:
                found.append(f"{at}: unknown key {key}")
    return found


def _required(value: Any, wanted: list[str], _s: Any, _r: Any, at: str) -> list[str]:
    return [f"{at}: no {key}" for key in wanted if isinstance(value, dict) and key not in value]


def _items(value: Any, wanted: Any, _s: Any, root: Any, at: str) -> list[str]:
    if not isinstance(value, list):
        return []
    return [f for i, each in enumerate(value) for f in faults(each, wanted, root, f"{at}[{i}]")]


def _prefix(value: Any, wanted: Any, _s: Any, root: Any, at: str) -> list[str]:
    if not isinstance(value, list):
        return []
    pairs = zip(value, wanted, strict=False)
    return [f for each, schema in pairs for f in faults(each, schema, root, at)]


_KEYWORDS: dict[str, Any] = {
    "$ref": _ref,
    "type": _type,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "properties": _properties,
    "required": _required,
    "additionalProperties": lambda *_: [],  # looked at in properties
    "items": _items,
    "prefixItems": _prefix,
    "const": lambda v, w, _s, _r, at: [] if v == w else [f"{at}: {v!r} is not {w!r}"],
    "enum": lambda v, w, _s, _r, at: [] if v in w else [f"{at}: {v!r} is none of {w}"],
    "minimum": lambda v, w, _s, _r, at: [f"{at}: {v} < {w}"] if _number(v) and v < w else [],
    "maximum": lambda v, w, _s, _r, at: [f"{at}: {v} > {w}"] if _number(v) and v > w else [],
    "minItems": lambda v, w, _s, _r, at: [] if len(v) >= w else [f"{at}: fewer than {w}"],
    "maxItems": lambda v, w, _s, _r, at: [] if len(v) <= w else [f"{at}: more than {w}"],
    "pattern": lambda v, w, _s, _r, at: (
        [f"{at}: {v!r} is not {w}"] if isinstance(v, str) and not re.search(w, v) else []
    ),
}


def _number(value: Any) -> bool:
    return isinstance(value, int | float)
