"""Read who would be behind a deed: "Lazarus serait derrière le vol", "à l'origine du piratage"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.speaker import speaker
from dprk_events.french import forms_of, phrase_of, word_lists

WORDS = word_lists(__package__)
HEARSAY = WORDS["hearsay_auxiliaries"]
BEHIND = tuple(sorted(f" {words}" for words in WORDS["behind_a_deed"]))
AS, NAMING = WORDS["as_whom"], forms_of(*WORDS["verbs_of_naming"])
NAMING_REACH = 12
"""Words before "comme l'auteur" within which the verb stands that names somebody so."""
REACH = 5
"""Words from the conditional to the deed's article."""


def named_as_author(asked: Asked) -> Iterator[Cue]:
    """Read "a désigné Lazarus comme l'auteur du vol", "tient Pyongyang pour responsable du vol"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, _ = view.sentence(asked.token)
    for i in range(phrase.first - 1, max(begin, phrase.first - REACH), -1):
        if view.words[i] in AS:
            text = f" {phrase_of(view.words[i + 1 : phrase.first])}"
            verbs = range(i - 1, max(begin - 1, i - NAMING_REACH), -1)
            verb = next((j for j in verbs if view.words[j] in NAMING), None)
            if text.startswith(BEHIND) and verb is not None and negation_of(view, verb) is None:
                yield Cue("reported", view.words[verb], source=speaker(view, verb, begin))
            return


def held_behind(asked: Asked) -> Iterator[Cue]:
    """Read a conditional of hearsay that says who did it."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, _ = view.sentence(asked.token)
    for i in range(phrase.first - 1, max(begin, phrase.first - 2 * REACH), -1):
        if view.words[i] in HEARSAY:
            if phrase_of(view.words[i : phrase.first]).startswith(BEHIND, len(view.words[i])):
                yield Cue("reported", view.words[i])
            return
        if view.is_finite(view.tokens[i]) and view.entity_at[i] is None:
            return
