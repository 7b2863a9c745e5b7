"""Check a rule's conditions on the words around its trigger: None, or why one failed."""

from __future__ import annotations

from collections.abc import Sequence

from dprk_events.events.mentions.candidates import Candidate
from dprk_events.events.mentions.dated import date_follows
from dprk_events.events.mentions.deadly import kills
from dprk_events.events.mentions.near import Near, parts
from dprk_events.events.mentions.raw import RawMention
from dprk_events.events.roles import Fill, Positions
from dprk_events.french import closed_class, phrase_of, word_lists
from dprk_events.lexicon import NOTHING, Kinds
from dprk_events.syntax import DocView, Phrase, VerbGroup, clause_end, coordinated

_LISTS = word_lists(__package__)
BARE = _LISTS["bare_before_noun"]
OF_A_DEED, OF_NONE = _LISTS["nouns_of_a_deed"], _LISTS["of_no_deed"]
HAD = _LISTS["had"]
MEASURES, OF = _LISTS["measures_of_time"], closed_class("of")
COMPLEMENT_MARKS = _LISTS["noun_complement_marks"]
AND = _LISTS["and"]
MORE_THAN_ONE = _LISTS["more_than_one"]
BOTH, OF_SEVERAL = _LISTS["pronouns_of_both"], _LISTS["possessives_of_several"]
ELIDED = " l'"
OFFICE_AND_HOME = 2
"""Complements behind people that may say where they come from."""
STATE = "state"
PARTIES = frozenset({"person", "leader", "state", "force", "org"})
"""Kinds of those by whom somebody is received as a party to a meeting."""
DESCRIBING = frozenset({"VERB", "ADJ"})
"""Word classes between a noun and its complement: "l'essai réussi d'un missile"."""


def surroundings(view: DocView, found: Candidate, near: Near) -> str | None:
    """Check the conditions that need no roles: words before, after, in the phrase or sentence."""
    spec = found.trigger.rule.spec
    begin, end = view.sentence(found.first)
    rule = found.trigger.rule
    if rule.unless_after:
        after = _joined(view, found.last + 1, min(end, found.last + 5)) + " "
        for words, written in rule.unless_after:
            if after.startswith(words if words.endswith("'") else words + " "):
                return f"followed by “{written}”"
    if rule.unless_before:
        before = _before(view, max(begin, found.first - 6), found.first - 1)
        for words, written in rule.unless_before:
            if any(each.endswith(" " + words) for each in before):
                return f"preceded by “{written}”"
    word = near.sport_alone or (near.other_field(rule, found.first) if rule.domains else None)
    if word is not None:
        return f"“{word}” nearby: another field"
    if (word := near.in_fiction(found.first)) is not None:
        return f"in a story, as “{word}” tells"
    told_now = found.trigger.form == "present" or (
        not found.trigger.verbal and found.trigger.rule.event_type.rehearsed
    )
    if told_now and (word := near.in_plot(found.first)) is not None:
        return f"in the plot of a work, as “{word}” tells"
    if rule.unless_sentence:
        whole = near.words(view.sentence_at[found.first])
        text = _joined(view, begin, end)
        for words, written in rule.unless_sentence:
            if words in whole or (" " in words and words in text):
                return f"“{written}” in the sentence"
    if hit := _modifiers(found, rule.unless_modifiers, near, named_before=False):
        return f"modified by “{min(hit)}”"
    if spec.deadly and not kills(view, found.first):
        return "kills nobody"
    if spec.dated and not date_follows(view, found.last):
        return "no date behind it"
    if spec.determined and not found.trigger.verbal:
        before = view.words[found.first - 1] if found.first > begin else ""
        if before in BARE and not (before in OF and _counts_bare(view, found.first - 2)):
            return f"bare after “{before}”"
    return None


def _counts_bare(view: DocView, i: int) -> bool:
    """Match "une heure de pourparlers", "l'offre de pourparlers", "il n'y a pas eu de sommet"."""
    if view.words[i] in MEASURES | OF_A_DEED:
        return True
    none = i - 1 if view.words[i] in HAD else i
    return view.words[none] in OF_NONE and view.pos[none - 1] != "DET"  # no "pas de tir"


def modified(found: Candidate, near: Near) -> str | None:
    """Check the rule's ``modifiers``: at least one must accompany the trigger."""
    rule = found.trigger.rule
    if rule.modifiers and not _modifiers(found, rule.modifiers, near):
        return "none of the modifiers " + ", ".join(rule.spec.modifiers)
    return None


def _modifiers(
    found: Candidate, wanted: frozenset[str], near: Near, *, named_before: bool = True
) -> frozenset[str]:
    """Return which of the wanted words accompany the trigger; "#" stands for a number.

    Without ``named_before``, no part of a place before a verb is one: "la Corée du Nord détruit".
    """
    if not wanted:
        return wanted
    # A word that is not in the sentence need not be looked for around the trigger.
    here = near.words(near.view.sentence_at[found.first])
    if "#" not in wanted and wanted.isdisjoint(here):
        return frozenset()
    return wanted & _modifier_words(near.view, found, named_before=named_before)


def _joined(view: DocView, first: int, last: int) -> str:
    return phrase_of(view.words[first : last + 1])


def _before(view: DocView, first: int, last: int) -> Sequence[str]:
    """Return the words before a trigger, also without adjectives: "site nord-coréen d'essais".

    So too where an article is elided: "l'échange de tirs" has "échange de" before it.
    """
    bare = [view.words[i] for i in range(first, last + 1) if view.pos[i] != "ADJ"]
    texts = (" " + _joined(view, first, last), " " + phrase_of(bare))
    return *texts, *(text.replace(ELIDED, ELIDED + " ") for text in texts if ELIDED in text)


def _modifier_words(view: DocView, found: Candidate, *, named_before: bool) -> set[str]:
    """Collect the words of a noun's phrase and the "de" phrase after it, or of a verb's clause."""
    phrase = view.phrase(found.first)
    first, last = found.first, found.last
    if phrase is not None:
        first, last = min(first, phrase.start), max(last, phrase.last)
    begin, end = view.sentence(found.first)
    if found.trigger.verbal:
        around = range(max(begin, first - 6), max(min(end, last + 6), clause_end(view, last)) + 1)
        words = [
            view.words[i]
            for i in around
            if view.pos[i] != "AUX"  # "s'est", not east
            and (named_before or i > first or not _in_place(view, i))
        ]
        return parts(words)
    if last + 2 <= end and view.pos[last + 1] in DESCRIBING:
        last += 1
    if last + 1 <= end and view.words[last + 1] in COMPLEMENT_MARKS:
        following = next(view.each_phrase(last + 2, min(end, last + 9)), None)
        if following is not None and following.start <= last + 2:
            last = following.last
    counted = {"#"} if phrase is not None and phrase.counted is not None else set()
    return parts(view.words[first : last + 1]) | counted


def _in_place(view: DocView, i: int) -> bool:
    number = view.entity_at[i]
    return number is not None and view.entities[number].label == "LOC"


def voice(found: Candidate, group: VerbGroup | None) -> str | None:
    """Check that reflexive use and voice are as the rule requires."""
    spec = found.trigger.rule.spec
    if group is None:
        return None
    if spec.reflexive is True and not group.reflexive:
        return "not reflexive"
    if spec.reflexive is False and group.reflexive:
        return "reflexive"
    if spec.voice == "passive" and not group.passive:
        return "not passive"
    if spec.voice == "active" and group.passive:
        return "passive"
    return None


def roles_filled(
    found: Candidate, fills: Sequence[Fill], positions: Positions, near: Near
) -> str | None:
    """Check ``needs`` and ``context``: required roles, or the topic mentioned nearby."""
    spec = found.trigger.rule.spec
    if spec.light_only and positions.light is None:
        return "no light verb"
    if not found.trigger.rule.never_by.isdisjoint(_doers(near.view, positions)):
        return "done by those whose deed it never is"
    roles = {fill.role for fill in fills}
    for group in spec.must:
        if not roles & set(group):
            return _no_filler(group)
    if (
        spec.sides
        and _sides(near.view, fills) < spec.sides
        and not _half_known(near.view, found, positions)
    ):
        return f"fewer than {spec.sides} parties"
    missing = [group for group in spec.needs if not roles & set(group)]
    if not missing:
        return None
    if near.in_context(found.trigger.rule, found.first, found.last):
        return None
    return _no_filler(missing[0])


def _doers(view: DocView, positions: Positions) -> Kinds:
    """Return the kinds of whoever is said to do it."""
    by_whom = (*positions.phrases.get("subject", ()), *positions.phrases.get("par", ()))
    return NOTHING.union(*map(view.kinds, by_whom))


def unfillable(found: Candidate, near: Near) -> str | None:
    """Predict the failure that :func:`roles_filled` reports if nothing nearby can fill a role.

    Most candidates fail in this way, and assigning their roles is avoided.
    """
    rule = found.trigger.rule
    # A rule that may count as an echo needs its roles even if it fails.
    if not rule.sought or rule.spec.echo or near.names(rule.sought, found.first):
        return None
    if not rule.spec.must and near.in_context(rule, found.first, found.last):
        return None
    return _no_filler((rule.spec.must or rule.spec.needs)[0])


def _no_filler(group: Sequence[str]) -> str:
    return "no filler for " + " or ".join(group)


def _sides(view: DocView, fills: Sequence[Fill]) -> int:
    """Count the actors that are filled; "les deux Corées" are two."""
    return sum(1 + _several(view, fill) for fill in fills if fill.role == "actor")


def _several(view: DocView, fill: Fill) -> bool:
    if fill.phrase is None:
        return False
    if fill.phrase.possessive and view.words[fill.phrase.head] in OF_SEVERAL:
        return True  # "leur dîner"
    before = view.words[fill.phrase.start : fill.phrase.head]
    if not MORE_THAN_ONE.isdisjoint(before) or view.joint_nationality(fill.phrase):
        return True
    return _of_several(view, fill.phrase) or _of_two_nations(view, fill.phrase)


def _of_two_nations(view: DocView, phrase: Phrase) -> bool:
    """Say whether their adjectives are two: "les négociateurs nord-coréens et américains"."""
    _, end = view.sentence(phrase.last)
    other = phrase.last + 2
    if not view.nationality(phrase) or other > end or view.words[other - 1] not in AND:
        return False
    return view.texts[other].islower() and view.demonym(view.texts[other]) is not None


def _of_several(view: DocView, phrase: Phrase) -> bool:
    """Say whether they come from two countries: "les émissaires de Séoul et de Pyongyang".

    Their office may stand between: "les ministres de la Défense de Séoul et de Tokyo".
    """
    if phrase.entity is not None:
        return False
    _, end = view.sentence(phrase.last)
    of = phrase
    for _ in range(OFFICE_AND_HOME):
        behind = next(view.each_phrase(of.last + 1, end), None)
        if behind is None or behind.prep != "de" or behind.start != of.last + 1:
            return False
        of = behind
        if STATE in view.kinds(of):
            break
    if STATE in view.kinds(of) and not MORE_THAN_ONE.isdisjoint(view.words[of.start : of.head]):
        return True  # "les émissaires des cinq pays"
    home = coordinated(view, of, lambda other: STATE in view.kinds(other))
    named = {view.entities[each.entity].country for each in home if each.entity is not None}
    return len(named - {None}) > 1


def of_both(view: DocView, mention: RawMention) -> bool:
    """Say whether both sides are "ils", who were told of before: "ils ont discuté une heure"."""
    spec = mention.candidate.trigger.rule.spec
    actors = [fill.phrase for fill in mention.fills if fill.role == "actor"]
    both = any(p is not None and p.pronoun and view.words[p.head] in BOTH for p in actors)
    return both and bool(spec.sides) and all(group == ("actor",) for group in spec.must)


def _half_known(view: DocView, found: Candidate, positions: Positions) -> bool:
    """Say whether a passive leaves the other side open: "a été reçu mardi", "par le président".

    Not "a été reçu par une fanfare", who is no party.
    """
    passive = found.trigger.verbal and "passive-object" in positions.phrases
    by_whom = positions.phrases.get("par", ())
    return passive and all(PARTIES & view.kinds(phrase) for phrase in by_whom)
