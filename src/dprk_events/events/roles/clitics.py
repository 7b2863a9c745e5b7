"""The pronouns right before a verb, as fillers of its roles: "les a tirés", "lui en a livré"."""

from __future__ import annotations

from dprk_events.events.roles.position import Positions
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, Phrase, VerbGroup
from dprk_events.syntax.tags import CLITIC_LIKE

_LISTS = word_lists(__package__)
CLITICS, DATIVES = _LISTS["object_clitics"], closed_class("dative_clitics")
OF_IT, THERE = _LISTS["of_it"], "y"


def add_clitics(view: DocView, group: VerbGroup, found: Positions) -> None:
    """Add the pronouns that stand for an object, and for whom it is done to.

    In "en a livré 350" the number is the object: "en" says of the same things.
    """
    counted = any(each.pronoun and each.counted for each in found.phrases.get("object", ()))
    for i in range(group.first, group.verb):
        word = view.words[i]
        if view.pos[i] not in CLITIC_LIKE:
            continue
        bare = not group.passive and not group.reflexive and not (counted and word in OF_IT)
        if word in CLITICS and bare:
            found.add("object", _pronoun(i))
        if word in DATIVES:
            found.add("dative", _pronoun(i))


def add_of_it_and_there(view: DocView, group: VerbGroup, found: Positions) -> None:
    """Add "en" of a reflexive verb ("s'en est affranchi") and "y"."""
    before = range(group.first, group.verb)
    if group.reflexive:
        for i in before:
            if view.words[i] in OF_IT:
                found.add("de", _pronoun(i)._replace(prep="de"))
    there = next((i for i in before if view.words[i] == THERE), None)
    if there is not None:
        found.add("à", _pronoun(there)._replace(prep="à"))


def _pronoun(i: int) -> Phrase:
    return Phrase(head=i, first=i, last=i, start=i, pronoun=True)
