"""Deeds of which a statement tells something else: "Le missile lancé jeudi a volé haut, selon".

Whoever says how far a missile flew that was fired takes for granted that it was fired.
"""

from __future__ import annotations

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.quotes import Quotations
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.speaker import SPEAKING
from dprk_events.french import closed_class, word_lists
from dprk_events.syntax import NOUNS, VERBAL, DocView, Phrase, VerbGroup

WORDS = word_lists(__package__)
DEFINITE, CONTRACTED = WORDS["definite_determiners"], WORDS["contracted_articles"]
FIRST, OF, INDEFINITE = WORDS["coming_first"], closed_class("of"), WORDS["one_article"]
WHO, THAT = closed_class("relative_pronouns"), closed_class("que")
ABOUT = WORDS["about"]
POINTING, OUT_OF = closed_class("demonstratives") | closed_class("possessives"), WORDS["out_of"]
COMMA = ","
PARTICIPLE = "past-participle"
RELATIVE_REACH = 6
"""Words before a verb within which the relative pronoun of its clause stands."""


def is_described(view: DocView, quotes: Quotations, scope: Scope, mention: RawMention) -> bool:
    """Return whether a scope tells something of a deed that it takes for granted.

    The deed opens what is told, as its subject or as what describes the subject, and is definite.
    """
    token = mention.candidate.first
    whole = scope.modality is None and not scope.denies and scope.granted
    if not whole or quotes.around(token):
        return False
    group = mention.group or mention.positions.light
    if group is None and mention.event_type.claimed:
        return False  # "affirmait que les livraisons d'armes pouvaient permettre"
    subject = view.phrase(token) if group is None else _described(view, group)
    if subject is None or not _is_known(view, subject) or not _opens(view, scope, subject):
        return False
    main = _main_verb(view, scope, subject.last if group is None else group.verb)
    if main is None:
        return False
    return group is not None or view.words[main] in load_cues().verbs["bringing_about"]


def _described(view: DocView, group: VerbGroup) -> Phrase | None:
    """Return the noun behind which a participle or a relative clause begins at once."""
    begin, _ = view.sentence(group.verb)
    if group.form == PARTICIPLE and not group.compound:
        if view.words[group.first - 1] != COMMA:
            return _ending_at(view, group.first - 1)
        noun = _ending_at(view, group.first - 2)  # "Le ministre, arrivé mardi, a déclaré que"
        return noun if _speaks(view, noun, group.verb) else None
    for i in range(group.first - 1, max(begin, group.first - RELATIVE_REACH), -1):
        if view.words[i] in WHO | THAT and view.pos[i] != "SCONJ":
            apart = view.words[i - 1] == COMMA
            noun = _ending_at(view, i - 2 if apart else i - 1)
            named = noun is not None and (noun.entity is not None or _is_pointed_to(view, noun))
            return noun if named or not apart or _speaks(view, noun, group.verb) else None
        if view.pos[i] in VERBAL and view.entity_at[i] is None and view.pos[i] != "AUX":
            return None
    return None


def _speaks(view: DocView, noun: Phrase | None, verb: int) -> bool:
    """Match "Le dirigeant, qui visitait une usine, a prévenu que": what he said is what is told."""
    if noun is None or view.kinds(noun).isdisjoint(SPEAKING):
        return False
    _, end = view.sentence(verb)
    comma = next((i for i in range(verb + 1, end) if view.words[i] == COMMA), end)
    if comma >= end or not view.is_finite(view.tokens[comma + 1]):
        return False
    return view.words[_last_of_group(view, comma + 1, end)] in load_cues().saying


def _is_pointed_to(view: DocView, noun: Phrase) -> bool:
    """Match "ces troupes, qui combattent"."""
    return not POINTING.isdisjoint(view.words[noun.start : noun.first])


def _ending_at(view: DocView, last: int) -> Phrase | None:
    phrase = view.phrase(last) if last >= 0 else None
    ends = phrase is not None and phrase.last == last and not phrase.pronoun
    return phrase if ends and phrase is not None and view.pos[phrase.head] in NOUNS else None


def _is_known(view: DocView, subject: Phrase) -> bool:
    """Return whether a noun has a definite article, and is not the first of its kind."""
    begin, _ = view.sentence(subject.first)
    about = not ABOUT.isdisjoint(view.words[max(begin, subject.start - 1) : subject.first])
    start = subject.start - (3 if about else 1)  # "sur les quelque 11.000 soldats"
    before = view.words[max(begin, start) : subject.first]
    counted = view.words[subject.first : subject.last + 1]
    if not FIRST.isdisjoint([*before, *counted]) or not INDEFINITE.isdisjoint(before):
        return False
    named = subject.entity is not None and view.pos[subject.head] == "PROPN"
    contracted = subject.prep in OF and view.words[subject.start] in CONTRACTED
    return named or contracted or not DEFINITE.isdisjoint(before)


def _opens(view: DocView, scope: Scope, subject: Phrase) -> bool:
    """Return whether it is the subject of what is told, or completes that: "la portée du missile".

    No finite verb stands before it, and no other noun that may be the subject.
    """
    first, source = scope.first, scope.source
    if source is not None and scope.cue <= source.first <= source.last < subject.start:
        first = max(first, source.last + 1)  # "Selon Séoul, le missile"
    before = range(first, subject.start)
    if any(view.is_finite(view.tokens[i]) and view.entity_at[i] is None for i in before):
        return False
    apart = view.apart(first, subject.start)
    bare = [p for p in view.phrases_between(first, subject.start - 1) if p.head not in apart]
    bare = [each for each in bare if each.prep is None]
    if subject.prep is None or subject.prep in OUT_OF:
        return not bare or view.words[subject.start - 1] == COMMA  # "Baptisé Hwasong-19, le"
    return subject.prep in OF and bool(bare) and bare[-1].last == subject.start - 1


def _main_verb(view: DocView, scope: Scope, begin: int) -> int | None:
    """Return the verb of what is told: the first finite one behind that no relative clause has."""
    last = min(scope.last, scope.cue - 1) if scope.cue > begin else scope.last
    relative, at = False, begin
    for i in range(begin + 1, last + 1):
        if i <= at:
            continue  # of the verb of a relative clause: "que Kim a envoyés"
        if view.words[i] in WHO | THAT and view.pos[i - 1] in {*NOUNS, "ADJ", "PUNCT"}:
            relative = True
        elif view.is_finite(view.tokens[i]) and view.entity_at[i] is None:
            if not relative:
                return _last_of_group(view, i, last)
            relative, at = False, _last_of_group(view, i, last)
    return None


def _last_of_group(view: DocView, verb: int, last: int) -> int:
    """Return the participle of "a permis", "n'a pas été"."""
    at = verb
    while at < last and (view.pos[at + 1] in VERBAL or view.pos[at + 1] == "ADV"):
        at += 1
        if view.is_finite(view.tokens[at]):
            break  # "que Kim a prêtés devaient": the next verb is another
        verb = at if view.pos[at] in VERBAL else verb
    return verb
