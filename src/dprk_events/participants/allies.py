"""The sides of a drill, pact or meeting that no mention names, by its name or by who was named.

Strategies as in :mod:`~dprk_events.participants.granted`.
"""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import (
    WORDS,
    Context,
    Referent,
    group,
    named_in_a_list,
    several_before,
    within,
)
from dprk_events.events import Event, Mention
from dprk_events.events.row import Participant
from dprk_events.french import looks_plural, word_lists
from dprk_events.names import DPRK
from dprk_events.participants.definite import is_definite
from dprk_events.participants.drill_names import drills
from dprk_events.participants.nearby import naming_of, speaks_of
from dprk_events.participants.party import as_told
from dprk_events.syntax import group_start, subject

_LISTS = word_lists(__package__)
FIRST = 2
"""Words from a noun to the first behind its colon."""
DRILL, NAMED_BACK = "EXERCISE", 2
"""Label of the names of drills, and sentences before within which one was named."""
JOINT, OF_THREE = _LISTS["of_allies"], _LISTS["of_three"]


def named_drill(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take those whose drill it is by its name. « Ulchi Freedom Shield a débuté lundi »."""
    for each in others:
        countries = drills().get(each.name) if each.role == "name" else None
        if countries:
            naming = context.naming(each.start, each.end, each.entity)
            return [as_told(context.state(c), naming, "named drill") for c in countries]
    return None


def drill_told_before(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take those whose drill was named just before. « Freedom Shield inquiète. L'exercice … »."""
    token = event.mentions[0].token
    if not event.event_type.shared_by or not is_definite(context, token):
        return None
    here = context.view.sentence_at[token]
    first = context.view.sentences[max(0, here - NAMED_BACK)][0]
    near = (e for e in context.view.entities if e.label == DRILL and first <= e.first < token)
    known = [c for e in near if (c := drills().get(e.canonical or e.text))]
    if not known or len({*known}) > 1:
        return None
    naming = context.naming(event.mentions[0].start, event.mentions[0].end, None)
    return [as_told(context.state(country), naming, "named drill") for country in known[0]]


def not_of_the_named(found: Sequence[Participant]) -> list[Participant]:
    """Leave out who never takes part in a drill of that name.

    « Pyongyang : "Freedom Shield" est une répétition d'invasion » says who speaks of it.
    """
    holders = {c for each in found if each.role == "name" for c in drills().get(each.name, ())}
    if not holders:
        return list(found)
    return [each for each in found if each.role != "actor" or set(each.countries) != {DPRK}]


def theirs(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take whose it is by "leur". « Séoul et Tokyo s'inquiètent. Leurs manœuvres … »."""
    if not event.event_type.symmetric:
        return None
    view = context.view
    for mention in event.mentions:
        phrase = view.phrase(mention.token)
        if phrase is None or view.is_verbal(mention.token) or phrase.first < 1:
            continue
        if view.words[phrase.first - 1] not in WORDS["their"]:
            continue
        owner = context.naming(*view.span(phrase.first - 1, phrase.first - 1), None)
        members = _of_subject(context, mention) or several_before(context, owner)
        if members and all(each.countries for each in members):
            return [as_told(each, owner, "theirs") for each in members]
    return None


def _of_subject(context: Context, mention: Mention) -> tuple[Referent, ...]:
    """Return the members of a group that is the subject: "les deux alliés repoussent leurs …"."""
    view = context.view
    head = view.tokens[mention.token].head.i
    if not view.is_verbal(head) or head >= mention.token:
        return ()
    found = subject(view, head, group_start(view, head))
    if found is None or found.pronoun:
        return ()
    resolved = group(context, context.of_phrase(found))
    return () if resolved is None else resolved.referents


def listed(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take the states named in one breath just before a known deed of several.

    « Séoul et Washington l'assurent. Les exercices conjoints débuteront lundi. »
    """
    if not event.event_type.shared_by:
        return None
    mention = event.mentions[0]
    if not _of_several(context, mention):
        return None
    naming = context.naming(mention.start, mention.end, None)
    members = named_in_a_list(context, naming) or _behind_colon(context, mention)
    if not members or any(DPRK in each.countries for each in members):
        return None  # the two Koreas drill against each other
    return [as_told(each, naming, "listed") for each in members]


def _behind_colon(context: Context, mention: Mention) -> tuple[Referent, ...]:
    """Return the states that a headline names behind its topic: "Exercices : Séoul et Tokyo …"."""
    view = context.view
    phrase = view.phrase(mention.token)
    at = mention.token if phrase is None else phrase.last
    if at + FIRST >= len(view.words) or view.words[at + 1] != ":":
        return ()
    _, end = view.sentence(at + FIRST)
    found: dict[str, None] = {}
    last = at + 1
    for token, country in within(context.states_named, at + FIRST, end):
        if any(word not in WORDS["in_a_list"] for word in view.words[last + 1 : token]):
            break
        found[country] = None
        number = view.entity_at[token]
        last = token if number is None else view.entities[number].last
    return tuple(map(context.state, found)) if len(found) > 1 else ()


def allies(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take those who do such deeds together, where an article speaks of them and of no doer.

    « Le Nord a dénoncé les exercices conjoints », in an article on Seoul and Washington.
    """
    countries = event.event_type.shared_by
    if not countries or not any(_of_several(context, each) for each in event.mentions):
        return None
    if event.event_type.shared_by_three and any(_of_three(context, m) for m in event.mentions):
        return _all_of(context, event, event.event_type.shared_by_three)
    if not all(speaks_of(context, event, country) for country in countries):
        return None
    return _all_of(context, event, countries)


def _all_of(context: Context, event: Event, countries: Sequence[str]) -> list[Participant] | None:
    """Return the states, each by a naming of it; by the event's own words where none names it."""
    named = [naming_of(context, event, country, "allies") for country in countries]
    if not any(named):
        return None
    mention = event.mentions[0]
    naming = context.naming(mention.start, mention.end, None)
    return [
        each[0] if each else as_told(context.state(country), naming, "allies")
        for each, country in zip(named, countries, strict=True)
    ]


def _of_three(context: Context, mention: Mention) -> bool:
    """Say whether a deed is called one of three: "les exercices trilatéraux"."""
    phrase = context.view.phrase(mention.token)
    if phrase is None:
        return False
    return not OF_THREE.isdisjoint(context.view.words[phrase.first : phrase.last + 2])


def _of_several(context: Context, mention: Mention) -> bool:
    """Say whether a noun tells a known deed of allies: "les exercices", "leurs jeux de guerre"."""
    view = context.view
    phrase = view.phrase(mention.token)
    if view.is_verbal(mention.token) or phrase is None:
        return False
    if context.nationality(phrase.first, phrase.last):
        return False
    words = view.words[phrase.first : phrase.last + 2]
    joint = not JOINT.isdisjoint(words)
    known = is_definite(context, mention.token) and looks_plural(view.words[phrase.head])
    return joint or known
