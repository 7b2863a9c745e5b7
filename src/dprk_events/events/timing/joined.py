"""Dates that a deed shares with the verb or the clause that it is joined to: "a tiré et envoyé"."""

from __future__ import annotations

from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.places import opens_clause
from dprk_events.events.timing.refusals import OF_VERB_BEFORE
from dprk_events.events.timing.verbs import verb_before, witnessing
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, VerbGroup

WORDS = word_lists(__package__)
PARTING = ";"
COARSE = frozenset({"month", "year", "season"})
JOINING, GOING_ON, MARK = WORDS["joining"], WORDS["going_on"], WORDS["gerund"]
STOPS = closed_class("clause_openers") | closed_class("hard_stops")


def of_the_verb_before(chain: Chain, one: Timed) -> int | None:
    """See "a tiré mardi un missile et envoyé des ballons": both have one auxiliary.

    So too "a reçu mardi Poutine et assisté à une parade".
    """
    view, verb = chain.view, _participle(chain.view, one)
    if verb is None or view.words[verb - 1] not in JOINING:
        return None
    for other in chain.before(one):
        if other.raw.group is not None and other.raw.group.form == "past-participle":
            return other.dating.number
    return None


def of_the_verb_beside_it(chain: Chain, one: Timed) -> int | None:
    """See "Kim franchit la frontière et serre la main de Moon": a headline with one subject."""
    group, view = one.raw.group, chain.view
    begin, _ = view.sentence(one.token)
    if group is None or not one.done or group.compound or group.tense != "present":
        return None
    if begin or view.words[group.first - 1] not in JOINING - {","}:
        return None
    other = next((each for each in chain.before(one) if each.raw.group is not None), None)
    if other is None or not other.done or other.raw.group is None:
        return None
    alike = other.raw.group.tense == "present" and not other.raw.group.compound
    between = range(other.token + 1, group.first - 1)
    parted = any(view.words[i] in STOPS or view.is_finite(view.tokens[i]) for i in between)
    return other.dating.number if alike and not parted else None


def of_the_clause_it_goes_on_from(chain: Chain, one: Timed) -> int | None:
    """See "se sont rencontrés mardi à Moscou, où ils ont signé", but not "où il avait signé"."""
    group, view = one.raw.group, chain.view
    if group is None or (not group.compound and not _tells(group)):
        return None
    opened = [i for i in range(view.sentence(one.token)[0], group.first) if view.words[i] in STOPS]
    if not opened or view.words[opened[-1]] not in GOING_ON:
        return None
    before = [each for each in chain.before(one) if each.token < opened[-1]]
    if before and before[0].raw.group is None and _is_gathering(chain, before[0], opened[-1]):
        return before[0].dating.number
    if not _tells(group):
        return _of_the_month_met_in(chain, one, before)
    if not before or before[0].raw.group is None or opens_clause(view, before[0].token, opened[-1]):
        return None
    return before[0].dating.number


def _of_the_month_met_in(chain: Chain, one: Timed, before: list[Timed]) -> int | None:
    """See "se sont vus en mai à Moscou, où Kim était venu en train": on the way, in that month."""
    goes = any(slot.role == "destination" for slot in one.raw.candidate.trigger.rule.slots)
    if not before or not goes or not before[0].raw.event_type.symmetric or not before[0].done:
        return None
    number = before[0].dating.number
    return number if number is not None and chain.view.dates[number].grain in COARSE else None


def _is_gathering(chain: Chain, one: Timed, opened: int) -> bool:
    """Match "depuis le sommet de juin à Singapour, où ils étaient convenus": at that meeting."""
    view = chain.view
    met = one.raw.event_type.symmetric and one.done and one.dating.number is not None
    return met and not opens_clause(view, one.token, opened)


def of_the_meeting_before(chain: Chain, one: Timed) -> int | None:
    """See "Reçu mardi par Kim Jong-un, le ministre a signé un accord": it was done there."""
    group, view = one.raw.group or one.raw.positions.light, chain.view
    begin, _ = view.sentence(one.token)
    if group is None or not one.done or not group.in_perfect:
        return None
    opened = next(iter(chain.within(begin, begin)), None)
    if opened is None or opened.raw.group is None or not opened.raw.event_type.symmetric:
        return None
    if opened.raw.group.form != "past-participle" or opened.dating.number is None:
        return None
    between = range(opened.token + 1, group.first)
    if any(view.words[i] in STOPS or view.is_finite(view.tokens[i]) for i in between):
        return None
    return opened.dating.number if set(one.dating.refused.values()) <= {OF_VERB_BEFORE} else None


def of_the_clause_before(chain: Chain, one: Timed) -> int | None:
    """See "s'était enfui en 2017 ; il avait été blessé": one story in the pluperfect."""
    group, view = one.raw.group, chain.view
    begin, _ = view.sentence(one.token)
    if group is None or not _had_been(group) or not begin or view.words[begin - 1] != PARTING:
        return None
    if view.pos[begin] != "PRON" or view.dates_in(view.sentence_at[begin]):
        return None
    before = chain.of_sentence(view.sentence_at[begin] - 1)
    told = before[-1].raw.group if before else None
    return before[-1].dating.number if told is not None and _had_been(told) else None


def _had_been(group: VerbGroup) -> bool:
    return group.compound and group.tense == "imperfect"


def of_the_verb_it_is_the_means_of(chain: Chain, one: Timed) -> int | None:
    """See "Le 24 mars, Pyongyang a rompu son moratoire en tirant un missile": one time."""
    group, view = one.raw.group, chain.view
    if group is None or group.verb == 0 or group.form != "present-participle":
        return None
    if view.words[group.verb - 1] not in MARK:
        return None
    main = next((each for each in chain.before(one) if each.raw.group is not None), None)
    if main is None or main.modality != one.modality or main.dating.number is None:
        return None
    if view.sentence_at[main.token] != view.sentence_at[one.token]:
        return None
    between = range(main.token + 1, group.verb - 1)
    parted = any(view.words[i] in STOPS or view.is_finite(view.tokens[i]) for i in between)
    return None if parted else main.dating.number


def _participle(view: DocView, one: Timed) -> int | None:
    """Return the participle without auxiliary by which a mention is told: "et envoyé"."""
    group = one.raw.group
    if group is not None:
        alone = group.form == "past-participle" and group.compound and group.first == group.verb
        return group.verb if alone else None
    begin, _ = view.sentence(one.token)
    verb = verb_before(view, one.token, begin)
    return verb if verb is not None and verb > begin and view.words[verb] in witnessing() else None


def _tells(group: VerbGroup) -> bool:
    """Return whether a verb tells of one deed: "a signé", "signa"."""
    return group.tense == ("present" if group.compound else "past")
