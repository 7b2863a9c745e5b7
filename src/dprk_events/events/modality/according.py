"""Find scopes of sources without a verb of saying: "selon Séoul", "de source militaire"."""

from __future__ import annotations

from dprk_events.events.modality.scope import Scope
from dprk_events.french import word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
ACCORDING, WHICH = WORDS["according"], WORDS["according_which"]
ACCORDING_START, ACCORDING_END = WORDS["according_start"], WORDS["according_end"]
SOURCE, SOURCE_OF = WORDS["source"], WORDS["source_of"]
SOURCE_GAP, SOURCE_REACH, WHICH_REACH = 3, 12, 8
"""Greatest distance from "selon" to the source, and of the search after and before it."""
DOCUMENT_LINES = WORDS["document_lines"]
SIGNATURE = 14
"""Greatest length in words of a line that names a speaker."""
DASHES, QUOTE_ENDS = frozenset("–—-"), frozenset('»"”')


def according_to(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scopes of the sources that a sentence names without a verb of saying."""
    found = []
    for i in range(first, last + 1):
        word = view.words[i]
        if word in ACCORDING or (
            word in ACCORDING_END and i > first and view.words[i - 1] in ACCORDING_START
        ):
            scope = _according(view, i, first, last)
            if scope is not None:
                found.append(scope)
        elif word in SOURCE and i > first and view.words[i - 1] in SOURCE_OF:
            found.append(Scope(first, last, i, view.phrase(i)))
    return found


def signed(view: DocView) -> list[Scope]:
    """Return scopes of paragraphs whose source is the line below: "– Un analyste"."""
    found = []
    for number in range(1, len(view.sentences)):
        first, _ = view.sentences[number]
        begin, before = view.sentences[number - 1]
        signer = _signer(view, number)
        if signer is not None:
            while begin and not _line_between(view, begin - 1, begin):
                begin = view.sentence(begin - 1)[0]
            found.append(Scope(begin, before, first, signer))
    return found


def _according(view: DocView, i: int, first: int, last: int) -> Scope | None:
    """Read the construction of "selon": "selon Séoul", "un rapport selon lequel"."""
    if i < last and view.words[i + 1] in WHICH:
        before = view.phrases_between(max(first, i - WHICH_REACH), i - 1)
        told = [phrase for phrase in before if "document" in view.kinds(phrase)] or before
        return Scope(i + 1, last, i, told[-1] if told else None)
    source = next(view.each_phrase(i + 1, min(last, i + SOURCE_REACH)), None)
    if source is not None and source.start - i <= SOURCE_GAP:
        return Scope(first, last, i, source)
    return None


def _signer(view: DocView, number: int) -> Phrase | None:
    """Return the speaker or document that alone makes up a sentence on its own line."""
    first, last = view.sentences[number]
    _, before = view.sentences[number - 1]
    if last - first >= SIGNATURE:
        return None
    dashed = view.words[first] in DASHES and view.words[before] in QUOTE_ENDS
    if not (dashed or view.words[first] in DOCUMENT_LINES):
        return None
    if not _line_between(view, before, first) or _has_verb(view, first, last):
        return None
    phrase = next(view.each_phrase(first, last), None)
    return phrase if phrase is not None and (dashed or phrase.first == first) else None


def _line_between(view: DocView, before: int, after: int) -> bool:
    """Return whether there is a line break between two tokens."""
    return "\n" in view.text[view.tokens.idx[before] : view.tokens.idx[after]]


def _has_verb(view: DocView, first: int, last: int) -> bool:
    return any(view.pos[i] in VERBAL and view.entity_at[i] is None for i in range(first, last + 1))
