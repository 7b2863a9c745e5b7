"""What a verb says of a date that hangs on it: past, future, or nothing that is sure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dprk_events.dates import Tense
from dprk_events.french import key
from dprk_events.tenses.verbs import FAR, Verb, is_verbal, read_verb
from dprk_events.tenses.words import CLITICS, WORDS, forms

if TYPE_CHECKING:
    from spacy.tokens import Token

Ruling = Tense | Literal["open"]
"""A tense that decides; "then" and "later": ahead of what is told beside it; "open": no telling."""

_TOLD = frozenset({"past", "pluperfect", "imperfect"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where a date stands: its first token, and the word of a preposition before it or ""."""

    token: Token
    preposition: str
    behind: Token | None
    """The token before the date, its article and preposition; None at the head of a sentence."""


def ruling(verb: Verb, place: Place) -> Ruling:
    """Say what ``verb`` tells of the date at ``place``."""
    match verb.tense:
        case "future":
            return "future"
        case "past" | "pluperfect" | "imperfect":
            return _of_a_past(verb, place)
        case "future-perfect":
            return "past" if verb.word in WORDS["it_took"] else "open"
        case "present":
            return _of_a_present(verb, place)
        case "conditional":
            return _ahead_of_the_teller(verb.token) or "future"
        case "infinitive":
            return _of_an_infinitive(verb, place)
        case "participle":
            return _of_a_participle(verb, place)
        case "gerund":
            above = above_of(verb.token)
            return ruling(read_verb(above), place) if above is not None else "open"
        case _:
            return "open"


def _of_a_past(verb: Verb, place: Place) -> Ruling:
    """Rule on "a tiré", "avait tiré", "tirait", "tira"."""
    if verb.word in forms("set_to") and place.preposition in WORDS["to"]:
        return "future" if verb.perfect else "open"
    if place.preposition in WORDS["purpose"] and place.behind == verb.token:
        return "future" if verb.perfect else "open"  # "a convoqué une réunion pour mardi"
    if verb.tense == "imperfect" and _is(verb, "open_when_imperfect"):
        return _set_then(verb) or "open"
    if not _announces(verb, place):
        return "past"
    begins = verb.perfect and place.preposition in WORDS["from_then_on"]
    return "future" if begins else "open"


def _of_a_present(verb: Verb, place: Place) -> Ruling:
    """Rule on "tire", "est prévu", "prévoit un essai le …"."""
    if _is(verb, "planned") and forms("planned")[verb.word] == "past-participle":
        return "future"
    if verb.word in forms("set_to") and place.preposition in WORDS["to"]:
        return "future"
    if _is(verb, "modals") and any(_is_infinitive(child) for child in verb.token.children):
        return "future"
    return "future" if _is(verb, "plans") and _announces(verb, place) else "present"


def _is_infinitive(token: Token) -> bool:
    return token.dep_ in ("xcomp", "ccomp") and read_verb(token).tense == "infinitive"


def _announces(verb: Verb, place: Place) -> bool:
    """Whether something stands between an announcement and the date: "annonce un défilé le …"."""
    between = verb.token.doc[min(verb.token.i + 1, place.token.i) : place.token.i]
    named = any(t.pos_ in ("NOUN", "PROPN", "VERB", "PRON") for t in between)
    return named and _is(verb, "announcements")


def _of_a_participle(verb: Verb, place: Place) -> Ruling:
    """Rule on "le missile tiré le …", "le sommet prévu le …", "le vote reporté au …"."""
    ahead = _is(verb, "planned") or (
        verb.word in forms("set_to") and place.preposition in WORDS["to"]
    )
    if not ahead:
        return "past"
    above = above_of(verb.token)
    # "Le défilé prévu le 10 octobre a été annulé": it may lie on either side.
    return "open" if above is not None and read_verb(above).tense in _TOLD else "future"


def _of_an_infinitive(verb: Verb, place: Place) -> Ruling:
    """Rule on an infinitive by the verb that governs it: "va recevoir", "a promis de livrer"."""
    mark = _word_before(verb)
    if mark in WORDS["after"]:
        return "past"
    if verb.word in WORDS["coming"] and verb.token.dep_ == "acl":  # "les manœuvres à venir en mai"
        return "future"
    if mark in WORDS["of"] and _follows(verb, "ahead_of"):  # "avant de s'effondrer le 3 mars"
        above = above_of(verb.token)
        if above is None:
            return "open"
        over = read_verb(above)
        if over.tense == "conditional":
            return ruling(over, place)  # "auraient un entretien avant de reprendre samedi"
        return "past" if over.tense in _TOLD else "open"
    governor = _governor(verb)
    if governor is None:
        return "open"
    over = read_verb(governor)
    if mark in WORDS["purpose"]:
        agreed = over.perfect and _agrees(governor, verb)
        return "future" if over.tense == "future" or agreed else "open"
    if _is(over, "just_done") and over.tense in ("present", "imperfect") and mark in WORDS["of"]:
        return "past"
    if over.tense == "past" and _is(over, "effects"):
        return "past"
    if over.tense == "past" and not over.perfect:
        return "open"
    if over.tense in ("pluperfect", "imperfect", "future-perfect"):
        return _set_then(over) or "open"
    if _is(over, "aims") or over.word in WORDS["it_takes"]:
        return "open" if over.tense == "conditional" and _told_by_a_past(governor) else "future"
    if over.tense == "infinitive" and governor.i < verb.token.i:
        return _of_an_infinitive(over, place)
    return "future" if over.tense == "future" else "open"


def _is(verb: Verb, name: str) -> bool:
    return verb.word in forms(name)


def _word_before(verb: Verb) -> str:
    """Give the preposition before an infinitive and its pronouns, "" where there is none."""
    at = verb.first - 1
    while at >= max(verb.token.sent.start, verb.first - FAR):
        word = key(verb.token.doc[at].text)
        if word in WORDS["of"] | WORDS["to"] | WORDS["after"]:
            return word
        if word not in CLITICS and verb.token.doc[at].pos_ != "ADV":
            return ""
        at -= 1
    return ""


def _follows(verb: Verb, name: str) -> bool:
    """Whether a word of the list stands before the infinitive, over pronouns and "de"."""
    at = verb.first - 1
    while at > verb.token.sent.start and key(verb.token.doc[at].text) in CLITICS:
        at -= 1
    return at >= verb.token.sent.start and key(verb.token.doc[at].text) in WORDS[name]


def _governor(verb: Verb) -> Token | None:
    """Give the verb before an infinitive, over pronouns and "de"; else its head in the tree."""
    doc, at = verb.token.doc, verb.first - 1
    while at >= max(verb.token.sent.start, verb.first - FAR):
        if is_verbal(doc[at]) or key(doc[at].text) in forms("aims"):
            return doc[at]
        if key(doc[at].text) not in CLITICS and doc[at].pos_ != "ADV":
            break
        at -= 1
    head = verb.token.head
    return head if head.i != verb.token.i and is_verbal(head) else None


def above_of(token: Token) -> Token | None:
    """Give the nearest verb above ``token`` in the tree."""
    return next(filter(is_verbal, token.ancestors), None)


def _told_by_a_past(token: Token) -> bool:
    """Whether the clause hangs on a verb of the past: "a annoncé en mai qu'il se rendrait …"."""
    return _ahead_of_the_teller(token) is not None


def _ahead_of_the_teller(token: Token) -> Ruling | None:
    """Say that what a past verb above it tells was then to come; None where there is none."""
    above = above_of(token)
    if above is None:
        return None
    told = read_verb(above)
    if told.tense not in _TOLD:
        return None
    return "later" if told.perfect else "then"


def _set_then(verb: Verb) -> Ruling | None:
    """See "a annoncé qu'il allait se rendre", "a dit qu'ils devaient se voir": it is to come."""
    told = verb.tense == "imperfect" and _is(verb, "set_then")
    return _ahead_of_the_teller(verb.token) if told else None


def _agrees(governor: Token, verb: Verb) -> bool:
    """See "se sont mis d'accord pour se revoir": what they agree to do lies ahead."""
    doc = verb.token.doc
    between = {key(t.text) for t in doc[min(governor.i, verb.first) : verb.first]}
    return not between.isdisjoint(WORDS["in_agreement"])
