"""Continue the report of an agency in the next sentence: "Il a aussi visité", "ajoute KCNA"."""

from __future__ import annotations

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.scope import Scope, Scopes
from dprk_events.french import (
    auxiliary_tense,
    forms_of,
    looks_like_participle,
    phrase_of,
    word_lists,
)
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
THERE = WORDS["there"]
PRESS, PRESS_NOUNS = "press", WORDS["press"]
ADDING = forms_of(*WORDS["adding"])
OPENING = tuple(sorted(f"{each} " for each in WORDS["goes_on"]))
OPENING_WORDS = 6
"""Words at the beginning of a sentence within which it says that it goes on."""


def carried_on(view: DocView, scopes: Scopes, token: int) -> list[Scope]:
    """Return the scope of the agency whose report goes on in a sentence, or in the one behind it.

    Who "adds" something has said what stands before; "Le même jour, il a visité" comes from the
    agency that told of the day.
    """
    here = view.sentence_at[token]
    first, last = view.sentences[here]
    strategies = (_added, _left_out, _gone_on)
    for told in (each for strategy in strategies for each in strategy(view, scopes, here)):
        return [told._replace(first=first, last=last, how=carried_on.__name__)]
    return []


def _added(view: DocView, scopes: Scopes, here: int) -> list[Scope]:
    """Match "Il a visité un chantier. Il a félicité les ouvriers, ajoute KCNA"."""
    if here + 1 >= len(view.sentences) or _apart(view, here):
        return []
    told = scopes.told_in(here + 1)
    return [s for s in told if view.words[s.cue] in ADDING and _is_press(view, s.source)]


def _left_out(view: DocView, _: Scopes, here: int) -> list[Scope]:
    """Match "Il a visité une usine. L'agence KCNA n'a pas précisé la date": it told the rest."""
    if here + 1 >= len(view.sentences) or _apart(view, here):
        return []
    first, last = view.sentences[here + 1]
    opening = next(view.each_phrase(first, last), None)
    if opening is None or opening.prep is not None or not _is_press(view, opening):
        return []
    told = load_cues().verbs["reporting"]
    for i in range(opening.last + 1, last):
        if view.words[i] in told and view.entity_at[i] is None:
            negated = negation_of(view, i) is not None
            return [Scope(first, last, i, opening)] if negated else []
    return []


def _gone_on(view: DocView, scopes: Scopes, here: int) -> list[Scope]:
    """Match "Le même jour, il a visité", behind a sentence that an agency tells as a whole."""
    if not here or _apart(view, here - 1):
        return []
    first, last = view.sentences[here]
    opening = view.words[first : min(last, first + OPENING_WORDS) + 1]
    if not (f"{phrase_of(opening)} ".startswith(OPENING) or _there(opening)):
        return []
    begin, end = view.sentences[here - 1]
    told = [s for s in scopes.told_in(here - 1) if not s.denies and s.modality is None]
    whole = [s for s in told if s.first == begin or s.last >= end - 1]
    return [s for s in whole if _is_press(view, s.source)]


def _there(opening: list[str]) -> bool:
    """Match "Il y a donné", "Ils y ont rencontré"; not "Il y a dix ans"."""
    words = opening[:4]
    there = len(words) == 4 and words[1] in THERE and auxiliary_tense(words[2]) is not None
    return there and looks_like_participle(words[3])


def _apart(view: DocView, number: int) -> bool:
    """Return whether a line ends behind a sentence."""
    end, follows = view.sentences[number][1], view.sentences[number + 1][0]
    return "\n" in view.text[view.tokens.idx[end] : view.tokens.idx[follows]]


def _is_press(view: DocView, source: Phrase | None) -> bool:
    if source is None:
        return False
    named = source.entity is not None and view.entities[source.entity].kind == PRESS
    return named or view.words[source.head] in PRESS_NOUNS
