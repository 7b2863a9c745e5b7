"""From mentions to events: mentions of one type that can be the same happening."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from dprk_events.events.event import Mention
from dprk_events.events.merging.alike import overlapping, same_person, same_time
from dprk_events.events.merging.draft import (
    PLACED,
    SIDES,
    Draft,
    Said,
    in_background,
    in_head,
    said_by,
)
from dprk_events.events.syntax import VERBAL, DocView
from dprk_events.french import closed_class

POINTING = closed_class("demonstratives")
NEW = closed_class("another_one")
INDEFINITE = closed_class("indefinite_articles")
DEFINITE = frozenset({"le", "la", "l'", "les", "du", "au", "aux"})
PER_SENTENCE = 0.02
"""What a sentence of distance takes from the score."""
MOST = 4.6
"""More than all else can give: mentions 0.4, date 1, actors 1, people 0.2, things 0.4, place 0.4,
modality 0.1, "this" 1."""
COMPARED = 200
"""A mention is held against so many events of its type, those spoken of last, and no more. No
article tells of as many; a file of many articles may, and the time must not grow with its square.
An article's own events are the last ones spoken of."""


class Merger:
    """Puts the mentions of one document together."""

    def __init__(self, view: DocView) -> None:
        self.view = view
        self.compared = 0
        """How many times a mention was held against a draft."""

    def merge(self, mentions: Sequence[Mention]) -> list[Draft]:
        """Drafts in order of their first mention; ``mentions`` in text order."""
        drafts: list[Draft] = []
        latest: dict[str, OrderedDict[int, Draft]] = defaultdict(OrderedDict)
        """Drafts by type, the one spoken of last at the end."""
        for mention in mentions:
            said = said_by(self.view, mention)
            draft = self._best(mention, said, latest[mention.type])
            if draft is None:
                draft = Draft(
                    type=mention.type,
                    number=len(drafts),
                    mentions=[],
                    said=Said(),
                    background=in_background(self.view, mention),
                    headline=True,
                )
                drafts.append(draft)
                latest[mention.type][draft.number] = draft
            else:
                mention, said = self._undated(mention, said, draft)  # noqa: PLW2901
            draft.mentions.append(mention)
            draft.said.update(said)
            draft.headline = draft.headline and in_head(self.view, mention)
            latest[mention.type].move_to_end(draft.number)
        return drafts

    def _best(self, mention: Mention, said: Said, drafts: OrderedDict[int, Draft]) -> Draft | None:
        """The draft that goes best with a mention, of two as good the one begun later."""
        best: tuple[float, int, Draft] | None = None
        for seen, draft in enumerate(reversed(drafts.values())):
            if seen == COMPARED or (
                best is not None and MOST - PER_SENTENCE * self._gap(mention, draft) < best[0]
            ):
                break
            self.compared += 1
            score = self._score(mention, said, draft)
            if score is not None and (best is None or (score, draft.number) > best[:2]):
                best = (score, draft.number, draft)
        return None if best is None else best[2]

    def _gap(self, mention: Mention, draft: Draft) -> int:
        """Sentences since the draft was spoken of."""
        sentence_at = self.view.sentence_at
        return sentence_at[mention.token] - sentence_at[draft.mentions[-1].token]

    def _score(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """How well they go together; None where they cannot be the same."""
        score = (
            -PER_SENTENCE * self._gap(mention, draft)
            + 0.1 * min(len(draft.mentions), 4)
            - (0.4 if draft.background else 0.0)
        )
        for check in (
            self._dates,
            self._actors,
            self._persons,
            self._things,
            self._matter,
            self._places,
            self._modality,
            self._number,
            self._amount,
        ):
            points = check(mention, said, draft)
            if points is None:
                return None
            score += points
        if self._article(mention.token) in POINTING:
            score += 1.0
        if self._is_new(mention) and not draft.headline:
            return None
        return score

    def _is_new(self, mention: Mention) -> bool:
        """As in "un autre essai", "une nouvelle visite": not the one told before."""
        phrase = self.view.phrase(mention.token)
        if phrase is None or self.view.pos[mention.token] not in {"NOUN", "PROPN"}:
            return False
        begin, _ = self.view.sentence(mention.token)
        words = self.view.words[max(begin, phrase.start - 1) : phrase.last + 1]
        if set(words) & NEW:
            return True
        return bool(set(words) & INDEFINITE) and mention.modality not in {"asserted", "reported"}

    def _article(self, token: int) -> str:
        phrase = self.view.phrase(token)
        return self._word_before(phrase.first if phrase is not None else token)

    def _word_before(self, first: int) -> str:
        return self.view.words[first - 1] if first else ""

    def _dates(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        if not said.dates:
            return 0.0
        if not draft.said.dates:
            return None if self._newly_dated(mention, draft) else 0.0
        if _same_times(said, draft.said):
            return 1.0
        return 0.0 if self._article(mention.token) in POINTING else None

    def _undated(self, mention: Mention, said: Said, draft: Draft) -> tuple[Mention, Said]:
        """Without the date of another deed in its sentence, where it points back to this one."""
        if not said.dates or not draft.said.dates or _same_times(said, draft.said):
            return mention, said
        return replace(mention, date=None), replace(said, dates={})

    def _newly_dated(self, mention: Mention, draft: Draft) -> bool:
        """As in "suite à une tentative de tir le mois dernier": dated, not the one told."""
        phrase = self.view.phrase(mention.token)
        if len(draft.mentions) < 2 or phrase is None or phrase.prep != "de":
            return False
        before = self.view.phrase(phrase.start - 1) if phrase.start else None
        return before is not None and self._word_before(before.first) in INDEFINITE

    def _actors(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """Who acts, and on whom: each side by itself, as far as both name it."""
        score = 0.0
        for role in SIDES:
            mine, my_nouns = said.keys[role], said.nouns[role]
            theirs, their_nouns = draft.said.keys[role], draft.said.nouns[role]
            if not mine.isdisjoint(theirs) or not my_nouns.isdisjoint(their_nouns):
                score += 0.5
            elif not mine or not theirs:
                score -= 0.2 if (mine or my_nouns) and (theirs or their_nouns) else 0.0
            elif (role == "actor" and not mention.event_type.symmetric) or (
                _all_states(mine) and _all_states(theirs)
            ):
                return None
        return score

    def _things(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        mine, theirs = said.things, draft.said.things
        if not mine or not theirs:
            return 0.0
        if not mine.isdisjoint(theirs):
            return 0.4
        if frozenset() in mine or frozenset() in theirs:
            return 0.1
        if not said.thing_words.isdisjoint(draft.said.thing_words):
            return 0.2
        return None if "weapon" in mention.event_type.told_apart_by else 0.0

    def _places(self, _: Mention, said: Said, draft: Draft) -> float | None:
        for role in PLACED:
            mine, theirs = said.places[role], draft.said.places[role]
            if mine.names and theirs.names:
                return 0.4 if mine.meets(theirs) else None
        return 0.0

    def _persons(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """A visit or talk of other people is another one."""
        if "persons" not in mention.event_type.told_apart_by:
            return 0.0
        mine, theirs = said.persons, draft.said.persons
        if not mine or not theirs:
            return 0.0
        shared = sum(a in theirs or any(same_person(a, b) for b in theirs) for a in mine)
        return None if not shared or (shared < 2 <= min(len(mine), len(theirs))) else 0.2

    def _matter(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """Another pact, or another kind of border incident, is another event."""
        if "fate" in mention.event_type.told_apart_by:
            return None if said.fates.isdisjoint(draft.said.fates) else 0.0
        if "rule" in mention.event_type.told_apart_by:
            return 0.0 if mention.rule in draft.said.rules else None
        mine, theirs = said.names, draft.said.names
        if not mine or not theirs or frozenset() in mine or frozenset() in theirs:
            return 0.0
        return None if said.name_words.isdisjoint(draft.said.name_words) else 0.0

    def _modality(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """What is done, to come and denied: verbs of two of these are two events."""
        if not said.standings.isdisjoint(draft.said.standings):
            return 0.1
        both = said.standings | draft.said.standings
        last = draft.mentions[-1]
        verbs = all(self.view.pos[t] in VERBAL for t in (mention.token, last.token))
        denial = "denied" in both and (said.reported or draft.said.reported)
        if verbs and not denial:
            return None
        dated = bool(said.dates or draft.said.dates)
        open_ended = {"planned", "possible"} & both
        return None if dated and open_ended and not self._points_back(mention) else -0.1

    def _points_back(self, mention: Mention) -> bool:
        """With a definite article, or in a headline's wake: the deed just told."""
        return self._article(mention.token) in POINTING | DEFINITE

    def _number(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """A series ("les essais") and one happening ("un essai le 3 mars") stay apart."""
        mine, theirs = said.plurals, draft.said.plurals
        if not mine or not theirs or not mine.isdisjoint(theirs):
            return 0.0
        if self._article(mention.token) in POINTING:
            return -0.1
        return None

    def _amount(self, mention: Mention, said: Said, draft: Draft) -> float | None:
        """Other numbers: another firing; of men and victims, perhaps another's count."""
        mine, theirs = said.amounts, draft.said.amounts
        if not mine or not theirs or not mine.isdisjoint(theirs):
            return 0.0
        if any(overlapping(a, b) for a in mine for b in theirs):
            return 0.0
        return None if "weapon" in mention.event_type.told_apart_by else -0.2


def _same_times(one: Said, other: Said) -> bool:
    """Whether a date of one can be the time of a date of the other."""
    if not one.dates.keys().isdisjoint(other.dates.keys()):
        return True
    return any(same_time(a, b) for a in one.dates.values() for b in other.dates.values())


def _all_states(keys: set[str]) -> bool:
    """Whether all are countries, by their codes."""
    return all(len(k) == 2 and k.isupper() for k in keys)
