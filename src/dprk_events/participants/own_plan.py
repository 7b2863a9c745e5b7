"""Who is to do what a plan of theirs includes: "L'armée a dit qu'elle agirait. Cela incluait …"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import Context, resolve
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, word_lists
from dprk_events.participants.party import as_told

_LISTS = word_lists(__package__)
THAT = closed_class("que")
TAKEN_UP = "taken_up"
"""Why a mention is planned that only says what a plan told before includes."""


def own_plan(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who announced the plan, where it is their own: "a affirmé qu'elle agirait"."""
    for mention in event.mentions:
        said = mention.attribution
        if said is None or mention.why != TAKEN_UP or not _for_themselves(context, mention):
            continue
        naming = context.naming(said.start, said.end, said.entity)
        found = [each for each in resolve(context, naming).referents if each.countries]
        if found:
            return [as_told(each, naming, "own plan") for each in found]
    return None


def _for_themselves(context: Context, mention: Mention) -> bool:
    """Return whether who said so before spoke of themselves: "qu'elle", "qu'il"."""
    view = context.view
    here = view.sentence_at[mention.token]
    begin, end = view.sentences[here - 1] if here else (0, 0)
    pronouns = _LISTS["third_persons"]
    return any(view.words[i] in THAT and view.words[i + 1] in pronouns for i in range(begin, end))
