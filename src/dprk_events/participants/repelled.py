"""Who is driven back by warning shots: "Des soldats du Nord repoussés par des tirs de semonce"."""

from __future__ import annotations

from dprk_events.coreference import Context, resolve
from dprk_events.events import Event
from dprk_events.events.row import Participant
from dprk_events.french import looks_like_participle, word_lists
from dprk_events.participants.party import as_told
from dprk_events.syntax import Phrase, group_start, subject

UNDER = word_lists(__package__)["under_fire"]
REACH = 3
"""Words before "par" within which the participle stands."""


def repelled(context: Context, event: Event) -> list[Participant]:
    """Return those of whom a participle before "par" or "sous" and the shots tells."""
    view = context.view
    for mention in event.mentions:
        own = view.phrase(mention.token)
        if own is None or own.prep not in UNDER:
            continue
        begin, _ = view.sentence(mention.token)
        for i in range(own.start - 1, max(begin, own.start - REACH - 1), -1):
            if looks_like_participle(view.words[i]) and view.is_verbal(i):
                return _told(context, subject(view, i, group_start(view, i)) or view.phrase(i - 1))
    return []


def _told(context: Context, who: Phrase | None) -> list[Participant]:
    if who is None or who.pronoun:
        return []
    naming = context.of_phrase(who)._replace(entity=who.entity)
    found = (each for each in resolve(context, naming).referents if each.countries)
    return [as_told(each, naming, "warded off", "recipient") for each in found]
