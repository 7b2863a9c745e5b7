"""Names and idioms made of date words: planets, papers, games, "du jour au lendemain"."""

from __future__ import annotations

from dprk_events.dates.matching import Match
from dprk_events.french import forms_of, word_lists

_WORDS = word_lists("dprk_events.dates")
_AVOIR = forms_of("avoir")

_LICENCE = frozenset({"en", "de", "du", "depuis", "des_", "part", "u_month", "comma", "et", "ou",
                      "entre", "before", "after", "a", "has"})  # fmt: skip


def _capital(match: Match, text: str, name: str) -> bool:
    at = match.groups.get(name)
    if not at:
        return False
    i = at[0]
    word = text[match.tokens.at[i] : match.tokens.end(i)]
    return word[:1].isupper() and not word.isupper()


def _capital_follows(match: Match, text: str) -> bool:
    at = match.tokens.at
    return match.end < len(at) and text[at[match.end]].isupper()


def month(match: Match, text: str) -> bool:
    """See a name in "Mars", "Mai", "Juin", "Avril" with a capital, save at a sentence's head."""
    if not _capital(match, text, "m") or match.has("shift"):
        return True
    before = match.near(-1)
    if before in _LICENCE:
        return before == "en" or match.cls("m") != "month" or match.number("m") not in (3, 5, 4, 6)
    opens = before in ("stop", "open", "dash")
    return opens and not _capital_follows(match, text) and match.near(0) != "x"


def season(match: Match, text: str) -> bool:
    """See no date in the season of the games: "Jeux olympiques d'hiver de 2018"."""
    if match.near(-1) in ("en", "a", "has", "au"):
        return True
    return not any(match.near(-k) == "games" for k in range(1, 5))


def last_season(match: Match, text: str) -> bool:
    """See a participle in "a été passé par les armes", not the summer."""
    return match.has("article") or _AVOIR.isdisjoint((match.word(-1), match.word(-2)))


def date(match: Match, text: str) -> bool:
    """See a name in "11-Septembre", not a date near the article."""
    joined = any(t.cls == "dash" for t in match.tokens.token[match.start : match.end])
    return not (joined and _capital(match, text, "m") and match.number("d") == 11)


def weekday(match: Match, text: str) -> bool:
    """See the paper's name in "Journal du dimanche"."""
    return match.word(-2) not in _WORDS["papers"]


def holiday(match: Match, text: str) -> bool:
    """See a first name in "Noël" before a capital."""
    return match.has("y") or not _capital_follows(match, text)


def idiom(match: Match, text: str) -> bool:
    """See an idiom in "du jour au lendemain"."""
    return match.near(-1) != "u_day"


def yesterday(match: Match, text: str) -> bool:
    """See an idiom in "cela ne date pas d'hier"."""
    return not (match.near(-1) == "de" and match.word(-2) in _WORDS["negation"])
