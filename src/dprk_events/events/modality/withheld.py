"""Tell who neither says nor denies it, and where what somebody says ends before another verb."""

from __future__ import annotations

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.french import (
    auxiliary_forms,
    closed_class,
    looks_like_participle,
    word_lists,
)
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
LINKS, JOINERS = closed_class("between_verb_and_infinitive"), WORDS["joining"]
CLITICS, REFLEXIVE = WORDS["clitics_of_saying"], closed_class("reflexive")
AUXILIARIES = frozenset(auxiliary_forms("avoir")) | frozenset(auxiliary_forms("être"))


def withholding(view: DocView, i: int, first: int) -> int | None:
    """Return the verb of "s'est refusé à confirmer que", "n'a pas voulu confirmer que"."""
    cues = load_cues()
    if view.words[i] not in cues.verbs["doubtful"]:
        return None
    at = i - 1
    while at > first and (view.words[at] in LINKS | CLITICS or view.pos[at] == "ADV"):
        at -= 1
    word = view.words[at]
    refused = word in cues.verbs["negated"] or word in cues.verbs["negated.reflexive"]
    if view.pos[at] not in VERBAL and not refused:
        return None
    return at if refused or negation_of(view, at) is not None else None


def claims_of_oneself(view: DocView, i: int) -> bool:
    """Match "se targue" in "Pyongyang se targue d'avoir abattu un drone"."""
    if view.words[i] not in load_cues().verbs["reporting.claiming"]:
        return False
    return not REFLEXIVE.isdisjoint(view.words[max(0, i - 2) : i])


def end_of_said(view: DocView, at: int, that: int, last: int) -> int:
    """Return where a clause with "que" ends: "a dit qu'il partirait, et dénoncé les exercices".

    The participle shares the auxiliary of the verb of saying, where the clause has none itself.
    """
    if not looks_like_participle(view.words[at]):
        return last
    for i in range(that + 1, last):
        word = view.words[i]
        if word in AUXILIARIES:
            return last
        joined = view.words[i - 1] in JOINERS and view.pos[i] in VERBAL
        if joined and looks_like_participle(word) and view.pos[i + 1] in {"DET", "ADP"}:
            return i - 2
    return last
