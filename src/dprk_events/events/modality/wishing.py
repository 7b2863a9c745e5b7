"""Find scopes of wishes and fears: "craignent que Moscou ne livre", "l'hypothèse que"."""

from __future__ import annotations

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.speaker import speaker
from dprk_events.events.modality.that_clauses import only_restricts
from dprk_events.french import (
    auxiliary_tense,
    closed_class,
    looks_like_participle,
    word_lists,
)
from dprk_events.names import Modality
from dprk_events.syntax import VERBAL, DocView, Phrase

THAT, REFLEXIVE = closed_class("que"), closed_class("reflexive")
CONJUNCTION_HEADS = word_lists(__package__)["conjunction_heads"]
TOLD = frozenset({"present", "imperfect"})
ATTITUDES = word_lists(__package__)["attitudes"]
COLON = ":"
REACH = 5
"""Greatest distance from the word to its "que"."""


def of_wish(view: DocView, i: int, first: int, last: int) -> list[Scope]:
    """Return the scope of a word that may wish, in the sentence from ``first`` to ``last``."""
    verbal = view.pos[i] in VERBAL
    modality = _modality(view, i, verbal=verbal)
    if modality is None:
        return []
    for j in range(i + 1, min(last, i + REACH) + 1):
        if view.words[j] in THAT:
            if view.words[j - 1] in CONJUNCTION_HEADS:
                return []  # "à la demande de Kiev, alors que …"
            if only_restricts(view, i, j):
                return []
            if verbal:
                held = _leaves_open(view, i) or _foresees(view, i) or _is_attitude(view, i)
                holder = speaker(view, i, first) if held else None
            else:
                holder = _holder(view, i, first)
            if verbal and _tells(view, i, j, last):
                return []
            return [Scope(j, last, i, holder, modality=modality)]
        if view.pos[j] in VERBAL or view.words[j] == COLON:
            return []
    return []


def _modality(view: DocView, i: int, *, verbal: bool) -> Modality | None:
    """Return "possible" for what is feared or supposed, "planned" for what is expected."""
    cues, word = load_cues(), view.words[i]
    if verbal and _leaves_open(view, i):
        return "possible"
    if verbal and word in cues.verbs["expecting.possible"]:
        return "possible"
    if verbal and word in cues.verbs["expecting.planned"]:
        return "planned"
    return "possible" if view.pos[i] == "NOUN" and word in cues.nouns["possible"] else None


def _tells(view: DocView, i: int, that: int, last: int) -> bool:
    """Match "les débris suggèrent que Moscou a tiré": what was done is no proposal."""
    if view.words[i] not in load_cues().verbs["reporting"]:
        return False
    finite = next((j for j in range(that, last) if view.is_finite(view.tokens[j])), None)
    told = finite is not None and auxiliary_tense(view.words[finite]) in TOLD
    return told and looks_like_participle(view.words[(finite or 0) + 1])


def _leaves_open(view: DocView, i: int) -> bool:
    """Return whether it is neither said nor denied: "n'exclut pas que"."""
    listed = view.words[i] in load_cues().verbs["doubled.possible"]
    return listed and negation_of(view, i) is not None


def _foresees(view: DocView, i: int) -> bool:
    """Match "Séoul s'attend à ce que", whose word it is; what one awaits or decides is a plan."""
    reflexive = load_cues().words["planned.of_nouns_reflexive"]
    listed = load_cues().verbs["planned"].get(view.words[i]) in reflexive
    return listed and i > 0 and view.words[i - 1] in REFLEXIVE


def _is_attitude(view: DocView, i: int) -> bool:
    """Match "Séoul craint que", whose fear it is."""
    return load_cues().verbs["expecting.possible"].get(view.words[i]) in ATTITUDES


def _holder(view: DocView, noun: int, first: int) -> Phrase | None:
    """Find who holds the hypothesis: the subject of the verb before the noun."""
    for i in range(noun - 1, first - 1, -1):
        if view.pos[i] == "VERB":
            return speaker(view, i, first)
    return None
