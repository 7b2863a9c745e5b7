"""Find scopes of sources that a mark sets apart: "… : KCNA", "… – armée", "Bilan de Séoul : …"."""

from __future__ import annotations

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.speaker import SPEAKING, speaker
from dprk_events.events.modality.told import owner
from dprk_events.french import forms_of, looks_like_participle, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
MARKS, COLON, ENDS = frozenset({":", "–", "—", "-"}), ":", frozenset('.!…»"')
STATEMENTS = WORDS["statements"] | WORDS["verdicts"]
CAPITAL, PRESS, PLACES = "capital", "press", frozenset({"place"})
GIVING, NEAR = forms_of(*WORDS["verbs_of_handing_in"]), 6
"""Verbs of giving out a report, and words before it within which they stand."""
LONGEST = 6
"""Most words of a source behind the mark."""


def after_mark(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope of who ends a headline: "Pyongyang a tiré un missile : KCNA".

    A capital may only be a place; behind a colon it speaks, of another state that comes first.
    """
    if first and view.texts[first - 1] in MARKS:
        first = view.sentence(first - 1)[0]  # the parser may end a sentence there
    at = next((i for i in range(last - 1, first + 1, -1) if view.texts[i] in MARKS), None)
    if at is None or last - at > LONGEST or view.words[last] in ENDS:
        return []
    source = next(view.each_phrase(at + 1, last), None)
    whole = source is not None and source.start == at + 1 and source.last == last
    if source is not None and _only_names(view, source):
        return []
    if source is None or not whole or source.prep is not None or not _speaks(view, source, first):
        return []
    told = any(_tells(view, i) for i in range(first, at))
    return [Scope(first, at - 1, at, source)] if told else []


def _only_names(view: DocView, source: Phrase) -> bool:
    """Match "la piste Lazarus": a name that only completes a noun."""
    return source.entity is not None and view.entities[source.entity].first != source.first


def _tells(view: DocView, i: int) -> bool:
    """Return whether a word may tell of a deed: a verb that is finite, or a participle."""
    verbal = view.pos[i] in VERBAL and view.entity_at[i] is None
    return verbal and (view.is_finite(view.tokens[i]) or looks_like_participle(view.words[i]))


def _speaks(view: DocView, source: Phrase, first: int) -> bool:
    kinds = view.kinds(source)
    if source.entity is None:
        return bool(kinds & SPEAKING) and not kinds & PLACES
    entity = view.entities[source.entity]
    if entity.kind != CAPITAL:
        return entity.label in {"PER", "ORG"} and bool(kinds & SPEAKING)
    return view.words[source.start - 1] == COLON and _of_another(view, source, first)


def _of_another(view: DocView, capital: Phrase, first: int) -> bool:
    """Return whether what is told begins with another state than that of a capital."""
    opening = next(view.each_phrase(first, capital.start - 1), None)
    if opening is None or opening.entity is None or opening.prep is not None:
        return False
    own = None if capital.entity is None else view.entities[capital.entity].country
    return view.entities[opening.entity].country not in {None, own}


def behind_statement(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope of whose count or version opens a sentence: "Le bilan de Séoul : 600 tués".

    So too behind a comma or a colon: "Selon Kiev, non. Le décompte de Séoul : 600 tués".
    """
    colon = next((i for i in range(first + 1, last + 1) if view.words[i] == COLON), None)
    if colon is None:
        return []
    noun = next((i for i in range(first, colon) if _is_statement(view, i)), None)
    if noun is None or view.has_finite(noun, colon):
        return []
    behind = view.each_phrase(noun + 1, colon)
    source = owner(view, noun, colon) or next((p for p in behind if p.start <= noun), None)
    if source is None or source.head == noun:
        source = _giver(view, noun, first)  # "Le panel a rendu ses conclusions : Pyongyang a …"
    speaks = source is not None and not source.pronoun and source.head != noun
    here = view.sentence_at[first]
    if colon == last and here + 1 < len(view.sentences):
        last = view.sentences[here + 1][1]  # the parser may end a sentence there
    return [Scope(colon + 1, last, noun, source)] if speaks and colon < last else []


def _giver(view: DocView, noun: int, first: int) -> Phrase | None:
    """Find who gives out a report: the subject of a verb of giving right before it."""
    for i in range(noun - 1, max(first, noun - NEAR), -1):
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            return speaker(view, i, first) if view.words[i] in GIVING else None
    return None


def _is_statement(view: DocView, i: int) -> bool:
    word = view.words[i]
    if view.entity_at[i] is not None or view.pos[i] in VERBAL:
        return False
    return word in STATEMENTS or word in load_cues().nouns["reporting"]
