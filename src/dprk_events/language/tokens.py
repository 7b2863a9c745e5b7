"""Build the token sequence of a piece of text: known names are one token each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from spacy.tokens import Doc

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
    from spacy.vocab import Vocab


LONGEST = 200  # characters without a space that the tokenizer is given at once
MOST = 8_000
"""Runs kept, some 2 MB; then they are cut anew."""
_PLAIN = re.compile(
    "(?P<elided>(?:[CDJLMNSTcdjlmnst]|[Qq]u)')?(?P<word>[A-Za-zÀ-ÖØ-öø-ÿŒœ]+)(?P<comma>,)?"
)
"""What no rule of spaCy's French tokenizer cuts otherwise but its exceptions: letters, with "l'" or
the like before them and a comma behind. Most runs are such, and to try all rules on one takes
longer than anything else that is done for it before the parse."""
_RUN = re.compile(rf"\s+|\S{{1,{LONGEST}}}")


class Cut(NamedTuple):
    """A name in a piece of text, and the parts of it that become one token each."""

    start: int
    end: int
    parts: tuple[tuple[int, int], ...] = ()


def parts_of(text: str, start: int, end: int, label: str) -> tuple[tuple[int, int], ...]:
    """Return how a name is cut: a person in two ("Kim" + "Jong Un"), any other name not at all.

    The models know people as first name and surname; as one token they are taken for a pronoun
    or an adverb (seen on 214 names of the development articles).
    """
    space = text.find(" ", start, end) if label == "PER" else -1
    rest = space + 1
    while 0 < rest < end and text[rest] == " ":
        rest += 1
    if space <= start or rest >= end:
        return ((start, end),)
    return ((start, space), (rest, end))


class Splitter:
    """A tokenizer that remembers what it made of each run of characters without a space.

    spaCy's tokenizer looks at nothing beyond such a run, but begins anew with every text, and with
    every word in a memory zone.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[str, ...]] = {}
        self._exceptions = frozenset(tokenizer.rules)
        self._whole = tokenizer.token_match or (lambda _: None)  # "entr'ouvert" and the like

    def learn(self, text: str) -> None:
        """Cut all new runs of a text at once: a call of the tokenizer takes longer than a run."""
        runs_here = dict.fromkeys(_RUN.findall(text))
        new = [run for run in runs_here if run not in self._known]
        if new and len(self._known) + len(new) > MOST:
            self._known.clear()
            new = list(runs_here)
        unsure: list[str] = []
        for run in new:
            if parts := self._plain(run):
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

    def _plain(self, run: str) -> tuple[str, ...]:
        """Cut a plain run; give nothing for another."""
        match = _PLAIN.fullmatch(run)
        if match is None:
            return ()
        bare = run.removesuffix(",")
        if bare in self._exceptions or (match["elided"] and self._whole(bare)):
            return ()
        return tuple(part for part in match.groups() if part)

    def split(self, text: str, words: list[str], spaces: list[bool]) -> None:
        """Append the words of a text, and whether a space follows each, as spaCy has them.

        Longer runs are cut: the tokenizer's time grows with the square of "((((((" and such.
        """
        for match in _RUN.finditer(text):
            run = match.group()
            if run[0] == " " and spaces and match.start():  # it belongs to the word before it
                spaces[-1] = True
                run = run[1:]
                if not run:
                    continue
            made = self._known.get(run)
            if made is None:
                self.learn(run)
                made = self._known[run]
            words.extend(made)
            spaces.extend([False] * len(made))


def tokenized(
    vocab: Vocab, splitter: Splitter, text: str, spans: Sequence[Cut]
) -> tuple[Doc, list[tuple[int, int] | None]]:
    """Return the Doc of a text and, per span, its first and last token (None for an empty one).

    ``spans`` are sorted and disjoint. A token never crosses the edge of a span; a span's own
    ``parts`` are one token each, the rest of it is tokenised as usual.
    """
    words: list[str] = []
    spaces: list[bool] = []

    def add(piece: str) -> None:
        if piece.startswith(" ") and words and not spaces[-1]:
            spaces[-1] = True
            piece = piece[1:]
        if not piece:
            return
        first = len(words)
        splitter.split(piece, words, spaces)
        # Cut off from the name that follows, "l'" comes as two tokens.
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
