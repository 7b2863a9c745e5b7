"""Values that a shell completes besides typer's own choices; nothing heavy is imported for them."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import typer


def model_names() -> list[str]:
    """Return ``auto`` and the known pipelines that are installed."""
    return ["auto", *filter(_is_installed, known_names())]


def known_names() -> list[str]:
    """Return the names of the known pipelines, best first."""
    from dprk_events.language.model import known_models  # noqa: PLC0415

    return [str(model["name"]) for model in known_models()]


def rule_ids(ctx: typer.Context) -> list[str]:
    """Return the ids of the built-in rules and of those in the folder given with ``--rules``."""
    folders: list[Traversable | Path] = [resources.files("dprk_events") / "events/rules/types"]
    if own := ctx.params.get("rules"):
        folders.append(Path(own))
    return sorted({name for folder in folders for name in _ids(folder)})


def event_types() -> list[str]:
    """Return the names of the built-in event types."""
    folder = resources.files("dprk_events") / "events/rules/types"
    names = (file.name for file in folder.iterdir())
    return sorted(name.removesuffix(".toml") for name in names if name.endswith(".toml"))


def one_of(values: tuple[str, ...]) -> Callable[[], list[str]]:
    """Return a function that completes one of ``values``."""
    return lambda: list(values)


def _is_installed(name: str) -> bool:
    from dprk_events.language import ModelError, choose_model  # noqa: PLC0415

    try:
        choose_model(name)
    except ModelError:
        return False
    return True


def _ids(folder: Traversable | Path) -> Iterator[str]:
    """Read nothing but the ids: to load the rules would take seconds."""
    try:
        for file in folder.iterdir():
            if file.name.endswith(".toml"):
                data = tomllib.loads(file.read_text("utf-8"))
                kind = data["type"] if isinstance(data["type"], str) else data["type"]["name"]
                yield from (f"{kind}.{rule['id']}" for rule in data.get("rules", ()))
    except (OSError, ValueError, KeyError, TypeError):
        return  # `rules test` says what is wrong with the file
