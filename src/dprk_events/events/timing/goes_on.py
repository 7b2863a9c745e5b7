"""Dates that a deed shares with the incident that the sentence before tells of: it goes on."""

from __future__ import annotations

from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.first_clause import OPENERS, told_verb
from dprk_events.events.timing.meant import HUMAN, MOVING, POINTING
from dprk_events.events.timing.subjects import opening_of
from dprk_events.french import closed_class, looks_like_participle, word_lists
from dprk_events.syntax import DocView, Phrase

WORDS = word_lists(__package__)
HE, AGAIN = WORDS["he"], WORDS["another_time"]
HIM, ON = WORDS["him"], WORDS["on"]
DETERMINERS = frozenset({"DET", "NUM", "PRON"})
STOPS = closed_class("clause_openers")


def of_the_incident_it_goes_on_from(chain: Chain, one: Timed) -> int | None:
    """See "… a franchi mardi la ligne. Touché par des tirs, il a été opéré": one incident.

    So too "Ses camarades ont tiré", "Des gardes ont tiré sur lui".

    The sentence goes on about who did the deed before, and tells of harm or shots, without a day.
    """
    view, here = chain.view, chain.view.sentence_at[one.token]
    if not here or not one.done or chain.stated_in(here) or not _is_rough(one):
        return None
    if not chain.goes_on(here) or _is_told_apart(view, here):
        return None
    opening = opening_of(view, here, _opens_with_participle)
    if opening is None or not (_is_he(view, opening.subject) or _falls_on_him(view, one)):
        return None
    verb = told_verb(view, opening.after, view.sentences[here][1])
    if verb is None or (one.token > verb and _parted(view, verb, one.token)):
        return None
    told = [each for each in chain.of_sentence(here - 1) if each.done]
    day = chain.day_of(here - 1)
    if day is None or not any(_is_of_somebody(view, each) for each in told):
        return None
    past = any(each.raw.group is not None and each.raw.group.tense == "imperfect" for each in told)
    news = chain.published is not None and chain.is_news(day)
    return day if news or not past else None  # "s'était enfui en mai. Il a été blessé"


def _is_rough(one: Timed) -> bool:
    """Return whether a deed is harm, what harms, or shots at whoever comes over."""
    kind = one.raw.event_type
    return kind.consequence or kind.harms or one.wards_off


def _is_told_apart(view: DocView, sentence: int) -> bool:
    """Match "déjà", "jamais", "fois": another time may be meant."""
    first, last = view.sentences[sentence]
    return not AGAIN.isdisjoint(view.words[first : last + 1])


def _opens_with_participle(view: DocView, i: int) -> bool:
    if view.pos[i] in DETERMINERS or view.entity_at[i] is not None:
        return False  # "Ses camarades", "Plusieurs gardes"
    return looks_like_participle(view.words[i])


def _is_he(view: DocView, subject: Phrase) -> bool:
    """Match "il", "les hommes", "le navire"; and "ses camarades"."""
    if subject.prep is not None:
        return False
    if subject.pronoun:
        return view.words[subject.head] in HE
    kinds = view.kinds(subject)
    if subject.possessive:
        return bool(kinds & HUMAN)
    return view.words[subject.start] in POINTING and bool(kinds & (HUMAN | MOVING))


def _falls_on_him(view: DocView, one: Timed) -> bool:
    """Match "Deux balles l'ont touché", "Des gardes lui ont tiré dessus", "ont tiré sur lui"."""
    group = one.raw.group
    if group is None:
        return False
    if not HIM.isdisjoint(view.words[group.first : group.verb]):
        return True
    _, end = view.sentence(group.verb)
    pairs = zip(view.words[group.verb : end], view.words[group.verb + 1 : end + 1], strict=True)
    return any(one in ON and other in HIM | HE for one, other in pairs)


def _is_of_somebody(view: DocView, one: Timed) -> bool:
    """Return whether people or a vessel do the deed or suffer it, not a state."""
    fills = (f.phrase for f in one.raw.fills if f.phrase is not None)
    return any(view.kinds(each) & (HUMAN | MOVING) for each in fills)


def _parted(view: DocView, verb: int, token: int) -> bool:
    return not (STOPS & OPENERS).isdisjoint(view.words[verb:token])
