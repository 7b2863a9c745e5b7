"""What the words around a deed leave unsure: nothing tells whether it has come or will."""

from __future__ import annotations

from dprk_events.events.event import Look
from dprk_events.events.modality.around import condition, planning_phrase
from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.predicate import is_conditional
from dprk_events.events.timing.look_tense import tells_past
from dprk_events.events.timing.verbs import lasting, showing, verb_before
from dprk_events.french import (
    auxiliary_forms,
    auxiliary_tense,
    closed_class,
    looks_like_participle,
    word_lists,
)
from dprk_events.syntax import NOUNS, VERBAL, DocView

WORDS = word_lists(__package__)
AFTER, OWN = WORDS["after_or_without"], closed_class("possessives")
AHEAD = frozenset({"planned", "possible"})
GERUND, THIS, UNITS = WORDS["gerund"], WORDS["this_is"], WORDS["units_later"]
LATER = WORDS["later"]
FOR, TALKING_OF = WORDS["for"], WORDS["talking_of"]
TALK_REACH, BEFORE_TALK = 5, 3
"""Words from a noun back to the verb that speaks of it, and from this to its "pour"."""
ABOUT, PACTS = WORDS["about_what_is_agreed"], WORDS["pacts"]
ETRE, OF = auxiliary_forms("être"), closed_class("of")
SO_AS = WORDS["so_as_alone"]
UP_TO, FUTURE, GOES = WORDS["up_to"], tuple(sorted(WORDS["endings_of_futures"])), 4
"""How many words from "dureront" on "jusqu'" is among: "dureront onze jours, jusqu'au"."""
HAVING, AT_THE_HEAD = WORDS["having"], 1
"""Opens what had been before the sentence's deed; words before it: "et", a quotation mark."""
COUNT = 3
"""Words before "plus tard" among which its unit of time is: "quelques mois à peine plus tard"."""


def of_supposed_means(asked: Asked) -> Look | None:
    """Read "En tirant un missile, Kim prendrait un risque"; not "aurait pris", "a surpris"."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or group.form != "present-participle" or group.compound:
        return None
    if GERUND.isdisjoint(view.words[max(0, group.first - 1) : group.verb]):
        return None
    main = view.tokens[group.verb].head
    if main.pos_ not in VERBAL or auxiliary_tense(view.words[main.i]) is not None:
        return None
    future = view.is_finite(main) and main.morph.get("Tense", []) == ["Fut"]
    return "then" if future or is_conditional(view, main.i) else None


def of_what_it_would_be(asked: Asked) -> Look | None:
    """Read "Ce serait la première visite d'un président": it may have come, or be to come."""
    view, own = asked.view, asked.view.tokens[asked.token]
    if asked.mention.group is not None or asked.mention.positions.light is not None:
        return None
    copulas = (c.i for c in own.children if c.dep_ == "cop" and c.i < own.i)
    would = next((i for i in copulas if is_conditional(view, i)), None)
    if would is None:
        return None
    begin, _ = view.sentence(would)
    return None if THIS.isdisjoint(view.words[begin:would]) else "then"


def of_what_had_been_ordered(asked: Asked) -> Look | None:
    """Read "Ayant reçu l'ordre de gagner Wonsan, le régiment a tiré": it was ahead then."""
    view, group = asked.view, asked.mention.group
    if group is None or group.form != "infinitive":
        return None
    begin, _ = view.sentence(group.verb)
    having = (i for i in range(begin, group.first) if view.words[i] in HAVING)
    opened = next(having, None)
    if opened is None or opened > begin + AT_THE_HEAD or "," in view.words[opened : group.verb]:
        return None
    return "then" if looks_like_participle(view.words[opened + 1]) else None


def of_narrated_future(asked: Asked) -> Look | None:
    """Read "Le sommet aura lieu trois mois plus tard": the future in which a past is told."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or group.tense != "future" or group.compound:
        return None
    return "then" if _counts_on(view, asked.token) else None


def _counts_on(view: DocView, token: int) -> bool:
    """Match "trois mois plus tard", "quelques jours après": counted from what was told before."""
    begin, end = view.sentence(token)
    return any(
        view.words[i] in LATER and not UNITS.isdisjoint(view.words[max(begin, i - COUNT) : i])
        for i in range(begin, end + 1)
    )


def of_what_is_talked_over(asked: Asked) -> Look | None:
    """Read "a appelé Séoul pour évoquer la rencontre": nothing tells whether it has been."""
    view = asked.view
    if asked.mention.group is not None or not is_definite(view, asked.token):
        return None
    if next(planning_phrase(asked), None) is not None:
        return None  # "pour évoquer la visite à venir"
    begin, _ = view.sentence(asked.token)
    for i in range(asked.token - 1, max(begin, asked.token - TALK_REACH) - 1, -1):
        if view.words[i] in TALKING_OF:
            before = view.words[max(begin, i - BEFORE_TALK) : i]
            return None if FOR.isdisjoint(before) else "then"
        if view.is_finite(view.tokens[i]):
            return None
    return None


def of_awaited(asked: Asked) -> Look | None:
    """Read "King, attendu au Texas, a détalé": whoever did something else may not have come."""
    view, group = asked.view, asked.mention.group
    if group is None or group.compound or group.form != "past-participle":
        return None
    if asked.mention.candidate.trigger.rule.spec.modality not in AHEAD:
        return None
    subject = view.tokens[group.verb].head
    main = subject.head
    if subject.pos_ not in NOUNS or not subject.dep_.startswith("nsubj"):
        return None
    return "then" if tells_past(view, main.i, main.i) else None


def of_what_goes_on(asked: Asked) -> Look | None:
    """Read "mobilisent 50 avions et dureront jusqu'au 1er septembre": not over when it is told."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is not None and group.tense != "present":
        return None
    begin, end = view.sentence(asked.token)
    going = (i for i in range(begin, end) if view.words[i] in lasting() and _will(view, i))
    return "then" if any(not UP_TO.isdisjoint(view.words[i : i + GOES]) for i in going) else None


def of_mere_aim(asked: Asked) -> Look | None:
    """Read "a mobilisé des chasseurs afin d'abattre des drones": an aim, reached or not."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or group.form != "infinitive":
        return None
    before = view.words[max(0, group.first - 2) : group.first]
    is_to = len(before) > 1 and before[0] in ETRE and before[1] in OF  # "le but est de signer"
    return "aimed" if is_to or not SO_AS.isdisjoint(before) else None


def of_what_is_agreed_on(asked: Asked) -> Look | None:
    """Read "un contrat pour la livraison d'obus", "un accord sur le retrait": then or later."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None or phrase.prep not in ABOUT:
        return None
    pact = view.phrase(phrase.start - 1) if phrase.start else None
    agreed = pact is not None and pact.last == phrase.start - 1
    return "then" if agreed and pact is not None and view.words[pact.head] in PACTS else None


def of_what_one_comes_for(asked: Asked) -> Look | None:
    """Read "a quitté Pyongyang pour un sommet": whether it has been is not told."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None or phrase.prep not in FOR:
        return None
    some = asked.mention.event_type.announced_ahead and not is_definite(view, asked.token)
    begin, _ = view.sentence(phrase.start)
    return "then" if some and tells_past(view, begin, phrase.start - 1) else None


def of_outcome(asked: Asked) -> Look | None:
    """Read a headline: "Moscou échoue à bloquer le débat", "réussit à lancer": it is over."""
    view = asked.view
    above = next((each.token for each in asked.above if each.how == "verb"), None)
    if above is None or view.words[above] not in load_cues().verbs["failing"]:
        return None
    now = view.tokens[above].morph.get("Tense", []) == ["Pres"]
    if not now or not view.is_finite(view.tokens[above]) or next(condition(asked), None):
        return None
    return "past"


def _will(view: DocView, verb: int) -> bool:
    """Match a future of any tag: "dureront"."""
    return view.words[verb].endswith(FUTURE)


def of_past_within_future(asked: Asked) -> Look | None:
    """Read "repartira sans avoir rencontré Kim", "rentrera après sa rencontre": not yet, maybe."""
    view, group = asked.view, asked.mention.group
    begin, _ = view.sentence(asked.token)
    if group is not None:
        at = group.first - 1
        later = group.compound and group.tense == "infinitive"
    else:
        phrase = view.phrase(asked.token)
        at = asked.token if phrase is None else phrase.start
        later = phrase is not None and not OWN.isdisjoint(view.words[at + 1 : phrase.first])
    if not later or at <= begin or view.words[at] not in AFTER:
        return None
    main = next((i for i in range(at - 1, begin - 1, -1) if view.is_finite(view.tokens[i])), None)
    return "then" if main is not None and _is_ahead(view, main) else None


def _is_ahead(view: DocView, verb: int) -> bool:
    """Match "rentrera", "doit" of "doit repartir"."""
    due = load_cues().verbs["planned.modals"].keys() | load_cues().words["planned.going"]
    tense = view.tokens[verb].morph.get("Tense", [])
    return tense == ["Fut"] or (view.words[verb] in due and tense != ["Imp"])


def of_what_is_to_come(asked: Asked) -> Look | None:
    """Read "la visite à venir", "un sommet en préparation": ahead, but of a past beside it."""
    view = asked.view
    if view.pos[asked.token] not in NOUNS or asked.mention.group is not None:
        return None
    if next(planning_phrase(asked), None) is None:
        return None
    return None if tells_past(view, *view.sentence(asked.token)) else "ahead"


def of_intention(asked: Asked) -> Look | None:
    """Read "a exprimé son intention de fuir"; not "a annoncé son intention de"."""
    view = asked.view
    noun = next((each.token for each in asked.above if each.how == "noun"), None)
    if noun is None:
        return None
    begin, _ = view.sentence(noun)
    verb = verb_before(view, noun, begin)
    shown = verb is not None and view.words[verb] in showing() and view.pos[verb - 1] == "AUX"
    return "then" if shown else None
