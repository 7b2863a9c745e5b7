"""Find event mentions: candidates that meet their rule's conditions, one reading per word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict

from dprk_events.events.mentions.candidates import Candidate, candidates
from dprk_events.events.mentions.civilians import without_civilians
from dprk_events.events.mentions.conditions import (
    modified,
    of_both,
    roles_filled,
    surroundings,
    unfillable,
    voice,
)
from dprk_events.events.mentions.general import without_general
from dprk_events.events.mentions.near import Near, parts
from dprk_events.events.mentions.own_arms import without_own_arms
from dprk_events.events.mentions.pointing import pointing_back
from dprk_events.events.mentions.raw import RawMention, Rejected
from dprk_events.events.mentions.rehearsed import without_rehearsed
from dprk_events.events.mentions.stopped import stopped_triggers
from dprk_events.events.mentions.struck import hitting, without_strikes
from dprk_events.events.mentions.untold import (
    untold,
    without_flights_of_others,
    without_omissions,
    without_results,
)
from dprk_events.events.roles import Fill, Positions, assign, of_bridge, of_noun, of_verb
from dprk_events.events.roles.told import BACK, told_thing
from dprk_events.events.rules import RuleSet
from dprk_events.french import word_lists
from dprk_events.lexicon import NOTHING
from dprk_events.syntax import DocView, Phrase, VerbGroup, verb_group

CLITICS = word_lists(__package__)["clitics_of_things_told"]
SIDES = frozenset({"actor", "recipient"})
THING_ROLES = frozenset({"instrument", "theme", "location", "destination"})
"""Roles of what may be one of its rule's modifiers."""
AGAIN_SENTENCES = 2
OBJECT_REACH = 3
ECHO_SENTENCES = 8
ANY = ""
"""Stands for every type."""
HEADLINE_SENTENCES, HEADLINE_REACH = 2, 3
"""A bare noun in the first sentences may refer to an event mentioned after it:
"Après le bombardement …"."""


class _Examiner:
    """Tries the readings of one document's words."""

    def __init__(self, view: DocView) -> None:
        self.view = view
        self.near = Near(view)
        self._token = -1
        self._positions: dict[tuple[VerbGroup | None, int], Positions] = {}
        """Cached for the readings of one word: they are tried in turn and often agree."""

    def _positions_of(self, found: Candidate, group: VerbGroup | None) -> Positions:
        if found.first != self._token:
            self._token = found.first
            self._positions.clear()
        known = self._positions.get((group, found.last))
        if known is None:
            known = self._positions[group, found.last] = self._read(found, group)
        return known

    def _read(self, found: Candidate, group: VerbGroup | None) -> Positions:
        if group is not None:
            return of_verb(self.view, group, found.last)
        if found.trigger.bridge:
            return of_bridge(self.view, found.first)
        return of_noun(self.view, found.first, found.last)

    def _mention(self, found: Candidate, group: VerbGroup | None) -> RawMention:
        positions = self._positions_of(found, group)
        fills = assign(self.view, found.trigger.rule, positions, found.first)
        return RawMention(found, group, positions, tuple(fills))

    def _filled_by_modifier(self, found: Candidate, group: VerbGroup | None) -> bool:
        """Say whether what is sent, used or decided is one of the rule's modifiers.

        "Des ballons ont été repérés à Séoul après avoir été lâchés par Pyongyang", "l'adoption par
        l'ONU de sanctions". A pronoun or number stands for what was told before: "Les ballons
        agacent Séoul. Le Nord en a lâché 350."
        """
        wanted = found.trigger.rule.modifiers
        here = self.view.sentence_at[found.first]
        around = range(here if group is None else max(0, here - BACK), here + 1)
        if all(wanted.isdisjoint(self.near.words(number)) for number in around):
            return False
        fills = self._mention(found, group).fills
        roles = {"theme"} if group is None else THING_ROLES
        phrases = (self._thing(found, fill) for fill in fills if fill.role in roles)
        words = self.view.words
        return any(
            not wanted.isdisjoint(parts(words[phrase.first : phrase.last + 1]))
            for phrase in phrases
            if phrase is not None
        )

    def _thing(self, found: Candidate, fill: Fill) -> Phrase | None:
        """Return the thing that fills a role, by its own words if a pronoun stands for it."""
        phrase = fill.phrase
        if phrase is None or not phrase.pronoun:
            return phrase
        slots = found.trigger.rule.slots
        kinds = NOTHING.union(*(slot.kinds for slot in slots if slot.role == fill.role))
        return told_thing(self.view, phrase, kinds)

    def examine(self, found: Candidate) -> RawMention | Rejected:
        """Try one reading of one word."""
        view = self.view
        trigger = found.trigger
        if reason := surroundings(view, found, self.near):
            return Rejected(found, reason)
        group = None
        if trigger.verbal:
            group = verb_group(view, found.first, trigger.lemma, trigger.form or "infinitive")
            if reason := voice(found, group):
                return Rejected(found, reason)
        reason = modified(found, self.near)
        if reason and not self._filled_by_modifier(found, group):
            again = (
                group is not None
                and trigger.form != "present-participle"  # "en franchissant": no clitic
                and not CLITICS.isdisjoint(view.words[group.first : group.verb])
                and not _has_object(view, found.last)
            )
            return Rejected(found, reason, self._mention(found, group) if again else None, again)
        if reason := unfillable(found, self.near):
            return Rejected(found, reason)
        mention = self._mention(found, group)
        if reason := roles_filled(found, mention.fills, mention.positions, self.near):
            return Rejected(found, reason, mention, of_both(view, mention))
        return mention


def _has_object(view: DocView, last: int) -> bool:
    """Match "en tirer argument", "en tirer les leçons": no part of what was told, as "600" is."""
    _, end = view.sentence(last)
    thing = next(view.each_phrase(last + 1, min(end, last + OBJECT_REACH)), None)
    if thing is None or thing.prep is not None or thing.pronoun or thing.start > last + 1:
        return False
    counts = thing.counted is not None or view.pos[thing.head] == "NUM"
    return not counts and view.date_at[thing.head] is None


def find_mentions(view: DocView, rules: RuleSet) -> tuple[list[RawMention], list[Rejected]]:
    """Return the mentions in text order, and the rejected candidates with the reasons."""
    accepted: list[RawMention] = []
    rejected: list[Rejected] = []
    examiner = _Examiner(view)
    for found in candidates(view, rules):
        result = examiner.examine(found)
        if isinstance(result, RawMention):
            accepted.append(result)
        else:
            rejected.append(result)
    accepted, rejected = _echoes(examiner.near, accepted, rejected)
    chosen = without_general(view, _settle(view, accepted, rejected), rejected)
    chosen = without_rehearsed(view, chosen, rejected)
    chosen = without_civilians(view, chosen, rejected)
    chosen = without_own_arms(view, chosen, rejected)
    chosen = without_omissions(view, chosen, rejected)
    chosen = without_flights_of_others(view, chosen, rejected)
    chosen = without_results(view, without_strikes(view, chosen, rejected), rejected)
    return untold(view, chosen, rejected), rejected


def _echoes(
    near: Near, accepted: list[RawMention], rejected: list[Rejected]
) -> tuple[list[RawMention], list[Rejected]]:
    """Accept bare triggers that refer to an event just mentioned: "L'essai survient …"."""
    view = near.view
    told: dict[str, list[int]] = defaultdict(list)
    """Trigger tokens of the accepted mentions by type, in text order."""
    for mention in accepted:
        if not mention.candidate.trigger.rule.spec.echo_only:
            told[mention.type].append(mention.candidate.first)
    kept: list[RawMention] = []
    still: list[Rejected] = []

    def told_before(found: Candidate, sentences: int) -> bool:
        places = told[found.trigger.rule.type]
        at = bisect_left(places, found.first) - 1
        return at >= 0 and apart(places[at], found.first) <= sentences

    def told_after(found: Candidate, sentences: int) -> bool:
        places = told[found.trigger.rule.type]
        at = bisect_right(places, found.first)
        return at < len(places) and apart(found.first, places[at]) <= sentences

    def apart(first: int, last: int) -> int:
        return view.sentence_at[last] - view.sentence_at[first]

    read = {mention.candidate.first for mention in accepted}

    def again(failed: Rejected) -> bool:
        own = failed.candidate.first not in read  # no other rule finds what it needs
        return own and failed.again and told_before(failed.candidate, AGAIN_SENTENCES)

    def echoes(found: Candidate) -> bool:
        headline = view.sentence_at[found.first] < view.first_line.sentence + HEADLINE_SENTENCES
        return told_before(found, ECHO_SENTENCES) or (
            headline and not found.trigger.rule.spec.echo_only and told_after(found, HEADLINE_REACH)
        )

    for mention in accepted:
        if mention.candidate.trigger.rule.spec.echo_only and not echoes(mention.candidate):
            still.append(Rejected(mention.candidate, "no mention of the same type just before"))
        else:
            kept.append(mention)
    for failed in rejected:
        echo = failed.candidate.trigger.rule.spec.echo and not modified(failed.candidate, near)
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


def _within_another(mention: RawMention, others: set[tuple[str, int]]) -> bool:
    """Say whether a noun's deed is told by another mention, unless a light verb carries it."""
    noun = not mention.candidate.trigger.verbal and mention.positions.light is None
    first = mention.candidate.first
    return noun and ((mention.type, first) in others or (ANY, first) in others)


def _covered(view: DocView, chosen: list[RawMention]) -> set[tuple[str, int]]:
    """Return the type with the tokens of nouns that verbs of the type have in them.

    The words of expressions, of any type ("passer à l'attaque"), and the object that a verb's rule
    asks for: "tirer dix coups de semonce" is one deed.
    """
    found: set[tuple[str, int]] = set()
    for mention in chosen:
        first, last = mention.candidate.first, mention.candidate.last
        if mention.candidate.trigger.verbal:
            found.update((ANY, i) for i in range(first + 1, last + 1))
            wanted = mention.candidate.trigger.rule.modifiers
            for thing in mention.positions.phrases.get("object", ()):
                _, end = view.sentence(thing.last)
                words = view.words[thing.first : min(end, thing.last + 2) + 1]
                if not wanted.isdisjoint(parts(words)):
                    found.add((mention.type, thing.head))
    return found


def _told_by_verb(noun: RawMention, chosen: list[RawMention]) -> bool:
    """Say whether a noun is what a verb does something with, and tells no side but the verb's.

    « imposer de nouvelles sanctions » is one deed, « bloquer de nouvelles sanctions » none of them.
    """
    own = {(fill.role, fill.first) for fill in noun.fills if fill.role in SIDES}
    return any(
        other.candidate.trigger.verbal
        and own <= {(fill.role, fill.first) for fill in other.fills}
        and fill.role == ("theme" if other.type == noun.type else "recipient")
        and fill.first <= noun.candidate.first <= fill.last
        for other in chosen
        for fill in other.fills
    )


def _outermost(chosen: list[RawMention], rejected: list[Rejected]) -> list[RawMention]:
    """Leave out a trigger within the words of another of its type: "hurler" in "fait hurler"."""
    inside = {
        (at, each.type)
        for each in chosen
        for at in range(each.candidate.first + 1, each.candidate.last + 1)
    }
    kept = []
    for mention in chosen:
        if (mention.candidate.first, mention.type) in inside:
            rejected.append(Rejected(mention.candidate, "part of the words of another mention"))
        else:
            kept.append(mention)
    return kept


def _settle(
    view: DocView, accepted: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Keep one reading per word (two only for joint rules), one mention per light-verb event."""
    chosen: list[RawMention] = []
    by_token: dict[int, list[RawMention]] = {}
    for mention in accepted:
        by_token.setdefault(mention.candidate.first, []).append(mention)
    for token in sorted(by_token):
        ranked = sorted(
            hitting(view, pointing_back(view, by_token[token], chosen)), key=_rank, reverse=True
        )
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
    chosen = _outermost(chosen, rejected)
    told = {id(m) for m in chosen if not m.candidate.trigger.verbal and _told_by_verb(m, chosen)}
    lights = {
        m.positions.light.verb: m
        for m in chosen
        if m.positions.light is not None and id(m) not in told
    }
    objects, stopped = _covered(view, chosen), stopped_triggers(view, chosen)
    result = []
    for mention in chosen:
        if mention.candidate.first in stopped:
            rejected.append(
                Rejected(mention.candidate, "in a decision that another mention blocks")
            )
            continue
        if _within_another(mention, objects):
            rejected.append(Rejected(mention.candidate, "the object of another mention"))
            continue
        if id(mention) in told:
            rejected.append(Rejected(mention.candidate, "what another mention is about"))
            continue
        carried = lights.get(mention.candidate.first)
        if carried is not None and carried.type == mention.type and carried is not mention:
            rejected.append(Rejected(mention.candidate, "the light verb of another mention"))
            continue
        result.append(mention)
    return result
