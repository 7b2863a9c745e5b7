"""Asides: who speaks before one, and what a source named in one tells of.

« Lavrov, arrivé mardi à Séoul, a accusé Washington », « une visite, destinée selon lui à … ».
"""

from __future__ import annotations

from dprk_events.french import auxiliary_forms, closed_class, looks_plural, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, is_reduced

WORDS = word_lists(__package__)
RELATIVES = closed_class("relative_pronouns") | WORDS["of_which_or_where"]
OPENERS = WORDS["clause_marks"] | {":", ";"}
COMMA = ","
WHO_SPEAKS = frozenset({"person", "org", "state", "source"})
SINGULAR, PLURAL = ["Sing"], ["Plur"]
ENDS = frozenset(".!…?;")
THAT = closed_class("que")
APPOSED = WORDS["one_article"] | WORDS["opening_a_part"]
CLITICS = closed_class("reflexive") | WORDS["ne"]
SPLIT = frozenset({*auxiliary_forms("avoir"), *auxiliary_forms("être")})
BETWEEN = frozenset({"ADV", "AUX", "PRON"})
NEAR = 3
"""Words between a verb and the source that tells of it."""


def is_behind_aside(view: DocView, start: int, verb: int, first: int) -> bool:
    """Say whether a verb of saying, its group from ``start``, has its subject before an aside.

    What stands before the aside is then no statement: not in "Moscou a tiré, dont deux missiles,
    a dit Séoul", where the first name has a verb of its own.
    """
    if start - 2 <= first or view.words[start - 1] != COMMA:
        return False
    for comma in range(start - 2, first, -1):
        if view.words[comma] != COMMA or not _is_aside(view, comma + 1, start - 2):
            continue
        found = _opening(view, first, comma)
        if found is not None and _agrees(view, found, start, verb):
            return True
    return False


def parts_clause(view: DocView, first: int, start: int, verb: int) -> bool:
    """Match "Pyongyang, a indiqué mardi le Pentagone, a tiré": who acts stands right before it.

    What he does stands behind the aside, in which the verb of saying has its group from ``start``.
    """
    acts, (_, end) = view.phrase(start - 2), view.sentence(verb)
    if acts is None or acts.last != start - 2 or view.words[start - 1] != COMMA:
        return False
    closing = next((i for i in range(verb + 1, end) if view.words[i] == COMMA), None)
    if closing is None or _has_finite(view, first, acts.start - 1):
        return False
    if any(view.pos[i] in VERBAL and view.entity_at[i] is None for i in range(verb + 1, closing)):
        return False
    behind = closing + 2 if view.words[closing + 1] in CLITICS else closing + 1
    return behind <= end and view.is_finite(view.tokens[behind])


def _is_aside(view: DocView, first: int, last: int) -> bool:
    """Say whether words between commas tell of a noun: "arrivé mardi", "qui est arrivé mardi".

    Not "qui aurait fui, et ses marins n'ont pas été blessés": its second part has another subject.
    """
    if first > last:
        return False
    if view.words[first] not in RELATIVES:
        return not _has_finite(view, first, last)
    parted = (i for i in range(last, first, -1) if view.words[i] == COMMA)
    return not _has_finite(view, next(parted, last) + 1, last)


def _opening(view: DocView, first: int, comma: int) -> Phrase | None:
    """Return the first phrase of a clause that has nothing but complements before a comma."""
    begin = max((i + 1 for i in range(first, comma) if view.words[i] in OPENERS), default=first)
    phrases = (each for each in view.each_phrase(begin, comma - 1) if each.prep is None)
    found = next((each for each in phrases if view.date_at[each.head] is None), None)
    if found is None or found.pronoun or view.kinds(found).isdisjoint(WHO_SPEAKS):
        return None
    behind = range(found.last + 1, comma)
    if any(view.pos[i] in VERBAL and view.entity_at[i] is None for i in behind):
        return None
    return None if _has_finite(view, begin, found.first - 1) else found


def _has_finite(view: DocView, first: int, last: int) -> bool:
    inner = range(first, last + 1)
    return any(view.is_finite(view.tokens[i]) and not is_reduced(view, i) for i in inner)


def _agrees(view: DocView, found: Phrase, start: int, verb: int) -> bool:
    """Say whether noun and verb are both of one or both of many: not "des soldats …, dit Séoul"."""
    if found.entity is not None:
        return True
    number = view.tokens[start].morph.get("Number", []) or view.tokens[verb].morph.get("Number", [])
    return number != (SINGULAR if looks_plural(view.words[found.head]) else PLURAL)


def clause_of_aside(view: DocView, at: int, source: Phrase, first: int, last: int) -> int | None:
    """Return where the clause on a noun begins in whose midst a source is named.

    "un missile qui a parcouru selon Séoul 400 km", "une visite, destinée selon lui à resserrer":
    it tells of no more than that. At the end of its sentence it may tell of all of it.
    """
    behind = source.last + 1
    if behind > last or view.words[behind] in ENDS:
        return None
    opened, closed = view.words[at - 1] == COMMA, view.words[behind] == COMMA
    if opened != closed:
        return None
    parted = at - 3
    if (
        opened
        and parted > first
        and view.words[at - 2] in SPLIT
        and view.words[parted] in RELATIVES
    ):
        return parted  # "un pays qui a, d'après Séoul, envoyé des troupes"
    verb = _verb_before(view, at - 1 - opened, first)
    if verb is None:
        return None
    if (who := _relative_before(view, verb, first)) is not None:
        return who
    alone = view.pos[verb - 1] != "AUX" and view.tokens[verb].is_participle
    return verb if alone and not opened and verb > first else None


def apposition_told(view: DocView, at: int, first: int) -> int | None:
    """Return where an apposition begins that a source alone vouches for.

    "Pyongyang a tiré deux missiles, un record selon Séoul": that they were fired is not its word.
    """
    comma = next((i for i in range(at - 1, first, -1) if view.words[i] == COMMA), None)
    if comma is None or comma == at - 1 or view.date_at[comma + 1] is not None:
        return None
    opened = view.words[comma + 1] in APPOSED and not _has_finite(view, comma + 1, at - 1)
    return comma + 1 if opened and _has_finite(view, first, comma) else None


def _verb_before(view: DocView, at: int, first: int) -> int | None:
    """Return the verb right before a token, but for words of its group."""
    for i in range(at, max(first, at - NEAR), -1):
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            return i
        if view.pos[i] not in BETWEEN:
            return None
    return None


def _relative_before(view: DocView, verb: int, first: int) -> int | None:
    """Return the relative pronoun of a verb's clause."""
    if not view.tokens[verb].dep_.startswith("acl"):
        return None
    for i in range(verb - 1, first, -1):
        if view.words[i] in RELATIVES | THAT:
            return i
        if view.words[i] == COMMA or (view.pos[i] == "VERB" and view.entity_at[i] is None):
            return None
    return None
