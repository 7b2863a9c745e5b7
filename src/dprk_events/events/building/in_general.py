"""Tell mentions of deeds in general from those of one: "poursuit ses essais", "il est rare que"."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.event import Mention
from dprk_events.french import closed_class, looks_plural, word_lists
from dprk_events.syntax import NOUNS, DocView

WORDS = word_lists(__package__)
MOSTLY = WORDS["mostly"]
HOW_OFTEN, THAT = WORDS["how_often"], closed_class("que")
REACH = 14
"""Words before a verb within which "il est rare que" opens its clause."""


def of_one(view: DocView, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions that tell of one deed; all of them where none does.

    What an article says of such deeds in general, it says on nobody's word: it does not decide
    whether the one deed that somebody reports has been done.
    """
    told = [each for each in mentions if not _is_in_general(view, each)]
    many = any(each.counted is not None for each in told)  # "depuis 1953": it tells of many, too
    return mentions if many or not told else told


def _is_in_general(view: DocView, mention: Mention) -> bool:
    if mention.date is not None or mention.counted is not None or mention.listed:
        return False
    if view.pos[mention.token] in NOUNS:
        return _is_series(view, mention)
    return _is_habit(view, mention.token)


def _is_series(view: DocView, mention: Mention) -> bool:
    """Match "ses essais", "ses nombreux tirs": how many they are is not told."""
    phrase = view.phrase(mention.token)
    counted = any(f.role == "quantity" for f in mention.fillers)
    several = looks_plural(view.words[mention.token]) and not counted
    return several and phrase is not None and phrase.possessive


def _is_habit(view: DocView, verb: int) -> bool:
    """Match "Il est rare que des soldats s'enfuient", "la plupart fuient par la Chine"."""
    begin, end = view.sentence(verb)
    if not MOSTLY.isdisjoint(view.words[begin : end + 1]):
        return True
    for i in range(verb - 1, max(begin, verb - REACH), -1):
        if view.words[i] in THAT:
            return view.words[i - 1] in HOW_OFTEN
    return False
