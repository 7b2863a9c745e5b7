"""Find the speaker: the subject of a verb of saying, before it; or its agent."""

from __future__ import annotations

from dprk_events.french import auxiliary_forms, closed_class, looks_like_participle, word_lists
from dprk_events.syntax import VERBAL, DocView, Phrase, coordinated, is_reduced, subject
from dprk_events.syntax.clause import group_start
from dprk_events.syntax.tags import IN_VERB_GROUP
from dprk_events.syntax.token import Token

WORDS = word_lists(__package__)
CLITICS = WORDS["clitics_of_saying"]
AGENT = WORDS["before_agent"]
ONE, AMONG = WORDS["one"], WORDS["among"]
SPEAKING = frozenset({"person", "org", "state", "force", "source"})
"""Kinds of what can say something."""
DOCUMENTS = frozenset({"document"})
AVOIR = auxiliary_forms("avoir")
ETRE, REFLEXIVE = auxiliary_forms("être"), closed_class("reflexive")
WHO = closed_class("relative_pronouns")
TOPIC_MARK, COMMA = ":", ","
CLAUSE_MARKS, JOINERS, IN = WORDS["clause_marks"], WORDS["joiners"], WORDS["in"]
NAMED = frozenset({"PER", "ORG"})
SURE_PARTICIPLES = tuple(sorted(WORDS["endings_of_sure_participles"]))
OTHER_PARTICIPLES = WORDS["other_sure_participles"]
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


def is_sure_participle(word: str) -> bool:
    """Return whether a form of a verb of saying is a participle, whatever its tag."""
    return word.endswith(SURE_PARTICIPLES) or word in OTHER_PARTICIPLES


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
