"""From mentions to events: mentions of one type that can be the same happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dprk_events.dates import Timex
from dprk_events.entities import Entity
from dprk_events.events.event import Filler, Mention
from dprk_events.events.lexicon import closed_class, key
from dprk_events.events.syntax import VERBAL, DocView

SYMMETRIC = frozenset({"meeting", "agreement", "military_exercise"})
BY_WEAPON = frozenset({"missile_test", "missile_strike", "nuclear_test", "satellite_launch"})
BACKGROUND = closed_class("told_before")
SIDES = ("actor", "recipient")
PLACES = ("location", "destination", "origin")
PLAIN = frozenset(word.rstrip("sx") for word in closed_class("plain_weapon_words"))
POINTING = closed_class("demonstratives")
NEW = closed_class("another_one")
INDEFINITE = closed_class("indefinite_articles")
WOUNDING, CAPTURING = tuple(closed_class("wounding")), tuple(closed_class("capturing"))
DEFINITE = frozenset({"le", "la", "l'", "les", "du", "au", "aux"})


@dataclass
class Draft:
    """An event in the making."""

    type: str
    mentions: list[Mention] = field(default_factory=list)

    def fillers(self, *roles: str) -> list[Filler]:
        """All fillers of these roles over the mentions."""
        return [f for m in self.mentions for f in m.fillers if f.role in roles]


class Merger:
    """Puts the mentions of one document together."""

    def __init__(self, view: DocView) -> None:
        self.view = view

    def merge(self, mentions: Sequence[Mention]) -> list[Draft]:
        """Drafts in order of their first mention."""
        drafts: list[Draft] = []
        for mention in mentions:
            best: tuple[float, Draft] | None = None
            for draft in reversed(drafts):
                if draft.type != mention.type:
                    continue
                score = self._score(mention, draft)
                if score is not None and (best is None or score > best[0]):
                    best = (score, draft)
            if best is not None:
                best[1].mentions.append(self._undated(mention, best[1]))
            else:
                drafts.append(Draft(mention.type, [mention]))
        return drafts

    def _score(self, mention: Mention, draft: Draft) -> float | None:
        """How well they go together; None where they cannot be the same."""
        last = draft.mentions[-1]
        gap = self.view.sentence_at[mention.token] - self.view.sentence_at[last.token]
        score = (
            -0.02 * gap
            + 0.1 * min(len(draft.mentions), 4)
            - (0.4 if self._in_background(draft) else 0.0)
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
            points = check(mention, draft)
            if points is None:
                return None
            score += points
        if self._article(mention.token) in POINTING:
            score += 1.0
        if self._is_new(mention) and not self._headline(draft):
            return None
        return score

    def _is_new(self, mention: Mention) -> bool:
        """As in "un autre essai", "une nouvelle visite": not the one told before."""
        phrase = self.view.phrase(mention.token)
        if phrase is None or self.view.doc[mention.token].pos_ not in {"NOUN", "PROPN"}:
            return False
        begin, _ = self.view.sentence(mention.token)
        words = self.view.words[max(begin, phrase.start - 1) : phrase.last + 1]
        if set(words) & NEW:
            return True
        return bool(set(words) & INDEFINITE) and mention.modality not in {"asserted", "reported"}

    def _in_background(self, draft: Draft) -> bool:
        """Told as something earlier: "le précédent lancement", "avait déjà testé"."""
        token = draft.mentions[0].token
        begin, _ = self.view.sentence(token)
        return bool(BACKGROUND & set(self.view.words[max(begin, token - 4) : token + 2]))

    def _headline(self, draft: Draft) -> bool:
        return all(self.view.sentence_at[m.token] < 2 for m in draft.mentions)

    def _article(self, token: int) -> str:
        phrase = self.view.phrase(token)
        return self._word_before(phrase.first if phrase is not None else token)

    def _word_before(self, first: int) -> str:
        return self.view.words[first - 1] if first else ""

    def _dates(self, mention: Mention, draft: Draft) -> float | None:
        if mention.date is None:
            return 0.0
        mine = self.view.dates[mention.date]
        known = [self.view.dates[m.date] for m in draft.mentions if m.date is not None]
        if not known:
            return None if self._newly_dated(mention, draft) else 0.0
        if any(same_time(mine, other) for other in known):
            return 1.0
        return 0.0 if self._article(mention.token) in POINTING else None

    def _undated(self, mention: Mention, draft: Draft) -> Mention:
        """Without the date of another deed in its sentence, where it points back to this one."""
        known = [self.view.dates[m.date] for m in draft.mentions if m.date is not None]
        if mention.date is None or not known:
            return mention
        mine = self.view.dates[mention.date]
        fits = any(same_time(mine, other) for other in known)
        return mention if fits else replace(mention, date=None)

    def _newly_dated(self, mention: Mention, draft: Draft) -> bool:
        """As in "suite à une tentative de tir le mois dernier": dated, not the one told."""
        phrase = self.view.phrase(mention.token)
        if len(draft.mentions) < 2 or phrase is None or phrase.prep != "de":
            return False
        before = self.view.phrase(phrase.start - 1) if phrase.start else None
        return before is not None and self._word_before(before.first) in INDEFINITE

    def _keys(self, fillers: Sequence[Filler]) -> tuple[set[str], set[str]]:
        """Countries and names, which tell apart, and common nouns, which do not."""
        keys: set[str] = set()
        nouns: set[str] = set()
        for filler in fillers:
            entity = self.view.entities[filler.entity] if filler.entity is not None else None
            country = (
                entity.country if entity is not None else self.view.demonym(filler.text.split()[-1])
            )
            name = entity.canonical or key(entity.text) if entity is not None else None
            if country or name:
                keys.add(country or name or "")
            else:
                nouns.add(key(filler.text))
        return keys, nouns

    def _actors(self, mention: Mention, draft: Draft) -> float | None:
        """Who acts, and on whom: each side by itself, as far as both name it."""
        score = 0.0
        for role in SIDES:
            mine, my_nouns = self._keys([f for f in mention.fillers if f.role == role])
            theirs, their_nouns = self._keys(draft.fillers(role))
            if mine & theirs or my_nouns & their_nouns:
                score += 0.5
            elif not mine or not theirs:
                score -= 0.2 if (mine or my_nouns) and (theirs or their_nouns) else 0.0
            elif (role == "actor" and mention.type not in SYMMETRIC) or self._all_named(
                mine | theirs
            ):
                return None
        return score

    def _all_named(self, keys: set[str]) -> bool:
        return all(len(k) == 2 and k.isupper() for k in keys)

    def _things(self, mention: Mention, draft: Draft) -> float | None:
        mine = [f for f in mention.fillers if f.role == "instrument"]
        theirs = draft.fillers("instrument")
        if not mine or not theirs:
            return 0.0
        words = [specific(f.text) for f in mine], [specific(f.text) for f in theirs]
        if any(a == b for a in words[0] for b in words[1]):
            return 0.4
        if any(not a or not b for a in words[0] for b in words[1]):
            return 0.1
        if any(a & b for a in words[0] for b in words[1]):
            return 0.2
        return None if mention.type in BY_WEAPON else 0.0

    def _places(self, mention: Mention, draft: Draft) -> float | None:
        for role in (*PLACES, "recipient"):
            mine = self._located([f for f in mention.fillers if f.role == role])
            theirs = self._located(draft.fillers(role))
            if mine and theirs:
                if not any(same_place(a, b) for a in mine for b in theirs):
                    return None
                return 0.4
        return 0.0

    def _located(self, fillers: Sequence[Filler]) -> list[Entity]:
        found = [self.view.entities[f.entity] for f in fillers if f.entity is not None]
        return [entity for entity in found if entity.label == "LOC"]

    def _persons(self, mention: Mention, draft: Draft) -> float | None:
        """A visit or talk of other people is another one."""
        if mention.type not in {"visit", "meeting"}:
            return 0.0
        mine = self._named_persons([f for f in mention.fillers if f.role == "actor"])
        theirs = self._named_persons(draft.fillers("actor"))
        if not mine or not theirs:
            return 0.0
        shared = sum(any(same_person(a, b) for b in theirs) for a in mine)
        return None if not shared or (shared < 2 <= min(len(mine), len(theirs))) else 0.2

    def _named_persons(self, fillers: Sequence[Filler]) -> set[str]:
        found = [self.view.entities[f.entity] for f in fillers if f.entity is not None]
        return {entity.canonical or entity.text for entity in found if entity.label == "PER"}

    def _matter(self, mention: Mention, draft: Draft) -> float | None:
        """Another pact, or another kind of border incident, is another event."""
        if mention.type == "casualties":
            return 0.0 if any(fate(m) == fate(mention) for m in draft.mentions) else None
        if mention.type == "border_incident":
            return 0.0 if any(m.rule == mention.rule for m in draft.mentions) else None
        what = ("name", "theme") if mention.type == "agreement" else ("name",)
        mine = [specific(f.text) for f in mention.fillers if f.role in what]
        theirs = [specific(f.text) for f in draft.fillers(*what)]
        if mine and theirs and not any(a & b or not a or not b for a in mine for b in theirs):
            return None
        return 0.0

    def _modality(self, mention: Mention, draft: Draft) -> float | None:
        """What is done, to come and denied: verbs of two of these are two events."""
        mine, theirs = standing(mention), {standing(m) for m in draft.mentions}
        if mine in theirs:
            return 0.1
        last = draft.mentions[-1]
        verbs = all(self.view.doc[t].pos_ in VERBAL for t in (mention.token, last.token))
        denial = "denied" in {mine, *theirs} and any(
            m.modality == "reported" for m in (mention, *draft.mentions)
        )
        if verbs and not denial:
            return None
        dated = mention.date is not None or any(m.date is not None for m in draft.mentions)
        open_ended = {"planned", "possible"} & {mine, *theirs}
        return None if dated and open_ended and not self._points_back(mention) else -0.1

    def _points_back(self, mention: Mention) -> bool:
        """With a definite article, or in a headline's wake: the deed just told."""
        return self._article(mention.token) in POINTING | DEFINITE

    def _number(self, mention: Mention, draft: Draft) -> float | None:
        """A series ("les essais") and one happening ("un essai le 3 mars") stay apart."""
        mine, theirs = self._plural(mention), {self._plural(m) for m in draft.mentions} - {None}
        if mine is None or not theirs or mine in theirs:
            return 0.0
        if self._article(mention.token) in POINTING:
            return -0.1
        return None

    def _amount(self, mention: Mention, draft: Draft) -> float | None:
        """Other numbers: another firing; of men and victims, perhaps another's count."""
        mine = amounts([mention])
        theirs = amounts(draft.mentions)
        if not mine or not theirs or any(overlapping(a, b) for a in mine for b in theirs):
            return 0.0
        return None if mention.type in BY_WEAPON else -0.2

    def _counts_times(self, filler: Filler) -> bool:
        return self.view.text[filler.end : filler.end + 9].strip().startswith(("reprises", "fois"))

    def _plural(self, mention: Mention) -> bool | None:
        if any(f.role == "quantity" and self._counts_times(f) for f in mention.fillers):
            return True
        token = self.view.doc[mention.token]
        if token.pos_ not in {"NOUN", "PROPN"}:
            return None
        return token.text.endswith(("s", "x")) and not token.text.endswith(("venus", "ss"))


def amounts(mentions: Sequence[Mention]) -> list[tuple[float, float]]:
    """Least and most of the quantities that the mentions state."""
    return [
        (f.low or 0, f.high or f.value or float("inf")) if f.value is None else (f.value, f.value)
        for m in mentions
        for f in m.fillers
        if f.role == "quantity" and (f.value, f.low, f.high) != (None, None, None)
    ]


def overlapping(one: tuple[float, float], other: tuple[float, float]) -> bool:
    """Whether two ranges have a number in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def fate(mention: Mention) -> str:
    """What befell the victims: death, wounds or capture are events of their own."""
    word = key(mention.trigger)
    if word.startswith(WOUNDING):
        return "wounded"
    return "captured" if word.startswith(CAPTURING) else "killed"


def specific(text: str) -> frozenset[str]:
    """The telling words of a weapon phrase: "missiles balistiques nord-coréens" → {balistique}."""
    words = {key(w).rstrip("sx") for w in text.replace("-", " ").split()}
    return frozenset(w for w in words if w not in PLAIN)


def standing(mention: Mention) -> str:
    """Modality in the rough: asserted and reported are both "done"."""
    if mention.modality == "negated":
        return "denied"
    return "done" if mention.modality in {"asserted", "reported"} else mention.modality


def same_person(one: str, other: str) -> bool:
    """The same name, or a part of it: "Kim" and "Kim Jong-un"."""
    a, b = set(key(one).replace("-", " ").split()), set(key(other).replace("-", " ").split())
    return a <= b or b <= a


def same_place(one: Entity, other: Entity) -> bool:
    """The same name, or a state and a place in it."""
    if (one.canonical or key(one.text)) == (other.canonical or key(other.text)):
        return True
    wide = {"state", "capital"}
    return (
        one.country is not None
        and one.country == other.country
        and (one.kind in wide or other.kind in wide)
    )


def same_time(one: Timex, other: Timex) -> bool:
    """Whether two dates can be the same time: equal, or the bounds of one inside the other's."""
    if one.value == other.value:
        return one.value is not None or key(one.text) == key(other.text)
    if one.value is None or other.value is None:
        return False
    a, b = (one.earliest, one.latest), (other.earliest, other.latest)
    if None in a or None in b:
        return False
    return (a[0] >= b[0] and a[1] <= b[1]) or (b[0] >= a[0] and b[1] <= a[1])  # type: ignore[operator]
