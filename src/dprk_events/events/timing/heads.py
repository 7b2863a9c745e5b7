"""The date at the head of a sentence, which holds for all its main verbs: "Mardi, …"."""

from __future__ import annotations

from dprk_events.events.timing.causes import GERUND, MARK, in_gerund
from dprk_events.events.timing.chain import Chain, Timed
from dprk_events.events.timing.cost import OPENING
from dprk_events.events.timing.grain import finer_beside
from dprk_events.events.timing.of_clauses import told_before
from dprk_events.events.timing.places import behind_aside, word_before
from dprk_events.events.timing.refusals import NEARER, TOO_FAR
from dprk_events.events.timing.verbs import carried_out, verb_before, witnessing
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import DocView

OF = closed_class("of")
CAUSATIVE = forms_of("faire")
STOPS = closed_class("clause_openers") | closed_class("hard_stops")
CLAUSE_OPENERS = closed_class("clause_openers")
AFTER_THE_FACT = word_lists(__package__)["after_the_fact"]
AS_WELL, RELATIVE = word_lists(__package__)["as_well"], word_lists(__package__)["relative"]
APART = frozenset({"acl:relcl", "acl", "advcl", "ccomp", "parataxis", "csubj"})
"""Relations of a clause that does not tell of the time at the head of the sentence."""
OPENED_BY_A_WORD = frozenset({"acl:relcl", "ccomp"})
"""Relations of a clause that a word opens; where none stands there, the parse is wrong."""
HOLDING = frozenset({TOO_FAR, NEARER})
"""Why a date at the head of a sentence was refused, though it may hold for all its main verbs."""


def of_the_head_of_its_sentence(chain: Chain, one: Timed) -> int | None:
    """See "Mardi, la Corée du Nord a tiré …, a envoyé … et …": it holds for the main verbs."""
    view = chain.view
    begin, _ = view.sentence(one.token)
    verb = told_by(chain, one, begin)
    if verb is None:
        return None
    for at, number in view.dates_in(view.sentence_at[one.token]):
        why = one.dating.refused.get(number, TOO_FAR)
        if at > begin + OPENING or not (why in HOLDING or in_gerund(view, begin, at)):
            continue
        if _opens_with_participle(view, begin, at):
            continue
        if _holds(view, one, at, verb) and word_before(view, at)[1] not in OF:
            return finer_beside(view, number)  # "Neuf jours plus tôt, le 2 mai, …"
    return None


def _opens_with_participle(view: DocView, begin: int, date: int) -> bool:
    """Match "Ouverte la veille, la rencontre …": the date is that of the participle."""
    participle = view.tokens[begin].is_participle
    return participle and not in_gerund(view, begin, date)


def told_by(chain: Chain, one: Timed, begin: int) -> int | None:
    """Return the verb by which a deed is told: its own, "a fait des morts", "a supervisé"."""
    view = chain.view
    group = one.raw.group
    if group is not None:
        if group.form != "infinitive":
            return group.verb
        above = verb_before(view, group.first, begin, STOPS)
        done = carried_out() | CAUSATIVE  # "avait fait tirer"
        return above if above is not None and view.words[above] in done else None
    light = one.raw.positions.light
    if light is not None and light.form != "infinitive":
        return light.verb
    phrase = view.phrase(one.token)
    if phrase is not None and phrase.prep in AFTER_THE_FACT:
        return None  # "a supervisé lundi un essai, au lendemain d'un exercice"
    above = verb_before(view, one.token, begin, STOPS)
    if above is not None and view.words[above] in witnessing():
        return above
    return _told_in_one_list(chain, one)


def _told_in_one_list(chain: Chain, one: Timed) -> int | None:
    """Return the verb of "a procédé à un essai, ainsi qu'à des tirs", for the tests at its end."""
    view = chain.view
    other = next(iter(chain.before(one)), None)
    if other is None or other.raw.group is not None or other.raw.positions.light is None:
        return None
    listed = [i for i in range(other.token + 1, one.token) if view.words[i] in AS_WELL]
    if not listed or any(
        view.is_finite(view.tokens[i]) or view.words[i] in RELATIVE
        for i in range(other.token + 1, one.token)
    ):
        return None
    return other.raw.positions.light.verb


def _holds(view: DocView, one: Timed, date: int, verb: int) -> bool:
    """Return whether a date holds for a verb of its sentence: a main verb, or both pluperfect."""
    group = one.raw.group or one.raw.positions.light
    if group is not None and group.compound and group.tense == "present-participle":
        return True  # "Lundi, ils ont franchi la ligne, l'armée ayant tiré en l'air"
    if group is None or group.tense != "imperfect":
        if not is_apart(view, verb):
            return True
    elif group.compound and _is_main(view, verb):
        return True  # "Dans la nuit de lundi à mardi, des soldats avaient pénétré …"
    return group is not None and group.compound and told_before(view, date, one.token)


def _is_main(view: DocView, verb: int) -> bool:
    """Match the main verb of a sentence, and one joined to it: "…, et ils avaient tiré"."""
    own = view.tokens[verb]
    if own.head.i == verb or behind_aside(view, view.sentence(verb)[0], verb):
        return True
    if _is_misread(view, own.head.i, verb, own.dep_):
        return True  # "Le 16 mars, au quatrième jour des manœuvres, le Nord avait tiré"
    return own.dep_ == "conj" and own.head.head.i == own.head.i and not is_apart(view, verb)


def is_apart(view: DocView, token: int) -> bool:
    """Return whether a verb stands in a clause that does not tell of the main clause's time."""
    here = view.tokens[token]
    for _ in range(view.sentence(token)[1] - view.sentence(token)[0]):
        apart = here.dep_ in APART and not _is_gerund(view, here.i)
        if apart and not _is_misread(view, here.head.i, here.i, here.dep_):
            return True
        if here.head.i == here.i:
            return False
        here = here.head
    return False


def _is_gerund(view: DocView, token: int) -> bool:
    """Match "en réussissant" in "est rentré en réussissant à franchir": one time with its verb."""
    head = view.tokens[token].head.i
    gerund = view.words[token].endswith(GERUND) and view.words[token - 1] in MARK
    return gerund and head < token and CLAUSE_OPENERS.isdisjoint(view.words[head:token])


def _is_misread(view: DocView, head: int, verb: int, relation: str) -> bool:
    """Return whether a clause is taken for one that hangs on a word, though no word opens it."""
    if relation not in OPENED_BY_A_WORD or head > verb:
        return False
    if CLAUSE_OPENERS.isdisjoint(view.words[head + 1 : verb]):
        return True
    return behind_aside(view, head, verb)
