"""Tell by its date that an event is still to come: "Visite à Moscou la semaine prochaine"."""

from __future__ import annotations

import datetime as dt

from dprk_events.dates import Timex
from dprk_events.events.event import DONE
from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.timing.ahead import lies_ahead
from dprk_events.events.timing.chain import Timed
from dprk_events.events.timing.places import opens_clause
from dprk_events.events.timing.refusals import OF_WAY_THERE
from dprk_events.events.timing.verbs import beginning_verbs, ending_verbs
from dprk_events.french import auxiliary_forms, closed_class, key, word_lists
from dprk_events.syntax import NOUNS, DocView

CLAUSE_OPENERS = closed_class("clause_openers")
_LISTS = word_lists(__package__)
SOON, FOR = _LISTS["soon"], _LISTS["for"]
OF_PAST = frozenset(auxiliary_forms("avoir")) | frozenset(auxiliary_forms("être"))
NOT_FINITE = frozenset({"infinitive", "past-participle", "present-participle"})
NOMINAL = NOUNS | {"ADP"}
"""What tells a deed without a verb; the preposition of "Poutine à Pyongyang", too."""
FAR = dt.timedelta(days=2)
"""From then on a date is ahead everywhere: tomorrow may be today in Korea."""
REACH = 12
"""Greatest distance in words from an event noun to a vague date that is its own."""


def still_to_come(
    view: DocView, one: Timed, count: Timex | None, published: dt.date | None
) -> Timex | None:
    """Return the date by which what is told as done lies ahead of the article; or None.

    Of a verb, in the present: "Kim et Trump se rencontrent demain".

    Args:
        view: The document.
        one: The mention, with its date, whether its own or a neighbour's.
        count: Its date where the words count it from that of another deed.
        published: The reference date, None where it is not known.

    """
    if one.modality not in DONE:
        return None
    if one.raw.group is not None:
        return _in_the_present(view, one, published)
    if view.pos[one.token] not in NOMINAL:
        return None
    light = one.raw.positions.light
    if light is not None and light.compound:
        return None
    number = one.dating.number
    if number is not None:
        date = view.dates[number]
        near = not _is_apart(view, one.token, number)
        own = near or (_is_far(date, published) and _is_its_beginning(view, one.token, number))
        return date if own and _ahead(date, published) else None
    if count is not None:
        return count if _ahead(count, published) else None
    return _way_there(view, one, published) or _soon(view, one.token)


def _in_the_present(view: DocView, one: Timed, published: dt.date | None) -> Timex | None:
    """Find "samedi" in "Lavrov arrive samedi à Pyongyang", where it lies ahead of the article.

    What is not announced ahead may be told of tomorrow because it is tomorrow in Korea.
    """
    group, number = one.raw.group, one.dating.number
    if group is None or number is None or published is None or group.compound:
        return None
    own = view.tokens[group.verb]
    if group.form in NOT_FINITE or own.morph.get("Tense", []) == ["Imp"]:
        return None
    if view.words[group.verb - 1] in OF_PAST or _is_apart(view, one.token, number):
        return None
    date = view.dates[number]
    sure = one.raw.event_type.announced_ahead or not SOON.isdisjoint(key(date.text).split())
    ahead = _ahead(date, published) if sure else lies_ahead(view, number, published)
    return date if ahead else None


def _way_there(view: DocView, one: Timed, published: dt.date | None) -> Timex | None:
    """Find "vendredi" in "est attendu vendredi à Busan en vue de manœuvres": they come later."""
    way = (n for n, why in one.dating.refused.items() if why == OF_WAY_THERE)
    return next((view.dates[n] for n in way if _ahead(view.dates[n], published)), None)


def _ahead(date: Timex, published: dt.date | None) -> bool:
    return published is not None and (date.earliest or "") > published.isoformat()


def _is_far(date: Timex, published: dt.date | None) -> bool:
    """Return whether a date lies so far ahead that it is tomorrow nowhere."""
    if published is None or date.earliest is None:
        return False
    return dt.date.fromisoformat(date.earliest) - published >= FAR


def _is_its_beginning(view: DocView, token: int, number: int) -> bool:
    """Match "les manœuvres, qui débutent jeudi", "se tiendra"; not "l'exercice, qui s'achève"."""
    at = next((at for at, each in view.dates_in(view.sentence_at[token]) if each == number), token)
    told = (beginning_verbs() | takes_place_forms()) - ending_verbs()
    return not told.isdisjoint(view.words[token:at])


def _is_apart(view: DocView, token: int, number: int) -> bool:
    """Return whether a clause begins between a noun and a date behind it.

    No participle alone begins one: "la visite à Pyongyang, prévue | la semaine prochaine".
    """
    dates = view.dates_in(view.sentence_at[token])
    at = next((at for at, each in dates if each == number), token)
    if FOR.intersection(view.words[max(token, at - 2) : at]):
        return False  # "a été annoncée pour le 20 juin"
    return any(
        view.words[i] in CLAUSE_OPENERS or view.is_finite(view.tokens[i])
        for i in range(token + 1, at)
        if view.entity_at[i] is None
    )


def _soon(view: DocView, token: int) -> Timex | None:
    """Find "dans les prochains jours", with no verb between the noun and it."""
    for at, number in view.dates_in(view.sentence_at[token]):
        date = view.dates[number]
        near = 0 < at - token <= REACH and not opens_clause(view, token, at)
        if near and date.value is None and not SOON.isdisjoint(key(date.text).split()):
            return date
    return None
