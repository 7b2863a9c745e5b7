"""Read who is held to be behind a deed: "attribué à Pyongyang", "Lazarus serait derrière"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.predicate import predicates
from dprk_events.events.modality.speaker import speaker
from dprk_events.french import (
    closed_class,
    forms_of,
    looks_like_participle,
    looks_plural,
    phrase_of,
    word_lists,
)

WORDS = word_lists(__package__)
HEARSAY = WORDS["hearsay_auxiliaries"]
BEHIND = tuple(sorted(f" {words}" for words in WORDS["behind_a_deed"]))
AS, NAMING = WORDS["as_whom"], forms_of(*WORDS["verbs_of_naming"])
BLAMED, TO = forms_of(*WORDS["blamed_on"]), closed_class("to")
BLAME_REACH = 9
"""Words behind a deed within which the participle stands that says whose it is held to be."""
NAMING_REACH = 12
"""Words before "comme l'auteur" within which the verb stands that names somebody so."""
CHARGING, OF_WHICH = forms_of(*WORDS["of_somebody"]), WORDS["of_which"]
WORK = tuple(sorted(f" {words}" for words in WORDS["work_of"]))
COMMA = ","
REACH = 5
"""Words from the conditional to the deed's article."""


def named_as_author(asked: Asked) -> Iterator[Cue]:
    """Read "a désigné Lazarus comme l'auteur du vol", "tient Pyongyang pour responsable du vol"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, _ = view.sentence(asked.token)
    for i in range(phrase.first - 1, max(begin, phrase.first - REACH), -1):
        if view.words[i] in AS:
            text = f" {phrase_of(view.words[i + 1 : phrase.first])}"
            verbs = range(i - 1, max(begin - 1, i - NAMING_REACH), -1)
            verb = next((j for j in verbs if view.words[j] in NAMING), None)
            if text.startswith(BEHIND) and verb is not None and negation_of(view, verb) is None:
                yield Cue("reported", view.words[verb], source=speaker(view, verb, begin))
            return


def blamed(asked: Asked) -> Iterator[Cue]:
    """Read "58 attaques attribuées à Pyongyang", "le vol de mars, imputé au Nord, …"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    _, end = view.sentence(asked.token)
    plural = looks_plural(view.words[asked.token])
    for i in range(phrase.last + 1, min(end - 1, phrase.last + BLAME_REACH) + 1):
        word = view.words[i]
        bare = word in BLAMED and looks_like_participle(word) and view.pos[i - 1] != "AUX"
        if bare and plural == looks_plural(word) and view.words[i + 1] in TO:
            yield Cue("reported", word)
            return
        if view.is_finite(view.tokens[i]) and view.entity_at[i] is None:
            return


def charged_with(asked: Asked) -> Iterator[Cue]:
    """Read "le vol, dont Pyongyang est soupçonné", "l'attaque dont Séoul accuse le Nord"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    _, end = view.sentence(asked.token)
    near = range(phrase.last + 1, min(end, phrase.last + REACH) + 1)
    opened = next((i for i in near if view.words[i] in OF_WHICH), None)
    if opened is None:
        return
    for i in range(opened + 1, min(end, opened + BLAME_REACH) + 1):
        if view.words[i] in CHARGING and negation_of(view, i) is None:
            yield Cue("reported", view.words[i])
            return
        if view.words[i] == COMMA:
            return


def would_be_his(asked: Asked) -> Iterator[Cue]:
    """Read "L'attaque serait l'œuvre de Pyongyang": the conditional is of who did it."""
    view = asked.view
    for verb in predicates(asked):
        first, (_, end) = min([verb, *_copulas(asked, verb)]), view.sentence(verb)
        behind = f" {phrase_of(view.words[first + 1 : min(end, first + REACH) + 1])}"
        if view.words[first] in HEARSAY and behind.startswith(WORK):
            yield Cue("reported", view.words[first])


def _copulas(asked: Asked, said: int) -> list[int]:
    """Return the forms of "être" that the parse hangs on what is said of a deed."""
    return [c.i for c in asked.view.tokens[said].children if c.dep_ == "cop"]


def presumed_doer(asked: Asked) -> Iterator[Cue]:
    """Read "des pirates nord-coréens présumés ont volé": it is not known whether they are."""
    view, presumed = asked.view, load_cues().words["reported.adjectives"]
    for position in ("subject", "par"):
        for phrase in asked.mention.positions.phrases.get(position, ())[:1]:
            words = view.words[phrase.first : phrase.last + 2]
            found = presumed.intersection(words)
            yield from (Cue("reported", word) for word in sorted(found))


def held_behind(asked: Asked) -> Iterator[Cue]:
    """Read a conditional of hearsay that says who did it."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    begin, _ = view.sentence(asked.token)
    for i in range(phrase.first - 1, max(begin, phrase.first - 2 * REACH), -1):
        if view.words[i] in HEARSAY:
            if phrase_of(view.words[i : phrase.first]).startswith(BEHIND, len(view.words[i])):
                yield Cue("reported", view.words[i])
            return
        if view.is_finite(view.tokens[i]) and view.entity_at[i] is None:
            return
