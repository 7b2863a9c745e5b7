"""The side of a pact or drill that is at home where the sentence plays: "À Séoul, l'armée …"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import Context, scene_of
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import forms_of, word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import as_granted

_LISTS = word_lists(__package__)
_REPROVING = forms_of(*_LISTS["reproving"])
MEETINGS, WITH = ("persons",), "avec"
"""What tells apart events of people who meet, which they do in third states too."""


def at_the_scene(
    context: Context, event: Event, found: Sequence[Participant]
) -> list[Participant] | None:
    """Take whose capital or seat opens the sentence of a deed "avec" another.

    « À Séoul, l'état-major a annoncé des manœuvres avec les États-Unis. » Not where the sentence
    reproves it: « À Pékin, on condamne les manœuvres de Séoul avec les États-Unis. »
    """
    kind = event.event_type
    if kind.told_apart_by == MEETINGS:
        return None
    mine = countries_of(found)
    for mention in event.mentions:
        home = scene_of(context, mention.token)
        usual = set(kind.shared_by) if mine <= set(kind.shared_by) else set()
        if home is None or home in mine or (usual and home not in usual):
            continue
        begin, _ = context.view.sentence(mention.token)
        reproved = not _REPROVING.isdisjoint(context.view.words[begin : mention.token])
        if _is_with_another(context, mention) and not reproved:
            named = (context.view.entity_at[i] for i in range(begin + 1, mention.token))
            number = next((n for n in named if n is not None), None)
            if number is not None:  # the scene is the first that the sentence names
                return [as_granted(context.state(home), context, number, "scene")]
    return None


def _is_with_another(context: Context, mention: Mention) -> bool:
    namings = (context.naming(f.start, f.end, f.entity) for f in mention.fillers)
    phrases = (context.view.phrase(naming.last) for naming in namings)
    return any(phrase is not None and phrase.prep == WITH for phrase in phrases)
