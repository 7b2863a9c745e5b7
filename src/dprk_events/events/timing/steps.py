"""Dates that a deed shares with the one just told, whose next step it is: "a ensuite tiré"."""

from __future__ import annotations

from dprk_events.events.roles.where import WHERE
from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.refusals import BEFORE_THE_FACT
from dprk_events.events.timing.verbs import arriving, moving, verb_before
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
THERE, NEXT_IN_CHAIN, BEFORE = WORDS["there"], WORDS["next_in_chain"], WORDS["limit"]
AT_THAT_TIME = WORDS["at_that_time"]
AFTER = WORDS["after_the_fact"] - BEFORE
TO_DO = WORDS["before_infinitive"]
NIGHT = frozenset({"night"})
STOPS = closed_class("clause_openers") | closed_class("hard_stops")


def of_the_visit_there(chain: Chain, one: Timed) -> int | None:
    """See "s'est rendu mardi à Moscou. Il y a signé un traité"."""
    group, view = one.raw.group, chain.view
    if group is None or not group.compound or not _in_group(view, one, THERE):
        return None
    for other in chain.before(one):
        gone = other.raw.group is not None and other.raw.group.tense == group.tense
        if gone and other.done and other.raw.positions.phrases.get("à"):
            return other.dating.number  # "s'était rendu à Séoul en mai et y avait rencontré"
    if one.dating.refused:
        return None
    sentence = view.sentence_at[one.token]
    for other in chain.of_sentence(sentence - 1)[::-1]:
        if other.done and other.raw.positions.phrases.get("à"):
            return other.dating.number
    return None


def of_the_place_gone_to(chain: Chain, one: Timed) -> int | None:
    """See "a effectué mardi une visite à Pyongyang, où il a rencontré Kim"."""
    group, view = one.raw.group, chain.view
    if group is None or not group.in_perfect or not one.done:
        return None
    begin, _ = view.sentence(one.token)
    before = range(group.first - 1, begin, -1)
    where = next((i for i in before if view.words[i] in WHERE), None)
    if where is None or view.has_finite(where + 1, group.first):
        return None
    for other in chain.before(one):
        number = other.dating.number
        gone = any(fill.role == "destination" for fill in other.raw.fills)
        if other.token < where and gone and other.done and number is not None:
            return number if view.dates[number].grain in DAY else None
    return None


def of_what_came_just_before(chain: Chain, one: Timed) -> int | None:
    """See "… a tiré mardi un missile. Il a ensuite envoyé des drones".

    So too "… leur rencontre de juin 2018. Ils avaient alors signé", in whatever month.
    """
    group, view = one.raw.group, chain.view
    if group is None or not one.done or one.dating.refused or not group.compound:
        return None
    then = group.tense == "imperfect" and _in_group(view, one, AT_THAT_TIME)
    if not then and (group.tense != "present" or not _in_group(view, one, NEXT_IN_CHAIN)):
        return None
    here = [each for each in chain.before(one) if each.done]
    earlier = here or chain.of_sentence(view.sentence_at[one.token] - 1)[::-1]
    for other in earlier:
        number = other.dating.number
        if other.done and number is not None:
            return number if then or view.dates[number].grain in DAY else None
    return None


def of_the_next_step(chain: Chain, one: Timed) -> int | None:
    """See "ont franchi jeudi la frontière, avant de reculer sous les tirs": one thing at once."""
    view = chain.view
    begin, _ = view.sentence(one.token)
    opened = next((i for i in range(one.token - 1, begin, -1) if view.words[i] in BEFORE), None)
    if opened is None or view.words[opened + 1] not in TO_DO:
        return None  # "avant de reculer", not "avant des tirs"
    if _opens_again(view, opened, one.token):
        return None
    for other in chain.before(one):
        number = other.dating.number
        if other.token < opened and other.done and number is not None:
            return number if view.dates[number].grain in DAY else None
    return None


def of_the_way_before(chain: Chain, one: Timed) -> int | None:
    """See "est tombé mardi près de Sokcho après avoir franchi la ligne": one way, on one day."""
    group, view = one.raw.group, chain.view
    if group is None or not one.done or group.verb not in _under_after(view, one):
        return None
    if view.words[group.verb] not in moving():
        return None
    begin, _ = view.sentence(one.token)
    verb = verb_before(view, group.first, begin)
    if verb is None or view.words[verb] not in arriving():
        return None
    days = [n for n, why in one.dating.refused.items() if why == BEFORE_THE_FACT]
    return days[0] if len(days) == 1 and view.dates[days[0]].grain in DAY | NIGHT else None


def _under_after(view: DocView, one: Timed) -> tuple[int, ...]:
    """Return the verb of "après avoir franchi"; nothing for any other."""
    group = one.raw.group
    if group is None or not group.compound or group.tense != "infinitive":
        return ()
    return (group.verb,) if view.words[group.first - 1] in AFTER else ()


def _in_group(view: DocView, one: Timed, words: frozenset[str]) -> bool:
    """Return whether one of the words stands at the verb: "a ensuite tiré", "y a signé"."""
    group = one.raw.group
    if group is None:
        return False
    return not words.isdisjoint(view.words[max(0, group.first - 1) : group.verb])


def _opens_again(view: DocView, first: int, last: int) -> bool:
    """Return whether a finite verb or a clause stands between two tokens."""
    return any(
        view.words[i] in STOPS or view.is_finite(view.tokens[i]) for i in range(first + 1, last)
    )
