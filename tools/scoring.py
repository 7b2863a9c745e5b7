"""Score document records against annotated articles (``tests/gold/gold.jsonl`` and its like).

Records are plain JSON values. A *mention* is one trigger; mentions of one event share it. Gold and
output are paired one to one, required gold before optional. What each figure means:

  trigger id      an output trigger overlaps the gold trigger (or one of its ``alt`` spans)
  trigger class   the same, and the type is right; an extra mention of another type on the trigger
                  of an optional mention is let pass
  roles           one event at a time: role and filler (same words, words inside words, overlapping
                  spans, or the entity's canonical name); fillers of spurious events count as wrong
  date            the paired event has one of the gold event's EDTF values (none and none is right)
  modality        over paired mentions
  attribution     over paired mentions whose gold has an attribution
  coref           B-cubed F1 over paired mentions (Bagga and Baldwin 1998)
  timex           a date expression overlaps a gold one; timex value: and has its EDTF value
  entities        PER, LOC, ORG with exact span and label; WEAPON and EXERCISE apart, on overlap

What gold calls ``optional`` counts neither for nor against; output inside regions that gold masks
is not looked at; output events with ``dprk`` false count as not found.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

Json = dict[str, Any]
Pair = tuple[Json, Json]
Fillers = dict[tuple[str, str], list[Json]]

STRICT = ("PER", "LOC", "ORG")
LOOSE = ("WEAPON", "EXERCISE")
_ARTICLE = re.compile(r"^(?:[ld]['’ ]|(?:la|le|les|du|des|de|un|une)['’ ])")


@dataclass
class Counts:
    """Right, wrong (spurious) and missed ones."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int, needed: int, wrong: int) -> None:
        """Count ``right`` of ``needed`` found, and ``wrong`` ones beside them."""
        self.right += right
        self.missed += needed - right
        self.wrong += wrong

    @property
    def precision(self) -> float:
        """Share of the output that is right; 0 where there is none."""
        return ratio(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of gold that was found; 0 where there is none."""
        return ratio(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return harmonic(self.precision, self.recall)


@dataclass
class Share:
    """So many right of so many."""

    right: int = 0
    total: int = 0

    def add(self, right: bool) -> None:
        """Count one."""
        self.right += right
        self.total += 1

    @property
    def value(self) -> float:
        """The share; 0 of 0 is 0."""
        return ratio(self.right, self.total)


@dataclass
class BCubed:
    """Sums of B-cubed precision and recall over mentions."""

    precision: float = 0.0
    recall: float = 0.0
    total: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two means."""
        return harmonic(ratio(self.precision, self.total), ratio(self.recall, self.total))


def _by_name() -> defaultdict[str, Counts]:
    return defaultdict(Counts)


@dataclass
class Score:
    """All figures of a set of articles."""

    documents: int = 0
    missing: int = 0
    trigger_id: Counts = field(default_factory=Counts)
    trigger_class: Counts = field(default_factory=Counts)
    roles: Counts = field(default_factory=Counts)
    timex: Counts = field(default_factory=Counts)
    timex_value: Counts = field(default_factory=Counts)
    entities: Counts = field(default_factory=Counts)
    date_value: Share = field(default_factory=Share)
    modality: Share = field(default_factory=Share)
    attribution: Share = field(default_factory=Share)
    coref: BCubed = field(default_factory=BCubed)
    by_type: defaultdict[str, Counts] = field(default_factory=_by_name)
    by_role: defaultdict[str, Counts] = field(default_factory=_by_name)
    by_label: defaultdict[str, Counts] = field(default_factory=_by_name)
    judged: list[tuple[float, bool]] = field(default_factory=list)
    """Confidence of each output event and whether type and trigger are gold's."""


def score(gold: Iterable[Json], found: Mapping[str, Json]) -> Score:
    """Score ``found`` (SHA-256 of the input → document record) against gold records.

    An article without a record counts as one in which nothing was found.
    """
    total = Score()
    for record in gold:
        total.documents += 1
        output = found.get(record["sha256"])
        if output is None:
            total.missing += 1
            output = {"events": [], "entities": [], "dates": []}
        _Document(record, output, total).count()
    return total


def ratio(part: float, whole: float) -> float:
    """``part / whole``; 0 where there is nothing."""
    return part / whole if whole else 0.0


def harmonic(one: float, other: float) -> float:
    """Harmonic mean; 0 where both are 0."""
    return ratio(2 * one * other, one + other)


def same_words(text: str | None) -> str:
    """Give what two fillers are compared by: no case, accents, article or punctuation."""
    letters = unicodedata.normalize("NFKD", text or "").casefold()
    bare = "".join(c for c in letters if not unicodedata.combining(c)).strip()
    return re.sub(r"[\W_]+", " ", _ARTICLE.sub("", bare)).strip()


def same_value(value: str | None) -> str | None:
    """Give what two EDTF values are compared by: "about" and the order of a set do not matter."""
    if value is None:
        return None
    value = value.replace(" ", "").rstrip("~")
    return "{" + ",".join(sorted(value.strip("{}").split(","))) + "}" if value[:1] == "{" else value


def overlap(one: Json, other: Json) -> bool:
    """Whether two spans share a character."""
    return bool(one["start"] < other["end"] and other["start"] < one["end"])


def pair(
    gold: Iterable[Json], output: Sequence[Json], fits: Callable[[Json, Json], bool]
) -> tuple[list[Pair], list[Json]]:
    """Pair one to one, each gold item with the first output that fits; required gold first.

    Returns:
        The pairs, and the output that is left over.

    """
    left = list(output)
    pairs: list[Pair] = []
    for wanted in sorted(gold, key=_optional):
        at = next((i for i, item in enumerate(left) if fits(wanted, item)), None)
        if at is not None:
            pairs.append((wanted, left.pop(at)))
    return pairs, left


def _optional(item: Json) -> bool:
    return bool(item.get("optional"))


def _required(items: Iterable[Json]) -> int:
    return sum(not _optional(item) for item in items)


def _on_trigger(gold: Json, output: Json) -> bool:
    trigger = gold["trigger"]
    return any(overlap(span, output["trigger"]) for span in (trigger, *trigger.get("alt", ())))


def _same_event(gold: Json, output: Json) -> bool:
    return gold["type"] == output["type"] and _on_trigger(gold, output)


def _fillers(roles: Iterable[Json]) -> Fillers:
    out: Fillers = {}
    for role in roles:
        out.setdefault((role["role"], same_words(role["text"])), []).append(role)
    return out


class _Document:
    """One article: counts go into ``total``."""

    def __init__(self, gold: Json, output: Json, total: Score) -> None:
        self.gold = gold
        self.output = output
        self.total = total
        self.names = {e["id"]: e for e in output["entities"]}
        self.events = {e["id"]: e for e in output["events"] if e["dprk"]}
        self.mentions = [
            {"event": e["id"], "type": e["type"], **m}
            for e in self.events.values()
            for m in e["mentions"]
        ]

    @cached_property
    def gold_events(self) -> dict[str, list[Json]]:
        """Gold mentions by event."""
        out: dict[str, list[Json]] = {}
        for mention in self.gold["mentions"]:
            out.setdefault(mention["event"], []).append(mention)
        return out

    def count(self) -> None:
        wanted = self.gold["mentions"]
        pairs, left = pair(wanted, self.mentions, _on_trigger)
        self.total.trigger_id.add(_required(g for g, _ in pairs), _required(wanted), len(left))
        pairs, left = pair(wanted, self.mentions, _same_event)
        free = [g for g in wanted if _optional(g)]
        left = [m for m in left if not any(_on_trigger(g, m) for g in free)]
        required = [(g, m) for g, m in pairs if not _optional(g)]
        self._classes(required, left)
        self._attributes(required)
        self._coreference(required)
        aligned: dict[str, Json] = {}
        for gold, mention in required:
            aligned.setdefault(gold["event"], self.events[mention["event"]])
        self._dates_of_events(aligned)
        beside_optional = {m["event"] for g, m in pairs if _optional(g)}
        self._roles(aligned, {m["event"] for m in left} - beside_optional)
        self._confidence({m["event"] for _, m in required}, beside_optional)
        self._timexes()
        self._entities()

    def _classes(self, required: Sequence[Pair], left: Sequence[Json]) -> None:
        total, by_type = self.total.trigger_class, self.total.by_type
        total.add(len(required), _required(self.gold["mentions"]), len(left))
        for mention in self.gold["mentions"]:
            if not _optional(mention):
                by_type[mention["type"]].missed += 1
        for gold, _ in required:
            by_type[gold["type"]].right += 1
            by_type[gold["type"]].missed -= 1
        for mention in left:
            by_type[mention["type"]].wrong += 1

    def _attributes(self, required: Sequence[Pair]) -> None:
        for gold, mention in required:
            self.total.modality.add(mention["modality"] == gold["modality"])
            if gold.get("attribution"):
                texts = [gold["attribution"], *gold.get("attribution_alt", ())]
                good = [same_words(text) for text in texts]
                said = same_words(self._source(mention["attribution"]))
                hit = any(said in words or words in said for words in good if words)
                self.total.attribution.add(bool(said) and hit)

    def _source(self, attribution: str | Json | None) -> str:
        if attribution is None:
            return ""
        item = self.names[attribution] if isinstance(attribution, str) else attribution
        return str(item["text"])

    def _coreference(self, required: Sequence[Pair]) -> None:
        for gold, mention in required:
            in_gold = {i for i, (g, _) in enumerate(required) if g["event"] == gold["event"]}
            ours = {i for i, (_, m) in enumerate(required) if m["event"] == mention["event"]}
            self.total.coref.precision += len(in_gold & ours) / len(ours)
            self.total.coref.recall += len(in_gold & ours) / len(in_gold)
            self.total.coref.total += 1

    def _dates_of_events(self, aligned: Mapping[str, Json]) -> None:
        values = {d["id"]: d["value"] for d in self.output["dates"]}
        for name, event in aligned.items():
            good = {same_value(m["date"]) for m in self.gold_events[name] if m.get("date")}
            value = None if event["date"] is None else same_value(values[event["date"]])
            self.total.date_value.add(value in (good or {None}))

    def _roles(self, aligned: Mapping[str, Json], spurious: set[str]) -> None:
        seen: set[str] = set()
        for name, mentions in self.gold_events.items():
            event = aligned.get(name)
            if event is None and not _required(mentions):
                continue
            roles = [] if event is None or event["id"] in seen else event["roles"]
            if event is not None:
                seen.add(event["id"])
            self._fillers([r for m in mentions for r in m["roles"]], _fillers(roles))
        for name in spurious - seen:
            self._fillers([], _fillers(self.events[name]["roles"]))

    def _fillers(self, gold: Sequence[Json], ours: Fillers) -> None:
        for (role, words), spans in _fillers(r for r in gold if not _optional(r)).items():
            same_role = [key for key in ours if key[0] == role]
            hit = next((k for k in same_role if self._fits(words, spans, k[1], ours[k])), None)
            for counts in (self.total.roles, self.total.by_role[role]):
                counts.add(int(hit is not None), 1, 0)
            if hit is not None:
                del ours[hit]
        free = [r for r in gold if _optional(r)]
        for (role, words), spans in ours.items():
            if not any(
                f["role"] == role
                and (same_words(f["text"]) == words or any(overlap(f, s) for s in spans))
                for f in free
            ):
                self.total.roles.wrong += 1
                self.total.by_role[role].wrong += 1

    def _fits(self, words: str, gold: Sequence[Json], said: str, ours: Sequence[Json]) -> bool:
        if words == said or (words and said and (words in said or said in words)):
            return True
        places = [place for g in gold for place in (g, *g.get("alt", ()))]
        if any(overlap(place, own) for place in places for own in ours):
            return True
        names = (self.names[o["entity"]] for o in ours if o.get("entity"))
        return any(same_words(name["canonical"]) == words for name in names)

    def _confidence(self, right: set[str], beside_optional: set[str]) -> None:
        for name, event in self.events.items():
            if name in right or name not in beside_optional:
                sure = event.get("mention_confidence", event.get("confidence"))
                self.total.judged.append((sure, name in right))

    def _readable(self, items: Iterable[Json]) -> list[Json]:
        masked = self.gold.get("masked", [])
        return [i for i in items if not any(r[0] <= i["start"] < r[1] for r in masked)]

    def _timexes(self) -> None:
        ours = self._readable(self.output["dates"])
        pairs, left = pair(self.gold["timex"], ours, overlap)
        required = [(g, o) for g, o in pairs if not _optional(g)]
        needed = _required(self.gold["timex"])
        self.total.timex.add(len(required), needed, len(left))
        right = sum(same_value(g["value"]) == same_value(o["value"]) for g, o in required)
        on_optional = len(pairs) - len(required)
        self.total.timex_value.add(right, needed, max(0, len(ours) - on_optional - right))

    def _entities(self) -> None:
        for label in (*STRICT, *LOOSE):
            gold = [e for e in self.gold["entities"] if e["label"] == label]
            ours = self._readable(e for e in self.output["entities"] if e["label"] == label)
            pairs, left = pair(gold, ours, _exact if label in STRICT else overlap)
            counted = [self.total.by_label[label], *([self.total.entities] * (label in STRICT))]
            for counts in counted:
                counts.add(_required(g for g, _ in pairs), _required(gold), len(left))


def _exact(one: Json, other: Json) -> bool:
    return bool(one["start"] == other["start"] and one["end"] == other["end"])
