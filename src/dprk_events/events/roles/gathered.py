"""Who takes part in an event: "un exercice auquel participent …", "… rassemblant des soldats"."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms
from dprk_events.events.roles.position import Positions
from dprk_events.french import word_lists
from dprk_events.syntax import DocView, group_start, subject, verb_object

_LISTS = word_lists(__package__)
REACH = 3
"""Words behind "auquel" within which the verb of taking part stands."""


def gathered(view: DocView, found: Positions, token: int) -> None:
    """Add who takes part, by the words behind the event noun.

    « Un exercice auquel participent des avions sud-coréens », « rassemblant 300 soldats ».
    """
    own = view.phrase(token)
    last = own.last if own is not None else token
    _, end = view.sentence(token)
    verbs = light_forms()["take_part"]
    together = light_forms()["bring_together"]
    for i in range(last + 1, min(end, last + 3) + 1):
        if view.words[i] in together and together[view.words[i]][1] == "present-participle":
            found.add("gathered", verb_object(view, i))
            return
        if view.words[i] not in _LISTS["in_which"]:
            continue
        for verb in range(i + 1, min(end, i + REACH) + 1):
            if view.words[verb] in verbs:
                behind = verb_object(view, verb)  # the parse may take the subject behind for it
                found.add("gathered", behind or subject(view, verb, group_start(view, verb)))
                return
