"""The words of ``words.toml``: forms of verbs with lemma and tense, and plain lists."""

from __future__ import annotations

from functools import cache

from dprk_events.french import Tense, auxiliary_forms, conjugate, key, word_lists

WORDS = word_lists("dprk_events.tenses")
AVOIR: dict[str, Tense] = {
    **auxiliary_forms("avoir"),
    **dict.fromkeys(WORDS["avoir_present"], "present"),
}
ETRE: dict[str, Tense] = {
    **auxiliary_forms("être"),
    **dict.fromkeys(WORDS["etre_present"], "present"),
}
REFLEXIVE = WORDS["reflexive"]
SKIPPED = WORDS["between_auxiliary_and_verb"] | REFLEXIVE
CLITICS = WORDS["between_verb_and_infinitive"] | REFLEXIVE


@cache
def forms(name: str) -> dict[str, Tense]:
    """Give all forms of the verbs in a list, with their tenses."""
    return _conjugated(WORDS[name])


@cache
def with_etre() -> frozenset[str]:
    """Give the participles of verbs that make their past with "être"."""
    found = _conjugated(WORDS["verbs_with_etre"]).items()
    return frozenset(form for form, tense in found if tense == "past-participle")


def _conjugated(lemmas: frozenset[str]) -> dict[str, Tense]:
    found = ((key(form), t) for lemma in sorted(lemmas) for form, t in conjugate(lemma).items())
    return dict(found)
