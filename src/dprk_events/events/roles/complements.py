"""Read the complements behind an event noun: whose each is, the deed's or another noun's."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.roles.agents import no_agent, of_another
from dprk_events.events.roles.light import light_forms, passing_forms
from dprk_events.events.roles.position import AND, ASIDE, SOURCES, Positions, is_with_others
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, Phrase, clause_end

_LISTS = word_lists(__package__)
INSIDE = _LISTS["inside_a_deed"]
TOGETHER = _LISTS["before_sides"]
"""Prepositions before the sides of a meeting, which an aside may name: "le premier entre …"."""
TWO = 2
CARRIED = frozenset({"weapon", "material", "force", "people", "state", "org", "place", "airspace"})
"""Kinds of complements that "de …" behind them tells nothing of: it belongs to the deed."""
OWNED, ARTICLES = frozenset({"state", "force"}), _LISTS["definite_articles"]
"""Kinds of common nouns that somebody has who stands behind "de", where an article is before."""
SITUATED = frozenset({"facility", "org"})
"""Kinds of things that have a place of their own."""
CIRCUMSTANCES, EVES = _LISTS["before_circumstances"], _LISTS["eves"]
TURNS, OF = _LISTS["turns"], closed_class("of")
OF_THE_NEAREST = _LISTS["of_the_nearest_deed"]
AGAINST = _LISTS["before_a_target"]
TITLES = frozenset({"EXERCISE", "MISC"})
"""Labels of names that an event noun may have: "l'exercice Ulchi"."""


def noun_complements(view: DocView, found: Positions, token: int, end: int) -> None:
    """Add the complements behind an event noun; ``end`` is the last token of its expression."""
    own = view.phrase(token)
    start = max(end, own.last if own is not None else end)
    limit = clause_end(view, start, passing_forms())
    previous = told = start
    idle: list[Phrase] = []
    aside = elsewhere = False
    for phrase in view.each_phrase(start + 1, limit):
        gap = view.words[previous + 1 : phrase.start]
        if previous == start and _behind_its_date(view, previous, phrase):
            phrase = phrase._replace(prep="de")  # noqa: PLW2901
        if not TURNS.isdisjoint(gap):
            break  # "l'essai du 9 septembre, mais | des experts"
        if "," in gap:
            aside = view.words[phrase.start - gap[::-1].index(",")] in ASIDE
        elsewhere = (elsewhere and "," not in gap) or _is_circumstance(view, phrase)
        if view.date_at[phrase.head] is None:
            behind = view.words[told + 1 : phrase.start]
            told = min(phrase.last, max(phrase.head, start))
        if phrase.prep is None:
            is_title = phrase.entity is not None and view.entities[phrase.entity].label in TITLES
            if is_title:
                found.add("title", phrase)
            elif gap == [","] and view.pos[phrase.head] == "ADJ":
                pass  # "le premier sommet, historique, entre …"
            elif (
                gap[:1] == ["et"] and "entre" in found.phrases and len(found.phrases["entre"]) < TWO
            ):
                found.add("entre", phrase)  # "entre un président en exercice et un dirigeant"
            elif "," in gap or ("et" in gap and not found.phrases):
                break
            previous = phrase.last
            continue
        if gap[:1] == ["et"] and phrase.prep != "de" and previous == start:
            break
        if not SOURCES.isdisjoint(view.words[phrase.start - 1 : phrase.start + 1]):
            break  # "un tir, selon l'armée | du Sud" is not the South's
        if elsewhere and phrase.prep in OF_THE_NEAREST:
            previous = phrase.last  # "des sanctions après le tir | par Pyongyang d'un missile"
            continue
        if phrase.prep == "par" and previous > start and of_another(view, behind):
            break
        set_off = view.words[phrase.last + 1 : phrase.last + 2] == [","] and previous == start
        if phrase.prep == "par" and "," in gap and own is not None and own.prep and not set_off:
            break  # "signé en mai, pendant la visite de X, par les ministres"
        if phrase.prep == "par" and (is_hit := no_agent(view, phrase, start)) is not None:
            if is_hit:
                found.add("contre", phrase)
            previous = phrase.last
            continue
        if phrase.prep == "à" and not light_forms()["blame"].keys().isdisjoint(gap):
            found.add("par", phrase)  # "un vol attribué à Pyongyang"
            previous = phrase.last
            continue
        if phrase.prep == "avec" and is_with_others(view, phrase, token):
            previous = phrase.last  # "près de la frontière avec le Nord"
            continue
        if aside and phrase.prep not in TOGETHER:
            previous = phrase.last  # "ce sommet, le troisième après ceux de 2007 à Pyongyang, …"
            continue
        if _of_complement(view, found, phrase, previous, idle):
            idle.append(phrase)
            previous = phrase.last
            continue
        found.add(phrase.prep, phrase)
        previous = phrase.last


def _behind_its_date(view: DocView, last: int, phrase: Phrase) -> bool:
    """Match "des" behind an inserted date: "l'envoi, mardi, | des soldats", no new noun."""
    between = range(last + 1, phrase.start)
    if phrase.prep is not None or len(between) <= TWO or view.words[phrase.start] not in OF:
        return False
    set_off = view.words[between[0]] == view.words[between[-1]] == ","
    return set_off and all(view.date_at[i] is not None for i in between[1:-1])


def _is_circumstance(view: DocView, phrase: Phrase) -> bool:
    """Match what another deed gives the day or the cause of: "après le tir", "à la veille de"."""
    if view.words[phrase.head] in EVES:
        return True
    return phrase.prep in CIRCUMSTANCES and view.date_at[phrase.head] is None


def _of_complement(
    view: DocView, found: Positions, phrase: Phrase, previous: int, idle: Sequence[Phrase]
) -> bool:
    """Return whether "de …" belongs to the noun before it, which is no part of the deed.

    "livraisons d'armes à la Russie en violation des sanctions de l'ONU": the sanctions and the UN.
    So what hangs on one of those, ``idle``: "des sanctions pour l'essor des missiles | du régime".
    """
    before = view.phrase(previous)
    if phrase.prep != "de" or before is None:
        return False
    gap = view.words[previous + 1 : phrase.start]
    if before in idle and (not gap or gap[0] in AND):
        return True  # "malgré les protestations de la Chine | et de la Russie"
    if gap:
        return False
    if before.entity is not None or before.prep is None:
        return False
    place = phrase.entity is not None and view.entities[phrase.entity].label == "LOC"
    if before.prep in AGAINST and place:
        return True  # "des tirs contre un patrouilleur | du Nord"
    kinds = view.kinds(before)
    if before.prep in INSIDE and not (kinds & SITUATED and not kinds & CARRIED - SITUATED):
        return False  # but "le piratage de la banque | de Séoul" is not Seoul's
    if kinds & OWNED and view.words[before.first - 1] in ARTICLES:
        return True  # "des sanctions contre le régime | de Kim": it is he who has it
    inside = before in found.phrases.get(before.prep or "", ())
    own = SITUATED if place or before.prep in INSIDE else frozenset()
    return inside and not kinds & CARRIED - own  # "une visite à l'ambassade | de Russie"
