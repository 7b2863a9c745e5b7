"""French inflection: from a lemma to all the forms that press prose uses of it.

Triggers are found by form, not by the tagger's lemma, so that a mistagged word is still found and
the three model sizes find the same ones. Only the persons of narrative prose are made (third
person, and first person plural for quoted speech).
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from tomllib import loads
from typing import Literal

Tense = Literal[
    "infinitive", "present", "imperfect", "past", "future", "conditional", "subjunctive",
    "present-participle", "past-participle",
]  # fmt: skip
Cells = tuple[str, str, str, str, str, str, str, str, str]


# Verbs in -eler and -eter that take "è" ("il achète") where the others double ("il appelle").
OPENED = ("achet", "gel", "mantel", "model", "martel", "recel", "harcel", "cartel")


@cache
def _models() -> dict[str, Cells]:
    raw = loads(resources.files(__package__).joinpath("paradigms.toml").read_text("utf-8"))
    models: dict[str, Cells] = {}
    for ending, model in raw["models"].items():
        cells = tuple(model["cells"])
        if len(cells) != 9:
            raise ValueError(
                f"paradigms.toml, models.{ending}: nine cells needed, has {len(cells)}"
            )
        models[ending] = cells
    return models


def _first_group(stem: str) -> Cells:
    """-er verbs, with the spelling changes of manger, lancer, lever, libérer, employer, appeler."""
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    silent, future = stem, stem
    if stem.endswith(("oy", "uy")):
        silent = future = stem[:-1] + "i"
    elif stem.endswith(OPENED) or (
        len(stem) > 2 and stem[-2] == "e" and stem[-1] not in "aeiourtl"
    ):
        silent = future = stem[:-2] + "è" + stem[-1]
    elif stem.endswith(("el", "et")):
        silent = future = stem + stem[-1]
    elif len(stem) > 2 and stem[-2] == "é":
        silent = stem[:-2] + "è" + stem[-1]
    return (
        silent + "e", silent + "ent", soft, soft + "a", stem + "èrent", future + "er",
        silent + "e", soft + "ant", stem + "é",
    )  # fmt: skip


def _second_group(stem: str) -> Cells:
    """-ir verbs like finir: fournir, envahir, blanchir."""
    s = stem + "i"
    return (
        s + "t", s + "ssent", s + "ss", s + "t", s + "rent", s + "r", s + "sse", s + "ssant", s
    )  # fmt: skip


def _cells(lemma: str) -> Cells:
    models = _models()
    for size in range(len(lemma), 1, -1):
        if model := models.get(lemma[-size:]):
            stem = lemma[:-size]
            a, b, c, d, e, f, g, h, i = (stem + cell for cell in model)
            return (a, b, c, d, e, f, g, h, i)
    if lemma.endswith("er"):
        return _first_group(lemma[:-2])
    if lemma.endswith("ir"):
        return _second_group(lemma[:-2])
    raise ValueError(f"no conjugation model for “{lemma}”: add one to paradigms.toml")


def conjugate(lemma: str) -> dict[str, Tense]:
    """All forms of the verb ``lemma`` with the tense of each (the commoner one where two agree)."""
    p3, p6, imp, h3, h6, fut, sub, gerund, past = _cells(lemma)
    plural_stem = gerund[:-3]
    forms: dict[str, Tense] = {}
    # Rarer readings first: a later line overwrites an earlier one with the same form.
    forms[sub] = forms[sub + "nt" if sub.endswith("e") else sub] = "subjunctive"
    forms[h3] = forms[h6] = "past"
    narrow = imp[:-1] if imp.endswith("ge") and not lemma.endswith("eer") else imp
    forms[narrow.replace("ç", "c") + "ions"] = "imperfect"
    for ending in ("ait", "aient", "ais"):
        forms[imp + ending] = "imperfect"
    forms[plural_stem + "ons"] = "present"
    for ending in ("a", "ont", "ons"):
        forms[fut + ending] = "future"
    for ending in ("ait", "aient", "ions"):
        forms[fut + ending] = "conditional"
    forms[p3] = forms[p6] = "present"
    forms[gerund] = "present-participle"
    bare = past[:-1] + "u" if past.endswith("û") else past
    for ending in ("e", "es") if bare.endswith("s") else ("e", "s", "es"):
        forms[bare + ending] = "past-participle"
    forms[past] = "past-participle"
    forms[lemma] = "infinitive"
    return forms


def pluralise(noun: str) -> tuple[str, ...]:
    """The singular and plural forms of a noun or adjective given in the singular."""
    if noun.endswith(("s", "x", "z")):
        return (noun,)
    if noun.endswith(("au", "eu")):
        return (noun, noun + "x")
    if noun.endswith("al") and noun not in {"carnaval", "festival"}:
        return (noun, noun[:-2] + "aux")
    return (noun, noun + "s")
