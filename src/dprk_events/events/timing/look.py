"""Where a mention looks from the time of writing: back, ahead, or ahead from a time in the past.

An ordered tuple of strategies; the first that answers is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set

from dprk_events.events.event import DONE, Look
from dprk_events.events.modality.ahead import countdown
from dprk_events.events.modality.around import any_such, question
from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.predicate import is_conditional
from dprk_events.events.timing.look_nouns import (
    of_future_above,
    of_what_did_not_come,
    of_what_is_asked_for,
    of_what_is_ready,
    of_what_is_set,
    of_what_is_to_follow,
    of_wish_told,
)
from dprk_events.events.timing.look_supposed import of_condition, of_what_would_be
from dprk_events.events.timing.look_tense import (
    AHEAD,
    AUXILIARIES,
    had_said,
    of_finite,
    of_tense,
    tells_past,
)
from dprk_events.events.timing.look_unsure import (
    of_awaited,
    of_intention,
    of_mere_aim,
    of_narrated_future,
    of_outcome,
    of_past_within_future,
    of_supposed_means,
    of_what_goes_on,
    of_what_had_been_ordered,
    of_what_is_agreed_on,
    of_what_is_talked_over,
    of_what_is_to_come,
    of_what_it_would_be,
    of_what_one_comes_for,
)
from dprk_events.events.timing.verbs import (
    calling_off,
    came_of_it,
    enabling,
    ending_verbs,
    hoping,
    just_done,
    preceding,
    seeming,
    sending,
    verb_before,
)
from dprk_events.french import auxiliary_forms, auxiliary_tense, closed_class, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import DocView

BACK = frozenset({"present", "imperfect", "infinitive", "subjunctive"})
"""Tenses of the auxiliary of a compound past: "a tiré", "avait tiré", "sans avoir tiré"."""
WORDS = word_lists(__package__)
NEGATIONS, ETRE = closed_class("negations"), auxiliary_forms("être")
OF = closed_class("of")
BEEN, WITHOUT = WORDS["been"], WORDS["without"]
HELD_OPEN: frozenset[Modality] = frozenset({"planned", "possible"})
YET_TO_COME: frozenset[Look] = frozenset({"ahead", "open"})
BEFORE, CLOCK, ASIDE = WORDS["before_it"] | WORDS["eve"], WORDS["clock"], WORDS["among_them"]
CLAUSE_MARKS = WORDS["relative"] | closed_class("que")
NEAR = 3
"""Words from a verb to the infinitive under it: "fini de le négocier"."""
BEING = WORDS["being_it"]
FOR, NEEDED, COMING = WORDS["for"], WORDS["needed"], WORDS["coming"]


def look_of(asked: Asked, modality: Modality) -> Look | None:
    """Return where a mention of that modality looks; None where its words do not tell.

    ``asked`` has the scopes of speech around it, whether or not they apply to it. The conditional
    of hearsay ("livrerait des obus") tells of now.
    """
    if modality in DONE and of_own_tense(asked) == "ahead":
        return None
    if (being := _says_what_it_is(asked)) is not None:
        return "then" if is_conditional(asked.view, being) else None
    apart = NOT_OF_GRANTED if _is_granted(asked, modality) else frozenset()
    strategies = (each for each in STRATEGIES if each not in apart)
    told = (look for strategy in strategies if (look := strategy(asked)) is not None)
    look = next(told, None) or (_of_appointment(asked) if modality == "possible" else None)
    unsaid = look is None and modality in HELD_OPEN  # "avaient annoncé qu'elles l'étendraient"
    return "then" if (unsaid or look in YET_TO_COME) and _said_before(asked) else look


def _says_what_it_is(asked: Asked) -> int | None:
    """Find "s'agir" in "il pourrait s'agir des premières livraisons": they may be there already."""
    near = asked.above[0] if asked.above else None
    found = near is not None and near.how != "noun" and asked.view.words[near.token] in BEING
    return near.token if near is not None and found else None


def _said_before(asked: Asked) -> bool:
    """Match "avait répété qu'il serait ravi de le voir": it looks from then, not from today."""
    return any(had_said(asked.view, scope.cue) for scope in asked.covering)


def of_what_comes_after(asked: Asked) -> Look | None:
    """Read "trois jours avant l'ouverture des manœuvres", "précède d'une semaine l'arrivée"."""
    view, mention = asked.view, asked.mention
    if mention.group is not None or mention.positions.light is not None:
        return None
    if next(countdown(asked), None) is not None:
        return None  # "se prépare, à la veille du sommet"
    begin, _ = view.sentence(asked.token)
    for i in range(asked.token - 1, begin - 1, -1):
        if view.words[i] in BEFORE or view.words[i] in preceding():
            return None if _within_hours(view, begin, i) else "then"
        marks = view.words[i] in CLAUSE_MARKS and view.words[i] not in ASIDE
        if view.is_finite(view.tokens[i]) or marks:
            return None
    return None


def _within_hours(view: DocView, begin: int, before: int) -> bool:
    """Match "quelques heures avant": what comes after that has come when it is written."""
    return not CLOCK.isdisjoint(view.words[max(begin, before - NEAR) : before])


def of_invitation(asked: Asked) -> Look | None:
    """Read "a invité Kim à Moscou", "on l'y attendait": the trigger itself is ahead of a deed."""
    group = asked.mention.group or asked.mention.positions.light
    if group is None or asked.mention.candidate.trigger.rule.spec.modality not in HELD_OPEN:
        return None
    real = group.compound and not group.passive
    if group.tense == "imperfect":
        return "then"
    if group.tense == "present":
        return "open" if real else "ahead"
    return None


def of_own_tense(asked: Asked) -> Look | None:
    """Read "a tiré", "tirera"; not "aura tiré". « Il tirera », avait dit Kim, looks from then."""
    group = asked.mention.group or asked.mention.positions.light
    if group is None or group.form == "infinitive":
        return None
    been = not BEEN.isdisjoint(asked.view.words[group.first : group.verb])
    compound = group.compound and (been or not group.passive)  # "est attendu" is a present
    if compound and group.tense in BACK:
        carried = asked.mention.group is not None or not _is_only_planned(asked, group.verb)
        return "past" if carried else "then"
    if group.tense not in AHEAD or compound:
        return None
    begin, _ = asked.view.sentence(group.verb)
    then = group.tense == "conditional" and tells_past(asked.view, begin, group.first - 1)
    then = then or _said_before(asked)
    return "then" if then else "ahead"  # "a menacé les avions qui passeraient"


def _is_only_planned(asked: Asked, light: int) -> bool:
    """Match "a été annulé", "a envisagé un sommet": what it is about was not done then."""
    word = asked.view.words[light]
    return word in calling_off() or word in hoping()


def of_just_done(asked: Asked) -> Look | None:
    """Read "vient de tirer", "venait d'atterrir"; not "vient rencontrer Poutine"."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    above = next((each.token for each in asked.above if each.how == "verb"), None)
    if group is None or above is None or view.words[above] not in just_done():
        return None
    ahead = view.tokens[above].morph.get("Tense", []) == ["Fut"]
    return "past" if view.words[group.first - 1] in OF and not ahead else None


def of_verb_above(asked: Asked) -> Look | None:
    """Read "veut tirer", "pourrait tirer" (ahead); "voulait tirer", "avait menacé de" (then)."""
    above = next((each.token for each in asked.above if each.how == "verb"), None)
    if above is None or asked.view.words[above] in ETRE.keys() | seeming():
        return None  # "la stratégie est de frapper", "l'armée semble installer"
    if asked.view.tokens[asked.above[0].token].is_participle and asked.above[0].token != above:
        return None  # "affirme avoir déjoué une intrusion"
    return of_finite(asked.view, above)


def of_what_came_of_it(asked: Asked) -> Look | None:
    """Read "n'a pas pu tirer", "n'a pas eu d'entretien": what is told is over."""
    view = asked.view
    if asked.mention.candidate.trigger.rule.spec.modality in HELD_OPEN:
        return None  # "a reçu une invitation"
    for each in asked.above:
        if each.how in {"verb", "object"} and view.words[each.token] in came_of_it():
            before = range(max(view.sentence(each.token)[0], each.token - AUXILIARIES), each.token)
            compound = view.tokens[each.token].is_participle
            told = compound and any(_tells_it_then(view, each.token, i) for i in before)
            return "past" if told else None
    return None


def _tells_it_then(view: DocView, participle: int, auxiliary: int) -> bool:
    """Match "a tenté", "avoir tenté"; not "serait tenté de", "aurait pu": nothing was tried."""
    word = view.words[auxiliary]
    if auxiliary_tense(word) == "conditional":
        could = load_cues().verbs["possible.modals"]
        return word not in ETRE and view.words[participle] not in could
    return view.is_finite(view.tokens[auxiliary]) or auxiliary_tense(word) == "infinitive"


def of_what_one_hopes(asked: Asked) -> Look | None:
    """Read "souhaite une rencontre", "veut dissuader Moscou d'un envoi", "craint que … ne"."""
    view = asked.view
    for verb in (*_hoping_above(asked), *_hoping_around(asked)):
        look = of_finite(view, verb)
        if look is not None:
            return look
    return None


def of_question(asked: Asked) -> Look | None:
    """Read "Acceptera-t-il une rencontre ?"; not "Le tir est-il un message ?"."""
    view = asked.view
    if asked.mention.group is not None or next(question(asked), None) is None:
        return None
    first, last = view.sentence(asked.token)
    future = any(
        view.is_finite(view.tokens[i]) and view.tokens[i].morph.get("Tense", []) == ["Fut"]
        for i in range(first, last + 1)
    )
    return "ahead" if future and not tells_past(view, first, last) else None


def of_without(asked: Asked) -> Look | None:
    """Read "s'est écrasé, sans faire de victimes": it did not come of what is told as past."""
    view, group = asked.view, asked.mention.group
    if group is None or group.form != "infinitive" or view.words[group.first - 1] not in WITHOUT:
        return None
    return "past" if tells_past(view, view.sentence(group.verb)[0], group.first - 1) else None


def of_sending(asked: Asked) -> Look | None:
    """Read "a envoyé des soldats se battre": it was to come when they were sent."""
    return "then" if _is_under_past(asked, sending()) else None


def of_what_is_over(asked: Asked) -> Look | None:
    """Read "qu'ils ont fini de négocier", "après avoir cessé de livrer": it was done."""
    return "past" if _is_under_past(asked, ending_verbs(), NEAR) else None


def _is_under_past(asked: Asked, verbs: Set[str], reach: int | None = None) -> bool:
    """Say whether an infinitive is under one of these verbs, told with an auxiliary."""
    view, group = asked.view, asked.mention.group
    if group is None or group.form != "infinitive":
        return False
    verb = verb_before(view, group.first, view.sentence(group.verb)[0])
    if verb is None or (reach is not None and group.first - verb > reach):
        return False
    return view.words[verb] in verbs and view.pos[verb - 1] == "AUX"


def of_purpose(asked: Asked) -> Look | None:
    """Read what is to come: "attendu pour tirer", "a besoin de … pour", "ira … pour signer"."""
    view, group = asked.view, asked.mention.group
    if group is None or group.form != "infinitive" or view.words[group.first - 1] not in FOR:
        return None
    begin, _ = view.sentence(group.verb)
    if tells_past(view, begin, group.first - 1):
        return None  # "a fui pour rejoindre le Sud"
    words = view.words[begin : group.first]
    expected = any(hoping().get(word) == "past-participle" for word in words)
    met = asked.mention.event_type.announced_ahead  # who has met is not said to come for it
    met = met or _is_future_above(view, begin, group.first)
    return "ahead" if expected or met or not NEEDED.isdisjoint(words) else "aimed"


def of_subject(asked: Asked) -> Look | None:
    """Read what a conditional says of it: "un essai ne serait pas une surprise"."""
    view, own = asked.view, asked.view.tokens[asked.token]
    if asked.mention.group is not None or not own.dep_.startswith("nsubj"):
        return None
    said = own.head
    finite = [said, *(c for c in said.children if c.dep_ == "cop")]
    conditional = any(is_conditional(view, token.i) for token in finite)
    return "ahead" if conditional and said.i > own.i else None


def of_hope_alone(asked: Asked) -> Look | None:
    """Read a hope or an adjective with no past beside it: "le rêve d'un sommet"."""
    view, cues = asked.view, load_cues()
    hopes = any(
        g.how == "noun" and (view.words[g.token] in cues.nouns["possible"]) for g in asked.above
    )
    phrase = None if asked.mention.group is not None else view.phrase(asked.token)
    near = set() if phrase is None else set(view.words[phrase.start : phrase.last + 1])
    if not hopes and COMING.isdisjoint(near):
        return None
    return None if tells_past(view, *view.sentence(asked.token)) else "ahead"


def _is_future_above(view: DocView, begin: int, first: int) -> bool:
    """Match "utilisera des missiles pour tuer": the nearest finite verb is a future."""
    for i in range(first - 1, begin - 1, -1):
        if view.is_finite(view.tokens[i]):
            return view.tokens[i].morph.get("Tense", []) == ["Fut"]
    return False


def of_warning(asked: Asked) -> Look | None:
    """Read "met en garde contre toute vente"; not "a mis en garde"."""
    view = asked.view
    if next(any_such(asked), None) is None:
        return None
    begin, _ = view.sentence(asked.token)
    verb = verb_before(view, asked.token, begin)
    return None if verb is None or view.pos[verb - 1] == "AUX" else of_tense(view, verb)


def of_threat(asked: Asked) -> Look | None:
    """Read "a menacé de tirer": nothing tells what came of it; not "avait menacé"."""
    view = asked.view
    above = next((each.token for each in asked.above if each.how == "verb"), None)
    if above is None or not (view.words[above] in hoping() or _is_ready(view, above)):
        return None
    if view.words[above] in enabling():
        return None  # "a permis de livrer des obus": they may have come
    before = range(max(view.sentence(above)[0], above - AUXILIARIES), above)
    finite = [i for i in before if view.is_finite(view.tokens[i])]
    if not finite or not NEGATIONS.isdisjoint(view.words[finite[-1] : above]):
        return None
    auxiliary = view.tokens[finite[-1]]
    present = auxiliary.morph.get("Tense", []) == ["Pres"] and view.pos[auxiliary.i] == "AUX"
    return "open" if present and auxiliary.morph.get("Mood", []) == ["Ind"] else None


def _is_ready(view: DocView, i: int) -> bool:
    """Match "s'est dit prêt à"."""
    return view.words[i] in load_cues().words["possible.ready"]


def _of_appointment(asked: Asked) -> Look | None:
    """Read "un possible sommet", "Un sommet à Moscou ?": nobody asks so of one that is over."""
    view, mention = asked.view, asked.mention
    if mention.group is not None or not mention.event_type.announced_ahead:
        return None
    return None if tells_past(view, *view.sentence(asked.token)) else "ahead"


STRATEGIES: tuple[Callable[[Asked], Look | None], ...] = (
    of_what_comes_after, of_awaited, of_invitation, of_what_would_be, of_narrated_future,
    of_what_had_been_ordered, of_supposed_means, of_past_within_future, of_what_it_would_be,
    of_what_is_talked_over,
    of_mere_aim, of_what_goes_on, of_outcome, of_own_tense, of_what_came_of_it,
    of_without, of_what_did_not_come, of_just_done, of_sending, of_what_is_over, of_intention,
    of_purpose, of_verb_above, of_what_is_set, of_what_is_asked_for, of_what_one_hopes,
    of_condition, of_question, of_subject, of_warning, of_future_above, of_hope_alone, of_threat,
    of_wish_told, of_what_is_ready, of_what_is_to_follow, of_what_is_to_come,
    of_what_is_agreed_on, of_what_one_comes_for,
)  # fmt: skip
"""How the words around a mention tell where it looks."""


NOT_OF_GRANTED = frozenset({of_verb_above, of_what_one_hopes})
"""They do not tell when a deed is that is told as done: "s'emploie à établir la cause du décès"."""


def _is_granted(asked: Asked, modality: Modality) -> bool:
    """Return whether a noun takes a deed for granted, whatever the verbs above it are about."""
    mention = asked.mention
    if modality not in DONE or mention.group is not None or mention.positions.light is not None:
        return False
    return mention.event_type.consequence or is_definite(asked.view, asked.token)


def _hoping_above(asked: Asked) -> Iterator[int]:
    """Yield the governing words that hope, fear, plan or enable."""
    for each in asked.above:
        if asked.view.words[each.token] in seeming():
            continue
        ready = asked.view.words[each.token] in load_cues().words["possible.ready"]
        if each.how in {"verb", "object"} and (asked.view.words[each.token] in hoping() or ready):
            yield each.token


def _hoping_around(asked: Asked) -> Iterator[int]:
    yield from (s.cue for s in asked.covering if s.modality is not None)
