"""The conditions of a rule on the words around its trigger. Each gives None, or why it failed."""

from __future__ import annotations

from dprk_events.events.lexicon import closed_class, key
from dprk_events.events.mentions.candidates import Candidate
from dprk_events.events.mentions.near import Near, parts
from dprk_events.events.roles import Fill, Positions
from dprk_events.events.syntax import DocView, VerbGroup, clause_end

BARE = closed_class("bare_before_noun")


def surroundings(view: DocView, found: Candidate, near: Near) -> str | None:
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
    rule = found.trigger.rule
    if rule.domains and (word := near.other_field(rule, found.first)):
        return f"“{word}” near by: another field"
    if spec.unless_sentence:
        whole = near.words(view.sentence_at[found.first])
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
        return parts(
            view.words[max(begin, first - 6) : max(min(end, last + 6), clause_end(view, last)) + 1]
        )
    if last + 2 <= end and view.pos[last + 1] in {"VERB", "ADJ"}:
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
        following = next(view.each_phrase(last + 2, min(end, last + 9)), None)
        if following is not None and following.start <= last + 2:
            last = following.last
    counted = {"#"} if phrase is not None and phrase.count is not None else set()
    return parts(view.words[first : last + 1]) | counted


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
    found: Candidate, fills: list[Fill], positions: Positions, near: Near
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
    if near.in_context(found.trigger.rule, found.first, found.last):
        return None
    return "no filler for " + " or ".join(missing[0])


def _sides(fills: list[Fill]) -> int:
    """How many actors are filled."""
    return sum(fill.role == "actor" for fill in fills)


def _agentless(found: Candidate, positions: Positions) -> bool:
    return found.trigger.verbal and "passive-object" in positions.phrases
