"""Find cues around a mention: adjectives, adverbs, a leading "si", a question mark."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.cue import Cue
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import word_lists
from dprk_events.names import MODALITY_PRECEDENCE, Modality
from dprk_events.syntax import NOUNS, DocView

WORDS = word_lists(__package__)
IF, ELIDED_IF, AFTER_ELIDED_IF = WORDS["if"], WORDS["elided_if"], WORDS["after_elided_if"]
ANY_IF = IF | ELIDED_IF
NO_CONDITION = WORDS["before_no_condition"]
IF_CUE = "si"
"""The form in which the cue of a condition is reported."""
BY_ADVERB: tuple[Modality, ...] = ("possible", "reported")
ADVERB_BEFORE, ADVERB_AFTER = 6, 4
IF_BEFORE, COMMA_BEFORE = 8, 3
PHRASE_BEFORE, PHRASE_AFTER = 2, 9
"""Greatest distances of these cues from the trigger, in words."""


def of_adjectives(view: DocView, mention: RawMention) -> Iterator[Cue]:
    """Yield the cues of adjectives: "un tir présumé", "un éventuel essai"."""
    phrase = view.phrase(mention.candidate.first) if mention.group is None else None
    if phrase is None:
        return
    adjectives = load_cues().words
    words = view.words[phrase.first : phrase.last + 2]
    for modality in MODALITY_PRECEDENCE[:4]:
        listed = adjectives[f"{modality}.adjectives"]
        yield from (Cue(modality, word) for word in words if word in listed)


def of_sentence(view: DocView, token: int) -> Iterator[Cue]:
    """Yield the cues that cover the words near them: "?", "peut-être", "si", "à venir"."""
    begin, end = view.sentence(token)
    words, at = view.words[begin : end + 1], token - begin
    if words[-1] == "?" and not is_definite(view, token):
        yield Cue("possible", "?")
    yield from _of_adverbs(words, at)
    if _under_condition(words[max(0, at - IF_BEFORE) : at]):
        yield Cue("possible", IF_CUE)
    if view.pos[token] in NOUNS:
        near = " ".join(words[max(0, at - PHRASE_BEFORE) : at + PHRASE_AFTER])
        phrases = load_cues().planning_phrases
        yield from (Cue("planned", phrase) for phrase in phrases if phrase in near)


def _of_adverbs(words: list[str], at: int) -> Iterator[Cue]:
    """Yield the cues of adverbs: "a peut-être tiré", "aurait apparemment livré"."""
    lists = load_cues().words
    for word in words[max(0, at - ADVERB_BEFORE) : at + ADVERB_AFTER]:
        for modality in BY_ADVERB:
            if word in lists[f"{modality}.adverbs"]:
                yield Cue(modality, word)


def _under_condition(before: list[str]) -> bool:
    """Return whether it is in a condition: "si Pyongyang tire", not "si elle échoue, il tirera"."""
    if ANY_IF.isdisjoint(before) or "," in before[-COMMA_BEFORE:]:
        return False
    return any(
        before[i] in ANY_IF
        and (before[i] in IF or before[i + 1] in AFTER_ELIDED_IF)
        and (i == 0 or before[i - 1] not in NO_CONDITION)
        for i in range(len(before) - 1)
    )
