"""Assign phrases by position to roles, following the frame of the rule."""

from __future__ import annotations

from typing import NamedTuple

from dprk_events.events.roles.arranged import only_arranges
from dprk_events.events.roles.countries import fits_country
from dprk_events.events.roles.position import AND, Positions, joined
from dprk_events.events.roles.told import counts_things, named_again_as, plain_thing, told_thing
from dprk_events.events.rules import PRONOUN_KINDS, THINGS, CompiledRule, CompiledSlot
from dprk_events.french import closed_class, looks_plural, word_lists
from dprk_events.lexicon import Kinds
from dprk_events.names import SlotRole
from dprk_events.syntax import DocView, Phrase, coordinated, whose

_LISTS = word_lists(__package__)
MADE = frozenset(word.rstrip("es") for word in _LISTS["made"])
BARE_OF, OF = _LISTS["bare_of"], closed_class("of")
SINGULAR, THOSE = _LISTS["singular_pronouns"], _LISTS["those_of_many"]
DEEDS = _LISTS["deeds_of_states"]
COUNTED_SIDES = _LISTS["counted_sides"]
NATIONALITIES = frozenset({"adj", "instrument-adj"})
"""Positions of nationality words, which are not phrases."""
OBJECT_OF = "object-of"
"""Whose the object is, where it is a deed: "a essuyé les tirs d'une vedette du Nord"."""
OF_A_DEED = frozenset({"subject", OBJECT_OF})
TO_WHOM, WITH = "dative", "avec"
"""The position of a pronoun that never stands for a thing; that of whom one does it with."""
DOERS = frozenset({"force", "people"})
"""Kinds of unnamed people whose deed may do it: "touché par les tirs de ses camarades"."""
PAIRED = frozenset({"entre", "pair"})
"""Positions that name both sides at once."""
CARRIERS = frozenset({"conveyance"})
"""Kinds of things that somebody is in, with or without a name: "le train du dirigeant"."""
CRAFT = frozenset({"aircraft", "fleet", "vehicle", "warship"})
"""Kinds of what acts for whoever has it: "un sous-marin du Nord a coulé la corvette"."""
COMMON_FIRST = frozenset({"weapon", "material", "force"})


class Fill(NamedTuple):
    """A role filled by tokens ``first`` to ``last``.

    ``how`` is the position it was found in: evidence for ``explain``; no decision depends on it.
    """

    role: SlotRole
    first: int
    last: int
    entity: int | None
    phrase: Phrase | None
    how: str


def fits(kinds: Kinds, slot: CompiledSlot) -> bool:
    """Return whether something of these kinds may fill the slot."""
    if "pronoun" in kinds:
        wanted = slot.kinds & (PRONOUN_KINDS | THINGS | kinds)
        return bool(wanted) and "pronoun" not in slot.not_kinds
    return bool(kinds & slot.kinds) and not kinds & slot.not_kinds


def assign(view: DocView, rule: CompiledRule, positions: Positions, trigger: int) -> list[Fill]:
    """Fill the roles of ``rule`` for one mention, each phrase once."""
    fills: list[Fill] = []
    used: set[int] = set()
    filled: set[str] = set()
    joint = rule.event_type.symmetric or rule.event_type.announced_ahead
    for slot in rule.slots:
        ways = {fill.how for fill in fills if fill.role == slot.role}
        if ways & slot.not_with or (slot.only_with and not ways & slot.only_with):
            continue
        if slot.more or slot.role not in filled:
            found = _fill(view, slot, positions, trigger, used, fills, joint)
            filled.update(fill.role for fill in found)
            fills += found
    return fills


def _fill(
    view: DocView,
    slot: CompiledSlot,
    positions: Positions,
    trigger: int,
    used: set[int],
    done: list[Fill],
    joint: bool,
) -> list[Fill]:
    for position in slot.at:
        if position == "poss" and slot.role != "theme" and not slot.kinds & PRONOUN_KINDS:
            continue
        if position == "instrument-made":
            if made := _maker(view, done):
                return [made]
            continue
        if position == "subject" and joint and only_arranges(view, positions.light):
            continue
        if position == "subject" and (own := _own_nationality(view, slot, positions)):
            return own
        if position in NATIONALITIES:
            if "state" not in slot.kinds:
                continue
            tokens = positions.adjectives if position == "adj" else _of_instrument(view, done)
            if tokens:
                return [Fill(slot.role, i, i, None, None, position) for i in tokens[:2]]
            continue
        for told in _candidates(positions, position):
            phrase = _whole_noun(view, told)
            if position == OBJECT_OF and fits(view.kinds(phrase), slot):
                continue
            if phrase.head in used or (
                phrase.first <= trigger <= phrase.last and position != "title"
            ):
                continue
            if slot.role == "theme" and phrase.pronoun and not slot.kinds & PRONOUN_KINDS:
                if (meant := told_thing(view, phrase, slot.kinds)) is not None:
                    return [_filler(view, slot, meant, position)]
                continue
            if not fits(view.kinds(phrase), slot) and not _counted_side(view, phrase, position):
                if position in OF_A_DEED and (behind := _behind_deed(view, phrase, slot)):
                    return behind
                if position != TO_WHOM and (meant := plain_thing(view, phrase, slot)) is not None:
                    return [_filler(view, slot, meant, position)]
                continue
            if slot.not_kinds and named_again_as(view, phrase, slot.not_kinds):
                continue
            if not fits_country(view, phrase, slot):
                continue
            if position == "de" and "wanter" in positions.phrases and _of_rank(view, phrase):
                continue
            if not slot.kinds & THINGS and counts_things(view, phrase):
                continue
            of_a_thing = phrase.pronoun and position != TO_WHOM and slot.kinds & THINGS
            if of_a_thing and not _speaks_of(view, phrase, slot):
                continue
            alone = phrase.pronoun or not slot.many
            alone |= position == WITH and phrase.prep != WITH  # "A, B et C, avec qui il a signé"
            group = [phrase] if alone else joined(view, phrase, slot.kinds)
            if position in PAIRED:
                group += [p for p in _candidates(positions, position) if p not in group]
            group = [
                p
                for p in group
                if p.head not in used
                and (fits(view.kinds(p), slot) or _counted_side(view, p, position))
            ]
            group += [p for p in _of_more_states(view, phrase) if p not in group]
            if phrase.last < trigger and position not in PAIRED:
                group = [p for p in group if p.start < trigger]  # "A, arrivé mardi, et B ont vu"
            if phrase in group or position in PAIRED:
                used.update(p.head for p in group)
                return [_filler(view, slot, p, position) for p in group]
    return []


def _of_rank(view: DocView, phrase: Phrase) -> bool:
    """Match who talks by rank alone, wanted by a side: "a proposé des pourparlers de colonels"."""
    own = phrase.entity is None and phrase.counted is None and not view.nationality(phrase)
    bare = view.words[phrase.start] in BARE_OF and phrase.first == phrase.start + 1
    _, end = view.sentence(phrase.last)
    led = (
        phrase.last < end and view.words[phrase.last + 1] in OF
    )  # "de dirigeants | des deux Corées"
    return own and bare and looks_plural(view.words[phrase.head]) and not led


def _of_more_states(view: DocView, phrase: Phrase) -> list[Phrase]:
    """Return the nationality joined to that of several people: "les diplomates russes et chinois".

    It is told as a phrase of its own.
    """
    if phrase.pronoun or not view.nationality(phrase):
        return []
    others = coordinated(view, phrase, lambda other: other.entity is None)
    several = looks_plural(view.words[phrase.head])
    return [
        p
        for p in others
        if several
        and p.first == p.last
        and p.first > phrase.last
        and p.prep is None
        and view.bare_nationality(p.first)
    ]


def _own_nationality(view: DocView, slot: CompiledSlot, positions: Positions) -> list[Fill]:
    """Return whose the noun says the deed is, where its verb has somebody else.

    « Washington a levé la menace d'un veto chinois »: China's.
    """
    tokens = positions.adjectives
    if not tokens or "adj" not in slot.at or "state" not in slot.kinds or positions.light is None:
        return []
    told = {view.demonym(view.texts[i]) for i in tokens}
    acting = {_of_phrase(view, each) for each in _candidates(positions, "subject")}
    if None in acting or not acting or acting & told:
        return []
    return [Fill(slot.role, i, i, None, None, "adj") for i in tokens[:2]]


def _whole_noun(view: DocView, phrase: Phrase) -> Phrase:
    """Return the noun of which a phrase is only the second nationality, else the phrase.

    "Des avions américains et sud-coréens ont mené": the parse may take "sud-coréens" for a noun.
    """
    alone = phrase.first == phrase.last == phrase.start and phrase.entity is None
    begin, _ = view.sentence(phrase.first)
    if not alone or phrase.first - 2 <= begin or not view.bare_nationality(phrase.first):
        return phrase
    noun = view.phrase(phrase.first - 2)
    if view.words[phrase.first - 1] not in AND or noun is None or noun.last != phrase.first - 2:
        return phrase
    several = noun.entity is None and looks_plural(view.words[noun.head])
    return noun if several and view.nationality(noun) else phrase


def _counted_side(view: DocView, phrase: Phrase, position: str) -> bool:
    """Return whether it is "entre les deux camps", where a noun of no kind means the two sides."""
    counted = position in PAIRED and phrase.counted is not None
    return counted and view.words[phrase.head] in COUNTED_SIDES


def _behind_deed(view: DocView, phrase: Phrase, slot: CompiledSlot) -> list[Fill]:
    """Return whose deed does it, of a subject that is one: "les menaces du Nord violeraient …".

    Likewise who is in a train or plane: "l'avion du ministre s'est posé".
    """
    if "state" not in slot.kinds or phrase.entity is not None or phrase.pronoun:
        return []
    craft = phrase.prep is None and view.kinds(phrase) & CRAFT
    if view.words[phrase.head].rstrip("s") not in DEEDS and not craft:
        return []
    tokens = view.nationality(phrase)
    if tokens:
        tokens += [each.first for each in _of_more_states(view, phrase)]
        return [Fill(slot.role, i, i, None, None, "subject-of") for i in tokens]
    if (owner := whose(view, phrase)) is not None and fits(view.kinds(owner), slot):
        return [_filler(view, slot, owner, "subject-of")]
    _, end = view.sentence(phrase.last)
    of = next(view.each_phrase(phrase.last + 1, end), None)
    if of is None or of.prep != "de" or of.start != phrase.last + 1:
        return []
    doer = view.kinds(phrase) & CARRIERS or view.kinds(of) & DOERS
    if of.entity is None and not doer:
        return []
    return [_filler(view, slot, of, "subject-of")] if fits(view.kinds(of), slot) else []


def _speaks_of(view: DocView, pronoun: Phrase, slot: CompiledSlot) -> bool:
    """Return whether the nearest thing before a pronoun, of its number, is of a kind wanted.

    "L'arme est l'une de celles qu'il a livrées" is of one among many.
    """
    here = view.sentence_at[pronoun.head]
    begin = view.sentences[max(0, here - 1)][0]
    plural = view.words[pronoun.head] not in SINGULAR
    one_of_those = view.words[pronoun.head] in THOSE
    behind: Phrase | None = None
    for phrase in reversed(view.phrases_between(begin, pronoun.start - 1)):
        of_preposition = behind is not None and behind.start <= phrase.head < behind.first
        kinds, behind = view.kinds(phrase), phrase
        other_number = looks_plural(view.words[phrase.head]) != plural
        if phrase.pronoun or (other_number and not one_of_those) or of_preposition:
            continue  # no "tête" is told of in "à la tête de la délégation"
        if kinds & THINGS | kinds & slot.kinds:
            return bool(kinds & slot.kinds) and not kinds & THINGS & slot.not_kinds
    return "person" in slot.kinds  # nobody else is named near: "Il a été tué"


def _candidates(positions: Positions, position: str) -> list[Phrase]:
    return positions.phrases.get("object" if position == OBJECT_OF else position, [])


def _of_instrument(view: DocView, done: list[Fill]) -> list[int]:
    for fill in done:
        if fill.role == "instrument" and fill.phrase is not None:
            tokens = (
                view.nationality(fill.phrase)
                or _just_behind(view, fill.phrase)
                or _behind_complement(view, fill.phrase)
            )
            if tokens:
                return tokens + _of_the_others(view, done, fill)
    return []


def _of_the_others(view: DocView, done: list[Fill], first: Fill) -> list[int]:
    """Return the nationalities joined to that of the first: "des avions russes et chinois"."""
    instruments = (fill.phrase for fill in done if fill.role == "instrument" and fill is not first)
    return [
        phrase.first
        for phrase in instruments
        if phrase is not None
        and phrase.first == phrase.last
        and view.bare_nationality(phrase.first)
    ]


def _just_behind(view: DocView, phrase: Phrase) -> list[int]:
    """Return the nationality word that the parse cut off."""
    after = view.cut_off(phrase.last)
    return [after] if after is not None and view.demonym(view.texts[after]) else []


def _behind_complement(view: DocView, phrase: Phrase) -> list[int]:
    """Return the nationality word behind a bare complement: "ballons d'ordures nord-coréens"."""
    _, end = view.sentence(phrase.last)
    of = view.phrase(min(end, phrase.last + 2))
    if of is None or of.prep != "de" or of.start != phrase.last + 1 or of.entity is not None:
        return []
    bare = view.words[of.start] in BARE_OF and of.first == of.start + 1
    return (view.nationality(of) or _just_behind(view, of)) if bare else []


def _maker(view: DocView, done: list[Fill]) -> Fill | None:
    """Return the origin of the weapon if somebody from another country uses it.

    "La Russie a tiré des missiles nord-coréens", "… des missiles fabriqués en Corée du Nord".
    """
    users = {c for fill in done if fill.role == "actor" for c in [_country(view, fill)] if c}
    for fill in done:
        if fill.role != "instrument" or fill.phrase is None or not users:
            continue
        for i in view.nationality(fill.phrase):
            if view.demonym(view.texts[i]) not in users:
                return Fill("maker", i, i, None, None, "instrument-adj")
        _, end = view.sentence(fill.phrase.head)
        after = fill.phrase.last + 1
        if after < end and view.words[after].rstrip("es") in MADE:
            for phrase in view.phrases_between(after + 1, min(end, after + 8))[:2]:
                entity = view.entities[phrase.entity] if phrase.entity is not None else None
                if entity is not None and entity.country and entity.country not in users:
                    return Fill(
                        "maker", entity.first, entity.last, phrase.entity, phrase, "instrument-made"
                    )
    return None


def _country(view: DocView, fill: Fill) -> str | None:
    if fill.entity is not None:
        return view.entities[fill.entity].country
    return None if fill.phrase is None else _of_phrase(view, fill.phrase)


def _of_phrase(view: DocView, phrase: Phrase) -> str | None:
    """Return the country of a name, or of the nationality of a noun."""
    if phrase.entity is not None:
        return view.entities[phrase.entity].country
    return next((view.demonym(view.texts[i]) for i in view.nationality(phrase)), None)


def _filler(view: DocView, slot: CompiledSlot, phrase: Phrase, how: str) -> Fill:
    """Return the shortest words that name the filler: a fitting entity, else the noun."""
    if phrase.entity is not None:
        entity = view.entities[phrase.entity]
        named = view.lexicon.entity(entity)
        if named & slot.kinds and not (named & COMMON_FIRST and entity.canonical is None):
            return Fill(slot.role, entity.first, entity.last, phrase.entity, phrase, how)
    first = view.bare_start(phrase)
    return Fill(slot.role, first, phrase.last, phrase.entity, phrase, how)
