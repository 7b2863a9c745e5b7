"""Read what is foretold: "ce sera le troisième sommet", "doit en parler lors d'une réunion"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.granted import determiners, is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.predicate import is_conditional, predicates
from dprk_events.events.modality.tense import is_counterfactual
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
TO_COME, ANY, UNDERGONE = WORDS["to_come"], WORDS["any"], WORDS["undergone"]
BEFORE, OF = WORDS["before"], closed_class("of")
FUTURE = tuple(sorted(WORDS["endings_of_futures"]))
SETTING, AROUND_VERB = forms_of(*WORDS["setting_a_day"]), 4


def foretold(asked: Asked) -> Iterator[Cue]:
    """Read a noun that a future says of something: "ce sera le troisième sommet".

    Under a condition it may be: "Si Pyongyang passait à l'acte, ce serait un premier essai".
    """
    view, token = asked.view, asked.view.tokens[asked.token]
    if asked.mention.group is not None or asked.mention.positions.light is not None:
        return
    for child in token.children:
        if child.i >= token.i or child.dep_ != "cop":
            continue
        if view.words[child.i] in TO_COME:
            yield Cue("planned", view.words[child.i])
        elif is_conditional(view, child.i) and is_counterfactual(view, child.i):
            yield Cue("possible", view.words[child.i])


def within_plan(asked: Asked) -> Iterator[Cue]:
    """Read "doit se pencher sur le dossier lors d'une réunion": planned with what it is part of."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    occasions = WORDS["prepositions_of_occasions"]
    if phrase is None or phrase.prep not in occasions or is_definite(view, asked.token):
        return
    if not ANY.isdisjoint(determiners(view, phrase)):
        return  # "paiera pour toute livraison": whichever there may be
    verb = view.tokens[phrase.head].head
    if verb.pos_ not in VERBAL:
        verb = verb.head  # of "lors"
    if verb.i > phrase.head or verb.pos_ not in VERBAL:
        return
    modals = load_cues().verbs["planned.modals"], load_cues().words["planned.going"]
    group = [verb.i, verb.head.i] if verb.head.pos_ in VERBAL else [verb.i]
    for i in group:
        word = view.words[i]
        if view.tokens[i].morph.get("Tense", []) == ["Fut"] or any(word in m for m in modals):
            yield Cue("planned", word)
            return


def day_set(asked: Asked) -> Iterator[Cue]:
    """Read "La rencontre a été fixée au 20 juin"."""
    view = asked.view
    for verb in predicates(asked):
        before = view.words[max(view.sentence(verb)[0], verb - AROUND_VERB) : verb]
        passive = view.words[verb] in SETTING and not UNDERGONE.isdisjoint(before)
        if passive and negation_of(view, verb) is None:
            yield Cue("planned", view.words[verb])


def before_going_on(asked: Asked) -> Iterator[Cue]:
    """Read "recevra Kim avant de se rendre à Séoul": it is as far ahead as what comes before."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or group.form != "infinitive" or group.compound:
        return
    begin, end = view.sentence(group.verb)
    at = group.first - 1
    if at <= begin or view.words[at] not in OF or view.words[at - 1] not in BEFORE:
        return
    opens = at - 1 == begin
    verbs = range(group.verb + 1, end + 1) if opens else range(at - 2, begin - 1, -1)
    main = next((i for i in verbs if _is_finite(view, i)), None)
    if main is None or negation_of(view, main) is not None:
        return
    word, cues = view.words[main], load_cues()
    due = word in cues.verbs["planned.modals"] or word in cues.words["planned.going"]
    if due or word.endswith(FUTURE):  # whatever its tag
        yield Cue("planned", word)


def _is_finite(view: DocView, i: int) -> bool:
    return view.is_finite(view.tokens[i]) and view.entity_at[i] is None
