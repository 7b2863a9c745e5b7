"""Dates that an event shares with its neighbours in the same chain of telling.

An event that no date of its sentence is the own date of is asked about by the strategies in turn;
the first that answers gives it the date of a neighbour, because the words say that both are one
time. What is only near has no date of this.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.find import Dating
from dprk_events.events.timing.occasions import (
    of_its_occasion,
    of_its_occasion_dated_elsewhere,
)
from dprk_events.events.timing.of_clauses import told_before
from dprk_events.events.timing.places import opens_clause, word_before
from dprk_events.events.timing.refusals import NEARER, TOO_FAR
from dprk_events.events.timing.setting import STATED
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, VerbGroup

WORDS = word_lists(__package__)
JOINING, GOING_ON, THERE = WORDS["joining"], WORDS["going_on"], WORDS["there"]
NEXT_IN_CHAIN, BEFORE = WORDS["next_in_chain"], WORDS["limit"]
HAPPENINGS, POINTING = WORDS["happenings"], WORDS["pointing"]
OF = closed_class("of")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
APART = frozenset({"acl:relcl", "acl", "ccomp", "parataxis", "csubj"})
"""Relations of a clause that does not tell of the time at the head of the sentence."""
SENTENCES_ON, HAPPENING_REACH = 2, 6


Strategy = Callable[[Chain, Timed], int | None]


def share_dates(view: DocView, timed: Sequence[Timed]) -> list[Dating]:
    """Return how each mention has its date, with those that it shares with a neighbour.

    Args:
        view: The document.
        timed: Its mentions, in text order, dated each by itself.

    """
    chain = Chain(view, timed, [each.token for each in timed])
    return [
        each.dating if each.dating.number is not None else _shared(chain, each) for each in timed
    ]


def _shared(chain: Chain, one: Timed) -> Dating:
    for why, strategy in STRATEGIES:
        number = strategy(chain, one)
        if number is not None and chain.view.dates[number].kind in STATED:
            return replace_date(one.dating, number, why)
    return one.dating


def replace_date(dating: Dating, number: int, why: str) -> Dating:
    """Return the dating with a date that it shares, which is then no refused one."""
    refused = {at: reason for at, reason in dating.refused.items() if at != number}
    return dating._replace(number=number, refused=refused, shared=why)


def of_the_verb_before(chain: Chain, one: Timed) -> int | None:
    """See "a tiré mardi un missile et envoyé des ballons": both have one auxiliary."""
    group = one.raw.group
    if group is None or group.form != "past-participle" or not group.compound:
        return None
    view = chain.view
    if group.first != group.verb or view.words[group.verb - 1] not in JOINING:
        return None
    for other in chain.before(one):
        if other.raw.group is not None and other.raw.group.form == "past-participle":
            return other.dating.number
    return None


def of_the_clause_it_goes_on_from(chain: Chain, one: Timed) -> int | None:
    """See "se sont rencontrés mardi à Moscou, où ils ont signé", but not "où il avait signé"."""
    group, view = one.raw.group, chain.view
    if group is None or not _tells(group):
        return None
    opened = [i for i in range(view.sentence(one.token)[0], group.first) if view.words[i] in STOPS]
    if not opened or view.words[opened[-1]] not in GOING_ON:
        return None
    before = [each for each in chain.before(one) if each.token < opened[-1]]
    if not before or before[0].raw.group is None or opens_clause(view, before[0].token, opened[-1]):
        return None
    return before[0].dating.number


def of_the_visit_there(chain: Chain, one: Timed) -> int | None:
    """See "s'est rendu mardi à Moscou. Il y a signé un traité"."""
    group, view = one.raw.group, chain.view
    if group is None or not group.compound or not _in_group(view, one, THERE) or one.dating.refused:
        return None
    sentence = view.sentence_at[one.token]
    for other in _of_sentence(chain, sentence - 1)[::-1]:
        if other.done and other.raw.positions.phrases.get("à"):
            return other.dating.number
    return None


def of_what_came_just_before(chain: Chain, one: Timed) -> int | None:
    """See "… a tiré mardi un missile. Il a ensuite envoyé des drones"."""
    group, view = one.raw.group, chain.view
    if group is None or not one.done or one.dating.refused or not group.compound:
        return None
    if group.tense != "present" or not _in_group(view, one, NEXT_IN_CHAIN):
        return None
    here = [each for each in chain.before(one) if each.done]
    earlier = here or _of_sentence(chain, view.sentence_at[one.token] - 1)[::-1]
    for other in earlier:
        number = other.dating.number
        if other.done and number is not None:
            return number if view.dates[number].grain in DAY else None
    return None


def of_the_next_step(chain: Chain, one: Timed) -> int | None:
    """See "ont franchi jeudi la frontière, avant de reculer sous les tirs": one thing at once."""
    view = chain.view
    begin, _ = view.sentence(one.token)
    opened = next((i for i in range(one.token - 1, begin, -1) if view.words[i] in BEFORE), None)
    if opened is None or view.words[opened + 1] not in OF or opens_again(view, opened, one.token):
        return None
    for other in chain.before(one):
        number = other.dating.number
        if other.token < opened and other.done and number is not None:
            return number if view.dates[number].grain in DAY else None
    return None


def of_the_telling_again(chain: Chain, one: Timed) -> int | None:
    """See "Un soldat a franchi la frontière. L'incident s'est produit mardi"."""
    view = chain.view
    sentence = view.sentence_at[one.token]
    if not one.done or one.dating.refused or _of_sentence(chain, sentence)[0] is not one:
        return None
    for number in range(sentence + 1, min(sentence + SENTENCES_ON, len(view.sentences) - 1) + 1):
        found = _told_again(view, number)
        if found is not None:
            return found
        if _of_sentence(chain, number):
            return None
    return None


def of_the_head_of_its_sentence(chain: Chain, one: Timed) -> int | None:
    """See "Mardi, la Corée du Nord a tiré …, a envoyé … et …": it holds for the main verbs."""
    group, view = one.raw.group, chain.view
    if group is None:
        return None
    begin, _ = view.sentence(one.token)
    for at, number in view.dates_in(view.sentence_at[one.token]):
        if at > begin + OPENING or one.dating.refused.get(number, TOO_FAR) not in {TOO_FAR, NEARER}:
            continue
        main = group.tense != "imperfect" and not _is_apart(view, one.token)
        holds = main or (group.compound and told_before(view, at, one.token))
        if holds and word_before(view, at)[1] not in OF:
            return number
    return None


STRATEGIES: tuple[tuple[str, Strategy], ...] = (
    ("it has one auxiliary with the verb before", of_the_verb_before),
    ("it goes on from the clause before", of_the_clause_it_goes_on_from),
    ("it is one time with its occasion", of_its_occasion),
    ("it happened on the visit just told", of_the_visit_there),
    ("it comes next in the chain of telling", of_what_came_just_before),
    ("it is the next step of what is told", of_the_next_step),
    ("its occasion is dated elsewhere", of_its_occasion_dated_elsewhere),
    ("it is told again, with its time", of_the_telling_again),
    ("the head of its sentence says when", of_the_head_of_its_sentence),
)
"""Why a date is shared, and the strategy that finds it; the first that answers is taken."""


def opens_again(view: DocView, first: int, last: int) -> bool:
    """Return whether a finite verb or a clause stands between two tokens."""
    return any(
        view.words[i] in STOPS or view.is_finite(view.tokens[i]) for i in range(first + 1, last)
    )


def _tells(group: VerbGroup) -> bool:
    """Return whether a verb tells of one deed: "a signé", "signa"."""
    return group.tense == ("present" if group.compound else "past")


def _in_group(view: DocView, one: Timed, words: frozenset[str]) -> bool:
    """Return whether one of the words stands at the verb: "a ensuite tiré", "y a signé"."""
    group = one.raw.group
    if group is None:
        return False
    return not words.isdisjoint(view.words[max(0, group.first - 1) : group.verb])


def _of_sentence(chain: Chain, sentence: int) -> Sequence[Timed]:
    """Return the mentions of a sentence, in text order."""
    return chain.within(*chain.view.sentences[sentence]) if sentence >= 0 else []


def _told_again(view: DocView, sentence: int) -> int | None:
    """Return the date of "L'incident s'est produit mardi"."""
    first, last = view.sentences[sentence]
    for i in range(first + 1, min(first + 3, last)):
        if view.words[i] in HAPPENINGS and view.words[i - 1] in POINTING:
            break
    else:
        return None
    end = min(last, i + HAPPENING_REACH)
    verb = next((j for j in range(i + 1, end + 1) if view.words[j] in takes_place_forms()), None)
    if verb is None or opens_clause(view, i, verb):
        return None
    for at, number in view.dates_in(sentence):
        if at > i and not opens_clause(view, verb, at):
            return number
    return None


def _is_apart(view: DocView, token: int) -> bool:
    """Return whether a verb stands in a clause that does not tell of the main clause's time."""
    here = view.tokens[token]
    for _ in range(view.sentence(token)[1] - view.sentence(token)[0]):
        if here.dep_ in APART or here.dep_ == "advcl":
            return True
        if here.head.i == here.i:
            return False
        here = here.head
    return False
