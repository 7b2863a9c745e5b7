"""Which deed a mention is by its words or its place: "Il s'agit du sixième essai depuis 2006"."""

from __future__ import annotations

from dprk_events.events.event import Mention
from dprk_events.events.merging.draft import WORDS, Draft, Said
from dprk_events.french import closed_class, phrase_of
from dprk_events.syntax import NOUNS, VERBAL, DocView

OPENINGS = tuple(WORDS["it_is"])
LEADING_IN = WORDS["definite"] | WORDS["singular_indefinite"] | closed_class("of") | WORDS["whose"]
BETWEEN = WORDS["between_it_is_and_what"]
"""Words between "il s'agit" and its "du" or "d'un": "il s'agit là du"."""
TIMES = WORDS["times"]
OTHER = WORDS["not_the_same"]
NEAR, FAR = 6, 16
"""Words from such an opening to the deed; so many where it counts: "c'est la énième fois que"."""
JUST_TOLD = 2
"""Sentences within which the deed that it speaks of was told."""
SAME = 1.0
"""Points for the event that was told last."""
WITHIN = 1.0
"""Points for what stands within a filler of the mention before."""
FIRST = WORDS["first_of_all"] | WORDS["greatest"]
TO = closed_class("to")
PARTS = WORDS["made_up_of"]
STOPS = closed_class("hard_stops") - {","}
CLITICS = 3
"""Words at most between "à" and its infinitive: "à s'y rendre"."""


def says_what_it_is(view: DocView, mention: Mention) -> bool:
    """Match "il s'agit du sixième essai", "c'est la troisième fois que Pyongyang tire"."""
    begin, _ = view.sentence(mention.token)
    first = max(begin, mention.token - FAR)
    for i in range(mention.token - 1, first, -1):
        if not phrase_of(view.words[max(begin, i - 2) : i + 1]).endswith(OPENINGS):
            continue
        between = list(view.words[i + 1 : mention.token])
        while between and between[0] in BETWEEN:
            between.pop(0)
        if not between or between[0] not in LEADING_IN or not OTHER.isdisjoint(between):
            return False
        return len(between) <= NEAR or not TIMES.isdisjoint(between[:NEAR])
    return False


def makes_a_first(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "… a franchi la ligne, devenant le premier président à fouler le sol du Nord".

    What somebody is the first to do is what he has just been told to do.
    """
    last = draft.mentions[-1]
    gap = view.sentence_at[mention.token] - view.sentence_at[last.token]
    if view.pos[mention.token] not in VERBAL or not 0 <= gap <= 1 or last.token > mention.token:
        return False
    begin, _ = view.sentence(mention.token)
    near = range(mention.token - 1, max(begin, mention.token - 1 - CLITICS) - 1, -1)
    to = next((i for i in near if view.words[i] in TO), None)
    if to is None or (gap == 0 and last.token >= to):
        return False
    since = max(begin if gap else last.token + 1, to - FAR)
    return not FIRST.isdisjoint(view.words[since:to])


def is_part_of(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match what a drill is made up of: "un exercice qui prévoit 48 entraînements"."""
    last = draft.mentions[-1].token
    apart = view.sentence_at[last] != view.sentence_at[mention.token] or last >= mention.token
    if apart or not mention.event_type.rehearses or view.pos[mention.token] not in NOUNS:
        return False
    between = view.words[last + 1 : mention.token]
    return not PARTS.isdisjoint(between) and STOPS.isdisjoint(between)


def same_as_told(view: DocView, mention: Mention, _: Said, draft: Draft) -> float | None:
    """Reward the event told last where a mention says what that was."""
    if makes_a_first(view, mention, draft) or is_part_of(view, mention, draft):
        return SAME
    here, last = (view.sentence_at[each.token] for each in (mention, draft.mentions[-1]))
    told = 0 <= here - last <= JUST_TOLD and draft.mentions[-1].token < mention.token
    return SAME if told and says_what_it_is(view, mention) else 0.0


def within_another(_: DocView, mention: Mention, _said: Said, draft: Draft) -> float | None:
    """Reward what stands within a filler: "a testé un missile tiré d'un sous-marin"."""
    last = draft.mentions[-1]
    inside = any(f.start < mention.start and mention.end <= f.end for f in last.fillers)
    return WITHIN if inside else 0.0
