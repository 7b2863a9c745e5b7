"""Find the words that govern a trigger: light verb, verbs above it, nouns it complements."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dprk_events.events.mentions import RawMention
from dprk_events.events.modality.lexicon import is_listed, load_cues
from dprk_events.french import closed_class, forms_of, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, intended
from dprk_events.syntax.token import Token

WORDS = word_lists(__package__)
AUXILIARIES, CLAUSE_MARKS = WORDS["auxiliaries"], WORDS["clause_marks"]
OF_NOUN, OF_COMPLEMENT = WORDS["before_infinitive_of_noun"], WORDS["prepositions_of_complements"]
OF_OBJECT, BEFORE_OBJECT = WORDS["prepositions_of_objects"], WORDS["before_object"]
IDIOM_NOUNS, IN = WORDS["of_verbal_idioms"], WORDS["before_idiom_noun"]
AHEAD = WORDS["for"] | WORDS["before"]
"""Before what is prepared: "les préparatifs pour le tir", "avant l'essai"."""
APART = WORDS["after"] | WORDS["before"]
ANSWERING, ANSWERED = forms_of(*WORDS["answering"]), WORDS["answered"]
ANSWERS, TO = WORDS["answers"], closed_class("to")
ABOUT, INQUIRIES = WORDS["about_a_deed"], WORDS["inquiries"]
AIMING, CALLED = WORDS["aiming"], WORDS["called_up"]
JOINING, MERELY = WORDS["joining"], WORDS["would_be"]
BEFORE_GLAD = 3
"""Words before "ravi" within which its verb stands."""
GROUP = 2
"""Pronouns and auxiliaries before an infinitive within its group."""
GERUND = "ant"
"""Ending of present participles."""
LINKS = closed_class("between_verb_and_infinitive")
LINKING = tuple([each] for each in sorted(closed_class("of")))
"""What stands alone between a verb and its infinitive: "ambitionne de"."""
WITHIN_NOUN_PHRASE = frozenset({"ADV", "DET", "ADJ", "NUM"})
QUOTES = frozenset('»”"')
NOUNS_ABOVE = 3
"""How many nested noun complements are followed."""
STEPS_TO_VERB, STEPS_TO_FAR_VERB, STEPS_TO_JOINED = 4, 8, 12
ASIDE = 9
"""Greatest length in words of an aside between commas: "a écarté, par la voix de Kim, un"."""
SHORT_ASIDE = 6
"""The same of one that may hold a verb: "pourrait, dit-on, se rendre"."""
SHARING = frozenset({"obj", "obl:arg", "conj"})
"""What ties an object to its verb; one that is joined to another object may be tied to the verb."""


class Governor(NamedTuple):
    """A governing word, and its relation to the event.

    "verb": an infinitive under a verb; "object", "subject": a noun that is its object or subject;
    "noun": the complement of a noun.
    """

    token: int
    how: Literal["verb", "object", "subject", "noun"]


def governors(view: DocView, mention: RawMention) -> list[Governor]:
    """Return the words that govern a mention, nearest first."""
    token = mention.candidate.first
    begin, _ = view.sentence(token)
    if mention.group is not None:
        return list(_above_verb(view, mention.group.first, mention.group.form, begin))
    found: list[Governor] = []
    light = mention.positions.light
    if light is not None:
        found += _above_verb(view, light.first, light.form, begin)
    found += _above_noun(view, token, begin)
    return found


def _above_verb(view: DocView, first: int, form: str, begin: int) -> Iterator[Governor]:
    """Yield the verb or noun just before an infinitive, and the words that govern that."""
    if form == "present-participle":
        yield from _described(view, first)
    if not is_infinitive(view, first, form):
        return
    if (wish := intended(view, first)) is not None:
        yield Governor(wish.noun.head, "noun")
        yield from _above_phrase(view, wish.noun, begin)
        return
    i = _over_links(view, first - 1, begin)
    joining = next((j for j in (i, first - 1) if view.words[j] in JOINING), None)
    if joining is not None and (other := _joined(view, first, joining)) is not None:
        yield from _above_verb(view, other, form, begin)
        return
    if i < begin or view.words[i] in APART:
        return  # "a été arrêté après avoir franchi", "a démenti avant d'admettre"
    if is_governing_verb(view, i) or _is_ready(view, i):
        yield from _verb(view, i, "verb", begin)
    elif view.pos[i] == "NOUN" and view.words[first - 1] in OF_NOUN:
        yield Governor(i, "noun")
        yield from _above_noun(view, i, begin)
    elif (far := _verb_further(view, i, begin)) is not None and not _to_an_end(view, far, first):
        yield from _verb(view, far, "verb", begin)


def _to_an_end(view: DocView, verb: int, first: int) -> bool:
    """Match "a appelé Séoul pour lui rendre compte du sommet": he called, and asked for nothing."""
    behind = view.words[verb + 1 : first]
    return view.words[verb] in CALLED and not WORDS["for"].isdisjoint(behind)


def _described(view: DocView, first: int) -> Iterator[Governor]:
    """Yield the noun that a participle describes: "un projet de résolution durcissant"."""
    last = first - 1
    for _ in range(NOUNS_ABOVE):
        phrase = view.phrase(last)
        if phrase is None or phrase.last != last:
            return
        yield Governor(phrase.head, "noun")
        if phrase.prep not in OF_COMPLEMENT:
            return
        last = phrase.start - 1


def _joined(view: DocView, first: int, joining: int) -> int | None:
    """Return the infinitive that one is joined to: "promis de partir et d'y masser des troupes"."""
    _, end = view.sentence(first)
    for i in range(first, min(end, first + GROUP) + 1):
        own = view.tokens[i]
        if own.is_infinitive:
            head = own.head
            infinitive = head.is_infinitive
            if own.dep_ == "conj" and head.i < first and infinitive:
                return head.i
    return _infinitive_before(view, joining)


def _infinitive_before(view: DocView, joining: int) -> int | None:
    """Return the infinitive before "voire" that nothing else than its own complements follow."""
    begin, _ = view.sentence(joining)
    for i in range(joining - 1, max(begin, joining - STEPS_TO_JOINED) - 1, -1):
        if view.words[i] in CLAUSE_MARKS or view.is_finite(view.tokens[i]):
            return None
        if view.pos[i] in VERBAL and view.tokens[i].is_infinitive:
            return i
    return None


def _over_links(view: DocView, i: int, begin: int) -> int:
    """Go left over what may stand before an infinitive: "de", adverbs, dates, asides."""
    while i >= begin:
        if view.words[i] in LINKS or view.pos[i] == "ADV" or _is_date(view, i):
            i -= 1
        elif view.texts[i] in QUOTES and view.words[i + 1] in LINKS:
            i -= 1  # "se dit « ravi » de le rencontrer"
        elif view.words[i] == "," and (before := _before_aside(view, i, begin)) is not None:
            i = before
        else:
            return i
    return i


def _before_aside(view: DocView, comma: int, begin: int) -> int | None:
    """Return the token before an aside that ends at a comma, or before the comma after a date."""
    if comma > begin and _is_date(view, comma - 1):
        return comma - 1
    for i in range(comma - 1, max(begin, comma - ASIDE) - 1, -1):
        if view.words[i] == ",":
            return i - 1
        verbal = view.is_finite(view.tokens[i]) and view.entity_at[i] is None
        if view.words[i] in CLAUSE_MARKS or (verbal and comma - i > SHORT_ASIDE):
            return None
    return None


def _before_dates(view: DocView, i: int, begin: int) -> int:
    """Go left over a date between commas: "a annulé, fin août, une visite"."""
    while i > begin and _is_date(view, i):
        i -= 1
    return i - 1 if view.words[i] == "," else i


def _is_date(view: DocView, i: int) -> bool:
    return view.date_at[i] is not None and view.entity_at[i] is None


def _is_ready(view: DocView, i: int) -> bool:
    """Return whether an adjective governs an infinitive: "prêt à", "censé"."""
    cues, word = load_cues().words, view.words[i]
    if word in cues["possible.glad"]:
        return would_be(view, i)
    return word in cues["possible.ready"] or word in cues["planned.ready"]


def would_be(view: DocView, i: int) -> bool:
    """Match "serait (très) ravi", said of what one has not done yet."""
    return not MERELY.isdisjoint(view.words[max(0, i - BEFORE_GLAD) : i])


def is_infinitive(view: DocView, first: int, form: str) -> bool:
    """Return whether a verb is an infinitive: "tirer", "avoir tiré", "être tiré"."""
    if form == "past-participle":
        return not AUXILIARIES.isdisjoint(view.words[first : first + 3])
    return form == "infinitive"


def _verb(view: DocView, i: int, how: Literal["verb", "object"], begin: int) -> Iterator[Governor]:
    """Yield a governing verb and, if it is an infinitive, the words that govern it."""
    yield Governor(i, how)
    if view.tokens[i].is_infinitive:
        yield from _above_verb(view, i, "infinitive", begin)
    elif view.words[i] in AIMING and (noun := view.phrase(i - 1)) is not None:
        yield Governor(noun.head, "noun")
        yield from _above_noun(view, noun.head, begin)


def _verb_further(view: DocView, i: int, begin: int) -> int | None:
    """Find the verb further left in the clause: "a appelé Séoul à cesser"."""
    for j in range(i, max(begin, i - STEPS_TO_FAR_VERB) - 1, -1):
        if view.words[j] in CLAUSE_MARKS:
            return None
        if is_governing_verb(view, j):
            return j
    return None


def first_joined(view: DocView, token: int) -> Token:
    """Return the noun right behind a verb that one is joined to with the same preposition.

    So "attaque" for "vol" in "a procédé à l'attaque de la plateforme et au vol", whatever the tree.
    """
    own, phrase = view.tokens[token], view.phrase(token)
    if phrase is None or phrase.start == 0 or view.words[phrase.start - 1] not in JOINING:
        return own.head if own.dep_ == "conj" else own
    begin, _ = view.sentence(token)
    if phrase.prep is not None:
        for other in reversed(list(view.phrases_between(begin, phrase.start - 1))):
            if other.prep == phrase.prep and view.pos[other.start - 1] in VERBAL:
                return view.tokens[other.head]
    return own.head if own.dep_ == "conj" else own


def _above_noun(view: DocView, token: int, begin: int) -> Iterator[Governor]:
    """Yield the nouns that the event complements ("l'annulation du sommet"), then the verb."""
    phrase = view.phrase(token)
    if phrase is not None:
        yield from _above_phrase(view, phrase, begin)


def _above_phrase(view: DocView, phrase: Phrase, begin: int) -> Iterator[Governor]:
    """Yield the nouns that a noun phrase completes, then the verb."""
    for _ in range(NOUNS_ABOVE):
        above = _completed(view, phrase, begin)
        if above is None:
            break
        if phrase.prep in ABOUT and view.words[above.head] in INQUIRIES:
            return  # "réclame une enquête sur la mort de": it has happened
        if phrase.prep in TO and view.words[above.head] in ANSWERS:
            return  # "se voulait une réponse au tir"
        yield Governor(above.head, "noun")
        phrase = above
    yield from _verb_of_noun(view, phrase, begin)


def _verb_of_noun(view: DocView, phrase: Phrase, begin: int) -> Iterator[Governor]:
    """Yield the verb of which a noun is object or subject, by word order, else by the tree."""
    i = _before_object(view, phrase, begin)
    if i >= begin and is_governing_verb(view, i):
        if view.words[i] in ANSWERING and phrase.prep in ANSWERED:
            yield Governor(i, "object")  # "promet de répondre au tir": it has been fired
            return
        if phrase.prep is None or phrase.prep in OF_OBJECT:
            yield from _of_object(view, i, begin)
        return
    own = view.tokens[phrase.head]
    if own.head.i > own.i and own.dep_.startswith("nsubj"):
        yield Governor(own.head.i, "subject")
    elif own.head.i < own.i and own.dep_ in SHARING and own.head.pos_ in VERBAL:
        yield from _of_object(view, own.head.i, begin)
    elif (first := _listed_first(view, phrase)) is not None:
        yield from _above_phrase(view, first, begin)


def _listed_first(view: DocView, phrase: Phrase) -> Phrase | None:
    """Return the noun that one is joined to: "visite" for "sommet" in "annule visite et sommet"."""
    own = view.tokens[phrase.head]
    if own.dep_ != "conj" or own.head.i >= phrase.start:
        return None
    first = view.phrase(own.head.i)
    like = (
        first is not None and first.entity is None and (first.prep is None) == (phrase.prep is None)
    )
    return first if like else None


def _completed(view: DocView, phrase: Phrase, begin: int) -> Phrase | None:
    """Return the noun that a phrase complements: "annulation" in "l'annulation du sommet"."""
    if phrase.start <= begin or phrase.prep is None:
        return None
    last = phrase.start - 1
    if view.texts[last] in QUOTES and last > begin:
        last -= 1  # "des « discussions actives » sur une livraison"
    before = view.phrase(last)
    if before is None or before.last != last:
        return None
    if view.words[before.head] in IDIOM_NOUNS and before.prep in IN:
        return None  # "mettre en place des exercices"
    prepared = phrase.prep in AHEAD and view.words[before.head] in load_cues().nouns["planned"]
    if phrase.prep not in OF_COMPLEMENT and not prepared:
        return None
    return None if is_governing_verb(view, before.head) else before


def _before_object(view: DocView, phrase: Phrase, begin: int) -> int:
    """Return the token before a phrase, skipping articles, adverbs and prepositions."""
    i = phrase.start - 1
    apart = view.apart(max(begin, i - STEPS_TO_VERB), i)  # "espère malgré tout une rencontre"
    for _ in range(STEPS_TO_VERB):
        within = i in apart or view.pos[i] in WITHIN_NOUN_PHRASE or view.words[i] in BEFORE_OBJECT
        within = within or (view.pos[i] == "ADP" and not apart.isdisjoint({i + 1, i + 2}))
        if i < begin or not within:
            break
        i -= 1
    if i > begin and view.words[i] == "," and (before := _before_aside(view, i, begin)) is not None:
        before = _before_dates(view, before, begin)
        return before if is_governing_verb(view, before) else i  # "prépare, dit-on, un tir"
    return i


def _of_object(view: DocView, verb: int, begin: int) -> Iterator[Governor]:
    """Yield the verb that has the event as its object, and what governs its infinitive.

    Nothing above a verb that takes its object for granted: "refuse de commenter l'envoi".
    """
    if view.words[verb] in load_cues().verbs["presupposing"]:
        yield Governor(verb, "object")
        return
    yield from _verb(view, verb, "object", begin)
    infinitive = view.tokens[verb].is_infinitive
    if not infinitive and verb > begin and view.words[verb - 1] in AUXILIARIES:
        yield from _above_verb(view, verb - 1, "infinitive", begin)


def is_governing_verb(view: DocView, i: int) -> bool:
    """Return whether a token is a verb, if only by its auxiliary: "s'est abstenue"."""
    if view.entity_at[i] is not None:
        return False
    if view.pos[i] in VERBAL:
        return True
    if view.words[i].endswith(GERUND) and i and view.words[i - 1] == ",":
        return is_listed(view.words[i])  # "…, risquant de nouvelles sanctions": taken for a noun
    named = i > 0 and view.entity_at[i - 1] is not None and view.pos[i] != "NOUN"
    if named and view.words[i + 1 : i + 2] in LINKING:
        return is_listed(view.words[i])  # "Pyongyang ambitionne de": taken for an adjective
    before = i - 1
    while before > 0 and view.pos[before] == "ADV":
        before -= 1
    return before >= 0 and view.pos[before] == "AUX" and is_listed(view.words[i])
