"""Choose the keys or columns of a record to read: ``--fields text=body,published=pub_date``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from itertools import islice

from dprk_events.reading.errors import UnreadableError

_NAMED = 20  # names of existing fields shown in an error
_SHOWN = 40  # characters shown of each


@dataclass(frozen=True, slots=True)
class Fields:
    """Names of the keys or columns, ignoring case; the first one with a value is used.

    ``text`` is required in each record; the others are optional.
    """

    text: tuple[str, ...] = ("text",)
    id: tuple[str, ...] = ("id",)
    title: tuple[str, ...] = ("title",)
    published: tuple[str, ...] = ("published", "date")
    url: tuple[str, ...] = ("url",)
    source: tuple[str, ...] = ("source",)


DEFAULT_FIELDS = Fields()


@dataclass(frozen=True, slots=True)
class Record:
    """The values of a record as strings; None where there is none."""

    text: str
    id: str | None
    title: str | None
    published: str | None
    url: str | None
    source: str | None


def parse_fields(value: str) -> Fields:
    """Parse ``text=body,published=pub_date``; a ValueError says how to write it."""
    known = [field.name for field in fields(Fields)]
    names: dict[str, tuple[str, ...]] = {}
    for pair in value.split(","):
        what, sign, name = (part.strip() for part in pair.partition("="))
        if what not in known or not sign or not name:
            msg = (
                f"{pair.strip()!r} is not one of {', '.join(f'{name}=NAME' for name in known)}. "
                "Write, for example, text=body,published=pub_date."
            )
            raise ValueError(msg)
        names[what] = (*names.get(what, ()), name.casefold())
    return Fields(**names)


def pick(values: Mapping[str, object], wanted: Fields) -> Record:
    """Extract the wanted fields of a record; UnreadableError (``no-text``) if it has no text."""
    lowered = {key.strip().casefold(): value for key, value in values.items()}

    def first(names: tuple[str, ...]) -> str | None:
        return next((found for name in names if (found := _words(lowered.get(name)))), None)

    text = next((found for name in wanted.text if (found := lowered.get(name)) is not None), None)
    if not isinstance(text, str):
        raise no_text(wanted, values, "field")
    return Record(
        text,
        first(wanted.id),
        first(wanted.title),
        first(wanted.published),
        first(wanted.url),
        first(wanted.source),
    )


def _words(value: object) -> str | None:
    """Return a value as a string; None for an empty one or one that is not a string or a number."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value).strip() or None


def no_text(wanted: Fields, there: Iterable[str], what: str) -> UnreadableError:
    """Return the error for a record or table without a field or column for the text."""
    names = [repr(name[:_SHOWN]) for name in islice(there, _NAMED)]
    return UnreadableError(
        "no-text",
        f"No {what} {' or '.join(map(repr, wanted.text))} that contains text (found: "
        f"{', '.join(names) or 'nothing'}). Name the one that holds it: --fields text=NAME."
        + (" Pass a table about articles with --metadata." if what == "column" else ""),
    )
