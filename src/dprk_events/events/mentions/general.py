"""Leave out deeds spoken of in general: what a law forbids, a weapon can do, a duty is about."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.mentions.raw import RawMention, Rejected
from dprk_events.french import forms_of, phrase_of, word_lists
from dprk_events.syntax import VERBAL, DocView

_LISTS = word_lists(__package__)
FORBIDDING = forms_of(*_LISTS["verbs_of_forbidding"])
FORBIDDEN = _LISTS["forbidden"]
LAWS, ANY, AGAINST = _LISTS["laws"], _LISTS["any_at_all"], _LISTS["what_a_law_is_about"]
BANS = _LISTS["bans"]
GUARDING = forms_of(*_LISTS["verbs_of_guarding"])
GUARDS, AGAINST_HARM = _LISTS["guards"] | GUARDING, _LISTS["guarded_against"]
FROM = _LISTS["guarded_from"]
ARTICLES = _LISTS["articles_of_a_kind"]
BEFORE_A_KIND = tuple(" " + words + " " for words in sorted(_LISTS["before_a_kind_of_deed"]))
ABLE = tuple(" " + words + " " for words in sorted(_LISTS["able_to"]))
ETRE = forms_of(*_LISTS["verbs_of_being"])
NO_SUBJECT_BEFORE = _LISTS["before_another_clause"]
NOT_ABOUT = _LISTS["not_what_a_ban_is_about"]
ARMS = frozenset({"weapon", "vehicle", "aircraft", "material"})
COMMA, ASIDE = ",", 7
"""The longest aside, in words."""
MOST_WORDS = 4
"""Words that say what can be done: "en mesure de"."""
REACH = 10
"""Words between what forbids and what is forbidden."""
NEAR = 6
"""Words before a deed within which somebody is guarded from it."""


def without_general(
    view: DocView, mentions: list[RawMention], rejected: list[Rejected]
) -> list[RawMention]:
    """Drop what nobody has done or is about to do: "les résolutions interdisent tout tir"."""
    kept: list[RawMention] = []
    for mention in mentions:
        if _in_general(view, mention):
            rejected.append(Rejected(mention.candidate, "spoken of in general"))
        else:
            kept.append(mention)
    return kept


def _in_general(view: DocView, mention: RawMention) -> bool:
    group = mention.group
    if group is not None and group.form != "infinitive":
        return False
    first = mention.candidate.first if group is None else group.first
    begin, end = view.sentence(first)
    before = view.words[max(begin, first - NEAR) : first]
    if group is not None:
        armed = mention.event_type.harms or mention.event_type.hits_nobody
        if armed and (able := _able(view, begin, first)) is not None:
            things = [each for each in view.each_phrase(begin, first - 1) if each.head < able]
            return bool(things) and not view.kinds(things[-1]).isdisjoint(ARMS)
    elif _of_a_kind(before) or _guarded_from(before) or _is_forbidden(view, mention, end):
        return True
    return _banned(view, first, begin)


def _able(view: DocView, begin: int, first: int) -> int | None:
    """Return where the words begin that say what can be done: "capable, dit-on, | de tirer".

    An aside between commas may part them.
    """
    words = view.words[begin:first]
    commas = [i for i, word in enumerate(words) if word == COMMA]
    if len(commas) > 1 and len(words) - commas[-1] == 2 and commas[-1] - commas[-2] <= ASIDE:
        words = [*words[: commas[-2]], *words[commas[-1] + 1 :]]
    for size in range(1, MOST_WORDS + 1):
        if len(words) > size and phrase_of(["", *words[-size:], ""]) in ABLE:
            return begin + len(words) - size
    return None


def _of_a_kind(before: Sequence[str]) -> bool:
    """Match "en cas d'attaque", "à portée de tir", "le général chargé des essais"."""
    bare = list(before)
    while bare and bare[-1] in ARTICLES:
        bare.pop()
    both = (phrase_of(["", *words, ""]) for words in (before, bare))
    return any(text.endswith(BEFORE_A_KIND) for text in both)


def _guarded_from(before: Sequence[str]) -> bool:
    """Match "protéger Séoul d'une attaque", "un bouclier contre les tirs de missiles"."""
    bare = list(before)
    while bare and bare[-1] in ARTICLES:
        bare.pop()
    if not bare or not ETRE.isdisjoint(bare):  # "s'est défendue contre une attaque"
        return False
    if bare[-1] in AGAINST_HARM:
        return not GUARDS.isdisjoint(bare)
    return bare[-1] in FROM and not GUARDING.isdisjoint(bare)  # not "un pacte de défense"


def _is_forbidden(view: DocView, mention: RawMention, end: int) -> bool:
    """Match "les essais balistiques sont interdits", not "un missile, interdit par l'ONU"."""
    for i in range(mention.candidate.last + 1, min(end, mention.candidate.last + REACH) + 1):
        if view.words[i] in FORBIDDEN:
            return view.words[i - 1] in ETRE
        if view.pos[i] == "VERB" or view.words[i] in NO_SUBJECT_BEFORE:
            return False
    return False


def _banned(view: DocView, first: int, begin: int) -> bool:
    """Match "les résolutions interdisent tout tir", "une loi contre l'envoi de tracts"."""
    for i in range(first - 1, max(begin, first - REACH) - 1, -1):
        word, verbal = view.words[i], view.pos[i] in VERBAL
        if word in FORBIDDING and verbal:
            law = not LAWS.isdisjoint(view.words[max(begin, i - REACH) : i])
            return law or not ANY.isdisjoint(view.words[i + 1 : first])
        if word in BANS:
            return True
        if word in AGAINST and not LAWS.isdisjoint(view.words[max(begin, i - 3) : i]):
            return True
        if verbal or word in NOT_ABOUT:
            return False
    return False
