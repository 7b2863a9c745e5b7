"""Who says it: reporting verbs, "selon", quotation marks, and the stretch of text each covers."""

from __future__ import annotations

from functools import partial

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.scope import Quotations, Scope, Scopes
from dprk_events.events.syntax import (
    VERBAL,
    DocView,
    Phrase,
    clause_end,
    coordinated,
    is_reduced,
    subject,
)
from dprk_events.french import closed_class
from dprk_events.names import Modality

OPEN, CLOSE = frozenset("«“"), frozenset("»”")
MARKS = OPEN | CLOSE | {'"', "''"}
SIGNATURE = 14
"""A line that names a speaker has no more words than this."""
DOCUMENT_LINES = closed_class("document_lines")
CONJUNCTION_HEADS = closed_class("conjunction_heads")
NEAR, SAYING_GAP = 9, 22
"""How many words may stand between the verb of saying and its "que": any "que", a conjunction."""


def quotations(view: DocView) -> Quotations:
    """Pairs of quotation marks, as tokens, within a paragraph."""
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for i, text in enumerate(view.texts):
        if text not in MARKS:
            if "\n" in text:
                opened = None
        elif text in OPEN or (text in {'"', "''"} and opened is None):
            opened = i
        elif (text in CLOSE or text in {'"', "''"}) and opened is not None:
            found.append((opened, i))
            opened = None
    return Quotations(found)


def scopes(view: DocView, quotes: Quotations) -> Scopes:
    """All scopes of the document, given its :func:`quotations`."""
    return Scopes(view, quotes, partial(_in_sentence, view, quotes), _signed(view))


def _in_sentence(view: DocView, quotes: Quotations, number: int) -> list[Scope]:
    first, last = view.sentences[number]
    cues = load_cues()
    found = _according_to(view, first, last)
    for i in range(first, last + 1):
        word = view.words[i]
        if word in cues.saying:
            found += _of_verb(view, i, first, last, quotes)
        if word in cues.wishing:
            found += _of_wish(view, i, first, last)
    return found


def _signed(view: DocView) -> list[Scope]:
    """A paragraph with its source in a line of its own: "– Un analyste", "Communiqué de la DIA"."""
    found = []
    for number in range(1, len(view.sentences)):
        first, last = view.sentences[number]
        begin, before = view.sentences[number - 1]
        dashed = view.words[first] in {"–", "—", "-"} and view.words[before] in {"»", '"', "”"}
        document = view.words[first] in DOCUMENT_LINES
        own_line = "\n" in view.text[view.tokens.idx[before] : view.tokens.idx[first]]
        if not ((dashed or document) and own_line and last - first < SIGNATURE):
            continue
        if any(view.pos[i] in VERBAL and view.entity_at[i] is None for i in range(first, last + 1)):
            continue
        phrases = view.phrases_between(first, last)
        if not phrases or not (dashed or phrases[0].first == first):
            continue
        while begin and "\n" not in view.text[view.tokens.idx[begin - 1] : view.tokens.idx[begin]]:
            begin = view.sentence(begin - 1)[0]
        found.append(Scope(begin, before, first, phrases[0]))
    return found


def _of_wish(view: DocView, i: int, first: int, last: int) -> list[Scope]:
    """As in "craignent que Moscou ne livre", "l'hypothèse que": possible or planned."""
    cues = load_cues()
    word = view.words[i]
    modality: Modality | None = None
    if word in cues.verbs["expecting.possible"] and view.pos[i] in VERBAL:
        modality = "possible"
    elif word in cues.verbs["expecting.planned"] and view.pos[i] in VERBAL:
        modality = "planned"
    elif word in cues.nouns["possible"] and view.pos[i] == "NOUN":
        modality = "possible"
    if modality is None:
        return []
    for j in range(i + 1, min(last, i + 5) + 1):
        if view.words[j] in {"que", "qu'"}:
            holder = None if view.pos[i] in VERBAL else _holder(view, i, first)
            return [Scope(j, last, i, holder, modality=modality)]
        if view.pos[j] in VERBAL:
            return []
    return []


def _holder(view: DocView, noun: int, first: int) -> Phrase | None:
    """Who has the hypothesis: the subject of the verb before the noun."""
    for i in range(noun - 1, first - 1, -1):
        if view.pos[i] == "VERB":
            return _speaker(view, i, first)
    return None


def _according_to(view: DocView, first: int, last: int) -> list[Scope]:
    found = []
    for i in range(first, last + 1):
        word = view.words[i]
        if (
            word == "selon"
            or (word == "après" and i > first and view.words[i - 1] in {"d'", "d"})
            or word == "d'après"
        ):
            following = view.phrases_between(i + 1, min(last, i + 12))
            if i + 1 <= last and view.words[i + 1] in {
                "lesquelles",
                "lesquels",
                "laquelle",
                "lequel",
            }:
                holder = view.phrases_between(max(first, i - 8), i - 1)
                told = [p for p in holder if "document" in view.kinds(p)] or holder
                found.append(Scope(i + 1, last, i, told[-1] if told else None))
            elif following and following[0].start - i <= 3:
                found.append(Scope(first, last, i, following[0]))
        elif word == "source" and i > first and view.words[i - 1] == "de":
            found.append(Scope(first, last, i, view.phrase(i)))
    return found


def _of_verb(view: DocView, i: int, first: int, last: int, quotes: Quotations) -> list[Scope]:
    cues = load_cues()
    word, token = view.words[i], view.tokens[i]
    denies = word in cues.verbs["denial"]
    if not (denies or word in cues.verbs["reporting"] or _idiom(view, i, last)):
        return []
    follower = view.words[i + 1] if i < last else ""
    told = i > first and view.words[i - 1] in {"a", "ont", "avait", "avaient"}
    if token.pos_ not in VERBAL and not (told or follower in {"avoir", "être", "que", "qu'"}):
        return []
    if token.morph.get("VerbForm", []) == ["Inf"] and not denies:
        return []
    past = view.words[i - 1] in {"a", "ont", "avait", "avaient", "t-il", "-t-il"} if i else False
    past = past or token.morph.get("Tense", []) in (["Past"], ["Imp"])
    after = i + 1
    while after <= min(last, i + SAYING_GAP):
        step = view.words[after]
        near = after - i <= NEAR or view.pos[after] == "SCONJ"
        if step in {"que", "qu'"} and near and view.words[after - 1] not in CONJUNCTION_HEADS:
            return [Scope(after, last, i, _speaker(view, i, first), denies, past)]
        # "a affirmé dans une lettre, contenant des excuses, que": a participle is passed over, one
        # of saying ("ajoutant que") opens a statement of its own.
        aside = step.endswith("ant") and step not in cues.verbs["reporting"]
        verbal = view.pos[after] in VERBAL and not (aside or is_reduced(view, after))
        if verbal or step in {";", ".", "qui", "dont", "où"}:
            break
        after += 1
    stop = min(last, i + 7)
    for j in range(i + 1, stop + 1):
        if view.pos[j] in VERBAL and view.tokens[j].morph.get("VerbForm", []) == ["Inf"]:
            return [Scope(j, last, i, _speaker(view, i, first), denies, past)]
        if view.words[j] in {",", ";", ":", "que", "qu'"} or view.is_finite(view.tokens[j]):
            break
    inverted = _inverted(view, i, first, last)
    if inverted is not None:
        begin = first
        for opened, _ in quotes.closed_between(i - 4, i - 1):
            begin = min(begin, opened)
        return [Scope(begin, i - 1, i, inverted, denies, past)]
    colon = next((j for j in range(i + 1, min(last, i + 12)) if view.words[j] == ":"), None)
    if colon is not None and view.texts[colon + 1] in OPEN | {'"'}:
        return [
            Scope(colon, _quote_end(colon, last, quotes), i, _speaker(view, i, first), denies, past)
        ]
    found = [
        Scope(a, b, i, _speaker(view, i, first), denies, past)
        for a, b in quotes.touching(first, last)
        if not a < i < b and (0 < i - b <= 6 or 0 < a - i <= 12)
    ]
    if word in cues.verbs["reporting.announce"] or denies or _idiom(view, i, last):
        found.append(
            Scope(
                i + 1,
                clause_end(view, i),
                i,
                _speaker(view, i, first),
                denies,
                past,
                granted=False,
            )
        )
    return found


def _idiom(view: DocView, i: int, last: int) -> bool:
    """Verbs of saying of several words: "mettre en garde", "faire savoir", "faire état de"."""
    idioms = load_cues().idioms.get(view.words[i])
    following = tuple(view.words[i + 1 : min(last, i + 4) + 1])
    return idioms is not None and any(following[: len(tail)] == tail for tail in idioms)


def _quote_end(colon: int, last: int, quotes: Quotations) -> int:
    return max([last, *(b for _, b in quotes.opened_between(colon + 1, colon + 2))])


def _speaker(view: DocView, verb: int, first: int) -> Phrase | None:
    """The subject of a verb of saying, the first of several."""
    found = _subject_of(view, verb, first)
    if found is None or found.pronoun:
        return found
    return coordinated(view, found, lambda other: bool(view.kinds(other) & view.kinds(found)))[0]


def _subject_of(view: DocView, verb: int, first: int) -> Phrase | None:
    group = verb
    while group > first and (
        view.pos[group - 1] in {"AUX", "ADV"}
        or view.words[group - 1] in {"s'", "se", "l'", "le", "n'", "lui"}
    ):
        group -= 1
    return subject(view, verb, group)


def _inverted(view: DocView, verb: int, first: int, last: int) -> Phrase | None:
    """The speaker after the verb in "…, a annoncé Séoul" or "…, a-t-il dit"."""
    start = verb
    while start > first and (
        view.pos[start - 1] in {"AUX", "ADV", "PRON"}
        or view.words[start - 1]
        in {"-", "t", "-t-il", "-t-elle", "il", "elle", "a-t-il", "a-t-elle"}
    ):
        start -= 1
    before = view.words[start - 1] if start > first else ""
    if before not in {",", "»", "”", '"', "comme", "–", "-", ")", "*", "«"}:
        return None
    for i in range(start, verb):
        if view.words[i] in {
            "il",
            "elle",
            "-t-il",
            "-t-elle",
            "-il",
            "a-t-il",
            "a-t-elle",
            "t-il",
            "t-elle",
        }:
            return view.phrase(i) or _last_subject(view, first)
    for phrase in view.each_phrase(verb + 1, last):
        if phrase.prep is None:
            gap = [view.pos[j] for j in range(verb + 1, phrase.first)]
            return None if set(gap) & VERBAL else phrase
        if phrase.start - verb > 6:
            break
    return None


def _last_subject(view: DocView, before: int) -> Phrase | None:
    return None
