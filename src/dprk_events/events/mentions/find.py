"""Find event mentions: candidates that meet their rule's conditions, one reading a word."""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.events.mentions.candidates import Candidate, candidates
from dprk_events.events.mentions.conditions import modified, roles_filled, surroundings, voice
from dprk_events.events.roles import Fill, Positions, assign, of_noun, of_verb
from dprk_events.events.rules import RuleSet
from dprk_events.events.syntax import DocView, VerbGroup, verb_group

CLITICS = frozenset({"en", "les"})
ECHO_SENTENCES = 8
HEADLINE_SENTENCES = 2
"""A bare noun in the first sentences takes up the deed told after it: "Après le bombardement …"."""


@dataclass(frozen=True)
class RawMention:
    """A mention before modality and merging."""

    candidate: Candidate
    group: VerbGroup | None
    positions: Positions
    fills: tuple[Fill, ...]

    @property
    def type(self) -> str:
        """The event type."""
        return self.candidate.trigger.rule.type


@dataclass(frozen=True, slots=True)
class Rejected:
    """A candidate that gave no event, and the condition that failed."""

    candidate: Candidate
    reason: str
    mention: RawMention | None = None
    """What it would have been, where only roles or modifiers are wanting."""
    again: bool = False
    """Whether a clitic stands for the thing ("Pyongyang en a envoyé 600"), told just before."""


def examine(view: DocView, found: Candidate) -> RawMention | Rejected:
    """Try one reading of one word."""
    trigger = found.trigger
    if reason := surroundings(view, found):
        return Rejected(found, reason)
    group = None
    if trigger.verbal:
        group = verb_group(view, found.first, trigger.lemma, trigger.form or "infinitive")
        if reason := voice(found, group):
            return Rejected(found, reason)
        positions = of_verb(view, group, found.last)
    else:
        positions = of_noun(view, found.first, found.last)
    fills = assign(view, trigger.rule, positions, found.first)
    if reason := modified(view, found):
        again = group is not None and bool(CLITICS & set(view.words[group.first : group.verb]))
        return Rejected(found, reason, RawMention(found, group, positions, tuple(fills)), again)
    if reason := roles_filled(view, found, fills, positions):
        return Rejected(found, reason, RawMention(found, group, positions, tuple(fills)))
    return RawMention(found, group, positions, tuple(fills))


def find_mentions(view: DocView, rules: RuleSet) -> tuple[list[RawMention], list[Rejected]]:
    """All mentions in text order, and the candidates that failed, with why."""
    accepted: list[RawMention] = []
    rejected: list[Rejected] = []
    for found in candidates(view, rules):
        result = examine(view, found)
        if isinstance(result, RawMention):
            accepted.append(result)
        else:
            rejected.append(result)
    accepted, rejected = _echoes(view, accepted, rejected)
    return _settle(view, accepted, rejected), rejected


def _echoes(
    view: DocView, accepted: list[RawMention], rejected: list[Rejected]
) -> tuple[list[RawMention], list[Rejected]]:
    """Let in bare deeds that take up one told just before: "L'essai survient …"."""
    told = [
        (view.sentence_at[m.candidate.first], m.candidate.first, m.type)
        for m in accepted
        if not m.candidate.trigger.rule.spec.echo_only
    ]
    kept: list[RawMention] = []
    still: list[Rejected] = []

    def again(failed: Rejected) -> bool:
        here, rule = view.sentence_at[failed.candidate.first], failed.candidate.trigger.rule
        return failed.again and any(
            t == rule.type and at < failed.candidate.first and here - s <= 2 for s, at, t in told
        )

    def echoes(found: Candidate) -> bool:
        here = view.sentence_at[found.first]
        rule = found.trigger.rule
        headline = here < HEADLINE_SENTENCES and not rule.spec.echo_only
        before = any(
            t == rule.type and at < found.first and here - s <= ECHO_SENTENCES for s, at, t in told
        )
        return before or (
            headline
            and any(t == rule.type and at > found.first and s - here <= 3 for s, at, t in told)
        )

    for mention in accepted:
        if mention.candidate.trigger.rule.spec.echo_only and not echoes(mention.candidate):
            still.append(Rejected(mention.candidate, "no mention of the same type just before"))
        else:
            kept.append(mention)
    for failed in rejected:
        echo = failed.candidate.trigger.rule.spec.echo and not modified(view, failed.candidate)
        if failed.mention is not None and (again(failed) or (echo and echoes(failed.candidate))):
            kept.append(failed.mention)
        else:
            still.append(failed)
    kept.sort(key=lambda m: m.candidate.first)
    return kept, still


def _rank(mention: RawMention) -> tuple[int, int, int]:
    spec = mention.candidate.trigger.rule.spec
    length = mention.candidate.last - mention.candidate.first
    return (spec.priority, length, len({f.role for f in mention.fills}))


def _pointing_back(
    view: DocView, readings: list[RawMention], before: list[RawMention]
) -> list[RawMention]:
    """Read "ces tirs" as the type of the deed just told, where that is one of its readings."""
    token = readings[0].candidate.first
    phrase = view.phrase(token)
    start = phrase.start if phrase is not None else token
    pointing = {"ce", "cet", "cette", "ces"} & set(view.words[max(0, start - 1) : token])
    bare = not readings[0].candidate.trigger.verbal and not any(
        f.role in {"instrument", "recipient", "name"} for r in readings for f in r.fills
    )
    if not pointing and not bare:
        return readings
    types = {r.type for r in readings}
    for earlier in reversed(before[-4:]):
        if earlier.type in types:
            return [r for r in readings if r.type == earlier.type]
    return readings


def _settle(
    view: DocView, accepted: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """One reading a word (two only for joint rules of two types), one mention a light-verb deed."""
    chosen: list[RawMention] = []
    by_token: dict[int, list[RawMention]] = {}
    for mention in accepted:
        by_token.setdefault(mention.candidate.first, []).append(mention)
    for token in sorted(by_token):
        ranked = sorted(_pointing_back(view, by_token[token], chosen), key=_rank, reverse=True)
        best = ranked[0]
        kept = [best]
        for other in ranked[1:]:
            both = (
                best.candidate.trigger.rule.spec.joint and other.candidate.trigger.rule.spec.joint
            )
            if both and other.type not in {k.type for k in kept}:
                kept.append(other)
            else:
                reason = f"{best.candidate.trigger.rule.id} was the better reading of the word"
                rejected.append(Rejected(other.candidate, reason))
        chosen.extend(kept)
    lights = {m.positions.light.verb: m for m in chosen if m.positions.light is not None}
    result = []
    for mention in chosen:
        carried = lights.get(mention.candidate.first)
        if carried is not None and carried.type == mention.type and carried is not mention:
            rejected.append(Rejected(mention.candidate, "the light verb of another mention"))
            continue
        result.append(mention)
    return result
