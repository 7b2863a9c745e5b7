"""One document as the rules see it: tokens, sentences, phrases, entities and dates by token."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence

from spacy.tokens import Doc

from dprk_events.dates import Timex
from dprk_events.entities import Entity
from dprk_events.events.lexicon import NOTHING, Kinds, Lexicon, closed_class, conjugate, key
from dprk_events.events.syntax.phrases import Phrase, PhraseFinder
from dprk_events.events.syntax.token import Token, tokens_of

POINTING_ADJECTIVES = closed_class("determining_adjectives")
VERBAL = frozenset({"VERB", "AUX"})
AVOIR = frozenset(key(form) for form in conjugate("avoir"))
ADVERBIALS: dict[str, list[list[str]]] = {}
for _words in sorted(closed_class("adverbials")):
    ADVERBIALS.setdefault(_words.split()[0], []).append(_words.split())
Demonym = Callable[[str], str | None]


class DocView:
    """A parsed document with everything that the events stage looks up by token.

    ``text`` is the article's own text: ``doc`` may differ from it in apostrophes and spaces, never
    in length. ``demonym`` gives the country code of a nationality word, or None. ``verb_forms`` are
    finite forms of trigger verbs that are no nouns, ``sure_forms`` those that can be nothing else
    (future, conditional): they are verbs whatever the tagger says.
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
    ) -> None:
        self.verb_forms, self.sure_forms = verb_forms | sure_forms, sure_forms
        self.doc = tokens_of(doc)
        self.text, self.lexicon, self.demonym = text, lexicon, demonym
        self.entities, self.dates = entities, dates
        self.words = [key(token.text) for token in self.doc]
        self.entity_at: list[int | None] = [None] * len(doc)
        for number, entity in enumerate(entities):
            for i in range(entity.first, entity.last + 1):
                self.entity_at[i] = number
        self.date_at = self._date_tokens()
        self.sentences = self._sentences(doc)
        self.sentence_at = [0] * len(doc)
        for number, (first, last) in enumerate(self.sentences):
            for i in range(first, last + 1):
                self.sentence_at[i] = number
        self.dates_in = self._dates_in_sentences()
        self.phrases: list[Phrase] = []
        self.phrase_at: list[int | None] = [None] * len(doc)
        self._find_phrases()
        self._runs, self._run_ends = self._phrase_runs()
        self.next_stop: list[int] | None = None
        """Where the next clause begins, by token: made by ``clause_end`` when it is first asked."""

    def _date_tokens(self) -> list[int | None]:
        at: list[int | None] = [None] * len(self.doc)
        starts = [token.idx for token in self.doc]
        for number, timex in enumerate(self.dates):
            i = max(0, bisect_right(starts, timex.start) - 1)
            while i < len(self.doc) and starts[i] < timex.end:
                if starts[i] + len(self.doc[i]) > timex.start:
                    at[i] = number
                i += 1
        return at

    def _sentences(self, doc: Doc) -> list[tuple[int, int]]:
        """First and last token of each sentence, blank tokens at its ends left out."""
        sentences = []
        for span in doc.sents:
            first, last = span.start, span.end - 1
            while first <= last and self.doc[first].is_space:
                first += 1
            while last >= first and self.doc[last].is_space:
                last -= 1
            if first <= last:
                sentences.append((first, last))
        return sentences

    def _dates_in_sentences(self) -> list[list[tuple[int, int]]]:
        """First token and number of each date, by sentence."""
        found: list[list[tuple[int, int]]] = []
        for first, last in self.sentences:
            starts: dict[int, int] = {}
            for i in range(first, last + 1):
                if (number := self.date_at[i]) is not None:
                    starts.setdefault(number, i)
            found.append([(i, number) for number, i in starts.items()])
        return found

    def _datelines(self) -> set[int]:
        """Tokens of "SÉOUL, 3 mars (Yonhap) –" at the head of a sentence: part of nothing."""
        found: set[int] = set()
        for first, last in self.sentences:
            for i in range(first, min(last, first + 14) + 1):
                if self.words[i] in {"-", "–", "—", "--"}:
                    if any(self.date_at[t] is not None for t in range(first, i)) and not any(
                        self.doc[t].pos_ in {"VERB", "AUX"} and self.entity_at[t] is None
                        for t in range(first, i)
                    ):
                        found.update(range(first, i + 1))
                    break
        return found

    def _adverbials(self) -> set[int]:
        """Tokens of fixed adverbials: "à son tour" is no place and names nobody."""
        found: set[int] = set()
        for i, word in enumerate(self.words):
            for wanted in ADVERBIALS.get(word, ()):
                if self.words[i : i + len(wanted)] == wanted:
                    found.update(range(i, i + len(wanted)))
        return found

    def _verbal(self, token: Token) -> bool:
        """Tagged as a verb, or a trigger verb's form after a noun and before an article or name."""
        i = token.i
        if self.entity_at[i] is not None:
            return False
        if token.pos_ in VERBAL or self.words[i] in self.sure_forms:
            return True
        if (
            token.pos_ == "ADJ"
            and i
            and self.words[i - 1] in AVOIR
            and self.doc[i - 1].pos_ == "AUX"
        ):
            return True  # "a gelé les avoirs"
        if (
            token.pos_ not in {"NOUN", "ADJ"}
            or self.words[i] not in self.verb_forms
            or i + 1 >= len(self.doc)
        ):
            return False
        before, after = self.doc[i - 1] if i else None, self.doc[i + 1]
        named = self.entity_at[i + 1] is not None
        return (
            before is not None
            and before.pos_ in {"NOUN", "PROPN", "ADJ"}
            and (named or after.pos_ in {"DET", "ADV", "NUM"})
        )

    def _find_phrases(self) -> None:
        dateline = self._datelines()
        for i in dateline:
            self.entity_at[i] = None
        apart = dateline | self._adverbials()
        finder = PhraseFinder(
            self.doc,
            self.lexicon,
            self.entity_at,
            {n: e.last for n, e in enumerate(self.entities)},
            [
                (d is not None and self.entity_at[i] is None) or i in apart
                for i, d in enumerate(self.date_at)
            ],
            [self._verbal(t) for t in self.doc],
            frozenset(n for n, e in enumerate(self.entities) if e.label == "LOC"),
            frozenset(n for n, e in enumerate(self.entities) if e.label == "PER"),
        )
        for first, last in self.sentences:
            for phrase in finder.find(first, last):
                first_of_all = (
                    phrase.first if phrase.count is None else min(phrase.first, phrase.count[0])
                )
                for i in range(first_of_all, phrase.last + 1):
                    self.phrase_at[i] = len(self.phrases)
                self.phrases.append(phrase)

    def sentence(self, token: int) -> tuple[int, int]:
        """First and last token of the sentence that ``token`` stands in."""
        return self.sentences[self.sentence_at[token]]

    def sentence_span(self, token: int) -> tuple[int, int]:
        """Code points of that sentence."""
        first, last = self.sentence(token)
        return self.doc[first].idx, self.doc[last].idx + len(self.doc[last])

    def phrase(self, token: int) -> Phrase | None:
        """The phrase that holds ``token``."""
        number = self.phrase_at[token]
        return None if number is None else self.phrases[number]

    def _phrase_runs(self) -> tuple[list[tuple[int, Phrase]], list[int]]:
        """First token and phrase of each run of tokens of one phrase; the runs' last tokens."""
        runs: list[tuple[int, Phrase]] = []
        ends: list[int] = []
        before: int | None = None
        for i, number in enumerate(self.phrase_at):
            if number is not None:
                if number != before:
                    runs.append((i, self.phrases[number]))
                    ends.append(i)
                ends[-1] = i
            before = number
        return runs, ends

    def each_phrase(self, first: int, last: int) -> Iterator[Phrase]:
        """Phrases that lie wholly between two tokens, inclusive, one by one in text order."""
        for at in range(bisect_left(self._run_ends, first), len(self._runs)):
            start, phrase = self._runs[at]
            if start > last:
                return
            if phrase.first >= first and phrase.last <= last:
                yield phrase

    def phrases_between(self, first: int, last: int) -> list[Phrase]:
        """Phrases that lie wholly between two tokens, inclusive, in text order."""
        return list(self.each_phrase(first, last))

    def kinds(self, phrase: Phrase) -> Kinds:
        """What the phrase names: its entity's kinds, else its noun's."""
        kinds: Kinds = NOTHING
        if phrase.pronoun:
            return frozenset({"pronoun"})
        if phrase.entity is not None:
            entity = self.entities[phrase.entity]
            kinds = self.lexicon.entity(entity)
            if entity.label in {"LOC", "MISC"} and not entity.first <= phrase.head <= entity.last:
                kinds = self.lexicon.noun(self.doc[phrase.head].text) or kinds
            elif "weapon" in kinds or entity.kind == "area":  # "les deux Corées"
                kinds = kinds | self.lexicon.noun(self.doc[phrase.head].text)
        if not kinds:
            kinds = self.lexicon.noun(self.doc[phrase.head].text)
        if not kinds and self.demonym(self.doc[phrase.head].text):
            kinds = frozenset({"people", "demonym"})
        return kinds

    def bare_start(self, phrase: Phrase) -> int:
        """First token of a phrase without adjectives that only point ("le même député")."""
        first = phrase.first
        while first < phrase.head and self.words[first] in POINTING_ADJECTIVES:
            first += 1
        return first

    def nationality(self, phrase: Phrase) -> list[int]:
        """Tokens of the phrase, outside names, that are words of nationality."""
        return [
            i
            for i in range(phrase.first, phrase.last + 1)
            if self.entity_at[i] is None and self.demonym(self.doc[i].text)
        ]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Code points from token ``first`` to token ``last`` inclusive."""
        return self.doc[first].idx, self.doc[last].idx + len(self.doc[last])

    def is_finite(self, token: Token) -> bool:
        """Whether the token is a finite verb form."""
        return token.pos_ in VERBAL and token.morph.get("VerbForm", []) == ["Fin"]
