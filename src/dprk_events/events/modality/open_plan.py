"""Read a plan that somebody only fears, suspects or weighs: "soupçonne le Nord de préparer un tir".

A plan precedes what may be; but where the plan itself may be, the deed is no more than possible.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
SUSPECTING = forms_of(*WORDS["verbs_of_suspecting"])
TIMES, TO, CHANCES = WORDS["times_ahead"], closed_class("to"), WORDS["chances"]
BESIDE = 2
"""Words before a plan within which an adverb or adjective says that it may be one."""


def plan_left_open(asked: Asked) -> Iterator[Cue]:
    """Read what is above a plan: a fear, a suspicion, "pouvoir", "peut-être", "éventuel".

    "Redoute que Kim n'ordonne un tir", "pourrait s'apprêter à tirer", "y voit peut-être la
    préparation d'un tir".
    """
    for number, governor in enumerate(asked.above):
        if _is_until_then(asked.view, governor):
            return
        if _plans(asked.view, governor):
            yield from _prepared_for(asked, asked.above[:number])
            yield from _feared(asked, governor.token)
            yield from _governed(asked, asked.above[number + 1 :])
            yield from _hedged(asked.view, governor.token)
            return


def _plans(view: DocView, governor: Governor) -> bool:
    """Return whether a governing word makes a plan of the deed, or an order."""
    cues, word = load_cues(), view.words[governor.token]
    if governor.how == "noun":
        return word in cues.nouns["planned"]
    done = governor.token > 0 and view.tokens[governor.token - 1].is_infinitive  # "avoir ordonné"
    if done or governor.how == "subject" or negation_of(view, governor.token) is not None:
        return False
    return word in cues.verbs["planned"] or word in cues.words["planned.ready"]


def _is_until_then(view: DocView, governor: Governor) -> bool:
    """Match "à l'approche du sommet", "à la veille de": a time, and not what somebody fears."""
    at = governor.token
    return view.words[at] in TIMES and at > 1 and view.words[at - 2] in TO


def _prepared_for(asked: Asked, below: Sequence[Governor]) -> Iterator[Cue]:
    """Read what somebody gets ready for: "se prépare à l'éventualité d'un tir"."""
    nouns = (asked.view.words[each.token] for each in below if each.how == "noun")
    yield from (Cue("possible", word) for word in nouns if word in CHANCES)


def _feared(asked: Asked, plan: int) -> Iterator[Cue]:
    """Read the scopes of fears over a plan: "craint que le Nord ne prépare un essai"."""
    for scope in asked.covering:
        word = asked.view.words[scope.cue]
        feared = scope.modality == "possible" or word in SUSPECTING
        if feared and scope.cue < scope.first <= plan:
            yield Cue("possible", word)


def _governed(asked: Asked, above: Sequence[Governor]) -> Iterator[Cue]:
    """Read the words above a plan: "pourrait s'apprêter à tirer", "craint la préparation d'un"."""
    view, cues = asked.view, load_cues()
    for governor in above:
        word = view.words[governor.token]
        if word in cues.verbs["negated"] or negation_of(view, governor.token) is not None:
            return  # "appelle à renoncer à son projet de tir": there is such a plan
        listed = word in cues.verbs["possible"] or word in cues.verbs["possible.modals"]
        if listed or (governor.how == "noun" and word in cues.nouns["possible"]):
            yield Cue("possible", word)


def _hedged(view: DocView, plan: int) -> Iterator[Cue]:
    """Read what stands beside a plan: "peut-être la préparation", "éventuels préparatifs"."""
    words, (begin, _) = load_cues().words, view.sentence(plan)
    for i in range(max(begin, plan - BESIDE), plan + BESIDE):
        word = view.words[i]
        if word in words["possible.adverbs"] or word in words["possible.adjectives"]:
            yield Cue("possible", word)
