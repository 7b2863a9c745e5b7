"""Who is to do what a plan of theirs includes: "L'armée a dit qu'elle agirait. Cela incluait …".

Likewise what they announce in the passive: "Séoul a annoncé que des sanctions seraient prises",
or by its noun: "Séoul a annoncé l'envoi de renforts".
"""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.coreference import Context, resolve
from dprk_events.events import Event
from dprk_events.events.event import Attribution, Mention
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, forms_of, looks_like_participle, word_lists
from dprk_events.participants.actors import countries_of
from dprk_events.participants.party import as_told
from dprk_events.syntax import VERBAL, Phrase, coordinated, group_start, subject

_LISTS = word_lists(__package__)
THAT = closed_class("que")
ANNOUNCING = forms_of(*_LISTS["announcing"])
OTHERS = frozenset({"instrument", "maker", "origin"})
"""Roles of what is another's: whose soldiers are sent."""
ELSEWHERE = OTHERS | {"destination", "location"}
"""Roles that tell of another state, whose doing it may be."""
STOPS = closed_class("hard_stops") | closed_class("clause_openers")
AS_WELL = _LISTS["as_well"]
STATE = "state"
REACH = 24
"""Words between a verb of announcing and the last of what it announces."""
TAKEN_UP = "taken_up"
"""Why a mention is planned that only says what a plan told before includes."""


def own_plan(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who announced the plan, where it is their own: "a affirmé qu'elle agirait"."""
    for mention in event.mentions:
        said = mention.attribution
        if said is None or mention.why != TAKEN_UP or not _for_themselves(context, mention):
            continue
        if (found := _whose_word(context, said)) is not None:
            return found
    return None


def announced(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who announces it in the passive. « Séoul dit que des troupes seront envoyées »."""
    kind = event.event_type
    if event.modality != "planned" or not (kind.moves_forces or kind.falls_on):
        return None
    for mention in event.mentions:
        said = mention.attribution
        if said is None or not _is_announced(context, mention):
            continue
        found = _whose_word(context, said)
        known = {c for each in others if each.role in OTHERS for c in each.countries}
        if found and not known - {c for each in found for c in each.countries}:
            befalls = countries_of(others, "recipient")
            if not any(befalls & set(each.countries) for each in found):
                return found
    return None


def holders_word(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who tells of a drill to come. « Un exercice aura lieu jeudi, selon le ministère »."""
    sharing = {*event.event_type.shared_by}
    if not sharing or event.modality != "planned":
        return None
    if any(each.role in ELSEWHERE and {*each.countries} - sharing for each in others):
        return None
    for mention in event.mentions:
        found = None if mention.attribution is None else _whose_word(context, mention.attribution)
        if found and all({*each.countries} <= sharing for each in found):
            return found
    return None


def announced_by_noun(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who announces it as a thing. « Pyongyang a annoncé l'envoi de troupes à Kaesong »."""
    kind = event.event_type
    if not (kind.moves_forces or kind.shared_by):
        return None
    for mention in event.mentions:
        verb = _announcing_verb(context, mention.token)
        doer = (
            None if verb is None else subject(context.view, verb, group_start(context.view, verb))
        )
        if doer is None or doer.pronoun:
            continue
        found = [each for p in _together(context, doer) for each in _told_by(context, p)]
        own = {country for each in found for country in each.countries}
        known = {c for each in others if each.role in ELSEWHERE for c in each.countries}
        if found and known <= own:
            return found
    return None


def _together(context: Context, doer: Phrase) -> list[Phrase]:
    """Return the states that announce it in one breath: "Séoul et Tokyo ont annoncé"."""
    kinds = context.view.kinds
    return coordinated(context.view, doer, lambda other: STATE in kinds(other))


def _told_by(context: Context, doer: Phrase) -> list[Participant]:
    naming = context.of_phrase(doer)._replace(entity=doer.entity)
    found = [each for each in resolve(context, naming).referents if each.countries]
    return [as_told(each, naming, "own plan") for each in found]


def _announcing_verb(context: Context, token: int) -> int | None:
    """Return the verb of announcing whose object a noun is, or is joined to."""
    view = context.view
    if view.is_verbal(token):
        return None
    begin, _ = view.sentence(token)
    for i in range(token - 1, max(begin, token - REACH) - 1, -1):
        if view.words[i] in ANNOUNCING and view.entity_at[i] is None and view.pos[i] in VERBAL:
            return i
        as_well = view.words[i - 1] in AS_WELL  # "l'envoi de troupes ainsi que la reprise de …"
        if (view.words[i] in STOPS and not as_well) or view.is_finite(view.tokens[i]):
            return None
    return None


def _whose_word(context: Context, said: Attribution) -> list[Participant] | None:
    naming = context.naming(said.start, said.end, said.entity)
    found = [each for each in resolve(context, naming).referents if each.countries]
    return [as_told(each, naming, "own plan") for each in found] or None


def _is_announced(context: Context, mention: Mention) -> bool:
    """Return whether a participle stands behind a verb of announcing and "que"."""
    view = context.view
    if not looks_like_participle(view.words[mention.token]):
        return False
    begin, _ = view.sentence(mention.token)
    that = [i for i in range(begin + 1, mention.token) if view.words[i] in THAT]
    return any(view.words[i - 1] in ANNOUNCING for i in that)


def _for_themselves(context: Context, mention: Mention) -> bool:
    """Return whether who said so before spoke of themselves: "qu'elle", "qu'il"."""
    view = context.view
    here = view.sentence_at[mention.token]
    begin, end = view.sentences[here - 1] if here else (0, 0)
    pronouns = _LISTS["third_persons"]
    return any(view.words[i] in THAT and view.words[i + 1] in pronouns for i in range(begin, end))
