"""Find what is still to come: an aim, a launch that one gives notice of, what one warns of."""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.events.modality.cue import Asked, Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.negated import negation_of
from dprk_events.events.modality.predicate import is_conditional
from dprk_events.events.modality.speaker import SPEAKING
from dprk_events.french import closed_class, conjugate, forms_of, key, word_lists
from dprk_events.syntax import VERBAL, DocView, VerbGroup

WORDS = word_lists(__package__)
FOR, SO_AS, TO = WORDS["for"], WORDS["so_as"], WORDS["before_aimed_infinitive"]
AGAINST, OF = WORDS["against"], closed_class("of")
THREATENING = forms_of(*WORDS["verbs_of_threatening"])
CLAUSE_MARKS = WORDS["clause_marks"]
BETWEEN = closed_class("between_verb_and_infinitive")
WITHIN = BETWEEN - closed_class("of") - closed_class("to")
"""Pronouns before an infinitive: "pour y rencontrer"."""
HARD_STOPS = closed_class("hard_stops")
SPEAKERS, OWN = WORDS["speaking_of_oneself"], closed_class("possessives")
SUBJECT = 3
"""Words before a verb within which its subject stands."""
AIM_REACH, WARNING_REACH, NOTICE_REACH = 4, 12, 9
"""Greatest distances from an infinitive to its "pour", from an event to who warns of it."""

CONDITIONAL = tuple(sorted(WORDS["endings_of_conditionals"]))
MEANS = forms_of(*WORDS["verbs_of_means"]) | WORDS["forms_of_means"]
ON_THE_WAY = forms_of(*WORDS["verbs_of_setting_out"])
GOING = WORDS["infinitives_of_going"]
WARNING, NOTICE = forms_of(*WORDS["verbs_of_warning"]), forms_of(*WORDS["verbs_of_notice"])


def aim(asked: Asked) -> Iterator[Cue]:
    """Read "est à Moscou pour rencontrer": planned, or what the main verb makes of it.

    What was done to an end that the past already holds ("a utilisé un silo pour tirer") is told.
    """
    view, group = asked.view, asked.mention.group or asked.mention.positions.light
    if group is None or group.form != "infinitive" or group.compound:
        return
    at = _aiming(view, group)
    if at is None:
        return
    main = _main_verb(view, at)
    if main is None:
        if _verbless(view, at):
            yield Cue("planned", view.words[at], yields=True)
        return
    word = view.words[main]
    if word in MEANS or _is_charged(asked, main):
        return
    if negation_of(view, main) is not None:
        yield Cue("negated", view.words[at])
    elif word in load_cues().verbs["possible.modals"]:
        yield Cue("possible", word)
    elif not is_past(view, main) or word in ON_THE_WAY:
        yield Cue("planned", view.words[at], yields=True)


def notified(asked: Asked) -> Iterator[Cue]:
    """Read "informe Tokyo du lancement d'un satellite": what one gives notice of is to come.

    What another does ("informe Tokyo du tir de Pyongyang") is done.
    """
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or asked.mention.group is not None:
        return
    verb = _verb_before(view, phrase.start, NOTICE, NOTICE_REACH)
    actors = [fill.phrase for fill in asked.mention.fills if fill.role == "actor"]
    if verb is not None and all(p is not None and p.last < verb for p in actors):
        yield Cue("planned", view.words[verb])


def warned_against(asked: Asked) -> Iterator[Cue]:
    """Read "met en garde Moscou contre un transfert d'armes": it may be."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep not in AGAINST:
        return
    verb = _verb_before(view, phrase.start, WARNING, WARNING_REACH)
    if verb is not None and not _is_blame(view, verb):
        yield Cue("possible", view.words[verb])


def _is_blame(view: DocView, verb: int) -> bool:
    """Match "mis en cause pour le vol", which is no warning as "mis en garde contre un vol" is."""
    return " ".join(view.words[verb + 1 : verb + 3]) in WORDS["idioms_of_somebody"]


def threatened_with(asked: Asked) -> Iterator[Cue]:
    """Read "menace Séoul d'une frappe", "a menacé dès lundi Tokyo et Séoul de représailles"."""
    view, phrase = asked.view, asked.view.phrase(asked.token)
    if phrase is None or phrase.prep not in OF or asked.mention.group is not None:
        return
    whom = view.phrase(phrase.start - 1) if phrase.start else None
    if whom is None or whom.last != phrase.start - 1 or not view.kinds(whom) & SPEAKING:
        return  # "menace de suites l'auteur du tir"
    begin, _ = view.sentence(phrase.start)
    for i in range(phrase.start - 1, max(begin, phrase.start - WARNING_REACH) - 1, -1):
        if view.words[i] in THREATENING and view.entity_at[i] is None:
            if negation_of(view, i) is None and i < phrase.start - 1:
                yield Cue("possible", view.words[i], holder=i)
            return
        if view.words[i] in CLAUSE_MARKS or view.is_finite(view.tokens[i]):
            return


def threatened(asked: Asked) -> Iterator[Cue]:
    """Read "« Nous frapperons Séoul », a dit Kim": who says that he will do harm threatens."""
    group = asked.mention.group or asked.mention.positions.light
    if group is None or not asked.mention.event_type.harms:
        return
    told = any(scope.modality is None and not scope.denies for scope in asked.covering)
    ahead = group.tense in {"future", "conditional"} and not group.compound
    if told and ahead and _does_it_oneself(asked.view, group):
        yield Cue("possible", asked.view.words[group.verb])


def _does_it_oneself(view: DocView, group: VerbGroup) -> bool:
    """Match "nous frapperons", "qu'elle frapperait", "que son armée frapperait": who says so acts.

    Others only foretell it: "la Russie utilisera ces missiles, a dit Kirby".
    """
    begin, _ = view.sentence(group.verb)
    before = view.words[max(begin, group.first - SUBJECT) : group.first]
    nearest = [*before[-1:], *view.words[group.first : group.verb]]
    return not SPEAKERS.isdisjoint(nearest) or not OWN.isdisjoint(before)


def _aiming(view: DocView, group: VerbGroup) -> int | None:
    """Return the "pour" before an infinitive, or before the one that it is joined to."""
    first = group.first
    token = view.tokens[group.verb]
    if token.dep_ == "conj" and token.head.i < first and token.head.pos_ in VERBAL:
        first = token.head.i
    begin, _ = view.sentence(first)
    for i in range(first - 1, max(begin, first - AIM_REACH) - 1, -1):
        word = view.words[i]
        if word in FOR or (word in TO and i > begin and view.words[i - 1] in SO_AS):
            return i
        if not (word in WITHIN or view.pos[i] == "ADV" or word in GOING):
            return None
    return None


def _main_verb(view: DocView, aim: int) -> int | None:
    """Return the verb whose aim it is: the last before it, with its participle."""
    begin, _ = view.sentence(aim)
    for i in range(aim - 1, begin - 1, -1):
        if view.words[i] in HARD_STOPS:
            return None
        if view.entity_at[i] is None and view.pos[i] in VERBAL:
            infinitive = view.tokens[i].is_infinitive
            above = _governing(view, i, begin) if infinitive else None
            return i if above is None else above
    return None


def _governing(view: DocView, infinitive: int, begin: int) -> int | None:
    """Return the verb just before an infinitive: "pourrait" in "pourrait s'y rendre"."""
    i = infinitive - 1
    while i > begin and (view.words[i] in BETWEEN or view.pos[i] == "ADV"):
        i -= 1
    return i if view.pos[i] in VERBAL and view.entity_at[i] is None else None


def _verbless(view: DocView, aim: int) -> bool:
    """Return whether nothing but the aim has a verb: "Kim à Moscou pour rencontrer Poutine"."""
    begin, end = view.sentence(aim)
    return not view.has_finite(begin, end + 1)


def _is_charged(asked: Asked, main: int) -> bool:
    """Match "accuse Pyongyang de vider ses dépôts pour livrer Moscou": it is said to be done."""
    if not asked.view.tokens[main].is_infinitive:
        return False
    charging = load_cues().words["reporting.charging"]
    reporting = load_cues().verbs["reporting"]
    over = (scope for scope in asked.covering if scope.cue < scope.first <= main)
    return any(reporting.get(asked.view.words[scope.cue]) in charging for scope in over)


def _would(view: DocView, verb: int) -> bool:
    """Match "se rendrait", which taggers may take for an imperfect, by the forms of its lemma."""
    word = view.words[verb]
    if not word.endswith(CONDITIONAL):
        return False
    try:
        forms = conjugate(view.tokens[verb].lemma_)
    except ValueError:
        return False  # what the model takes for the lemma need be no verb
    return any(key(form) == word and tense == "conditional" for form, tense in forms.items())


def is_past(view: DocView, verb: int) -> bool:
    """Return whether a verb tells of the past, by its tense or as a participle."""
    token = view.tokens[verb]
    if token.is_participle:
        return True
    if is_conditional(view, verb) or _would(view, verb):
        return False
    return token.morph.get("Tense", []) in (["Past"], ["Imp"])


def _verb_before(view: DocView, start: int, forms: frozenset[str], reach: int) -> int | None:
    """Return the nearest of some verbs before a phrase, in its clause."""
    begin, _ = view.sentence(start)
    for i in range(start - 1, max(begin, start - reach) - 1, -1):
        if view.words[i] in forms and view.entity_at[i] is None:
            return i
        if view.words[i] in CLAUSE_MARKS:
            return None
    return None
