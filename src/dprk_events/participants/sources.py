"""On whose word an event stands: the attributions of its mentions, resolved as participants are."""

from __future__ import annotations

from dprk_events.coreference import Context, resolve
from dprk_events.events import Event, Mention
from dprk_events.events.row import Source
from dprk_events.names import MODALITIES, Modality
from dprk_events.participants.party import described_as, gather


def find_sources(context: Context, event: Event) -> list[Source]:
    """Return everyone on whose word the event stands or who denies it, in text order, each once.

    Whoever a source cites is one too: "rapporte l'agence Yonhap, citant un responsable".

    Of several modalities that a source gives it, the most committed holds, as for the event.
    """
    said: dict[tuple[int, int], Modality] = {}
    namings = []
    for mention in sorted(event.mentions, key=_place):
        for who in (mention.attribution, *mention.behind):
            if who is None:
                continue
            span = (who.start, who.end)
            if span not in said:
                namings.append(context.naming(*span, who.entity))
            said[span] = _most_committed(mention.modality, said.get(span, mention.modality))
    return [
        Source(
            modality=_most_committed(*(said[naming.start, naming.end] for naming in each.namings)),
            **described_as(each),
        )
        for each in gather((naming, resolve(context, naming)) for naming in namings)
    ]


def _place(mention: Mention) -> tuple[int, int]:
    return mention.start, mention.end


def _most_committed(*modalities: Modality) -> Modality:
    return min(modalities, key=MODALITIES.index)
