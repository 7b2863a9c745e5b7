"""The words of ``words.toml``: forms of verbs with lemma and tense, and plain lists."""

from __future__ import annotations

from functools import cache

from dprk_events.french import Tense, closed_class, conjugate, key, word_lists

WORDS = word_lists("dprk_events.tenses")
AVOIR: dict[str, Tense] = conjugate("avoir") | dict.fromkeys(WORDS["avoir_present"], "present")
ETRE: dict[str, Tense] = conjugate("être") | dict.fromkeys(WORDS["etre_present"], "present")
SKIPPED = closed_class("between_auxiliary_and_verb") | closed_class("reflexive")
CLITICS = closed_class("between_verb_and_infinitive") | closed_class("reflexive")
REFLEXIVE = closed_class("reflexive")


@cache
def forms(name: str) -> dict[str, Tense]:
    """Give all forms of the verbs in a list, with their tenses."""
    return _conjugated(WORDS[name])


@cache
def with_etre() -> frozenset[str]:
    """Give the participles of verbs that make their past with "être"."""
    found = _conjugated(closed_class("verbs_with_etre")).items()
    return frozenset(form for form, tense in found if tense == "past-participle")


def _conjugated(lemmas: frozenset[str]) -> dict[str, Tense]:
    found = ((key(form), t) for lemma in sorted(lemmas) for form, t in conjugate(lemma).items())
    return dict(found)
