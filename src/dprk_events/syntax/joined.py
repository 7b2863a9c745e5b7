"""Phrases that "et" and commas join to one another: "Washington, Tokyo et Séoul"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dprk_events.french import closed_class, word_lists
from dprk_events.syntax.inserted import before_insertion, behind_insertion
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.tags import VERBAL
from dprk_events.syntax.view import DocView

_LISTS = word_lists(__package__)
DE = closed_class("of")
DASHES = frozenset("-–")
QUOTES = frozenset('«»“”"')
WITHIN = _LISTS["before_complements_of_complements"]
JOINER = min(closed_class("joining"))
"""What words that join as "et" does are read as."""
JUST_AS = _LISTS["just_as"]
QUE, BEFORE_QUE = closed_class("que"), _LISTS["before_joining_que"]
BETWEEN_JOINED, LIST_ENDS = _LISTS["between_joined_phrases"], _LISTS["list_ends"]
WITH_IT = _LISTS["and_with_it"]
"""Between two that do it: "Washington, et avec lui Tokyo, ont"."""
Accept = Callable[[Phrase], bool]


def coordinated(view: DocView, phrase: Phrase, accept: Accept) -> list[Phrase]:
    """Return ``phrase`` and the phrases coordinated with it, in text order.

    A comma alone joins nothing: "opéré par le Nord, le député …". It does in a list that "et" ends.
    """
    phrases, number = view.neighbours(phrase.first)
    if number is None:
        return [phrase]
    right, listed = _joined_right(view, phrase, phrases[number + 1 :], accept)
    if right and phrase.prep is not None and _acts_behind(view, phrase, right[-1]):
        right = right[: next(_behind_commas(view, phrase, right), len(right))]
        listed = bool(right)
    left = _joined_left(view, phrase, phrases[:number], accept, in_list=listed)
    if not left and (first := before_insertion(view, phrase)) is not None and accept(first):
        left = [first]
    if not right and (second := behind_insertion(view, phrase)) is not None and accept(second):
        right = [second]
    return [*reversed(left), phrase, *right]


def _acts_behind(view: DocView, phrase: Phrase, last: Phrase) -> bool:
    """Match who acts in the main clause behind words that open it.

    « Après le tir d'un missile par Pyongyang, Séoul et Tokyo ont protesté. »
    """
    begin, end = view.sentence(phrase.first)
    first = next(view.each_phrase(begin, end), None)
    if first is None or first.start != begin or first.prep is None:
        return False
    if view.has_finite(begin, last.start):
        return False
    at = last.last + 1
    while at < end and view.pos[at] in {"PRON", "ADV"}:
        at += 1
    return at <= end and view.pos[at] in VERBAL and view.is_finite(view.tokens[at])


def _behind_commas(view: DocView, phrase: Phrase, right: Sequence[Phrase]) -> Iterator[int]:
    """Yield the places in a list of what stands right behind a comma."""
    before = (phrase, *right)
    for place, each in enumerate(right):
        if view.words[before[place].last + 1] == "," and each.prep is None:
            yield place


def _between(view: DocView, one: Phrase, other: Phrase) -> tuple[list[str], bool]:
    """Return the words between two phrases, and whether they are two sides: "A d'un côté, B de …".

    The marks of sides and quotation marks are left out.
    """
    marks, quotes = view.side_marks, QUOTES
    if _and_with_it(view, one, other):
        return [JOINER], False
    if view.words[other.start - 1] in QUE and view.words[other.start - 2] not in BEFORE_QUE:
        return [], False  # "c'est Poutine que Kim est allé voir": no "ainsi que"
    places = range(one.last + 1, other.start)
    between = [w for i in places if i not in marks and (w := view.words[i]) not in quotes]
    if between[1:2] == [","] and between[0] in LIST_ENDS and between[-1] == ",":
        between = between[:1] if _aside(view, one, other) else between
    if " ".join(between[1:3]) in JUST_AS:
        between = [JOINER]  # "Séoul, tout comme Tokyo, a condamné"
    return between, bool(marks) and (other.last + 1 in marks or not marks.isdisjoint(places))


def _and_with_it(view: DocView, one: Phrase, other: Phrase) -> bool:
    """Match "Washington, et avec lui Tokyo", "Moscou et, dans son sillage, Pékin"."""
    return _without_commas(view.words[one.last + 1 : other.start]) in WITH_IT


def _begins_with_it(view: DocView, phrase: Phrase) -> bool:
    """Match "avec lui" in "Washington, et avec lui | Tokyo, ont"."""
    begin, _ = view.sentence(phrase.start)
    before = range(phrase.start - 1, begin, -1)
    start = next((i for i in before if view.words[i] != ","), begin)
    return _without_commas(view.words[start : phrase.last + 1]) in WITH_IT


def _without_commas(words: Sequence[str]) -> str:
    """Return words as one string: "et, dans son sillage," as "et dans son sillage"."""
    return " ".join(word for word in words if word != ",")


def _aside(view: DocView, one: Phrase, other: Phrase) -> bool:
    """Return whether only adverbs and the like stand between two phrases, and no other one."""
    return not any(view.pos[i] in VERBAL for i in range(one.last + 1, other.start))


def _joined_right(
    view: DocView, phrase: Phrase, after: Sequence[Phrase], accept: Accept
) -> tuple[list[Phrase], bool]:
    """Return what is joined behind a phrase, and whether "et" ends it."""
    here, found = phrase, list[Phrase]()
    inner: Phrase | None = None
    """The complement that stands between: "les soldats | du Nord | et les marins russes"."""
    deep = False
    ended = 0
    """How many there were when an "et" was met last."""
    for other in after:
        between, marked = _between(view, inner or here, other)
        if inner is None and _completes(view, other, here):
            inner = other
            continue
        if inner is not None and other.start == inner.last + 1 and other.prep in WITHIN:
            inner, deep = other, True  # "le chef des forces | en Corée | et le chef du Sud"
            continue
        if other.prep is not None and _begins_with_it(view, other):
            continue
        if not between or not BETWEEN_JOINED.issuperset(between) or other.pronoun:
            break
        partitive = phrase.prep is None and other.prep == "de" and view.words[other.start] in DE
        if not (other.prep in {phrase.prep, None} or partitive) or not accept(other):
            break
        if inner is not None and not _passes(view, inner, other, between):
            break
        if deep and "," in between:
            break  # "Ri, chef des négociateurs | du Nord, | et le ministre"
        found.append(other)
        here, inner, deep = other, None, False
        ended = len(found) if marked or LIST_ENDS & set(between) else ended
    return found[:ended], bool(ended)


def _joined_left(
    view: DocView, phrase: Phrase, before: Sequence[Phrase], accept: Accept, *, in_list: bool
) -> list[Phrase]:
    """Return what is joined before a phrase, the nearest first; by a comma in a list alone."""
    here, found = phrase, list[Phrase]()
    skipped: Phrase | None = None
    """The complement of the next one: "des soldats | du Nord | et des marins russes"."""
    for number, other in reversed([*enumerate(before)]):
        if other.prep is not None and _begins_with_it(view, other):
            continue
        between, marked = _between(view, skipped or other, here)
        if not between or not BETWEEN_JOINED.issuperset(between) or other.pronoun:
            break
        if between[0] in DASHES and len(between) > 1:
            break  # "SÉOUL – La Corée du Nord a …": where the news is from
        noun = before[number - 1] if number and skipped is None else None
        if noun is not None and other.prep != phrase.prep and _completes(view, other, noun):
            if not (_passes(view, other, here, between) or (in_list and between == [","])):
                break  # "le ministre | des Affaires étrangères du Sud, | son homologue et …"
            skipped = other
            continue
        comma = between[0] == "," and not marked and not LIST_ENDS & set(between)
        told = other.prep is None and view.pos[other.start] == "DET"
        opens = told and other.start == view.sentence(other.start)[0]
        opens |= _is_people(view, other)  # "Russes, Chinois et Nord-Coréens"
        if comma and ((other.entity is None and not opens) or not (in_list or found)):
            break  # "un Russe, une société chinoise et …" opens a list
        if other.prep not in {phrase.prep, "entre"} or not accept(other):
            break
        found.append(other)
        here, skipped = other, None
    return found


def _is_people(view: DocView, phrase: Phrase) -> bool:
    """Match inhabitants alone: "Russes"."""
    alone = phrase.first == phrase.last and view.texts[phrase.first][:1].isupper()
    return alone and phrase.entity is None and view.demonym(view.texts[phrase.first]) is not None


def _completes(view: DocView, complement: Phrase, noun: Phrase) -> bool:
    """Match "du Nord" behind "soldats", where nothing else stands between."""
    follows = complement.start == noun.last + 1 and not complement.pronoun
    return follows and complement.prep == "de" and noun.entity is None and not noun.pronoun


def _passes(view: DocView, inner: Phrase, other: Phrase, between: Sequence[str]) -> bool:
    """Return whether "et" joins past a complement: not in "la frontière du Nord et de la Chine"."""
    return bool(LIST_ENDS & set(between)) and not view.kinds(inner) & view.kinds(other)
