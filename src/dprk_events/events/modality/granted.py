"""Decide whether an event is presupposed rather than asserted, from its articles."""

from __future__ import annotations

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.depicted import is_depicted
from dprk_events.events.modality.described import is_described
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.quotes import Quotations
from dprk_events.events.modality.scope import Scope
from dprk_events.french import (
    closed_class,
    forms_of,
    looks_like_participle,
    phrase_of,
    word_lists,
)
from dprk_events.syntax import NOUNS, VERBAL, DocView, Phrase, VerbGroup, is_reduced

WORDS = word_lists(__package__)
GRANTED_AFTER = WORDS["prepositions_of_granted_deeds"]
BEFORE_GRANTED = WORDS["before_granted_deeds"]
POINTING = closed_class("demonstratives") | closed_class("possessives")
FORETELLING = WORDS["set_for_the_future"] | WORDS["weighed"] | WORDS["nearing"]
MERELY_SAID = WORDS["hearsay_auxiliaries"] | WORDS["to_come"]
INDEFINITE = WORDS["one_article"] | WORDS["source_of"]
CONTRACTED = WORDS["contracted_articles"]
TOTALS = WORDS["totals"]
RELATIVE = WORDS["relative"] | WORDS["relative_subject"]
HAPPENED, ASIDE_REACH = WORDS["happened"], 8
"""Participles of an aside behind a deed, and the most words before its comma."""
ABOUT, REAL = WORDS["about"], WORDS["real"]
BEING = forms_of("être")
LATEST = WORDS["latest"]
UNDER_WAY = ["en", "cours"]
QUOTE_REACH = 14
"""Greatest distance in words from the verb of an aside to the quotation behind it."""
OF, OBJECT = "de", "obj"
AMONG = "parmi"
DEFINITE, OCCASIONS = WORDS["definite_determiners"], WORDS["occasions_of_saying"]


def covers(view: DocView, quotes: Quotations, scope: Scope, mention: RawMention) -> bool:
    """Return whether a scope around a mention's trigger applies to it."""
    token = mention.candidate.first
    if scope.cue == token:
        return False
    if is_occasion_of_saying(view, scope, token) or _is_of_known_thing(view, scope, token):
        return False
    if _describes_what_is_known(view, quotes, scope, mention):
        return False
    if is_described(view, quotes, scope, mention):
        return False
    if _is_beside(view, quotes, scope, token) or _opens(view, quotes, scope, mention):
        return False
    if _is_under_way(view, token) and scope.modality is None and not scope.denies:
        return False
    light = mention.positions.light
    aside = light is not None and not light.compound and view.words[light.verb] in HAPPENED
    told = (light is not None and not aside) or mention.group is not None
    return told or not _taken_for_granted(view, quotes, scope, token)


def _is_under_way(view: DocView, token: int) -> bool:
    """Match "lors de la visite en cours", which the speaker need not tell."""
    phrase = view.phrase(token)
    behind = [] if phrase is None else view.words[phrase.last + 1 : phrase.last + 3]
    return behind == UNDER_WAY and is_definite(view, token)


def _opens(view: DocView, quotes: Quotations, scope: Scope, mention: RawMention) -> bool:
    """Match "Capturé lundi, le soldat est mort, a confirmé Séoul": the writer brings him in so."""
    group, told_behind = mention.group, scope.cue > mention.candidate.first
    if group is None or not told_behind or scope.denies or scope.modality is not None:
        return False
    begin, _ = view.sentence(group.verb)
    opens = group.first <= begin + 1 and group.form == "past-participle" and not group.compound
    if not opens or quotes.around(group.verb):
        return False
    comma = next((i for i in range(group.verb + 1, scope.cue) if view.words[i] == ","), None)
    behind = range(scope.cue if comma is None else comma + 1, scope.cue)
    return any(view.is_finite(view.tokens[i]) for i in behind)


def is_occasion_of_saying(view: DocView, scope: Scope, token: int) -> bool:
    """Match "a estimé qu'il est temps d'agir lors d'une réunion": where it was said.

    It ends the sentence, and nothing told in it is in a compound past, which might have been then.
    """
    phrase = view.phrase(token)
    if (
        phrase is None
        or phrase.prep not in OCCASIONS
        or not scope.cue < scope.first <= phrase.start
    ):
        return False
    if scope.denies or scope.modality is not None or is_definite(view, token):
        return False
    told = range(scope.first, phrase.start)
    past = any(
        view.pos[i] in VERBAL
        and view.tokens[i].morph.get("Tense", []) == ["Past"]
        and not is_reduced(view, i)
        for i in told
    )
    return not past and any(view.is_finite(view.tokens[i]) for i in told)


def _is_of_known_thing(view: DocView, scope: Scope, token: int) -> bool:
    """Match "il s'agit d'un Hwasong-17, dévoilé lors d'un défilé": when the thing was shown."""
    phrase = view.phrase(token)
    if phrase is None or phrase.prep not in OCCASIONS or scope.denies or scope.modality is not None:
        return False
    shown = phrase.start - 1
    apposed = shown > scope.first and view.words[shown - 1] == ","
    return apposed and view.pos[shown] in VERBAL and looks_like_participle(view.words[shown])


def _describes_what_is_known(
    view: DocView, quotes: Quotations, scope: Scope, mention: RawMention
) -> bool:
    """Match "a promis de rétablir l'accord signé en 2018": that it was signed is not said.

    Nor is that they were sent, in "n'ont pas évoqué les soldats que Kim a envoyés".
    """
    group = mention.group
    if group is None or scope.denies:
        return False
    own = view.tokens[group.verb]
    relative = own.dep_ == "acl:relcl" and scope.first <= own.head.i
    relative = relative and "," not in view.words[own.head.i : group.verb]
    told_whole = scope.modality is None and scope.granted
    relative = relative and not (told_whole and not _of_complement(view, own.head.i))
    if _before_quotation(view, quotes, scope, mention):
        return True
    if not relative and not _describes(view, quotes, scope, group):
        return False
    noun = view.phrase(own.head.i)
    if noun is None or noun.head >= group.verb:
        return False
    totals = view.words[max(0, noun.start - 1) : noun.first]
    if not TOTALS.isdisjoint([*totals, view.words[noun.head]]):
        return False  # "le nombre de soldats tués", "d'obus que Pyongyang a livrés" is what is said
    articles = determiners(view, noun)
    if not ABOUT.isdisjoint(articles):
        articles = [
            *view.words[max(0, noun.start - 2) : noun.start - 1],
            *articles,
        ]  # "les quelque"
    if noun.counted is not None and DEFINITE.isdisjoint(articles):
        return False
    completes = noun.start > 0 and view.pos[noun.start - 1] != "PUNCT"
    if noun.prep is not None and completes and view.words[noun.start] in CONTRACTED:
        return True  # "la mort des soldats envoyés", not "de soldats envoyés", "Selon Kiev, des"
    apposed = articles[-1:] == [","]  # "Komid, entité frappée par l'ONU"
    return apposed or not DEFINITE.isdisjoint(articles)


def _of_complement(view: DocView, noun: int) -> bool:
    """Match "un monument aux soldats qui ont combattu"; not "C'est de la base que Kim a tiré"."""
    phrase = view.phrase(noun)
    if phrase is None or phrase.prep is None:
        return False
    begin, _ = view.sentence(noun)
    before = view.words[max(begin, phrase.start - 1) : phrase.start]
    return BEING.isdisjoint(before)


def _before_quotation(view: DocView, quotes: Quotations, scope: Scope, mention: RawMention) -> bool:
    """Match "Pyongyang, qui a testé deux bombes, « répondra », a averti Choe": the writer's aside.

    What is said is quoted from its verb on; who does it is described outside the quotation.
    """
    group = mention.group
    if group is None or scope.cue < group.verb or quotes.around(group.verb):
        return False
    own = view.tokens[group.verb]
    while own.dep_ == "xcomp" and own.head.i < own.i:
        own = own.head
    opened = own.dep_.startswith("acl") and view.words[own.head.i + 1 : own.head.i + 2] == [","]
    pairs = quotes.opened_between(group.verb, min(group.verb + QUOTE_REACH, scope.cue))
    return opened and any(view.words[mark - 1] == "," for mark, _ in pairs)


def _describes(view: DocView, quotes: Quotations, scope: Scope, group: VerbGroup) -> bool:
    """Return whether a participle describes a complement: "les pertes du contingent envoyé".

    Not the subject of a statement, which is told with it: "Les unités envoyées ont atteint Koursk";
    but that of a wish or fear: "Kiev veut que les soldats envoyés soient jugés".
    """
    own = view.tokens[group.verb]
    if group.form != "past-participle" or group.compound or own.dep_ not in {"acl", "amod"}:
        return False
    if quotes.around(group.verb):
        return False
    if scope.modality is not None:
        return True
    if not (scope.granted or _of_another(view, scope, own.head.i)):
        return False
    noun = view.phrase(own.head.i)
    return noun is None or noun.prep is not None or own.head.dep_.startswith(OBJECT)


def _of_another(view: DocView, scope: Scope, noun: int) -> bool:
    """Match "évalue à 300 les pertes du contingent envoyé": the contingent completes what is said.

    So too "les morts parmi les soldats envoyés". Not "annonce le départ de soldats formés", of whom
    nothing is known.
    """
    phrase = view.phrase(noun)
    if phrase is None or phrase.prep not in (OF, AMONG) or phrase.start <= scope.first:
        return False
    before_it = view.words[phrase.start : phrase.start + 1 if phrase.prep == OF else phrase.first]
    contracted = not (CONTRACTED | DEFINITE).isdisjoint(before_it)
    if phrase.prep == AMONG:
        return contracted  # "300 tués parmi": none completes it but who is counted
    before = view.phrase(phrase.start - 1)
    return contracted and before is not None and scope.first <= before.first


def _is_beside(view: DocView, quotes: Quotations, scope: Scope, token: int) -> bool:
    """Match "dément avoir fui Koursk, où l'ennemi a attaqué": the clause is the writer's own.

    Only of what is said or denied in an infinitive or a noun; with "que" the clause may be said,
    and "avoir tiré un missile, qui a survolé le Japon" is said as a whole.
    """
    told = view.tokens[scope.first].is_infinitive or (scope.denies and not scope.granted)
    if not told or scope.cue >= scope.first or quotes.around(token):
        return False
    behind = range(scope.first + 1, token - 1)
    opened = [i for i in behind if view.words[i] == "," and view.words[i + 1] in RELATIVE]
    noun = view.phrase(opened[-1] - 1) if opened else None
    if noun is None:
        return False
    named = noun.entity is not None or view.pos[noun.head] == "PROPN"
    return named or not DEFINITE.isdisjoint(determiners(view, noun))


def is_definite(view: DocView, token: int) -> bool:
    """Return whether a noun has a definite, demonstrative or possessive article."""
    phrase = view.phrase(token)
    if phrase is None or view.pos[token] not in NOUNS:
        return False
    if view.words[phrase.first - 1] in INDEFINITE:
        return False  # "à l'issue d'un affrontement", "au cours d'assauts"
    return not DEFINITE.isdisjoint(determiners(view, phrase))


def determiners(view: DocView, phrase: Phrase) -> list[str]:
    """Return the words before the noun and its adjectives: preposition and article."""
    begin, _ = view.sentence(phrase.first)
    return view.words[max(begin, phrase.start - 1) : phrase.first]


def _taken_for_granted(view: DocView, quotes: Quotations, scope: Scope, token: int) -> bool:
    """Return whether an event outside quotations is presupposed: "de l'aide après cet essai"."""
    phrase = view.phrase(token)
    if phrase is None or scope.denies:
        return False
    answered = phrase_of(view.words[max(0, phrase.start - 2) : phrase.start]) in BEFORE_GRANTED
    after = (answered or phrase.prep in GRANTED_AFTER) and is_definite(view, token)
    if after or not scope.granted:
        return after
    if scope.modality is None and quotes.around(token):
        return False  # the speaker's own words
    told = scope.modality is None  # not "redoute que la rencontre ne soit l'occasion"
    known = told and is_definite(view, token)
    if known and (_is_judged(view, phrase) or _has_happened(view, token)):
        return True
    if known and _is_latest(view, phrase):
        return True
    if told and is_depicted(view, phrase, scope.first):
        return True
    return not POINTING.isdisjoint(determiners(view, phrase))


def _has_happened(view: DocView, token: int) -> bool:
    """Match "l'intrusion, survenue en mars, n'a touché que": its aside tells of it."""
    _, end = view.sentence(token)
    last = min(end - 1, token + ASIDE_REACH)
    comma = next((i for i in range(token + 1, last + 1) if view.words[i] == ","), None)
    return comma is not None and view.words[comma + 1] in HAPPENED


def _is_latest(view: DocView, phrase: Phrase) -> bool:
    """Match "discuteront du dernier tir", "les récents envois": everybody knows of them."""
    return not LATEST.isdisjoint(view.words[phrase.start : phrase.last + 1])


def _has_effect(view: DocView, verb: int) -> bool:
    """Match "que le meurtre a suscité l'indignation", which says no more of it than what it did."""
    return view.words[verb] in load_cues().verbs["bringing_about"]


def _is_judged(view: DocView, phrase: Phrase) -> bool:
    """Return whether the event is only judged: "que la destruction était conforme à"."""
    own = view.tokens[phrase.head]
    said = own.head
    if not own.dep_.startswith("nsubj") or said.i < own.i or view.words[said.i] in FORETELLING:
        return False
    if said.pos_ == "VERB" and _has_effect(view, said.i):
        return True
    copula = any(c.dep_ == "cop" and view.words[c.i] not in MERELY_SAID for c in said.children)
    judged = said.pos_ in {"ADJ", "NOUN"} and view.words[said.i] not in REAL
    return copula and judged
