"""Find infinitives that carry a deed as their object: "sans obtenir la levée", "quitte à subir"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.syntax.clause import group_start


def carrying_infinitives(asked: Asked) -> Iterator[int]:
    """Yield the first token of each infinitive whose object the deed is, and which carries it.

    Any verb carries what is not known yet ("quitte à s'attirer de nouvelles sanctions"), few what
    is: "faute d'obtenir la levée", not "au risque de compromettre la visite".
    """
    view, carrying = asked.view, load_cues().verbs["carrying"]
    for governor in asked.above:
        if governor.how == "object":
            word = view.words[governor.token]
            first = group_start(view, governor.token)
            infinitive = any(view.tokens[i].is_infinitive for i in range(first, governor.token + 1))
            if infinitive and (word in carrying or not is_definite(view, asked.token)):
                yield first
        elif governor.how == "noun":
            return
