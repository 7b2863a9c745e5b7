"""Find every phrase that may fill a role of a trigger, by syntactic position."""

from __future__ import annotations

from dataclasses import dataclass, field

from dprk_events.events.roles.light import light_forms, passing_forms, verb_left, verb_right
from dprk_events.french import closed_class, looks_plural, word_lists
from dprk_events.syntax import (
    BEFORE_QUI,
    NOUNS,
    POSSESSIVES,
    VERBAL,
    DocView,
    Phrase,
    VerbGroup,
    antecedents,
    child,
    clause_end,
    complements,
    coordinated,
    relative_object,
    subject,
    verb_group,
    verb_object,
)
from dprk_events.syntax.tags import CLITIC_LIKE

_LISTS = word_lists(__package__)
CLITICS = _LISTS["object_clitics"]
PLACES_AT_HEAD = _LISTS["places_at_head"]
GOVERNED = _LISTS["of_governed_deeds"]
HARD_STOPS = closed_class("hard_stops")
PAIR_SIGNS = frozenset("-/–\u2011")
"""Between two names they make a pair."""
PAIR_REACH, NEAR_COMMA, TWO = 8, 2, 2
CARRIED = frozenset({"weapon", "material", "force", "people", "state", "org", "place"})
"""Kinds of complements that "de …" behind them tells nothing of: it belongs to the deed."""
TITLES = frozenset({"EXERCISE", "MISC"})
"""Labels of names that an event noun may have: "l'exercice Ulchi"."""


@dataclass
class Positions:
    """Phrases by position, in order of preference; ``light`` is the light verb's token, if any."""

    phrases: dict[str, list[Phrase]] = field(default_factory=dict)
    adjectives: list[int] = field(default_factory=list)
    """Tokens of nationality that modify the trigger noun."""
    light: VerbGroup | None = None
    _noted: set[tuple[str, Phrase]] = field(default_factory=set, repr=False)

    def add(self, position: str, phrase: Phrase | None) -> None:
        """Add a phrase, once per position."""
        if phrase is not None and (position, phrase) not in self._noted:
            self._noted.add((position, phrase))
            self.phrases.setdefault(position, []).append(phrase)


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
            patient = _modified(view, group.verb)
        found.add("object", patient)
        found.add("passive-object", patient)
    else:
        found.add("subject", subject(view, group.verb, group.first))
        if group.form == "past-participle" and not group.compound:
            found.add("subject", _modified(view, group.verb))
        target = verb_object(view, end)
        if target is None and end != group.verb:
            target = verb_object(view, group.verb)
        if (target is not None and target.first > end) or (
            target is not None and target.last < group.verb
        ):
            found.add("object", target)
            for other in coordinated(view, target, lambda _: True):
                found.add("object", other)
        for phrase in relative_object(view, group.first):
            found.add("object", phrase)
    if not group.passive and not group.reflexive:
        for i, word in enumerate(view.words[group.first : group.verb]):
            if word in CLITICS and view.pos[group.first + i] in CLITIC_LIKE:
                at = group.first + i
                found.add("object", Phrase(head=at, first=at, last=at, start=at, pronoun=True))
    if (qui := _relative_subject(view, group.first)) is not None:
        for phrase in antecedents(view, qui):
            for part in joined(view, phrase, view.kinds(phrase)):
                found.add("object" if group.passive else "subject", part)
    if "y" in view.words[group.first : group.verb]:
        at = group.first + view.words[group.first : group.verb].index("y")
        found.add("à", Phrase(head=at, first=at, last=at, start=at, prep="à", pronoun=True))
    _add_complements(view, found, group.verb, end)
    found.add("helped", _helped(view, max(end, group.verb)))
    if group.passive:
        for phrase in found.phrases.get("par", []):
            found.add("subject", phrase)
    return found


def _relative_subject(view: DocView, first: int) -> int | None:
    """Return the relative "qui" just before a verb group."""
    begin, _ = view.sentence(first)
    for i in range(first - 1, max(begin, first - 4), -1):
        if view.words[i] == "qui":
            return None if view.words[i - 1] in BEFORE_QUI else i  # "pour qui Pyongyang …"
        if view.pos[i] != "ADV" and view.words[i] != ",":
            return None
    return None


def _modified(view: DocView, verb: int) -> Phrase | None:
    """Return the noun that a bare participle modifies: "missiles tirés" → missiles."""
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
        # "Capturés le 9 janvier, deux soldats …": the phrase after the comma.
        _, end = view.sentence(verb)
        comma = next((i for i in range(verb, end) if view.words[i] == ","), None)
        after = view.phrases_between(comma + 1, end) if comma is not None else []
        return after[0] if after and after[0].prep is None else None
    before = _group_before(view, begin, verb)
    if (
        head.i < verb
        and head.pos_ in NOUNS
        and (phrase := view.phrase(head.i)) is not None
        and (not before or _agree(view, verb, head.i) or not _agree(view, verb, before[-1].head))
    ):
        return phrase
    return before[-1] if before else None


def _agree(view: DocView, participle: int, noun: int) -> bool:
    """Return whether both are singular or both plural, judging by their spelling."""
    return view.words[participle].endswith("s") == looks_plural(view.words[noun])


def _group_before(view: DocView, begin: int, verb: int) -> list[Phrase]:
    """Return the noun group just before a participle, up to the noun that agrees in number.

    "les haut-parleurs de la frontière rallumés" are the loudspeakers, not the border.
    """
    group = view.phrases_between(begin, verb - 1)
    if not group or verb - group[-1].last > 2:
        return []
    while (
        len(group) > 1
        and group[-1].prep == "de"
        and group[-1].start == group[-2].last + 1
        and not _agree(view, verb, group[-1].head)
    ):
        group.pop()
    return group[-1:]


def _add_complements(
    view: DocView, found: Positions, token: int, start: int, passing: frozenset[str] = frozenset()
) -> None:
    for phrase in complements(view, token, start, passing):
        found.add(phrase.prep or "object", phrase)
    begin, _ = view.sentence(token)
    first = next(view.each_phrase(begin, start), None)
    if first is not None and first.prep in PLACES_AT_HEAD and first.start == begin:
        found.add(first.prep, first)


def of_noun(view: DocView, token: int, end: int) -> Positions:
    """Return the positions of a noun trigger; ``end`` is the last token of its expression."""
    found = Positions()
    own = view.phrase(token)
    if own is not None:
        adjectives = view.nationality(own) or view.joint_nationality(own)
        found.adjectives = [i for i in adjectives if i != token]
        if own.entity is not None and view.entities[own.entity].first > token:
            found.add("title", own)
        if own.possessive:
            found.add("poss", _owner(view, own))
        if own.prep is not None:
            found.add("host", _host(view, own))
    found.add("helped", _helped(view, end))
    for phrase in _pair_of_names(view, token + 1, clause_end(view, token)):
        found.add("pair", phrase)
    _noun_complements(view, found, token, end)
    _topic(view, found, token)
    _light_verb(view, found, token)
    if found.light is None:
        _governor(view, found, token)
        _subject_above(view, found, token, "wanter", "want")
        _subject_above(view, found, token, "onlooker", "attend")
    return found


def _host(view: DocView, own: Phrase) -> Phrase | None:
    """Return what stands before: "un ministre en visite à", "le ministre, en visite à"."""
    begin, _ = view.sentence(own.first)
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


def _noun_complements(view: DocView, found: Positions, token: int, end: int) -> None:
    own = view.phrase(token)
    start = max(end, own.last if own is not None else end)
    limit = clause_end(view, start, passing_forms())
    previous = start
    for phrase in view.each_phrase(start + 1, limit):
        gap = view.words[previous + 1 : phrase.start]
        if phrase.prep is None:
            is_title = phrase.entity is not None and view.entities[phrase.entity].label in TITLES
            if is_title:
                found.add("title", phrase)
            elif gap == [","] and view.pos[phrase.head] == "ADJ":
                pass  # "le premier sommet, historique, entre …"
            elif (
                gap[:1] == ["et"] and "entre" in found.phrases and len(found.phrases["entre"]) < TWO
            ):
                found.add("entre", phrase)  # "entre un président en exercice et un dirigeant"
            elif "," in gap or ("et" in gap and not found.phrases):
                break
            previous = phrase.last
            continue
        if gap[:1] == ["et"] and phrase.prep != "de" and previous == start:
            break
        if _of_complement(view, found, phrase, previous):
            previous = phrase.last
            continue
        found.add(phrase.prep, phrase)
        previous = phrase.last


def _of_complement(view: DocView, found: Positions, phrase: Phrase, previous: int) -> bool:
    """Return whether "de …" belongs to the noun before it, which is no part of the deed.

    "livraisons d'armes à la Russie en violation des sanctions de l'ONU": the sanctions and the UN.
    """
    before = view.phrase(previous)
    if phrase.prep != "de" or before is None or phrase.start != previous + 1:
        return False
    if before.entity is not None or before.prep in {None, "de", "entre"}:
        return False
    inside = before in found.phrases.get(before.prep or "", ())
    return inside and not view.kinds(before) & CARRIED


def _pair_of_names(view: DocView, first: int, last: int) -> list[Phrase]:
    """Return the two names that a hyphen or stroke joins: "le sommet Trump-Kim"."""
    for i in range(first, min(first + PAIR_REACH, last + 1)):
        one, other = view.entity_at[i - 1], view.entity_at[i + 1] if i < last else None
        if view.texts[i] in PAIR_SIGNS and one is not None and other is not None and one != other:
            return [_of_entity(view, one), _of_entity(view, other)]
    return []


def _of_entity(view: DocView, number: int) -> Phrase:
    entity = view.entities[number]
    return Phrase(entity.last, entity.first, entity.last, entity.first, entity=number)


def _topic(view: DocView, found: Positions, token: int) -> None:
    """Add a name before a colon that opens the sentence: "Corée du Nord : tir de missile"."""
    begin, _ = view.sentence(token)
    for i in range(begin, min(begin + 6, token)):
        if view.words[i] == ":":
            for phrase in _pair_of_names(view, begin + 1, i - 1):
                found.add("pair", phrase)
            before = view.phrases_between(begin, i - 1)
            if len(before) == 1 and before[0].prep is None:
                found.add("topic", before[0])
            return


def _light_verb(view: DocView, found: Positions, token: int) -> None:
    forms = light_forms()
    own = view.phrase(token)
    left = own.start if own is not None else token
    begin, last = view.sentence(token)
    candidate = verb_left(view, left, begin, forms["carry"])
    if candidate is not None:
        lemma, tense = forms["carry"][view.words[candidate]]
        group = verb_group(view, candidate, lemma, tense)  # type: ignore[arg-type]
        found.light = group
        if group.passive:
            for phrase in complements(view, candidate, candidate):
                if phrase.prep == "par":
                    found.add("subject", phrase)
        else:
            found.add("subject", subject(view, candidate, group.first))
        _add_complements(
            view, found, candidate, max(candidate, own.last if own is not None else token)
        )
        return
    candidate = verb_right(view, token, last, forms)
    if candidate is None:
        candidate = _bringing_together(view, token)
    if candidate is not None:
        table = forms["happen"] if view.words[candidate] in forms["happen"] else forms["carry"]
        lemma, tense = table[view.words[candidate]]
        group = verb_group(view, candidate, lemma, tense)  # type: ignore[arg-type]
        if group.first <= token:
            return
        if table is forms["carry"] and not (group.passive or group.reflexive):
            return
        found.light = group
        start = candidate
        if candidate + 1 <= last and view.words[candidate + 1] == "lieu":
            start += 1
        _add_complements(view, found, candidate, start)
        if view.words[candidate] in forms["sides"]:
            for phrase in [p for p in [verb_object(view, candidate)] if p is not None]:
                for side in joined(view, phrase, view.kinds(phrase)):
                    found.add("object", side)
                    found.add("entre", side)
        for phrase in found.phrases.get("par", []):
            found.add("subject", phrase)


def _bringing_together(view: DocView, token: int) -> int | None:
    """Return the verb of "les sommets qui ont réuni Kim et Moon", whose object has the sides."""
    own = view.phrase(token)
    qui = (own.last if own is not None else token) + 1
    _, last = view.sentence(token)
    if qui > last or view.words[qui] != "qui":
        return None
    for i in range(qui + 1, min(last, qui + 4) + 1):
        if view.words[i] in light_forms()["sides"]:
            return i
    return None


def _governor(view: DocView, found: Positions, token: int) -> None:
    """Add the subject of the verb above the event: "est arrivé à Pékin pour un sommet"."""
    own = view.phrase(token)
    if own is None or own.prep not in GOVERNED:
        return
    begin, end = view.sentence(token)
    if own.start == begin:
        found.add("governor", _after_comma(view, own.last + 1, end))
        return
    for i in range(own.start - 1, begin - 1, -1):
        if view.pos[i] in VERBAL and view.entity_at[i] is None:  # "était en visite" too
            found.add("governor", subject(view, i, i))
            return
        if view.words[i] in HARD_STOPS:
            return


def _helped(view: DocView, after: int) -> Phrase | None:
    """Return whom it is to help: "envoyer des soldats pour aider la Russie"."""
    _, last = view.sentence(after)
    helping = light_forms()["help"]
    for i in range(after + 1, last):
        if view.words[i] in HARD_STOPS:
            return None
        if view.words[i] in helping and helping[view.words[i]][1] == "infinitive":
            return verb_object(view, i)
    return None


def _after_comma(view: DocView, first: int, last: int) -> Phrase | None:
    """Return the phrase behind the comma: "Lors de sa rencontre avec Kim, Trump a …"."""
    comma = next((i for i in range(first, last) if view.words[i] == ","), None)
    if comma is None:
        return None
    after = next(view.each_phrase(comma + 1, last), None)
    near = after is not None and after.prep is None and after.first - comma <= NEAR_COMMA
    return after if near else None


def _subject_above(view: DocView, found: Positions, token: int, position: str, verbs: str) -> None:
    """Add the subject of a verb of a list of light_verbs.toml above it: "Kim veut un sommet"."""
    own = view.phrase(token)
    begin, _ = view.sentence(token)
    verb = verb_left(view, own.start if own is not None else token, begin, light_forms()[verbs])
    if verb is not None and (own is None or own.prep in {None, "de", "à"}):
        found.add(position, subject(view, verb, verb))


def joined(view: DocView, phrase: Phrase, kinds: frozenset[str]) -> list[Phrase]:
    """Return a phrase and those coordinated with it that are of the same kinds."""
    return coordinated(view, phrase, lambda other: bool(view.kinds(other) & kinds))
