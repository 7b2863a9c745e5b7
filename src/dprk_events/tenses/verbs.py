"""The tense of one verb with its auxiliaries: :func:`read_verb`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from dprk_events.french import conjugate, key
from dprk_events.tenses.words import AVOIR, ETRE, REFLEXIVE, SKIPPED, WORDS, forms, with_etre

if TYPE_CHECKING:
    from spacy.tokens import Token

GroupTense = Literal[
    "past", "pluperfect", "imperfect", "present", "future", "future-perfect", "conditional",
    "infinitive", "participle", "gerund", "unknown",
]  # fmt: skip
"""Of a verb with its auxiliaries: "past" is both past tenses that tell what happened, "participle"
a past participle without auxiliary, "gerund" any form in -ant."""

#: Words that are looked at before a verb or a date, at most: what stands farther is not its own.
FAR = 12

_COMPOUND: dict[str, GroupTense] = {
    "present": "past", "imperfect": "pluperfect", "past": "past", "future": "future-perfect",
    "conditional": "past", "subjunctive": "past", "infinitive": "past",
    "present-participle": "past",
}  # fmt: skip
_SIMPLE: dict[str, GroupTense] = {
    "present": "present", "imperfect": "imperfect", "past": "past", "future": "future",
    "conditional": "conditional", "subjunctive": "unknown", "infinitive": "infinitive",
    "present-participle": "gerund",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its auxiliaries, read from the tree and, where that fails, from the words.

    ``first`` is the index of the leftmost token of the group; ``perfect`` tells "a annoncé", whose
    present speaks, from "avait annoncé" and "annonça".
    """

    token: Token
    word: str
    tense: GroupTense
    first: int
    perfect: bool = False


def is_verbal(token: Token) -> bool:
    """Whether a token is a verb, or one that the tagger takes for a noun beside its auxiliary."""
    if token.ent_kb_id_:
        return False
    if token.pos_ in ("VERB", "AUX") or _looks_future(token):
        return True
    if token.pos_ == "ADJ" and forms("planned").get(key(token.text)) == "past-participle":
        return True
    return any(child.dep_.startswith("aux") or child.dep_ == "cop" for child in token.children)


def _looks_future(token: Token) -> bool:
    """See "visitera" where the tagger knows no such word."""
    return token.pos_ == "X" and key(token.text).endswith(tuple(WORDS["future_endings"]))


def read_verb(token: Token) -> Verb:
    """Give the tense of the verb ``token`` with the auxiliaries that belong to it."""
    word = key(token.text)
    auxiliaries, first, reflexive = _auxiliaries(token)
    if not auxiliaries and token.dep_ == "conj" and _may_share(token, word):
        shared, _, reflexive = _auxiliaries(token.head)
        auxiliaries = shared if _is_participle(token.head) else []
    if not auxiliaries:
        return Verb(token, word, _bare(token, word), first)
    having = next((a for a in auxiliaries if a in AVOIR and AVOIR[a] != "past-participle"), None)
    if having is not None:
        tense = AVOIR[having]
        return Verb(token, word, _COMPOUND[tense], first, perfect=tense == "present")
    being = next((a for a in auxiliaries if a in ETRE and ETRE[a] != "past-participle"), None)
    if being is None:
        return Verb(token, word, _bare(token, word), first)
    tense = ETRE[being]
    active = _is_participle(token) and (reflexive or word in with_etre())
    if active:
        return Verb(token, word, _COMPOUND[tense], first, perfect=tense == "present")
    return Verb(token, word, _SIMPLE[tense], first)


def _auxiliaries(token: Token) -> tuple[list[str], int, bool]:
    """Give the forms of "avoir" and "être" of a verb, where its group begins, and "se"."""
    found = {c.i for c in token.children if c.dep_.startswith("aux") or c.dep_ == "cop"}
    at, reflexive = token.i - 1, False
    first = token.i
    while at >= max(token.sent.start, token.i - FAR):
        word, other = key(token.doc[at].text), token.doc[at]
        if word in REFLEXIVE:
            reflexive = True
        elif word in AVOIR or word in ETRE:
            if not _is_participle(token):
                break
            found.add(at)
        elif at not in found and word not in SKIPPED and other.pos_ != "ADV":
            break
        first = at
        at -= 1
    reflexive = reflexive or any(c.dep_.startswith("expl") for c in token.children)
    words = [key(token.doc[i].text) for i in sorted(found)]
    return [w for w in words if w in AVOIR or w in ETRE], min([first, *found]), reflexive


def _may_share(token: Token, word: str) -> bool:
    """Whether a second verb has the first one's auxiliary: "ont déserté et rejoint le Sud"."""
    if _is_participle(token):
        return True
    subject = any(child.dep_.startswith("nsubj") for child in token.children)
    shaped = word.endswith(tuple(WORDS["ends_of_irregulars"]))
    return shaped and not subject and _bare(token, word) == "present"


def is_reduced(token: Token) -> bool:
    """Whether a token taken for an adjective may be a participle: "la réforme, promise en mai"."""
    return token.pos_ == "ADJ" and token.dep_ in ("acl", "amod") and _is_participle(token)


def main_verb(token: Token) -> Token:
    """Give the verb or predicate that an auxiliary belongs to, else the token itself."""
    helps = token.dep_.startswith("aux") or token.dep_ == "cop"
    return token.head if helps else token


def _is_participle(token: Token) -> bool:
    if token.morph.get("VerbForm", []) == ["Part"]:
        return token.morph.get("Tense", []) != ["Pres"]
    shaped = key(token.text).endswith(tuple(WORDS["ends_of_participles"]))
    return shaped and token.pos_ not in ("VERB", "AUX")


def _bare(token: Token, word: str) -> GroupTense:
    """Give the tense of a form without auxiliary: by a sure ending, else as it is tagged."""
    known = token.pos_ in ("VERB", "AUX") or _looks_future(token)
    if known and word not in forms("not_by_ending"):
        if word.endswith(tuple(WORDS["conditional_endings"])):
            return "conditional"
        if word.endswith(tuple(WORDS["future_endings"])):
            return "future"
    if known and word.endswith(_OF_OTHERS) and word not in forms("not_of_others"):
        return "future"
    form, tense = token.morph.get("VerbForm", []), token.morph.get("Tense", [])
    if form == ["Inf"]:
        return "infinitive"
    if form == ["Part"]:
        return "gerund" if tense == ["Pres"] else "participle"
    if form != ["Fin"]:
        return "participle" if _is_participle(token) else "unknown"
    return _as_tagged(token, word)


def _as_tagged(token: Token, word: str) -> GroupTense:
    """Give the tense of a finite form that the tagger names, if it has the tense's ending."""
    mood, tense = token.morph.get("Mood", []), token.morph.get("Tense", [])
    if mood == ["Sub"]:
        return "unknown"
    named = "conditional" if mood == ["Cnd"] else _TAGS.get(tense[0]) if tense else None
    second_group = named == "past" and word.endswith(tuple(WORDS["ends_of_the_second_group"]))
    if second_group and conjugate(f"{word[:-1]}r").get(word) == "present":
        return "present"  # "réunit", which taggers take for a past historic
    if named in _ENDINGS and not word.endswith(_ENDINGS[named]):
        ended = word.endswith(tuple(WORDS["ends_of_imperfect"]))
        return "imperfect" if ended else "unknown"
    if named == "imperfect" and not word.endswith(tuple(WORDS["ends_of_imperfect"])):
        return "unknown"  # "procède"
    if named in ("present", None) and word.endswith(tuple(WORDS["never_present"])):
        return "future"
    return named or "unknown"


_OF_OTHERS = tuple(WORDS["future_of_others"])
_ENDINGS: dict[str | None, tuple[str, ...]] = {
    "future": tuple(WORDS["ends_of_future"]),
    "conditional": tuple(WORDS["ends_of_conditional"]),
}
_TAGS: dict[str, GroupTense] = {
    "Fut": "future", "Imp": "imperfect", "Past": "past", "Pres": "present",
}  # fmt: skip
