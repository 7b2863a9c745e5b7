"""Where a deed looks that a noun tells, by what is said of it and by the verb that it is under."""

from __future__ import annotations

from typing import Literal

from dprk_events.events.event import Look
from dprk_events.events.modality.around import purpose
from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.predicate import AROUND_VERB, predicates
from dprk_events.events.timing.look_tense import AHEAD, tells_past
from dprk_events.events.timing.verbs import (
    asking_for,
    reacting,
    telling_of_harm,
    verb_before,
    was_or_was_not,
)
from dprk_events.french import word_lists
from dprk_events.syntax import VERBAL, DocView, verb_group

WORDS = word_lists(__package__)
BEEN, WITHOUT, NO = WORDS["been"], WORDS["without"], WORDS["no"]
FURTHER = WORDS["further"]
SET = tuple(f" {each} " for each in sorted(WORDS["set_or_not"]))
DENIED = 4
"""Words before a participle among which "aucun" or "sans" is its noun's: "ni accord signé"."""
NOUNS_ABOVE = 4
"""Steps in the tree from "capables" to the verb: "des ballons de divers types capables de"."""

Said = Literal["past", "present", "then", "ahead"]
"""When what a verb says holds: it was done or not, it is so today, was so then, will be so."""


def of_what_is_set(asked: Asked) -> Look | None:
    """Read "une rencontre n'est pas prévue", "est à l'ordre du jour"; not "n'était pas prévue"."""
    view = asked.view
    for verb in predicates(asked):
        begin, end = view.sentence(verb)
        near = view.words[max(begin, verb - AROUND_VERB) : min(end, verb + AROUND_VERB) + 1]
        if not any(each in f" {' '.join(near)} " for each in SET):
            continue
        said = _copula(view, verb) or said_when(view, verb)
        return "ahead" if said in {"present", "ahead"} else "then" if said == "then" else None
    return None


def of_what_did_not_come(asked: Asked) -> Look | None:
    """Read "aucun tir n'a été signalé", "n'a fait état d'aucune perte", "sans accord signé".

    So too "a achoppé sur leur incapacité à s'entendre", where the sentence is told as past.
    """
    view = asked.view
    if _is_of_what_failed(asked):
        return "past" if tells_past(view, *view.sentence(asked.token)) else None
    for verb in predicates(asked):
        if view.words[verb] in was_or_was_not() and _is_denied(asked, verb):
            return "past" if said_when(view, verb) == "past" else None
    return "past" if _not_told(asked) or _left_without(asked) else None


def _is_of_what_failed(asked: Asked) -> bool:
    """Match an infinitive under a noun that denies it: "leur incapacité à se mettre d'accord"."""
    view, denying = asked.view, load_cues().nouns["negated"]
    if not view.tokens[asked.token].is_infinitive:
        return False
    return any(each.how == "noun" and view.words[each.token] in denying for each in asked.above)


def _is_denied(asked: Asked, verb: int) -> bool:
    return _no_before(asked) is not None or negation_of(asked.view, verb) is not None


def _no_before(asked: Asked) -> int | None:
    """Find "aucun", "sans" or "ni" right before the deed."""
    view = asked.view
    phrase = view.phrase(asked.token)
    last = asked.token if phrase is None else phrase.head
    begin, _ = view.sentence(asked.token)
    near = range(last - 1, max(begin - 1, last - DENIED - 1), -1)
    return next((i for i in near if view.words[i] in NO), None)


def _not_told(asked: Asked) -> bool:
    """Match "n'a fait état d'aucune perte", "on ne déplore aucune victime": none up to now."""
    view, denied = asked.view, _no_before(asked)
    if asked.mention.group is not None or denied is None or view.words[denied] in WITHOUT:
        return False
    verb = verb_before(view, denied, view.sentence(denied)[0])
    if verb is None or view.words[verb] not in was_or_was_not():
        return False
    said = said_when(view, verb)
    harm = asked.mention.event_type.consequence and view.words[verb] in telling_of_harm()
    return said == "past" or (said == "present" and harm)


def _left_without(asked: Asked) -> bool:
    """Match "a fêté l'anniversaire sans défilé", "se sont quittés sans accord signé"."""
    view, denied = asked.view, _no_before(asked)
    if denied is None:
        return False
    verb = verb_before(view, denied, view.sentence(denied)[0])
    if verb is None or WITHOUT.isdisjoint(view.words[verb : denied + 1]):
        return False
    if view.words[verb] in reacting() or view.words[verb] in asking_for():
        return False
    return said_when(view, verb) == "past"


def of_what_is_asked_for(asked: Asked) -> Look | None:
    """Read "a demandé une réunion", "n'exclut pas un septième essai": nothing tells what came."""
    view, mention = asked.view, asked.mention
    above = next((each for each in asked.above if each.how == "object"), None)
    if above is None or mention.group is not None:
        return None
    word = view.words[above.token]
    left_open = word in load_cues().verbs["doubled.possible"]
    if left_open:
        if negation_of(view, above.token) is None or not _is_another(asked):
            return None
    elif word not in asking_for():
        return None
    said = said_when(view, above.token)
    if said == "past":
        return "open" if _has_present_auxiliary(view, above.token) else None
    return "ahead" if left_open and said == "present" else None


def _is_another(asked: Asked) -> bool:
    """Match what has not been told yet: "un septième essai", "de nouvelles sanctions"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if asked.mention.event_type.announced_ahead:
        return True
    return phrase is not None and any(
        word in FURTHER for word in view.words[phrase.start : phrase.last + 2]
    )


def of_wish_told(asked: Asked) -> Look | None:
    """Read "a demandé que les sanctions soient levées", "n'a pas exclu qu'elle soit reçue"."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or group.compound != group.passive or group.tense != "subjunctive":
        return None
    wished = asking_for() | load_cues().verbs["doubled.possible"].keys()
    cues = (scope.cue for scope in asked.covering if scope.modality is not None)
    told = any(view.words[i] in wished and _has_present_auxiliary(view, i) for i in cues)
    return "open" if told else None


def of_what_is_ready(asked: Asked) -> Look | None:
    """Read "des ballons capables d'en disperser ont été préparés": for now it is not done."""
    view = asked.view
    above = next((each.token for each in asked.above if each.how == "verb"), None)
    if above is None or view.words[above] not in load_cues().words["possible.ready"]:
        return None
    token, steps = view.tokens[above], NOUNS_ABOVE
    while token.pos_ not in VERBAL and token.head.i != token.i and steps:
        token, steps = token.head, steps - 1
    return _of_main(view, token.i) if token.pos_ in VERBAL else None


def of_what_is_to_follow(asked: Asked) -> Look | None:
    """Read "demande de l'aide pour que Séoul livre des obus"; not "avait demandé"."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or next(purpose(asked), None) is None:
        return None
    return _of_main(view, view.tokens[group.verb].head.i)


def _of_main(view: DocView, verb: int) -> Look | None:
    """Return where it looks with the verb on which it depends: today, or lately."""
    said = said_when(view, verb)
    if said == "past":
        return "open" if _has_present_auxiliary(view, verb) else "then"
    return "ahead" if said == "present" else said


def of_future_above(asked: Asked) -> Look | None:
    """Read "s'il prendra part à un exercice"; not "répondra aux exercices"."""
    view, own = asked.view, asked.view.tokens[asked.token]
    if asked.mention.group is not None or own.dep_ not in {"obj", "obl:arg", "nsubj", "nsubj:pass"}:
        return None
    verb = own.head
    if verb.pos_ not in VERBAL or view.words[verb.i] in reacting():
        return None
    future = verb.morph.get("Tense", []) == ["Fut"] and view.is_finite(verb)
    return "ahead" if future and not tells_past(view, verb.i, asked.token) else None


def said_when(view: DocView, verb: int) -> Said | None:
    """Return when what a verb says holds, by its auxiliaries and its tense."""
    token = view.tokens[verb]
    if view.is_finite(token):
        return _of_finite(view, verb)
    if not token.is_participle:
        return None
    group = verb_group(view, verb, token.lemma_, "past-participle")
    if not group.compound:
        return None
    if group.tense in AHEAD:
        return "ahead"
    if not group.passive or not BEEN.isdisjoint(view.words[group.first : verb]):
        return "past"
    return "then" if group.tense == "imperfect" else "present"


def _of_finite(view: DocView, verb: int) -> Said | None:
    morph = view.tokens[verb].morph
    tense = morph.get("Tense", [])
    if morph.get("Mood", []) == ["Cnd"] or tense == ["Fut"]:
        return "ahead"
    if tense == ["Imp"]:
        return "then"
    if tense == ["Past"]:
        return "past"
    return "present" if tense == ["Pres"] else None


def _copula(view: DocView, said: int) -> Said | None:
    """Read "est" in "n'est pas d'actualité"."""
    return next(
        (_of_finite(view, c.i) for c in view.tokens[said].children if c.dep_ == "cop"), None
    )


def _has_present_auxiliary(view: DocView, verb: int) -> bool:
    group = verb_group(view, verb, view.tokens[verb].lemma_, "past-participle")
    return group.in_perfect
