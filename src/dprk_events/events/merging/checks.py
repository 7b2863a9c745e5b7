"""Check whether a mention can belong to an earlier event: points in favour, or None.

Each check asks one question. None means that the two cannot be the same event.
"""

from __future__ import annotations

from collections.abc import Callable

from dprk_events.events.event import Mention
from dprk_events.events.merging.alike import (
    add_up,
    are_unlike,
    far_apart,
    overlapping,
    same_load,
    same_person,
)
from dprk_events.events.merging.another import (
    are_only_announced,
    denies_a_time,
    denies_others,
    has_come_about,
    one_load_of_several,
    takes_up_again,
)
from dprk_events.events.merging.apart import (
    done_by_another,
    long_over,
    many_or_one,
    met_before,
    of_others,
    other_ranks,
    other_victims,
    over_or_to_come,
    recent,
)
from dprk_events.events.merging.common import (
    A_YEAR,
    LONG_BEFORE,
    POINTING,
    SOME_DAYS,
    article,
    clause_in_pluperfect,
    is_well_before,
    points_at,
    same_times,
    share,
    word_before,
    word_before_filler,
)
from dprk_events.events.merging.draft import (
    PLACED,
    SIDES,
    WORDS,
    Draft,
    Said,
    in_head,
)
from dprk_events.events.merging.earlier import earlier, measured
from dprk_events.events.merging.fulfilled import OPEN, fulfilled, is_meant_by_it
from dprk_events.events.merging.headlines import (
    echoes,
    is_of_none,
    is_said_to_come,
    retells,
    tells_it_first,
)
from dprk_events.events.merging.identity import (
    is_part_of,
    makes_a_first,
    same_as_told,
    says_what_it_is,
    within_another,
)
from dprk_events.events.merging.in_turn import (
    another_goal,
    dated_back,
    followed,
    in_its_place,
    next_in_turn,
)
from dprk_events.events.merging.joined import (
    dropped_there,
    in_one_breath,
    is_next_in_list,
    is_there,
)
from dprk_events.events.merging.newness import (
    anew,
    beside_a_named_one,
    new,
    of_many_nations,
    of_other_sides,
)
from dprk_events.events.merging.number import number
from dprk_events.events.merging.pacts import is_its_text, other_act
from dprk_events.events.merging.stays import is_one_stay
from dprk_events.syntax import VERBAL, DocView

INDEFINITE = WORDS["indefinite_articles"]
POINTING_BACK = POINTING | WORDS["definite"]
OF = "de"
NOBODY = WORDS["to_nobody"]
NONE_OF = WORDS["none_of"]
AIM = "aim"
"""Why a mention is planned that only says to what end somebody came."""

Check = Callable[[DocView, Mention, Said, Draft], float | None]


def _dates(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a different date, except for "ce tir"."""
    if not said.dates:
        return 0.0
    if not draft.said.dates:
        apart = _newly_dated(view, mention, draft) or _long_before(view, mention, said, draft)
        return None if apart and not points_at(view, mention) else 0.0
    if same_times(said, draft.said):
        return 1.0
    if is_one_stay(view, mention, said, draft):
        return 0.5
    if makes_a_first(view, mention, draft):
        return 0.0  # "le plus haut diplomate à fuir depuis Thae Yong-ho, en 2016": since him
    return 0.0 if points_at(view, mention) or in_one_breath(view, mention, draft) else None


def _long_before(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match a date long before the article, for an event that it tells undated: its news.

    "En 2008, une touriste avait été abattue" is another happening. Of shots and launches some days
    are enough, if it had happened before the news: "le tir de mai avait échoué".
    """
    had_been = clause_in_pluperfect(view, mention)
    told = draft.headline and mention.modality == "reported" and in_head(view, mention)
    if told and not had_been:
        return False  # "a fait défection en novembre dernier, révèle un quotidien": the news
    if not draft.news and (draft.is_past or share(said, draft.said)):
        return False
    if not draft.news and not had_been:
        return is_well_before(said, draft, A_YEAR)  # "la vente à la Birmanie, en 2017"
    again = had_been and draft.news and "weapon" in mention.event_type.told_apart_by
    return is_well_before(said, draft, SOME_DAYS if again else LONG_BEFORE)


def _newly_dated(view: DocView, mention: Mention, draft: Draft) -> bool:
    """Match "suite à une tentative de tir le mois dernier": its date marks another event."""
    phrase = view.phrase(mention.token)
    if len(draft.mentions) < 2 or phrase is None or phrase.prep != OF:
        return False
    before = view.phrase(phrase.start - 1) if phrase.start else None
    return before is not None and word_before(view, before.first) in INDEFINITE


def _actors(_: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Compare who acts, and on whom: each side separately, if both name it."""
    if not mention.event_type.symmetric and _turned_round(said, draft.said):
        return None
    score = 0.0
    for role in SIDES:
        mine, my_nouns = said.keys[role], said.nouns[role]
        theirs, their_nouns = draft.said.keys[role], draft.said.nouns[role]
        if not mine.isdisjoint(theirs) or not my_nouns.isdisjoint(their_nouns):
            score += 0.5
        elif not mine or not theirs:
            score -= 0.2 if (mine or my_nouns) and (theirs or their_nouns) else 0.0
        elif (role == "actor" and not mention.event_type.symmetric) or (
            _all_states(mine) and _all_states(theirs)
        ):
            return None
        if role == "actor" and mention.event_type.symmetric and _other_sides(mine, theirs):
            return None
    return score


def _turned_round(one: Said, other: Said) -> bool:
    """Return whether who acts in one is acted upon in the other: "livré à Moscou"."""
    for a, b in ((one, other), (other, one)):
        shared = a.keys["actor"] & b.keys["recipient"]
        if shared and not shared & (b.keys["actor"] | a.keys["recipient"]):
            return True
    return False


def _victims(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a deed done to another body that is named: "a piraté Pfizer"."""
    mine, theirs = said.victims, draft.said.victims
    if "victims" not in mention.event_type.told_apart_by:
        return 0.0
    if is_next_in_list(view, mention, draft):
        return None
    if not mine or not theirs:
        return 0.0
    return 0.3 if not mine.isdisjoint(theirs) else None


def _other_sides(mine: set[str], theirs: set[str]) -> bool:
    """Return whether two meetings or pacts have each a side that the other lacks.

    Of one side alone, a state must not be among the others': the Council sat, Moscow met Beijing.
    """
    alone, more = sorted((mine, theirs), key=len)
    if len(alone) == 1 < len(more) and _all_states(alone):
        return alone.isdisjoint(more)
    return len(mine) > 1 < len(theirs) and not (mine <= theirs or theirs <= mine)


def _persons(_: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a visit or talk of other people."""
    if "persons" not in mention.event_type.told_apart_by:
        return 0.0
    mine, theirs = said.persons, draft.said.persons
    if not mine or not theirs:
        return 0.0
    shared = sum(a in theirs or any(same_person(a, b) for b in theirs) for a in mine)
    return None if not shared or (shared < 2 <= min(len(mine), len(theirs))) else 0.2


def _things(_: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject a launch of another weapon: of another course, range or number."""
    mine, theirs = said.things, draft.said.things
    if not mine or not theirs:
        return 0.0
    if not mine.isdisjoint(theirs):
        return 0.4
    if frozenset() in mine or frozenset() in theirs:
        return 0.1
    apart = "weapon" in mention.event_type.told_apart_by
    if apart and are_unlike(said.thing_words, draft.said.thing_words):
        return None
    return 0.0 if said.thing_words.isdisjoint(draft.said.thing_words) else 0.2


def _matter(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject another pact, or another kind of border incident."""
    pact = "theme" in mention.event_type.told_apart_by
    if pact and other_act(view, mention, draft):
        return None
    if pact and len(said.keys["actor"]) > 1 and retells(view, mention, said, draft):
        return 0.0
    if "fate" in mention.event_type.told_apart_by:
        if said.fates.isdisjoint(draft.said.fates):
            return 0.0 if in_one_breath(view, mention, draft) else None
        return 0.0
    if "rule" in mention.event_type.told_apart_by:
        one_deed = mention.event_type.tell_one_deed
        alike = any(one_deed(mention.rule_name, other) for other in draft.said.rules)
        things, others = said.thing_words, draft.said.thing_words
        if dropped_there(view, mention, draft):
            return 0.0  # "ont survolé la capitale et y ont largué des tracts"
        # Balloons and leaflets may be told by rules of one deed, yet are two.
        other_things = bool(things and others) and things.isdisjoint(others)
        several = {True} in (said.plurals, draft.said.plurals) and not (things and others)
        if several and mention.rule_name not in draft.said.rules:
            return None  # "trois intrusions", "de telles incursions": not the one just told
        same = bool(said.keys["actor"] & draft.said.keys["actor"] or things & others)
        alike = alike or (same and echoes(view, mention, said, draft))
        return 0.0 if alike and not other_things else None
    mine, theirs = said.names, draft.said.names
    if not mine or not theirs or frozenset() in mine or frozenset() in theirs:
        return 0.0
    if is_its_text(view, mention, draft):
        return 0.0
    return None if said.name_words.isdisjoint(draft.said.name_words) else 0.0


def _places(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject another place: compare the first role for which both name one.

    "Ce décès" may stand beside a place of something else; so may the deed that makes a first one.
    """
    if points_at(view, mention) or makes_a_first(view, mention, draft):
        return 0.0
    if is_there(view, mention, draft):
        return 0.0  # "… en marge d'une conférence à Glion. M. Revere y a discuté"
    once = mention.event_type.people_granted_to is not None
    if once and echoes(view, mention, said, draft):
        return 0.0  # "a fui l'ambassade à Cuba": below it, "est arrivé à Séoul"
    for role in PLACED:
        mine, theirs = said.places[role], draft.said.places[role]
        if mine.names and theirs.names:
            if mine.at_the_border(theirs) and echoes(view, mention, said, draft):
                return 0.0  # "en traversant la DMZ": below it, "a franchi la ligne de démarcation"
            return 0.4 if mine.meets(theirs) else None
    return 0.0


def _modality(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Separate what is done, planned and denied: verbs of two of these are two events."""
    ever = [denies_a_time(view, each) for each in (mention, *draft.mentions)]
    if any(ever) and not all(ever):
        return None  # "n'était pas venu depuis 2000 … la visite s'est achevée"
    if not said.standings.isdisjoint(draft.said.standings):
        return 0.1
    both = said.standings | draft.said.standings
    if said.standings == {"denied"} and (
        _denies_any(view, mention) or denies_others(view, mention, said, draft)
    ):
        return None
    last = draft.mentions[-1]
    verbs = all(view.pos[t] in VERBAL for t in (mention.token, last.token))
    denial = "denied" in both and (said.reported or draft.said.reported)
    if draft.headline and (mention.why == AIM or are_only_announced(view, draft.mentions)):
        return 0.0  # "Poutine reçoit Kim": who "est venu pour le rencontrer" has done so
    if is_meant_by_it(view, mention, draft):
        return 0.0  # "La fusée qui devait placer un satellite en orbite a explosé"
    if is_part_of(view, mention, draft):
        return 0.0  # "un exercice qui prévoit 48 entraînements"
    if _is_confirmed(view, mention, said, draft):
        return 0.0  # "probable essai nucléaire": below it, "a procédé à un essai"
    if said.standings | draft.said.standings <= OPEN and _sits_as_one(mention, said, draft):
        return 0.0  # "ont demandé que le Conseil se réunisse … La séance est prévue mardi"
    if is_said_to_come(view, mention, said, draft):
        return 0.0  # "L'ONU se réunit d'urgence": below it, "doit se réunir lundi"
    if both <= OPEN and is_there(view, mention, draft):
        return 0.0  # "est attendu à Vladivostok, … pourrait y voyager en train"
    if fulfilled(view, mention, said, draft):
        return 0.0  # "a tiré un missile … avait menacé de le tirer"
    if verbs and not denial:
        return None
    verbal = view.pos[mention.token] in VERBAL
    if verbal and said.standings <= OPEN and not tells_it_first(view, said, draft):
        return None  # "les sommets … Kim souhaite le rencontrer"
    if has_come_about(mention, said, draft):
        return None
    if draft.said.standings == {"denied"} and all(is_of_none(view, m) for m in draft.mentions):
        return None  # "aucun envoi n'est prévu … des pilotes avaient été dépêchés"
    if said.standings <= OPEN and takes_up_again(view, mention):
        return None  # "se sont vus dimanche … convenus de relancer les discussions"
    dated = bool(said.dates or draft.said.dates)
    pointing_back = not verbal and article(view, mention.token) in POINTING_BACK
    pointing_back = pointing_back or says_what_it_is(view, mention)
    if draft.said.standings == {"possible"} and said.standings == {"done"}:
        pointing_back = points_at(view, mention) or says_what_it_is(view, mention)
    return None if dated and OPEN & both and not pointing_back else -0.1


def _is_confirmed(view: DocView, mention: Mention, said: Said, draft: Draft) -> bool:
    """Match a lead that tells as done what a noun of the headline left open."""
    left_open = draft.said.standings <= {"possible"} and said.standings == {"done"}
    nouns = all(view.pos[each.token] not in VERBAL for each in draft.mentions)
    return left_open and nouns and echoes(view, mention, said, draft)


def _sits_as_one(mention: Mention, said: Said, draft: Draft) -> bool:
    """Return whether both are sessions of one body, asked for and then called."""
    mine, theirs = said.keys["actor"], draft.said.keys["actor"]
    bodies = mine | theirs
    return mention.event_type.symmetric and bool(mine & theirs) and len(bodies) == 1


def _denies_any(view: DocView, mention: Mention) -> bool:
    """Match "n'ont pas signé de traité", "n'exporterait vers aucun pays": none at all.

    So it is not the one told of.
    """
    _, end = view.sentence(mention.token)
    if view.pos[mention.token] not in VERBAL or mention.token >= end:
        return False
    whom = [f for f in mention.fillers if f.role == "recipient" and f.entity is None]
    to_nobody = any(word_before_filler(view, each) in NOBODY for each in whom)
    return to_nobody or view.words[mention.token + 1] in NONE_OF


def _amount(view: DocView, mention: Mention, said: Said, draft: Draft) -> float | None:
    """Reject other numbers of weapons or victims; numbers of others may differ by source."""
    mine, theirs = said.amounts, draft.said.amounts
    if not mine or not theirs or not mine.isdisjoint(theirs):
        return 0.0
    if any(overlapping(a, b) for a in mine for b in theirs) or add_up(mine, theirs):
        return 0.0
    told_by = mention.event_type.told_apart_by
    fewer = max(high for _, high in mine) <= min(low for low, _ in theirs)
    if "fate" in told_by and fewer and echoes(view, mention, said, draft):
        return 0.0  # "Quatre morts": below it, "a tué deux soldats et deux civils"
    sums = "sum" in told_by or ("load" in told_by and same_load(mention, draft.mentions))
    if sums and all(far_apart(a, b) for a in mine for b in theirs):
        return None
    others = "victims" in told_by and other_victims(said, draft.said)
    return None if others or not {"amount", "weapon"}.isdisjoint(told_by) else -0.2


def _this(view: DocView, mention: Mention, _: Said, _draft: Draft) -> float | None:
    """Reward "ce tir": it is the event just mentioned."""
    return 1.0 if points_at(view, mention) else 0.0


CHECKS: tuple[Check, ...] = (
    _dates, _actors, _victims, _persons, _things, _matter, _places, _modality, number, _amount,
    _this, same_as_told, new, anew, of_many_nations, of_other_sides, beside_a_named_one,
    in_its_place, another_goal, next_in_turn, dated_back, followed, other_ranks,
    over_or_to_come, done_by_another, many_or_one, met_before, of_others,
    long_over, recent, within_another, earlier, measured, one_load_of_several,
)  # fmt: skip


def _all_states(keys: set[str]) -> bool:
    """Return whether all are country codes."""
    return all(len(k) == 2 and k.isupper() for k in keys)
