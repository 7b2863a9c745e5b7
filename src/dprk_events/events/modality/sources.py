"""Find the source of a mention: of its scope, who demands it, or who spoke just before.

An ordered tuple of strategies; the first that names somebody is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dprk_events.events.modality.cue import Cue
from dprk_events.events.modality.lexicon import load_cues
from dprk_events.events.modality.scope import Scope, Scopes
from dprk_events.events.modality.speaker import SPEAKING, speaker
from dprk_events.events.modality.told import owner
from dprk_events.french import closed_class, looks_plural, word_lists
from dprk_events.names import Modality
from dprk_events.syntax import VERBAL, DocView, Phrase, subject

WORDS = word_lists(__package__)
UNNAMED, NOBODY_AT_ALL = WORDS["unnamed_speakers"], WORDS["nobody"]
DEFINITE = WORDS["definite_determiners"] - closed_class("possessives")
PEOPLE, BODIES = frozenset({"person", "people"}), frozenset({"org", "force"})
"""Kinds of who may be "il"."""
INVERTED = WORDS["inverted_pronouns"]
SAME, HEARSAY = WORDS["same"], WORDS["hearsay_auxiliaries"]
ACCORDING, TOLD_BY = WORDS["according"], WORDS["according_pronouns"]
WHOSE = closed_class("of")
NAMED, DOCUMENT, NOBODY = 0, 1, 2
"""How weak a source is, from best to worst."""
HE = "il"
"""Ending of a pronoun for one man."""
PLURAL = "s"
"""Ending of the pronouns of several."""
BACK = 3
"""How many sentences before, the speaker of "le porte-parole" is looked for."""


class Wanted(NamedTuple):
    """A mention whose source is asked for, at ``token``."""

    view: DocView
    scopes: Scopes
    token: int
    modality: Modality
    covering: Sequence[Scope]
    """The scopes that apply to it."""
    cues: Sequence[Cue]
    """All cues for its modality."""


class Sourced(NamedTuple):
    """A source as named before, in the words of its sentence, and how; None for the article."""

    source: Phrase | None = None
    told: Phrase | None = None
    why: str | None = None


class SourceFinder:
    """Finds the sources of the mentions of one document."""

    def __init__(self, view: DocView, scopes: Scopes) -> None:
        self._view, self._scopes = view, scopes

    def find(
        self, token: int, modality: Modality, covering: Sequence[Scope], cues: Sequence[Cue]
    ) -> Sourced:
        """Find the source of the mention at ``token``."""
        wanted = Wanted(self._view, self._scopes, token, modality, covering, cues)
        for strategy in STRATEGIES:
            for found in strategy(wanted):
                return Sourced(named_before(wanted, found), found, strategy.__name__)
        return Sourced()


def of_scope(wanted: Wanted) -> Iterator[Phrase]:
    """Read the scopes of speech over it, in a denial those that deny before the others."""
    scopes = wanted.covering
    if wanted.modality == "negated":
        denying = [s for s in scopes if s.denies]
        if not denying and next(named_in_cue(wanted), None) is not None:
            return  # "Moscou dément les informations faisant état d'un envoi"
        scopes = denying or scopes
    yield from _strongest(wanted, scopes)


def named_in_cue(wanted: Wanted) -> Iterator[Phrase]:
    """Read a cue that names its source: "les accusations de Séoul"."""
    for cue in wanted.cues:
        if cue.modality == wanted.modality and cue.source is not None:
            yield cue.source


def holder(wanted: Wanted) -> Iterator[Phrase]:
    """Read who demands the event: "Séoul exige la fin des essais"; the last verb counts."""
    if wanted.covering:
        return
    view = wanted.view
    held = [c.holder for c in wanted.cues if c.modality == wanted.modality]
    verb = next((h for h in reversed(held) if h is not None), None)
    found = None if verb is None else speaker(view, verb, view.sentence(verb)[0])
    if found is not None and view.words[found.head] not in NOBODY_AT_ALL:
        yield found


def told_before(wanted: Wanted) -> Iterator[Phrase]:
    """Continue the last source for hearsay without one: "Un contingent serait sur place"."""
    view, here = wanted.view, wanted.view.sentence_at[wanted.token]
    if wanted.covering or wanted.modality != "reported" or not here:
        return
    for number in range(here - 1, max(-1, here - 1 - BACK), -1):
        found = list(_told_in(wanted, number))
        if found or not _is_hearsay(view, number):
            yield from found
            return


def _told_in(wanted: Wanted, number: int) -> Iterator[Phrase]:
    """Yield the last source of a sentence, else whose a document told of in it is."""
    view, (begin, end) = wanted.view, wanted.view.sentences[number]
    told = [s for s in wanted.scopes.told_in(number) if s.modality is None]
    if told:
        named = [s.source for s in told if s.source is not None]
        yield from named[-1:]
        return
    for phrase in view.each_phrase(begin, end):
        if "document" in view.kinds(phrase):
            whose = owner(view, phrase.head, end + 1) or _publisher(view, phrase, begin)
            yield from () if whose is None else (whose,)


def _is_hearsay(view: DocView, number: int) -> bool:
    """Return whether a sentence goes on with hearsay: "Un contingent serait sur place"."""
    begin, end = view.sentences[number]
    return not HEARSAY.isdisjoint(view.words[begin : end + 1])


def around(wanted: Wanted) -> Iterator[Phrase]:
    """Read the scopes around it that do not apply, where there is nobody else."""
    around = [s for s in wanted.scopes.over(wanted.token) if s.cue != wanted.token]
    yield from _strongest(wanted, around, weakest=NOBODY)


STRATEGIES: tuple[Callable[[Wanted], Iterator[Phrase]], ...] = (
    of_scope, named_in_cue, holder, told_before, around,
)  # fmt: skip
"""Where the source of a mention is looked for; the first that is found is taken."""


def _strongest(
    wanted: Wanted, scopes: Sequence[Scope], weakest: int = DOCUMENT
) -> Iterator[Phrase]:
    """Yield the strongest source; of equally strong ones, that with the nearest cue."""
    view = wanted.view
    ranked = sorted(scopes, key=lambda s: (_weakness(view, s.source), abs(s.cue - wanted.token)))
    for scope in ranked[:1]:
        if scope.source is not None and _weakness(view, scope.source) <= weakest:
            yield scope.source


def _weakness(view: DocView, source: Phrase | None) -> int:
    """Rank a source: a speaker without a name counts only if no other scope covers."""
    if source is None or (source.pronoun and view.words[source.head] in UNNAMED):
        return NOBODY
    speaks = source.entity is not None or source.pronoun or view.kinds(source) & SPEAKING
    mute = "document" in view.kinds(source) or not speaks  # "des éléments montrant que"
    return DOCUMENT if mute and source.entity is None else NAMED


def _publisher(view: DocView, document: Phrase, begin: int) -> Phrase | None:
    """Return who published a document: "Le renseignement a présenté son rapport"."""
    for i in range(document.start - 1, begin, -1):
        if view.pos[i] == "VERB" and view.entity_at[i] is None:
            found = subject(view, i, i)
            speaks = found is not None and view.kinds(found) & SPEAKING
            return found if speaks else None
    return None


def named_before(wanted: Wanted, source: Phrase) -> Phrase:
    """Return whom "le porte-parole", "la même source" speak of: the last source named."""
    view, here = wanted.view, wanted.view.sentence_at[source.head]
    if source.pronoun:
        told = view.words[source.head] in TOLD_BY and view.words[source.head - 1] in ACCORDING
        if told:
            return _last_named(wanted, here) or _subject_before(wanted, source, here) or source
        return _still_speaking(wanted, source, here) or source  # "selon elle"
    if source.entity is not None:
        return source
    if "document" in view.kinds(source):
        return _whose_document(view, source, here) or source
    if not _points_back(view, source):
        return source
    return _last_named(wanted, here, source) or source


def _still_speaking(wanted: Wanted, pronoun: Phrase, here: int) -> Phrase | None:
    """Return who is "il" in "…, dit-il", behind a sentence that one person without a name says."""
    view = wanted.view
    if here == 0 or view.words[pronoun.head] not in INVERTED:
        return None
    told = [s.source for s in wanted.scopes.told_in(here - 1) if s.source is not None]
    last = told[-1] if told else None
    if last is None:
        return _subject_before(wanted, pronoun, here)
    if last.entity is not None and view.entities[last.entity].label == "PER":
        male = view.words[pronoun.head].endswith(HE)  # a state or body may be "elle"
        return last if male and _is_inverted(view, pronoun) else None
    if last.pronoun or last.entity is not None:
        return None
    return last if view.kinds(last) & PEOPLE else None


def _subject_before(wanted: Wanted, pronoun: Phrase, here: int) -> Phrase | None:
    """Return who may be "il", "ils", "elle", by number: the subject that opens the sentence before.

    A state does not speak of itself so: "Pyongyang a tiré, a-t-il dit".
    """
    view = wanted.view
    if not here or (view.words[pronoun.head] not in TOLD_BY and not _is_inverted(view, pronoun)):
        return None
    plural = view.words[pronoun.head].endswith(PLURAL)
    for phrase in view.each_phrase(*view.sentences[here - 1]):
        if phrase.prep is None and phrase.start not in view.apart(phrase.start, phrase.last):
            kinds = view.kinds(phrase)
            person = phrase.entity is not None and not kinds & BODIES
            speaks = kinds & SPEAKING and "state" not in kinds and not (phrase.pronoun or person)
            agrees = looks_plural(view.words[phrase.head]) == plural
            return phrase if speaks and agrees else None
    return None


def _is_inverted(view: DocView, pronoun: Phrase) -> bool:
    """Match "a-t-il", "ont-ils": the pronoun stands behind its verb."""
    word = view.words[pronoun.head]
    return word.startswith("-") or view.pos[pronoun.head - 1] in VERBAL or word.startswith("t-")


def _last_named(wanted: Wanted, here: int, noun: Phrase | None = None) -> Phrase | None:
    """Return the last source named before a sentence, one for which a noun may stand."""
    for number in range(here - 1, max(-1, here - 1 - BACK), -1):
        for scope in reversed(wanted.scopes.told_in(number)):
            known = scope.source
            if known is None or known.pronoun:
                continue
            if noun is None or (known.entity is not None and _may_be(wanted.view, noun, known)):
                return known
    return None


def _whose_document(view: DocView, source: Phrase, here: int) -> Phrase | None:
    """Return whose "le rapport" is that was told of before: "Le Pentagone a publié un rapport"."""
    begin, _ = view.sentences[here]
    alone = source.first == source.last and view.words[max(begin, source.first - 1)] in DEFINITE
    if not alone or owner(view, source.head, view.sentences[here][1] + 1) is not None:
        return None
    for number in range(here - 1, max(-1, here - 1 - BACK), -1):
        first, last = view.sentences[number]
        for phrase in view.each_phrase(first, last):
            if view.words[phrase.head] == view.words[source.head]:
                return owner(view, phrase.head, last + 1) or _publisher(view, phrase, first)
    return None


def _points_back(view: DocView, source: Phrase) -> bool:
    """Return whether a noun alone, or with "même", stands for who was named before."""
    begin, _ = view.sentence(source.head)
    article = view.words[max(begin, source.first - 1)]
    if looks_plural(view.words[source.head]):
        return False
    if not SAME.isdisjoint(view.words[source.first : source.last + 1]):
        return True
    if article not in DEFINITE or source.first != source.last:
        return False
    after = view.words[source.last + 1 : source.last + 2]
    on = view.words[max(begin, source.start - 1 - 3) : source.start]
    continues = any(word in load_cues().verbs["reporting.continuing"] for word in on)
    return "person" in view.kinds(source) and (continues or WHOSE.isdisjoint(after))


def _may_be(view: DocView, noun: Phrase, named: Phrase) -> bool:
    """Return whether a noun may stand for a name: one for a person for a person's."""
    person = named.entity is not None and view.entities[named.entity].label == "PER"
    return person or "person" not in view.kinds(noun)
