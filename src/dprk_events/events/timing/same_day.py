"""Dates that a deed shares with what is told before it, since its day goes on: "dans la foulée"."""

from __future__ import annotations

from dprk_events.events.timing.chain import DAY, Chain, Timed
from dprk_events.events.timing.refusals import NEARER, OF_DESCRIBED, OF_VERB_BEFORE, TOO_FAR
from dprk_events.events.timing.verbs import came_about
from dprk_events.french import closed_class, key, word_lists
from dprk_events.syntax import POSSESSIVES, DocView, VerbGroup

WORDS = word_lists(__package__)
SAME_DAY = frozenset(key(words) for words in WORDS["same_day"])
LATER_THAT_DAY = frozenset(key(words) for words in WORDS["later_that_day"])
SAME_DAY_BEFORE = frozenset(key(words) for words in WORDS["same_day_before"])
BEFORE_CLOCK, CLOCK = WORDS["before_clock"], WORDS["clock"]
SHORTLY = [each.split() for each in sorted(WORDS["shortly_before_clock"])]
STATEMENTS, GERUND = WORDS["statements"], WORDS["gerund"]
HOLDING = frozenset({TOO_FAR, NEARER, OF_VERB_BEFORE})
"""Why "l'après-midi même" was refused, though it holds for its sentence."""
BACK = 4
"""Sentences back to the nearest one that tells of a deed."""
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
BREAKS = closed_class("hard_stops") | (WORDS["joining"] - {","})


def of_the_same_day(chain: Chain, one: Timed) -> int | None:
    """See "… a tiré mardi. Séoul a mené dans l'après-midi un exercice", "dans la foulée".

    So too "Quelques heures plus tôt, Pyongyang avait tiré", and "un lâcher, survenu quelques heures
    plus tôt".
    """
    view = chain.view
    told = one.raw.group or one.raw.positions.light
    here = view.sentence_at[one.token]
    if one.modality == "planned":
        return _to_be_that_day(chain, one, here)
    if not one.done:
        return None
    noun = told is None or told.form == "infinitive"  # "un lâcher" is taken for one
    if noun and _came_about_then(view, one.token):
        return _told_before(chain, here)
    if told is not None and told.tense == "imperfect":
        return _had_been_then(chain, here, told.compound)
    if told is not None and not told.in_perfect and not _is_means(view, told):
        return None
    if told is None and "AUX" not in view.pos[view.sentence(one.token)[0] : one.token]:
        return None
    dates = chain.stated_in(here)
    same = (n for n in dates if key(view.dates[n].text) in SAME_DAY)
    number = next((n for n in same if one.dating.refused.get(n) in HOLDING), None)
    if number is not None:
        return number
    if any(view.dates[n].value and one.dating.refused.get(n) != OF_DESCRIBED for n in dates):
        return _dated_before(view, one, here)
    clock = _goes_on_its_day(chain, here) and _has_clock(view, *view.sentence(one.token))
    if not clock and not _has_same_day(view, *view.sentence(one.token)):
        return None
    apart = not chain.goes_on(here)
    while here and _is_told_before(view, here - 1):
        here -= 1  # "… ne s'en était aperçu que six jours après. Dans la foulée, il a tiré"
    several = apart and here and len(_days(chain, here - 1)) > 1
    return None if several else _told_before(chain, here)


def _to_be_that_day(chain: Chain, one: Timed, here: int) -> int | None:
    """See "Il a atterri jeudi à Pyongyang. Il devait voir Kim dans l'après-midi"."""
    view = chain.view
    first, last = view.sentences[here]
    if not _holds(view, first, last, LATER_THAT_DAY):
        return None
    if any(view.dates[n].value for n in chain.stated_in(here)):
        return _dated_before(view, one, here, LATER_THAT_DAY)
    if chain.published is not None:  # what is still to come is so on the day of the article
        today = chain.published.isoformat()
        days = (n for sentence in range(here) for n in chain.stated_in(sentence))
        number = next((n for n in days if view.dates[n].value == today), None)
        if number is not None:
            return number
    return _told_before(chain, here)


def _is_means(view: DocView, told: VerbGroup) -> bool:
    """Match "a riposté sept minutes plus tard en tirant": the gerund has its main verb's time."""
    begin, _ = view.sentence(told.verb)
    gerund = told.form == "present-participle" and view.words[told.verb - 1] in GERUND
    return gerund and "AUX" in view.pos[begin : told.verb]


def _days(chain: Chain, sentence: int) -> set[str]:
    """Return the days that a sentence names."""
    dates = (chain.view.dates[number] for number in chain.stated_in(sentence))
    return {date.value for date in dates if date.value is not None and date.grain in DAY}


def _is_told_before(view: DocView, sentence: int) -> bool:
    """Match a sentence in the pluperfect, which the perfect behind it does not go on from."""
    first, last = view.sentences[sentence]
    auxiliaries = [i for i in range(first, last) if view.pos[i] == "AUX"]
    had = [i for i in auxiliaries if view.tokens[i].morph.get("Tense", []) == ["Imp"]]
    return bool(had) and len(had) == len(auxiliaries)


def _came_about_then(view: DocView, noun: int) -> bool:
    """Match "un lâcher de ballons, survenu quelques heures plus tôt"."""
    _, end = view.sentence(noun)
    stop = next((i for i in range(noun + 1, end) if view.words[i] in STOPS), end)
    came = (i for i in range(noun + 1, stop) if view.words[i] in came_about())
    made = next(came, None)
    return made is not None and _holds(view, made, stop, SAME_DAY_BEFORE | SAME_DAY)


def _told_before(chain: Chain, here: int) -> int | None:
    """Return the day of the nearest sentence before that tells of a deed, or has a day."""
    view = chain.view
    for sentence in range(here - 1, max(-1, here - 1 - BACK), -1):
        told = chain.of_sentence(sentence)[::-1]
        numbers = [each.dating.number for each in told if each.dating.number is not None]
        dated = bool(numbers)
        if not dated:  # "Le FBI a imputé lundi le vol à Lazarus. Dans la foulée, …"
            stated = chain.stated_in(sentence)  # not "depuis 2019"
            numbers = [n for n in stated if view.dates[n].grain in DAY]
        if numbers or (told and chain.stated_in(sentence)):
            one = numbers[0] if numbers and (dated or len(numbers) == 1) else None
            return one if one is not None and view.dates[one].grain in DAY else None
    return None


def _had_been_then(chain: Chain, here: int, compound: bool) -> int | None:
    """See "… a vu Kim mardi. Quelques heures plus tôt, Pyongyang avait tiré".

    So too "Quelques heures plus tard, Pyongyang tirait"; and of what had been done on a day before:
    "Mercredi, un engin était retombé au Sud. Des obus étaient encore tombés l'après-midi".
    """
    view = chain.view
    if any(view.dates[n].value and view.dates[n].grain in DAY for _, n in view.dates_in(here)):
        return None
    first, last = view.sentences[here]
    if _holds(view, first, last, SAME_DAY_BEFORE):
        away = any(view.dates[n].away is not None for _, n in view.dates_in(here))
        told = None if away else _told_before(chain, here)  # "avant l'entrevue" is counted
        return _of_statement_before(chain, here) if told is None else told
    clock = _goes_on_its_day(chain, here) and _has_clock(view, first, last)
    if not clock and not _has_same_day(view, first, last):
        return None
    if clock:
        return _told_before(chain, here)
    before = chain.of_sentence(here - 1)[::-1] or chain.of_sentence(here - 2)[::-1]
    verb = next((each.raw.group for each in before if each.raw.group is not None), None)
    goes_on = verb is not None and verb.compound and verb.tense == "imperfect"
    return _told_before(chain, here) if goes_on or not compound else None


def _of_statement_before(chain: Chain, here: int) -> int | None:
    """See "…, a exposé lundi le ministre. Quelques heures avant son intervention, il tirait"."""
    view = chain.view
    first, last = view.sentences[here]
    pairs = zip(view.words[first:last], view.words[first + 1 : last + 1], strict=True)
    if not here or not any(one in POSSESSIVES and two in STATEMENTS for one, two in pairs):
        return None
    days = [n for n in chain.stated_in(here - 1) if view.dates[n].grain in DAY]
    return days[0] if len(days) == 1 else None


def _dated_before(
    view: DocView, one: Timed, sentence: int, phrases: frozenset[str] | None = None
) -> int | None:
    """See "a tiré mardi un missile ; le Sud a riposté dans l'après-midi par un exercice"."""
    begin, end = view.sentence(one.token)
    before = [at for at, number in view.dates_in(sentence) if view.dates[number].value]
    breaks = BREAKS | WORDS["relative"]
    opened = next((i for i in range(one.token, begin, -1) if view.words[i] in breaks), None)
    if opened is None or not before or before[-1] > opened:
        return None
    if not _holds(view, opened, end, phrases or SAME_DAY):
        return None
    return dict(view.dates_in(sentence))[before[-1]]


def _has_same_day(view: DocView, first: int, last: int) -> bool:
    """Match "dans la foulée", "l'après-midi même" between two tokens."""
    return _holds(view, first, last, SAME_DAY)


def _goes_on_its_day(chain: Chain, here: int) -> bool:
    """Return whether a sentence goes on from the one before, or all before it names one day."""
    if chain.goes_on(here):
        return True
    before = range(max(0, here - BACK), here)
    return len({day for sentence in before for day in _days(chain, sentence)}) == 1


def _has_clock(view: DocView, first: int, last: int) -> bool:
    """Match "vers 9h50", "peu avant 14 heures", with no day: that of what is told goes on."""
    for i in range(first + 1, last + 1):
        before = view.words[i - 1] in BEFORE_CLOCK or view.words[i - 2 : i] in SHORTLY
        if before and view.words[i][0].isdigit():
            behind = view.words[i + 1] if i < last else ""
            hour = view.words[i].lstrip("0123456789")
            if hour[:1] in CLOCK or (not hour and behind in CLOCK):
                return True
    return False


def _holds(view: DocView, first: int, last: int, phrases: frozenset[str]) -> bool:
    start, end = view.span(first, last)
    words = f" {key(view.text[start:end])} "
    return any(f" {each}{mark}" in words for each in phrases for mark in (" ", ",", "."))
