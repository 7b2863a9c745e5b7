"""Read rule files: the built-in ones, and those of a user's folder."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from dprk_events.events.rules.errors import RuleError
from dprk_events.events.rules.mistakes import WANTED, mistake
from dprk_events.events.rules.model import MoreRules, TypeFile
from dprk_events.known import BESIDE_RULES


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A rule file: its path, its bytes, and its contents."""

    path: str
    raw: bytes
    content: TypeFile | MoreRules
    own: bool
    """Whether it comes from a user's folder."""

    @property
    def type(self) -> str:
        """The name of its event type."""
        kind = self.content.type
        return kind if isinstance(kind, str) else kind.name


@cache
def read_built_in() -> tuple[ReadFile, ...]:
    """Read the built-in files, sorted by name."""
    folder = resources.files(__package__).joinpath("types")
    files = [file for file in folder.iterdir() if file.name.endswith(".toml")]
    return tuple(_read(file, own=False) for file in sorted(files, key=lambda file: file.name))


def read_folder(folder: Path) -> tuple[ReadFile, ...]:
    """Read a user's files, sorted by name. Raises RuleError."""
    if not folder.is_dir():
        raise RuleError(f"{folder}: not a folder; give a folder of .toml rule files")
    files = sorted(folder.glob("*.toml"), key=lambda file: file.name)
    if not files and not folder.joinpath(BESIDE_RULES).is_dir():
        raise RuleError(
            f"{folder}: holds no .toml file; docs/rules.md has the form, with an example"
        )
    return tuple(_read(file, own=True) for file in files)


def _read(file: Traversable | Path, *, own: bool) -> ReadFile:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise RuleError(f"{file}: cannot be read: {error.strerror}") from error
    try:
        return ReadFile(str(file), raw, _parse(raw), own)
    except RuleError as error:
        raise RuleError(f"{file}: {error}") from error


def _parse(raw: bytes) -> TypeFile | MoreRules:
    try:
        data = tomllib.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise RuleError(f"not UTF-8 (byte {error.start}): save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise RuleError(f"not TOML: {error}; mend that place") from error
    try:
        return _form_of(data).model_validate(data)
    except ValidationError as error:
        raise RuleError(mistake(error, data)) from error


def _form_of(data: dict[str, Any]) -> type[TypeFile | MoreRules]:
    """Return which of the two kinds of rule file the data is."""
    kind = data.get("type")
    if not isinstance(kind, str | dict):
        what = "is missing" if kind is None else "must be text or a table"
        raise RuleError(f"“type” {what}. Give {WANTED['type']}.")
    return MoreRules if isinstance(kind, str) else TypeFile
