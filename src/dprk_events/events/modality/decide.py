"""Decide modality and source of one mention from the cues whose scope covers it.

If several apply, the first in this order wins: negated, planned, possible, reported, asserted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from typing import NamedTuple

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality import (
    ahead,
    answered,
    around,
    blamed,
    coming,
    dropped,
    due,
    entailed,
    foretold,
    governed,
    held_open,
    judged,
    negation,
    not_yet,
    on_condition,
    open_plan,
    opened,
    openers,
    phases,
    predicate,
    projected,
    refuted,
    taking_part,
    tense,
    to_be_made,
    told,
    undone,
    wished,
)
from dprk_events.events.modality.carried_on import carried_on
from dprk_events.events.modality.carried_out import came_to_nothing, was_carried_out
from dprk_events.events.modality.cue import Asked, Cue, Strategy
from dprk_events.events.modality.free_speech import taken_up, told_on
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.granted import covers, is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.quotes import quotations
from dprk_events.events.modality.reporting import scopes
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.sources import SourceFinder
from dprk_events.french import key
from dprk_events.names import MODALITY_PRECEDENCE, Modality
from dprk_events.syntax import DocView, Phrase


@dataclass(frozen=True, slots=True)
class ModalityReading:
    """The modality of a mention, the word that decided it, and the source.

    ``why`` names the strategy that found the word, ``source_why`` that which found the source; None
    for what nothing speaks against.
    """

    modality: Modality
    cue: str | None = None
    source: Phrase | None = None
    why: str | None = None
    source_why: str | None = None
    behind: tuple[Phrase, ...] = ()
    """Who else stands behind it: with the source, cited by it, citing it, or telling of it."""


class ModalityReader:
    """Decides modality and source for the mentions of one document."""

    def __init__(self, view: DocView) -> None:
        self.view = view
        self.quotations = quotations(view)
        self.scopes = scopes(view, self.quotations)
        self._sources = SourceFinder(view, self.scopes)

    def judge(self, mention: RawMention, above: Sequence[Governor]) -> ModalityReading:
        """Decide modality, cue and source of a mention governed by the words ``above``."""
        token = mention.candidate.first
        over = (
            self.scopes.over(token)
            or told_on(self.view, self.quotations, self.scopes, token)
            or taken_up(self.view, self.scopes, token)
            or carried_on(self.view, self.scopes, token)
        )
        covering = [s for s in over if covers(self.view, self.quotations, s, mention)]
        quoted = not over and self.quotations.around(token)
        inquiry = Asked(self.view, mention, above, covering, quoted)
        found = list(_found(inquiry))
        if mention.event_type.failed_is_done:
            found = [each for each in found if not _only_failed(each.cue)]
            if came_to_nothing(inquiry):
                found = [each for each in found if each.cue.modality != "planned"]
        hangs = any(f.why == HANGING for f in found)
        if hangs and not any(f.cue.modality == "planned" for f in found):
            found = [each for each in found if each.why != HANGING]
        if was_carried_out(inquiry):
            found = [each for each in found if each.cue.modality != "planned"]
        if undone.was_taken_back(self.view, token):
            found = [_planned_again(each) for each in found]
        decisive = _decisive(found)
        asked = any(f.why in OPEN or _only_if(inquiry, f) for f in found)
        modality: Modality = next((m for m in MODALITY_PRECEDENCE if m in decisive), "asserted")
        if (asked or hangs) and modality == "planned":
            modality = "possible"  # "s'apprête-t-il à tirer ?", "tirera si Séoul tire": no plan
        cues = [each.cue for each in found]
        reading = ModalityReading(modality)
        if (decided := decisive.get(modality)) is not None:
            source, told, why = self._sources.find(token, modality, covering, cues)
            behind = _chain(covering, {source, told})
            reading = ModalityReading(modality, decided.cue.word, source, decided.why, why, behind)
        return self._at_least(mention, reading)

    def _at_least(self, mention: RawMention, reading: ModalityReading) -> ModalityReading:
        """Apply the rule's own modality, unless one with precedence over it was found."""
        own = mention.candidate.trigger.rule.spec.modality
        precedes = MODALITY_PRECEDENCE.index
        verbal = mention.group is not None and reading.why != ANSWERED
        if own == "possible" and reading.modality == "planned" and verbal:
            return replace(reading, modality=own)  # "viendra inviter Kim": he is not yet coming
        if own is None or precedes(own) >= precedes(reading.modality):
            return reading
        word = self.view.words[mention.candidate.first]
        return replace(reading, modality=own, cue=word, why=OWN_RULE)


class Found(NamedTuple):
    """A cue, and the name of the strategy that found it."""

    cue: Cue
    why: str


def speech(asked: Asked) -> Iterator[Cue]:
    """Read the scopes of speech over a mention: "a annoncé que", "selon", "craint que"."""
    ceasing, view = load_cues().verbs["ceasing"], asked.view
    for scope in asked.covering:
        if view.words[scope.first] in ceasing and view.words[scope.cue] in governed.VOWING:
            continue  # "a promis de cesser ses tirs" says no more than that they went on
        if scope.modality is not None and _is_to_cease(asked, scope):
            yield Cue("reported", view.words[scope.cue], holder=scope.cue, why=scope.how)
            continue
        modality = "negated" if scope.denies else scope.modality or "reported"
        yield Cue(modality, asked.view.words[scope.cue], why=scope.how)


def _is_to_cease(asked: Asked, scope: Scope) -> bool:
    """Match "exige que Pyongyang cesse ses tirs": what one is told to cease goes on."""
    ceasing = load_cues().verbs["ceasing"]
    return any(
        scope.first <= each.token and asked.view.words[each.token] in ceasing
        for each in asked.above
    )


STRATEGIES: tuple[Strategy, ...] = (
    speech,
    negation.negated_verb,
    negation.negated_trigger,
    negation.of_another_kind,
    negation.negated_participant,
    negation.without,
    tense.future,
    tense.conditional,
    tense.absolute_participle,
    tense.of_what_is_hearsay,
    open_plan.plan_left_open,
    governed.governing_noun,
    told.noun_of_saying,
    told.vouched_for,
    told.charged_in_headline,
    told.observed,
    told.told_in_relative,
    governed.governing_verb,
    wished.wished_as,
    governed.going,
    governed.denied_governor,
    governed.announced,
    governed.conditional_verb,
    phases.phase,
    predicate.undergone,
    predicate.told_of,
    predicate.taking_place,
    predicate.outlook,
    foretold.foretold,
    foretold.within_plan,
    to_be_made.carried_later,
    governed.later,
    taking_part.taken_part_in_later,
    governed.tried_later,
    around.adjective,
    openers.before_infinitive,
    around.called_for,
    around.leading_to,
    around.weighed,
    ahead.before_deed,
    around.scheduled,
    not_yet.until_then,
    not_yet.made_ready,
    not_yet.part_of_plan,
    not_yet.once_done,
    not_yet.first_to_be,
    not_yet.within_future,
    not_yet.for_want_of,
    not_yet.soon_there,
    not_yet.put_off,
    around.question,
    held_open.indirect_question,
    held_open.untrue,
    refuted.called_untrue,
    refuted.no_part_in,
    refuted.told_to_be_untrue,
    held_open.asked_about,
    held_open.day_to_be_fixed,
    foretold.day_set,
    foretold.before_going_on,
    around.adverb,
    around.condition,
    around.purpose,
    opened.opened,
    around.planning_phrase,
    around.any_such,
    around.free_quotation,
    on_condition.on_condition,
    due.due,
    dropped.dropped,
    undone.undone,
    answered.answered,
    entailed.entailed,
    blamed.blamed,
    blamed.charged_with,
    blamed.would_be_his,
    blamed.presumed_doer,
    blamed.held_behind,
    blamed.named_as_author,
    judged.judged,
    projected.projected,
    coming.aim,
    coming.notified,
    coming.warned_against,
    coming.threatened_with,
    coming.threatened,
    ahead.countdown,
    ahead.before_beginning,
)
"""All of them are asked; of the cues for one modality, the first that was found is reported."""
OPEN = {
    around.question.__name__,
    held_open.indirect_question.__name__,
    entailed.entailed.__name__,
    coming.threatened.__name__,
    open_plan.plan_left_open.__name__,
}
"""What leaves a deed open, whatever the tense: "tirera-t-il ?", "un tir sera puni"."""
ANSWERED = answered.answered.__name__
CONDITION = around.condition.__name__
HANGING = on_condition.on_condition.__name__
OWN_RULE = "rule"
"""The reason where the rule of the trigger says the modality."""


def _only_if(asked: Asked, found: Found) -> bool:
    """Match "si Kim doit un jour le recevoir", "si Pyongyang prépare un tir": no plan, either.

    What is known to be planned stays so: "si le sommet prévu lundi échoue".
    """
    known = is_definite(asked.view, asked.token)
    return found.cue.word == around.IF_CUE and found.why == CONDITION and not known


def _planned_again(found: Found) -> Found:
    """Return what was called off as planned, after somebody thought better of it."""
    called_off = found.cue.modality == "negated"
    return found._replace(cue=found.cue._replace(modality="planned")) if called_off else found


def _only_failed(cue: Cue) -> bool:
    """Return whether a deed is denied by its failure alone: "a échoué à", "n'a pas réussi à"."""
    words, failing = key(cue.word).split(), load_cues().verbs["failing"]
    return cue.modality == "negated" and any(word in failing for word in words)


def _chain(covering: Sequence[Scope], known: Set[Phrase | None]) -> tuple[Phrase, ...]:
    """Return who else stands behind a mention, within its scopes of speech.

    So "Pyongyang confirme un tir, rapporte Yonhap" has both.
    """
    found: dict[Phrase, None] = {}
    for scope in covering:
        if scope.source is not None and scope.modality is None:
            found[scope.source] = None
        found |= dict.fromkeys(scope.behind)
    return tuple(each for each in found if each not in known and not each.pronoun)


def _found(asked: Asked) -> Iterator[Found]:
    for strategy in STRATEGIES:
        yield from (Found(cue, cue.why or strategy.__name__) for cue in strategy(asked))


def _decisive(found: Sequence[Found]) -> dict[Modality, Found]:
    """Return the cue to report for each modality."""
    first: dict[Modality, Found] = {}
    left_open = any(each.cue.modality == "possible" for each in found)
    for each in found:
        if each.cue.yields and left_open:
            continue
        if each.cue.decisive or each.cue.modality not in first:
            first[each.cue.modality] = each
    return first
