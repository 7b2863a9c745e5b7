"""The date of a deed that is told again with its time: "L'incident s'est produit mardi"."""

from __future__ import annotations

from dprk_events.events.roles.light import takes_place_forms
from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.first_clause import date_of_first_clause
from dprk_events.events.timing.meant import THINGS, is_done_with
from dprk_events.events.timing.places import opens_clause
from dprk_events.events.timing.refusals import OF_GOVERNOR, OF_SAYING
from dprk_events.events.timing.setting import STATED
from dprk_events.events.timing.verbs import dating_from
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, is_reduced

WORDS = word_lists(__package__)
HAPPENINGS, POINTING, THIS_ALONE = WORDS["happenings"], WORDS["pointing"], WORDS["this_alone"]
CLAUSE_OPENERS = closed_class("clause_openers")
SAID = frozenset({OF_SAYING, OF_GOVERNOR})
"""Why other dates may have been refused: they are of the statement, not of the deed."""
SENTENCES_ON, HAPPENING_REACH, SOURCE_REACH = 2, 9, 9


def of_the_telling_again(chain: Chain, one: Timed) -> int | None:
    """See "Un soldat a franchi la frontière. L'incident s'est produit mardi"."""
    view = chain.view
    sentence = view.sentence_at[one.token]
    if not one.done or not set(one.dating.refused.values()) <= SAID:
        return None
    if not _is_of_one_telling(chain, one):
        return None
    for number in range(sentence + 1, min(sentence + SENTENCES_ON, len(view.sentences) - 1) + 1):
        found = _told_again(chain, number)
        if found is not None:
            return found
        if chain.of_sentence(number):
            return None
    return None


def _is_of_one_telling(chain: Chain, one: Timed) -> bool:
    """Return whether it is the first of its sentence, or the first has no other date, either.

    « a tiré des coups de semonce sur des soldats qui avaient franchi la ligne »: one incident.
    """
    first, *_ = here = chain.of_sentence(chain.view.sentence_at[one.token])
    if first is one:
        return True
    told = (each for each in here if each.token < one.token)
    return all(each.raw.type == one.raw.type and each.done for each in told)


def of_the_telling_further(chain: Chain, one: Timed) -> int | None:
    """See "Pyongyang a testé un missile. L'engin s'est abîmé mardi en mer": it is told further."""
    view, here = chain.view, chain.view.sentence_at[one.token]
    following = here + 1
    if not one.done or following == len(view.sentences) or not chain.goes_on(following):
        return None
    if not set(one.dating.refused.values()) <= SAID or len(chain.stated_in(here)) > 1:
        return None
    subject = next(view.each_phrase(*view.sentences[following]), None)
    if subject is None or not (
        view.kinds(subject) & THINGS or is_done_with(one, view.kinds(subject))
    ):
        return None
    number = date_of_first_clause(chain, one, following)
    return number if number is not None and view.words[subject.start] in POINTING else None


def _told_again(chain: Chain, sentence: int) -> int | None:
    """Return the date of "L'incident s'est produit mardi", "Les faits remontent au 9 juin".

    None for that of another deed: "L'incident survient avant des manœuvres prévues le 9 juin".
    """
    view = chain.view
    first, last = view.sentences[sentence]
    named = _happening(view, first, last)
    if named is None:
        return None
    end = min(last, named + HAPPENING_REACH)
    verbs = [j for j in range(named + 1, end + 1) if _says_when(view, j)]
    if not verbs or _parted(view, named, verbs[0]):
        return None
    verb = verbs[-1]  # "a eu lieu"
    others = {other.dating.number for other in chain.of_sentence(sentence) if other.token > named}
    dates = [(at, n) for at, n in view.dates_in(sentence) if at > named and n not in others]
    dates = [(at, n) for at, n in dates if view.entity_at[at] is None]  # "l'armistice de 1953"
    counted = [at for at, n in view.dates_in(sentence) if view.dates[n].kind not in STATED]
    if any(verbs[0] < at for at in counted):
        return None  # "survient à dix jours d'un scrutin prévu le 9 juin"
    behind = [number for at, number in dates if at > verb and not _of_another(view, verb, at)]
    if behind or view.words[named + 1] == ",":  # "Le vol, révélé lundi, remonte au 31 mai"
        return next(iter(behind), None)
    return dates[0][1] if dates and dates[0][0] < verb else None


def _of_another(view: DocView, verb: int, date: int) -> bool:
    """Match "survient à quelques jours de manœuvres, prévues du 25 au 29 mai"."""
    described = any(is_reduced(view, i) or _described(view, i) for i in range(verb + 1, date))
    return described or opens_clause(view, verb, date)


def _described(view: DocView, i: int) -> bool:
    return view.words[i - 1] == "," and view.tokens[i].is_participle


def _happening(view: DocView, first: int, last: int) -> int | None:
    """Return the noun of "L'incident …", "Selon l'armée, la scène …"; or "Cela …"."""
    if view.words[first] in THIS_ALONE:
        return first
    for i in range(first + 1, min(first + SOURCE_REACH, last)):
        if view.words[i] in HAPPENINGS and view.words[i - 1] in POINTING:
            before = range(first, i - 1)
            alone = i - 1 == first or view.words[i - 2] == ","
            return i if alone and not any(view.is_finite(view.tokens[j]) for j in before) else None
    return None


def _says_when(view: DocView, i: int) -> bool:
    """Match "a eu lieu", "s'est produit"; and "remonte à", "date de" in the present."""
    return view.words[i] in takes_place_forms() or view.words[i] in dating_from()


def _parted(view: DocView, named: int, verb: int) -> bool:
    """Return whether another clause stands between; not "Le vol, révélé lundi, remonte à"."""
    aside = view.words[named + 1] == "," == view.words[verb - 1] and verb - 1 > named + 1
    inner = view.words[named + 2 : verb - 1]
    if aside and CLAUSE_OPENERS.isdisjoint(inner) and "," not in inner:
        return False
    return opens_clause(view, named, verb)
