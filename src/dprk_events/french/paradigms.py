"""Load and check ``paradigms.toml``: conjugation models, endings, spelling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from tomllib import TOMLDecodeError, loads
from typing import Any, Literal, cast, get_args

NAME = "paradigms.toml"
Tense = Literal[
    "infinitive", "present", "imperfect", "past", "future", "conditional", "subjunctive",
    "present-participle", "past-participle",
]  # fmt: skip
Cells = tuple[str, str, str, str, str, str, str, str, str]
ENDINGS = ("imperfect", "present", "future", "conditional", "concord", "past-participle")
SPELLING = (
    "y_to_i", "y_or_i", "opened", "not_opened", "doubled", "unchanged_plural", "plural_in_x",
    "al_with_s",
    "plural_marks",
)  # fmt: skip


class ParadigmError(ValueError):
    """An invalid ``paradigms.toml``; the message names the key and the remedy."""


@dataclass(frozen=True)
class Paradigms:
    """The contents of the file: models by ending, endings by tense, spelling rules, auxiliaries."""

    models: Mapping[str, Cells]
    endings: Mapping[str, tuple[str, ...]]
    spelling: Mapping[str, tuple[str, ...]]
    auxiliaries: Mapping[str, Mapping[str, Tense]]


@cache
def load_paradigms() -> Paradigms:
    """Read and check the file in this package. Raises ParadigmError."""
    return parse(resources.files(__package__).joinpath(NAME).read_text("utf-8"))


def parse(text: str) -> Paradigms:
    """Parse and check the text of a file of paradigms. Raises ParadigmError."""
    try:
        raw = loads(text)
    except TOMLDecodeError as error:
        raise ParadigmError(f"{NAME}: not TOML: {error}. Mend the line it names.") from error
    models = {}
    for ending, model in raw.get("models", {}).items():
        cells = _words(model, "cells", f"models.{ending}")
        if len(cells) != 9:
            raise ParadigmError(f"{NAME}: models.{ending}: nine cells needed, has {len(cells)}")
        models[ending] = cast(Cells, cells)
    return Paradigms(
        models=models,
        endings={name: _words(raw.get("endings"), name, "endings") for name in ENDINGS},
        spelling={name: _words(raw.get("spelling"), name, "spelling") for name in SPELLING},
        auxiliaries={
            lemma: {form: _tense(form, tense) for form, tense in forms.items()}
            for lemma, forms in raw.get("auxiliaries", {}).items()
        },
    )


def _words(table: Any, name: str, where: str) -> tuple[str, ...]:
    words = table.get(name) if isinstance(table, dict) else None
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise ParadigmError(f'{NAME}: {where}: no list of words. Write {name} = ["…"].')
    return tuple(words)


def _tense(form: str, tense: Any) -> Tense:
    if tense not in get_args(Tense):
        raise ParadigmError(f"{NAME}: auxiliaries: “{form}”: tense is {', '.join(get_args(Tense))}")
    return cast(Tense, tense)
