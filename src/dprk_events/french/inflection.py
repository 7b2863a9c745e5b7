"""Inflect French: from a lemma to all of its forms that occur in press prose.

Triggers are found by form, not by the tagger's lemma, so that a mistagged word is still found and
the three model sizes find the same triggers. Only the persons of narrative prose are generated
(third person, and first person plural for quoted speech).
"""

from __future__ import annotations

from functools import cache

from dprk_events.french.folding import key
from dprk_events.french.paradigms import Cells, Tense, load_paradigms
from dprk_events.french.word_lists import closed_class

_PARADIGMS = load_paradigms()
_ENDINGS, _SPELLING = _PARADIGMS.endings, _PARADIGMS.spelling
_PLURAL_MARKS, _PARTICIPLE_ENDINGS = _SPELLING["plural_marks"], _ENDINGS["past-participle"]


_PREPOSITIONS = closed_class("simple_prepositions") | closed_class("of") | closed_class("to")
_JOINING = closed_class("joining")
_SILENT = frozenset({"present", "subjunctive", "future", "conditional"})
"""Tenses with an "e" that is not heard behind the stem."""
OPENED_BEFORE_TWO, LIQUIDS = 3, frozenset("rl")
"""Two consonants, the second one of these, keep the syllable before them open."""


def _first_group(stem: str) -> Cells:
    """Conjugate -er verbs, spelt like manger, lancer, lever, libérer, employer, appeler."""
    soft = stem + "e" if stem.endswith("g") else stem[:-1] + "ç" if stem.endswith("c") else stem
    silent, future = stem, stem
    if stem.endswith(_SPELLING["y_to_i"]):
        silent = future = stem[:-1] + "i"
    elif stem.endswith(_SPELLING["opened"]) or (
        len(stem) > 2 and stem[-2] == "e" and stem[-1] not in _SPELLING["not_opened"]
    ):
        silent = future = stem[:-2] + "è" + stem[-1]
    elif stem.endswith(_SPELLING["doubled"]):
        silent = future = stem + stem[-1]
    elif len(stem) > 2 and stem[-2] == "é":
        silent = stem[:-2] + "è" + stem[-1]
    elif len(stem) > OPENED_BEFORE_TWO and stem[-3] == "é" and stem[-1] in LIQUIDS:
        silent = stem[:-3] + "è" + stem[-2:]  # "pénètrent", "célèbre"
    return (
        silent + "e", silent + "ent", soft, soft + "a", stem + "èrent", future + "er",
        silent + "e", soft + "ant", stem + "é",
    )  # fmt: skip


def _second_group(stem: str) -> Cells:
    """Conjugate -ir verbs like finir: fournir, envahir, blanchir."""
    s = stem + "i"
    return (
        s + "t", s + "ssent", s + "ss", s + "t", s + "rent", s + "r", s + "sse", s + "ssant", s
    )  # fmt: skip


def _cells(lemma: str) -> Cells:
    models = _PARADIGMS.models
    for size in range(len(lemma), 1, -1):
        if model := models.get(lemma[-size:]):
            stem = lemma[:-size]
            a, b, c, d, e, f, g, h, i = (stem + cell for cell in model)
            return (a, b, c, d, e, f, g, h, i)
    if lemma.endswith("er"):
        return _first_group(lemma[:-2])
    if lemma.endswith("ir"):
        return _second_group(lemma[:-2])
    raise ValueError(f"no conjugation model for “{lemma}”: add one to paradigms.toml")


def conjugate(lemma: str) -> dict[str, Tense]:
    """Return the forms of the verb ``lemma``, each with its (more common) tense."""
    p3, p6, imp, h3, h6, fut, sub, gerund, past = _cells(lemma)
    plural_stem = gerund[:-3]
    forms: dict[str, Tense] = {}
    # Rarer readings first: a later line overwrites an earlier one with the same form.
    forms[sub] = forms[sub + "nt" if sub.endswith("e") else sub] = "subjunctive"
    forms[h3] = forms[h6] = "past"
    narrow = imp[:-1] if imp.endswith("ge") and not lemma.endswith("eer") else imp
    forms[narrow.replace("ç", "c") + "ions"] = "imperfect"
    for ending in _ENDINGS["imperfect"]:
        forms[imp + ending] = "imperfect"
    for ending in _ENDINGS["present"]:
        forms[plural_stem + ending] = "present"
    for ending in _ENDINGS["future"]:
        forms[fut + ending] = "future"
    for ending in _ENDINGS["conditional"]:
        forms[fut + ending] = "conditional"
    forms[p3] = forms[p6] = "present"
    forms[gerund] = "present-participle"
    bare = past[:-1] + "u" if past.endswith("û") else past
    for ending in _ENDINGS["concord"]:
        if not (ending == "s" and bare.endswith("s")):
            forms[bare + ending] = "past-participle"
    forms[past] = "past-participle"
    if lemma[:-2].endswith(_SPELLING["y_or_i"]):  # "balaye" and "balaie" are both right
        silent, other = lemma[:-2] + "e", lemma[:-3] + "ie"
        before_silent = {f: t for f, t in forms.items() if f.startswith(silent) and t in _SILENT}
        forms |= {other + form[len(silent) :]: t for form, t in before_silent.items()}
    forms[lemma] = "infinitive"
    return forms


def pluralise(noun: str) -> tuple[str, ...]:
    """Return the singular and plural forms of a noun or adjective given in the singular."""
    if noun.endswith(_SPELLING["unchanged_plural"]):
        return (noun,)
    if noun.endswith(_SPELLING["plural_in_x"]):
        return (noun, noun + "x")
    if noun.endswith("al") and noun not in _SPELLING["al_with_s"]:
        return (noun, noun[:-2] + "aux")
    return (noun, noun + "s")


def agreeing_in_plural(behind: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words behind a noun as they stand behind its plural: "réels" in "tirs réels".

    Behind a preposition nothing agrees with the noun: "tirs d'essai".
    """
    until = next((i for i, word in enumerate(behind) if word in _PREPOSITIONS), len(behind))
    adjectives = (w if w in _JOINING else pluralise(w)[-1] for w in behind[:until])
    return (*adjectives, *behind[until:])


@cache
def forms_of(*lemmas: str) -> frozenset[str]:
    """Return all forms of the verbs, as :func:`~dprk_events.french.key` folds them."""
    return frozenset(key(form) for lemma in lemmas for form in conjugate(lemma))


def auxiliary_forms(lemma: str) -> dict[str, Tense]:
    """Return all forms of "avoir" or "être", rare ones included, each with its tense."""
    return {**conjugate(lemma), **_PARADIGMS.auxiliaries[lemma]}


@cache
def _auxiliaries() -> dict[str, Tense]:
    return {**auxiliary_forms("être"), **auxiliary_forms("avoir")}


def auxiliary_tense(word: str) -> Tense | None:
    """Return the tense of a form of "avoir" or "être"; None for any other word."""
    return _auxiliaries().get(word)


def looks_plural(noun: str) -> bool:
    """Return whether the spelling of a lower-case noun is plural: "missiles", "chevaux", "pays"."""
    return noun.endswith(_PLURAL_MARKS)


def looks_like_participle(word: str) -> bool:
    """Return whether a lower-case word ends like a past participle; the feminine only in -ée."""
    return word.endswith(_PARTICIPLE_ENDINGS)
