"""Who is behind a deed, by the words around its noun: "X, à l'origine du vol", "l'œuvre de X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dprk_events.coreference import WORDS, Context
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, word_lists
from dprk_events.participants.party import told_behind
from dprk_events.syntax import VERBAL, Phrase, group_start, subject

_LISTS = word_lists(__package__)
OF = closed_class("of")
BEHIND = sorted((words.split() for words in _LISTS["behind_a_deed"]), key=len, reverse=True)
WORK = sorted((words.split() for words in _LISTS["work_of"]), key=len, reverse=True)
_SMALL = OF | _LISTS["before_a_deed"]
WHO = frozenset({"state", "person", "people", "org", "force"})
BEFORE, AFTER, NEXT = 12, 16, 1
"""Words before the deed within which a verb has its subject, words behind it, sentences behind."""


def behind_it(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who is said to be behind the deed. « Lazarus serait derrière le piratage »."""
    if event.event_type.symmetric:
        return None
    for mention in event.mentions:
        if context.view.is_verbal(mention.token):
            continue
        phrases = (*_before(context, mention), *_after(context, mention))
        found = told_behind(context, phrases, WHO, "behind it")
        if found is not None:
            return found
    return None


def _before(context: Context, mention: Mention) -> Iterator[Phrase]:
    """Yield of whom the words just before the deed say that it is theirs."""
    view = context.view
    own = view.phrase(mention.token)
    begin, _ = view.sentence(mention.token)
    end = own.first - 1 if own is not None else mention.token - 1
    for words in BEHIND:
        for last in range(end, max(begin, end - 2) - 1, -1):
            first = last - len(words) + 1
            between = view.words[last + 1 : end + 1]
            if (
                first > begin
                and view.words[first : last + 1] == words
                and not set(between) - _SMALL
            ):
                yield from _of_whom(context, first)
                return


def _of_whom(context: Context, first: int) -> Iterator[Phrase]:
    """Yield whom an expression that begins there describes."""
    view = context.view
    begin, _ = view.sentence(first)
    if view.words[first - 1] in _LISTS["taken_for"]:
        held = view.phrase(first - 2)  # "tient Pyongyang pour responsable du vol"
        if held is not None and held.prep is None:
            yield held
        return
    apposed = view.words[first - 1] == ","
    near = view.phrase(first - 1 - apposed)
    if near is not None and near.first >= begin and (apposed or view.kinds(near) & WHO):
        yield near
        return
    if (named := _behind_colon(context, first)) is not None:
        yield named
        return
    for i in range(first - 1, max(begin, first - BEFORE) - 1, -1):
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            found = subject(view, i, group_start(view, i))
            if found is not None and not found.pronoun:
                yield found
            return


def _behind_colon(context: Context, first: int) -> Phrase | None:
    """Return who is named behind the colon: "désigne les auteurs du vol : des pirates de X"."""
    view = context.view
    if context.word_before(first) not in WORDS["the_plural"] | WORDS["the"]:
        return None
    _, end = view.sentence(first)
    colon = next((i for i in range(first, end) if view.words[i] == ":"), None)
    return None if colon is None else next(view.each_phrase(colon + 1, end), None)


def _after(context: Context, mention: Mention) -> Iterator[Phrase]:
    """Yield whose work the words behind, or the sentence after, call the deed."""
    view = context.view
    here = view.sentence_at[mention.token]
    for number in range(here, min(len(view.sentences) - 1, here + NEXT) + 1):
        begin, end = view.sentences[number]
        first = mention.token + 1 if number == here else begin
        for i in range(first, min(end, first + AFTER)):
            for words in WORK:
                of = i + len(words)
                if view.words[i:of] == words and of < end and view.words[of] in OF:
                    yield from list(view.each_phrase(of, end))[:1]
                    return
