"""Who is said to have done it: "a imputé à Pyongyang le vol", "Vol : Tokyo accuse le Nord"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dprk_events.coreference import Context, object_of
from dprk_events.events import Event
from dprk_events.events.event import Mention
from dprk_events.events.row import Participant
from dprk_events.french import closed_class, conjugate, key, looks_like_participle, word_lists
from dprk_events.participants.party import told_behind
from dprk_events.syntax import Phrase, antecedents, subject, verb_group

_LISTS = word_lists(__package__)
BLAMED = frozenset({"state", "person", "people", "org", "force"})
REACH = 16
"""Words before the deed within which the verb stands, and behind it whom it blames."""
TO, WHOM, TO_WHOM = closed_class("to"), closed_class("relative_pronouns"), _LISTS["to_whom"]
NEAR_VERB = 6
"""Words before a verb of blaming within which the pronoun stands for whom it blames."""
OPENING = frozenset({":"}) | closed_class("relative_pronouns")
"""What opens a clause on who is blamed: ", a dit Séoul, qui met en cause Pyongyang"."""
NEXT = 1
"""Sentences behind the deed within which somebody is blamed for it."""


@cache
def _prepositions() -> dict[str, str | None]:
    """Return the forms of the verbs, each with what stands before whom they blame."""
    verbs = ((_LISTS["blaming"], "à"), (_LISTS["accusing"], None))
    return {
        key(form): prep for lemmas, prep in verbs for lemma in lemmas for form in conjugate(lemma)
    }


@cache
def _expressions() -> dict[str, list[list[str]]]:
    """Return the words behind each form of the verb of "mettre en cause" and the like."""
    found: dict[str, list[list[str]]] = {}
    for expression in sorted(_LISTS["accusing_expressions"]):
        lemma, *rest = expression.split()
        for form in conjugate(lemma):
            found.setdefault(key(form), []).append(rest)
    return found


@cache
def _participles() -> frozenset[str]:
    """Return the past participles of the verbs that blame somebody, "mis" of "mettre en cause"."""
    heads = {expression.split()[0] for expression in _LISTS["accusing_expressions"]}
    return frozenset(
        key(form)
        for lemma in (*_LISTS["accusing"], *heads)
        for form, tense in conjugate(lemma).items()
        if tense == "past-participle"
    )


def accused(
    context: Context, event: Event, others: Sequence[Participant]
) -> list[Participant] | None:
    """Take who is blamed for the deed. « Le FBI a imputé à Pyongyang le vol de … »."""
    if event.event_type.symmetric:
        return None
    for mention in event.mentions:
        phrases = (*_blamed(context, mention), *_blamed_behind(context, mention))
        found = told_behind(context, phrases, BLAMED, "accused")
        if found is not None:
            return found
    return None


def _blamed(context: Context, mention: Mention) -> Iterator[Phrase]:
    """Yield whom a verb before the deed blames for it."""
    view = context.view
    begin, end = view.sentence(mention.token)
    for i in range(mention.token - 1, max(begin, mention.token - REACH) - 1, -1):
        if view.words[i] in _prepositions() and view.entity_at[i] is None:
            prep = _prepositions()[view.words[i]]
            if prep is None and (suspect := _suspect(context, i)) is not None:
                yield suspect
                return
            if prep and i > begin and view.words[i - 1] in _LISTS["dative_before_verb"]:
                yield from _meant_by(context, i - 1)
                return
            if prep and (cleft := _cleft(context, i)) is not None:
                yield cleft
                return
            if prep and (whom := _relative(context, begin, i)):
                yield from whom
                return
            last = min(end, mention.token + REACH) if prep else mention.token - 1
            for phrase in view.each_phrase(i + 1, last):
                if phrase.prep == prep and not phrase.first <= mention.token <= phrase.last:
                    yield phrase
            return


def _cleft(context: Context, verb: int) -> Phrase | None:
    """Return whom "c'est à X que Y attribue le vol" puts first."""
    view = context.view
    begin, _ = view.sentence(verb)
    if view.words[begin] not in _LISTS["it_is"]:
        return None
    first = next(view.each_phrase(begin + 1, verb - 1), None)
    return first if first is not None and first.prep == "à" else None


def _relative(context: Context, begin: int, verb: int) -> list[Phrase]:
    """Return whom "le groupe, à qui l'on attribue le vol", "auquel est imputé" takes up."""
    view = context.view
    for i in range(verb - 1, max(begin, verb - NEAR_VERB) - 1, -1):
        to = view.words[i - 1] in TO and view.words[i] in WHOM
        if to or view.words[i] in TO_WHOM:
            return antecedents(view, i - to)
    return []


def _meant_by(context: Context, at: int) -> Iterator[Phrase]:
    """Yield who is meant by the pronoun of "lui impute le vol"."""
    meant = object_of(context, Phrase(head=at, first=at, last=at, start=at, pronoun=True))
    if isinstance(meant, int):
        first, last = context.view.entities[meant].first, context.view.entities[meant].last
        yield Phrase(head=first, first=first, last=last, start=first, entity=meant)
    elif meant is not None:
        yield meant


def _suspect(context: Context, i: int) -> Phrase | None:
    """Return whom a participle says to be accused: "Pyongyang, soupçonné du vol"."""
    view = context.view
    if view.words[i] not in _participles():
        return None
    lemma = next(v for v in _LISTS["accusing"] if view.words[i] in map(key, conjugate(v)))
    group = verb_group(view, i, lemma, "past-participle")
    if not group.passive:
        return None
    found = subject(view, i, group.first) or view.phrase(max(0, group.first - 1))
    begin, _ = view.sentence(i)
    if found is None and group.first - 2 >= begin and view.words[group.first - 1] == ",":
        found = view.phrase(group.first - 2)
    return found


def _blamed_behind(context: Context, mention: Mention) -> Iterator[Phrase]:
    """Yield whom the words behind blame, without saying for what: "Séoul accuse le Nord".

    Behind a colon or "qui", or in the sentence after, as a headline and its summary stand.
    """
    view = context.view
    here = view.sentence_at[mention.token]
    for number in range(here, min(len(view.sentences) - 1, here + NEXT) + 1):
        begin, end = view.sentences[number]
        first = begin
        if number == here:
            yield from _attributed(context, mention.token, end)
            for i in range(mention.token + 1, end + 1):
                if view.entity_at[i] is None and _accuses(context, i, end) is not None:
                    yield from _named_before(context, i)
            opens = (i for i in range(mention.token + 1, end) if view.words[i] in OPENING)
            first = next(opens, end)
        for i in range(first, end):
            if view.entity_at[i] is None and (last := _accuses(context, i, end)) is not None:
                yield from _named_before(context, i)
                yield from _accused_by(context, i, last, end)
                return


def _named_before(context: Context, verb: int) -> Iterator[Phrase]:
    """Yield who is just before a bare participle of blaming: "… , le Nord mis en cause"."""
    view = context.view
    begin, _ = view.sentence(verb)
    if verb > begin and view.words[verb] in _participles():
        near = view.phrase(verb - 1)
        if near is not None and near.last == verb - 1 and near.prep is None and not near.pronoun:
            yield near


def _attributed(context: Context, token: int, end: int) -> Iterator[Phrase]:
    """Yield to whom a participle behind the deed lays it: "un vol de 40 millions, attribué à X"."""
    view = context.view
    for i in range(token + 1, min(end, token + REACH)):
        prep = _prepositions().get(view.words[i])
        if prep is not None and looks_like_participle(view.words[i]) and view.entity_at[i] is None:
            yield from _accused_by(context, i, i, end)
            return


def _accuses(context: Context, i: int, end: int) -> int | None:
    """Return the last token of a verb or expression of blaming."""
    view = context.view
    words = view.words
    if words[i] in _prepositions() and view.is_verbal(i):
        return i
    for rest in _expressions().get(words[i], ()):
        last = i + len(rest)
        if last <= end and words[i + 1 : last + 1] == rest:
            return last
    return None


def _accused_by(context: Context, verb: int, last: int, end: int) -> Iterator[Phrase]:
    """Yield the object of an accusation, unless it says of which deed: that may be another."""
    view = context.view
    prep = _prepositions().get(view.words[verb])
    for phrase in view.each_phrase(last + 1, min(end, last + REACH)):
        if phrase.prep != prep:
            continue
        after = phrase.last + 1
        of_a_deed = prep is None and after < end and view.words[after] in _LISTS["of_a_deed"]
        if not of_a_deed:
            yield phrase
        return
