"""Tell by the words alone which sentences point to what the one before says."""

from __future__ import annotations

from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import closed_class, phrase_of, word_lists
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
POINTING = tuple(sorted(WORDS["pointing_back"]))
OPENING = max(len(opener.split()) for opener in POINTING) + 2
"""Greatest length in words of what points back."""
CLITICS, HAVE = WORDS["clitics_of_statement"], WORDS["auxiliaries_of_statement"]
STATEMENTS = WORDS["statements"]
DETERMINERS = closed_class("demonstratives") | WORDS["definite_determiners"]
THAT, COMPARING = closed_class("que"), WORDS["comparing"]
SUBJECT_REACH, ADVERB = 24, 1
"""Words of a sentence within which its verb of saying stands; adverbs before a participle."""


def points_to_sentence_before(view: DocView, first: int, last: int) -> bool:
    """Return whether a sentence may say on whose word the one before stands."""
    return (
        points_back(view, first)
        or clitic_of_statement(view, first, last) is not None
        or not STATEMENTS.isdisjoint(view.words[first : last + 1])
    )


def points_back(view: DocView, first: int) -> bool:
    """Return whether a sentence begins with "C'est ce que"."""
    return phrase_of(view.words[first : first + OPENING]).startswith(POINTING)


def clitic_of_statement(view: DocView, first: int, last: int) -> tuple[int, int] | None:
    """Return the clitic and the verb of saying of "Le Kremlin l'a confirmé", the main verb.

    Not where a statement of its own follows: "l'assure : …", "l'a informé que …".
    """
    if view.words[first] in COMPARING:
        return None
    saying = load_cues().verbs["reporting.of_statements"]
    for i in range(first + 1, min(last - 1, first + SUBJECT_REACH) + 1):
        if view.words[i] in CLITICS:
            compound = view.words[i + 1] in HAVE
            verb = i + 2 if compound else i + 1
            if compound and verb < last and view.pos[verb] == "ADV":
                verb += 1
            tagged = compound or (view.pos[verb] in VERBAL and view.pos[i] != "DET")
            if verb <= last and view.words[verb] in saying and tagged:
                return (i, verb) if _says_no_more(view, verb, last) else None
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            return None
    return None


def _says_no_more(view: DocView, verb: int, last: int) -> bool:
    behind = view.words[verb + 1 : last + 1]
    return ":" not in behind and THAT.isdisjoint(behind[:2])


def noun_of_statement(view: DocView, first: int) -> int | None:
    """Return the noun with which a sentence begins that stands for a statement: "L'annonce"."""
    opening = view.words[first : first + 2]
    if opening[0] not in DETERMINERS or STATEMENTS.isdisjoint(opening[1:]):
        return None
    return first + 1
