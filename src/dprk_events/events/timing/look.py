"""Where a mention looks from the time of writing: back, ahead, or ahead from a time in the past.

An ordered tuple of strategies; the first that answers is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dprk_events.events.event import Look
from dprk_events.events.modality.around import any_such, condition
from dprk_events.events.modality.cue import Asked
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.predicate import is_conditional
from dprk_events.events.timing.verbs import came_of_it, hoping, telling, verb_before
from dprk_events.french import word_lists
from dprk_events.syntax import VERBAL, DocView

BACK = frozenset({"present", "imperfect", "infinitive"})
"""Tenses of the auxiliary of a compound past: "a tiré", "avait tiré", "sans avoir tiré"."""
AHEAD = frozenset({"future", "conditional"})
WORDS = word_lists(__package__)
BEEN = WORDS["been"]
FOR, NEEDED, COMING = WORDS["for"], WORDS["needed"], WORDS["coming"]
AUXILIARIES = 3
"""How many words before a governing participle its auxiliary may be."""


def look_of(asked: Asked) -> Look | None:
    """Return where a mention looks; None where its words do not tell.

    ``asked`` has the scopes of speech around it, whether or not they apply to it.
    """
    return next((look for strategy in STRATEGIES if (look := strategy(asked)) is not None), None)


def of_own_tense(asked: Asked) -> Look | None:
    """Read "a tiré", "tirera"; not "aura tiré"."""
    group = asked.mention.group or asked.mention.positions.light
    if group is None or group.form == "infinitive":
        return None
    been = not BEEN.isdisjoint(asked.view.words[group.first : group.verb])
    if group.tense == "infinitive" and group.passive and not been:
        return None  # "devraient être punis"
    if group.compound and group.tense in BACK:
        return "past"
    if group.tense not in AHEAD or group.compound:
        return None
    begin, _ = asked.view.sentence(group.verb)
    then = group.tense == "conditional" and _tells_past(asked.view, begin, group.first - 1)
    return "then" if then else "ahead"  # "a menacé les avions qui passeraient"


def of_verb_above(asked: Asked) -> Look | None:
    """Read "veut tirer", "pourrait tirer" (ahead); "voulait tirer", "avait menacé de" (then)."""
    above = next((each.token for each in asked.above if each.how == "verb"), None)
    return None if above is None else _of_finite(asked.view, above)


def of_what_came_of_it(asked: Asked) -> Look | None:
    """Read "n'a pas pu tirer", "n'a pas eu d'entretien": what is told is over."""
    view = asked.view
    for each in asked.above:
        if each.how in {"verb", "object"} and view.words[each.token] in came_of_it():
            before = range(max(view.sentence(each.token)[0], each.token - AUXILIARIES), each.token)
            compound = view.tokens[each.token].morph.get("VerbForm", []) == ["Part"]
            told = compound and any(view.is_finite(view.tokens[i]) for i in before)
            return "past" if told else None
    return None


def of_what_one_hopes(asked: Asked) -> Look | None:
    """Read "souhaite une rencontre", "veut dissuader Moscou d'un envoi", "craint que … ne"."""
    view = asked.view
    for verb in (*_hoping_above(asked), *_hoping_around(asked)):
        look = _of_finite(view, verb)
        if look is not None:
            return look
    return None


def of_purpose(asked: Asked) -> Look | None:
    """Read what is to come of a deed: "attendu à Moscou pour rencontrer", "a besoin de … pour"."""
    view, group = asked.view, asked.mention.group
    if group is None or group.form != "infinitive" or view.words[group.first - 1] not in FOR:
        return None
    begin, _ = view.sentence(group.verb)
    if _tells_past(view, begin, group.first - 1):
        return None  # "a fui pour rejoindre le Sud"
    needed = not NEEDED.isdisjoint(view.words[begin : group.first])
    return "ahead" if needed else "aimed"


def of_condition(asked: Asked) -> Look | None:
    """Read "si Pyongyang tire un missile"; not "si Pyongyang tirait"."""
    group = asked.mention.group or asked.mention.positions.light
    present = group is not None and group.tense == "present" and not group.compound
    return "ahead" if present and next(condition(asked), None) is not None else None


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
    return None if _tells_past(view, *view.sentence(asked.token)) else "ahead"


def of_warning(asked: Asked) -> Look | None:
    """Read "met en garde contre toute vente"; not "a mis en garde"."""
    view = asked.view
    if next(any_such(asked), None) is None:
        return None
    begin, _ = view.sentence(asked.token)
    verb = verb_before(view, asked.token, begin)
    return None if verb is None or view.pos[verb - 1] == "AUX" else _of_tense(view, verb)


STRATEGIES: tuple[Callable[[Asked], Look | None], ...] = (
    of_own_tense, of_what_came_of_it, of_purpose, of_verb_above, of_what_one_hopes,
    of_condition, of_subject, of_warning, of_hope_alone,
)  # fmt: skip
"""How the words around a mention tell where it looks."""


def _hoping_above(asked: Asked) -> Iterator[int]:
    """Yield the governing words that hope, fear, plan or enable."""
    for each in asked.above:
        ready = asked.view.words[each.token] in load_cues().words["possible.ready"]
        if each.how in {"verb", "object"} and (asked.view.words[each.token] in hoping() or ready):
            yield each.token


def _hoping_around(asked: Asked) -> Iterator[int]:
    yield from (s.cue for s in asked.covering if s.modality is not None)


def _of_finite(view: DocView, verb: int) -> Look | None:
    """Read the tense of a verb, or of the one above its infinitive or adjective."""
    before = range(max(view.sentence(verb)[0], verb - AUXILIARIES), verb + 1)
    finite = [i for i in before if view.is_finite(view.tokens[i])]
    if not finite or view.pos[verb] not in VERBAL:
        above = _finite_above(view, verb)
        return None if above is None else _of_tense(view, above)
    look = _of_tense(view, finite[-1])
    return look if look == "then" or finite[-1] == verb else None


def _finite_above(view: DocView, i: int) -> int | None:
    """Find the nearest finite verb above an infinitive or an adjective, with no past between."""
    here = view.tokens[i]
    if here.morph.get("VerbForm", []) == ["Part"]:
        return None
    begin, end = view.sentence(i)
    for _ in range(end - begin):
        if here.head.i == here.i:
            return None
        here = here.head
        if view.is_finite(here):
            return here.i
        if here.morph.get("VerbForm", []) == ["Part"]:
            return None
    return None


def _of_tense(view: DocView, verb: int) -> Look | None:
    """Read a finite form: imperfect, or present, future and conditional."""
    sure = hoping().get(view.words[verb])  # the tagger takes "devraient" for an imperfect
    if sure in AHEAD or sure == "imperfect":
        return "ahead" if sure in AHEAD else "then"
    morph = view.tokens[verb].morph
    if telling().get(view.words[verb]) == "present":
        return "ahead"
    if morph.get("Tense", []) == ["Imp"]:
        return "then"
    ahead = morph.get("Tense", []) in (["Pres"], ["Fut"]) or morph.get("Mood", []) == ["Cnd"]
    return "ahead" if ahead else None


def _tells_past(view: DocView, first: int, last: int) -> bool:
    """Return whether a verb between two tokens is in a past tense: "a livré", "livrait"."""
    return any(
        view.pos[i] in VERBAL
        and view.entity_at[i] is None
        and (
            view.tokens[i].morph.get("Tense", []) in (["Imp"], ["Past"])
            and (view.is_finite(view.tokens[i]) or view.pos[i - 1] == "AUX")
        )
        for i in range(max(1, first), last + 1)
    )
