"""What a summary's first sentence is about, and what an aside beside it says of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
THIS_IS, BEFORE_SOURCE = WORDS["this_is"], WORDS["before_source"]
WHO = closed_class("relative_pronouns")
OF, ETRE = closed_class("of"), forms_of("être")
CLEFT_REACH, OPENING_REACH = 8, 16
OPENED, CLOSED = frozenset({"«", "“", '"'}), frozenset({"»", "”", '"'})
DATE_REACH = 3
"""Tokens within which a date opens a sentence: "Le 3 mai au soir, l'engin …"."""

Opens = Callable[[DocView, int], bool]
"""Whether an aside opens at a token: "parti lundi de la côte"."""


class Opening(NamedTuple):
    """The subject of a sentence, and the token from which on its verb stands."""

    subject: Phrase
    after: int
    cleft: bool = False
    """Whether it is what "C'est … qui" points at."""
    date: int | None = None
    """The date that opens the sentence, before a comma: "Mardi, l'engin …"."""


def opening_of(view: DocView, sentence: int, opens: Opens) -> Opening | None:
    """Return what a sentence begins with: "Le missile", "Parti lundi, l'engin", "C'est un … qui".

    ``opens`` says of which participles an aside before it may begin.
    """
    begin, end = view.sentences[sentence]
    if view.words[begin] in THIS_IS and begin < end and view.words[begin + 1] in ETRE:
        return _cleft(view, begin + 2, end)
    begin = _behind_source(view, begin, end)
    date = _date_before(view, sentence)
    if date is not None or opens(view, begin):
        begin = next((i + 1 for i in range(begin, end) if view.words[i] == ","), end)
    subject = next(view.each_phrase(begin, end), None)
    if subject is None or subject.start != begin or subject.prep is not None:
        subject = _behind_opening(view, begin, end)
    return None if subject is None else Opening(subject, subject.last + 1, date=date)


def _behind_source(view: DocView, begin: int, end: int) -> int:
    """Return where the sentence goes on behind "Selon l'état-major de Séoul, ", if it does."""
    opens = begin + (view.words[begin] in OF)
    if view.words[opens] not in BEFORE_SOURCE:
        return begin
    comma = next((i for i in range(begin, end) if view.words[i] == ","), end)
    apart = any(view.pos[i] == "VERB" for i in range(begin, comma))
    return begin if apart or comma == end or comma > begin + OPENING_REACH else comma + 1


def _date_before(view: DocView, sentence: int) -> int | None:
    """Return the date of "Mardi, …", "Dans la nuit de lundi à mardi, …"."""
    begin, end = view.sentences[sentence]
    for at, number in view.dates_in(sentence)[:1]:
        last = at
        while last < end and view.date_at[last + 1] == number:
            last += 1
        if at <= begin + DATE_REACH and last < end and view.words[last + 1] == ",":
            return number
    return None


def _behind_opening(view: DocView, begin: int, end: int) -> Phrase | None:
    """Return the subject of the main verb in "Après deux échecs, en mai, la fusée s'est …"."""
    for phrase in view.each_phrase(begin, min(end, begin + OPENING_REACH)):
        own = view.tokens[phrase.head]
        if phrase.prep is None and own.dep_.startswith("nsubj") and own.head.i == own.head.head.i:
            return phrase if view.words[phrase.start - 1] == "," else None
    return None


def _cleft(view: DocView, begin: int, end: int) -> Opening | None:
    """Match "C'est un engin à deux étages qui", "Ce sont « plusieurs » engins qui"."""
    subject = next(view.each_phrase(begin, end), None)
    if subject is None or subject.prep is not None:
        return None
    reach = range(subject.last + 1, min(subject.last + CLEFT_REACH, end))
    who = next((i for i in reach if view.words[i] in WHO), None)
    return None if who is None else Opening(subject, who + 1, cleft=True)


def aside_of(view: DocView, sentence: int, subject: Phrase, opens: Opens) -> range | None:
    """Return the tokens of "parti mercredi de la côte", before the subject or behind its comma."""
    begin, end = view.sentences[sentence]
    if opens(view, begin):
        return range(begin, subject.start - 1)
    at = subject.last + 2
    if at < end and view.words[at - 1] in OPENED:  # "Ces engins « améliorés », lancés lundi"
        at = next((i + 2 for i in range(at, end) if view.words[i] in CLOSED), at)
    if at > end or view.words[at - 1] != "," or not opens(view, at):
        return None
    close = next((i for i in range(at, end) if view.words[i] == ","), None)
    return None if close is None else range(at, close)
