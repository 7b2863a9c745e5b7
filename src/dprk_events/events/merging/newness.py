"""Whether a mention tells of another happening, by its words: "un essai", "un autre essai"."""

from __future__ import annotations

import re

from dprk_events.events.event import Mention
from dprk_events.events.merging.another import INDEFINITE, is_another, is_new, is_of_ones_own
from dprk_events.events.merging.common import article, clause_in_pluperfect, share
from dprk_events.events.merging.draft import WORDS, Draft, Said
from dprk_events.events.merging.fulfilled import OPEN
from dprk_events.events.merging.identity import says_what_it_is
from dprk_events.french import closed_class, key
from dprk_events.syntax import NOUNS, VERBAL, DocView

ONE = WORDS["singular_indefinite"]
SUMMING_UP = WORDS["summing_up"]
OF = closed_class("of")
OBJECTS = frozenset({"theme", "name"})
"""Roles of what a verb does something with, where that is itself the deed."""
LONG = WORDS["long_units"]
WHOLE = frozenset({"month", "season", "quarter", "half", "year", "decade", "century"})
WORD = re.compile(r"\w+")
MONTH_OF_NO_YEAR = re.compile(r"XXXX-\d\d")
AWAY = 3
"""Sentences after which "un essai" that shares nothing with an event is another one."""
OPENING = 3
"""Words at the beginning of a sentence that say that it sums up."""


def new(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject "un autre essai", "une nouvelle visite" unless the draft is from a headline."""
    if _is_object(view, mention, draft):
        return 0.0
    told = says_what_it_is(view, mention)  # "il s'agit du sixième essai"
    if said.standings <= OPEN and "done" in draft.said.standings and is_another(view, mention):
        return None  # "a échoué … entend procéder à un nouveau tir"
    if is_of_ones_own(view, mention) or (not (draft.headline or told) and is_new(view, mention)):
        return None
    one = article(view, mention.token) in ONE and view.pos[mention.token] in NOUNS
    away = view.sentence_at[mention.token] - view.sentence_at[draft.mentions[-1].token] >= AWAY
    if not one or not away or share(said, draft.said):
        return 0.0
    return 0.0 if _takes_up(view, mention, said, draft) else None


def _is_object(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match the object of the verb that has just told it: "a approuvé une nouvelle prorogation"."""
    last = draft.mentions[-1]
    carried = any(
        filler.role in OBJECTS and filler.start <= mention.start < filler.end
        for filler in last.fillers
    )
    return carried and view.pos[last.token] in VERBAL and view.pos[mention.token] in NOUNS


def _takes_up(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match the news told again: in the body, of the same weapon, or where all is summed up."""
    if said.dates or clause_in_pluperfect(view, mention):
        return False
    if sums_up(view, mention):
        return True
    return draft.news and (draft.headline or _same_weapon(said, draft))


def _same_weapon(said: Said, draft: Draft) -> bool:
    return not said.thing_words.isdisjoint(draft.said.thing_words)


def sums_up(view: DocView, mention: Mention) -> bool:
    """Match a sentence that begins with "En résumé", "Bref"."""
    begin, _ = view.sentence(mention.token)
    opening = " ".join(view.words[begin : begin + OPENING])
    return any(f"{opening} ".startswith(f"{words} ") for words in SUMMING_UP)


def anew(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject an undated "des discussions" for what was told as of another time, and is no news.

    « Le pacte a été scellé l'an dernier lors d'un sommet … avant des discussions avec Kim. »
    """
    if said.dates or not draft.said.dates or draft.news or view.pos[mention.token] not in NOUNS:
        return 0.0
    phrase = view.phrase(mention.token)
    if phrase is None or article(view, mention.token) not in INDEFINITE:
        return 0.0
    contracted = phrase.prep is not None and phrase.prep.split()[-1] in OF
    apart = view.sentence_at[mention.token] != view.sentence_at[draft.mentions[-1].token]
    alike = share(said, draft.said) or _same_weapon(said, draft)
    return None if apart and not contracted and not alike and _long_ago(draft) else 0.0


def _long_ago(draft: Draft) -> bool:
    """Match what was told as of a whole month or year that is not the article's."""
    day = draft.published.isoformat() if draft.published is not None else None
    for date in draft.said.dates.values():
        if date.value is None and not LONG.isdisjoint(WORD.findall(key(date.text))):
            return True
        now = date.latest is not None and day is not None and date.latest >= day
        open_year = date.value is not None and MONTH_OF_NO_YEAR.fullmatch(date.value) is not None
        if (date.grain in WHOLE or open_year) and not now:
            return True
    return False


def of_many_nations(_: DocView, _mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject "des centaines de volontaires étrangers" for victims of one country."""
    for one, other in ((said, draft.said), (draft.said, said)):
        if one.many_nations and other.keys["recipient"]:
            return None
    return 0.0


def of_other_sides(_: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a drill that has a name for one of those who are no party to such drills.

    « Pyongyang a simulé une frappe … à la veille de la clôture d'Ulchi Freedom Shield. »
    """
    shared = mention.event_type.shared_by
    for one, other in ((said, draft.said), (draft.said, said)):
        sides = other.keys["actor"]
        if shared and one.names and not one.keys["actor"] and sides and sides.isdisjoint(shared):
            return None
    return 0.0


def beside_a_named_one(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a drill with a name and more sides for one that an article brought in without.

    « L'armée du Sud a mené un exercice de tir. Séoul et Washington participent à Ulchi depuis … »
    """
    if not said.names or draft.said.names or not said.dates or draft.said.dates:
        return 0.0
    mine, theirs = said.keys["actor"], draft.said.keys["actor"]
    brought_in = article(view, draft.mentions[0].token) in INDEFINITE
    return None if brought_in and theirs and theirs < mine else 0.0
