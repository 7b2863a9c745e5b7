"""Read what surrounds a verb form: auxiliaries, voice, reflexive pronoun."""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.french import (
    Tense,
    auxiliary_forms,
    closed_class,
    looks_like_participle,
    word_lists,
)
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
AVOIR, ETRE = auxiliary_forms("avoir"), auxiliary_forms("être")
WITH_ETRE = closed_class("verbs_with_etre")
SKIPPED = closed_class("between_auxiliary_and_verb")
NOT_SKIPPED = _LISTS["not_in_verb_group"]
JOINERS = _LISTS["verb_joiners"]
NEITHER = _LISTS["neither"]
REFLEXIVE, BY_ITSELF = closed_class("reflexive"), _LISTS["reflexive_participles"]
ADVERBIAL_REACH = 5
"""The most tokens of an adverbial between an auxiliary and its participle."""
ASIDE_REACH = 10
"""The most tokens of an aside there, with its commas."""
COMMA = ","
MAY_HAVE_AUXILIARY = frozenset({"past-participle", "present"})
"""Trigger forms that an auxiliary before them can turn into a participle: "détruit"."""


class VerbGroup(NamedTuple):
    """A verb with its auxiliaries. ``first`` is the leftmost token of the group (aux or clitic)."""

    verb: int
    first: int
    form: Tense
    """Form of the trigger word itself."""
    tense: Tense
    """Tense of the whole group: of the first auxiliary where there is one."""
    compound: bool
    passive: bool
    reflexive: bool

    @property
    def in_perfect(self) -> bool:
        """Whether it is in the compound past: "a tiré", not "avait tiré"."""
        return self.compound and self.tense == "present"


def verb_group(view: DocView, verb: int, lemma: str, form: Tense) -> VerbGroup:
    """Read the group leftwards from ``verb``, a form (``form``) of ``lemma``."""
    begin, _ = view.sentence(verb)
    i, first = verb - 1, verb
    auxiliaries: list[str] = []
    reflexive = False
    while i >= begin:
        word, token = view.words[i], view.tokens[i]
        if word in REFLEXIVE:
            reflexive = True
        elif word in AVOIR or word in ETRE:
            if form not in MAY_HAVE_AUXILIARY or token.pos_ == "NOUN":
                break
            auxiliaries.append(word)
        elif not (word in SKIPPED or _is_adverb(view, i) or _is_neither(view, i)):
            before = _before_adverbial(view, begin, i) if form in MAY_HAVE_AUXILIARY else None
            if before is None:
                break
            i = before
            continue
        first = i
        i -= 1
    tense = form
    if auxiliaries:
        outer = auxiliaries[-1]
        tense = AVOIR.get(outer) or ETRE[outer]
    with_etre = any(a in ETRE for a in auxiliaries)
    participle = form == "past-participle"
    reflexive = reflexive or (participle and not auxiliaries and lemma in BY_ITSELF)
    # "a été passé par les armes" is passive even of a verb whose past has "être".
    surely = with_etre and any(a in AVOIR for a in auxiliaries)
    active = lemma in WITH_ETRE and not surely
    passive = participle and not reflexive and not active and (with_etre or not auxiliaries)
    compound = bool(auxiliaries)
    if participle and not auxiliaries:
        if _reads_as_present(view, verb, lemma):
            tense, passive = "present", False
        elif (shared := _shared_auxiliary(view, first)) is not None:
            outer, with_etre = shared
            compound, tense = True, AVOIR.get(outer) or ETRE[outer]
            passive = with_etre and lemma not in WITH_ETRE
    return VerbGroup(
        verb=verb, first=first, form=form, tense=tense, compound=compound,
        passive=passive, reflexive=reflexive,
    )  # fmt: skip


def _is_adverb(view: DocView, i: int) -> bool:
    """Say whether a word is a true adverb: "Yeonpyeong a été touchée" opens with a name."""
    return view.pos[i] == "ADV" and view.words[i] not in NOT_SKIPPED and view.entity_at[i] is None


def _is_neither(view: DocView, i: int) -> bool:
    """Match the first "ni" of "n'a ni tiré ni menacé"; the second has its auxiliary from there."""
    before = view.words[i - 1] if i else ""
    return view.words[i] in NEITHER and (before in AVOIR or before in ETRE)


def _before_adverbial(view: DocView, begin: int, i: int) -> int | None:
    """Return the auxiliary before an adverbial, date or aside that ends at ``i``, if there is one.

    "a de nouveau tiré", "a mardi tiré", "a, selon Séoul, tiré": it stands within the verb group.
    """
    apart = view.apart(max(begin, i - ADVERBIAL_REACH), i)
    at = i
    while at > begin and at in apart:
        at -= 1
    if at == i and view.words[i] == COMMA:
        at = _before_aside(view, begin, i)
    if at == i:
        at = _before_complement(view, begin, i)
    auxiliary = view.words[at] in AVOIR or view.words[at] in ETRE
    return at if at < i and auxiliary and view.pos[at] != "NOUN" else None


def _before_complement(view: DocView, begin: int, i: int) -> int:
    """Return the token before one complement: "a dans le même temps promis", "a par lettre dit".

    Not before two phrases: "a dans ses hangars un missile testé en mai".
    """
    phrase = view.phrase(i)
    if phrase is None or phrase.prep is None or phrase.last != i or phrase.entity is not None:
        return i
    before = phrase.start - 1
    plural = view.words[i + 1].endswith("s")
    return before if before >= begin and view.words[before] in AVOIR and not plural else i


def _before_aside(view: DocView, begin: int, comma: int) -> int:
    """Return the token before an aside that ends at a comma: "a, selon Séoul, tiré"."""
    for i in range(comma - 1, max(begin, comma - ASIDE_REACH), -1):
        if view.words[i] == COMMA:
            return i - 1
    return comma


def _shared_auxiliary(view: DocView, first: int) -> tuple[str, bool] | None:
    """Return the auxiliary of the participle before: "ont franchi la ligne et survolé la ville".

    With it, whether "être" is among them: "auraient été tués ou blessés".

    A participle that agrees with the noun before it ("missiles tirés et livrés") has none. A comma
    counts only if the tree joins the two.
    """
    begin, _ = view.sentence(first)
    joiner = _before_a_date(view, begin, first - 1)
    if joiner <= begin or view.words[joiner] not in JOINERS:
        return None
    token = view.tokens[first]
    if view.words[joiner] == "," and token.dep_ != "conj":
        return None
    for i in range(joiner - 1, begin, -1):
        if view.entity_at[i] is not None or view.pos[i] != "VERB":
            continue
        if not looks_like_participle(view.words[i]):
            return None
        before = i - 1
        while before > begin and (view.pos[before] == "ADV" or _is_neither(view, before)):
            before -= 1
        if view.words[before] in AVOIR:
            return view.words[before], False
        alike = view.words[i][-1:] == view.words[first][-1:]
        if view.words[before] not in ETRE or not alike:
            return None
        had = before - 1 > begin and view.words[before - 1] in AVOIR
        return view.words[before - 1 if had else before], True
    return None


def _before_a_date(view: DocView, begin: int, comma: int) -> int:
    """Return the joiner before a date between commas: "a menacé X et, lundi, dénoncé Y"."""
    if view.words[comma] != ",":
        return comma
    at = comma - 1
    while at > begin and view.date_at[at] is not None:
        at -= 1
    inserted = at < comma - 1 and view.words[at] == "," and view.words[at - 1] in JOINERS
    return at - 1 if inserted and at > begin else comma


def _reads_as_present(view: DocView, verb: int, lemma: str) -> bool:
    """Return whether a form like "détruit" or "conduit" is a present: a subject precedes it.

    No present looks like "attendu".
    """
    if lemma.endswith("er") or not view.words[verb].endswith("t"):
        return False
    token = view.tokens[verb]
    _, end = view.sentence(verb)
    if verb < end and view.tokens[verb + 1].is_infinitive:
        return True  # "fait sauter"
    return any(c.dep_.startswith("nsubj") and c.i < verb for c in token.children)
