"""Apply the rules to a text line by line; the result is masked regions, the text is unchanged."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from dprk_events.reading.article import MaskedRegion
from dprk_events.reading.boilerplate.lines import Lines, fold
from dprk_events.reading.boilerplate.page_title import label_before, outlet_behind
from dprk_events.reading.boilerplate.rules import Rule, load_rules

_HEAD_LINES = 15  # maximum length of the head
_CLOSING_LINES = 3
_ROUNDS = 2  # a biography looks like a paragraph until it is masked; then the tail starts earlier
_MAX_LINKS = 8
_LINK_CHARS = 160
_BODY_CHARS = 30  # minimum length of a line of running text that ends in a full stop,
_QUESTION_CHARS = 60  # or in another sentence end, which titles have too
_LONG_LINE = 250
_SHORT_LINE = 20  # results for lines up to this length are cached, for at most _MAX_KNOWN lines
_MAX_KNOWN = 10_000
_CONFIRMING_LINES = 50
_MAX_ENDS = 100  # a page has one or two; the limit keeps the time linear
_END_SHARE = 0.6  # before this share of the text, an apparent end of the page is not one
_FULL_STOP = re.compile(r"(?<!\.)\.[\s)»\"”’\]*_]*$")
_SENTENCE_END = re.compile(r"[.!?…][\s)»\"”’\]*_]*$")
_SUBHEADING = re.compile(r"[-–—] .* [-–—]")  # as news agencies write them
_PAGE_DATE = re.compile(
    r"(?i)\b(?:publi[ée]e?|mise? (?:à jour|en ligne)|modifi[ée]e?|posted) ?:? (?:le\b|on\b|\d)"
)
_DATED = re.compile(r"(?i)\b(?:19|20)\d\d\b|\d{1,2} ?[:h] ?\d{2}|publi[ée]")
_REPEAT_CHARS = 15  # minimum length of a line in the head whose repetition counts
_LONG_REPEAT_CHARS = 40  # the same for the rest of the text
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŒ][\w'’.-]*(?: [A-ZÀ-ÖØ-ÞŒ0-9][\w'’.-]*)?")
_NAME_CHARS = 30


def find_boilerplate(
    text: str, start: int = 0, rules: Sequence[Rule] | None = None
) -> tuple[MaskedRegion, ...]:
    """Find the boilerplate of ``text`` from offset ``start`` on; regions are sorted and disjoint.

    Only whole lines are masked, never part of a paragraph, but for the outlet's name behind a
    title. The time is linear in the text length.
    """
    page = _Page(Lines(text, start), load_rules() if rules is None else rules)
    page.find_body()
    page.apply("any")
    for _ in range(_ROUNDS):
        page.find_body()
        page.mask_to_end()
        page.apply("head", "tail", "edges")
        page.mask_closing()
    page.apply("leftover")
    page.mask_repeats()
    page.mask_site_name()
    return tuple(sorted((*page.regions(), *page.around_titles()), key=lambda region: region.start))


class _Page:
    """The lines of one text and what is known about them so far."""

    def __init__(self, lines: Lines, rules: Sequence[Rule]) -> None:
        self.lines = lines
        self.rules = rules
        self.kinds: dict[int, str] = {}
        self.ends: list[tuple[int, Rule]] = []
        self.first_body = self.head_end = min(len(lines), _HEAD_LINES)
        self.last_body = len(lines)

    def apply(self, *where: str) -> None:
        """Mask the lines matched by rules for these places, and the lines that belong to them."""
        rules = [rule for rule in self.rules if rule.where in where]
        longest = max((rule.max_chars for rule in rules), default=0)
        known: dict[str, tuple[Rule, ...]] = {}
        for index in self._places(where):
            if index in self.kinds or self.lines.length(index) > longest:
                continue
            written = self.lines.written(index)
            matching = known.get(written)
            if matching is None:
                folded = fold(written)
                matching = tuple(rule for rule in rules if rule.matches(written, folded))
                if len(written) <= _SHORT_LINE and len(known) < _MAX_KNOWN:
                    known[written] = matching
            for rule in matching:
                if self._stands(rule.where, index):
                    self._mask(index, rule)
                    break

    def find_body(self) -> None:
        """Find the first and the last line of running text that no rule has masked."""
        count = len(self.lines)
        self.first_body = self.head_end = min(count, _HEAD_LINES)
        before = -1
        for index in range(self.head_end):
            if not self._is_body(index):
                before = before if index in self.kinds else -1
            elif before < 0:
                before, self.first_body = index, min(self.first_body, index)
            else:  # two in a row; a single one may be a summary above byline and share bar
                self.head_end = before
                break
        self.last_body = next((i for i in range(count - 1, -1, -1) if self._is_body(i)), count)

    def mask_to_end(self) -> None:
        """Mask everything after the first line that ends the article."""
        for index, rule in self.ends:
            if self._ends_page(index, rule):
                for later in range(index + 1, len(self.lines)):
                    self.kinds.setdefault(later, rule.kind)
                break

    def mask_closing(self) -> None:
        """Apply the rules for the last lines, repeatedly while they match."""
        rules = [rule for rule in self.rules if rule.where == "closing"]
        index, tries = len(self.lines) - 1, _CLOSING_LINES
        while index > 0 and tries:
            if index not in self.kinds:
                tries -= 1
                written = self.lines.written(index)
                hit = next((rule for rule in rules if rule.matches(written)), None)
                if hit:
                    self.kinds[index] = hit.kind
                    tries = _CLOSING_LINES
            index -= 1

    def mask_repeats(self) -> None:
        """Mask repeated lines: titles in the head, long lines anywhere."""
        seen: set[str] = set()
        head = max(self.head_end, 1)
        for index in range(len(self.lines)):
            least = _REPEAT_CHARS if index <= head else _LONG_REPEAT_CHARS
            if index in self.kinds or self.lines.length(index) < least:
                continue
            line = self.lines.written(index)
            line = fold(line[: outlet_behind(line)]) if len(line) <= _LONG_LINE else line
            if line in seen:
                self.kinds[index] = "repeat"
            seen.add(line)

    def mask_site_name(self) -> None:
        """Mask a name of one or two words that occurs as a whole line more than once."""
        alone: dict[int, str] = {}
        for index in range(len(self.lines)):
            if index in self.kinds or self.lines.length(index) > _NAME_CHARS:
                continue
            written = self.lines.written(index)
            if _NAME.fullmatch(written):
                alone[index] = written
        times = Counter(alone.values())
        self.kinds.update({index: "advert" for index, name in alone.items() if times[name] > 1})

    def around_titles(self) -> Iterator[MaskedRegion]:
        """Yield labels and outlets' names around titles in the head; the first line is one."""
        for index in range(max(self.first_body, 1)):
            if index in self.kinds or not 0 < self.lines.length(index) <= _LONG_LINE:
                continue
            written, start = self.lines.written(index), self.lines.starts[index]
            if (title := label_before(written)) is not None:
                yield MaskedRegion(start, start + title, "label")
            if (name := outlet_behind(written)) is not None:
                yield MaskedRegion(start + name, self.lines.ends[index], "outlet")

    def regions(self) -> tuple[MaskedRegion, ...]:
        """Return the masked lines as regions; adjacent lines of one kind form one region."""
        regions: list[MaskedRegion] = []
        before = -2
        for index in sorted(self.kinds):
            kind, start = self.kinds[index], self.lines.starts[index]
            if before == index - 1 and regions[-1].kind == kind:
                start = regions.pop().start
            regions.append(MaskedRegion(start, self.lines.ends[index], kind))
            before = index
        return tuple(regions)

    def _mask(self, index: int, rule: Rule) -> None:
        self.kinds[index] = rule.kind
        if rule.then in {"link", "links"}:
            self._mask_links(index, rule.kind, 1 if rule.then == "link" else _MAX_LINKS)
        elif rule.then == "end" and len(self.ends) < _MAX_ENDS:
            self.ends.append((index, rule))

    def _mask_links(self, heading: int, kind: str, count: int) -> None:
        """Mask the link titles under a heading: short lines up to a blank line or a sentence."""
        end = heading + 1
        while end < min(len(self.lines), heading + 1 + count):
            if end > heading + 1 and self.lines.gap(end):
                break
            if self.lines.length(end) > _LINK_CHARS or self._is_body(end):
                break
            written = self.lines.written(end)
            if _SUBHEADING.fullmatch(written) or _PAGE_DATE.search(written):
                break
            end += 1
        head = range(end, self.first_body)
        if heading < self.first_body and not any(self._may_be_headline(i) for i in head):
            return  # the article's headline must be among these lines
        for index in range(heading + 1, end):
            self.kinds.setdefault(index, kind)

    def _may_be_headline(self, index: int) -> bool:
        if index in self.kinds or self.lines.length(index) < _REPEAT_CHARS:
            return False
        return not _DATED.search(self.lines.written(index)[:_LONG_LINE])

    def _ends_page(self, index: int, rule: Rule) -> bool:
        if index > self.last_body:
            return True
        if rule.confirmed_by is None or self.lines.starts[index] < _END_SHARE * len(
            self.lines.text
        ):
            return False
        later = range(index + 1, min(len(self.lines), index + 1 + _CONFIRMING_LINES))
        return any(
            self.lines.length(i) <= _LONG_LINE
            and rule.confirmed_by.fullmatch(fold(self.lines.written(i)))
            for i in later
        )

    def _places(self, where: Sequence[str]) -> Sequence[int]:
        count = len(self.lines)
        if "any" in where:
            return range(count)
        tail = range(max(self.head_end, self.last_body + 1), count)
        return tail if "leftover" in where else [*range(self.head_end), *tail]

    def _stands(self, where: str, index: int) -> bool:
        if where == "leftover":
            return any(later in self.kinds for later in range(self.last_body + 1, index))
        head, tail = index < self.head_end, index > self.last_body
        return {"head": head, "tail": tail, "edges": head or tail}.get(where, True)

    def _is_body(self, index: int) -> bool:
        if index in self.kinds or self.lines.length(index) < _BODY_CHARS:
            return False
        if self.lines.length(index) > _LONG_LINE:
            return True
        end = _SENTENCE_END if self.lines.length(index) >= _QUESTION_CHARS else _FULL_STOP
        return bool(end.search(self.lines.written(index)[-12:]))
