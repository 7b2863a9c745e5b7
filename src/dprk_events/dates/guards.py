"""What looks like a date and is none: planets, ages, resolution numbers, counts."""

from __future__ import annotations

from dprk_events.dates import readings as r
from dprk_events.dates.grammar import Match


def allowed(match: Match, reading: r.Reading, text: str) -> bool:
    """Whether the neighbourhood lets the match stand."""
    check = _CHECKS.get(match.rule.name)
    if check and not check(match, text):
        return False
    return all(m is None or allowed(m, reading, text) for m in (match.inner, match.second))


def _near(match: Match, offset: int) -> str:
    """Class of the token ``offset`` places before (negative) or after the match."""
    cls = match.tokens.cls(match.start + offset if offset < 0 else match.end + offset)
    return "stop" if cls == "dot" else cls


def _capital(match: Match, text: str, name: str) -> bool:
    at = match.groups.get(name)
    if not at:
        return False
    i = at[0]
    word = text[match.tokens.at[i] : match.tokens.end(i)]
    return word[:1].isupper() and not word.isupper()


def _month(match: Match, text: str) -> bool:
    """See a name in "Mars", "Mai", "Juin", "Avril" with a capital, save at a sentence's head."""
    if not _capital(match, text, "m") or match.has("shift"):
        return True
    before = _near(match, -1)
    if before in _LICENCE:
        return before == "en" or match.cls("m") != "month" or match.number("m") not in (3, 5, 4, 6)
    nxt = match.end
    follows = text[match.tokens.at[nxt]] if nxt < len(match.tokens.at) else ""
    return before in ("stop", "open", "dash") and not follows.isupper() and _near(match, 0) != "x"


_LICENCE = frozenset({"en", "de", "du", "depuis", "des_", "part", "u_month", "comma", "et", "ou",
                      "entre", "before", "after", "a", "has"})  # fmt: skip


_COUNTS = frozenset({"counter", "le", "percent", "n31", "num", "plusieurs", "decimal", "approx"})


def _touches(match: Match, i: int) -> bool:
    """Whether the i-th token and the next have no blank between them."""
    return i >= 0 and match.tokens.end(i) == match.tokens.at[i + 1]


def _year(match: Match, text: str) -> bool:
    """Take a bare four-digit number for a year unless it counts or numbers something."""
    if match.tokens.cls(match.start) != "year4":
        return True
    year = match.number("y") or 0
    before, after = _near(match, -1), _near(match, 0)
    if before in _COUNTS or (before == "dash" and _touches(match, match.start - 1)):
        return False
    if after in ("measure", "percent", "decimal", "n31", "num", "big", "clock"):
        return False
    if after == "dash" and _touches(match, match.end - 1):
        return False
    if any(_near(match, -k) == "games" for k in range(1, 7)) and before != "en":
        return False
    if not 1800 <= year <= 2100:
        return before in ("en", "depuis", "des_", "jusque") and year >= 1500 and after != "x"
    if before in _YEAR_LICENCE:
        return True
    if before == "de" and (year % 100 or after != "x"):
        return _near(match, -2) not in ("plus", "moins")
    # "soldats 2018" is rare, "2018 soldats" is not: a plain word after needs a licence before.
    return (before == "x" and after != "x") or before in (
        "open",
        "et",
        "ou",
        "comma",
        "season",
        "stop",
        "dash",
        "du",
    )


_YEAR_LICENCE = frozenset({"en", "depuis", "des_", "entre", "before", "after", "u_year", "part",
                           "jusque", "open", "vers", "d_ici", "month", "a", "has"})  # fmt: skip


def _season(match: Match, text: str) -> bool:
    """See no date in the season of the games: "Jeux olympiques d'hiver de 2018"."""
    if _near(match, -1) in ("en", "a", "has", "au"):
        return True
    return not any(_near(match, -k) == "games" for k in range(1, 5))


def _date(match: Match, text: str) -> bool:
    """See a name in "11-Septembre", not a date near the article."""
    joined = any(t.cls == "dash" for t in match.tokens.token[match.start : match.end])
    return not (joined and _capital(match, text, "m") and match.number("d") == 11)


def _year_range(match: Match, text: str) -> bool:
    """Round figures before a plain word count things: "de 1900 à 2000 soldats"."""
    ends = match.number("y1"), match.number("y2")
    return _near(match, 0) != "x" or any(y is None or y % 100 for y in ends)


def _slashed(match: Match, text: str) -> bool:
    """See a fraction in "les 2/3", "le 1/4"; a date may be "le 10/03", "du 04/07"."""
    at = match.groups["day"][0]
    day, month = match.tokens.token[at].word.split("/")
    if match.has("w"):
        return True
    return match.tokens.token[at - 1].word != "les" and (int(day) > int(month) or day[0] == "0")


def _weekday(match: Match, text: str) -> bool:
    """See the paper's name in "Journal du dimanche"."""
    at = match.start - 2
    return not (at >= 0 and match.tokens.token[at].word in ("journal", "jdd"))


def _duration(match: Match, text: str) -> bool:
    """See an age in "âgé de 34 ans", "un homme de 34 ans", "Kim, 34 ans,", "mort à 51 ans"."""
    inside = match.tokens.token[match.start : match.end]
    before = _near(match, -1)
    if not any(t.cls in ("u_year", "u_years") for t in inside):
        return not any(t.cls == "u_hour" for t in inside) or not _clock(match)
    if before in ("aged", "det", "had") or _near(match, 0) == "aged":
        return False
    if inside[0].cls == "collective" and before == "one":
        return False
    if any(_near(match, -k) == "aged" for k in (2, 3, 4)) and before == "de":
        return False
    counted = any(t.cls in ("n31", "num") for t in inside)
    if inside[0].cls == "le" and inside[1].cls == "moins":  # "les moins de 40 ans"
        return False
    if before == "de":
        head = _near(match, -2)
        if head in ("aged", "person"):
            return False
        return not (counted and head == "x")
    if before in ("comma", "open") and counted:
        return _near(match, 0) not in ("comma", "close", "stop")
    return not (before in ("a", "has") and counted and _near(match, 0) != "de")


def _clock(match: Match) -> bool:
    """See a time of day in "à 15 heures", "vers 2 heures", "de 14 heures à 18 heures"."""
    before, after = _near(match, -1), _near(match, 0)
    if match.tokens.token[match.start].word in ("vers", "le") or after == "zone":
        return True  # "le 20 heures" is the news
    if before in ("after", "before") or after in ("a", "has"):
        return after != "de"
    return before in ("a", "has", "vers", "des_", "entre", "jusque") and after != "de"


def _idiom(match: Match, text: str) -> bool:
    """See an idiom in "du jour au lendemain"."""
    return _near(match, -1) != "u_day"


def _yesterday(match: Match, text: str) -> bool:
    """See an idiom in "cela ne date pas d'hier"."""
    at = match.start - 2
    return not (_near(match, -1) == "de" and at >= 0 and match.tokens.token[at].word == "pas")


def _dozens(match: Match, text: str) -> bool:
    """See an age in "un homme d'une vingtaine d'années" too."""
    return not (_near(match, -1) == "de" and _near(match, -2) in ("aged", "person", "x"))


def _holiday(match: Match, text: str) -> bool:
    """See a first name in "Noël" before a capital."""
    nxt = match.end
    after = text[match.tokens.at[nxt]] if nxt < len(match.tokens.at) else ""
    return match.has("y") or not after.isupper()


#: Rules whose forbidden matches are names or counts as a whole: no part of them is tried again.
NAMES = frozenset({"date", "year-to-year", "duration", "anaphor"})

_CHECKS = {
    "month": _month,
    "month-shift": _month,
    "month-shared-year": _month,
    "year": _year,
    "duration": _duration,
    "date": _date,
    "year-to-year": _year_range,
    "anaphor": _idiom,
    "deictic-day": _yesterday,
    "ago-dozens": _dozens,
    "later": _duration,
    "holiday": _holiday,
    "numeric-day-month": _slashed,
    "season-year": _season,
    "the-season": _season,
    "early-weekday": _weekday,
}
