"""Whether a mention tells of what had been done before, or is only measured from."""

from __future__ import annotations

from dprk_events.events.event import Mention
from dprk_events.events.merging.another import NEW, has_new_actor, is_one
from dprk_events.events.merging.common import (
    clause_in_pluperfect,
    in_perfect,
    in_pluperfect,
    points_at,
    same_times,
)
from dprk_events.events.merging.draft import WORDS, Draft, Said, in_background, is_measured_from
from dprk_events.syntax import VERBAL, DocView

EARLIER, HOURS = WORDS["some_time_before"], WORDS["units_within_a_day"]
ALREADY = WORDS["already"]
OTHERS, COUNTED = WORDS["some_others"], 3
"""Behind a verb, with their number: "deux autres"."""


def earlier(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject what had been done already: "Pyongyang tire un missile. Il en avait déjà tiré un".

    So too what is dated in the pluperfect beside "de nouveaux ballons", and what somebody else had
    done: "Un soldat a fui. En 2017, un soldat avait franchi la ligne".
    """
    if _some_time_before(view, mention, said, draft) or _once_before(view, mention, said, draft):
        return None
    if mention.modality != "asserted" or not in_pluperfect(view, mention):
        return 0.0
    if any(in_pluperfect(view, other) for other in draft.mentions):
        return 0.0
    begin, _ = view.sentence(mention.token)
    group = view.words[begin : mention.token]
    renewed = bool(said.dates) and any(_with_new_thing(view, each) for each in draft.mentions)
    if _some_others(view, mention):
        return None  # "en avait lâché 500 autres dimanche"
    other = has_new_actor(view, mention) and any(in_perfect(view, m) for m in draft.mentions)
    return None if renewed or other or not ALREADY.isdisjoint(group) else 0.0


def _some_others(view: DocView, mention: Mention) -> bool:
    """Match "en avait tiré deux autres"."""
    _, end = view.sentence(mention.token)
    behind = view.words[mention.token + 1 : min(end, mention.token + COUNTED) + 1]
    return view.pos[mention.token] in VERBAL and not OTHERS.isdisjoint(behind)


def _once_before(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match "Elle a déjà procédé à des tirs en mai" behind what is told without "déjà"."""
    if not said.dates or same_times(said, draft.said) or points_at(view, mention):
        return False
    begin, _ = view.sentence(mention.token)
    had = any(in_background(view, each) for each in draft.mentions)
    return not had and not ALREADY.isdisjoint(view.words[begin : mention.token])


def _some_time_before(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match "cinq jours plus tôt, le Nord avait revendiqué l'essai": not the shot of today.

    Not "quelques heures plus tôt, le Nord avait annoncé ce tir", nor what is dated alike.
    """
    if same_times(said, draft.said) or points_at(view, mention):
        return False
    begin, _ = view.sentence(mention.token)
    before = " ".join(view.words[begin : mention.token])
    if not any(words in before for words in EARLIER) or any(unit in before for unit in HOURS):
        return False
    there = {view.sentence_at[each.token] for each in draft.mentions}
    told_so = any(clause_in_pluperfect(view, each) for each in draft.mentions)
    apart = view.sentence_at[mention.token] not in there and not told_so
    return apart and clause_in_pluperfect(view, mention)


def _with_new_thing(view: DocView, mention: Mention) -> bool:
    """Match "envoie de nouveaux ballons": there had been others."""
    _, end = view.sentence(mention.token)
    thing = next(view.each_phrase(mention.token + 1, end), None)
    return thing is not None and not NEW.isdisjoint(view.words[thing.start : thing.last + 1])


def measured(view: DocView, mention: Mention, _: Said, draft: Draft) -> float | None:
    """Reject what a deed is measured from: "a tiré un missile, trois jours après un essai"."""
    if draft.measured and not (in_background(view, mention) or clause_in_pluperfect(view, mention)):
        return None
    if not draft.headline and is_measured_from(view, mention) and is_one(view, mention):
        return None  # "un mois après un premier voyage" tells of one not told before
    here = view.sentence_at[mention.token]
    beside = [each for each in draft.mentions if view.sentence_at[each.token] == here]
    if not beside:
        return 0.0
    apart = is_measured_from(view, mention) or any(is_measured_from(view, b) for b in beside)
    return None if apart else 0.0
