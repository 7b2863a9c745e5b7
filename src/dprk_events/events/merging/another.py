"""Whether the words of a mention say that it is another event than those told before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dprk_events.events.event import DONE, Filler, Mention
from dprk_events.events.merging.alike import same_person
from dprk_events.events.merging.common import points_at, word_before_filler
from dprk_events.events.merging.draft import WORDS, Draft, Said
from dprk_events.french import forms_of, key
from dprk_events.syntax import NOUNS, VERBAL, DocView

NEW = WORDS["another_one"]
INDEFINITE = WORDS["indefinite_articles"]
BRINGING_IN = WORDS["singular_indefinite"]
WIDE_REACH = 16
"""Characters before a phrase that hold its article with one adjective."""
ANNOUNCING = forms_of(*WORDS["announcing"])
RESUMING = forms_of(*WORDS["resuming"])
EVER, FROM_THEN = WORDS["ever"], WORDS["from_then_on"]
NEVER, SINCE = 4, 10
"""Words before a denied verb that hold its "jamais", and behind it that hold its "depuis"."""
AGAIN = 8
"""Words before what is taken up again that hold the verb which says so."""
OTHERS, ORDINAL = WORDS["not_the_same"], WORDS["one_of_several"]
OWN, OTHER = WORDS["of_ones_own"], WORDS["another_doer"]


def is_new(view: DocView, mention: Mention) -> bool:
    """Match "un nouveau tir", and what is planned with an indefinite article.

    Not "ce nouveau tir", which is the one just told.
    """
    if is_another(view, mention):
        return True
    words = () if points_at(view, mention) else _noun_phrase(view, mention)
    return mention.modality not in DONE and not INDEFINITE.isdisjoint(words)


def is_another(view: DocView, mention: Mention) -> bool:
    """Match "un nouveau tir", "un autre tir"; not "ce nouveau tir"."""
    words = _noun_phrase(view, mention)
    if points_at(view, mention) and OTHERS.isdisjoint(words):
        return False
    return not NEW.isdisjoint(words)


def has_come_about(mention: Mention, said: Said, draft: Draft) -> bool:
    """Match "ils ne se parleront pas … La réunion du 15 octobre": it was held, the other was not.

    What somebody only denies may well be the same deed: "Pyongyang nie avoir tiré … le tir du 3".
    """
    if draft.said.standings != {"denied"} or said.standings != {"done"} or said.reported:
        return False
    denied = any(each.attribution is not None for each in draft.mentions)
    shared = any(each.date == mention.date for each in draft.mentions)
    return mention.date is not None and not denied and not shared


def one_load_of_several(view: DocView, mention: Mention, _: Said, draft: Draft) -> float | None:
    """Reject "un premier chargement", which is not all that was told of before.

    Not below a headline that gives no number: it may tell of that one.
    """
    below = draft.headline and not draft.said.amounts
    if "load" not in mention.event_type.told_apart_by or below:
        return 0.0
    for each in mention.fillers:
        if each.role == "instrument":
            before = key(view.text[max(0, each.start - WIDE_REACH) : each.start]).split()[-2:]
            words = [*before, *key(each.text).split()]
            if any(a in BRINGING_IN and b in ORDINAL for a, b in pairwise(words)):
                return None
    return 0.0


def is_of_ones_own(view: DocView, mention: Mention) -> bool:
    """Match "ses propres exercices", which answer those of another."""
    return not OWN.isdisjoint(_noun_phrase(view, mention))


def is_one(view: DocView, mention: Mention) -> bool:
    """Match "un premier voyage": one that was not told of before."""
    phrase = view.phrase(mention.token)
    words = () if phrase is None else view.words[phrase.start : mention.token]
    return not BRINGING_IN.isdisjoint(words)


def has_new_actor(view: DocView, mention: Mention, told: Sequence[Mention] = ()) -> bool:
    """Match an actor whom an indefinite article brings in: "un soldat avait franchi la ligne".

    Not who acts in what was ``told`` before: "un soldat a fui le Nord pour demander l'asile".
    """
    known = _who_acted(told)
    new = (a for a in _nouns_of_actors(mention) if a.start not in known)
    return any(word_before_filler(view, a) in BRINGING_IN for a in new)


def has_other_actor(view: DocView, mention: Mention, told: Sequence[Mention] = ()) -> bool:
    """Match an actor who is another: "un autre soldat", "un second transfuge"."""
    known = _who_acted(told)
    for each in _nouns_of_actors(mention):
        if each.start in known:
            continue
        before = key(view.text[max(0, each.start - WIDE_REACH) : each.start]).split()[-2:]
        words = [*before, *key(each.text).split()]
        if any(a in BRINGING_IN and b in OTHER for a, b in pairwise(words)):
            return True
    return False


def _who_acted(told: Sequence[Mention]) -> frozenset[int]:
    """Return where those stand who act in some mentions."""
    return frozenset(f.start for each in told for f in each.fillers if f.role == "actor")


def _nouns_of_actors(mention: Mention) -> Iterator[Filler]:
    """Yield who acts without a name; not who stands in a sentence before, called "il" here."""
    begin, end = mention.sentence
    for each in mention.fillers:
        if each.role == "actor" and each.entity is None and begin <= each.start < end:
            yield each


def are_only_announced(view: DocView, mentions: Sequence[Mention]) -> bool:
    """Match nouns that leave open whether it was done: "Moscou annonce l'arrivée de démineurs"."""
    return all(m.cue in ANNOUNCING and view.pos[m.token] in NOUNS for m in mentions)


def denies_others(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match "des entretiens à Pékin … Kim ne l'a pas reçu": a denied meeting with somebody else."""
    if view.pos[mention.token] not in VERBAL or not mention.event_type.symmetric:
        return False
    mine, theirs = said.persons, draft.said.persons
    met = all(any(same_person(one, other) for other in theirs) for one in mine)
    return bool(mine) and not met


def denies_a_time(view: DocView, mention: Mention) -> bool:
    """Match "n'était pas venu depuis 2000", "n'avait jamais tiré si loin": not in all that time."""
    if mention.modality != "negated" or view.pos[mention.token] not in VERBAL:
        return False
    begin, end = view.sentence(mention.token)
    before = view.words[max(begin, mention.token - NEVER) : mention.token + 2]
    behind = view.words[mention.token + 1 : min(end, mention.token + SINCE) + 1]
    return not (EVER.isdisjoint(before) and FROM_THEN.isdisjoint(behind))


def takes_up_again(view: DocView, mention: Mention) -> bool:
    """Match what is to go on: "relancer les discussions" are not those that were just held."""
    phrase = view.phrase(mention.token)
    if phrase is None or view.pos[mention.token] not in NOUNS:
        return False
    begin, _ = view.sentence(mention.token)
    before = view.words[max(begin, phrase.start - AGAIN) : phrase.start]
    return any(word in RESUMING for word in before)


def _noun_phrase(view: DocView, mention: Mention) -> Sequence[str]:
    """Return the words of an event noun's phrase, its article included; none of a verb."""
    phrase = view.phrase(mention.token)
    if phrase is None or view.pos[mention.token] not in NOUNS:
        return ()
    begin, _ = view.sentence(mention.token)
    near = range(max(begin, phrase.start - 1), phrase.last + 1)
    return [view.words[i] for i in near if view.date_at[i] is None]  # not "lundi prochain des tirs"
