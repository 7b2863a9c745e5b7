"""Dates that a deed shares with what it brings about or sets off: "tuant deux"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.refusals import OF_SHOWING, OF_VERB_BEFORE
from dprk_events.events.timing.verbs import coming_to, setting_off, verb_before
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView, is_reduced

WORDS = word_lists(__package__)
COMES_OF_IT, MARK = WORDS["comes_of_it"], WORDS["gerund"]
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
RELATIVE = closed_class("relative_pronouns")
LED_TO = WORDS["led_to"]
GERUND = "ant"
"""Ending of present participles."""
TOLD = frozenset({"present", "imperfect"})
"""Tenses of the auxiliary of "ont été tués", "avaient été tués"."""
PERIODS = frozenset({"night", "month", "year"})
"""Grains of a date that holds for the harm too, if the next sentence tells of it."""
LIGHT_REACH = 3
"""Words from a light verb to its noun."""
OF_ITS_CLAUSE = frozenset({OF_SHOWING, OF_VERB_BEFORE})
"""Why a date was refused that is the main verb's: what comes of it has the same."""


def of_what_brought_it_about(chain: Chain, one: Timed) -> int | None:
    """See "a bombardé mardi l'île, tuant deux civils": the dead have the day of the strike.

    Of a strike or a clash in the sentence, or in the one before if it has no date itself; of any
    other deed where the words make it one clause: "a tiré mardi des obus, sans faire de victimes".
    """
    view = chain.view
    if not one.raw.event_type.consequence or is_reduced(view, one.token):
        return None
    _, end = view.sentence(one.token)
    apart = _comes_of_it(view, one.token)
    for other in (*chain.before(one), *chain.within(one.token + 1, end)):
        causes = _brings_about(chain, other, harms=not apart, grains=DAY | PERIODS)
        if causes and not _parted(view, one, other):
            return other.dating.number
    if apart and len(one.dating.refused) == 1:
        number, why = next(iter(one.dating.refused.items()))
        return number if why in OF_ITS_CLAUSE else None
    return _in_the_sentence_before(chain, one)


def _in_the_sentence_before(chain: Chain, one: Timed) -> int | None:
    """See "… a bombardé mardi l'île. Deux marines ont été tués"; not "Séoul estime que …"."""
    view, group = chain.view, one.raw.group
    begin, _ = view.sentence(one.token)
    if begin == 0 or view.dates_in(view.sentence_at[begin]) or not one.done:
        return None
    if group is None or not group.compound or group.tense not in TOLD:
        return None
    if any(view.words[i] in STOPS for i in range(begin, one.token)):
        return None
    for other in reversed(chain.within(*view.sentence(begin - 1))):
        if _brings_about(chain, other, harms=True, grains=DAY | PERIODS):
            return other.dating.number
    return None


def of_the_harm_it_did(chain: Chain, one: Timed) -> int | None:
    """See "ont été tués mardi par un missile tiré par l'armée": the strike has the day of the harm.

    The harm is told before it in the clause, by a verb.
    """
    view, kind = chain.view, one.raw.event_type
    if not kind.harms or kind.consequence or not one.done:
        return None
    for other in chain.before(one):
        number = other.dating.number
        hurt = other.raw.event_type.consequence and other.raw.group is not None and other.done
        if hurt and number is not None and one.dating.refused.get(number) == OF_VERB_BEFORE:
            parted = any(view.words[i] in STOPS for i in range(other.token + 1, one.token))
            return None if parted else number
    return None


def in_gerund(view: DocView, begin: int, date: int) -> bool:
    """Match the date of "en franchissant mardi": it holds for the main verb too."""
    gerund = date - 1
    return gerund > begin and view.words[gerund].endswith(GERUND) and view.words[gerund - 1] in MARK


def _comes_of_it(view: DocView, token: int) -> bool:
    """Match "faisant 30 morts", "tuant", "sans faire de victimes"."""
    begin, _ = view.sentence(token)
    near = range(max(begin, token - LIGHT_REACH), token + 1)
    return any(
        (view.words[i].endswith(GERUND) and view.pos[i] in {"VERB", "AUX"})
        or (view.words[i] in COMES_OF_IT and i < token)
        for i in near
    )


def _brings_about(
    chain: Chain, other: Timed, *, harms: bool, grains: frozenset[str | None] = DAY
) -> bool:
    """Return whether a deed with a date can be what people came to harm by."""
    kind, number = other.raw.event_type, other.dating.number
    if number is None or not other.done or kind.consequence or (harms and not kind.harms):
        return False
    date = chain.view.dates[number]
    return date.grain in grains and not (date.value is not None and ".." in date.value)


def _parted(view: DocView, one: Timed, other: Timed) -> bool:
    """Return whether another clause begins between two mentions of a sentence.

    That of the dead, right behind what killed them, does not part: "une fusillade, qui a fait".
    """
    low, high = sorted((one.token, other.token))
    stops = [view.words[i] for i in range(low + 1, high) if view.words[i] in STOPS]
    told_of_it = other.token < one.token and len(stops) == 1 and stops[0] in RELATIVE
    return bool(stops) and not told_of_it


def of_what_set_it_off(chain: Chain, one: Timed) -> int | None:
    """See "En 1984, la fuite d'un soldat avait déclenché une fusillade", "conduit à"."""
    view = chain.view
    phrase = view.phrase(one.token)
    if phrase is None or view.is_verbal(one.token):
        return None
    begin, _ = view.sentence(one.token)
    verb = verb_before(view, phrase.start, begin)
    forms = setting_off() if phrase.prep is None else coming_to()
    if verb is None or view.words[verb] not in forms or phrase.prep not in {None, *LED_TO}:
        return None
    cause = next((other for other in chain.before(one) if other.token < verb), None)
    if cause is None or not cause.done or view.phrase(cause.token) is None:
        return None
    return cause.dating.number
