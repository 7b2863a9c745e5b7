"""Tell the verbs by which somebody says how many: "estime à 500", "compte", "parle de 500"."""

from __future__ import annotations

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import DocView

WORDS = word_lists(__package__)
BEFORE_NUMBER, ABOUT, OF = WORDS["before_number"], WORDS["about"], closed_class("of")
DETERMINED = WORDS["definite_determiners"] | WORDS["indefinite_articles"]
SOME = tuple(sorted(WORDS["endings_of_about_numbers"]))
NUMBER_REACH = 4
"""Words behind a verb of counting within which its number stands: "à plus de 500"."""


def counts(view: DocView, at: int) -> bool:
    """Return whether the verb gives a number: "estime à 500 les tués", "compte 500 morts"."""
    verbs, word = load_cues().verbs, view.words[at]
    if word in verbs["talking"]:
        return is_talk_of_number(view, at)
    if at < view.sentence(at)[1] and word in verbs["reporting.counting"]:
        return view.is_number(at + 1) and view.words[at - 1] not in DETERMINED
    return word in verbs["reporting"] and gives_number(view, at)


def is_talk_of_number(view: DocView, at: int) -> bool:
    """Match "parle de 4 000 morts", "parlait ainsi d'au moins dix blessés"."""
    talking = load_cues().verbs["talking"]
    if talking.get(view.words[at]) not in WORDS["talking_of_numbers"]:
        return False
    _, last = view.sentence(at)
    behind = at + 1
    while behind < last and view.pos[behind] == "ADV":
        behind += 1
    if behind >= last or view.words[behind] not in OF:
        return False
    numbers = range(behind + 1, min(last, behind + NUMBER_REACH) + 1)
    return any(view.is_number(i) or view.words[i].endswith(SOME) for i in numbers)


def gives_number(view: DocView, verb: int) -> bool:
    """Return whether a verb gives a number: "estime à 500 les soldats tués"."""
    _, last = view.sentence(verb)
    if verb + 2 > last or view.words[verb + 1] not in BEFORE_NUMBER:
        return False
    if view.words[verb + 2] not in ABOUT:
        return view.is_number(verb + 2)
    return any(view.is_number(i) for i in range(verb + 3, min(last, verb + NUMBER_REACH) + 1))
