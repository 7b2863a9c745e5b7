"""Bodies told of before by another noun: "une plateforme japonaise … la même société"."""

from __future__ import annotations

from dprk_events.coreference.anaphora import phrases_before
from dprk_events.coreference.behind import countries_told
from dprk_events.coreference.context import WORDS, Context
from dprk_events.coreference.describe import plain, stem
from dprk_events.coreference.referent import Naming, Resolved
from dprk_events.names import DPRK
from dprk_events.syntax import Phrase

BODIES = frozenset(stem(word) for word in WORDS["robbed_bodies"])
HACKER = "hacker"
BACK = 2
"""Sentences before within which the body was told of."""


def that_body(context: Context, naming: Naming) -> Resolved | None:
    """Take the country of the body told of last. « Une plateforme japonaise … cette société »."""
    head = context.head(naming)
    if naming.entity is not None or stem(head) not in BODIES or head in WORDS["group_of_people"]:
        return None
    begin, _ = context.view.sentence(naming.first)
    words = {*context.view.words[max(begin, naming.first - 2) : naming.last + 1]}
    pointed = words & (WORDS["the"] | WORDS["demonstratives"])
    if not pointed or context.nationality(naming.first, naming.last) or context.complement(naming):
        return None
    for other in phrases_before(context, naming, BACK):
        if not _is_body(context, other):
            continue
        found = countries_told(context, other)
        if found and found != (DPRK,):  # who robs bodies has none that is robbed
            return plain(context, naming, found, "that body", context.of_phrase(other).text)
    return None


def _is_body(context: Context, phrase: Phrase) -> bool:
    view = context.view
    if HACKER in view.kinds(phrase) or phrase.prep in WORDS["according_to"]:
        return False
    return stem(view.words[phrase.head]) in BODIES
