"""Find cues in the words that govern a mention: "prévoit de tirer", "l'annulation du sommet"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dprk_events.events.modality.counting import is_talk_of_number
from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.governors import Governor, first_joined, would_be
from dprk_events.events.modality.granted import is_definite
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.modals import of_modal
from dprk_events.events.modality.negated import is_left_open, is_negated_noun, negation_of
from dprk_events.events.modality.predicate import is_conditional
from dprk_events.events.modality.prevented import denied_above, of_what_may_go_on
from dprk_events.events.modality.put_off import is_put_off_to_a_day
from dprk_events.events.modality.wished import is_reflexive, of_wish, only_wanted, ready_for
from dprk_events.events.modality.withheld import withholding
from dprk_events.french import (
    auxiliary_forms,
    closed_class,
    conjugate,
    forms_of,
    key,
    looks_plural,
    word_lists,
)
from dprk_events.names import MODALITY_PRECEDENCE
from dprk_events.syntax import VERBAL, DocView

WORDS = word_lists(__package__)
HEARSAY, AVOIR = WORDS["hearsay_auxiliaries"], auxiliary_forms("avoir")
REFLEXIVE, OF, TO = closed_class("reflexive"), closed_class("of"), closed_class("to")
THAT, TO_COME = closed_class("que"), tuple(sorted(WORDS["endings_to_come"]))
WILL_DO = {form: lemma for lemma in WORDS["verbs_of_going_on_to"] for form in forms_of(lemma)}
CAUSING = forms_of(*WORDS["verbs_of_causing"])
ATTENDING = forms_of(*WORDS["verbs_of_taking_part"])
VOWING = forms_of(*WORDS["verbs_of_vowing_to_cease"])
PLANNING_WITH_TO = WORDS["verbs_of_planning_with_to"]
EVE, CLOSINGS = WORDS["eve"], WORDS["closings"]
HANDING_OVER, OF_VERBS = WORDS["handing_over"], WORDS["nouns_of_verbs"]
SHOWING = forms_of(*WORDS["verbs_of_showing"])
FUTURE = tuple(sorted(WORDS["all_endings_of_futures"]))
AROUND_VERB = 4
DIRECT = frozenset({None, *OF})  # "de" in "de nouvelles sanctions"


def governing_noun(asked: Asked) -> Iterator[Cue]:
    """Read a governing noun: "la préparation d'un tir", "sans projet de visite"."""
    view, cues = asked.view, load_cues()
    for noun in _related(asked, "noun"):
        word = view.words[noun]
        if word in cues.nouns["negated"] and _demanded(asked):
            continue  # "exige l'annulation des manœuvres"
        if word in cues.nouns["ended"] and _is_single(asked):
            continue
        if word in EVE and view.words[asked.token] in CLOSINGS:
            continue
        if word in OF_VERBS and asked.mention.group is None:
            continue  # "son droit de veto"
        for modality in MODALITY_PRECEDENCE[:3]:
            if word in cues.nouns[modality]:
                yield Cue(modality, word, holder=noun if _is_verb(view, noun) else None)
        if is_negated_noun(view, noun):
            yield Cue("negated", word)
    yield from ready_for(asked)


def _is_verb(view: DocView, noun: int) -> bool:
    """Match "Le secrétaire au Trésor menace de sévir", where the verb is taken for a noun."""
    bare = noun > 0 and view.pos[noun - 1] not in {"DET", "ADP", "ADJ", "NUM"}
    return bare and view.words[noun] in load_cues().verbs["demand"]


def _is_single(asked: Asked) -> bool:
    """Match one deed, or drills that have a name; not "la fin des essais"."""
    named = any(fill.role == "name" for fill in asked.mention.fills)
    return named or not looks_plural(asked.view.words[asked.token])


def governing_verb(asked: Asked) -> Iterator[Cue]:
    """Read a governing verb: "refuse de tirer", "doit tirer", "peut tirer", "exige un tir"."""
    ceasing = load_cues().verbs["ceasing"]
    ended = any(
        asked.view.words[n] in load_cues().nouns["ceasing"] for n in _related(asked, "noun")
    )
    if ended and (demand := _demanded(asked)) is not None:
        yield Cue("reported", asked.view.words[demand], holder=demand)
        return  # "exige l'arrêt d'un exercice"
    wished = False
    for governor in sorted(asked.above, key=lambda g: asked.view.words[g.token] not in ceasing):
        if governor.how in {"verb", "object"}:
            cue = _of_verb(asked, governor)
            if cue is not None and not (wished and cue.modality == "planned"):
                yield cue
            wished = wished or (cue is not None and _is_wish(asked, governor, cue))
            if asked.view.words[governor.token] in ceasing:
                return  # who is told to cease, does it
            if _is_withheld(asked, governor) or denied_above(asked, governor):
                return  # "a refusé de confirmer une visite"


def _is_wish(asked: Asked, governor: Governor, cue: Cue) -> bool:
    """Match "proposer" in "a envoyé X pour proposer un sommet": the sommet is no plan of his."""
    demands, word = load_cues().verbs["demand"], asked.view.words[governor.token]
    infinitive = asked.view.tokens[governor.token].is_infinitive
    return cue.modality == "possible" and infinitive and word in demands


def going(asked: Asked) -> Iterator[Cue]:
    """Read the near future: "va tirer"."""
    for verb in _related(asked, "verb"):
        word = asked.view.words[verb]
        if word in load_cues().words["planned.going"]:
            yield Cue("planned", word)


def denied_governor(asked: Asked) -> Iterator[Cue]:
    """Read a negated governor: "n'a pas voulu tirer", "n'a pas eu l'occasion de rencontrer"."""
    view, cues = asked.view, load_cues()
    verbal = view.pos[asked.token] in VERBAL
    for governor in asked.above:
        verb, word = governor.token, view.words[governor.token]
        if governor.how not in {"verb", "object"}:
            continue
        if is_left_open(view, verb) or _is_withheld(asked, governor):
            return  # "n'a voulu ni confirmer ni démentir", "n'a pas voulu confirmer"
        if negation_of(view, verb) is None:
            if word in cues.verbs["doubled.asserted"]:
                return  # "ne devaient pas empêcher les pourparlers": nor does what stands above
            continue
        if word in cues.verbs["doubled.asserted"]:
            continue
        left_open = word in cues.words["doubled.adjectives"] and _points_to(view, asked.token)
        listed = word in cues.verbs["doubled.possible"] or word in cues.verbs["doubtful"]
        wanted = only_wanted(asked, governor)
        if listed or left_open:
            yield Cue("possible", word, holder=verb)
        elif wanted is not None:
            yield Cue("possible", view.words[wanted])
        elif governor.how == "verb" or verbal or _deed_denied(asked, governor):
            yield Cue("negated", word, decisive=True)


def _is_withheld(asked: Asked, governor: Governor) -> bool:
    """Return whether somebody would not say so: "n'a pas voulu confirmer le tir"."""
    view = asked.view
    begin, _ = view.sentence(governor.token)
    infinitive = view.tokens[governor.token].is_infinitive
    return infinitive and withholding(view, governor.token, begin) is not None


def _points_to(view: DocView, token: int) -> bool:
    phrase = view.phrase(token)
    return phrase is not None and phrase.prep in TO


def announced(asked: Asked) -> Iterator[Cue]:
    """Read an event that is announced, and so planned: "annonce une visite"."""
    if asked.mention.event_type.announced_ahead:
        for verb in _related(asked, "object"):
            word = asked.view.words[verb]
            if word in load_cues().verbs["reporting.announce"]:
                yield Cue("planned", word, yields=True)  # "évoque un possible voyage"


def conditional_verb(asked: Asked) -> Iterator[Cue]:
    """Read the hearsay of the verb that has the event as its object: "aurait procédé à un tir".

    Or of the verb that tries it or has it done: "aurait tenté de tirer", "aurait fait fusiller", or
    that shows it: "des photos montreraient l'envoi d'obus".
    """
    view, own = asked.view, asked.view.tokens[asked.token]
    for verb in _related(asked, "verb"):
        word, carried = view.words[verb], load_cues().verbs["trying"]
        if (word in carried or word in CAUSING) and view.words[verb - 1] in HEARSAY:
            yield Cue("reported", word)
    for verb in _related(asked, "object"):
        shows = view.words[verb] in SHOWING and is_conditional(view, verb)
        if shows and negation_of(view, verb) is None:
            yield Cue("reported", view.words[verb])
    if asked.mention.group is not None or asked.mention.positions.light is not None:
        return
    above = first_joined(view, asked.token).head  # "à un vol, puis à un tir"
    auxiliaries = [view.words[c.i] for c in above.children if c.i < above.i < own.i]
    hearsay = [word for word in auxiliaries if word in HEARSAY]
    carries = view.words[above.i] in load_cues().verbs["carrying"]
    if hearsay and (carries or not is_definite(view, asked.token)):
        yield Cue("reported", view.words[above.i])


def later(asked: Asked) -> Iterator[Cue]:
    """Read what is still to be done to the event: "Séoul maintiendra ses exercices"."""
    view, verbs, phrase = asked.view, load_cues().verbs, asked.view.phrase(asked.token)
    if phrase is None:
        return
    for verb in _related(asked, "object"):
        word = view.words[verb]
        attends = phrase.prep in TO and word in ATTENDING
        if phrase.prep not in DIRECT and not attends:
            return  # "paiera pour toute livraison"
        tagged = view.tokens[verb].morph.get("Tense", []) == ["Fut"] and word.endswith(FUTURE)
        ahead = tagged or word in _futures() or _was_to_come(view, verb)  # not "font"
        compound = view.pos[verb - 1] == "AUX"  # "aura dénoncé" only counts what is done by then
        kept = word in verbs["carrying"] or word in verbs["keeping"]
        made = kept or attends or not is_definite(view, asked.token)
        if ahead and made and not compound and negation_of(view, verb) is None:
            yield Cue("planned", word)


def _was_to_come(view: DocView, verb: int) -> bool:
    """Match "a annoncé qu'il étendrait ses exercices": a future in the past."""
    begin, _ = view.sentence(verb)
    if not view.words[verb].endswith(TO_COME):
        return False
    that = next((i for i in range(verb - 1, begin, -1) if view.words[i] in THAT), begin)
    saying = load_cues().saying
    said = (i for i in range(that - 1, max(begin, that - AROUND_VERB) - 1, -1))
    told = next((i for i in said if view.words[i] in saying), None)
    return told is not None and told > begin and view.words[told - 1] in AVOIR


def tried_later(asked: Asked) -> Iterator[Cue]:
    """Read "tentera de lancer", "commencera à livrer", "les exercices consisteront à tirer"."""
    view, trying = asked.view, load_cues().verbs["trying"] | WILL_DO
    for verb in _related(asked, "verb"):
        word = view.words[verb]
        if word in trying and _in_future(view, verb, trying[word]):
            yield Cue("planned", word)


def _in_future(view: DocView, verb: int, lemma: str) -> bool:
    tenses = {tense for form, tense in conjugate(lemma).items() if key(form) == view.words[verb]}
    return tenses == {"future"} and negation_of(view, verb) is None


@cache
def _futures() -> frozenset[str]:
    """Return the futures of verbs of doing, some of which taggers take for presents."""
    verbs = load_cues().verbs
    lemmas = {*verbs["carrying"].values(), *verbs["keeping"].values()}
    forms = ((form, tense) for lemma in lemmas for form, tense in conjugate(lemma).items())
    return frozenset(key(form) for form, tense in forms if tense == "future")


def _related(asked: Asked, how: str) -> Iterator[int]:
    yield from (governor.token for governor in asked.above if governor.how == how)


def _of_verb(asked: Asked, governor: Governor) -> Cue | None:
    """Return the cue of a governing verb, unless it is negated or only looks like one."""
    view, cues, verb = asked.view, load_cues(), governor.token
    word = view.words[verb]
    if is_left_open(view, verb) or _is_withheld(asked, governor):
        return Cue("possible", word, holder=verb)
    denied = negation_of(view, verb) is not None
    if denied_above(asked, governor) or (denied and word in cues.verbs["doubled.asserted"]):
        return None if denied else of_what_may_go_on(asked, governor)
    if word in cues.verbs["ceasing"]:
        return None if denied else _of_ceasing(asked, verb)
    if _hands_over(asked, governor):
        return None
    if word in cues.verbs["denial"] or word in cues.verbs["negated"] or _holds_back(view, verb):
        return None if denied else _of_refusal(asked, governor)
    if (modality := of_modal(view, governor)) is not None:
        return Cue(modality, word)
    if word in cues.verbs["planned.modals"]:
        return None
    if _was_done(view, verb):
        return None
    if word in cues.verbs["planned"] and _plans(view, governor) and not _is_means(asked, governor):
        vows = cues.verbs["planned"][word] in WORDS["vowing"]
        return Cue("planned", word, holder=verb if vows or _is_foreseen(view, verb) else None)
    if word in cues.words["planned.ready"]:
        return Cue("planned", word)
    if word in cues.words["possible.glad"]:
        return Cue("possible", word) if would_be(view, verb) else None
    if word in cues.verbs["trying"] and view.words[verb - 1] in AVOIR:
        return None  # "a tenté de tirer" is not "est tenté de tirer"
    if word in cues.verbs["possible"] or word in cues.words["possible.ready"]:
        return of_wish(asked, governor)
    numbered = is_talk_of_number(view, verb)  # "parle de 300 morts"
    if word in cues.verbs["talking"] and not (numbered or is_definite(view, asked.token)):
        return Cue("possible", word)
    return None


def _hands_over(asked: Asked, governor: Governor) -> bool:
    """Match "a remis une invitation à se rendre": what is put off is the deed itself."""
    lemma = load_cues().verbs["negated"].get(asked.view.words[governor.token])
    nearer = asked.above[: asked.above.index(governor)]
    return lemma in HANDING_OVER and any(each.how == "noun" for each in nearer)


def _of_refusal(asked: Asked, governor: Governor) -> Cue | None:
    """Read what is refused, called off or put off: "a annulé sa visite", "a reporté à mars"."""
    view, verb = asked.view, governor.token
    if is_put_off_to_a_day(view, verb):
        return Cue("planned", view.words[verb])
    if _is_demanded(asked, verb):
        return None  # "exige que Séoul annule ses manœuvres": it has not
    if (wanted := only_wanted(asked, governor)) is not None:
        return Cue("possible", view.words[wanted])
    ruled_out = load_cues().verbs["negated"].get(view.words[verb]) in WORDS["ruling_out"]
    denied = view.words[verb] in load_cues().verbs["denial"]
    return Cue("negated", view.words[verb], holder=verb if ruled_out or denied else None)


def _is_demanded(asked: Asked, verb: int) -> bool:
    """Return whether a verb stands in what somebody demands: "que Séoul annule"."""
    demands = load_cues().verbs["demand"]
    over = (s for s in asked.covering if s.first <= verb <= s.last and s.cue < s.first)
    return any(asked.view.words[scope.cue] in demands for scope in over)


def _of_ceasing(asked: Asked, verb: int) -> Cue | None:
    """Read "a cessé d'envoyer" as denied; what one is told to cease goes on."""
    word, demand = asked.view.words[verb], _demanded(asked)
    if demand is None and (_is_demanded(asked, verb) or is_conditional(asked.view, verb)):
        return None  # "exige que Pyongyang cesse ses tirs", "cesserait ses tirs si"
    if demand is not None:
        return Cue("reported", word, holder=demand)
    if any(asked.view.words[g.token] in VOWING for g in asked.above if g.token != verb):
        return None  # "a promis de cesser ses tirs": it has gone on until then
    return Cue("negated", word)


def _demanded(asked: Asked) -> int | None:
    """Return the verb that demands something above a word of ceasing."""
    demands = load_cues().verbs["demand"]
    return next((g.token for g in asked.above if asked.view.words[g.token] in demands), None)


def _holds_back(view: DocView, verb: int) -> bool:
    """Return whether a reflexive verb denies: "s'est gardé de"."""
    if view.words[verb] not in load_cues().verbs["negated.reflexive"]:
        return False
    begin, _ = view.sentence(verb)
    return not REFLEXIVE.isdisjoint(view.words[max(begin, verb - AROUND_VERB) : verb])


def _was_done(view: DocView, verb: int) -> bool:
    """Match "est accusé d'avoir ordonné le survol": whose order it was, is said of a deed."""
    cues = load_cues()
    lemma = cues.verbs["planned"].get(view.words[verb])
    before = verb - 1
    infinitive = before > 0 and view.tokens[before].is_infinitive
    return infinitive and lemma in cues.words["planned.done_if_accused"]


def _plans(view: DocView, governor: Governor) -> bool:
    """Return whether a verb plans the event: an infinitive, or for some ("préparer") a noun."""
    cues, at = load_cues(), governor.token
    lemma = cues.verbs["planned"][view.words[at]]
    if governor.how == "verb" or lemma in cues.words["planned.of_nouns"]:
        return True
    return _is_foreseen(view, at)


def _is_means(asked: Asked, governor: Governor) -> bool:
    """Match "ont convenu au téléphone de": the deed is how they did so, and not what is planned."""
    phrase = asked.view.phrase(asked.token)
    lemma = load_cues().verbs["planned"][asked.view.words[governor.token]]
    by_it = governor.how == "object" and phrase is not None and phrase.prep in TO
    return by_it and lemma not in PLANNING_WITH_TO


def _is_foreseen(view: DocView, at: int) -> bool:
    """Match "s'attend à un nouveau tir"."""
    cues = load_cues()
    listed = cues.words["planned.of_nouns_reflexive"]
    return is_reflexive(view, at) and cues.verbs["planned"].get(view.words[at]) in listed


def _deed_denied(asked: Asked, governor: Governor) -> bool:
    """Return whether a negated verb denies its object: "n'ont pas signé de traité"."""
    view = asked.view
    if next((g for g in asked.above if g.how == "object"), None) != governor:
        return False  # the object of another verb
    if any(g.how == "noun" for g in asked.above):
        return False
    word, phrase = view.words[governor.token], view.phrase(asked.token)
    if word in load_cues().verbs["presupposing"] or phrase is None:
        return False
    partitive = phrase.prep is not None and view.words[phrase.start] in OF
    return word in load_cues().verbs["carrying"] or partitive
