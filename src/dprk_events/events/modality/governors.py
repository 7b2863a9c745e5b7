"""The words that govern a trigger: its light verb, the verbs above it, the nouns it completes."""

from __future__ import annotations

from dataclasses import dataclass

from dprk_events.events.mentions import RawMention
from dprk_events.events.syntax import VERBAL, DocView
from dprk_events.french import closed_class, conjugate, key

NOBODY = frozenset({"rien", "personne", "nul", "nulle"})
NEGATIONS = closed_class("negations")
AUXILIARIES = frozenset(key(f) for v in ("être", "avoir") for f in conjugate(v))
LINKS = closed_class("between_verb_and_infinitive")


@dataclass(frozen=True, slots=True)
class Governor:
    """A governing word. ``how``: "verb" (infinitive under it), "object" (noun under it), "noun"."""

    token: int
    how: str


def governors(view: DocView, mention: RawMention) -> list[Governor]:
    """Governing words, nearest first."""
    found: list[Governor] = []
    begin, _ = view.sentence(mention.candidate.first)
    if mention.group is not None:
        _above_verb(view, mention.group.first, mention.group.form, begin, found)
        return found
    light = mention.positions.light
    if light is not None:
        _above_verb(view, light.first, light.form, begin, found)
    _above_noun(view, mention.candidate.first, begin, found)
    return found


def _above_verb(view: DocView, first: int, form: str, begin: int, found: list[Governor]) -> None:
    """For an infinitive: the verb or noun just before it, and what stands above that."""
    if form not in {"infinitive", "past-participle"}:
        return
    near = view.words[first : first + 3]
    if form == "past-participle" and not {"être", "avoir"} & set(near):
        return
    i = first - 1
    while i >= begin and (view.words[i] in LINKS or view.pos[i] == "ADV"):
        i -= 1
    if i < begin:
        return
    token = view.tokens[i]
    if token.pos_ in VERBAL and view.entity_at[i] is None:
        found.append(Governor(i, "verb"))
        inf = token.morph.get("VerbForm", []) == ["Inf"]
        if inf:
            _above_verb(view, i, "infinitive", begin, found)
    elif token.pos_ == "NOUN" and view.words[first - 1] in {"de", "d'", "à"}:
        found.append(Governor(i, "noun"))
        _above_noun(view, i, begin, found)
    else:
        for j in range(i, max(begin, i - 8) - 1, -1):
            if view.words[j] in {"que", "qu'", "qui", ";", ":", "dont", "où"}:
                return
            if view.pos[j] in VERBAL and view.entity_at[j] is None:
                found.append(Governor(j, "verb"))
                return


def _above_noun(view: DocView, token: int, begin: int, found: list[Governor]) -> None:
    """Nouns that the deed completes ("l'annulation du sommet"), the verb that has it as object."""
    phrase = view.phrase(token)
    if phrase is None:
        return
    for _ in range(3):
        before = view.phrase(phrase.start - 1) if phrase.start - 1 >= begin else None
        if (
            phrase.prep in {"de", "à", "sur", "en"}
            and before is not None
            and before.last == phrase.start - 1
        ):
            found.append(Governor(before.head, "noun"))
            phrase = before
            continue
        break
    i = phrase.start - 1
    steps = 0
    while (
        i >= begin
        and steps < 4
        and (
            view.pos[i] in {"ADV", "DET", "ADJ", "NUM"}
            or view.words[i] in {"de", "d'", "à", "au", "aux", "«", '"'}
        )
    ):
        i -= 1
        steps += 1
    if i >= begin and view.pos[i] in VERBAL and view.entity_at[i] is None:
        if phrase.prep in {None, "de", "à"}:
            found.append(Governor(i, "object"))
            if view.tokens[i].morph.get("VerbForm", []) == ["Inf"]:
                _above_verb(view, i, "infinitive", begin, found)
            elif i - 1 >= begin and view.words[i - 1] in {"être", "avoir"}:
                _above_verb(view, i - 1, "infinitive", begin, found)
        return
    head = view.tokens[token].head
    if head.pos_ in VERBAL and head.i > token and view.tokens[token].dep_.startswith("nsubj"):
        found.append(Governor(head.i, "subject"))


def is_negated(view: DocView, verb: int) -> int | None:
    """The negation word around a verb form ("n'a pas tiré"), None without; "ne … que" is none."""
    begin, end = view.sentence(verb)
    start = verb
    while start > begin and verb - start < 7:
        word, token = view.words[start - 1], view.tokens[start - 1]
        if word in {"ne", "n'"}:
            if start - 2 >= begin and view.words[start - 2] in NOBODY:
                return start - 2  # "rien n'a été volé"
            for j in range(start, min(end, verb + 3) + 1):
                if view.words[j] in NEGATIONS:
                    follow = view.words[j + 1] if j < end else ""
                    return (
                        None
                        if follow in {"que", "qu'"}
                        or (view.words[j] == "plus" and follow in {"tard"})
                        else j
                    )
            following = view.words[verb + 1 : verb + 7]
            return (
                start - 1
                if view.words[verb] in {"cesse", "peut", "sait", "saurait"}
                and not {"que", "qu'"} & set(following)
                else None
            )
        if not (
            word in LINKS
            or word in NEGATIONS
            or word in AUXILIARIES
            or token.pos_ in {"ADV", "AUX", "PRON"}
        ):
            return None
        start -= 1
    return None
