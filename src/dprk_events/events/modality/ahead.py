"""Find what a countdown says is to come: "à la veille du sommet", "à trois jours de la visite"."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
EVE, UNITS, IN_VIEW = WORDS["eve"], WORDS["units_of_time"], WORDS["in_view_of"]
OF, TO = closed_class("of"), closed_class("to")
FOR, AT = WORDS["for"], WORDS["at_a_place"]
BEFORE, BEGINNINGS = WORDS["before"], WORDS["beginnings"]
BEFORE_UNIT = WORDS["before_unit_of_countdown"]
AIMS = WORDS["aims_ahead"]
BACK = 5
"""Words from "de" back to the "à" of "à un peu plus de trois jours de"."""


CLOSINGS = WORDS["closings"]


def countdown(asked: Asked) -> Iterator[Cue]:
    """Read "à la veille du sommet", "à quelques jours de la visite", "en amont de la rencontre".

    Where the sentence looks back ("s'était dit confiant à la veille du sommet"), nothing is said.
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    if view.words[asked.token] in CLOSINGS:
        return  # "à la veille de la clôture d'Ulchi": what ends then has begun
    within = view.words[phrase.start : phrase.first]  # "à la veille de" is one preposition
    word = next((each for each in within if each in EVE or each in IN_VIEW), None)
    if phrase.prep == "de":
        word = _counted_to(view, phrase.start)
    if word is not None and (word in AIMS or not _looks_back(view, asked.token)):
        yield Cue("planned", word)


def before_beginning(asked: Asked) -> Iterator[Cue]:
    """Read "quelques heures avant le début d'exercices", "à dix jours de la reprise du dialogue".

    So too "à la veille de l'ouverture du sommet".
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep not in OF or asked.mention.group is not None:
        return
    beginning = view.phrase(phrase.start - 1) if phrase.start else None
    if beginning is None or view.words[beginning.head] not in BEGINNINGS:
        return
    before = view.words[beginning.start : beginning.first]
    counted = beginning.prep in BEFORE or not EVE.isdisjoint(before)
    if beginning.prep in OF:
        counted = counted or _counted_to(view, beginning.start) is not None
    if counted and not _looks_back(view, asked.token):
        yield Cue("planned", view.words[beginning.head])


def _counted_to(view: DocView, of: int) -> str | None:
    """Return the noun of a countdown that ends before "de": "jours", "amont"."""
    begin, _ = view.sentence(of)
    at = of - 1
    if at <= begin:
        return None
    word = view.words[at]
    if word in IN_VIEW:
        return word if view.words[at - 1] in WORDS["before_in_view"] else None
    if word not in UNITS:
        return None
    for i in range(at - 1, max(begin, at - BACK) - 1, -1):
        if view.words[i] in TO:
            return word
        if not (view.is_number(i) or view.words[i] in BEFORE_UNIT):
            return None
    return None


def _looks_back(view: DocView, token: int) -> bool:
    """Say whether the finite verbs of a sentence are in a past that is over."""
    begin, end = view.sentence(token)
    tenses = [
        view.tokens[i].morph.get("Tense", [])
        for i in range(begin, end + 1)
        if view.is_finite(view.tokens[i])
    ]
    return ["Imp"] in tenses or ["Past"] in tenses


def before_deed(asked: Asked) -> Iterator[Cue]:
    """Read a headline: "Avant le sommet, Trump se dit confiant", "Kim à Singapour pour un sommet".

    What one has gone to a place for is to come there; what somebody is punished for is done.
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None:
        return
    begin, end = view.sentence(phrase.first)
    eve = phrase.prep in BEFORE and asked.mention.group is None
    gone = phrase.prep in FOR and begin < phrase.start and _is_at_a_place(view, phrase.start - 1)
    if begin != 0 or not (eve or gone):
        return
    finite = [i for i in range(begin, end + 1) if view.is_finite(view.tokens[i])]
    if not finite or (eve and all(_is_present(view, i) for i in finite)):
        yield Cue("planned", view.words[phrase.start])


def _is_present(view: DocView, verb: int) -> bool:
    """Return whether a finite verb is a present: "dit" is, "a dit" and "disait" are not."""
    tense = view.tokens[verb].morph.get("Tense", [])
    return view.pos[verb] == "VERB" and tense == ["Pres"]


def _is_at_a_place(view: DocView, last: int) -> bool:
    """Match "à Hanoï", "en Russie": where somebody is."""
    place = view.phrase(last)
    if place is None or place.entity is None or place.last != last:
        return False
    return view.entities[place.entity].label == "LOC" and place.prep in AT
