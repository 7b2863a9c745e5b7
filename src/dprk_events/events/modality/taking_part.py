"""Read a deed in which somebody is still to take part: "participera mardi à Hanoï au sommet"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
ATTENDING = forms_of(*WORDS["verbs_of_taking_part"])
PART = WORDS["part_of_taking_part"]
TO, FOR, MARKS = closed_class("to"), WORDS["for"], WORDS["clause_marks"]
EXPECTED = WORDS["set_for_the_future"]
REACH = 16
"""Words before a deed within which stands the verb of who takes part in it."""


def taken_part_in_later(asked: Asked) -> Iterator[Cue]:
    """Read "participera les 27 et 28 février à Hanoï au deuxième sommet": places and days between.

    Also what somebody is expected somewhere for: "est attendu à Pyongyang, pour son sommet".
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    verb = _verb_before(view, phrase)
    if verb is None or negation_of(view, verb) is not None:
        return
    word, ahead = view.words[verb], view.tokens[verb].morph.get("Tense", []) == ["Fut"]
    due = view.tokens[verb].is_infinitive and _is_due(view, verb)
    attending = word in ATTENDING or view.words[verb : verb + 2][-1] in PART
    attends = phrase.prep in TO and attending and (ahead or due)
    meets = asked.mention.event_type.announced_ahead and phrase.prep in FOR
    if attends or (meets and (ahead or due or word in EXPECTED)):
        yield Cue("planned", word)


def _verb_before(view: DocView, phrase: Phrase) -> int | None:
    """Return the last verb before a phrase in its clause."""
    begin, _ = view.sentence(phrase.start)
    for i in range(phrase.start - 1, max(begin, phrase.start - REACH) - 1, -1):
        if view.words[i] in MARKS:
            return None
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            return i
    return None


def _is_due(view: DocView, infinitive: int) -> bool:
    """Match "doit participer", "va assister"."""
    cues, before = load_cues(), view.words[max(0, infinitive - 2) : infinitive]
    modals, going = cues.verbs["planned.modals"], cues.words["planned.going"]
    return any(word in modals or word in going for word in before)
