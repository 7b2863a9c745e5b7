"""Whether what is planned or done further on can be what the first sentences tell or deny."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.event import DONE, Mention
from dprk_events.events.merging.common import (
    article,
    clause_in_pluperfect,
    in_perfect,
    same_times,
)
from dprk_events.events.merging.draft import (
    SIDES,
    WORDS,
    Draft,
    Said,
    in_background,
    in_head,
)
from dprk_events.french import closed_class, looks_like_participle
from dprk_events.syntax import NOUNS, DocView

NONE_OF, WAS_TO = WORDS["none_of"], WORDS["was_to"]
OF, ONE = closed_class("of"), WORDS["singular_indefinite"]
AHEAD = frozenset({"planning_phrase", "scheduled", "countdown", "still_to_come"})
"""Reasons for which a noun is planned that say that it is still to come."""
DISPATCHED = "after_statement"
"""Why the news of a dispatch is reported: "… à Koursk, a rapporté samedi l'agence"."""
PRESENT = (["Pres"], ["Past"])
"""The tagger takes "réunit" for a past historic, which no first line is in."""


def tells_it_first(view: DocView, said: Said, draft: Draft) -> bool:
    """Return whether an event of the first sentences may be the one planned further on.

    Of those below the first line only where no two others take part in what is planned.
    """
    above = _in_first_line(view, draft.mentions[-1])
    others = said.keys["actor"] - draft.said.keys["actor"]
    return draft.headline and (above or len(others) < 2)


def retells(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Return whether the first sentences tell the headline's deed again in other words.

    "Pyongyang et Moscou signent un pacte", "Poutine et Kim ont signé un accord": both of the same
    sides, and no day that differs.
    """
    if not (draft.headline and in_head(view, mention)):
        return False
    if not _in_first_line(view, draft.mentions[0]) or _in_first_line(view, mention):
        return False  # only the first line is a headline, and this stands below it
    mine, theirs = said.keys["actor"], draft.said.keys["actor"]
    return bool(mine) and mine == theirs and _of_no_other_day(said, draft.said)


def echoes(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Return whether a lead's first deed of its type can be the headline's, however it is called.

    "Le Nord envoie de nouveau des ballons" and "350 ballons ont été lâchés lundi": what the first
    line tells comes again below it, of the same sides as far as both are named, on no other day.
    """
    if not (draft.headline and in_head(view, mention)):
        return False
    above = all(_in_first_line(view, each) for each in draft.mentions)
    if not above or _in_first_line(view, mention):
        return False
    if in_background(view, mention) or clause_in_pluperfect(view, mention):
        return False
    mine, theirs = (each.keys for each in (said, draft.said))
    sides = all(not (mine[r] and theirs[r]) or mine[r] & theirs[r] for r in SIDES)
    return sides and _of_no_other_day(said, draft.said)


def _in_first_line(view: DocView, mention: Mention) -> bool:
    return mention.token <= view.first_line.last


def _of_no_other_day(one: Said, other: Said) -> bool:
    return not one.dates or not other.dates or same_times(one, other)


def leaves_it_open(view: DocView, mention: Mention) -> bool:
    """Return whether a first line's present, noun or bare participle may tell what is to come.

    "L'ONU se réunit d'urgence", "Ouvriers nord-coréens envoyés en Russie"; not "a envoyé".
    """
    token = view.tokens[mention.token]
    if not _in_first_line(view, mention) or in_perfect(view, mention):
        return False
    if view.is_finite(token):
        return token.morph.get("Tense", []) in PRESENT
    return view.pos[mention.token] in NOUNS or looks_like_participle(view.words[mention.token])


def is_said_to_come(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Return whether the sentence below a first line calls its deed planned: "va en envoyer"."""
    if said.standings != {"planned"} or not is_told_as_ahead(view, [*draft.mentions, mention]):
        return False
    return echoes(view, mention, said, draft)


def is_told_as_ahead(view: DocView, mentions: Sequence[Mention]) -> bool:
    """Return whether a first line leaves open what the sentence below it calls planned."""
    done = [each for each in mentions if each.modality in DONE]
    below = {view.sentence_at[each.token] + 1 for each in done}
    ahead = (m for m in mentions if m.modality == "planned" and _looks_ahead(m))
    planned = any(view.sentence_at[each.token] in below for each in ahead)
    return planned and all(leaves_it_open(view, each) for each in done)


def _looks_ahead(mention: Mention) -> bool:
    return mention.look == "ahead" or mention.why in AHEAD


def is_told_as_denied(view: DocView, mentions: Sequence[Mention]) -> bool:
    """Return whether a noun of the first line is denied by the sentence below it.

    "Sommet Trump-Kim : …" and "La rencontre n'aura pas lieu"; where nothing else tells it as done.
    """
    done = [each for each in mentions if each.modality in DONE]
    below = {view.sentence_at[each.token] + 1 for each in done}
    denied = (m for m in mentions if m.modality == "negated")
    nouns = all(view.pos[m.token] in NOUNS and leaves_it_open(view, m) for m in done)
    bare = nouns and all(article(view, m.token) not in ONE for m in done)
    return bare and bool(done) and any(view.sentence_at[m.token] in below for m in denied)


def is_told_as_claimed(view: DocView, mentions: Sequence[Mention]) -> bool:
    """Return whether a noun of the first line is only a claim by the sentence below it.

    "Piratage de Bybit" and "le FBI a attribué le casse au Nord"; only of a type that is known by
    what somebody says of it, and where nothing else tells it as done. Not "a rapporté KCNA", at
    the end of what the news is.
    """
    plain = [each for each in mentions if each.modality == "asserted"]
    if not plain or not mentions[0].event_type.claimed:
        return False
    told = (m for m in mentions if m.modality == "reported" and m.why != DISPATCHED)
    claimed = {view.sentence_at[m.token] for m in told}
    nouns = all(view.pos[m.token] in NOUNS and leaves_it_open(view, m) for m in plain)
    bare = nouns and all(m.cue is None for m in plain)
    return bare and view.sentence_at[plain[0].token] + 1 in claimed


def is_of_none(view: DocView, mention: Mention) -> bool:
    """Match "aucun envoi de troupes": none at all, so none of those told of.

    Not "les accusations de livraisons", whose "de" only says of what they are.
    """
    if view.pos[mention.token] not in NOUNS or article(view, mention.token) not in NONE_OF:
        return False
    phrase = view.phrase(mention.token)
    before = 0 if phrase is None else phrase.first - 2
    return not (before >= 0 and view.words[before + 1] in OF and view.pos[before] in NOUNS)


def is_called_off(view: DocView, mentions: Sequence[Mention]) -> bool:
    """Return whether a deed is called off that only was to be done.

    "Trump annule le sommet" and "La rencontre devait se tenir mardi": nothing plans it again.
    """
    planned = [each for each in mentions if each.modality != "negated"]
    off = len(planned) < len(mentions)
    return off and all(m.modality == "planned" and _was_to_be(view, m) for m in planned)


def _was_to_be(view: DocView, mention: Mention) -> bool:
    """Match "devait se tenir", "était prévue", of a mention that they plan."""
    begin, _ = view.sentence(mention.token)
    words = view.words[begin : view.sentence(mention.token)[1] + 1]
    at = next((i for i, word in enumerate(words) if word == mention.cue), None)
    return at is not None and not WAS_TO.isdisjoint(words[max(0, at - 2) : at + 1])
