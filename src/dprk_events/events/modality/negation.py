"""Find what is negated: "n'a pas tiré", "aucun missile", "sans essai"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.cue import Cue
from dprk_events.events.modality.granted import determiners
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import closed_class, conjugate, key, word_lists
from dprk_events.syntax import DocView
from dprk_events.syntax.tags import IN_INVERTED_GROUP

WORDS = word_lists(__package__)
NE, THAT = WORDS["ne"], closed_class("que")
NOBODY, NONE, NO_NOUN = WORDS["nobody"], WORDS["no_determiners"], WORDS["no_noun"]
WITHOUT_PAS = WORDS["deny_without_pas"]
MORE, LATER = WORDS["more"], WORDS["later"]
NEGATIONS = closed_class("negations")
AUXILIARIES = frozenset(key(form) for verb in WORDS["auxiliaries"] for form in conjugate(verb))
LINKS = closed_class("between_verb_and_infinitive")
PASSED_OVER = LINKS | NEGATIONS | AUXILIARIES
"""Words that may occur between "ne" and the verb."""
BEFORE_VERB, AFTER_VERB, QUE_AFTER_VERB = 7, 3, 6
"""Greatest distance in words from a verb to its "ne", "pas" and the "que" of "ne … que"."""
NONE_CUE = "aucun"
"""The form in which the cue of a negated subject or object is reported."""


def of_negation(view: DocView, mention: RawMention) -> Iterator[Cue]:
    """Yield the cues of a mention whose verb, trigger, object or subject is negated."""
    yield from _of_verb(view, mention)
    yield from _just_before(view, mention)
    yield from _of_participants(view, mention)


def negation_of(view: DocView, verb: int) -> int | None:
    """Find the negation of a verb form: "pas" in "n'a pas tiré"; None for "ne … que" or without."""
    begin, end = view.sentence(verb)
    ne = _ne_before(view, verb, begin)
    if ne is None:
        return None
    if ne > begin and view.words[ne - 1] in NOBODY:
        return ne - 1  # "rien n'a été volé"
    for i in range(ne + 1, min(end, verb + AFTER_VERB) + 1):
        if view.words[i] in NEGATIONS:
            return i if _denies(view, i, end) else None
    following = view.words[verb + 1 : verb + 1 + QUE_AFTER_VERB]
    return ne if view.words[verb] in WITHOUT_PAS and THAT.isdisjoint(following) else None


def is_negated_noun(view: DocView, noun: int) -> bool:
    """Return whether a governing noun follows "aucun" or "sans"."""
    phrase = view.phrase(noun)
    if phrase is None:
        return False
    return not NO_NOUN.isdisjoint(view.words[max(0, phrase.first - 2) : phrase.head])


def _ne_before(view: DocView, verb: int, begin: int) -> int | None:
    """Find the "ne" of a verb, skipping auxiliaries, pronouns and adverbs."""
    for i in range(verb - 1, max(begin, verb - BEFORE_VERB) - 1, -1):
        word = view.words[i]
        if word in NE:
            return i
        if word not in PASSED_OVER and view.pos[i] not in IN_INVERTED_GROUP:
            return None
    return None


def _denies(view: DocView, at: int, end: int) -> bool:
    """Return whether a negation word really negates: not in "ne … pas que", "plus tard"."""
    follower = view.words[at + 1] if at < end else ""
    return not (follower in THAT or (view.words[at] in MORE and follower in LATER))


def _of_verb(view: DocView, mention: RawMention) -> Iterator[Cue]:
    """Yield the cues of a negated verb: "n'a pas tiré", "n'a mené aucun essai"."""
    group = mention.group or mention.positions.light
    if group is not None and (at := negation_of(view, group.verb)) is not None:
        yield Cue("negated", view.words[at], decisive=True)


def _just_before(view: DocView, mention: RawMention) -> Iterator[Cue]:
    """Yield the cues just before the trigger: "sans essai", "aucun tir"."""
    token = mention.candidate.first
    begin, _ = view.sentence(token)
    if mention.group is not None:
        start = mention.group.first
    else:
        phrase = view.phrase(token)
        start = phrase.first if phrase is not None else token
    denying = load_cues().words["negated.before"]
    for word in view.words[max(begin, start - 2) : start]:
        if word in denying and not _only_looks_so(view, start):
            yield Cue("negated", word, decisive=True)


def _of_participants(view: DocView, mention: RawMention) -> Iterator[Cue]:
    """Yield the cues of a negated object or subject: "n'a tiré aucun missile"."""
    if mention.group is None:
        return
    for position in ("object", "subject"):
        for phrase in mention.positions.phrases.get(position, [])[:1]:
            if not NONE.isdisjoint(determiners(view, phrase)):
                yield Cue("negated", NONE_CUE, decisive=True)


def _only_looks_so(view: DocView, at: int) -> bool:
    """Return whether it is no negation at all: "sans doute", "sans précédent"."""
    begin, end = view.sentence(at)
    around = " ".join(view.words[max(begin, at - 3) : min(end, at + 3) + 1])
    return any(phrase in around for phrase in load_cues().words["pseudo.phrases"])
