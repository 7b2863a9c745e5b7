"""The conditions of a rule on the words around its trigger. Each gives None, or why it failed."""

from __future__ import annotations

from dprk_events.events.lexicon import closed_class, key
from dprk_events.events.mentions.candidates import Candidate
from dprk_events.events.roles import Fill, Positions
from dprk_events.events.syntax import DocView, VerbGroup, clause_end

BARE = closed_class("bare_before_noun")


def surroundings(view: DocView, found: Candidate) -> str | None:
    """Conditions that need no roles: words before, after, in the phrase, in the sentence."""
    spec = found.trigger.rule.spec
    begin, end = view.sentence(found.first)
    after = _joined(view, found.last + 1, min(end, found.last + 5))
    before = _joined(view, max(begin, found.first - 5), found.first - 1)
    for words in spec.unless_after:
        if after.startswith(key(words) + " ") or after == key(words):
            return f"followed by “{words}”"
    for words in spec.unless_before:
        if before.endswith(" " + key(words)) or before == key(words):
            return f"preceded by “{words}”"
    if found.trigger.rule.domains and (word := _other_field(view, found)):
        return f"“{word}” near by: another field"
    if spec.unless_sentence:
        whole = _parts(view.words[begin : end + 1])
        for words in spec.unless_sentence:
            if key(words) in whole:
                return f"“{words}” in the sentence"
    if spec.unless_modifiers:
        hit = _modifier_words(view, found) & {key(w) for w in spec.unless_modifiers}
        if hit:
            return f"modified by “{min(hit)}”"
    if spec.determined and not found.trigger.verbal:
        before = view.words[found.first - 1] if found.first > begin else ""
        if before in BARE:
            return f"bare after “{before}”"
    return None


def modified(view: DocView, found: Candidate) -> str | None:
    """The rule's ``modifiers``: one must stand with the trigger."""
    wanted = found.trigger.rule.spec.modifiers
    if wanted and not _modifier_words(view, found) & {key(w) for w in wanted}:
        return "none of the modifiers " + ", ".join(wanted)
    return None


def _other_field(view: DocView, found: Candidate) -> str | None:
    """A word of an excluded domain in the sentence, or two in the sentences around."""
    here = view.sentence_at[found.first]
    words: set[str] = set()
    for domain in found.trigger.rule.domains:
        words |= view.lexicon.domains[domain]
    hits: list[str] = []
    for number in range(max(0, here - 1), min(len(view.sentences), here + 2)):
        begin, end = view.sentences[number]
        found_here = [
            view.words[i]
            for i in range(begin, end + 1)
            if view.words[i] in words and view.entity_at[i] is None
        ]
        if number == here and found_here:
            return found_here[0]
        hits += found_here
    return hits[0] if len(set(hits)) > 1 else None


def _joined(view: DocView, first: int, last: int) -> str:
    return " ".join(view.words[first : last + 1]).replace("' ", "'")


def _modifier_words(view: DocView, found: Candidate) -> set[str]:
    """Words of a noun's own phrase and of the "de" phrase after it; of a verb's clause."""
    phrase = view.phrase(found.first)
    first, last = found.first, found.last
    if phrase is not None:
        first, last = min(first, phrase.start), max(last, phrase.last)
    begin, end = view.sentence(found.first)
    if found.trigger.verbal:
        return _parts(
            view.words[max(begin, first - 6) : max(min(end, last + 6), clause_end(view, last)) + 1]
        )
    if last + 2 <= end and view.doc[last + 1].pos_ in {"VERB", "ADJ"}:
        last += 1  # "l'essai réussi d'un missile"
    if last + 1 <= end and view.words[last + 1] in {
        "de",
        "d'",
        "du",
        "des",
        "à",
        "aux",
        "au",
        "en",
    }:
        following = view.phrases_between(last + 2, min(end, last + 9))
        if following and following[0].start <= last + 2:
            last = following[0].last
    counted = {"#"} if phrase is not None and phrase.count is not None else set()
    return _parts(view.words[first : last + 1]) | counted


def _parts(words: list[str]) -> set[str]:
    """Words, and the words within a name that is one token."""
    return {part for word in words for part in (word, *word.split())}


def voice(found: Candidate, group: VerbGroup | None) -> str | None:
    """Reflexive and voice as the rule wants them."""
    spec = found.trigger.rule.spec
    if group is None:
        return None
    if spec.reflexive is True and not group.reflexive:
        return "not reflexive"
    if spec.reflexive is False and group.reflexive:
        return "reflexive"
    if spec.voice == "passive" and not group.passive:
        return "not passive"
    if spec.voice == "active" and group.passive:
        return "passive"
    return None


def roles_filled(
    view: DocView, found: Candidate, fills: list[Fill], positions: Positions
) -> str | None:
    """``needs`` and ``context``: roles that must be filled, or talk of the matter near by."""
    spec = found.trigger.rule.spec
    if spec.light_only and positions.light is None:
        return "no light verb"
    roles = {fill.role for fill in fills}
    for group in spec.must:
        if not roles & set(group):
            return "no filler for " + " or ".join(group)
    if spec.sides and _sides(fills) < spec.sides and not _agentless(found, positions):
        return f"fewer than {spec.sides} parties"
    missing = [group for group in spec.needs if not roles & set(group)]
    if not missing:
        return None
    if spec.context is not None and _in_context(view, found):
        return None
    return "no filler for " + " or ".join(missing[0])


def _sides(fills: list[Fill]) -> int:
    """How many actors are filled."""
    return sum(fill.role == "actor" for fill in fills)


def _agentless(found: Candidate, positions: Positions) -> bool:
    return found.trigger.verbal and "passive-object" in positions.phrases


def _in_context(view: DocView, found: Candidate) -> bool:
    rule = found.trigger.rule
    context = rule.spec.context
    if context is None:
        return False
    here = view.sentence_at[found.first]
    first = max(0, here - context.sentences)
    last = min(len(view.sentences) - 1, here + context.sentences)
    words = {key(w) for w in context.words}
    for number in range(first, last + 1):
        begin, end = view.sentences[number]
        for i in range(begin, end + 1):
            if found.first <= i <= found.last:
                continue
            if view.words[i] in words or words & set(view.words[i].replace("'", " ").split()):
                return True
            entity = view.entity_at[i]
            kinds = (
                view.lexicon.entity(view.entities[entity])
                if entity is not None
                else view.lexicon.noun(view.words[i])
            )
            if kinds & rule.context_kinds:
                return True
    return False
