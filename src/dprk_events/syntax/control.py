"""Who does what a verb asks, accuses or allows: "a ordonné à l'armée de tirer"."""

from __future__ import annotations

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax.behind_que import OBJECT_CONTROL, relative_object
from dprk_events.syntax.leave import DOERS, given_leave
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.put_before import put_before
from dprk_events.syntax.tags import OBJECTS
from dprk_events.syntax.token import Token
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
DATIVE_CONTROL = forms_of(*_LISTS["dative_control_verbs"])
"""Forms of these verbs: the model's lemma of a rare one is often wrong."""
THEM, TO_THEM = _LISTS["object_clitics"], closed_class("dative_clitics")
TO, PRONOUN, COPULAS = "à", "PRON", forms_of("être")


def controlled(view: DocView, head: Token, first: int, until: int) -> Phrase | None:
    """Return whom a verb has do what stands behind it, if it is not its own subject.

    Args:
        view: The document.
        head: The verb above: "accuse", "a ordonné".
        first: The first token of its group.
        until: The infinitive below.

    """
    if view.words[head.i] in OBJECT_CONTROL:
        found = _object(view, head, first, until)
        if found is not None:
            return found
    if view.words[head.i] in DATIVE_CONTROL:
        for phrase in view.each_phrase(head.i + 1, until - 1):
            if phrase.prep == TO:
                return phrase
        before = put_before(view, first)
        if before is not None and before[0] == TO:
            return before[1]  # "X, auquel Séoul reproche d'avoir tiré"
        if (told := _clitic(view, first, head.i, TO_THEM)) is not None:
            return told
    return given_leave(view, first, head.i, until)


def _object(view: DocView, head: Token, first: int, until: int) -> Phrase | None:
    """Return the object of a verb: behind it, before it as a pronoun, or taken up by "que"."""
    for dep in OBJECTS:
        found = next((c for c in head.children if c.dep_ == dep and c.i > head.i), None)
        if found is None or view.date_at[found.i] is not None:
            continue  # "a accusé la semaine dernière le régime de …"
        if (phrase := view.phrase(found.i)) is not None:
            return phrase
    behind = view.each_phrase(head.i + 1, until - 1)
    bare = next((p for p in behind if p.prep is None and not p.pronoun), None)
    if bare is not None:
        return bare
    told = _clitic(view, first, head.i, THEM)
    if told is None and COPULAS.isdisjoint(view.words[first : head.i]):
        taken_up = (p for p in relative_object(view, first) if view.kinds(p) & DOERS)
        told = next(taken_up, None)
    return told


def _clitic(view: DocView, first: int, verb: int, words: frozenset[str]) -> Phrase | None:
    """Return the pronoun in a verb group that stands for whom: "qui | l'accuse de tirer"."""
    near = range(max(view.sentence(verb)[0], first - 1), verb)
    at = next((i for i in near if view.words[i] in words and view.pos[i] == PRONOUN), None)
    if at is None:
        return None
    return Phrase(head=at, first=at, last=at, start=at, pronoun=True)
