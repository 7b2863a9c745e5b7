"""Which date belongs to a mention: by syntax and nearness, not the date of the verb of saying."""

from __future__ import annotations

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.reporting import Scope
from dprk_events.events.syntax import DocView

FAR = 26
STATED = frozenset({"date", "span"})


def date_of(view: DocView, mention: RawMention, triggers: set[int], sayings: list[Scope]) -> int | None:
    """Index of the date that belongs to the mention, None where the sentence gives it none."""
    token = mention.candidate.first
    begin, end = view.sentence(token)
    own = {token, *(g.verb for g in (mention.group, mention.positions.light) if g is not None)}
    best: tuple[float, int] | None = None
    seen: set[int] = set()
    for i in range(begin, end + 1):
        number = view.date_at[i]
        if number is None or number in seen:
            continue
        seen.add(number)
        if view.dates[number].kind not in STATED:
            continue
        if _dates_the_saying(view, i, token, sayings):
            continue
        cost = min(_cost(view, at, i, triggers - own) for at in own)
        if cost <= FAR and (best is None or cost < best[0]):
            best = (cost, number)
    return best[1] if best is not None else None


def _cost(view: DocView, token: int, date: int, others: set[int]) -> float:
    """Distance in words, dearer across verbs, conjunctions, commas and other triggers."""
    low, high = sorted((token, date))
    cost = float(high - low)
    for i in range(low + 1, high):
        word = view.words[i]
        if i in others:
            cost += 12
        elif view.doc[i].pos_ == "VERB" and view.entity_at[i] is None:
            cost += 5
        if word in {"que", "qu'", "qui", "dont", "où", "alors", "lequel"}:
            cost += 6
        elif word in {";", ":"}:
            cost += 10
        elif word == ",":
            cost += 1.5
    if date < token and low > view.sentence(token)[0] + 4:
        cost += 2
    return cost


def _dates_the_saying(view: DocView, date: int, trigger: int, sayings: list[Scope]) -> bool:
    """Whether the date stands at a verb of saying: "a affirmé jeudi que", ", a annoncé mercredi Séoul"."""
    for scope in sayings:
        cue = scope.cue
        if cue == trigger or view.sentence_at[cue] != view.sentence_at[date]:
            continue
        inside = scope.first <= date <= scope.last
        if cue < date and not inside and date - cue <= 8 and not (cue < trigger < date):
            return True
        if view.words[cue] in {"selon", "après"} and cue < date and not cue < trigger < date and date - cue <= 6:
            return True
        if inside and scope.last >= date > cue and scope.first < cue and date - cue <= 7 and not cue < trigger < date:
            return True
    return False
