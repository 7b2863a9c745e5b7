"""Read the answer to an offer: accepted it is planned, refused it does not come about."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.undone import end_with_the_next
from dprk_events.french import (
    auxiliary_tense,
    closed_class,
    forms_of,
    key,
    looks_like_participle,
    phrase_of,
    word_lists,
)
from dprk_events.names import Modality
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
ANSWERS: tuple[tuple[Modality, tuple[str, ...], frozenset[str]], ...] = (
    ("planned", tuple(WORDS["idioms_of_accepting"]), forms_of(*WORDS["verbs_of_accepting"])),
    ("negated", tuple(WORDS["idioms_of_declining"]), forms_of(*WORDS["verbs_of_declining"])),
)
"""What an answer makes of an offer; its set phrases, and the forms of its verbs."""
OFFERS, OF = WORDS["nouns_of_offers"], closed_class("of")
TOLD = frozenset({"present", "imperfect"})
COMMA = ","
GROUP, PHRASE = 4, 5
"""Words before a participle that hold its auxiliary, and words of the longest answer."""


def answered(asked: Asked) -> Iterator[Cue]:
    """Read "a invité Kim à Moscou, qui a accepté", "proposait un sommet. Pyongyang a refusé".

    The answer stands behind the offer in its sentence, or in the next one on the same line.
    """
    view = asked.view
    if not _is_offered(asked):
        return
    for i in range(asked.token + 1, end_with_the_next(view, asked.token) + 1):
        for modality, idioms, verbs in ANSWERS:
            if _in_set_phrase(view, i, idioms) or _answers(view, i, verbs):
                yield Cue(modality, view.words[i], decisive=True)
                return


def _is_offered(asked: Asked) -> bool:
    """Match an invitation, and what somebody offers or asks for: "propose une rencontre"."""
    if asked.mention.candidate.trigger.rule.spec.modality == "possible":
        return True
    view, cues = asked.view, load_cues()
    for governor in asked.above:
        word = view.words[governor.token]
        if governor.how == "noun" and word in OFFERS:
            return True
        if governor.how in {"verb", "object"} and word in cues.verbs["demand"]:
            return True
    return False


def _in_set_phrase(view: DocView, i: int, idioms: tuple[str, ...]) -> bool:
    """Return whether an answer in several words ends here: "a répondu favorablement"."""
    begin, _ = view.sentence(i)
    before = f" {phrase_of(view.words[max(begin, i - PHRASE + 1) : i + 1])}"
    return any(before.endswith(f" {key(idiom)}") for idiom in idioms)


def _answers(view: DocView, i: int, verbs: frozenset[str]) -> bool:
    """Return whether a verb answers: "a accepté", "l'a déclinée", "a refusé cette offre".

    Not what is accepted or refused besides: "a accepté un chèque", "a refusé de commenter".
    """
    begin, end = view.sentence(i)
    if view.words[i] not in verbs or negation_of(view, i) is not None:
        return False
    if not (_is_told(view, i, begin) or _is_apposed(view, i)):
        return False
    if i == end or view.words[i + 1] in OF:
        return i == end
    object_ = next(view.each_phrase(i + 1, end), None)
    apart = object_ is None or object_.start > i + 1 or object_.prep is not None
    return apart or (object_ is not None and view.words[object_.head] in OFFERS)


def _is_told(view: DocView, i: int, begin: int) -> bool:
    """Match "a accepté", "accepte", "a été déclinée"; not "pourrait accepter"."""
    before = view.words[max(begin, i - GROUP) : i]
    if looks_like_participle(view.words[i]):
        return any(auxiliary_tense(word) in TOLD for word in before)
    return view.is_finite(view.tokens[i]) and view.tokens[i].morph.get("Tense", []) != ["Fut"]


def _is_apposed(view: DocView, i: int) -> bool:
    """Match "une invitation à Moscou, acceptée sur-le-champ"."""
    return looks_like_participle(view.words[i]) and view.words[i - 1] == COMMA
