"""Find every phrase that may fill a role of a trigger, by syntactic position."""

from __future__ import annotations

from dprk_events.events.roles.above import (
    behind_dateline,
    governor,
    light_verb,
    subject_above,
)
from dprk_events.events.roles.announced import announced_by
from dprk_events.events.roles.beside import (
    apposed_name,
    pair_of_names,
    sides_before_colon,
    taking_part,
    topic,
)
from dprk_events.events.roles.causative import suffers
from dprk_events.events.roles.clitics import add_clitics, add_of_it_and_there
from dprk_events.events.roles.complements import noun_complements
from dprk_events.events.roles.disturbed import disturbed
from dprk_events.events.roles.fronted import fronted_agent
from dprk_events.events.roles.gathered import gathered
from dprk_events.events.roles.helped import helped
from dprk_events.events.roles.in_relative import relative_carrier
from dprk_events.events.roles.position import (
    AND,
    Positions,
    add_complements,
    add_put_before,
    joined,
    relative_subject,
)
from dprk_events.events.roles.towards import handed_to, threatened
from dprk_events.events.roles.where import before_day, place_where
from dprk_events.french import closed_class, forms_of, looks_plural, word_lists
from dprk_events.syntax import (
    NOUNS,
    POSSESSIVES,
    VERBAL,
    DocView,
    Phrase,
    VerbGroup,
    antecedents,
    child,
    clause_end,
    coordinated,
    relative_object,
    subject,
    verb_object,
    whose,
)

_LISTS = word_lists(__package__)
COME = _LISTS["come_somewhere"]
ETRE, ONE, IT = forms_of("être"), _LISTS["before_one"], _LISTS["it"]
WHOM = closed_class("relative_pronouns")
TWO, WITH = 2, "avec"
NAMED = frozenset({"EXERCISE"})

FRONTED = 8
"""Words behind a participle that opens a sentence within which its comma stands."""


def of_verb(view: DocView, group: VerbGroup, end: int) -> Positions:
    """Return the positions of a verb trigger; ``end`` is the last token of its expression."""
    found = Positions()
    token = view.tokens[group.verb]
    if group.passive:
        patient = None
        direct = child(token, "nsubj:pass", "nsubj")
        if group.compound or direct is not None:
            patient = subject(view, group.verb, group.first)
        else:
            patient = _fronted(view, group) or _modified(view, group.verb)
        found.add("object", patient)
        found.add("passive-object", patient)
        for phrase in _before_comma(view, group):
            found.add("object", phrase)
    elif suffers(view, group.verb):
        for position in ("object", "dative"):
            found.add(position, subject(view, group.verb, group.first))
        taken = verb_object(view, end)
        found.add("object", taken if taken is not None and taken.prep is None else None)
    else:
        if group.form == "past-participle" and not group.compound:
            found.add("subject", _modified(view, group.verb))
        found.add("subject", _before_verb(view, subject(view, group.verb, group.first), group.verb))
        target = verb_object(view, group.verb) if end != group.verb else None
        if target is None or not group.verb < target.first <= target.last < end:
            target = verb_object(view, end) or target  # not within: "remettre X en marche"
        if target is not None and (  # within: "réduire Séoul en cendres"
            target.first > end or target.last < group.verb or group.verb < target.last < end
        ):
            found.add("object", target)
            for other in coordinated(view, target, lambda _: True):
                found.add("object", other)
        for phrase in relative_object(view, group.first):
            found.add("object", phrase)
    add_clitics(view, group, found)
    if (qui := relative_subject(view, group.first)) is not None:
        for phrase in antecedents(view, qui):
            for part in joined(view, phrase, view.kinds(phrase)):
                found.add("object" if group.passive else "subject", part)
    add_put_before(view, found, group.first)
    add_of_it_and_there(view, group, found)
    add_complements(view, found, group.verb, end)
    _of_the_subject(found, group.verb)
    found.add("à", place_where(view, group.first))
    found.add("helped", helped(view, max(end, group.verb)))
    if group.passive or suffers(view, group.verb):
        for phrase in found.phrases.get("par", []):
            found.add("subject", phrase)
    sides_before_colon(view, found, group)
    _others_first(view, found)
    _, last = view.sentence(end)
    if group.verb < end < last and view.bare_nationality(end + 1):
        found.adjectives = [end + 1]  # "a essuyé des tirs | nord-coréens"
    return found


def _of_the_subject(found: Positions, verb: int) -> None:
    """Leave out "de …" of a subject behind its verb: "les fonds que volent des pirates | de X"."""
    behind = {each.last + 1 for each in found.phrases.get("subject", []) if each.first > verb}
    if "de" in found.phrases and behind:
        found.phrases["de"] = [each for each in found.phrases["de"] if each.start not in behind]


def _before_comma(view: DocView, group: VerbGroup) -> list[Phrase]:
    """Return whom a participle behind a comma may tell of: "un employé du ministère, abattu"."""
    begin, _ = view.sentence(group.verb)
    if group.compound or group.first - 1 <= begin or view.words[group.first - 1] != ",":
        return []
    nouns = antecedents(view, group.first)
    return [each for each in nouns if _agree(view, group.verb, each.head)]


def _fronted(view: DocView, group: VerbGroup) -> Phrase | None:
    """Return of whom a participle that opens the sentence tells: "Grièvement blessé, le soldat"."""
    begin, end = view.sentence(group.verb)
    if group.verb - begin > 1:
        return None
    last = min(end, group.verb + FRONTED)
    comma = next((i for i in range(group.verb + 1, last + 1) if view.words[i] == ","), None)
    if comma is None or any(view.pos[i] in VERBAL for i in range(group.verb + 1, comma)):
        return None
    behind = next(view.each_phrase(comma + 1, end), None)
    if behind is None or behind.prep is not None or behind.start > comma + 1:
        return None
    return behind if _agree(view, group.verb, behind.head) else None


def _before_verb(view: DocView, phrase: Phrase | None, verb: int) -> Phrase | None:
    """Cut off the verb that the parse takes for part of its subject: "Le Nord dynamite …"."""
    if phrase is None or not phrase.first < verb <= phrase.last or phrase.head > verb:
        return phrase
    if phrase.head < verb:
        return phrase._replace(last=verb - 1)
    named = view.entity_at[verb - 1]  # "Donald Trump part", taken for a name and its noun
    if named is None or phrase.pronoun:
        return phrase
    return phrase._replace(head=view.entities[named].first, last=verb - 1, entity=named)


def _modified(view: DocView, verb: int) -> Phrase | None:
    """Return the noun that a bare participle modifies: "missiles tirés" → missiles.

    Not the name in a complement of it: "une résolution contre Pyongyang bloquée".
    """
    found = _before_participle(view, verb)
    number = None if found is None else view.entity_at[found.last]
    if found is None or found.prep is None or number is None:
        return found
    if view.entities[number].label == "WEAPON":
        return found  # "les débris d'un missile tombé sur Kharkiv"
    comes = view.words[verb - 1] == "," and view.words[verb] in COME
    if comes and view.entities[number].label == "PER" and found.last == verb - 2:
        return found  # "a remis une médaille à Choïgou, | venu mardi"
    phrase: Phrase | None = found
    while phrase is not None and phrase.prep is not None:
        last = phrase.start - 1
        phrase = view.phrase(last) if last >= view.sentence(verb)[0] else None
        if phrase is not None and phrase.last != last:
            phrase = None
    return found if phrase is None else phrase


def _before_participle(view: DocView, verb: int) -> Phrase | None:
    """Return the noun before a bare participle, by the tree, else by the words' order."""
    head = view.tokens[verb].head
    within = view.phrase(verb)
    if within is not None and within.first < verb:
        noun = within.head if within.head < verb else within.first
        return Phrase(
            head=noun,
            first=within.first,
            last=verb - 1,
            start=within.start,
            prep=within.prep,
            counted=within.counted,
        )
    begin, _ = view.sentence(verb)
    if verb == begin:
        return _behind_comma(view, verb)
    before = _group_before(view, begin, verb)
    if (
        head.i < verb
        and head.pos_ in NOUNS
        and (phrase := view.phrase(head.i)) is not None
        and (not before or _agree(view, verb, head.i) or not _agree(view, verb, before[-1].head))
        and not (before and _of_the_other_gender(view, verb, head.i))
    ):
        return phrase
    return before[-1] if before else None


def _behind_comma(view: DocView, verb: int) -> Phrase | None:
    """Return whom a participle in front tells of: "Capturés lundi, sans combat, deux soldats"."""
    _, end = view.sentence(verb)
    for i in range(verb, end):
        if view.words[i] == ",":
            after = view.phrases_between(i + 1, end)
            if not after or after[0].prep is None:
                return after[0] if after else None
    return None


def _agree(view: DocView, participle: int, noun: int) -> bool:
    """Return whether both are singular or both plural, judging by their spelling."""
    one = view.tokens[noun].morph.get("Number", []) == ["Sing"] and view.words[noun - 1] in ONE
    return view.words[participle].endswith("s") == (looks_plural(view.words[noun]) and not one)


def _of_the_other_gender(view: DocView, participle: int, noun: int) -> bool:
    """Match a feminine noun with a masculine participle: "les familles des soldats tués"."""
    feminine = view.tokens[noun].morph.get("Gender", []) == ["Fem"]
    return feminine and not view.words[participle].rstrip("s").endswith("e")


def _group_before(view: DocView, begin: int, verb: int) -> list[Phrase]:
    """Return the noun group just before a participle, up to the noun that agrees in number.

    And in gender: "les haut-parleurs de la frontière rallumés", "le traité de défense signé".
    """
    group = view.phrases_between(begin, verb - 1)
    if not group or verb - group[-1].last > 2:
        return []
    while len(group) > 1 and _is_second_adjective(view, group[-1], group[-2]):
        group.pop()
    while (
        len(group) > 1
        and group[-1].prep == "de"
        and group[-1].start == group[-2].last + 1
        and (
            not _agree(view, verb, group[-1].head)
            or _of_the_other_gender(view, verb, group[-1].head)
        )
    ):
        group.pop()
    return group[-1:]


def _is_second_adjective(view: DocView, phrase: Phrase, before: Phrase) -> bool:
    """Match "et technologique" behind "du matériel militaire", which the parse takes for a noun."""
    bare = phrase.start == phrase.first == phrase.last and phrase.entity is None
    return bare and before.last == phrase.start - TWO and view.words[phrase.start - 1] in AND


def _of_its_pair(view: DocView, last: int) -> list[int]:
    """Return the nationality of two nouns behind the second: "les tués et blessés nord-coréens"."""
    end = view.sentence(last)[1]
    at = last + 3
    if at > end or view.words[last + 1] not in AND or not view.bare_nationality(at):
        return []
    both = looks_plural(view.texts[last]) and looks_plural(view.texts[at - 1])
    return [at] if both and view.texts[at - 1].islower() and view.pos[at - 1] != "DET" else []


def _of_its_last(view: DocView, token: int, end: int) -> list[int]:
    """Return the nationality of a noun of several words: "une salve de sanctions américaines"."""
    last = view.phrase(end) if end > token else None
    return [] if last is None or last.first <= token else _nationalities(view, last)


def of_noun(view: DocView, token: int, end: int) -> Positions:
    """Return the positions of a noun trigger; ``end`` is the last token of its expression."""
    found = Positions()
    described = False
    own = view.phrase(token)
    if own is not None:
        adjectives = _nationalities(view, own) or view.joint_nationality(own)
        adjectives = adjectives or _of_its_pair(view, own.last)
        found.adjectives = [i for i in adjectives if i != token]
        if own.entity is not None and view.entities[own.entity].first > token:
            found.add("title", own)
        found.add("title", apposed_name(view, own, NAMED))
        if own.possessive:
            found.add("poss", _owner(view, own))
        owner = whose(view, own)
        found.add("poss", owner)
        described = owner is not None and _only_says_what_it_is(view, owner, own)
        if own.prep is not None:
            found.add("host", _host(view, own))
    found.adjectives = found.adjectives or _of_its_last(view, token, end)
    if view.pos[token] == "ADP":
        found.add("host", view.phrase(max(0, token - 1)))  # "mille soldats hors de combat"
    found.add("par", taking_part(view, token))
    found.add("helped", helped(view, end))
    for phrase in pair_of_names(view, token + 1, clause_end(view, token)):
        found.add("pair", phrase)
    noun_complements(view, found, token, end)
    topic(view, found, token)
    gathered(view, found, token)
    disturbed(view, found, token)
    fronted_agent(view, found, token)
    if not described:
        light_verb(view, found, token)
    relative_carrier(view, found, token)
    if found.light is None:
        governor(view, found, token)
        handed_to(view, found, token)
        threatened(view, found, token)
        subject_above(view, found, token, "wanter", "want")
        subject_above(view, found, token, "announcer", "announce")
        announced_by(view, found, token)
        subject_above(view, found, token, "onlooker", "attend")
        subject_above(view, found, token, "sufferer", "suffer")
        subject_above(view, found, token, "claimer", "own")
    _others_first(view, found)
    return found


def _nationalities(view: DocView, own: Phrase) -> list[int]:
    """Return the words of nationality of a noun: both of "les vetos chinois et russe"."""
    found = view.nationality(own)
    last, end = own.last, view.sentence(own.last)[1]
    while (
        found
        and found[-1] == last
        and last + TWO <= end
        and view.words[last + 1] in AND
        and view.bare_nationality(last + TWO)
    ):
        last += TWO
        found.append(last)
    return found


def _only_says_what_it_is(view: DocView, owner: Phrase, own: Phrase) -> bool:
    """Match "X, dont c'était la visite,": the verb behind has X for its subject, and no visit."""
    return not IT.isdisjoint(view.words[owner.last + 1 : own.first])


def _others_first(view: DocView, found: Positions) -> None:
    """Put "avec" before "aux côtés de": "s'entretient, aux côtés de ses ministres, avec X".

    Of "X, avec qui il a signé" the pronoun stands for X, who is known.
    """
    others = found.phrases.get(WITH, [])
    words = view.words
    others.sort(key=lambda each: (words[each.head] in WHOM, words[each.start] != WITH))


def of_bridge(view: DocView, token: int) -> Positions:
    """Return the positions of a preposition between who and where: "Poutine à Pyongyang"."""
    found = Positions()
    _, end = view.sentence(token)
    if view.words[token - 1] in ETRE:  # "sera à Pyongyang"
        found.add("subject", subject(view, token - 1, token - 1))
    else:
        found.add("subject", view.phrase(before_day(view, token)))
    where = next(view.each_phrase(token, end), None)
    if where is not None and where.prep is not None:
        found.add(where.prep, where)
    return found


def _host(view: DocView, own: Phrase) -> Phrase | None:
    """Return what stands before: "un ministre en visite à", "le ministre, en visite à"."""
    begin = behind_dateline(view, view.sentence(own.first)[0], own.start)
    at = own.start - 1
    if at > begin and view.words[at] == ",":
        at -= 1
    return view.phrase(at) if at >= begin else None


def _owner(view: DocView, own: Phrase) -> Phrase:
    """Return the possessive before the noun as a pronoun, to be resolved later."""
    begin, _ = view.sentence(own.first)
    at = next(
        (i for i in range(own.first - 1, begin - 1, -1) if view.words[i] in POSSESSIVES), own.first
    )
    return Phrase(head=at, first=at, last=at, start=at, pronoun=True, possessive=True)
