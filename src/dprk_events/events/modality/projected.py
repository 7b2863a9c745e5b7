"""Read what a project would do: "un projet de résolution qui gèlerait les avoirs de Pyongyang"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.predicate import is_conditional
from dprk_events.french import word_lists
from dprk_events.syntax import NOUNS

PROJECTS = word_lists(__package__)["projects"]
BACK = 9
"""Words before a relative clause within which the project is named."""


def projected(asked: Asked) -> Iterator[Cue]:
    """Read a conditional in the relative clause of a project, or of a second verb joined to it."""
    view, group = asked.view, asked.mention.group
    if group is None or not is_conditional(view, group.first):
        return
    own = view.tokens[group.verb]
    if own.dep_ == "conj" and own.head.i < group.first:
        own = own.head
    if own.dep_ != "acl:relcl":
        return
    begin, _ = view.sentence(group.verb)
    listed = PROJECTS | load_cues().nouns["possible"].keys() | load_cues().nouns["planned"].keys()
    for i in range(own.i, max(begin, own.head.i - BACK) - 1, -1):
        if view.words[i] in listed and view.pos[i] in NOUNS:
            yield Cue("possible", view.words[i])
            return
