"""Read the conditional of a verb that tells how far a deed is: "continuerait de livrer"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.tense import HEARSAY, of_conditional
from dprk_events.french import closed_class, conjugate, forms_of, key, phrase_of, word_lists
from dprk_events.syntax import DocView, verb_group

WORDS = word_lists(__package__)
PHASES, JUST_DONE = WORDS["verbs_of_phases"], WORDS["verbs_of_the_recent_past"]
OF, UNDER_WAY = closed_class("of"), WORDS["under_way"]
ENDED = {form: lemma for lemma in PHASES for form in forms_of(lemma)}
SIMPLE = {
    key(form): lemma
    for lemma in PHASES | JUST_DONE
    for form, tense in conjugate(lemma).items()
    if tense == "conditional"
}
"""Conditionals of these verbs, each with its infinitive."""


def phase(asked: Asked) -> Iterator[Cue]:
    """Read "continuerait de livrer", "viendrait de tirer", "aurait achevé de livrer" as hearsay."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or group.form != "infinitive":
        return
    if (cue := _under_way(view, group.first)) is not None:
        yield cue
    for verb in (governor.token for governor in asked.above if governor.how == "verb"):
        word = view.words[verb]
        if word in ENDED and view.words[verb - 1] in HEARSAY:
            yield Cue("reported", word)
        lemma = SIMPLE.get(word)
        if lemma is None or (lemma in JUST_DONE and view.words[group.first - 1] not in OF):
            continue
        above = verb_group(view, verb, lemma, "conditional")
        saying = asked.covering[-1] if asked.covering else None
        yield Cue(of_conditional(view, above, saying, ahead=False), word)


def _under_way(view: DocView, first: int) -> Cue | None:
    """Match "serait en train de | livrer"."""
    begin, _ = view.sentence(first)
    for told in UNDER_WAY:
        words = told.split()
        at = first - len(words) - 1
        hearsay = at >= begin and view.words[at] in HEARSAY
        if hearsay and phrase_of(view.words[at + 1 : first]) == told:
            return Cue("reported", view.words[at])
    return None
