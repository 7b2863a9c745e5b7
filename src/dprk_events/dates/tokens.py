"""Cut normalised text into tokens, each with one word class of the lexicon and a value."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from dprk_events.dates.lexicon import OTHER, Lexicon, Value, load_lexicon
from dprk_events.dates.numbers import number_word, roman

# One token with the blanks before it, so that lengths add up to places. Every character but a
# trailing blank is covered; repeats are possessive or of one class: linear on any input.
_TOKEN = re.compile(
    r"""
    [^\S\n]*+
    (?:
      [^\W\d]\w*+(?:-\w++)*+(?:'(?:hui\b)?)?                      # words first: most are
    | \d{1,3}(?:[ ]\d{3})+(?!\w)                                  # 10 000
    | \d{1,2}[ ]?(?:h(?:[ ]?[0-5]\d)?|:[0-5]\d)(?![\w:-])         # 18h30, 21 h 47, 18:30
    | \d{4}-\d\d-\d\dt\d\d:\d\d(?::\d\d)?(?:z|[+]\d\d:?\d\d)?(?!\w)  # 2024-01-04T18:30
    | \d++(?:[-/.:,]\d+)+(?!\w)                                   # 04/01/2024, 1950-1953, 1.300
    | \d++[ ]?(?:er|ère|ere|e|è|ème|eme|nd|nde)(?!\w)              # 1er, 38e
    | \d\w*+
    | [^\w\s]
    | \n
    | \Z
    )
    """,
    re.VERBOSE,
)
_ISO = re.compile(r"([12]\d{3})-(\d{2})-(\d{2})(?:t.*)?")
_DMY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_YMD = re.compile(r"(1[89]\d{2}|20\d{2})[/.](\d{1,2})[/.](\d{1,2})")
_MY = re.compile(r"(0?[1-9]|1[0-2])/(19\d{2}|20\d{2})")
_DM = re.compile(r"(\d{1,2})/(\d{1,2})")
_YEARS = re.compile(r"(1[89]\d{2}|20\d{2}|21\d{2})[-/](\d{4}|\d{2})")
_DAYS = re.compile(r"(\d{1,2})[-/](\d{1,2})")


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


def _valid(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31 and year >= 1


def _compound(word: str) -> tuple[str, Value]:
    """Class of digits joined by marks."""
    if m := _ISO.fullmatch(word):
        y, mo, d = map(int, m.groups())
        return ("iso", word[:10]) if _valid(y, mo, d) else (OTHER, 0)
    if m := _DMY.fullmatch(word):
        d, mo, y = int(m[1]), int(m[3]), int(m[4])
        y += 0 if len(m[4]) == 4 else 2000 if y < 70 else 1900
        # Two-digit years only between slashes: 10.3.24 may be a section or a version.
        ok = _valid(y, mo, d) and 1800 <= y <= 2199 and (len(m[4]) == 4 or m[2] == "/")
        return ("iso", f"{y:04}-{mo:02}-{d:02}") if ok else (OTHER, 0)
    if m := _YMD.fullmatch(word):
        y, mo, d = map(int, m.groups())
        return ("iso", f"{y:04}-{mo:02}-{d:02}") if _valid(y, mo, d) else (OTHER, 0)
    if m := _MY.fullmatch(word):
        return "my", f"{m[2]}-{int(m[1]):02}"
    if m := _YEARS.fullmatch(word):
        first, last = int(m[1]), int(m[2])
        last += first // 100 * 100 if len(m[2]) == 2 else 0
        return ("yrange", f"{first}/{last}") if first < last <= first + 200 else (OTHER, 0)
    if m := _DM.fullmatch(word):
        d, mo = int(m[1]), int(m[2])
        return ("dm", f"{mo:02}-{d:02}") if _valid(2000, mo, d) else (OTHER, 0)
    if m := _DAYS.fullmatch(word):
        a, b = int(m[1]), int(m[2])
        return ("drange", f"{a}/{b}") if 1 <= a < b <= 31 else (OTHER, 0)
    if "," in word and word.count(",") == 1 and "." not in word:
        return "decimal", word
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", word):
        return "big", int(word.replace(".", ""))
    return OTHER, 0


def _digits(word: str) -> tuple[str, Value]:
    if len(word) > 9:
        return OTHER, 0
    n = int(word)
    if len(word) == 4 and 1500 <= n <= 2199:
        return "year4", n
    if len(word) <= 2 and 1 <= n <= 31:
        return "n31", n
    return "num", n


def _classify(word: str, lexicon: Lexicon) -> tuple[str, Value]:
    """Class and value of one token that is not split."""
    known = lexicon.words.get(word)
    if known:
        return known
    head = word[0]
    if head.isdigit():
        if word.isdecimal():
            return _digits(word) if word.isascii() else (OTHER, 0)
        if m := re.fullmatch(r"(\d{1,9})[ ]?(er|ère|ere|e|è|ème|eme|nde?)", word):
            n = int(m[1])
            return ("ord1" if n == 1 and m[2] == "er" else "ordn"), n
        if re.fullmatch(r"\d{1,2}[ ]?(?:h(?:[ ]?\d\d)?|:\d\d)", word):
            return "clock", word
        if re.fullmatch(r"\d{1,3}(?: \d{3})+", word):
            return "big", int(word.replace(" ", ""))
        return _compound(word) if word.isascii() else (OTHER, 0)
    century = roman(word) if head in "ivxl" else None
    if century:
        return "roman", century
    number = number_word(word)
    return ("num", number) if number else (OTHER, 0)


def _split(word: str, lexicon: Lexicon) -> list[str] | None:
    """Parts of a hyphened word that the grammar knows ("mi-mars", "année-là", "août-octobre")."""
    parts = word.split("-")
    if len(parts) > 4:
        return None
    if parts[0] == "mi" and len(parts) > 1:
        return parts
    if parts[-1] in ("là", "ci") and parts[0] in lexicon.words:
        return parts
    known = [lexicon.words.get(p, (_classify(p, lexicon)[0] if p else OTHER, 0))[0] for p in parts]
    if all(k in _JOINABLE for k in known):
        return parts
    return None


_JOINABLE = frozenset({"month", "mabr", "weekday", "daypart", "n31", "year4", "season", "deictic",
                       "first", "ord1", "part"})  # fmt: skip
_SUFFIX = {"là": "la_", "ci": "ci_"}


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
        cls, value = _classify(word, self.lexicon) if word else (OTHER, 0)
        parts = _split(word, self.lexicon) if cls == OTHER and "-" in word else None
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
            if i and part in _SUFFIX:
                out.append((self._token(_SUFFIX[part], 0, part), at))
            else:
                if i and parts[i - 1] != "mi":
                    out.append((self._token("dash", 0, "-"), at - 1))
                out.append((self._token(*_classify(part, self.lexicon), part), at))
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
    pieces = _TOKEN.findall(plain)
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
