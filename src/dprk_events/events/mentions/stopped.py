"""What comes to nothing, as another mention blocks the decision that it is in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from dprk_events.events.mentions.raw import RawMention
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import VERBAL, DocView

_LISTS = word_lists(__package__)
TEXTS, AIMING = _LISTS["texts_to_be_passed"], _LISTS["what_a_text_aims_at"]
STOPS, OF = closed_class("hard_stops"), closed_class("of")
PARTICIPLE_REACH = 6
"""Words behind a phrase within which a participle that tells of it is."""
CONTENT_REACH = 8
"""Words before a verb within which the text is whose content it is."""
TEXT_REACH = 3
"""Words at the beginning of a sentence within which its subject is."""
NEAR = 2
"""Sentences between what a text was to do and what blocks it."""


def _participle_after(view: DocView, last: int) -> int | None:
    """Return the present participle that tells of a phrase: "un projet américain | durcissant"."""
    _, end = view.sentence(last)
    for i in range(last + 1, min(end, last + PARTICIPLE_REACH) + 1):
        if view.words[i] in STOPS or view.words[i] == ",":
            return None
        if view.pos[i] in VERBAL:
            return i if view.tokens[i].is_participle else None
    return None


def stopped_triggers(view: DocView, chosen: Sequence[RawMention]) -> set[int]:
    """Return the triggers inside what another mention blocks: nothing came of it.

    "un veto au durcissement des sanctions", "bloquer un projet de résolution qui en impose".
    """
    types: dict[int, set[str]] = defaultdict(set)
    for mention in chosen:
        types[mention.candidate.first].add(mention.type)
    found: set[int] = set()
    for other in (m for m in chosen if m.event_type.blocks):
        found.update(_kept_from_doing(view, other, chosen))
        for fill in other.fills:
            if fill.role != "recipient":
                continue
            inside = range(fill.first, fill.last + 1)
            of_it = (*inside, _participle_after(view, fill.last))
            found.update(i for i in of_it if i in types and types[i] != {other.type})
    return found | set(_of_a_text_near(view, chosen))


def _kept_from_doing(
    view: DocView, blocking: RawMention, chosen: Sequence[RawMention]
) -> Iterator[int]:
    """Yield what a body is kept from doing: "ont empêché le Conseil d'adopter une résolution"."""
    for fill in blocking.fills:
        for mention in chosen if fill.role == "theme" else ():
            group = mention.group
            if group is None or group.form != "infinitive" or group.first != fill.last + 2:
                continue
            if view.words[fill.last + 1] in OF:
                yield mention.candidate.first


def _of_a_text_near(view: DocView, chosen: Sequence[RawMention]) -> Iterator[int]:
    """Yield what a text was to do that was blocked in a sentence near it.

    « a examiné un texte visant à durcir l'embargo. Moscou y a mis son veto », « ce projet aurait
    gelé des avoirs, mais le veto … »
    """
    blocked = [view.sentence_at[m.candidate.first] for m in chosen if m.event_type.blocks]
    for mention in chosen:
        here = view.sentence_at[mention.candidate.first]
        near = any(abs(here - there) <= NEAR for there in blocked)
        if not near or mention.event_type.blocks:
            continue
        if _is_content(view, mention) or any(_stands_in(view, mention, there) for there in blocked):
            yield mention.candidate.first


def _stands_in(view: DocView, mention: RawMention, blocked: int) -> bool:
    """Match "Moscou a bloqué le texte. Treize pays l'avaient approuvé": the text is told there."""
    themes = (fill.first for fill in mention.fills if fill.role == "theme")
    here = view.sentence_at[mention.candidate.first]
    return any(view.sentence_at[first] == blocked < here for first in themes)


def _is_content(view: DocView, mention: RawMention) -> bool:
    """Match "un texte visant à durcir", "ce projet aurait durci", "Le texte gelait des avoirs"."""
    group = mention.group
    if group is None:
        return False
    begin, _ = view.sentence(group.verb)
    if group.tense == "imperfect" and not group.compound and _opens_with_a_text(view, begin):
        return True
    before = view.words[max(begin, group.first - CONTENT_REACH) : group.first]
    if TEXTS.isdisjoint(before):
        return False
    aimed = group.form == "infinitive" and not AIMING.isdisjoint(before[-2:])
    return aimed or (group.tense == "conditional" and group.compound)


def _opens_with_a_text(view: DocView, begin: int) -> bool:
    """Say whether a sentence begins with a text as its subject."""
    first = next(view.each_phrase(begin, begin + TEXT_REACH), None)
    return first is not None and first.prep is None and view.words[first.head] in TEXTS
