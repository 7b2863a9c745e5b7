"""Where a mention looks from the time of writing: back, ahead, or ahead from a time in the past.

An ordered tuple of strategies; the first that answers is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dprk_events.events.event import Look
from dprk_events.events.modality.around import condition
from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.timing.verbs import came_of_it, hoping
from dprk_events.syntax import VERBAL, DocView
from dprk_events.syntax.token import Token

BACK = frozenset({"present", "imperfect", "infinitive"})
"""Tenses of the auxiliary of a compound past: "a tiré", "avait tiré", "sans avoir tiré"."""
AHEAD = frozenset({"future", "conditional"})
AUXILIARIES = 3
"""How many words before a governing participle its auxiliary may be."""


def look_of(asked: Asked) -> Look | None:
    """Return where a mention looks; None where its words do not tell.

    ``asked`` has the scopes of speech around it, whether or not they apply to it.
    """
    return next((look for strategy in STRATEGIES if (look := strategy(asked)) is not None), None)


def of_own_tense(asked: Asked) -> Look | None:
    """Read "a tiré", "tirera"; not "aura tiré"."""
    group = asked.mention.group or asked.mention.positions.light
    if group is None or group.form == "infinitive":
        return None
    if group.compound and group.tense in BACK:
        return "past"
    return "ahead" if group.tense in AHEAD and not group.compound else None


def of_verb_above(asked: Asked) -> Look | None:
    """Read "veut tirer", "pourrait tirer" (ahead); "voulait tirer", "avait menacé de" (then)."""
    above = next((each.token for each in asked.above if each.how == "verb"), None)
    return None if above is None else _of_finite(asked.view, above)


def of_what_came_of_it(asked: Asked) -> Look | None:
    """Read "n'a pas pu tirer", "n'a pas eu d'entretien": what is told is over."""
    view = asked.view
    for each in asked.above:
        if each.how in {"verb", "object"} and view.words[each.token] in came_of_it():
            before = range(max(view.sentence(each.token)[0], each.token - AUXILIARIES), each.token)
            compound = view.tokens[each.token].morph.get("VerbForm", []) == ["Part"]
            told = compound and any(view.is_finite(view.tokens[i]) for i in before)
            return "past" if told else None
    return None


def of_what_one_hopes(asked: Asked) -> Look | None:
    """Read "souhaite une rencontre", "veut dissuader Moscou d'un envoi", "craint que … ne"."""
    view = asked.view
    for verb in (*_hoping_above(asked), *_hoping_around(asked)):
        look = _of_finite(view, verb)
        if look is not None:
            return look
    return None


def of_condition(asked: Asked) -> Look | None:
    """Read "si Pyongyang tire un missile"; not "si Pyongyang tirait"."""
    group = asked.mention.group or asked.mention.positions.light
    present = group is not None and group.tense == "present" and not group.compound
    return "ahead" if present and next(condition(asked), None) is not None else None


def of_subject(asked: Asked) -> Look | None:
    """Read what a conditional says of it: "un essai ne serait pas une surprise"."""
    view, own = asked.view, asked.view.tokens[asked.token]
    if asked.mention.group is not None or not own.dep_.startswith("nsubj"):
        return None
    said = own.head
    finite = [said, *(c for c in said.children if c.dep_ == "cop")]
    conditional = any(view.tokens[t.i].morph.get("Mood", []) == ["Cnd"] for t in finite)
    return "ahead" if conditional and said.i > own.i else None


STRATEGIES: tuple[Callable[[Asked], Look | None], ...] = (
    of_own_tense, of_what_came_of_it, of_verb_above, of_what_one_hopes, of_condition, of_subject,
)  # fmt: skip
"""How the words around a mention tell where it looks."""


def _hoping_above(asked: Asked) -> Iterator[int]:
    """Yield the governing words that hope, fear, plan or enable."""
    for each in asked.above:
        ready = asked.view.words[each.token] in load_cues().words["possible.ready"]
        if each.how in {"verb", "object"} and (asked.view.words[each.token] in hoping() or ready):
            yield each.token


def _hoping_around(asked: Asked) -> Iterator[int]:
    yield from (s.cue for s in asked.covering if s.modality is not None)


def _of_finite(view: DocView, verb: int) -> Look | None:
    """Read the tense of a verb, or of the one above its infinitive or adjective."""
    before = range(max(view.sentence(verb)[0], verb - AUXILIARIES), verb + 1)
    finite = [view.tokens[i] for i in before if view.is_finite(view.tokens[i])]
    if not finite or view.pos[verb] not in VERBAL:
        return _of_ancestor(view, verb)
    look = _of_tense(finite[-1])
    return look if look == "then" or finite[-1].i == verb else None


def _of_ancestor(view: DocView, i: int) -> Look | None:
    """Read the tense of the nearest finite verb above an infinitive or an adjective."""
    here = view.tokens[i]
    if here.morph.get("VerbForm", []) == ["Part"]:
        return None
    begin, end = view.sentence(i)
    for _ in range(end - begin):
        if here.head.i == here.i:
            return None
        here = here.head
        if view.is_finite(here):
            return _of_tense(here)
        if here.morph.get("VerbForm", []) == ["Part"]:
            return None
    return None


def _of_tense(verb: Token) -> Look | None:
    """Read a finite form: imperfect, or present, future and conditional."""
    tense = verb.morph.get("Tense", [])
    if tense == ["Imp"]:
        return "then"
    ahead = tense in (["Pres"], ["Fut"]) or verb.morph.get("Mood", []) == ["Cnd"]
    return "ahead" if ahead else None
