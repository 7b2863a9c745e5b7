"""Count what a run found: the figures behind the summary."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from dprk_events.output.digest import NAMED, Digest, digest_of
from dprk_events.output.rows import EventRow
from dprk_events.output.timeline import Grouping, Order, order_of
from dprk_events.output.together import Together
from dprk_events.records import EventFilter, Record

FAILURES_KEPT = 100
"""Unreadable documents shown with the reason; any others are only counted."""

DOCUMENTS_SHOWN = 4
"""Documents named in a message about many of them."""

NAMES_KEPT = 2_000
"""Names kept per label when rare ones are dropped; see :meth:`Summary.most_named`."""

_SLACK = 1000


@dataclass(frozen=True, slots=True)
class Shown:
    """The timeline of a summary.

    Attributes:
        rows: Its rows, sorted: events, or happenings where several documents were linked.
        total: How many there would be without a limit.
        shared: How many of those several documents tell.
        linked: Whether they are happenings.

    """

    rows: Sequence[EventRow]
    total: int
    shared: int = 0
    linked: bool = False


class Summary:
    """Counts records as they pass; memory is bounded, however many there are.

    Args:
        limit: Number of timeline rows to keep, the first; None keeps all.
        everything: Whether to include events that do not involve North Korea.
        wanted: Which events to count and show; the others are only counted.
        by: What the timeline is grouped by.
        order: What it is sorted by within a group.
        linked: Whether the timeline is to show the happenings that several documents tell.

    """

    def __init__(
        self,
        limit: int | None = None,
        *,
        everything: bool = False,
        wanted: EventFilter | None = None,
        by: Grouping = "month",
        order: Order = "date",
        linked: bool = False,
    ) -> None:
        self.limit = limit
        self.wanted = wanted
        self.by: Grouping = by
        self._order = order_of(by, order)
        self.everything = everything
        self.documents = 0
        self.gated = 0
        self.failures = 0
        self.failed: list[tuple[str, str]] = []
        self.events = 0
        self.elsewhere = 0
        self.unwanted = 0
        self.mentions = 0
        self.remarks: Counter[str] = Counter()
        self.undated = 0
        self.types: Counter[tuple[str, str]] = Counter()
        self.names: dict[str, Counter[str]] = {label: Counter() for label in NAMED}
        self.rough_names = False
        self.published: Counter[str] = Counter()
        self.examples: dict[str, list[str]] = defaultdict(list)
        self.pipelines: set[str] = set()
        self.flat = False
        self._rows: list[EventRow] = []
        self._spellings: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._before: str | None = None
        self._together = Together() if linked and by != "article" else None

    def add(self, record: Record) -> None:
        """Count a record."""
        self.count(digest_of(record, self.wanted))
        self.keep(record)

    @property
    def keeps(self) -> bool:
        """Whether :meth:`keep` has a use for records."""
        return self._together is not None and not self._together.too_many

    @property
    def too_many_to_link(self) -> bool:
        """Whether there were too many events to link them for a summary."""
        return self._together is not None and self._together.too_many

    def keep(self, record: Record) -> None:
        """Keep a record, counted by its digest, for the happenings."""
        if self._together is not None:
            self._together.add(record)

    def timeline(self) -> Shown:
        """Return what the timeline shows: happenings, or events where there is nothing to link."""
        rows = None
        if self._together is not None:
            rows = self._together.rows(everything=self.everything, wanted=self.wanted)
        if rows is None:
            return Shown(self.rows, self.events)
        shared = sum(row.documents > 1 for row in rows)
        return Shown(sorted(rows, key=self._order)[: self.limit], len(rows), shared, linked=True)

    def count(self, digest: Digest) -> None:
        """Count the digest of a record.

        Consecutive flat records of one document count as one document.
        """
        if digest.failed is not None:
            self.failures += 1
            if len(self.failed) < FAILURES_KEPT:
                self.failed.append(digest.failed)
            return
        if digest.flat is None or digest.flat != self._before:
            self._add_document(digest)
            self.remarks.update(digest.remarks)
        self._before = digest.flat
        self.flat = self.flat or digest.flat is not None
        if digest.pipeline:
            self.pipelines.add(digest.pipeline)
        self.unwanted += digest.unwanted
        for row, mentions in digest.events:
            self._add_event(row, mentions)
        for label, name in digest.names:
            self._add_name(label, name)

    @property
    def rows(self) -> list[EventRow]:
        """The rows of the timeline, sorted."""
        self._trim()
        return list(self._rows)

    def most_named(self, label: str, count: int) -> list[tuple[str, int]]:
        """Return the most frequent names of a label, names with equal counts in alphabetical order.

        If there are very many different names, the rarest are dropped from time to time, as in
        lossy counting (Manku and Motwani 2002): ``rough_names`` is then true, and the counts are
        lower bounds.
        """
        ranked = sorted(self.names[label].items(), key=lambda item: (-item[1], item[0]))
        return [(self._spelling(label, key), number) for key, number in ranked[:count]]

    def _add_document(self, digest: Digest) -> None:
        self.documents += 1
        if digest.gated:
            self.gated += 1
            return
        self.published[digest.published] += 1
        if len(self.examples[digest.published]) < DOCUMENTS_SHOWN:
            self.examples[digest.published].append(digest.name)

    def _add_event(self, row: EventRow, mentions: int) -> None:
        if not row.dprk and not self.everything:
            self.elsewhere += 1
            return
        self.events += 1
        self.mentions += mentions
        self.types[row.type, row.modality] += 1
        self.undated += not row.dated
        self._rows.append(row)
        if self.limit is not None and len(self._rows) > self.limit + _SLACK:
            self._trim()

    def _trim(self) -> None:
        self._rows.sort(key=self._order)
        if self.limit is not None:
            del self._rows[self.limit :]

    def _add_name(self, label: str, name: str) -> None:
        key = _key(label, name)
        self.names[label][key] += 1
        self._spellings[label, key][name] += 1
        if len(self.names[label]) > 2 * NAMES_KEPT:
            self._drop_rare(label)

    def _drop_rare(self, label: str) -> None:
        self.rough_names = True
        counts = self.names[label]
        for key in sorted(counts, key=lambda key: (-counts[key], key))[NAMES_KEPT:]:
            del counts[key]
            del self._spellings[label, key]

    def _spelling(self, label: str, key: str) -> str:
        """Return the most frequent spelling of a name."""
        spellings = self._spellings[label, key]
        return min(spellings, key=lambda name: (-spellings[name], name))


def _key(label: str, name: str) -> str:
    """Return a key that merges spellings of a name: letter case, plurals of described weapons."""
    key = name.casefold()
    if label != "WEAPON":
        return key
    return " ".join(word.rstrip("sx") if len(word) > 3 else word for word in key.split())
