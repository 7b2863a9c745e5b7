"""Find the noun that an infinitive completes, and whose it is: "l'offre de Séoul d'envoyer"."""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.french import closed_class, forms_of, looks_like_participle, word_lists
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import VERBAL
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
NOUNS, OWN = _LISTS["nouns_of_intent"] | _LISTS["nouns_of_demand"], _LISTS["nouns_of_intent"]
AIMING = _LISTS["aiming"]
MARKS = closed_class("of") | closed_class("to")
BY, OF = ("par",), ("de",)
THAT, WHICH = closed_class("que"), closed_class("relative_pronouns")
GIVING = forms_of(*_LISTS["received_from"])
UTTERED = forms_of(*_LISTS["uttering"])
STOPS = closed_class("hard_stops")
REACH = 16
"""Tokens before an infinitive within which the noun that it completes stands."""


class Intended(NamedTuple):
    """A noun that an infinitive completes, and who would do it; None where it is not said.

    "l'offre de Séoul d'envoyer": Seoul would. "la demande de Kiev de livrer" tells nothing of it.
    """

    noun: Phrase
    holder: Phrase | None


def intended(view: DocView, first: int) -> Intended | None:
    """Return the noun of intent, offer or demand that the infinitive at ``first`` completes.

    Only where something stands between, its holder or what was done with it: "l'offre du Sud de",
    "l'offre faite par le Sud de", "l'offre qu'il aurait reçue du Sud de", "l'offre chinoise de",
    "l'offre visant à".
    """
    begin, _ = view.sentence(first)
    mark = first - 1
    if mark <= begin or view.words[mark] not in MARKS:
        return None
    aiming = view.words[mark - 1] in AIMING
    mark -= aiming
    for noun in range(mark - 1, max(begin, mark - REACH) - 1, -1):
        if view.words[noun] in STOPS:
            return None
        if view.words[noun] in NOUNS:
            phrase = view.phrase(noun) or _taken_for_verb(view, noun)
            own = view.words[noun] in OWN
            if phrase.last == mark - 1:
                holder = phrase if own and view.nationality(phrase) else None
                holder = holder or (_uttered_by(view, first) if own else None)
                if holder is not None:
                    return Intended(phrase, holder)
                return Intended(phrase, holder) if phrase.last > noun or aiming else None
            holder = _holder(view, phrase.last + 1, mark - 1)
            return None if holder is None else Intended(phrase, holder if own else None)
    return None


def _taken_for_verb(view: DocView, noun: int) -> Phrase:
    """Return the phrase of a noun that the tagger takes for a verb: "une offre que …"."""
    begin, _ = view.sentence(noun)
    start = noun - 1 if noun > begin and view.pos[noun - 1] == "DET" else noun
    last = noun + 1 if view.demonym(view.texts[noun + 1]) else noun
    return Phrase(head=noun, first=noun, last=last, start=start)


def _holder(view: DocView, first: int, last: int) -> Phrase | None:
    """Return whose the noun is, by what stands between it and its infinitive; None if not."""
    if first > last:
        return None
    phrases = view.phrases_between(first, last)
    if not phrases:
        return None
    verbs = [i for i in range(first, last + 1) if _verbal(view, i)]
    if not verbs and view.words[first] != ",":
        whole = phrases[0].start == first and phrases[-1].last == last
        return phrases[0] if whole and phrases[0].prep == "de" else None
    opened = view.words[first] in THAT | WHICH | {","} or first in verbs
    if not opened or not verbs or (view.words[first] == ",") != (view.words[last] == ","):
        return None
    given = any(view.words[i] in GIVING for i in verbs)
    sources = (*BY, *OF) if given else BY
    for phrase in phrases:
        if phrase.prep in sources and phrase.start > verbs[0]:
            return phrase
    told = (p for p in phrases if p.prep is None and not p.pronoun)
    return next(told, None) if view.words[first] in THAT else None


def _uttered_by(view: DocView, first: int) -> Phrase | None:
    """Return whose an offer is, by what stands behind: "l'offre d'envoyer X, faite par Séoul"."""
    _, end = view.sentence(first)
    for i in range(first, end):
        if view.words[i] in STOPS:
            return None
        if view.words[i] == "," and view.words[i + 1] in UTTERED:
            behind = view.phrases_between(i + 2, min(end, i + REACH))
            return next((each for each in behind if each.prep in BY), None)
    return None


def _verbal(view: DocView, i: int) -> bool:
    """Return whether a token is a verb, be it taken for an adjective: "formulée par Pékin"."""
    if view.entity_at[i] is not None:
        return False
    if view.pos[i] in VERBAL:
        return True
    participle = view.pos[i] == "ADJ" and looks_like_participle(view.words[i])
    return participle and view.demonym(view.texts[i]) is None  # but "japonais"
