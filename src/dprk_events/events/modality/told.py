"""Read nouns of saying: "les accusations de Séoul", "un rapport du Pentagone"; whose they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.governors import Governor
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.speaker import SPEAKING, agent, speaker
from dprk_events.french import closed_class, forms_of, looks_like_participle, phrase_of, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import VERBAL, DocView, Phrase, subject
from dprk_events.syntax.clause import group_start

WORDS = word_lists(__package__)
BEFORE_TOPIC = WORDS["before_topic"]
OF_OWNER = WORDS["prepositions_of_owners"]
BY = WORDS["before_agent"]
AHEAD = WORDS["nouns_of_announcing"]
OPENERS = closed_class("que") | WORDS["of_which"]
SAID_OF_DEEDS, ANNOUNCING = WORDS["said_of_deeds"], WORDS["announced_ahead"]
MAKING, OF_SAYING = forms_of(*WORDS["verbs_of_making"]), WORDS["made_in_saying"]
OBSERVING = forms_of(*WORDS["verbs_of_observing"])
COMMA, COLON = ",", ":"
CHARGING, CHARGE = WORDS["charging_in_a_headline"], 3
"""Who says so in a headline, and how many words that may take."""
RELATIVE_GAP, TOLD_REACH = 4, 8
"""Words behind a deed within which its relative clause opens, and behind that its verb stands."""
VOUCHED_REACH = 8
"""Greatest distance in words from a deed to the participle of saying behind it."""
OWNER_REACH = 8
"""Greatest distance in words from a noun of saying to its owner."""


def noun_of_saying(asked: Asked) -> Iterator[Cue]:
    """Read "les accusations de Séoul de livraisons d'armes", "la rumeur d'une visite"."""
    view = asked.view
    for governor in asked.above:
        word = view.words[governor.token]
        if governor.how == "noun" and _is_said(view, governor.token):
            source = owner(view, governor.token, asked.token) or teller(view, governor.token)
            ahead = word in AHEAD and asked.mention.event_type.announced_ahead
            modality: Modality = "planned" if ahead else "reported"
            yield _refuted(view, governor) or Cue(modality, word, source=source)


def charged_in_headline(asked: Asked) -> Iterator[Cue]:
    """Read "Livraisons d'armes : Séoul accuse, Pyongyang nie": a bare noun that heads who charges.

    Whoever accuses somebody there says what the noun names; it stands on his word.
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    begin, end = view.sentence(asked.token)
    if phrase is None or asked.mention.group is not None or begin != 0 or phrase.first != begin:
        return
    colon = next((i for i in range(phrase.last + 1, end) if view.words[i] == COLON), None)
    if colon is None or view.has_finite(begin, colon):
        return
    for i in range(colon + 1, end + 1):
        behind = f"{phrase_of(view.words[i : i + CHARGE])} "
        if any(behind.startswith(f"{each} ") for each in CHARGING):
            denied = _ends_denying(view, i, end)
            source = speaker(view, i, colon + 1)
            yield Cue("negated" if denied else "reported", view.words[i], source=source)
            return


def _ends_denying(view: DocView, verb: int, end: int) -> bool:
    """Match "Visite de Kim : le Kremlin dément", where nothing follows the verb."""
    behind = end if view.pos[end] == "PUNCT" else end + 1
    return view.words[verb] in load_cues().verbs["denial"] and verb + 1 >= behind


def vouched_for(asked: Asked) -> Iterator[Cue]:
    """Read "les livraisons d'obus confirmées par Séoul", "un tir signalé par Tokyo"."""
    view = asked.view
    if asked.mention.group is not None:
        return
    own = view.phrase(asked.token)
    start = asked.token if own is None else own.last
    _, end = view.sentence(asked.token)
    for i in range(start + 1, min(end - 1, start + VOUCHED_REACH) + 1):
        word = view.words[i]
        if word in _vouching() and view.words[i + 1] in BY:
            source = agent(view, i)
            if source is not None and view.kinds(source) & SPEAKING:
                yield Cue("reported", word, source=source)
            return
        if view.pos[i] == "AUX" or view.is_finite(view.tokens[i]):
            return


def observed(asked: Asked) -> Iterator[Cue]:
    """Read "l'état-major a repéré le lancement d'un missile": it stands on who observed it."""
    view = asked.view
    for governor in asked.above:
        verb = governor.token
        if governor.how != "object" or view.words[verb] not in OBSERVING:
            continue
        if negation_of(view, verb) is not None or view.tokens[verb].is_infinitive:
            continue
        source = speaker(view, verb, view.sentence(verb)[0])
        if source is not None and view.kinds(source) & SPEAKING:
            yield Cue("reported", view.words[verb], source=source)


def told_in_relative(asked: Asked) -> Iterator[Cue]:
    """Read "l'essai dont Pyongyang a fait état", "le vol que le FBI impute à Lazarus"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    _, end = view.sentence(asked.token)
    behind = range(phrase.last + 1, min(end, phrase.last + RELATIVE_GAP) + 1)
    that = next((i for i in behind if view.words[i] in OPENERS), None)
    if that is None or any(view.pos[i] in VERBAL for i in range(phrase.last + 1, that)):
        return
    for i in range(that + 1, min(end, that + TOLD_REACH) + 1):
        lemma = load_cues().verbs["reporting.announce"].get(view.words[i])
        if lemma in SAID_OF_DEEDS or _is_given_out(view, i):
            source = subject(view, i, group_start(view, i))
            ahead = lemma in ANNOUNCING and asked.mention.event_type.announced_ahead
            if source is not None and view.kinds(source) & SPEAKING:
                yield Cue("planned" if ahead else "reported", view.words[i], source=source)
            return
        if view.pos[i] == "VERB" or view.words[i] == COMMA:
            return


def _is_given_out(view: DocView, i: int) -> bool:
    """Match "fait état", "fait l'annonce"."""
    behind = view.words[i + 1 : i + 3]
    return view.words[i] in MAKING and not OF_SAYING.isdisjoint(behind)


@cache
def _vouching() -> frozenset[str]:
    """Return the participles of saying that a deed was done."""
    verbs = load_cues().verbs["reporting.announce"]
    said = {word for word in verbs if looks_like_participle(word)}
    return frozenset(said | WORDS["owned_up_to"])


def _is_said(view: DocView, noun: int) -> bool:
    """Return whether it is a noun of saying; not in "à propos de", which has no article."""
    if view.words[noun] not in load_cues().nouns["reporting"]:
        return False
    return view.words[noun - 1] not in BEFORE_TOPIC if noun else True


def owner(view: DocView, noun: int, before: int) -> Phrase | None:
    """Find whose word a noun of saying is: "Séoul" in "les accusations de Séoul"."""
    phrase = view.phrase(noun)
    if phrase is None:
        return None
    if phrase.entity is not None:
        return phrase
    last = min(before - 1, phrase.last + OWNER_REACH)
    for whose in view.each_phrase(phrase.last + 1, last):
        if whose.prep in OF_OWNER and view.kinds(whose) & SPEAKING:
            return whose
    return None


def teller(view: DocView, noun: int) -> Phrase | None:
    """Find who acts with a noun of saying: "le Pentagone confirme les accusations selon …"."""
    begin, _ = view.sentence(noun)
    for i in range(noun - 1, begin - 1, -1):
        if view.pos[i] in VERBAL and view.entity_at[i] is None and view.pos[i] != "AUX":
            return speaker(view, i, begin)
    return None


def _refuted(view: DocView, governor: Governor) -> Cue | None:
    """Read "a rejeté les accusations de livraisons d'armes"; the verb's subject is the source."""
    noun = governor.token
    begin, end = view.sentence(noun)
    if load_cues().words["denial.words"].isdisjoint(view.words[begin : end + 1]):
        return None
    verb = next((i for i in range(noun - 1, begin - 1, -1) if view.pos[i] == "VERB"), None)
    return Cue("negated", view.words[noun], holder=verb)
