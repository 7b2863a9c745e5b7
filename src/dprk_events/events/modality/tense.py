"""Read the tense of a mention's verb: "tirera" is planned, "aurait tiré" is hearsay."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import WITHOUT, negation_of, only_looks_so
from dprk_events.events.modality.scope import Scope
from dprk_events.french import closed_class, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import VERBAL, DocView, Phrase, VerbGroup

WORDS = word_lists(__package__)
THAT, PASSIVE = closed_class("que"), WORDS["passive_participle"]
HEARSAY = WORDS["hearsay_auxiliaries"]
OPENING = frozenset(",«")
ABSOLUTE = WORDS["absolute_auxiliaries"]
SUPPOSING = WORDS["condition_openers"] | WORDS["supposing"]
AROUND = 4
"""Words before a participle within which its auxiliaries and negation stand."""
SOON, SOON_REACH = WORDS["soon"], 8
"""Words that tell of what is to come, and the most words between a verb and them."""
COMPLEMENTS = frozenset({"nmod", "obl:arg"})
DEFINITE = WORDS["definite_determiners"]
PARTITIVE = WORDS["partitive_articles"]
CONDITIONAL = tuple(sorted(WORDS["endings_of_conditionals"]))


def future(asked: Asked) -> Iterator[Cue]:
    """Read "tirera", "sera tiré"; "aura tiré" only counts what is done by then."""
    group = asked.mention.group or asked.mention.positions.light
    if group is None or group.tense != "future" or negation_of(asked.view, group.verb) is not None:
        return
    if group.passive or not group.compound:
        yield Cue("planned", asked.view.words[group.verb])


def conditional(asked: Asked) -> Iterator[Cue]:
    """Read "aurait tiré" as hearsay, unless it is a future in the past or under a condition."""
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is not None and is_only_thought_away(view, group.verb):
        return
    if group is not None and group.tense == "conditional":
        saying = asked.covering[-1] if asked.covering else None
        ahead = asked.mention.event_type.announced_ahead
        modality = of_conditional(view, group, saying, ahead=ahead)
        # "les informations selon lesquelles Kim se rendrait à Pékin" may not be confirmed
        weak = modality == "planned" and ahead and saying is not None
        yield Cue(modality, view.words[group.verb], yields=weak)


def absolute_participle(asked: Asked) -> Iterator[Cue]:
    """Read "Des soldats auraient été vus, certains ayant été tués": hearsay as its main verb."""
    view, group = asked.view, asked.mention.group
    if group is None or ABSOLUTE.isdisjoint(view.words[group.first : group.verb]):
        return
    begin, _ = view.sentence(group.verb)
    for i in range(group.first - 1, begin - 1, -1):
        if view.words[i] in HEARSAY:
            yield Cue("reported", view.words[i])
            return


def of_what_is_hearsay(asked: Asked) -> Iterator[Cue]:
    """Read "recevrait du matériel fourni par la Russie": what is only said to be got, or given."""
    view, group = asked.view, asked.mention.group
    if group is None or group.compound or group.form != "past-participle":
        return
    thing = next(iter(asked.mention.positions.phrases.get("object", ())), None)
    articles = set() if thing is None else {*view.words[thing.start : thing.first]}
    if thing is None:
        return
    known = DEFINITE | PARTITIVE if _completes_noun(view, thing) else DEFINITE - PARTITIVE
    if not known.isdisjoint(articles):
        return
    begin, _ = view.sentence(group.verb)
    for i in range(thing.start - 1, begin - 1, -1):
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            if view.words[i] in HEARSAY:
                return  # "serait derrière le vol de jetons siphonnés lundi"
            said = view.words[i].endswith(CONDITIONAL) or view.words[i - 1] in HEARSAY
            if said and not is_counterfactual(view, i):
                yield Cue("reported", view.words[i])
            return


def _completes_noun(view: DocView, thing: Phrase) -> bool:
    """Match "l'argent des obus"; a verb takes "des obus" or "du matériel" as some of it."""
    before, own = view.phrase(thing.start - 1), view.tokens[thing.head]
    completes = before is not None and before.prep is None and before.first <= own.head.i
    return completes and own.dep_ in COMPLEMENTS


def is_counterfactual(view: DocView, verb: int) -> bool:
    """Return whether a conditional stands under a condition: "si …", "sans l'aide de Moscou, …"."""
    begin, end = view.sentence(verb)
    if not load_cues().words["possible.conditions"].isdisjoint(view.words[begin : end + 1]):
        return True
    text = f" {' '.join(view.words[begin : end + 1])} "
    if any(f" {opener} " in text for opener in SUPPOSING):
        return True
    for i in range(begin, verb):
        if view.words[i] in WITHOUT:
            first = i == begin or view.texts[i - 1] in OPENING
            return first and not only_looks_so(view, i)
        if view.pos[i] in VERBAL and view.entity_at[i] is None:
            return False
    return False


def is_only_thought_away(view: DocView, verb: int) -> bool:
    """Match "Sans Helsinki, la rencontre n'aurait pas eu lieu": it has taken place."""
    begin, _ = view.sentence(verb)
    hearsay = not HEARSAY.isdisjoint(view.words[max(begin, verb - AROUND) : verb])
    opens = view.words[begin] in WITHOUT and not only_looks_so(view, begin)
    return hearsay and opens and negation_of(view, verb) is not None


def of_conditional(
    view: DocView, group: VerbGroup, saying: Scope | None, *, ahead: bool
) -> Modality:
    """Classify a conditional: of a condition, future in the past, or hearsay.

    Of deeds that are told ``ahead``, hearsay in a simple form is of a plan: "se rendrait à Moscou".
    """
    if is_counterfactual(view, group.verb) or _of_what_is_threatened(view, group.verb):
        return "possible"
    if saying is not None and _is_simple(view, group) and _said_before(view, group, saying):
        return "planned"
    if _is_simple(view, group) and (ahead or _is_soon(view, group.verb)):
        return "planned"
    return "reported"


def _of_what_is_threatened(view: DocView, verb: int) -> bool:
    """Match "a menacé d'abattre les avions qui violeraient la frontière"."""
    own = view.tokens[verb]
    above = own.head.head
    if own.dep_ != "acl:relcl" or not above.is_infinitive:
        return False
    cues, word = load_cues(), view.words[above.head.i]
    return word in cues.verbs["possible"] or word in cues.verbs["planned"]


def _is_simple(view: DocView, group: VerbGroup) -> bool:
    """Return whether a form is simple ("tirerait", "serait tiré") rather than "aurait tiré"."""
    if not group.compound:
        return True
    return group.passive and PASSIVE.isdisjoint(view.words[group.first : group.verb])


def _is_soon(view: DocView, verb: int) -> bool:
    """Match "se rendrait prochainement à Moscou", "serait livré d'ici la fin de l'année"."""
    begin, end = view.sentence(verb)
    near = view.words[max(begin, verb - AROUND) : min(end, verb + SOON_REACH) + 1]
    return not SOON.isdisjoint(near)


def _said_before(view: DocView, group: VerbGroup, saying: Scope) -> bool:
    """Return whether it is a future in the past: "a annoncé qu'il tirerait"."""
    return saying.past and saying.cue < group.verb and view.words[saying.first] in THAT
