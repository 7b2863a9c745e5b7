"""From mentions to events: mentions of one type that can be the same happening."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from dprk_events.dates import Timex
from dprk_events.events.event import Filler, Mention
from dprk_events.events.lexicon import key
from dprk_events.events.syntax import DocView

SIDES = ("actor", "recipient")
PLACES = ("location", "destination", "origin")
GENERIC = frozenset({"missile", "missiles", "arme", "armes", "engin", "projectile", "projectiles", "armement", "armements", "système", "munitions", "engins"})
POINTING = frozenset({"ce", "cet", "cette", "ces"})
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
                best[1].mentions.append(mention)
            else:
                drafts.append(Draft(mention.type, [mention]))
        return drafts

    def _score(self, mention: Mention, draft: Draft) -> float | None:
        """How well they go together; None where they cannot be the same."""
        last = draft.mentions[-1]
        gap = self.view.sentence_at[mention.token] - self.view.sentence_at[last.token]
        score = -0.02 * gap
        for check in (self._dates, self._actors, self._things, self._places, self._modality, self._number):
            points = check(mention, draft)
            if points is None:
                return None
            score += points
        if self._article(mention.token) in POINTING:
            score += 1.0
        return score

    def _article(self, token: int) -> str:
        phrase = self.view.phrase(token)
        first = phrase.first if phrase is not None else token
        return self.view.words[first - 1] if first else ""

    def _dates(self, mention: Mention, draft: Draft) -> float | None:
        if mention.date is None:
            return 0.0
        mine = self.view.dates[mention.date]
        known = [self.view.dates[m.date] for m in draft.mentions if m.date is not None]
        if not known:
            return 0.0
        return 1.0 if any(same_time(mine, other) for other in known) else None

    def _keys(self, fillers: Sequence[Filler]) -> set[str]:
        keys = set()
        for filler in fillers:
            entity = self.view.entities[filler.entity] if filler.entity is not None else None
            country = entity.country if entity is not None else self.view.demonym(filler.text.split()[-1])
            keys.add(country or (entity.canonical if entity is not None and entity.canonical else key(filler.text)))
        return keys

    def _actors(self, mention: Mention, draft: Draft) -> float | None:
        mine = self._keys([f for f in mention.fillers if f.role in SIDES])
        theirs = self._keys(draft.fillers(*SIDES))
        if not mine or not theirs:
            return 0.0
        if mine & theirs:
            return 0.5
        named = all(len(k) == 2 and k.isupper() for k in mine) and all(len(k) == 2 and k.isupper() for k in theirs)
        acting = self._keys([f for f in mention.fillers if f.role == "actor"]), self._keys(draft.fillers("actor"))
        return None if named or (acting[0] and acting[1]) else -0.2

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
        return None

    def _places(self, mention: Mention, draft: Draft) -> float | None:
        for role in PLACES:
            mine = self._keys([f for f in mention.fillers if f.role == role])
            theirs = self._keys(draft.fillers(role))
            if mine and theirs and not mine & theirs:
                return None
            if mine & theirs:
                return 0.4
        return 0.0

    def _modality(self, mention: Mention, draft: Draft) -> float | None:
        settled = {"asserted", "reported"}
        theirs = {m.modality for m in draft.mentions}
        if mention.modality in theirs:
            return 0.1
        if mention.modality in settled and theirs & settled:
            return 0.0
        return -0.1 if mention.date is None else -0.3

    def _number(self, mention: Mention, draft: Draft) -> float | None:
        """A series ("les essais") and one happening ("un essai le 3 mars") stay apart."""
        mine, theirs = self._plural(mention), {self._plural(m) for m in draft.mentions} - {None}
        if mine is None or not theirs or mine in theirs:
            return 0.0
        if self._article(mention.token) in POINTING:
            return -0.1
        return None

    def _plural(self, mention: Mention) -> bool | None:
        token = self.view.doc[mention.token]
        if token.pos_ not in {"NOUN", "PROPN"}:
            return None
        return token.text.endswith(("s", "x")) and not token.text.endswith(("venus", "ss"))


def specific(text: str) -> frozenset[str]:
    """The telling words of a weapon phrase: "missiles balistiques nord-coréens" → {balistique}."""
    words = {key(w).rstrip("sx") for w in text.replace("-", " ").split()}
    plain = {w.rstrip("sx") for w in GENERIC} | {"de", "d", "un", "une", "nouveau", "nord", "coréen", "à", "et", "la", "le", "courte", "portée"}
    return frozenset(w for w in words if w not in plain)


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
