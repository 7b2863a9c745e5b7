"""Who takes part in an event: "un exercice auquel participent …", "… rassemblant des soldats"."""

from __future__ import annotations

from dprk_events.events.roles.light import light_forms
from dprk_events.events.roles.position import Positions
from dprk_events.french import conjugate, key, word_lists
from dprk_events.syntax import DocView, Phrase, group_start, subject, verb_object

_LISTS = word_lists(__package__)
RELATIVE = _LISTS["relative_subject"]
EXPRESSIONS = [
    [key(form), *rest]
    for lemma, *rest in (words.split() for words in sorted(_LISTS["taking_part"]))
    for form in conjugate(lemma)
]
"""Forms of "prendre part", word by word."""
REACH = 3
"""Words behind "auquel" within which the verb of taking part stands."""


def gathered(view: DocView, found: Positions, token: int) -> None:
    """Add who takes part, by the words behind the event noun.

    « Un exercice auquel participent des avions sud-coréens », « rassemblant 300 soldats », « qui
    mobilise deux destroyers japonais ».
    """
    own = view.phrase(token)
    last = own.last if own is not None else token
    _, end = view.sentence(token)
    for i in range(last + 1, min(end, last + 3) + 1):
        word = view.words[i]
        if _brings_together(view, i, end) is not None:
            found.add("gathered", verb_object(view, i))
            return
        if word in RELATIVE:
            verbs = (
                _brings_together(view, at, end) for at in range(i + 1, min(end, i + REACH) + 1)
            )
            verb = next((at for at in verbs if at is not None), None)
            if verb is not None:
                found.add("gathered", verb_object(view, verb))
            return
        if word in _LISTS["in_which"]:
            found.add("gathered", _taking_part(view, i, end))
            return


def _brings_together(view: DocView, at: int, end: int) -> int | None:
    """Return the token of a verb whose object takes part: "rassemblant", "qui mobilise"."""
    told = light_forms()["bring_together"].get(view.words[at])
    if told is None or not view.is_verbal(at):
        return None
    relative = not {*view.words[max(0, at - REACH) : at]}.isdisjoint(RELATIVE)
    return at if (told[1] == "present-participle") != relative else None


def _taking_part(view: DocView, relative: int, end: int) -> Phrase | None:
    """Return who takes part, behind "auquel": "participent X", "prennent part X"."""
    verbs = light_forms()["take_part"]
    for verb in range(relative + 1, min(end, relative + REACH) + 1):
        if view.words[verb] in verbs:
            # the parse may take the subject behind for the object
            return verb_object(view, verb) or subject(view, verb, group_start(view, verb))
        for words in EXPRESSIONS:
            last = verb + len(words) - 1
            if view.words[verb : last + 1] == words and last < end:
                return verb_object(view, last) or next(view.each_phrase(last + 1, end), None)
    return None
