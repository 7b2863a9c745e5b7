"""What had been threatened or promised, and was then done: one happening, told twice."""

from __future__ import annotations

import re

from dprk_events.events.event import DONE, Mention
from dprk_events.events.merging.another import has_new_actor
from dprk_events.events.merging.common import ARTICLE, PLUPERFECT, POINTING
from dprk_events.events.merging.draft import WORDS, Draft, Said
from dprk_events.events.merging.headlines import retells
from dprk_events.french import auxiliary_tense, key, looks_like_participle
from dprk_events.syntax import VERBAL, DocView

OPEN = frozenset({"planned", "possible"})
REACH = 2
"""Words from "avait" to its participle: "avait-elle menacé", "avait déjà promis"."""
DECIDED = 6
"""Words from "décidé" to the infinitive: "a décidé mardi de suspendre entièrement"."""
DECIDING = WORDS["decided"]
SOON = 3
"""Sentences behind a flight within which the wish to flee is the fugitive's."""
MEANT_TO, MEANT = WORDS["meant_to"], 4
"""Words before an infinitive that hold "devait"."""
LATEST = 4
"""Mentions of the deed that the thing is compared with."""
WORD = re.compile(r"\w+")


def fulfilled(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match "a détruit le pont … Kim Yo-jong avait menacé de réduire ce pont en cendres".

    Who had said so did it before what is told, and it is to be done to the same thing.
    """
    if not said.standings <= OPEN or draft.said.standings.isdisjoint({"done"}):
        return False
    if _has_decided(view, mention) and retells(view, mention, said, draft):
        return True
    if not said.dates and _came_over(view, mention, draft):
        return True
    return not said.dates and _had_said(view, mention) and _to_the_same(view, mention, said, draft)


def is_meant_by_it(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "la fusée qui devait placer un satellite en orbite a explosé": one launch.

    One of the two is done, and the other what it was to do; in one sentence or the next.
    """
    if "satellite" not in mention.type:
        return False
    gaps = (view.sentence_at[mention.token] - view.sentence_at[m.token] for m in draft.mentions)
    if min(gaps) > 1:
        return False
    if draft.mentions and any(each.modality in DONE for each in draft.mentions):
        return mention.modality not in DONE and _was_meant(view, mention)
    return mention.modality in DONE and any(_was_meant(view, each) for each in draft.mentions)


def _was_meant(view: DocView, mention: Mention) -> bool:
    """Match "devait placer", "censé mettre", "dit avoir voulu placer"."""
    before = view.words[max(0, mention.token - MEANT) : mention.token]
    return not MEANT_TO.isdisjoint(before)


def _has_decided(view: DocView, mention: Mention) -> bool:
    """Match "a décidé mardi de suspendre", "a pris la décision de": the headline's "suspend"."""
    begin, _ = view.sentence(mention.token)
    before = view.words[max(begin, mention.token - DECIDED) : mention.token]
    return not DECIDING.isdisjoint(before)


def _came_over(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "a fait défection … il a dit vouloir vivre au Sud": one goes over but once."""
    here, there = (view.sentence_at[m.token] for m in (mention, draft.mentions[-1]))
    once = mention.event_type.people_granted_to is not None
    return once and here - there <= SOON and not has_new_actor(view, mention)


def _had_said(view: DocView, mention: Mention) -> bool:
    """Match another verb in the pluperfect in the sentence of a deed to come."""
    begin, end = view.sentence(mention.token)
    own = range(mention.token - REACH, mention.token + 1)
    for i in range(begin, end):
        if auxiliary_tense(view.words[i]) != PLUPERFECT or i in own:
            continue
        behind = range(i + 1, min(end, i + 1 + REACH) + 1)
        if any(view.pos[k] in VERBAL and looks_like_participle(view.words[k]) for k in behind):
            return True
    return False


def _to_the_same(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Return whether thing or victim is the same, or pointed at: "cette institution"."""
    if not said.things.isdisjoint(draft.said.things):
        return True
    told = set().union(*map(_struck, draft.mentions[-LATEST:]))
    if not _struck(mention).isdisjoint(told):
        return True
    for filler in mention.fillers:
        before = view.text[max(0, filler.start - ARTICLE) : filler.start].lower()
        article = WORD.findall(before)[-1:]
        if filler.role in {"recipient", "instrument"} and not POINTING.isdisjoint(article):
            return True
    return False


def _struck(mention: Mention) -> set[str]:
    """Return the words for what it is done to."""
    return {key(filler.text) for filler in mention.fillers if filler.role == "recipient"}
