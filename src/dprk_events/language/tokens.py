"""Build the token sequence of a line: known names are one token each."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc

from dprk_events.french import key
from dprk_events.french.numbers import number_tables

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.vocab import Vocab


LONGEST = 200  # characters without a space that are passed to the tokenizer at once
MOST = 8_000
"""Number of runs remembered, some 2 MB; beyond it the memory is cleared."""
_SIMPLE = re.compile(
    "(?P<elided>(?:[CDJLMNSTcdjlmnst]|[Qq]u)')?(?P<word>[A-Za-zÀ-ÖØ-öø-ÿŒœ]+)(?P<comma>,)?"
)
"""A run that only an exception of spaCy's French tokenizer can cut differently: letters, with "l'"
or the like before them and a comma after. Most runs are of this kind, and trying all rules on one
takes longer than everything else before the parse."""
_ELIDED = re.compile("(?:[CDJLMNSTcdjlmnst]|[Qq]u)'")
_RUN = re.compile(rf"\s+|\S{{1,{LONGEST}}}")
HYPHEN, MARKS = "-", ".,;:!?)»"
"""Within such a word; what may follow it with no space."""
_GLUED = re.compile(r"(?:^|(?<=[)\]»\"%\d]))\.(?=[A-ZÀ-ÖØ-Þ](?:[a-zà-öø-ÿ]|')|[AÀ]$)")
"""A full stop with no space after it, where spaCy does not see one: "(OTAN).Le", "en 2006.Le".

Behind a name the run begins with it: "Washington" + ".Le".
"""


class Cut(NamedTuple):
    """A name in a line, and the parts of it that become one token each."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...] = ()


def parts_of(text: str, start: int, end: int, label: str) -> tuple[tuple[int, int], ...]:
    """Return how a name is cut: a person in two ("Kim" + "Jong Un"), any other name not at all.

    The models know people as first name and surname; a single token is mistaken for a pronoun or
    an adverb (seen on 214 names of the development articles).
    """
    space = text.find(" ", start, end) if label == "PER" else -1
    rest = space + 1
    while 0 < rest < end and text[rest] == " ":
        rest += 1
    if space <= start or rest >= end:
        return ((start, end),)
    return ((start, space), (rest, end))


class Splitter:
    """A tokenizer that remembers the tokens of each run of characters without a space.

    spaCy's tokenizer never looks beyond such a run, but starts from scratch for every text, and for
    every word in a memory zone.
    """

    def __init__(
        self, tokenizer: Tokenizer, joint: Callable[[str], bool] = lambda _: False
    ) -> None:
        """Create one; ``joint`` tells which words with hyphens are one: "sino-russe"."""
        self._tokenizer = tokenizer
        self._joint = joint
        self._known: dict[str, tuple[str, ...]] = {}
        self._exceptions = frozenset(tokenizer.rules)
        self._whole = tokenizer.token_match or (lambda _: None)  # "entr'ouvert" and the like

    def learn(self, text: str) -> None:
        """Cut all new runs of a text at once: a tokenizer call costs more than cutting a run."""
        runs_here = dict.fromkeys(_RUN.findall(text))
        new = [run for run in runs_here if run not in self._known]
        if new and len(self._known) + len(new) > MOST:
            self._known.clear()
            new = list(runs_here)
        unsure: list[str] = []
        for run in new:
            if parts := self._cut_simple(run):
                self._known[run] = parts
            elif run.isspace():
                self._known[run] = tuple(token.text for token in self._tokenizer(run))
            else:
                unsure.append(run)
        runs = iter(unsure)
        words: list[str] = []
        for token in self._tokenizer(" ".join(unsure)) if unsure else ():
            words.append(token.text)
            if token.whitespace_:
                self._known[next(runs)] = tuple(words)
                words.clear()
        if words:
            self._known[next(runs)] = tuple(words)

    def _cut_simple(self, run: str) -> tuple[str, ...]:
        """Return the tokens of a simple run; an empty tuple for any other."""
        match = _SIMPLE.fullmatch(run)
        if match is None:
            return _hyphened_number(run) or self._joint_word(run)
        bare = run.removesuffix(",")
        if bare in self._exceptions or (match["elided"] and self._whole(bare)):
            return ()
        return tuple(part for part in match.groups() if part)

    def _joint_word(self, run: str) -> tuple[str, ...]:
        """Return a run such as "russo-nord-coréens" as one token; an empty tuple for any other.

        With "l'" or the like before it as a token of its own.

        spaCy keeps "sino-russes" whole, but makes five tokens of others.
        """
        if HYPHEN not in run:
            return ()
        bare = run.rstrip(MARKS)
        marks = run[len(bare) :]
        elided = _ELIDED.match(bare)
        word = bare[elided.end() :] if elided else bare
        if len(marks) > len(set(marks)) or not self._joint(word):  # "..." is one token
            return ()
        return (*((elided[0],) if elided else ()), word, *marks)

    def split(self, text: str, words: list[str], spaces: list[bool]) -> None:
        """Append the words of a text, and whether a space follows each, as spaCy has them.

        Longer runs are cut: the tokenizer takes quadratic time for "((((((" and the like.
        """
        for match in _RUN.finditer(text):
            run = match.group()
            if run[0] == " " and spaces and match.start():  # it belongs to the word before it
                spaces[-1] = True
                run = run[1:]
                if not run:
                    continue
            for piece in _sentences(run):
                made = self._known.get(piece)
                if made is None:
                    self.learn(piece)
                    made = self._known[piece]
                words.extend(made)
                spaces.extend([False] * len(made))


def _sentences(run: str) -> list[str]:
    """Cut a run behind the full stops in it that end a sentence; most runs have none."""
    if "." not in run:
        return [run]
    ends = [match.end() for match in _GLUED.finditer(run)]
    return [run[a:b] for a, b in zip([0, *ends], [*ends, len(run)], strict=True)]


def _hyphened_number(run: str) -> tuple[str, ...]:
    """Return a run such as "nonante-cinq" as one token; an empty tuple for any other.

    spaCy keeps "quatre-vingt-quinze" whole, but not the numerals of Belgium and Switzerland, and
    the models then take "Nonante" for a name.
    """
    bare = run.removesuffix(",")
    if key(bare) not in number_tables().short_numbers:
        return ()
    return (bare, ",") if run != bare else (bare,)


def tokenized(
    vocab: Vocab, splitter: Splitter, text: str, spans: Sequence[Cut]
) -> tuple[Doc, list[tuple[int, int] | None]]:
    """Return the Doc of a text and, per span, its first and last token (None for an empty one).

    ``spans`` are sorted and disjoint. No token crosses the edge of a span; the ``parts`` of a span
    are one token each, and the rest of it is tokenised as usual.
    """
    words: list[str] = []
    spaces: list[bool] = []

    def add(segment: str) -> None:
        if segment.startswith(" ") and words and not spaces[-1]:
            spaces[-1] = True
            segment = segment[1:]
        if not segment:
            return
        first = len(words)
        splitter.split(segment, words, spaces)
        # Separated from the name that follows, "l'" becomes two tokens.
        elided = len(words) - first > 1 and words[-1] == "'" and words[-2].isalpha()
        if elided and spaces[-2:] == [False, False]:
            words[-2:] = [words[-2] + "'"]
            spaces[-2:] = [False]

    at = 0
    places: list[tuple[int, int] | None] = []
    for span in spans:
        add(text[at : span.start])
        first = len(words)
        at = span.start
        for start, end in span.parts:
            add(text[at:start])
            words.append(text[start:end])
            spaces.append(False)
            at = end
        add(text[at : span.end])
        places.append((first, len(words) - 1) if len(words) > first else None)
        at = span.end
    add(text[at:])
    return Doc(vocab, words=words, spaces=spaces), places
