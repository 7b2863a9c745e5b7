"""Find cues in the words that govern a mention: "prévoit de tirer", "l'annulation du sommet"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.cue import Cue
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negation import is_negated_noun, negation_of
from dprk_events.french import word_lists
from dprk_events.names import MODALITY_PRECEDENCE
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
UNDERGONE, TO_COME = WORDS["undergone"], WORDS["to_come"]
DONE_MODALS = WORDS["done_modals"]
NEGATIVE, NO_FEMININE = WORDS["negative"], WORDS["no_feminine"]
HEARSAY = WORDS["hearsay_auxiliaries"]
OUTLOOK = WORDS["set_for_the_future"]
LIKELIHOOD = WORDS["weighed"]
AROUND_VERB = 4

Reading = Callable[[DocView, RawMention, Governor], Iterator[Cue]]


def of_governors(view: DocView, mention: RawMention, above: Sequence[Governor]) -> Iterator[Cue]:
    """Yield the cues of the words that govern a mention, nearest first."""
    for governor in above:
        readings = BY_RELATION[governor.how]
        yield from chain.from_iterable(reading(view, mention, governor) for reading in readings)


def _by_noun(view: DocView, _: RawMention, governor: Governor) -> Iterator[Cue]:
    """Read a governing noun: "la préparation d'un tir", "la rumeur d'une visite"."""
    cues, noun = load_cues(), governor.token
    word = view.words[noun]
    for modality in MODALITY_PRECEDENCE[:3]:
        if word in cues.nouns[modality]:
            yield Cue(modality, word)
    if word in cues.nouns["reporting"]:
        yield _refuted(view, noun) or Cue("reported", word)
    if is_negated_noun(view, noun):
        yield Cue("negated", word)


def _refuted(view: DocView, noun: int) -> Cue | None:
    """Read "a rejeté les accusations de livraisons d'armes"; the verb's subject is the source."""
    begin, end = view.sentence(noun)
    if load_cues().words["denial.words"].isdisjoint(view.words[begin : end + 1]):
        return None
    verb = next((i for i in range(noun - 1, begin - 1, -1) if view.pos[i] == "VERB"), None)
    return Cue("negated", view.words[noun], holder=verb)


def _by_verb(view: DocView, _: RawMention, governor: Governor) -> Iterator[Cue]:
    """Read a governing verb: "refuse de tirer", "doit tirer", "peut tirer", "exige un tir"."""
    cues, word = load_cues(), view.words[governor.token]
    modal = word in cues.verbs["planned.modals"]
    if modal and governor.how == "object":
        return
    if word in cues.verbs["denial"] or (
        word in cues.verbs["negated"] and negation_of(view, governor.token) is None
    ):
        yield Cue("negated", word)
    elif modal or (word in cues.verbs["planned"] and _plans(governor, word)):
        if word not in DONE_MODALS:
            yield Cue("planned", word)
    elif word in cues.verbs["possible.modals"] or word in cues.verbs["possible"]:
        demands = word in cues.verbs["demand"]
        yield Cue("possible", word, holder=governor.token if demands else None)


def _plans(governor: Governor, word: str) -> bool:
    """Return whether a verb plans the event: an infinitive, or for some ("préparer") a noun."""
    cues = load_cues()
    lemma = cues.verbs["planned"][word]
    return governor.how == "verb" or lemma in cues.words["planned.of_nouns"]


def _going(view: DocView, _: RawMention, governor: Governor) -> Iterator[Cue]:
    """Read the near future: "va tirer"."""
    word = view.words[governor.token]
    if word in load_cues().words["planned.going"]:
        yield Cue("planned", word)


def _denied(view: DocView, _: RawMention, governor: Governor) -> Iterator[Cue]:
    """Read a negated governor: "n'a pas voulu tirer"."""
    if negation_of(view, governor.token) is not None:
        yield Cue("negated", view.words[governor.token], decisive=True)


def _denied_through_noun(view: DocView, mention: RawMention, governor: Governor) -> Iterator[Cue]:
    """Read a negated verb above a noun: "n'a pas eu l'occasion de rencontrer"."""
    if view.pos[mention.candidate.first] in VERBAL:
        yield from _denied(view, mention, governor)


def _announced(view: DocView, mention: RawMention, governor: Governor) -> Iterator[Cue]:
    """Read an event that is announced, and so planned: "annonce une visite"."""
    word = view.words[governor.token]
    if mention.event_type.announced_ahead and word in load_cues().verbs["reporting.announce"]:
        yield Cue("planned", word)


def _undergoing(view: DocView, _: RawMention, governor: Governor) -> Iterator[Cue]:
    """Read an event as subject of a change: "la visite a été annulée", "un tir se prépare"."""
    cues, verb = load_cues(), governor.token
    word = view.words[verb]
    begin, _first = view.sentence(verb)
    before = view.words[max(begin, verb - AROUND_VERB) : verb]
    undergone = not UNDERGONE.isdisjoint(before)
    if undergone and word in cues.verbs["negated"]:
        yield Cue("negated", word)
    elif (undergone and word in cues.verbs["planned"]) or not TO_COME.isdisjoint(before):
        yield Cue("planned", word)


def _predicated(view: DocView, mention: RawMention, governor: Governor) -> Iterator[Cue]:
    """Read a predicate: "un tir n'est pas prévu", "paraît peu probable", "aurait eu lieu"."""
    verb = governor.token
    conditional = view.tokens[verb].morph.get("Mood", []) == ["Cnd"]
    if conditional and is_definite(view, mention.candidate.first):
        return
    _, end = view.sentence(verb)
    near = view.words[max(0, verb - AROUND_VERB) : min(end, verb + AROUND_VERB) + 1]
    negative = not NEGATIVE.isdisjoint(near)
    if outlook := OUTLOOK.intersection(near):
        denied = negative or not NO_FEMININE.isdisjoint(near)
        yield Cue("negated" if denied else "planned", " ".join(sorted(outlook)))
    elif likely := LIKELIHOOD.intersection(near):
        yield Cue("possible", min(likely))
    elif conditional and not negative:
        word = view.words[verb]
        yield Cue("reported" if word in HEARSAY else "possible", word)


BY_RELATION: dict[str, tuple[Reading, ...]] = {
    "noun": (_by_noun,),
    "verb": (_by_verb, _going, _denied),
    "object": (_by_verb, _denied_through_noun, _announced),
    "subject": (_undergoing, _predicated),
}
"""Readers of a governor by its relation to the event; the first cue of a modality is reported."""
