"""Read that a deed is still to be made, in its relative clause: "les exercices que Séoul doit"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.due import WHAT_IT_WILL_DO
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.predicate import is_conditional
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import NOUNS, DocView

WORDS = word_lists(__package__)
THAT, WHICH = closed_class("que"), WORDS["relative_subject"]
CLAUSE_MARKS = WORDS["clause_marks"]
TO, OTHERS = closed_class("to"), WORDS["that_of"]
LASTING = WORDS["lasting"]
GOING_ON = forms_of(*LASTING)
REFLEXIVE = closed_class("reflexive")
GRANTING = forms_of(*WORDS["verbs_of_granting_deeds"])
PREPARING = forms_of(*WORDS["verbs_of_preparing"])
CARRIER_REACH, COMPLEMENT_REACH, INFINITIVE_REACH = 14, 14, 4
"""Words behind the relative pronoun within which its verb stands, behind a noun within which its
clause opens, and behind "pourrait" within which the infinitive stands."""


def carried_later(asked: Asked) -> Iterator[Cue]:
    """Read a noun that is still to be carried out: "les exercices que Séoul doit mener".

    Or that still has to do something itself: "la parade qui doit marquer l'anniversaire".
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or view.pos[asked.token] not in NOUNS or asked.mention.group is not None:
        return
    opened = _relative_behind(view, phrase.last)
    means = phrase.prep in TO and any(g.how == "object" for g in asked.above)
    if opened is None or (means and opened > phrase.last + 1):
        return  # "a convenu au téléphone avec Séoul que Pyongyang devait"
    if opened > phrase.last + 1 and asked.mention.positions.light is not None:
        return  # "a opposé son veto à un texte qui devait": its verb says how it stands
    cues, (_, end) = load_cues(), view.sentence(opened)
    for i in range(opened + 1, min(end, opened + CARRIER_REACH) + 1):
        if view.is_finite(view.tokens[i]) and view.entity_at[i] is None:
            word, ahead = view.words[i], view.tokens[i].morph.get("Tense", []) == ["Fut"]
            listed = word in cues.verbs["planned.modals"] or word in cues.words["planned.going"]
            made_ready = view.words[opened] in THAT or view.words[i - 1] in REFLEXIVE
            now = _now(view, i) or is_conditional(view, i)  # "qui se prépare", "se préparerait"
            prepares = made_ready and now and word in PREPARING
            if view.words[opened] in THAT and _may_be_made(view, i, end):
                yield Cue("possible", word)  # "l'essai que pourrait mener Pyongyang"
                return
            if prepares and negation_of(view, i) is None:
                yield Cue("planned", word)  # "les exercices que Séoul s'apprête à mener"
                return
            done_itself = view.words[opened] not in THAT
            made = cues.verbs["taking_place" if done_itself else "carrying"]
            granted = not done_itself and word in GRANTING
            goes_on = done_itself and word in WHAT_IT_WILL_DO and word not in GOING_ON
            carries = not ahead or word in made or granted or goes_on
            if _was_to_last(view, i, end):
                return  # "la visite, qui devait durer trois jours, en a duré quatre"
            if (listed or ahead) and carries and negation_of(view, i) is None:
                yield Cue("planned", word)
            return


def _was_to_last(view: DocView, verb: int, end: int) -> bool:
    imperfect = view.tokens[verb].morph.get("Tense", []) == ["Imp"]
    behind = view.words[verb + 1 : min(end, verb + INFINITIVE_REACH) + 1]
    return imperfect and not LASTING.isdisjoint(behind)


def _may_be_made(view: DocView, verb: int, end: int) -> bool:
    """Match a form of "pouvoir" with an infinitive of doing behind it, or behind its subject."""
    verbs = load_cues().verbs
    if view.words[verb] not in verbs["possible.modals"] or negation_of(view, verb) is not None:
        return False
    behind = range(verb + 1, min(end, verb + INFINITIVE_REACH) + 1)
    made = (i for i in behind if view.tokens[i].is_infinitive)
    at = next(made, None)
    return at is not None and (
        view.words[at] in verbs["carrying"] or view.words[at] in verbs["trying"]
    )


def _now(view: DocView, verb: int) -> bool:
    return view.tokens[verb].morph.get("Tense", []) == ["Pres"]


def _relative_behind(view: DocView, last: int) -> int | None:
    """Return the "que" or "qui" behind a noun and its complements; None for "où" and others."""
    _, end = view.sentence(last)
    for i in range(last + 1, min(end, last + COMPLEMENT_REACH) + 1):
        if view.words[i] in THAT or view.words[i] in WHICH:
            return i
        if view.words[i] == "," and i < end and view.words[i + 1] in WHICH:
            return i + 1  # "la venue de Kim, qui aura lieu lundi"
        finite = view.is_finite(view.tokens[i]) and view.entity_at[i] is None
        if view.words[i] in CLAUSE_MARKS | OTHERS or finite or view.words[i] == ",":
            return None
    return None
