"""Read what somebody makes of an event in an aside: "un essai, que Séoul juge imminent, …"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.speaker import SPEAKING
from dprk_events.french import closed_class, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import DocView, Phrase, subject
from dprk_events.syntax.clause import group_start

WORDS = word_lists(__package__)
NEARING, LIKELY, THAT = WORDS["nearing"], WORDS["weighed"], closed_class("que")
BEHIND, ASIDE = 3, 12
"""Words behind an event within which its relative clause begins, and its greatest length."""


def judged(asked: Asked) -> Iterator[Cue]:
    """Read "un essai, que beaucoup d'experts jugent imminent, …": planned, or possible."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    _, end = view.sentence(asked.token)
    that = next(
        (
            i
            for i in range(phrase.last + 1, min(end, phrase.last + BEHIND))
            if view.words[i] in THAT
        ),
        None,
    )
    if that is None:
        return
    for i in range(that + 2, min(end, that + ASIDE) + 1):
        word = view.words[i]
        if word == ",":
            return
        if word in NEARING or word in LIKELY:
            verb = _judging(view, that, i)
            if verb is not None:
                modality: Modality = "planned" if word in NEARING else "possible"
                yield Cue(modality, word, source=_who_judges(view, verb))
            return


def _judging(view: DocView, that: int, adjective: int) -> int | None:
    """Return the finite verb before what it says of the event, unless it is negated."""
    verbs = [i for i in range(that + 1, adjective) if view.pos[i] == "VERB"]
    if not verbs or negation_of(view, verbs[0]) is not None:
        return None
    return verbs[0]


def _who_judges(view: DocView, verb: int) -> Phrase | None:
    found = subject(view, verb, group_start(view, verb))
    if found is None or not view.kinds(found) & SPEAKING:
        found = view.phrase(verb - 1)  # "que beaucoup d'experts jugent"
    return found if found is not None and view.kinds(found) & SPEAKING else None
