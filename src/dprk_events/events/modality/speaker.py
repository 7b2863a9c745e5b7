"""Find the speaker: the subject of a verb of saying, before it or inverted; or its agent."""

from __future__ import annotations

from dprk_events.events.modality.asides import is_behind_aside, parts_clause
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.french import (
    auxiliary_forms,
    closed_class,
    looks_like_participle,
    looks_plural,
    word_lists,
)
from dprk_events.syntax import VERBAL, DocView, Phrase, coordinated, is_reduced, subject
from dprk_events.syntax.clause import group_start
from dprk_events.syntax.tags import IN_INVERTED_GROUP, IN_VERB_GROUP
from dprk_events.syntax.token import Token

WORDS = word_lists(__package__)
CLITICS = WORDS["clitics_of_saying"]
BEFORE_INVERTED, WITHIN_INVERTED = WORDS["before_inverted"], WORDS["within_inverted"]
SOME = WORDS["some"]
INVERTED_PRONOUNS = WORDS["inverted_pronouns"]
AGENT = WORDS["before_agent"]
ONE, ONE_LINK, AMONG = WORDS["one"], WORDS["before_one"], WORDS["among"]
QUOTE_ENDS = frozenset('»”"')
SPEAKING = frozenset({"person", "org", "state", "force", "source"})
"""Kinds of what can say something."""
DOCUMENTS = frozenset({"document"})
AVOIR = auxiliary_forms("avoir")
ETRE, REFLEXIVE = auxiliary_forms("être"), closed_class("reflexive")
WHO, THAT = closed_class("relative_pronouns"), closed_class("que")
OF_WHICH = WORDS["of_which_or_where"]
TOPIC_MARK, COMMA = ":", ","
CLAUSE_MARKS, JOINERS, IN = WORDS["clause_marks"], WORDS["joiners"], WORDS["in"]
NAMED = frozenset({"PER", "ORG"})
SURE_PARTICIPLES = tuple(sorted(WORDS["endings_of_sure_participles"]))
OTHER_PARTICIPLES, PRONOUNS = WORDS["other_sure_participles"], WORDS["plain_pronouns"]
INVERTED_REACH = 6
"""Greatest distance from an inverted verb of saying to the speaker's name."""
PASSIVE_REACH = 3
"""Greatest distance from a participle to its "être"."""


def speaker(view: DocView, verb: int, first: int) -> Phrase | None:
    """Find who says it: the subject of a verb of saying (the first of several), or its agent.

    ``first`` is the first token of the sentence.
    """
    if _is_passive(view, verb, first):
        return agent(view, verb) or _who_acts_on(view, verb, first)
    group = verb
    while group > first and (
        view.pos[group - 1] in IN_VERB_GROUP or view.words[group - 1] in CLITICS
    ):
        group -= 1
    joined = _of_main_verb(view, verb, group, first)
    if joined is not None:
        return joined
    if (near := _name_before_relative(view, group, first)) is not None:
        return near
    named = _before_apposition(view, _main_group(view, verb, group, first), first)
    if named is not None:
        return named
    found = subject(view, verb, group)
    if found is None or found.pronoun:
        one = found is not None and view.words[found.head] in ONE
        return (_at_opening(view, first, group) if one else None) or found
    if found.first > verb and not view.kinds(found) & (SPEAKING | DOCUMENTS):
        return None  # "les informations faisant état de livraisons d'armes"
    if (behind := _behind_topic(view, found, group)) is not None:
        return behind
    return coordinated(view, found, lambda other: bool(view.kinds(other) & view.kinds(found)))[0]


def _at_opening(view: DocView, first: int, group: int) -> Phrase | None:
    """Find who "on" is in "À Séoul, on indique que"."""
    phrase = next(view.each_phrase(first, group - 1), None)
    opens = phrase is not None and phrase.start == first and phrase.prep in AMONG
    return phrase if opens else None


def _of_main_verb(view: DocView, verb: int, group: int, first: int) -> Phrase | None:
    """Find who says it by the main verb: "a loué …, mais a ajouté que", "fait …, en affirmant"."""
    own = view.tokens[verb]
    gerund = view.words[verb].endswith("ant") and group > first and view.words[group - 1] in IN
    joined = own.dep_ == "conj" and group > first and view.words[group - 1] in JOINERS
    above = _out_of_relative(view, own.head) if gerund else own.head.i
    if not (gerund or joined) or not first <= above < group or view.pos[above] not in VERBAL:
        return None
    if any(child.dep_.startswith("nsubj") for child in own.children):
        return None
    return subject(view, above, group_start(view, above))


def _out_of_relative(view: DocView, verb: Token) -> int:
    """Return the main verb above one that only describes a noun: "un conflit appelé …, en"."""
    begin, end = view.sentence(verb.i)
    for _ in range(end - begin):
        if not verb.dep_.startswith("acl") and verb.pos_ in VERBAL:
            return verb.i
        if verb.head.i == verb.i:
            break
        verb = verb.head
    return verb.i


def inverted_speaker(
    view: DocView,
    verb: int,
    first: int,
    last: int,
    longer: int = 0,
    *,
    emotive: bool = False,
    above: int | None = None,
) -> Phrase | None:
    """Find the speaker after the verb in "…, a annoncé Séoul" or "…, a-t-il dit".

    ``longer`` is how many words more a multi-word verb has ("laisse entendre"). Of an ``emotive``
    verb ("…, s'inquiète Séoul", "…, menace Séoul") the speaker has to follow at once. ``above`` is
    the verb above an infinitive: "dû" in "…, a dû admettre Séoul".
    """
    start = _group_start(view, verb if above is None else above, first)
    if not _may_be_inverted(view, start, verb, first):
        return None
    if emotive:
        return _right_behind(view, start, verb, first, last)
    if not REFLEXIVE.isdisjoint(view.words[start:verb]):
        return None  # "Mike Pompeo, de retour de Pyongyang, se dit optimiste"
    for i in range(start, verb):
        if view.words[i] in INVERTED_PRONOUNS:
            opens = i == start or view.words[i - 1] in THAT | OF_WHICH  # ", ce qu'elle niait"
            plain = opens and view.words[i] in PRONOUNS  # "…, il reprenait la route"
            return None if plain else view.phrase(i)
    told = view.has_finite(first, start)
    parted = told or parts_clause(view, first, start, verb)
    if not parted and (
        _opens_with_subject(view, first, start) or _stands_before(view, verb, start)
    ):
        return None  # "Lavrov, arrivé lundi, a mis en garde Washington"
    end = verb + longer
    if (among := _among_whom(view, end, last)) is not None:
        return among
    if (named := taken_for_noun(view, end)) is not None:
        return named
    return _behind_verb(view, end, last, told=told and not _has_subject(view, verb, start))


def _may_be_inverted(view: DocView, start: int, verb: int, first: int) -> bool:
    """Return whether a verb group from ``start`` on may stand before its speaker, by its place."""
    if start <= first or view.words[start - 1] not in BEFORE_INVERTED:
        return False
    if not WHO.isdisjoint(view.words[start:verb]):
        return False  # "et Pyongyang, qui promettait un essai, n'en démord pas"
    if start == verb and is_sure_participle(view.words[verb]):
        return False  # "huit banquiers, soupçonnés de recycler l'argent", "dites mesures de mai"
    return not is_behind_aside(view, start, verb, first)


def _has_subject(view: DocView, verb: int, start: int) -> bool:
    """Match "Pyongyang, qui a mené six essais, poursuit ses programmes": its subject is before."""
    children = view.tokens[verb].children
    return any(each.dep_.startswith("nsubj") and each.i < start for each in children)


def _stands_before(view: DocView, verb: int, start: int) -> bool:
    """Match "Reçu lundi, Lavrov, arrivé la veille, a mis en garde Washington"."""
    if view.words[start] not in AVOIR:
        return False  # of a headline without a verb: "Kim à Moscou lundi, annonce le Kremlin"
    found = subject(view, verb, start)
    named = found is not None and not found.pronoun and found.last < start
    return named and found is not None and bool(view.kinds(found) & SPEAKING)


def _opens_with_subject(view: DocView, first: int, start: int) -> bool:
    """Match who can speak before an aside between commas that ends right before a verb."""
    opening = next(view.each_phrase(first, start - 1), None)
    comma = next((i for i in range(first, start - 1) if view.words[i] == COMMA), None)
    if opening is None or comma is None or opening.prep is not None or comma < opening.last:
        return False
    alone = opening.start <= first + 1 and VERBAL.isdisjoint(view.pos[first:comma])
    return alone and bool(view.kinds(opening) & SPEAKING)


def is_sure_participle(word: str) -> bool:
    """Return whether a form of a verb of saying is a participle, whatever its tag."""
    return word.endswith(SURE_PARTICIPLES) or word in OTHER_PARTICIPLES


def _behind_verb(view: DocView, end: int, last: int, *, told: bool) -> Phrase | None:
    """Return the first noun phrase behind the verb, which may speak: "…, a annoncé mardi Séoul".

    ``told`` is whether a clause before it holds what is said; else what cannot speak is its object.
    """
    for phrase in view.each_phrase(end + 1, last):
        if phrase.prep is None or _is_some(view, phrase):
            gap = view.pos[end + 1 : phrase.first]
            mute = phrase.entity is None and not view.kinds(phrase) & (SPEAKING | DOCUMENTS)
            if mute and not told:
                return None  # "Séoul, de son côté, revendique la destruction d'un drone"
            return phrase if VERBAL.isdisjoint(gap) else None
        if phrase.last < last and (named := _named_behind(view, phrase)) is not None:
            return named
        if phrase.start - end > INVERTED_REACH:
            break
    return None


def _named_behind(view: DocView, phrase: Phrase) -> Phrase | None:
    """Find the name in "a écrit sur Telegram Paul Martin, chef de".

    It is no part of the complement before it, unless a title stands there: "devant le roi Charles".
    """
    number = view.entity_at[phrase.last]
    if number is None or phrase.prep is None or view.words[phrase.last + 1] != COMMA:
        return None
    name, title = view.entities[number], view.words[view.entities[number].first - 1]
    titled = "person" in view.lexicon.noun(title) and not looks_plural(title)
    if name.label != "PER" or name.first <= phrase.start + 1 or titled:
        return None
    named = phrase._replace(prep=None, entity=number, counted=None, head=name.first)
    return named._replace(start=name.first, first=name.first, last=name.last)


def _is_some(view: DocView, phrase: Phrase) -> bool:
    """Match "des" that no noun before it has: "…, ont indiqué mercredi des députés"."""
    if view.words[phrase.start] not in SOME or not view.kinds(phrase) & SPEAKING:
        return False
    before = view.phrase(phrase.start - 1)
    return before is None or before.prep is not None


def taken_for_noun(view: DocView, verb: int) -> Phrase | None:
    """Find the name in "…, avance Kiev", where the verb was read as a noun with a name."""
    phrase = view.phrase(verb)
    if phrase is None or view.entity_at[verb] is not None or phrase.entity is None:
        return None
    if view.entities[phrase.entity].first != verb + 1:
        return None
    return phrase._replace(first=verb + 1, start=verb + 1)


def _among_whom(view: DocView, verb: int, last: int) -> Phrase | None:
    """Find who "on" is: "Séoul" in "dit-on à Séoul", "assure-t-on dans l'entourage de Kim"."""
    at = verb + 1
    while at < last and view.words[at] in ONE_LINK:
        at += 1
    if at >= last or view.words[at] not in ONE:
        return None
    phrase = next(view.each_phrase(at + 1, last), None)
    near = phrase is not None and phrase.start == at + 1 and phrase.prep in AMONG
    return phrase if near else None


def _right_behind(view: DocView, start: int, verb: int, first: int, last: int) -> Phrase | None:
    """Find the speaker right behind a verb whose subject is not before it.

    What it says has a verb of its own, or is a quotation: not in "Kim, en colère, menace Séoul".
    """
    phrase = taken_for_noun(view, verb) or next(view.each_phrase(verb + 1, last), None)
    if phrase is None or phrase.prep is not None or phrase.start > verb + 2:
        return None
    if VERBAL & set(view.pos[verb + 1 : phrase.first]) or not view.kinds(phrase) & SPEAKING:
        return None
    if view.words[start - 1] in QUOTE_ENDS or view.words[start - 2] in QUOTE_ENDS:
        return phrase
    if view.words[verb] in load_cues().verbs["presupposing"]:
        return None  # "Moscou protège son fournisseur, déplore Séoul": it takes that for granted
    comma = next((i for i in range(first, start) if view.words[i] == ","), start - 1)
    opened = comma if comma < start - 1 and view.words[comma + 1] in CLAUSE_MARKS else start - 1
    told = view.has_finite(first, opened)
    return phrase if told else None


def _group_start(view: DocView, verb: int, first: int) -> int:
    """Find where the auxiliaries and pronouns before an inverted verb begin."""
    start = verb
    while start > first and (
        view.pos[start - 1] in IN_INVERTED_GROUP or view.words[start - 1] in WITHIN_INVERTED
    ):
        start -= 1
    return start


def _is_passive(view: DocView, verb: int, first: int) -> bool:
    """Return whether somebody is said of: "est accusé", "un homme soupçonné"; not "s'est dit"."""
    word = view.words[verb]
    tagged = view.tokens[verb].is_participle
    if not tagged or not looks_like_participle(word):
        return False  # "impute" in "Le FBI impute le vol à Pyongyang", whatever its tag
    before = view.words[max(first, verb - PASSIVE_REACH) : verb]
    if not ETRE.keys() & set(before):
        alone = is_sure_participle(word) and not AVOIR.keys() & set(before)
        return alone or is_reduced(view, verb)
    return REFLEXIVE.isdisjoint(before)


def agent(view: DocView, verb: int) -> Phrase | None:
    """Find the agent of a passive, who says it of somebody: "est accusé par Séoul de livrer"."""
    _, last = view.sentence(verb)
    for phrase in view.each_phrase(verb + 1, last):
        if not VERBAL.isdisjoint(view.pos[verb + 1 : phrase.first]):
            return None
        if phrase.prep in AGENT:
            return phrase
    return None


def _who_acts_on(view: DocView, verb: int, first: int) -> Phrase | None:
    """Find who holds it in "Washington a sanctionné trois hommes accusés d'avoir": who acts.

    Nobody in "est accusé", nor where those said to have done it are themselves who acts.
    """
    noun = view.tokens[verb].head.i
    if ETRE.keys() & set(view.words[max(first, verb - PASSIVE_REACH) : verb]):
        return None
    main = next((i for i in range(verb - 1, first, -1) if _is_main(view, i)), None)
    found = None if main is None else subject(view, main, group_start(view, main))
    if found is None or found.pronoun or found.prep is not None or main is None:
        return None
    acts = found.last < main < verb and not found.first <= noun <= found.last
    return found if acts and view.kinds(found) & SPEAKING else None


def _is_main(view: DocView, i: int) -> bool:
    own = view.pos[i] == "VERB" and view.entity_at[i] is None and not is_reduced(view, i)
    return own and not view.tokens[i].dep_.startswith("acl")


def _behind_topic(view: DocView, found: Phrase, group: int) -> Phrase | None:
    """Find the speaker behind a topic: "Ukraine : des inspecteurs confirment"."""
    between = view.words[found.last + 1 : group]
    if TOPIC_MARK not in between:
        return None
    behind = view.each_phrase(found.last + 2 + between.index(TOPIC_MARK), group - 1)
    return next((phrase for phrase in behind if phrase.prep is None or phrase.counted), None)


def _name_before_relative(view: DocView, group: int, first: int) -> Phrase | None:
    """Find the name in "les déclarations de KCNA, qui dit que"; not in "la sœur de Kim, qui"."""
    at = group - 1
    if at - 2 <= first or view.words[at] not in WHO or view.words[at - 1] != ",":
        return None
    name = view.phrase(at - 2)
    if name is None or name.entity is None or name.prep is None or name.last != at - 2:
        return None
    whose = view.phrase(name.start - 1) if name.start > first else None
    named = view.entities[name.entity].label in NAMED
    return name if named and whose is not None and "document" in view.kinds(whose) else None


def _main_group(view: DocView, verb: int, group: int, first: int) -> int:
    """Return where the main verb's group begins, for a participle: "…, a réfuté, affirmant"."""
    head = view.tokens[verb].head.i
    participle = view.words[verb].endswith("ant") and view.words[group - 1] == ","
    if not participle or not first < head < verb or view.pos[head] not in VERBAL:
        return group
    while head > first and view.pos[head - 1] in IN_VERB_GROUP:
        head -= 1
    return head


def _before_apposition(view: DocView, group: int, first: int) -> Phrase | None:
    """Find the name before an apposition: "Kim Yo Jong, la sœur de Kim Jong Un, a affirmé"."""
    relative = view.words[group - 1] in WHO
    if relative:
        group -= 1
    if group - 1 <= first or view.words[group - 1] != ",":
        return None
    found = _opening_name(view, group, first)
    if found is not None:
        return found
    for i in range(group - 2, first, -1):
        if view.words[i] in CLAUSE_MARKS:
            break
        if view.pos[i] in VERBAL and view.entity_at[i] is None and not is_reduced(view, i):
            break
        before = view.phrase(i - 1) if view.words[i] == "," else None
        if before is None or before.entity is None or (before.prep is not None and not relative):
            continue
        if view.entities[before.entity].label in NAMED and before.last == i - 1:
            found = before
    return found


def _opening_name(view: DocView, group: int, first: int) -> Phrase | None:
    """Find the name in "Pyongyang, cible d'un embargo que l'ONU a durci, s'est dit disposé".

    It opens the sentence, and all verbs of the aside behind it are those of relative clauses; or
    the aside has none: "Séoul, plus prudent, compte", "L'Ukraine, elle, revendique".
    """
    name = next(view.each_phrase(first, group - 1), None)
    if name is None or name.start > first + 1 or name.prep is not None or name.entity is None:
        return None
    if view.words[name.last + 1] != "," or view.words[name.last + 2] in WHO:
        return None
    inner = range(name.last + 2, group - 1)
    verbs = [i for i in inner if view.pos[i] in VERBAL and view.entity_at[i] is None]
    heads = [view.tokens[i].head if view.pos[i] == "AUX" else view.tokens[i] for i in verbs]
    relative = all(own.dep_.startswith("acl") for own in heads)
    return name if relative and COMMA not in view.words[name.last + 2 : group - 1] else None
