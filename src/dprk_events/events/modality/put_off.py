"""Tell what is put off to a day, and so planned, from what is put off and not done."""

from __future__ import annotations

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

TO = closed_class("to") | word_lists(__package__)["until"]
AFTER, OCCASIONS = word_lists(__package__)["after"], word_lists(__package__)["occasions_to_come"]
REACH = 6
"""Greatest distance in words from the verb to the new day."""


def is_put_off_to_a_day(view: DocView, verb: int) -> bool:
    """Return whether a verb of putting off says until when: "reporté à mars"."""
    if view.words[verb] not in load_cues().verbs["putting_off"]:
        return False
    _, end = view.sentence(verb)
    behind = view.words[verb + 1 : min(end, verb + REACH) + 1]
    if not AFTER.isdisjoint(behind[:1]) and not OCCASIONS.isdisjoint(behind[:3]):
        return True  # "repousser après les Jeux les manœuvres"
    return any(
        view.words[i] in TO and (view.date_at[i] is not None or view.date_at[i + 1] is not None)
        for i in range(verb + 1, min(end, verb + REACH))
    )
