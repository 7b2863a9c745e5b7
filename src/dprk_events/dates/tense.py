"""A light look at the words around an expression: past, future or not to be told.

Used where no parser says better. French verb endings only; nothing here looks at a calendar.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

Tense = Literal["past", "present", "future"]
TenseOf = Callable[[int], Tense | None]

_REACH = 130
_SENTENCE = re.compile(r"[.!?;\n](?=\s|$)")
# "-ra/-ront" verbs, less the nouns that end so; announced and expected things.
_FUTURE = re.compile(
    r"\b(?!(?:opéra|caméra|choléra|ira|para|extra|ultra|infra|contra|sahara|agora|aura|mantra|"
    r"tiara|camara|ankara|samara|tiendra_|guérillera|front|affront)\b)"
    r"\w+(?:era|ira|dra|vra|rra|ura|eront|iront|dront|vront|rront|uront)\b"
    r"|\b(?:sera|seront|aura|auront|fera|feront|doi(?:t|vent)|devrai(?:t|ent)|prévue?s?|attendue?s?"
    r"|programmée?s?|prochaine?|à venir|compte(?:nt)?|envisage\w*|planifiée?s?|(?:va|vont) \w+(?:er|ir|re))\b"
)
_PAST = re.compile(
    r"\b(?:a|ont|avai(?:t|ent)|s'est|se sont|est|sont|étai(?:t|ent)|ayant|aurai(?:t|ent)|après avoir"
    r"|ai|avons|étant|serai(?:t|ent))(?: (?:été|pas|aussi|également|déjà|encore|ainsi|notamment|donc"
    r"|jeudi|lundi|mardi|mercredi|vendredi|samedi|dimanche|hier))?(?: \w+ment)? "
    r"\w+(?:é|i|u|s|t)(?:e|es|s)?\b"
    r"|\b(?:fut|furent|eut|eurent|était|étaient|avait|avaient)\b"
    r"|\b\w{2,}(?:èrent|irent|urent|aient)\b"
    r"|\b\w+(?:ée?s?|ies?|ues?) (?:par|le|lors|en|au|dans|à|depuis)\b"
    r"|\b(?:remonte(?:nt)? (?:à|au|aux)|date(?:nt)? (?:de|du)|depuis|lors d[eu']|survenue?s?|dernier|dernière)\b"
)


# A participle right before: "le plan présenté jeudi", "tué dimanche".
_DONE = re.compile(
    r"\b(?:\w{2,}[éè]e?s?|\w*(?:venu|tenu|rendu|tendu|abattu|battu|vendu|reçu|vécu|connu|paru|mis|"
    r"pris|produit|conduit|détruit|mort|ouvert|découvert|offert|franchi|subi|réuni|fini|sorti|"
    r"parti|élu|vu|lu)e?s?) (?:le |ce |en |au |à l'|dès |dans |depuis )?$"
)


def guess_tense(plain: str, start: int, end: int) -> Tense | None:
    """Tense of the nearest verb in the sentence of ``plain`` (normalised) round ``start``–``end``.

    Of two verbs as near, the one before the expression counts.
    """
    left = plain[max(0, start - _REACH) : start]
    stops = list(_SENTENCE.finditer(left))
    if stops:
        left = left[stops[-1].end() :]
    right = plain[end : end + _REACH]
    stop = _SENTENCE.search(right)
    if stop:
        right = right[: stop.start()]
    best: tuple[float, Tense] | None = None
    done = _DONE.search(left)
    if done and not _FUTURE.search(done.group()):
        best = 2.0, "past"
    for start, stop_at, tense in _verbs(left):
        best = _nearer(best, (_distance(left[stop_at:]), tense))
    for start, _, tense in _verbs(right):
        best = _nearer(best, (_distance(right[:start]) * 1.5 + 5, tense))
    return best[1] if best else None


def _verbs(clause: str) -> list[tuple[int, int, Tense]]:
    """Verbs of a clause by place; "sont prévus" is one of the future, not a past."""
    coming = [(m.start(), m.end()) for m in _FUTURE.finditer(clause)]
    out: list[tuple[int, int, Tense]] = []
    for m in _PAST.finditer(clause):
        if not any(a < m.end() and m.start() < b for a, b in coming):
            out.append((m.start(), m.end(), "past"))
    return out + [(a, b, "future") for a, b in coming]


def _distance(between: str) -> float:
    # A clause edge between the verb and the date parts them.
    return len(between) + 40 * sum(between.count(mark) for mark in (",", " que ", " qu'", " qui "))


def _nearer(best: tuple[float, Tense] | None, other: tuple[float, Tense]) -> tuple[float, Tense]:
    return other if best is None or other[0] < best[0] else best
