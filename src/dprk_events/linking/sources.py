"""Independent sources: what was copied, or comes from one publisher or agency, counts once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from dprk_events.french.folding import key
from dprk_events.french.word_lists import whole_words, word_lists
from dprk_events.linking import signature
from dprk_events.linking.data import rules
from dprk_events.linking.entry import Entry

_BAND = 2
"""Two signatures are compared if so many bytes at one place are equal."""


class Sources:
    """The independent sources of a happening.

    Attributes:
        of: For each document, the number of its source.
        copies: For each document that repeats the text of another, the earliest of those.

    """

    def __init__(self, entries: Sequence[Entry]) -> None:
        """Take the entries of a happening, in order of publication."""
        self._first = {entry["doc"]: entry["doc"] for entry in entries}
        self.copies: dict[str, str] = {}
        self._join_copies(entries)
        by_name: dict[tuple[str, str], list[str]] = defaultdict(list)
        for entry in entries:
            if (outlet := outlet_of(entry["source"])) is not None:
                by_name["outlet", outlet].append(entry["doc"])
            for agency in entry["key"]["credits"]:
                by_name["agency", agency].append(entry["doc"])
        for documents in by_name.values():
            for document in documents[1:]:
                self._join(documents[0], document)
        roots = [self._root(entry["doc"]) for entry in entries]
        numbers = {root: number for number, root in enumerate(dict.fromkeys(roots))}
        self.of: Mapping[str, int] = {
            entry["doc"]: numbers[root] for entry, root in zip(entries, roots, strict=True)
        }

    def count(self, documents: Iterable[str]) -> int:
        """Return the number of independent sources among documents."""
        return len({self.of[document] for document in documents})

    def _join_copies(self, entries: Sequence[Entry]) -> None:
        bands: dict[tuple[str, int, bytes], list[int]] = defaultdict(list)
        marked: dict[str, str] = {}
        for number, entry in enumerate(entries):
            mark, document = entry["key"]["signature"], entry["doc"]
            if mark is None:
                continue
            if (same := marked.setdefault(mark, document)) != document:
                self._join(same, document)  # and so to all of which that is a copy
                self.copies[document] = self.copies.get(same, same)
                continue
            data = signature.bytes_of(mark)
            keys = [(mark[0], at, data[at : at + _BAND]) for at in range(0, len(data), _BAND)]
            for other in sorted({near for band in keys for near in bands[band]}):
                its = entries[other]["key"]["signature"]
                if signature.share(mark, its) >= rules().copies.share:
                    first: str = entries[other]["doc"]
                    self._join(first, document)
                    self.copies.setdefault(document, first)
            for band in keys:
                bands[band].append(number)

    def _root(self, document: str) -> str:
        while self._first[document] != document:
            document = self._first[document]
        return document

    def _join(self, one: str, other: str) -> None:
        first, second = sorted((self._root(one), self._root(other)))
        self._first[second] = first


@lru_cache(maxsize=10_000)
def outlet_of(source: str | None) -> str | None:
    """Return the publisher that a source names, without agencies; None if it names none."""
    lists = word_lists(__package__)
    name = whole_words(lists["agencies"]).sub(" ", key(source or ""))
    words = [word for word in name.replace("/", " ").split() if word.strip("().,;:-–&|")]
    while words and words[-1] in lists["credits"]:
        words.pop()
    return " ".join(words) or None
