"""Whether a deed is told in turn with another: in its place, or after it."""

from __future__ import annotations

from dprk_events.dates import Timex
from dprk_events.events.event import Mention
from dprk_events.events.merging.alike import same_person
from dprk_events.events.merging.common import points_at
from dprk_events.events.merging.draft import WORDS, Draft, Said
from dprk_events.french import forms_of
from dprk_events.syntax import NOUNS, VERBAL, DocView

IN_ITS_PLACE = WORDS["in_its_place"]
NEXT = WORDS["next_in_turn"]
APART_IN_TIME, ONE = WORDS["apart_in_time"], WORDS["singular_indefinite"]
COUNTED = WORDS["another_one"] | WORDS["told_before"] | WORDS["first_of_all"] | WORDS["that_one"]
DATING_BACK, FOLLOWING = forms_of(*WORDS["dating_back"]), forms_of(*WORDS["following"])
Dates = dict[tuple[str | None, ...], Timex]
ETRE = forms_of("être")
BEFORE_NOUN = frozenset({"DET", "ADJ", "NUM"})
"""What may stand between "après" and the noun of a deed."""
BEFORE, BEHIND = 4, 6
"""Words before a verb within which "ensuite" is, and behind a noun within which its verb is."""


def in_its_place(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject what is done in place of what is not. « n'ira pas à Moscou, mais visite Pékin »."""
    last = draft.mentions[-1]
    apart = view.sentence_at[last.token] != view.sentence_at[mention.token]
    if apart or not _is_one_denied(said, draft):
        return 0.0
    between = view.words[last.token + 1 : mention.token]
    return 0.0 if IN_ITS_PLACE.isdisjoint(between) else None


def another_goal(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a journey to another kind of place than the one denied.

    « Kim Jong-un ne va pas à Moscou. Sa visite à l'ambassade … »
    """
    if not _is_one_denied(said, draft):
        return 0.0
    here = _goals(view, mention)
    there = set[bool]().union(*(_goals(view, each) for each in draft.mentions))
    return None if len(here) == 1 and len(there) == 1 and here != there else 0.0


def _is_one_denied(said: Said, draft: Draft) -> bool:
    return (said.standings == {"denied"}) != (draft.said.standings == {"denied"})


def _goals(view: DocView, mention: Mention) -> set[bool]:
    """Return for each place that it leads to whether it is named."""
    goals = (f.entity for f in mention.fillers if f.role == "destination")
    return {each is not None and view.entities[each].label == "LOC" for each in goals}


def next_in_turn(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject the next of several journeys and talks. « Il s'est ensuite rendu au Vietnam ».

    Not the next part of one: "Ils se sont serré la main. Les deux se sont ensuite entretenus".
    """
    if "persons" not in mention.event_type.told_apart_by or view.pos[mention.token] not in VERBAL:
        return 0.0
    mine, theirs = said.keys["actor"], draft.said.keys["actor"]
    if mention.event_type.symmetric and len(mine) > 1 and mine == theirs:
        told = draft.said.persons
        known = (any(same_person(each, other) for other in told) for each in said.persons)
        return 0.0 if all(known) else None
    begin, _end = view.sentence(mention.token)
    near = view.words[max(begin, mention.token - BEFORE) : mention.token]
    journey = not mention.event_type.symmetric
    done_before = journey or any(view.pos[each.token] in VERBAL for each in draft.mentions)
    return None if done_before and not NEXT.isdisjoint(near) else 0.0


def dated_back(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a noun whose verb says when it was. « Le premier tir date d'avril 2023 ».

    So too one left out behind its number. « La première s'était tenue en mai ».
    """
    if said.dates and draft.said.dates and not _longer(draft.said.dates, said.dates):
        return 0.0
    if said.dates and view.words[mention.token] in COUNTED:
        return None
    return None if _its_verb(view, mention) in DATING_BACK else 0.0


def followed(view: DocView, mention: Mention, _: Said, draft: Draft) -> float | None:
    """Reject what came after the deed told before. « Une troisième intrusion a suivi »."""
    if _after_one_of_its_kind(view, mention, draft):
        return None
    if points_at(view, mention):
        return 0.0  # "Ces tirs ont suivi la fin d'un exercice"
    before = view.sentence_at[draft.mentions[-1].token] < view.sentence_at[mention.token]
    return None if before and _its_verb(view, mention) in FOLLOWING else 0.0


def _after_one_of_its_kind(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match what is told as after or before another. « Après une salve, il a tiré »."""
    if mention.event_type.symmetric:  # "se sont serré la main avant un dîner" is one
        return False
    here = view.sentence_at[mention.token]
    beside = [each.token for each in draft.mentions if view.sentence_at[each.token] == here]
    set_apart = _set_apart(view, mention.token)
    return any(_set_apart(view, token) != set_apart for token in beside)


def _set_apart(view: DocView, token: int) -> bool:
    """Match a deed behind "après une", "avant un premier"."""
    begin, _ = view.sentence(token)
    at = token - 1
    while at > begin and view.pos[at] in BEFORE_NOUN:
        at -= 1
    one = not ONE.isdisjoint(view.words[at + 1 : token])
    return one and at >= begin and view.words[at] in APART_IN_TIME


def _its_verb(view: DocView, mention: Mention) -> str:
    """Return the last word of the verb of which a noun is the subject; "" where none is near."""
    if view.pos[mention.token] not in NOUNS:
        return ""
    _, end = view.sentence(mention.token)
    behind = range(mention.token + 1, min(end, mention.token + BEHIND) + 1)
    verb = next((i for i in behind if view.pos[i] in VERBAL), None)
    if verb is None:
        return ""
    while verb < end and view.pos[verb + 1] in VERBAL:
        verb += 1  # "a suivi"
    passive = view.words[verb - 1] in ETRE  # "a été suivi d'un banquet": it was the first
    return "" if passive else view.words[verb]


def _longer(theirs: Dates, mine: Dates) -> bool:
    """Return whether mine is a day and theirs a span: "le dernier tir date du 3 mai"."""
    spans = (date.earliest != date.latest for date in theirs.values())
    return all(spans) and all(date.earliest == date.latest for date in mine.values())
