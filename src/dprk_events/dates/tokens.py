"""Cut normalised text into tokens, each with one word class of the lexicon and a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from dprk_events.dates.forms import classify, split
from dprk_events.dates.lexicon import OTHER, Value, load_lexicon

# One token with the blanks before it, so that lengths add up to places. Every character but a
# trailing blank is covered; repeats are possessive or of one class: linear on any input.
_PIECE = r"""
    [^\S\n]*+
    (?:
      [^\W\d]\w*+(?:-\w++)*+(?:'(?:(?:TAILS)\b)?)?                  # words first: most are
    | \d{1,3}(?:[ ]\d{3})+(?!\w)                                  # 10 000
    | \d{1,2}[ ]?(?:h(?:[ ]?[0-5]\d)?|:[0-5]\d)(?![\w:-])         # 18h30, 21 h 47, 18:30
    | \d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d)?(?:z|[+]\d\d:?\d\d)?(?!\w)  # 2024-01-04T18:30
    | \d++(?:[-/.:,]\d+)+(?!\w)                                   # 04/01/2024, 1950-1953, 1.300
    | \d++[ ]?(?:ENDINGS)(?!\w)                              # 1er, 38e
    | \d\w*+
    | [^\w\s]
    | \n
    | \Z
    )
"""


@cache
def _token_pattern() -> re.Pattern[str]:
    """Give the expression for one token, with the apostrophes and endings of the lexicon."""
    lexicon = load_lexicon()
    tails = {form.partition("'")[2] for form in lexicon.words}
    return re.compile(
        _PIECE.replace("TAILS", "|".join(sorted(tails - {""}))).replace(
            "ENDINGS", "|".join(lexicon.endings["ordn"])
        ),
        re.VERBOSE,
    )


class Token(NamedTuple):
    """What a form is, wherever it stands: class, its character in patterns, value, the form."""

    cls: str
    code: str
    value: Value
    word: str


@dataclass(slots=True)
class Tokens:
    """One text's tokens, ``at[i]`` where the i-th begins; ``codes`` has one character for each."""

    codes: str
    at: list[int]
    token: list[Token]

    def end(self, i: int) -> int:
        """Where the i-th token ends."""
        return self.at[i] + len(self.token[i].word)

    def cls(self, i: int) -> str:
        """Class of the i-th token; before the first and behind the last it is ``stop``."""
        return self.token[i].cls if 0 <= i < len(self.token) else "stop"


class _Memo:
    """What each piece met (blanks and a form) was cut into: tokens with offsets, mostly one."""

    def __init__(self) -> None:
        self.lexicon = load_lexicon()
        self.parts: dict[str, tuple[tuple[Token, int], ...]] = {}
        self.whole: dict[str, Token] = {}
        self.codes: dict[str, str] = {}
        self.width: dict[str, int] = {}

    def _token(self, cls: str, value: Value, word: str) -> Token:
        return Token(cls, self.lexicon.codes[cls], value, word)

    def learn(self, piece: str) -> None:
        """Remember a piece not met before."""
        word = piece if piece == "\n" else piece.lstrip()
        cls, value = classify(word, self.lexicon) if word else (OTHER, 0)
        parts = split(word, self.lexicon) if cls == OTHER and "-" in word else None
        out = self._join(parts) if parts else [(self._token(cls, value, word), 0)]
        self.whole[piece] = out[0][0]
        self.width[piece] = len(word)
        self.codes[piece] = "".join([t.code for t, _ in out])
        if len(out) > 1:
            self.parts[piece] = tuple(out)

    def _join(self, parts: list[str]) -> list[tuple[Token, int]]:
        out: list[tuple[Token, int]] = []
        at = 0
        for i, part in enumerate(parts):
            if i and part in self.lexicon.behind:
                out.append((self._token(self.lexicon.behind[part], 0, part), at))
            else:
                if i and parts[i - 1] not in self.lexicon.before:
                    out.append((self._token("dash", 0, "-"), at - 1))
                out.append((self._token(*classify(part, self.lexicon), part), at))
            at += len(part) + 1
        return out

    def forget(self) -> None:
        """Drop everything, when too much has been remembered."""
        for table in (self.parts, self.whole, self.codes, self.width):
            table.clear()


#: Pieces remembered at most, some 4 MB.
_MEMO = 12_000


@cache
def _memo() -> _Memo:
    return _Memo()


def tokenise(plain: str) -> Tokens:
    """Tokens of normalised text (see :mod:`dprk_events.dates.normalise`)."""
    memo = _memo()
    if len(memo.whole) > _MEMO:
        memo.forget()
    # Whole columns at a time: the loops below run inside the interpreter, not in byte code.
    pieces = _token_pattern().findall(plain)
    while pieces and not pieces[-1].strip() and pieces[-1][-1:] != "\n":
        pieces.pop()  # trailing blanks and the empty match behind them
    for piece in set(pieces).difference(memo.whole):
        memo.learn(piece)
    codes = "".join(map(memo.codes.__getitem__, pieces))
    ends = accumulate(map(len, pieces))
    at = list(map(sub, ends, map(memo.width.__getitem__, pieces)))
    tokens = list(map(memo.whole.__getitem__, pieces))
    if len(codes) == len(pieces):
        return Tokens(codes, at, tokens)
    split = Tokens(codes, [], [])
    for piece, start, token in zip(pieces, at, tokens, strict=True):
        for part, offset in memo.parts.get(piece) or ((token, 0),):
            split.at.append(start + offset)
            split.token.append(part)
    return split
