"""Figures that count, number or measure something and date nothing: ages, shares, resolutions."""

from __future__ import annotations

from dprk_events.dates.matching import Match
from dprk_events.french import word_lists

_WORDS = word_lists("dprk_events.dates")

_COUNTS = frozenset({"counter", "le", "percent", "n31", "num", "plusieurs", "decimal", "approx"})
_DATE_LICENCE = frozenset({"le", "du", "au", "des_", "depuis", "jusque", "weekday", "wabr", "mar",
                           "stop", "dot", "open", "dash", "before",
                           "after"})  # fmt: skip
_YEAR_LICENCE = frozenset({"en", "depuis", "des_", "entre", "before", "after", "u_year", "part",
                           "jusque", "open", "vers", "d_ici", "month", "a", "has"})  # fmt: skip


def _touches(match: Match, i: int) -> bool:
    """Whether the i-th token and the next have no blank between them."""
    return i >= 0 and match.tokens.end(i) == match.tokens.at[i + 1]


def year(match: Match, text: str) -> bool:
    """Take a bare four-digit number for a year unless it counts or numbers something."""
    if match.tokens.cls(match.start) != "year4":
        return True
    year = match.number("y") or 0
    before, after = match.near(-1), match.near(0)
    if before in _COUNTS or (before == "dash" and _touches(match, match.start - 1)):
        return False
    if after in ("measure", "percent", "decimal", "n31", "num", "big", "clock"):
        return False
    if after == "dash" and _touches(match, match.end - 1):
        return False
    if any(match.near(-k) == "games" for k in range(1, 7)) and before != "en":
        return False
    if not 1800 <= year <= 2100:
        return before in ("en", "depuis", "des_", "jusque") and year >= 1500 and after != "x"
    if before in _YEAR_LICENCE:
        return True
    if before == "de" and (year % 100 or after != "x"):
        return match.near(-2) not in ("plus", "moins")
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


def year_range(match: Match, text: str) -> bool:
    """Round figures before a plain word count things: "de 1900 à 2000 soldats"."""
    ends = match.number("y1"), match.number("y2")
    return match.near(0) != "x" or any(y is None or y % 100 for y in ends)


def short_year(match: Match, text: str) -> bool:
    """See a version or section in "la version 10.03.24", a date behind an article or a mark."""
    licence = match.tokens.cls(match.start - 1) in _DATE_LICENCE
    return licence and match.word(-1) not in _WORDS["articles_of_no_day"]


def ahead(match: Match, text: str) -> bool:
    """See a number of things in "lundi en huit points"."""
    return not (match.near(0) == "x" and match.word(0).endswith(tuple(_WORDS["plural_endings"])))


def within(match: Match, text: str) -> bool:
    """See a number of things in "dans la quinzaine de pays"."""
    return match.near(0) not in ("de", "du", "des")


def slashed(match: Match, text: str) -> bool:
    """See a fraction in "les 2/3", "le 1/4"; a date may be "le 10/03", "du 04/07"."""
    at = match.groups["day"][0]
    day, month = match.tokens.token[at].word.split("/")
    if match.has("w"):
        return True
    counted = match.tokens.token[at - 1].word in _WORDS["plural_articles"]
    return not counted and (int(day) > int(month) or day[0] == "0")


def duration(match: Match, text: str) -> bool:
    """See an age in "âgé de 34 ans", "un homme de 34 ans", "Kim, 34 ans,", "mort à 51 ans"."""
    inside = match.tokens.token[match.start : match.end]
    before = match.near(-1)
    if not any(t.cls in ("u_year", "u_years") for t in inside):
        return not any(t.cls == "u_hour" for t in inside) or not _clock(match)
    if before in ("aged", "det", "had") or match.near(0) == "aged":
        return False
    if inside[0].cls in ("collective", "term") and before == "one":
        return False
    if any(match.near(-k) == "aged" for k in (2, 3, 4)) and before == "de":
        return False
    counted = any(t.cls in ("n31", "num") for t in inside)
    if inside[0].cls == "le" and inside[1].cls == "moins":  # "les moins de 40 ans"
        return False
    if before == "de":
        head = match.near(-2)
        if head in ("aged", "person"):
            return False
        return not (counted and head == "x")
    if before in ("comma", "open") and counted:
        return match.near(0) not in ("comma", "close", "stop")
    return not (before in ("a", "has") and counted and match.near(0) != "de")


def _clock(match: Match) -> bool:
    """See a time of day in "à 15 heures", "vers 2 heures", "de 14 heures à 18 heures"."""
    before, after = match.near(-1), match.near(0)
    if match.tokens.token[match.start].word in _WORDS["before_clock"] or after == "zone":
        return True  # "le 20 heures" is the news
    if before in ("after", "before") or after in ("a", "has"):
        return after != "de"
    return before in ("a", "has", "vers", "des_", "entre", "jusque") and after != "de"


def dozens(match: Match, text: str) -> bool:
    """See an age in "un homme d'une vingtaine d'années" too."""
    return not (match.near(-1) == "de" and match.near(-2) in ("aged", "person", "x"))
