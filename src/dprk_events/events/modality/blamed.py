"""Read who would be behind a deed: "Lazarus serait derrière le vol", "à l'origine du piratage"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.french import phrase_of, word_lists

WORDS = word_lists(__package__)
HEARSAY = WORDS["hearsay_auxiliaries"]
BEHIND = tuple(sorted(f" {words}" for words in WORDS["behind_a_deed"]))
REACH = 5
"""Words from the conditional to the deed's article."""


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
