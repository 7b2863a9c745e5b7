"""What a form is wherever it stands: its word class and value, its parts where it has hyphens."""

from __future__ import annotations

import re

from dprk_events.dates.lexicon import OTHER, Lexicon, Value
from dprk_events.dates.numbers import number_word, roman

_ORDINAL = re.compile(r"(\d{1,9})[ ]?([^\W\d]+)")
_ISO = re.compile(r"([12]\d{3})-(\d{2})-(\d{2})(?:t.*)?")
_DMY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})")
_YMD = re.compile(r"(1[89]\d{2}|20\d{2})[/.](\d{1,2})[/.](\d{1,2})")
_MY = re.compile(r"(0?[1-9]|1[0-2])/(19\d{2}|20\d{2})")
_DM = re.compile(r"(\d{1,2})/(\d{1,2})")
_YEARS = re.compile(r"(1[89]\d{2}|20\d{2}|21\d{2})[-/](\d{4}|\d{2})")
_DAYS = re.compile(r"(\d{1,2})[-/](\d{1,2})")


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
        if not _valid(y, mo, d) or not 1800 <= y <= 2199:
            return OTHER, 0
        day = f"{y:04}-{mo:02}-{d:02}"
        if len(m[4]) == 4 or m[2] == "/":
            return "iso", day
        # 10.3.24 may be a section or a version, 10.03.24 a date.
        return ("iso2", day) if len(m[1]) == len(m[3]) == 2 else (OTHER, 0)
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


def classify(word: str, lexicon: Lexicon) -> tuple[str, Value]:
    """Class and value of one token that is not split."""
    known = lexicon.words.get(word)
    if known:
        return known
    head = word[0]
    if head.isdigit():
        if word.isdecimal():
            return _digits(word) if word.isascii() else (OTHER, 0)
        if (m := _ORDINAL.fullmatch(word)) and m[2] in lexicon.endings["ordn"]:
            n = int(m[1])
            return ("ord1" if n == 1 and m[2] in lexicon.endings["ord1"] else "ordn"), n
        if re.fullmatch(r"\d{1,2}[ ]?(?:h(?:[ ]?\d\d)?|:\d\d)", word):
            return "clock", word
        if re.fullmatch(r"\d{1,3}(?: \d{3})+", word):
            return "big", int(word.replace(" ", ""))
        return _compound(word) if word.isascii() else (OTHER, 0)
    century = roman(word, lexicon.endings["roman"]) if head in "ivxl" else None
    if century:
        return "roman", century
    number = number_word(word)
    return ("num", number) if number else (OTHER, 0)


def split(word: str, lexicon: Lexicon) -> list[str] | None:
    """Parts of a hyphened word that the grammar knows ("mi-mars", "année-là", "août-octobre")."""
    parts = word.split("-")
    if len(parts) > 4:
        return None
    if parts[0] in lexicon.before and len(parts) > 1:
        return parts
    if parts[-1] in lexicon.behind and parts[0] in lexicon.words:
        return parts
    known = [lexicon.words.get(p, (classify(p, lexicon)[0] if p else OTHER, 0))[0] for p in parts]
    if all(k in _JOINABLE for k in known):
        return parts
    return None


_JOINABLE = frozenset({"month", "mabr", "weekday", "daypart", "n31", "year4", "season", "deictic",
                       "first", "ord1", "part"})  # fmt: skip
