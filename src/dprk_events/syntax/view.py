"""Provide one document as the rules see it: tokens, sentences, phrases, entities and dates."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from itertools import pairwise

from spacy.tokens import Doc

from dprk_events.dates import Timex
from dprk_events.entities import Entity
from dprk_events.french import closed_class, forms_of, key, looks_plural, word_lists
from dprk_events.lexicon import NOTHING, Kinds, Lexicon
from dprk_events.reading import is_note
from dprk_events.syntax.clauses import Clauses
from dprk_events.syntax.compounds import kinds_of_noun
from dprk_events.syntax.contents import of_its_load
from dprk_events.syntax.datelines import datelines
from dprk_events.syntax.first_line import FirstLine, first_line
from dprk_events.syntax.mended import mended_tags
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.phrases import PhraseFinder
from dprk_events.syntax.side_marks import find_side_marks
from dprk_events.syntax.subheads import subheads
from dprk_events.syntax.tags import (
    AMBIGUOUS_NOUNS,
    BEFORE_ADJECTIVE_OR_NOUN,
    NOUNS,
    NOUNS_AND_ADJECTIVES,
    VERBAL,
)
from dprk_events.syntax.token import Token, Tokens

_LISTS = word_lists(__package__)
POINTING_ADJECTIVES = _LISTS["determining_adjectives"]
AVOIR, OF = forms_of("avoir"), closed_class("of")
THE_ONE = _LISTS["the_one"]
DATING = forms_of(*_LISTS["dating"])
FIRST_ARTICLES = _LISTS["articles_of_objects"]
PARTICIPLE = "é"
"""Ending of the participles that the tagger takes for pronouns."""
ADVERBIALS: dict[tuple[str, str], list[list[str]]] = {}
"""Indexed by their first two words: the first alone begins many phrases."""
for _words in sorted(_LISTS["adverbials"]):
    _first, _second, *_ = _words.split()
    ADVERBIALS.setdefault((_first, _second), []).append(_words.split())
LONGEST_ADVERBIAL = max(len(words) for begun in ADVERBIALS.values() for words in begun)
PRONOUN: Kinds = frozenset({"pronoun"})
MONEY: Kinds = frozenset({"money"})
DEMONYM: Kinds = frozenset({"people", "demonym"})
"""What a nationality word names if it is not an adjective of something else."""
ONE_OF_A_PEOPLE: Kinds = frozenset({"person", "national"})
DESCRIBING = frozenset({"LOC", "MISC"})
"""Labels of names that may only describe a noun: "l'armée de Pyongyang"."""
Demonym = Callable[[str], str | None]


class _Phrases:
    """The phrases of one sentence, indexed by token; a later phrase covers an earlier one."""

    def __init__(self, phrases: list[Phrase], begin: int) -> None:
        self.all = phrases
        self.at: dict[int, int] = {}
        """Number of the phrase by token."""
        for number, phrase in enumerate(phrases):
            first = phrase.first if phrase.counted is None else min(phrase.first, phrase.counted[0])
            for i in range(max(first, begin), phrase.last + 1):
                self.at[i] = number
        # Runs of tokens of one phrase: first token and phrase, and the last tokens.
        self._runs: list[tuple[int, Phrase]] = []
        self._ends: list[int] = []
        before: tuple[int, int] | None = None
        for i, number in sorted(self.at.items()):
            if before != (i - 1, number):
                self._runs.append((i, phrases[number]))
                self._ends.append(i)
            self._ends[-1] = i
            before = i, number

    def between(self, first: int, last: int) -> Iterator[Phrase]:
        """Yield the phrases that lie wholly between two tokens, inclusive, in text order."""
        for at in range(bisect_left(self._ends, first), len(self._runs)):
            start, phrase = self._runs[at]
            if start > last:
                return
            if phrase.first >= first and phrase.last <= last:
                yield phrase


class DocView:
    """A parsed document with everything that the events stage looks up by token.

    ``text`` is the article's own text: ``doc`` may differ from it in apostrophes and spaces, never
    in length. ``demonym`` gives the country code of a nationality word, or None. ``verb_forms`` are
    finite forms of trigger verbs that are not also nouns, ``sure_forms`` those that can be
    nothing else (future, conditional): they are verbs regardless of their tag.
    ``joint`` tells whether a word is of several states together.

    The lists by token have one entry more, as those of ``Tokens`` have: no word, in no entity and
    no date.
    """

    def __init__(
        self,
        doc: Doc,
        text: str,
        entities: Sequence[Entity],
        dates: Sequence[Timex],
        lexicon: Lexicon,
        demonym: Demonym,
        verb_forms: frozenset[str] = frozenset(),
        sure_forms: frozenset[str] = frozenset(),
        joint: Callable[[str], bool] = lambda _: False,
    ) -> None:
        self.verb_forms, self.sure_forms = verb_forms | sure_forms, sure_forms
        self.tokens = Tokens(doc)
        self.texts, self.pos = self.tokens.texts, self.tokens.pos
        """As written, and word classes, by token."""
        self.words = [key(text) for text in self.texts]
        self.text, self.lexicon = text, lexicon
        self.demonym = cache(demonym)  # called for the same words again and again
        for i, tag in mended_tags(self.tokens, self.words, self.demonym):
            self.pos[i] = tag
        self._joint = joint
        self.entities, self.dates = entities, dates
        self.entity_at: list[int | None] = [None] * len(self.words)
        for number, entity in enumerate(entities):
            for i in range(entity.first, entity.last + 1):
                self.entity_at[i] = number
        self.date_at = self._date_tokens()
        for i in range(1, len(self.words) - 2):
            if self.words[i] in DATING and self._dates(i):
                self.pos[i] = "VERB"  # "le sommet entre les deux pays date de mai"
        self._number(self.tokens.sentences())
        self._dateline = datelines(self)
        self._number([each for each in self.sentences if self._tells(*each)])
        between = subheads(self)
        if between:
            self._number([s for n, s in enumerate(self.sentences) if n not in between])
        for i in self._dateline:
            self.entity_at[i] = None
        self.side_marks = find_side_marks(self.words, self.pos)
        """Tokens of "d'un côté", "de l'autre" and the like."""
        self._finder = PhraseFinder(self)
        self._phrases: dict[int, _Phrases] = {}
        """By sentence, on demand: most sentences mention no event and need no phrases."""
        self._kinds: dict[Phrase, Kinds] = {}
        self.clauses = Clauses(self)

    @cached_property
    def first_line(self) -> FirstLine:
        """The headline, or whatever the first line tells."""
        return first_line(self)

    def _dates(self, i: int) -> bool:
        """Say whether "date" stands between a noun and "de" with a date, where no noun can."""
        named = self.pos[i] in NOUNS and self.pos[i - 1] in NOUNS_AND_ADJECTIVES
        return named and self.words[i + 1] in OF and self.date_at[i + 2] is not None

    def _date_tokens(self) -> list[int | None]:
        starts, texts = self.tokens.idx, self.texts
        at: list[int | None] = [None] * len(texts)
        for number, timex in enumerate(self.dates):
            i = max(0, bisect_right(starts, timex.start) - 1)
            while i < len(starts) and starts[i] < timex.end:
                if starts[i] + len(texts[i]) > timex.start:
                    at[i] = number
                i += 1
        return at

    def dates_in(self, sentence: int) -> list[tuple[int, int]]:
        """Return first token and index of each date in a sentence."""
        first, last = self.sentences[sentence]
        starts: dict[int, int] = {}
        for i in range(first, last + 1):
            if (number := self.date_at[i]) is not None:
                starts.setdefault(number, i)
        return [(i, number) for number, i in starts.items()]

    def _number(self, sentences: list[tuple[int, int]]) -> None:
        self.sentences = sentences
        """First and last token of each, without blank tokens at its ends, notes, subheads."""
        self._lasts = [last for _, last in sentences]
        self.sentence_at = [0] * len(self.words)
        begin = 0
        for number, (_, last) in enumerate(sentences):
            self.sentence_at[begin : last + 1] = [number] * (last + 1 - begin)
            begin = last + 1
        self.sentence_at[begin:] = [max(0, len(sentences) - 1)] * (len(self.words) - begin)

    def _tells(self, first: int, last: int) -> bool:
        """Return whether a sentence is text, and no dateline, byline or date of its own."""
        start, end = self.span(first, last)
        return last not in self._dateline and not is_note(self.text[start:end])

    def in_dateline(self, i: int) -> bool:
        """Return whether a token is in a dateline."""
        return i in self._dateline

    def _adverbials(self, first: int, last: int) -> set[int]:
        """Return the tokens of fixed adverbials: "à son tour" is no place and names nobody."""
        found: set[int] = set()
        words = self.words
        begin, end = max(0, first - LONGEST_ADVERBIAL + 1), last + 2
        for i, pair in enumerate(pairwise(words[begin:end]), begin):
            for wanted in ADVERBIALS.get(pair, ()):
                if words[i : i + len(wanted)] == wanted:
                    found.update(range(i, i + len(wanted)))
        return found

    def apart(self, first: int, last: int) -> set[int]:
        """Return the tokens of a sentence in no phrase: dates, datelines and fixed adverbials."""
        return (
            {
                i
                for i in range(first, last + 1)
                if self.date_at[i] is not None and self.entity_at[i] is None
            }
            | self._dateline
            | self._adverbials(first, last)
            | {i for i in self.side_marks if first <= i <= last}
        )

    def is_verbal(self, i: int) -> bool:
        """Return whether a token is tagged as a verb, or must be one by its form or neighbours."""
        if self.entity_at[i] is not None:
            return False
        pos, word = self.pos[i], self.words[i]
        if pos in VERBAL or word in self.sure_forms:
            return True
        if pos == "PRON" and i and word.endswith(PARTICIPLE):
            return self.words[i - 1] in AVOIR  # "d'avoir piraté"
        if pos not in AMBIGUOUS_NOUNS or not i:
            return False
        before = self.pos[i - 1]
        if pos == "ADJ" and before == "AUX" and self.words[i - 1] in AVOIR:
            return True  # "a gelé les avoirs"
        if pos == "NOUN" and before == "PROPN" and i + 1 < len(self.words):
            named = self.entity_at[i - 1]
            person = named is not None and self.entities[named].label == "PER"
            if person and self.pos[i + 1] == "DET" and self.words[i + 1] in FIRST_ARTICLES:
                return True  # "Kim Jong Un visite une usine"
        return (
            word in self.verb_forms
            and i + 1 < len(self.words)
            and before in NOUNS_AND_ADJECTIVES
            and (
                self.entity_at[i + 1] is not None
                or self.pos[i + 1] in BEFORE_ADJECTIVE_OR_NOUN
                or (self.pos[i + 1] == "ADP" and self.entity_at[i - 1] is not None)
            )
        )

    def _phrases_of(self, sentence: int) -> _Phrases:
        found = self._phrases.get(sentence)
        if found is None:
            first, last = self.sentences[sentence]
            found = self._phrases[sentence] = _Phrases(self._finder.find(first, last), first)
        return found

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first and last token of the sentence that contains ``token``."""
        return self.sentences[self.sentence_at[token]]

    def sentence_span(self, token: int) -> tuple[int, int]:
        """Return the span of the sentence that contains ``token``, in code points."""
        return self.span(*self.sentence(token))

    def phrase(self, token: int) -> Phrase | None:
        """Return the phrase that contains ``token``."""
        found = self._phrases_of(self.sentence_at[token])
        number = found.at.get(token)
        return None if number is None else found.all[number]

    def neighbours(self, token: int) -> tuple[list[Phrase], int | None]:
        """Return the phrases of a token's sentence, and the index of the one that contains it."""
        found = self._phrases_of(self.sentence_at[token])
        return found.all, found.at.get(token)

    def each_phrase(self, first: int, last: int) -> Iterator[Phrase]:
        """Yield the phrases that lie wholly between two tokens, inclusive, in text order."""
        for sentence in range(bisect_left(self._lasts, first), len(self._lasts)):
            if self.sentences[sentence][0] > last:
                return
            yield from self._phrases_of(sentence).between(first, last)

    def phrases_between(self, first: int, last: int) -> list[Phrase]:
        """Return the phrases that lie wholly between two tokens, inclusive, in text order."""
        return list(self.each_phrase(first, last))

    def kinds(self, phrase: Phrase) -> Kinds:
        """Return the kinds of a phrase: those of its entity, else of its noun."""
        kinds = self._kinds.get(phrase)
        if kinds is None:
            kinds = self._kinds[phrase] = self._kinds_of(phrase)
        return kinds

    def _kinds_of(self, phrase: Phrase) -> Kinds:
        kinds: Kinds = NOTHING
        if phrase.pronoun:
            amount = self.lexicon.nouns.get(self.words[phrase.head], NOTHING) & MONEY
            return PRONOUN | amount  # "ont raflé 1,5 milliard"
        if phrase.entity is not None:
            entity = self.entities[phrase.entity]
            kinds = self.lexicon.entity(entity)
            describes = entity.label in DESCRIBING or entity.canonical is None  # "la frégate X"
            if describes and not entity.first <= phrase.head <= entity.last:
                kinds = self.lexicon.nouns.get(self.words[phrase.head], NOTHING) or kinds
            elif "weapon" in kinds or entity.kind == "area":  # "les deux Corées"
                kinds = kinds | self.lexicon.nouns.get(self.words[phrase.head], NOTHING)
        if not kinds:
            kinds = kinds_of_noun(self.words, self.lexicon, phrase.head)
            _, last = self.sentence(phrase.last)
            kinds = of_its_load(self.words, self.lexicon, phrase, last, kinds)
        if not kinds and self.demonym(self.texts[phrase.head]):
            kinds = ONE_OF_A_PEOPLE if self._is_one_person(phrase) else DEMONYM
        return kinds

    def _is_one_person(self, phrase: Phrase) -> bool:
        """Match "le Nord-Coréen", by which the press calls the one person whom it tells of."""
        one = phrase.first == phrase.last and self.words[phrase.head - 1] in THE_ONE
        capital = self.texts[phrase.head][:1].isupper()
        return one and capital and not looks_plural(self.words[phrase.head])

    def bare_start(self, phrase: Phrase) -> int:
        """Return the first token of a phrase, skipping pointing adjectives ("le même député")."""
        first = phrase.first
        while first < phrase.head and self.words[first] in POINTING_ADJECTIVES:
            first += 1
        return first

    def nationality(self, phrase: Phrase) -> list[int]:
        """Return the tokens of the phrase, outside names, that are nationality words."""
        return [
            i
            for i in range(phrase.first, phrase.last + 1)
            if self.entity_at[i] is None and self.demonym(self.texts[i])
        ]

    def bare_nationality(self, i: int) -> bool:
        """Return whether a token is an adjective of nationality, outside names: "russe"."""
        named = self.entity_at[i] is not None or not self.texts[i].islower()
        return not named and bool(self.demonym(self.texts[i]))

    def cut_off(self, last: int) -> int | None:
        """Return the word in lower case behind a token: the parse cuts "obus | nord-coréens"."""
        _, end = self.sentence(last)
        after = last + 1
        return after if after <= end and self.texts[after].islower() else None

    def joint_nationality(self, phrase: Phrase) -> list[int]:
        """Return the tokens, outside names, that are words of several states: "intercoréen"."""
        inside = range(phrase.first, phrase.last + 1)
        return [i for i in inside if self.entity_at[i] is None and self._joint(self.texts[i])]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span of tokens ``first`` to ``last`` inclusive, in code points."""
        return self.tokens.idx[first], self.tokens.idx[last] + len(self.texts[last])

    def is_number(self, i: int) -> bool:
        """Return whether a token is a number, in digits or in words."""
        return self._finder.is_number(i)

    def is_finite(self, token: Token) -> bool:
        """Return whether the token is a finite verb form."""
        tagged = token.pos_ in VERBAL and token.morph.get("VerbForm", []) == ["Fin"]
        return tagged and not token.is_infinitive

    def has_finite(self, first: int, end: int) -> bool:
        """Return whether a finite verb form stands from one token up to another, that excluded."""
        return any(self.is_finite(self.tokens[i]) for i in range(first, end))
