"""Read a plan in a relative clause that the main clause calls off."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.predicate import THAT, WHICH, verb_behind_relative
from dprk_events.syntax import NOUNS

REACH = 8
"""Greatest distance in words from the relative pronoun to the infinitive."""


def dropped(asked: Asked) -> Iterator[Cue]:
    """Read "signer" in "L'accord que Kim devait signer a été annulé", "n'a pas été signé".

    Only what was still to be done is called off: "l'accord qu'il a signé a été suspendu" is signed.
    """
    view, group = asked.view, asked.mention.group
    if group is None or not view.tokens[group.verb].is_infinitive:
        return
    begin, end = view.sentence(group.verb)
    cues, modal = load_cues(), group.first - 1
    if modal <= begin or view.words[modal] not in cues.verbs["planned.modals"]:
        return
    openers = (i for i in range(modal - 1, max(begin, modal - REACH), -1))
    opener = next((i for i in openers if view.words[i] in THAT | WHICH), None)
    if opener is None or not {view.pos[opener - 1], view.pos[opener - 2]} & NOUNS:
        return
    said = verb_behind_relative(view, opener, end)
    if said is None or said <= group.verb:
        return
    undone = view.words[said] in cues.verbs["negated"] | cues.verbs["called_off"]
    made = view.words[said] in cues.verbs["taking_place"] | cues.verbs["carrying"]
    same = view.tokens[said].lemma_ == view.tokens[group.verb].lemma_
    at = negation_of(view, said)
    if undone and at is None:
        yield Cue("negated", view.words[said])
    elif (made or same) and at is not None:
        yield Cue("negated", view.words[at])
