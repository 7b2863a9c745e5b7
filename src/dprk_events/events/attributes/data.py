"""Load the data files of this package and check them."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Words = Annotated[list[str], Field(min_length=1)]


class AttributeDataError(ValueError):
    """An invalid data file of the attributes; the message names file, entry and remedy."""


class Entry(BaseModel):
    """A table of a data file; unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


AnyEntry = TypeVar("AnyEntry", bound=Entry)


def read(name: str) -> str:
    """Return the text of a file in this package."""
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def checked(name: str, text: str, model: type[AnyEntry]) -> AnyEntry:
    """Parse and check the content of a file, ``name`` in errors. Raises AttributeDataError."""
    try:
        return model.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise AttributeDataError(f"{name}: not TOML: {error}") from error
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise AttributeDataError(f"{name}: {where}: {first['msg']}") from error
