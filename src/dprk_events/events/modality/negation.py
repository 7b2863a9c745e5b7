"""Find what is negated: "n'a pas tiré", "aucun missile", "sans essai", "sans que Séoul tire"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import determiners, is_definite
from dprk_events.events.modality.infinitives import carrying_infinitives
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.measured import measures_only
from dprk_events.events.modality.negated import (
    NONE,
    WITHOUT,
    instead_of,
    negation_of,
    only_later,
    only_looks_so,
    without_that,
)
from dprk_events.events.modality.tense import is_only_thought_away
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
NOT, LEAST = WORDS["not"], WORDS["not_the_least"]
NEITHER, OF = WORDS["neither"], closed_class("of")
ONE, ETRE = WORDS["one_article"], forms_of("être")
CONDITIONAL = tuple(sorted(WORDS["endings_of_conditionals"]))
REACTING = forms_of(*WORDS["reacting"])
NONE_CUE = "aucun"
"""The form in which the cue of a negated subject or object is reported."""
BEFORE_TRIGGER, NOT_BEFORE_TRIGGER = 2, 3
"""Greatest distances of "aucun" and of "pas de" from the trigger's phrase, in words."""


def negated_verb(asked: Asked) -> Iterator[Cue]:
    """Read "n'a pas tiré", "n'a mené aucun essai", "jamais nous n'avons tiré"."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or view.words[group.verb] in load_cues().verbs["negated"]:
        return  # "la visite n'a pas été annulée"
    if is_only_thought_away(view, group.verb) or measures_only(view, group):
        return
    if (at := negation_of(view, group.verb)) is None:
        return
    demand = asked_not_to(asked)
    if (later := only_later(view, group.verb)) is not None:
        yield later
    elif demand is not None:
        yield Cue("possible", view.words[demand], holder=demand)
    else:
        yield Cue("negated", view.words[at], decisive=True)


def asked_not_to(asked: Asked) -> int | None:
    """Return the verb of "exhorte Pyongyang à ne pas tirer": it has not said that it does not."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or not view.tokens[group.verb].is_infinitive:
        return None
    demands = load_cues().verbs["demand"]
    above = (g.token for g in asked.above if g.how == "verb")
    return next((i for i in above if view.words[i] in demands), None)


def negated_trigger(asked: Asked) -> Iterator[Cue]:
    """Read what stands just before the trigger: "sans essai", "aucun tir", "pas de tir"."""
    view, mention = asked.view, asked.mention
    begin, _ = view.sentence(asked.token)
    if mention.group is not None:
        start = mention.group.first
    else:
        phrase = view.phrase(asked.token)
        start = phrase.first if phrase is not None else asked.token
        before = view.words[max(begin, start - NOT_BEFORE_TRIGGER) : start]
        if any(a in NOT and b in LEAST for a, b in pairwise(before)) and not _of_doubled(
            asked, start
        ):
            yield Cue("negated", min(NOT), decisive=True)
    denying = load_cues().words["negated.before"] - (NEITHER if _granted_before(asked) else set())
    for word in view.words[max(begin, start - BEFORE_TRIGGER) : start]:
        if word in WITHOUT and _is_supposed_away(asked):
            continue
        if word in denying and not only_looks_so(view, start):
            yield Cue("negated", word, decisive=True)


def _is_supposed_away(asked: Asked) -> bool:
    """Match "Sans le veto russe, l'ONU aurait agi": what is only thought away has happened."""
    view, (_, end) = asked.view, asked.view.sentence(asked.token)
    verbs = (i for i in range(asked.token + 1, end) if view.is_finite(view.tokens[i]))
    main = next(verbs, None)
    would = main is not None and view.words[main].endswith(CONDITIONAL)
    return would and is_definite(view, asked.token)


def _of_doubled(asked: Asked, start: int) -> bool:
    """Match "n'écarte pas de nouvelles sanctions": the negation leaves them open, or done."""
    view, verbs = asked.view, load_cues().verbs
    near = view.words[max(0, start - NOT_BEFORE_TRIGGER - 1) : start]
    return any(
        word in verbs["doubled.possible"] or word in verbs["doubled.asserted"] for word in near
    )


def _granted_before(asked: Asked) -> bool:
    """Match "n'a oublié ni la guerre ni la trêve": the verb takes for granted what it is about."""
    view, presupposing = asked.view, load_cues().verbs["presupposing"]
    begin, _ = view.sentence(asked.token)
    open_ = load_cues().verbs["doubled.possible"]  # "n'a exclu ni un tir ni un essai"
    verbs = (i for i in range(asked.token - 1, begin - 1, -1) if view.pos[i] == "VERB")
    verb = next(verbs, None)
    taken = presupposing.keys() | open_.keys() | REACTING
    return verb is not None and view.words[verb] in taken


def of_another_kind(asked: Asked) -> Iterator[Cue]:
    """Read "Le séisme n'était pas un essai nucléaire": what it was not.

    Not "n'est pas une visite ordinaire", which only says what it is like.
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None or phrase.start < 3:
        return
    verb, no, article = view.words[phrase.first - 3 : phrase.first]
    own = asked.mention.candidate.trigger.rule.spec.modifiers
    bare = all(word in own for word in view.words[asked.token + 1 : phrase.last + 1])
    if bare and article in ONE and no in NOT and verb in ETRE:
        yield Cue("negated", no, decisive=True)


def negated_participant(asked: Asked) -> Iterator[Cue]:
    """Read a negated object or subject: "n'a tiré aucun missile"."""
    if asked.mention.group is None or measures_only(asked.view, asked.mention.group):
        return
    for position in ("object", "subject"):
        for phrase in asked.mention.positions.phrases.get(position, [])[:1]:
            if not NONE.isdisjoint(determiners(asked.view, phrase)):
                yield Cue("negated", NONE_CUE, decisive=True)
            elif _is_missing(asked, phrase):
                yield Cue("negated", min(NOT), decisive=True)


def _is_missing(asked: Asked, phrase: Phrase) -> bool:
    """Match "il n'y a pas de soldats nord-coréens déployés en Russie"."""
    view, group = asked.view, asked.mention.group
    if group is None or group.compound or group.form != "past-participle":
        return False
    before = view.words[max(0, phrase.first - 2) : phrase.first]
    return len(before) == 2 and before[0] in NOT and before[1] in OF


def without(asked: Asked) -> Iterator[Cue]:
    """Read "sans que Pyongyang ait tiré", "sans avoir tiré un seul missile", "au lieu de tirer"."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None:
        at = next((_put_away(view, first) for first in carrying_infinitives(asked)), None)
    else:
        at = without_that(view, group) or instead_of(view, group.first)
    if at is not None:
        yield Cue("negated", view.words[at], decisive=True)


def _put_away(view: DocView, first: int) -> int | None:
    """Find the "sans" of "sans obtenir la levée", or what stands in its place: "au lieu de"."""
    bare = view.words[first - 1] in WITHOUT and not only_looks_so(view, first)
    return first - 1 if bare else instead_of(view, first)
