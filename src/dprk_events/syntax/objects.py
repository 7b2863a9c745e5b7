"""Find the direct object of a verb: by the tree, else by the words' order."""

from __future__ import annotations

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.clause import clause_end, from_child
from dprk_events.syntax.partitive import counted_alone, partitive
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
NEGATIONS = closed_class("negations") | _LISTS["denying_before"]
NE = _LISTS["ne"]
POINTING = closed_class("demonstratives") | closed_class("possessives")
DE, PARTITIVES = closed_class("of"), _LISTS["partitives"]
JOINING = _LISTS["joining"]
COMMA, TO = ",", "à"
REACH = 8
"""Words behind a noun within which the noun of its preposition ends: "le long de la côte est"."""
NAMED = frozenset({"LOC", "ORG", "PER"})
"""Labels of those of whom there is no part."""


def verb_object(view: DocView, verb: int) -> Phrase | None:
    """Return the direct object of an active verb: of a number, what it counts."""
    some = _some_of_these(view, verb)
    return _object(view, verb) if some is None else some


def _is_date(view: DocView, token: int) -> bool:
    """Match a date, but no name with one in it: "dénoncer | l'armistice de 1953"."""
    return view.date_at[token] is not None and view.entity_at[token] is None


def _object(view: DocView, verb: int) -> Phrase | None:
    """Return the phrase in the place of a direct object."""
    token = view.tokens[verb]
    _, last = view.sentence(verb)
    if verb + 1 < last and (some := partitive(view, verb + 1)) is not None:
        return some  # "a tué deux de ses gardes"
    if (those := counted_alone(view, verb)) is not None:
        return those
    objects = (c for c in token.children if c.dep_ == "obj" and not _is_date(view, c.i))
    found = next(objects, None)  # not "la semaine dernière"
    if found is not None:
        phrase = from_child(view, token, found)
        before = found.i < verb
        said = phrase is not None and before and phrase.pronoun  # "Nous avons tiré deux missiles"
        bare = phrase is not None and phrase.prep is None and not _of_preposition(view, phrase)
        if phrase is not None and not said and (before or bare):
            return phrase
    end = clause_end(view, verb)
    next_one = next(view.each_phrase(verb + 1, end), None)
    right_behind = next_one is not None and next_one.start == verb + 1 and next_one.prep == "de"
    if next_one is not None and right_behind and _denied(view, verb) and not next_one.pronoun:
        return next_one  # "n'ont pas signé de traité, et Séoul n'en veut plus"
    some_thing: Phrase | None = None
    behind = list(view.each_phrase(verb + 1, end))
    prepositions = {p.start for p in behind if p.prep is not None}  # "le long de la frontière"
    for phrase in behind:
        if _is_date(view, phrase.head) or (phrase.prep is None and phrase.start in prepositions):
            continue
        if _indefinite(view, phrase, verb) or (phrase.prep is None and not phrase.pronoun):
            if some_thing is None:
                return phrase
            joined = view.words[phrase.start - 1] in JOINING
            # "livre du matériel militaire et civil", "tire mardi des missiles, la troisième salve"
            apart = COMMA in view.words[some_thing.last + 1 : phrase.start]
            return some_thing if joined or apart else phrase
        if view.words[phrase.start] in PARTITIVES and _may_be_some(view, phrase):
            some_thing = some_thing or phrase
            if some_thing is phrase and _right_behind_date(view, verb, phrase):
                return phrase
        if not (phrase.prep is None or phrase.prep == "de") and phrase.start - verb > 8:
            break
    for phrase in view.each_phrase(verb + 1, end):
        some_of = view.words[phrase.start] in PARTITIVES or _denied(view, verb)
        if some_of and _may_be_some(view, phrase):
            return phrase
    return None


def _of_preposition(view: DocView, phrase: Phrase) -> bool:
    """Match the noun of a preposition that the parse takes for an object: "le long de la côte"."""
    _, end = view.sentence(phrase.head)
    around = view.phrases_between(phrase.start, min(end, phrase.last + REACH))
    return any(each.start == phrase.start and each.prep is not None for each in around)


def _may_be_some(view: DocView, phrase: Phrase) -> bool:
    """Say whether "de" may only tell of a part: "livre du charbon", not "reçoit du Nord un mot"."""
    if phrase.prep != "de" or phrase.pronoun:
        return False
    return phrase.entity is None or view.entities[phrase.entity].label not in NAMED


def _right_behind_date(view: DocView, verb: int, phrase: Phrase) -> bool:
    """Match "a inspecté cette semaine des unités": of no week, though the parse takes it so."""
    between = range(verb + 1, phrase.start)
    return len(between) > 0 and all(view.date_at[i] is not None for i in between)


def _some_of_these(view: DocView, verb: int) -> Phrase | None:
    """Return what a number behind the verb counts: "a livré à Moscou plus de cent de ces obus"."""
    _, last = view.sentence(verb)
    end = min(clause_end(view, verb), last - 2)
    for i in range(verb + 1, end + 1):
        of_these = view.words[i + 1] in DE and view.words[i + 2] in POINTING
        if of_these and view.is_number(i):
            governed = view.pos[i - 1] == "ADP" and view.words[i - 1] not in DE
            return None if governed else partitive(view, i)
        phrase = view.phrase(i)
        if phrase is not None and phrase.prep is None and i == phrase.last:
            return None
    return None


def _indefinite(view: DocView, phrase: Phrase, verb: int) -> bool:
    """Return whether "de" before an adjective only stands for "des": "adopte de nouvelles lois"."""
    if phrase.prep != "de" or phrase.start + 1 == phrase.head:
        return False
    between = range(verb + 1, phrase.start)
    apart = view.apart(verb + 1, phrase.start - 1) if between else ()
    aside = all(i in apart or view.pos[i] == "ADV" or _is_date(view, i) for i in between)
    if not aside and not _behind_names(view, verb, phrase):
        return False  # "a adopté jeudi à l'unanimité de nouvelles lois"
    return view.words[phrase.start] in DE and view.pos[phrase.start + 1] == "ADJ"


def _behind_names(view: DocView, verb: int, phrase: Phrase) -> bool:
    """Match "a envoyé lundi à Moscou | de nouveaux obus": a name or whoever gets it has none."""
    before = phrase.start - 1
    between = view.phrases_between(verb + 1, before)
    named = view.entity_at[before] is not None or view.date_at[before] is not None
    getting = bool(between) and between[-1].last == before and between[-1].prep == TO
    return (named or getting) and all(
        each.prep is not None or _is_date(view, each.head) for each in between
    )


def _denied(view: DocView, verb: int) -> bool:
    """Return whether the verb is negated: its object takes "de", as in "n'exporte pas d'armes"."""
    begin, end = view.sentence(verb)
    ne = next((i for i in range(verb - 1, max(begin, verb - 3) - 1, -1) if view.words[i] in NE), 0)
    first = max(begin, min(verb, ne or verb) - 3)  # "jamais nous n'avons livré d'obus"
    return not NEGATIONS.isdisjoint(view.words[first : min(end, verb + 2) + 1])
