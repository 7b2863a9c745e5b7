"""Read deeds that somebody calls untrue, or in which he says that he has no part."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.predicate import predicates
from dprk_events.events.modality.stance import stance_on
from dprk_events.french import forms_of, word_lists
from dprk_events.syntax import VERBAL

WORDS = word_lists(__package__)
JUDGING = forms_of(*WORDS["verbs_of_judging"])
PART, WITHIN = WORDS["parts_in_a_deed"], WORDS["prepositions_of_parts"]
TOPICS, GERUND = WORDS["topics_of_sayings"], "ant"
SAYING_REACH = 8
"""Words before a deed within which stands the noun of saying that tells of it."""
JUDGED_REACH, PART_REACH = 5, 5
"""Words before a deed within which it is called untrue, and before that its verb stands; words
before "implication" within which stands who denies it."""


def called_untrue(asked: Asked) -> Iterator[Cue]:
    """Read "qualifie de fable les livraisons d'armes", "ces livraisons sont une invention"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep is not None or asked.mention.group is not None:
        return
    for said in predicates(asked):
        if view.words[said] in _untrue_words() and negation_of(view, said) is None:
            yield Cue("negated", view.words[said])
            return
    begin, _ = view.sentence(asked.token)
    first = max(begin, phrase.start - JUDGED_REACH)
    untrue = [i for i in range(first, phrase.start) if view.words[i] in _untrue_words()]
    for i in reversed(untrue):
        before = range(i - 1, max(begin, i - JUDGED_REACH) - 1, -1)
        verb = next((j for j in before if view.words[j] in JUDGING), None)
        apart = any(view.pos[j] in {*VERBAL, "NOUN"} for j in range(i + 1, phrase.start))
        if verb is not None and not apart:
            yield Cue("negated", view.words[i], holder=verb)
            return


def told_to_be_untrue(asked: Asked) -> Iterator[Cue]:
    """Read "dément les informations faisant état d'un tir", "sur un tir": they are not so."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, end = view.sentence(asked.token)
    nouns, saying = load_cues().nouns["reporting"], load_cues().saying
    about = phrase.start > begin and view.words[phrase.start - 1] in TOPICS
    telling = about or phrase.prep in TOPICS
    for i in range(phrase.start - 1 - about, max(begin, phrase.start - SAYING_REACH) - 1, -1):
        word = view.words[i]
        if word in nouns and view.pos[i] == "NOUN" and telling:
            stance = stance_on(view, i, begin, end)
            if stance is not None:
                yield Cue(stance.modality or "negated", word, source=stance.source)
            return
        if view.words[i] in saying and word.endswith(GERUND):
            telling = True
        elif view.pos[i] in VERBAL:
            return


def _untrue_words() -> frozenset[str]:
    return load_cues().words["denial.words"]


def no_part_in(asked: Asked) -> Iterator[Cue]:
    """Read "nie toute implication dans le piratage": whoever has no part in it has not done it."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep not in WITHIN or not phrase.start:
        return
    part = view.phrase(phrase.start - 1)
    if part is None or view.words[part.head] not in PART:
        return
    verbs, (begin, _) = load_cues().verbs, view.sentence(asked.token)
    for i in range(part.start - 1, max(begin, part.start - PART_REACH) - 1, -1):
        word = view.words[i]
        if (word in verbs["denial"] or word in verbs["negated"]) and negation_of(view, i) is None:
            yield Cue("negated", word, holder=i)
            return
