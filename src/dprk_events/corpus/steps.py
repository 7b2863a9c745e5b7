"""The interface of a step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from typing import Any, Protocol, cast

from dprk_events.records import Record

Row = dict[str, Any]
"""One line of a step's result: ordered keys, the first of them ``record``, which says what the line
is; JSON-serialisable values."""


class StepError(ValueError):
    """A step cannot do what was asked; the message says what to do."""


class Step(Protocol):
    """The function ``run`` of a step's module."""

    def __call__(self, records: Iterable[Record], **options: Any) -> Iterator[Row]:
        """Read records and yield rows. Raises StepError."""


def load_step(name: str) -> Step:
    """Import a step."""
    return cast(Step, import_module(f"{__package__}.{name}").run)


def step_heading(name: str, options: Mapping[str, Any]) -> Row:
    """Return a row that has the columns of a step's result even if that has no rows."""
    return cast(Row, import_module(f"{__package__}.{name}").heading(**options))


def is_step_heading(name: str, names: Sequence[str]) -> bool:
    """Return whether columns with these names are those of a step's result."""
    return cast(bool, import_module(f"{__package__}.{name}").is_heading(names))


def step_choices(name: str) -> Mapping[str, tuple[str, ...]]:
    """Return the values that arguments of a step can have, by argument: its ``CHOICES``, if any."""
    choices: Mapping[str, tuple[str, ...]] = getattr(
        import_module(f"{__package__}.{name}"), "CHOICES", {}
    )
    return choices
