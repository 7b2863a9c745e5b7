"""Who undoes what he has done: "Le Nord a démantelé les haut-parleurs installés lundi"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import Context
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import forms_of, looks_like_participle, word_lists
from dprk_events.participants.party import told_behind
from dprk_events.syntax import group_start, subject

UNDOING = forms_of(*word_lists(__package__)["undoing"])
PARTIES = frozenset({"state", "person", "force", "org"})
REACH = 5
"""Words before the participle within which the verb stands whose object it describes."""


def undone(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who is the subject of a verb of undoing whose object a bare participle describes."""
    if not event.event_type.neighbours:
        return None
    view = context.view
    for mention in event.mentions:
        first = group_start(view, mention.token)
        if first < mention.token or not looks_like_participle(view.words[mention.token]):
            continue
        begin, _ = view.sentence(mention.token)
        for verb in range(mention.token - 1, max(begin, mention.token - REACH) - 1, -1):
            if view.words[verb] in UNDOING:
                doer = subject(view, verb, group_start(view, verb))
                if doer is not None and not doer.pronoun:
                    return told_behind(context, [doer], PARTIES, "owner")
                return None
    return None
