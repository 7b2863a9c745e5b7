"""Load the register: the built-in files, then a user's own."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from pydantic import ValidationError

from dprk_events.french import forms_of
from dprk_events.known.check import check_names
from dprk_events.known.days import Days, days_of
from dprk_events.known.errors import KnownError
from dprk_events.known.form import HappeningFile, HappeningForm, UnnamedForm
from dprk_events.known.happening import Known, Participant, Unnamed
from dprk_events.known.mistakes import choose, mistake
from dprk_events.known.register import Register, stems

BESIDE_RULES = "known"
"""Folder within one of a user's own rules that holds their known happenings."""


def load_known(extra: Path | None = None, types: Collection[str] = ()) -> Register:
    """Load the register of known happenings.

    Args:
        extra: The user's own file of happenings, or a folder of such files (``.toml``). A happening
            with an id of the program's register replaces it.
        types: Event types besides the program's own, whose happenings ``extra`` may hold.

    Raises:
        KnownError: A file cannot be used; the message names file, entry and remedy.

    """
    built_in = read_built_in()
    known_types = {known.type for _, known in built_in} | {*types}
    happenings: dict[str, tuple[str, Known]] = {known.id: (at, known) for at, known in built_in}
    own: dict[str, str] = {}
    for where, known in _read_own(extra) if extra else ():
        for kind in known.types:
            if kind not in known_types:
                raise KnownError(f"{where}: unknown type “{kind}”. {choose(kind, known_types)}")
        if known.id in own:
            raise KnownError(f"{where}: {own[known.id]} has this id too. Give it another.")
        own[known.id] = where
        happenings[known.id] = (where, known)
    check_names(happenings.values())
    return Register([known for _, known in happenings.values()])


def load_known_beside(rules: Path | None, types: Collection[str]) -> Register:
    """Load the register with the happenings in the folder ``known`` of a user's own rules, if any.

    Arguments and errors are those of :func:`load_known`.
    """
    folder = None if rules is None else rules / BESIDE_RULES
    return load_known(folder if folder and folder.is_dir() else None, types)


@cache
def read_built_in() -> tuple[tuple[str, Known], ...]:
    """Read the files of the program: each happening, and where it stands. Raises KnownError."""
    files = resources.files(__package__).joinpath("happenings").iterdir()
    found = tuple(_read(file for file in files if file.name.endswith(".toml")))
    seen: dict[str, str] = {}
    for where, known in found:
        if known.id in seen:
            raise KnownError(f"{where}: {seen[known.id]} has this id too. Give it another.")
        seen[known.id] = where
    return found


def _read_own(extra: Path) -> list[tuple[str, Known]]:
    files = sorted(extra.glob("*.toml")) if extra.is_dir() else [extra]
    if not files:
        raise KnownError(f"{extra}: holds no .toml file; docs/known.md has the form")
    return _read(files)


def _read(files: Iterable[Traversable | Path]) -> list[tuple[str, Known]]:
    """Read files in order of their names: each happening, and how messages name its place."""
    return [
        (f"{file}: happening “{form.id}”", _known(content.type, form))
        for file in sorted(files, key=lambda file: file.name)
        for content in [_parse(file)]
        for form in content.happening
    ]


def _parse(file: Traversable | Path) -> HappeningFile:
    try:
        data = tomllib.loads(file.read_bytes().decode("utf-8-sig"))
        return HappeningFile.model_validate(data)
    except OSError as error:
        raise KnownError(f"{file}: cannot be read: {error.strerror}. Check the path.") from error
    except UnicodeDecodeError as error:
        raise KnownError(f"{file}: not UTF-8 (byte {error.start}). Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise KnownError(f"{file}: not TOML: {error}. Mend that place.") from error
    except ValidationError as error:
        raise KnownError(f"{file}: {mistake(error, data)}") from error


def _known(kind: str, form: HappeningForm) -> Known:
    actors = [Participant("actor", name) for name in form.actor]
    recipients = [Participant("recipient", name) for name in form.recipient]
    return Known(
        id=form.id,
        type=kind,
        date=form.date,
        days=days_of(form.date) or Days(),  # the form has checked it
        participants=(*actors, *recipients),
        countries=form.countries,
        place=form.place,
        names=form.names,
        unnamed=_unnamed(kind, form.unnamed),
        also=form.also,
        wikidata=form.wikidata,
        source=form.source,
        checked=form.checked,
    )


def _unnamed(kind: str, form: UnnamedForm | None) -> Unnamed | None:
    if form is None:
        return None
    verbs = forms_of(*form.unlike_verbs) if form.unlike_verbs else ()
    words = " ".join((*form.unlike, *verbs))
    return Unnamed(days_of(form.published) or Days(), form.count, stems(words, kind))
