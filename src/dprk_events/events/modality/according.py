"""Find scopes of sources without a verb of saying: "selon Séoul", "de source militaire"."""

from __future__ import annotations

from dprk_events.events.modality.asides import apposition_told, clause_of_aside
from dprk_events.events.modality.inverted import taken_for_noun
from dprk_events.events.modality.scope import Scope
from dprk_events.events.modality.speaker import SPEAKING
from dprk_events.events.modality.stance import stance_on
from dprk_events.events.modality.told import owner, teller
from dprk_events.french import (
    auxiliary_tense,
    closed_class,
    key,
    looks_like_participle,
    phrase_of,
    word_lists,
)
from dprk_events.syntax import VERBAL, DocView, Phrase

WORDS = word_lists(__package__)
OF, TO = closed_class("of"), closed_class("to")
ACCORDING, WHICH = WORDS["according"], WORDS["according_which"]
ACCORDING_START, ACCORDING_END = WORDS["according_start"], WORDS["according_end"]
SOURCES, BEFORE_SOURCES = WORDS["sources"], WORDS["before_sources"]
SOURCE, SOURCE_OF = WORDS["source"], WORDS["source_of"]
PHRASES = tuple(sorted(WORDS["according_phrases"]))
MEANWHILE = tuple(f"{words} " for words in sorted(WORDS["meanwhile"]))
LONGEST = max(len(phrase.replace("'", "' ").split()) for phrase in PHRASES) + 1
THIS, AND, CLAUSE_MARKS = WORDS["this"], WORDS["and"], WORDS["clause_marks"]
HEARSAY = WORDS["hearsay_auxiliaries"]
OBSERVERS = WORDS["observers"]
ACCORDING_EXPERT = WORDS["according_expert"]
INDEFINITE = WORDS["indefinite_articles"]
OTHER_DEEDS = WORDS["before_another_deed"]
PRESS, SIGNING = "press", WORDS["signing"]
"""Kind of the agencies whose name in brackets only signs a report."""
COLON, CAPITAL, STATES = ":", "capital", frozenset({"state", "half", "capital"})
PLACES, ENDS = frozenset({"place"}), frozenset(".!…")
SOURCE_GAP, SOURCE_REACH, WHICH_REACH = 3, 12, 8
"""Greatest distance from "selon" to the source, and of the search after and before it."""
DOCUMENT_LINES = WORDS["document_lines"]
SIGNATURE = 14
"""Greatest length in words of a line that names a speaker."""
HOLDERS = frozenset({"PER", "ORG"})
"""Labels of who may have a view."""
DASHES, QUOTE_ENDS = frozenset("–—-"), frozenset('»"”')


def according_to(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scopes of the sources that a sentence names without a verb of saying."""
    found = []
    for i in range(first, last + 1):
        word = view.words[i]
        if word in ACCORDING or (
            word in ACCORDING_END and i > first and view.words[i - 1] in ACCORDING_START
        ):
            scope = _according(view, i, first, last)
            if scope is not None:
                found.append(scope)
        elif (reach := _phrase_of_source(view, i, first)) is not None:
            source = _source_after(view, i, last, reach)
            if source is not None:
                begin = _begin_of_told(view, _start_of_phrase(view, i, first), first)
                found.append(Scope(begin, last, i, source))
        elif (word in SOURCE and i > first and view.words[i - 1] in SOURCE_OF) or (
            word in SOURCES and _of_sources(view, i, first)
        ):
            found.append(Scope(first, last, i, view.phrase(i)))
    return found


def _of_sources(view: DocView, i: int, first: int) -> bool:
    """Match "indique-t-on de sources diplomatiques", "De sources concordantes, …"."""
    if i <= first or view.words[i - 1] not in SOURCE_OF:
        return False
    return i - 1 == first or view.words[i - 2] in BEFORE_SOURCES


def told_below(view: DocView) -> list[Scope]:
    """Return scopes of paragraphs whose source is the line below: "– Un analyste"."""
    found = []
    for number in range(1, len(view.sentences)):
        first, _ = view.sentences[number]
        begin, before = view.sentences[number - 1]
        signer = _signer(view, number)
        if signer is not None:
            while begin and not _line_between(view, begin - 1, begin):
                begin = view.sentence(begin - 1)[0]
            found.append(Scope(begin, before, first, signer, how=told_below.__name__))
    return found


def _according(view: DocView, i: int, first: int, last: int) -> Scope | None:
    """Read the construction of "selon": "selon Séoul", "un rapport selon lequel"."""
    if i < last and view.words[i + 1] in WHICH:
        return _of_document(view, i, first, last)
    source = _source_after(view, i, last, SOURCE_GAP)
    if source is None:
        return None
    cue, i = i, i - 1 if view.words[i] in ACCORDING_END else i  # "d'après" is two tokens
    aside = _aside_of_subject(view, i, source, first, last)
    if aside is not None:
        return Scope(aside, source.last, cue, source)
    if (described := _aside_of_adjective(view, i, source, last)) is not None:
        return Scope(described, last, cue, source)
    if (clause := clause_of_aside(view, i, source, first, last)) is not None:
        return Scope(clause, last, cue, source)
    apposed = apposition_told(view, i, first)
    begin = _begin_of_told(view, i, first) if apposed is None else apposed
    return Scope(begin, _end_of_told(view, i, source, first, last), cue, source)


def _end_of_told(view: DocView, i: int, source: Phrase, first: int, last: int) -> int:
    """Return where what a source tells ends: before what went on meanwhile.

    "Le Nord a tiré, selon Séoul, alors que les alliés menaient des manœuvres": no word of Séoul's.
    """
    if i == first or not _has_verb(view, first, i - 1):
        return last
    comma = source.last + 1
    if comma + 2 > last or view.words[comma] != ",":
        return last
    behind = f"{phrase_of(view.words[comma + 1 : comma + 4])} "
    return comma if behind.startswith(MEANWHILE) else last


def _of_document(view: DocView, i: int, first: int, last: int) -> Scope:
    """Return the scope of "un rapport selon lequel", "les accusations selon lesquelles".

    Somebody may deny what it tells: "Moscou dément les informations selon lesquelles".
    """
    before = view.phrases_between(max(first, i - WHICH_REACH), i - 1)
    told = [phrase for phrase in before if "document" in view.kinds(phrase)] or before
    if not told:
        return Scope(i + 1, last, i, None)
    noun = told[-1].head
    if (stance := stance_on(view, noun, first, last)) is not None:
        denies, modality = stance.denies, stance.modality
        return Scope(i + 1, last, i, stance.source, denies=denies, modality=modality)
    if "document" not in view.kinds(told[-1]):
        return Scope(i + 1, last, i, told[-1])
    return Scope(i + 1, last, i, owner(view, noun, i) or teller(view, noun) or told[-1])


def _aside_of_subject(view: DocView, i: int, source: Phrase, first: int, last: int) -> int | None:
    """Return where "le plus gros du pays selon KCNA" begins in "Le missile, …, a défilé".

    It tells only what the subject is called, if no verb stands in it or before it.
    """
    if source.last + 1 >= last or view.words[source.last + 1] != ",":
        return None
    comma = next((j for j in range(i - 1, first, -1) if view.words[j] == ","), None)
    if comma is None or comma >= i - 1:
        return None
    verbs = (j for j in range(first, i) if view.pos[j] in VERBAL and view.entity_at[j] is None)
    return None if any(not _of_relative(view, j) for j in verbs) else comma + 1


def _of_relative(view: DocView, verb: int) -> bool:
    """Match a verb that describes a noun, with its auxiliaries: "l'engin qui a éventré"."""
    own = view.tokens[verb]
    above = own.head if own.pos_ == "AUX" else own
    return above.dep_.startswith("acl")


def _aside_of_adjective(view: DocView, i: int, source: Phrase, last: int) -> int | None:
    """Return the adjective in "un missile capable, selon Séoul, d'atteindre Guam": it tells that.

    Also the noun of "réponse selon elle aux tracts" behind a comma.
    """
    behind = source.last + 1
    if behind >= last or i < SOURCE_GAP:
        return None
    if view.words[i - 1] == "," and view.words[behind] == ",":
        whose = view.pos[i - 2] == "ADJ" and view.words[behind + 1] in OF | TO
        return i - 2 if whose else None
    whole = view.phrase(i - 1)
    named = view.pos[i - 1] == "NOUN" and whole is not None and whole.prep is not None
    to_do = view.words[behind] in OF | TO and view.tokens[behind + 1].is_infinitive
    fit = view.pos[i - 1] == "ADJ" or looks_like_participle(view.words[i - 1])
    if (fit and to_do) or (named and view.words[behind] in OF):
        return i - 1  # "un missile capable selon Pyongyang de", "par la faute selon lui de"
    apposed = view.pos[i - 1] == "NOUN" and view.words[i - 2] == "," and view.words[behind] in TO
    return i - 1 if apposed else None


def _begin_of_told(view: DocView, i: int, first: int) -> int:
    """Return where begins what a source behind it tells, in "…, ce qui serait un record, selon".

    Of two clauses of which the last alone is in the conditional, it tells that one: "que Pyongyang
    a lancé et qui aurait déjà pris des photos, à en croire KCNA". A clause behind a colon is told
    alone: "Frappe sur Kiev : le missile est nord-coréen, selon Zelensky".
    """
    colon = next((j for j in range(i - 1, first, -1) if view.words[j] == COLON), None)
    if colon is not None and (colon == i - 1 or _has_verb(view, colon + 1, i - 1)):
        first = colon + 1
    if i == first or view.words[i - 1] != ",":
        return first
    if i - 2 > first and view.words[i - 2] in CLAUSE_MARKS:
        return i - 2  # "un missile qui, selon elle, a survolé Guam"
    split = auxiliary_tense(view.words[i - 2]) is not None
    if i - 3 > first and split and view.words[i - 3] in CLAUSE_MARKS:
        return i - 3  # "un pays qui a, selon elle, livré des obus"
    for j in range(i - 2, first, -1):
        follower = view.words[j + 1]
        if view.words[j] == "," and follower in THIS and view.words[j + 2] in CLAUSE_MARKS:
            return j + 1
        joined = view.words[j - 1] == "," and not _has_verb(view, j + 1, j + 2)
        if view.words[j] in AND and (follower in CLAUSE_MARKS or joined):
            alone = HEARSAY.isdisjoint(view.words[first:j])
            return j + 1 if alone and not HEARSAY.isdisjoint(view.words[j:i]) else first
    return first


def _source_after(view: DocView, i: int, last: int, gap: int) -> Phrase | None:
    """Return the source just behind the words that announce one."""
    behind = next(view.each_phrase(i + 1, min(last, i + SOURCE_REACH)), None)
    if behind is not None and _said_by(view, i):  # "selon ce que rapporte Yonhap"
        phrases = view.each_phrase(i + 3, min(last, i + SOURCE_REACH))
        return next((p for p in phrases if view.kinds(p) & SPEAKING and p.prep is None), None)
    source = taken_for_noun(view, i) or behind
    if source is None or source.start - i > gap:
        return None
    article = view.words[source.first - 1]
    mute = source.entity is None and not view.kinds(source) and article in INDEFINITE
    return None if mute else source  # "selon une trajectoire courbe"


def _said_by(view: DocView, i: int) -> bool:
    """Match "selon ce que", "d'après ce qu'"."""
    return view.words[i + 1] in THIS and view.words[i + 2] in CLAUSE_MARKS


def _phrase_of_source(view: DocView, i: int, first: int) -> int | None:
    """Return how far behind it the source may be, at the end of "à en croire", "aux dires"."""
    before = phrase_of(view.words[max(first, i - LONGEST + 1) : i + 1])
    return SOURCE_GAP if before.endswith(PHRASES) else None


def _start_of_phrase(view: DocView, i: int, first: int) -> int:
    """Return the first word of "à en croire", which ends at ``i``; the longest that fits."""
    for begin in range(max(first, i - LONGEST + 1), i):
        if phrase_of(view.words[begin : i + 1]) in PHRASES:
            return begin
    return i


def in_brackets(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope of a source in brackets at the end: "Séoul a tiré (armée nord-coréenne)"."""
    end = last - 1 if view.words[last] in ENDS and last > first else last
    if view.texts[end] != ")":
        return []
    opened = next((i for i in range(end - 1, first, -1) if view.texts[i] == "("), None)
    if opened is None or opened == first or _has_verb(view, opened, end):
        return []
    source = next(view.each_phrase(opened + 1, end - 1), None)
    if source is None or source.start != opened + 1 or source.prep is not None:
        return []
    signs = source.entity is not None and _signs(view, source.entity, first, last)
    speaks = view.kinds(source) & SPEAKING and not view.kinds(source) & PLACES and not signs
    return [Scope(first, opened - 1, opened, source)] if speaks else []


def _signs(view: DocView, entity: int, first: int, last: int) -> bool:
    """Return whether an agency in brackets signs the report, and is not whom a headline cites."""
    named = view.entities[entity]
    headline = view.sentence_at[first] == view.first_line.sentence and view.words[last] not in ENDS
    return named.kind == PRESS and (not headline or key(named.text) in SIGNING)


def according_to_expert(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope of whose view it is: "Pour Jean Dupont, chercheur", "Pour le Pentagone,".

    Also of who observes, without a name: "Pour les analystes de la banque, …".
    """
    if view.words[first] not in ACCORDING_EXPERT:
        return []
    person = next(view.each_phrase(first, min(last, first + SOURCE_REACH)), None)
    if person is None or person.start > first + 1 or person.last >= last:
        return []
    known = person.entity is not None and (
        view.entities[person.entity].label in HOLDERS or view.entities[person.entity].kind in STATES
    )
    observes = not person.pronoun and view.words[person.head] in OBSERVERS
    comma = next((i for i in range(person.last + 1, last) if view.words[i] == ","), None)
    whole = comma is not None and not _has_verb(view, person.last + 1, comma)
    if known and comma == person.last + 1:
        return [Scope(comma, last, first, person)]
    near = whole and comma is not None and comma - person.last <= SOURCE_REACH
    return [Scope(comma or last, last, first, person)] if observes and near else []


def before_headline(view: DocView, first: int, last: int) -> list[Scope]:
    """Return the scope of who opens a headline: "Kiev : la Corée du Nord a livré des obus".

    A capital may only be the place ("Moscou : Kim Jong Un a visité …"): it speaks of another state.
    """
    source = view.phrase(first)
    if source is None or source.start != first or source.entity is None or source.last + 2 > last:
        return []
    entity = view.entities[source.entity]
    told = range(source.last + 2, last + 1)
    if view.words[source.last + 1] != COLON:
        return []
    if not any(view.is_finite(view.tokens[i]) for i in told):
        return _before_bare_deed(view, source, last)
    national = entity.label == "ORG" and entity.country is not None  # "ONU : …" is a topic
    if entity.label == "PER":
        national = _on_another_state(view, source, last)
    if not national and not (entity.kind == CAPITAL and _on_another_state(view, source, last)):
        return []
    return [Scope(source.last + 2, last, source.last + 1, source)]


def _before_bare_deed(view: DocView, source: Phrase, last: int) -> list[Scope]:
    """Return the scope of "Séoul : tir d'un missile nord-coréen": a capital, and no verb.

    What another state did begins there, without an article; what stands behind "après" is another
    deed: "Séoul : tirs de sommation après une incursion nord-coréenne".
    """
    deed = view.phrase(source.last + 2)
    entity = None if source.entity is None else view.entities[source.entity]
    if entity is None or entity.kind != CAPITAL or deed is None or deed.prep is not None:
        return []
    behind = range(deed.first, last + 1)
    end = next((i for i in behind if view.words[i] in OTHER_DEEDS), last + 1)
    told = {view.demonym(view.texts[i]) for i in range(deed.first, end)} - {None}
    bare = deed.first == source.last + 2 and deed.entity is None
    another = bare and bool(told) and entity.country not in told
    return [Scope(deed.first, last, source.last + 1, source)] if another else []


def _on_another_state(view: DocView, capital: Phrase, last: int) -> bool:
    """Return whether the words behind "Kiev :" begin with another state, which has done it."""
    told = next(view.each_phrase(capital.last + 2, last), None)
    if told is None or told.entity is None or told.prep is not None or capital.entity is None:
        return False
    state, own = view.entities[told.entity], view.entities[capital.entity]
    return state.kind in STATES and state.country != own.country


def _signer(view: DocView, number: int) -> Phrase | None:
    """Return the speaker or document that alone makes up a sentence on its own line."""
    first, last = view.sentences[number]
    _, before = view.sentences[number - 1]
    if last - first >= SIGNATURE:
        return None
    dashed = view.words[first] in DASHES and view.words[before] in QUOTE_ENDS
    if not (dashed or view.words[first] in DOCUMENT_LINES):
        return None
    if not _line_between(view, before, first) or _has_verb(view, first, last):
        return None
    phrase = next(view.each_phrase(first, last), None)
    return phrase if phrase is not None and (dashed or phrase.first == first) else None


def _line_between(view: DocView, before: int, after: int) -> bool:
    """Return whether there is a line break between two tokens."""
    return "\n" in view.text[view.tokens.idx[before] : view.tokens.idx[after]]


def _has_verb(view: DocView, first: int, last: int) -> bool:
    return any(view.pos[i] in VERBAL and view.entity_at[i] is None for i in range(first, last + 1))
