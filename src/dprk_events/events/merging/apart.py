"""Whether two mentions are apart by who did it, or as one is over and the other to come."""

from __future__ import annotations

import datetime as dt

from dprk_events.events.event import DONE, Mention
from dprk_events.events.merging.alike import same_person
from dprk_events.events.merging.another import INDEFINITE, has_new_actor, has_other_actor
from dprk_events.events.merging.common import (
    LONG_BEFORE,
    SOME_DAYS,
    article,
    clause_in_pluperfect,
    in_pluperfect,
    is_well_before,
    points_at,
)
from dprk_events.events.merging.draft import WORDS, Draft, Said
from dprk_events.events.merging.fulfilled import OPEN
from dprk_events.events.merging.newness import WHOLE
from dprk_events.french import looks_plural
from dprk_events.syntax import VERBAL, DocView

ITS_TURN = tuple(WORDS["its_turn"])
RECENTLY, NEAR = WORDS["recently"], 3
"""Say of a verb, within so many words of it, that it is news."""
WEEKS = dt.timedelta(days=45)
"""What is longer ago is not recent."""
BODIES = frozenset({"LOC", "ORG"})
MANY = 10
"""From this number on, those who did it are no party to the deed of one."""


def other_ranks(_: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject leaders for ministers. « La ministre a vu son homologue. Kim et Xi s'étaient vus »."""
    if not mention.event_type.symmetric or "persons" not in mention.event_type.told_apart_by:
        return 0.0
    mine, theirs = said.ranks, draft.said.ranks
    return None if len(mine) == 1 == len(theirs) and mine != theirs else 0.0


def done_by_another(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject what "un autre soldat" did, where somebody had done it before.

    So too what somebody does "à son tour".
    """
    if not mention.event_type.symmetric and _in_turn(view, mention):
        return None
    if mention.event_type.symmetric or not any(
        filler.role == "actor" for each in draft.mentions for filler in each.fillers
    ):
        return 0.0
    one_by_one = "actor" in mention.event_type.quantity_of and bool(draft.said.persons)
    if (
        one_by_one
        and said.persons
        and not any(same_person(one, other) for one in said.persons for other in draft.said.persons)
    ):
        return None  # "Jo Song-gil a fui … Thae Yong-ho avait fui en 2016"
    told = draft.mentions  # "Thae a fui … un étudiant a fui"
    new = one_by_one and has_new_actor(view, mention, told)
    return None if new or has_other_actor(view, mention, told) else 0.0


def many_or_one(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject the many who did it for the one. « Thae est passé au Sud. 810 Nord-Coréens … ».

    So too those to whom it was done: « Un soldat est mort. Mille ont été tués. »

    A country is not one: « Pyongyang lâche des ballons. 260 aérostats ont atterri ». Where there
    are things to count, they are what is counted: "350 ballons ont été lâchés".
    """
    counted = {"actor", "recipient"}.intersection(mention.event_type.quantity_of)
    if not counted or draft.said.amounts or said.things:
        return 0.0
    many = any(low >= MANY for low, _ in said.amounts)
    one = any(
        filler.role in counted
        and not looks_plural(filler.text.split()[0])
        and (filler.entity is None or view.entities[filler.entity].label not in BODIES)
        for filler in draft.mentions[0].fillers
    )
    return None if many and one else 0.0


def met_before(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a talk dated by its month or year for the undated one that is told as new.

    « Il a vu M. Ri. Il l'avait reçu en avril », and "se sont vus" of a month long before.
    """
    type_ = mention.event_type
    if not type_.symmetric or "persons" not in type_.told_apart_by or draft.background:
        return 0.0
    dates = said.dates.values()
    if not dates or draft.said.dates or view.pos[mention.token] not in VERBAL:
        return 0.0
    if points_at(view, mention) or any(date.grain not in WHOLE for date in dates):
        return 0.0
    if any(in_pluperfect(view, each) for each in draft.mentions):
        return 0.0
    over = in_pluperfect(view, mention) or is_well_before(said, draft, LONG_BEFORE)
    return None if over else 0.0


def _in_turn(view: DocView, mention: Mention) -> bool:
    """Match a verb with "à son tour" right behind it: somebody else has done it before."""
    _, end = view.sentence(mention.token)
    behind = " ".join(view.words[mention.token + 1 : min(end, mention.token + NEAR) + 1])
    verbal = view.pos[mention.token] in VERBAL
    return verbal and any(behind.startswith(words) for words in ITS_TURN)


def over_or_to_come(view: DocView, mention: Mention, _: Said, draft: Draft) -> float | None:
    """Reject what was done for what is to come. « Il ouvrira les pourparlers. Il a reçu … ».

    So too "des exercices avaient été menés", of those that are to begin.
    """
    if points_at(view, mention):
        return 0.0
    if view.pos[mention.token] in VERBAL:
        done = mention.look == "past"
    else:
        brought_in = article(view, mention.token) in INDEFINITE
        done = brought_in and clause_in_pluperfect(view, mention)
    done = done and mention.modality in DONE
    ahead = all(m.modality == "planned" and m.look == "ahead" for m in draft.mentions)
    return None if done and ahead else 0.0


def of_others(_: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject "Séoul a testé un missile" for a shot of which nobody is told: North Korea's."""
    granted, mine = mention.event_type.granted_to, said.keys["actor"]
    if "weapon" not in mention.event_type.told_apart_by:
        return 0.0
    nobody = not (draft.said.keys["actor"] or draft.said.nouns["actor"])
    codes = all(len(each) == len(granted or "") and each.isupper() for each in mine)
    return None if granted and mine and nobody and codes and granted not in mine else 0.0


def recent(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject "a récemment livré" for what is dated weeks before the article."""
    begin, end = view.sentence(mention.token)
    near = view.words[max(begin, mention.token - NEAR) : min(end, mention.token + NEAR) + 1]
    if said.dates or view.pos[mention.token] not in VERBAL or RECENTLY.isdisjoint(near):
        return 0.0
    dates = draft.said.dates.values()
    if draft.published is None:
        over = all(date.grain in WHOLE for date in dates)
    else:
        over = is_well_before(draft.said, draft, WEEKS)
    return None if dates and over else 0.0


def long_over(_: DocView, _mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject what took place well before the article for what is still to come.

    « Il veut relancer les négociations, au point mort depuis le sommet de juin. »
    """
    done = said.standings == {"done"} and draft.said.standings <= OPEN
    return None if done and is_well_before(said, draft, SOME_DAYS) else 0.0


def other_victims(one: Said, other: Said) -> bool:
    """Return whether both say to whom it was done, and it is not the same."""
    mine = one.keys["recipient"] | one.nouns["recipient"]
    theirs = other.keys["recipient"] | other.nouns["recipient"]
    return bool(mine and theirs) and mine.isdisjoint(theirs)
