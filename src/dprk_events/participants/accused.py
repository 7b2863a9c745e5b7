"""Who is said to have done it: "a imputé à Pyongyang le vol", "accuse Pyongyang de piratage"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dprk_events.coreference import Context, resolve
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import conjugate, key, word_lists
from dprk_events.participants.party import as_told
from dprk_events.syntax import Phrase

_LISTS = word_lists(__package__)
REACH = 16
"""Words before the deed within which the verb stands, and behind it whom it blames."""


@cache
def _prepositions() -> dict[str, str | None]:
    """Return the forms of the verbs, each with what stands before whom they blame."""
    verbs = ((_LISTS["blaming"], "à"), (_LISTS["accusing"], None))
    return {
        key(form): prep for lemmas, prep in verbs for lemma in lemmas for form in conjugate(lemma)
    }


def accused(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who is blamed for the deed. « Le FBI a imputé à Pyongyang le vol de … »."""
    for mention in event.mentions:
        for phrase in _blamed(context, mention):
            naming = context.of_phrase(phrase)._replace(entity=phrase.entity)
            found = [r for r in resolve(context, naming).referents if r.countries]
            if found:
                return [as_told(each, naming, "accused") for each in found]
    return None


def _blamed(context: Context, mention: Mention) -> Iterator[Phrase]:
    view = context.view
    begin, end = view.sentence(mention.token)
    for i in range(mention.token - 1, max(begin, mention.token - REACH) - 1, -1):
        if view.words[i] in _prepositions() and view.entity_at[i] is None:
            prep = _prepositions()[view.words[i]]
            last = min(end, mention.token + REACH) if prep else mention.token - 1
            for phrase in view.each_phrase(i + 1, last):
                if phrase.prep == prep and not phrase.first <= mention.token <= phrase.last:
                    yield phrase
            return
