"""The state at whose seat a sentence plays: "À Pyongyang, l'armée a tiré un missile"."""

from __future__ import annotations

from dprk_events.coreference.context import SEAT, STATES, WORDS, Context, within

SCENES = STATES | {SEAT}
"""Kinds of places and bodies whose state is at home there."""
OPENING, REACH = 3, 3
"""Words of a sentence within which its scene is named, and behind that its comma."""


def scene_of(context: Context, token: int) -> str | None:
    """Return the state of the capital or seat that opens a token's sentence, with its comma.

    None where another state is named between: "À Pékin, Séoul a …, l'armée".
    """
    view = context.view
    begin, end = view.sentence(token)
    if view.words[begin] not in WORDS["where"]:
        return None
    numbers = (view.entity_at[i] for i in range(begin + 1, min(end, begin + OPENING)))
    number = next((n for n in numbers if n is not None), None)
    place = None if number is None else view.entities[number]
    if place is None or place.kind not in SCENES or place.country is None or place.last >= token:
        return None
    if "," not in view.words[place.last + 1 : min(end, place.last + REACH)]:
        return None
    between = {country for _, country in within(context.states_named, place.last + 1, token - 1)}
    return None if between - {place.country} else place.country
