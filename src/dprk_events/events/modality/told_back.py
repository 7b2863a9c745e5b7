"""Find scopes over the sentence before: "C'est ce qu'a annoncé Séoul", "Séoul l'a annoncé"."""

from __future__ import annotations

from collections.abc import Callable

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.pointing import (
    clitic_of_statement,
    noun_of_statement,
    points_back,
)
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.speaker import AVOIR, SPEAKING, agent, speaker
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
ORIGIN, GIVING = forms_of(*WORDS["verbs_of_origin"]), forms_of(*WORDS["verbs_of_giving"])
BEING, THAT_OF = WORDS["being"], WORDS["that_of"]
OF, TO, POINTING = closed_class("of"), closed_class("to"), closed_class("demonstratives")
CLEFT, WHO = WORDS["cleft"], closed_class("relative_pronouns")
SAYS = SPEAKING | {"document"}
COMMA, COLON, THIS, THAT = ",", ":", WORDS["this"], closed_class("que")
GAP = 2
"""Greatest distance from a verb of saying to the speaker behind it."""


def of_sentence_before(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope over the sentence before that this one points to."""
    here = view.sentence_at[first]
    if not here and COLON not in view.words[first:last]:
        return []
    for strategy in STRATEGIES:
        told = strategy(view, first, last)
        if told is None:
            continue
        verb, source = told
        if source is None or not view.kinds(source) & SAYS or negation_of(view, verb) is not None:
            return []
        colon = next((i for i in range(verb, last) if view.words[i] == COLON), None)
        if colon is not None:
            return [Scope(colon + 1, last, verb, source)]  # "C'est ce qu'avance Séoul : …"
        begin, end = view.sentences[here - 1]
        return [Scope(begin, end, verb, source)] if here else []
    return []


def as_is_said(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope over what stands before ", ce que Tokyo a confirmé"."""
    for i in range(first + 1, last - 2):
        if view.words[i] != COMMA:
            continue
        opened = i + 2 if view.words[i + 1] in TO else i + 1  # ", à ce que rapporte Tokyo"
        if view.words[opened] not in THIS or view.words[opened + 1] not in THAT:
            continue
        saying = load_cues().verbs["reporting.of_statements"]
        verb = _verb(view, i + 1, last)
        if verb is None or negation_of(view, verb) is not None:
            return []
        if view.words[verb] not in saying and not _is_idiom(view, verb):
            return []
        source = _teller(view, verb, opened + 2, last)
        speaks = source is not None and view.kinds(source) & SAYS
        return [Scope(first, i - 1, verb, source)] if speaks else []
    return []


Told = tuple[int, Phrase | None] | None
"""A verb of saying and its speaker; None where a sentence has not the construction."""


def that_is_what(view: DocView, first: int, last: int) -> Told:
    """Read "C'est ce qu'a annoncé Séoul", "Ce que Séoul a confirmé"."""
    if not points_back(view, first):
        return None
    verb = _verb(view, first, last)
    return None if verb is None else (verb, _teller(view, verb, first, last))


def has_said_it(view: DocView, first: int, last: int) -> Told:
    """Read "Le Kremlin l'a confirmé lundi", "C'est un député qui l'a révélé"."""
    at = clitic_of_statement(view, first, last)
    if at is None:
        return None
    clitic, verb = at
    return verb, _in_cleft(view, first, clitic) or speaker(view, verb, first)


def statement_given(view: DocView, first: int, last: int) -> Told:
    """Read "L'annonce en a été faite par Séoul", "L'estimation est celle de l'ONU"."""
    noun = noun_of_statement(view, first)
    if noun is None:
        return None
    for i in range(noun + 1, last):
        if view.words[i] in GIVING and (giver := agent(view, i)) is not None:
            return i, giver
        if view.words[i] in ORIGIN:
            return i, _behind_of(view, i, last)
        if view.words[i] in BEING and (view.words[i + 1] in THAT_OF or view.words[i + 1] in OF):
            return i, _behind_of(view, i, last)
    return None


def gives_statement(view: DocView, first: int, last: int) -> Told:
    """Read "Le président a livré ce bilan lundi", "C'est Séoul qui en a fait l'annonce"."""
    for i in range(first + 2, last):
        if view.words[i] in GIVING and view.words[i - 1] in AVOIR:
            given = next(view.each_phrase(i + 1, last), None)
            if given is None or not _is_this_statement(view, given, i):
                return None
            return i, _in_cleft(view, first, i) or speaker(view, i, first)
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            return None
    return None


STRATEGIES: tuple[Callable[[DocView, int, int], Told], ...] = (
    that_is_what, has_said_it, statement_given, gives_statement,
)  # fmt: skip
"""How a sentence points to what the one before says; the first that fits decides."""


def _is_this_statement(view: DocView, given: Phrase, verb: int) -> bool:
    """Match "ce bilan" behind a verb, or "l'annonce" where "en" stands before it."""
    statement = view.words[given.head] in WORDS["statements"] and given.prep is None
    pointed = not POINTING.isdisjoint(view.words[given.start - 1 : given.first])
    return statement and (pointed or view.words[verb - 2] in WORDS["in"])


def _in_cleft(view: DocView, first: int, at: int) -> Phrase | None:
    """Return the speaker in "C'est un député de la majorité, Rhee, qui l'a révélé"."""
    if view.words[first] not in CLEFT or WHO.isdisjoint(view.words[first:at]):
        return None
    who = next(i for i in range(at, first, -1) if view.words[i] in WHO)
    phrases = [each for each in view.phrases_between(first + 2, who - 1) if each.prep is None]
    named = (each for each in phrases if each.entity is not None)
    return next(named, None) or next(iter(phrases), None)


def _behind_of(view: DocView, verb: int, last: int) -> Phrase | None:
    """Return whose it is behind "émane de", "est celle de"."""
    phrase = next(view.each_phrase(verb + 1, last), None)
    if phrase is not None and phrase.prep is None and view.words[phrase.head] in THAT_OF:
        phrase = next(view.each_phrase(phrase.last + 1, last), None)
    return phrase if phrase is not None and phrase.prep in OF else None


def _verb(view: DocView, first: int, last: int) -> int | None:
    """Return the first verb of saying of a sentence, before any other verb."""
    reporting = load_cues().verbs["reporting"]
    for i in range(first + 2, last + 1):
        if view.words[i] in reporting or _is_idiom(view, i):
            return i
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            return None
    return None


def _is_idiom(view: DocView, i: int) -> bool:
    """Match "a rendu public"."""
    tails = load_cues().idioms.get(view.words[i], ())
    return any(tuple(view.words[i + 1 : i + 1 + len(tail)]) == tail for tail in tails)


def _teller(view: DocView, verb: int, first: int, last: int) -> Phrase | None:
    """Find who says it: "ce qu'a annoncé Séoul", "ce que Séoul a annoncé"."""
    behind = next(view.each_phrase(verb + 1, last), None)
    speaks = behind is not None and bool(view.kinds(behind) & SAYS)
    if speaks and behind is not None and behind.prep is None and behind.start - verb <= GAP:
        between = view.pos[verb + 1 : behind.first]
        return behind if VERBAL.isdisjoint(between) else None
    return speaker(view, verb, first)
