"""Whether a mention tells of one deed and an event of several, or the other way round."""

from __future__ import annotations

from dprk_events.events.event import Mention
from dprk_events.events.merging.common import article, clause_in_pluperfect, points_at
from dprk_events.events.merging.draft import Draft, Said
from dprk_events.events.merging.headlines import echoes
from dprk_events.events.merging.identity import is_part_of
from dprk_events.french import closed_class, looks_plural, word_lists
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
OF_KIND = closed_class("of")
SEVERAL = 2
"""Weapons of one deed from which on it may be told in the plural as well."""
THESE = -0.5
"""Points where "ces essais" would point at one: rather several that were told just before."""


def number(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Keep a series ("les essais") apart from a single event ("un essai le 3 mars")."""
    mine, theirs = said.plurals, draft.said.plurals
    if _is_one_of_a_series(view, mention, said, draft) or _were_several(view, mention, draft):
        return None
    if not mine or not theirs or not mine.isdisjoint(theirs):
        return 0.0
    if _of_several_weapons(view, draft) or _is_of_kind(view, mention, draft):
        return 0.0  # "trois missiles … ces tirs … l'essai"
    if any(_is_practice(view, each.token) for each in (mention, draft.mentions[-1])):
        return 0.0
    if _is_what_it_took(view, mention, draft):
        return 0.0
    if is_part_of(view, mention, draft) or echoes(view, mention, said, draft):
        return 0.0  # "L'attaque nord-coréenne": below it, "des tirs d'artillerie"
    return THESE if points_at(view, mention) else None


def _is_one_of_a_series(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match "répond aux essais de missiles … Mercredi, le Nord avait tiré un missile": one of them.

    Not below a headline in the plural, which tells of the shot itself.
    """
    if draft.news or draft.said.dates or draft.said.plurals != {True} or not said.dates:
        return False
    verbal = view.pos[mention.token] in VERBAL
    nouns = all(view.pos[each.token] not in VERBAL for each in draft.mentions)
    return nouns and verbal and clause_in_pluperfect(view, mention)


def _were_several(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "a tiré un missile … avait procédé à quatre tirs en dix jours": those before it."""
    several = any(
        f.counts == "trigger" and (f.low or f.value or 0) >= SEVERAL for f in mention.fillers
    )
    had_been = clause_in_pluperfect(view, mention) and not points_at(view, mention)
    told = any(clause_in_pluperfect(view, each) for each in draft.mentions)
    counted = any(f.counts == "trigger" for each in draft.mentions for f in each.fillers)
    return several and had_been and not told and not counted


def _of_several_weapons(view: DocView, draft: Draft) -> bool:
    """Return whether it is one shot of several weapons, which a verb tells first."""
    first = draft.mentions[0]
    counts = (f for f in first.fillers if f.role == "quantity" and f.counts != "trigger")
    fired = "weapon" in first.event_type.told_apart_by
    return (
        fired
        and view.pos[first.token] in VERBAL
        and any((f.low or f.value or 0) >= SEVERAL for f in counts)
    )


def _is_what_it_took(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "l'exercice s'est achevé après onze jours de manœuvres": how long it went on."""
    here, last = view.sentence_at[mention.token], draft.mentions[-1]
    if view.sentence_at[last.token] != here or not view.date_at[mention.token - 2 : mention.token]:
        return False
    phrase = view.phrase(mention.token)
    of = phrase is not None and phrase.prep in OF_KIND and phrase.start > 0
    return of and phrase is not None and view.date_at[phrase.start - 1] is not None


def _is_of_kind(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "les tirs d'essai": the second noun only says of which kind the first is."""
    last = draft.mentions[-1].token
    return last == mention.token - 2 and view.words[last + 1] in OF_KIND


def _is_practice(view: DocView, token: int) -> bool:
    """Match "la fourniture d'armes", which is as many deeds as "les livraisons d'armes"."""
    _, end = view.sentence(token)
    if view.words[token] not in WORDS["of_a_practice"] or token + 2 > end:
        return False
    definite = article(view, token) in WORDS["definite"]
    bare = view.words[token + 1] in OF_KIND and looks_plural(view.words[token + 2])
    return definite and bare and not view.is_number(token + 2)
