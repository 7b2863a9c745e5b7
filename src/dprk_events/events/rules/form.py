"""The base class of all tables of a rule file."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Strict, StringConstraints

Word = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Flag = Annotated[bool, Strict()]
Whole = Annotated[int, Strict()]
Real = Annotated[float, Strict()]


class Form(BaseModel):
    """A table of a rule file: no keys other than its fields, and immutable once read."""

    model_config = ConfigDict(extra="forbid", frozen=True)
