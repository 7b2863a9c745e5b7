"""Noun phrases: runs of words around a noun, with the preposition before them.

They are read from the word classes and the order of the words, not from the dependency tree: where
the parser hangs a phrase on the wrong word, the phrase itself is still right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from dprk_events.events.lexicon import Lexicon, closed_class, key

TRANSPARENT = frozenset("*_\"'«»“”")
DE = closed_class("of")
A = closed_class("to")
SIMPLE = closed_class("simple_prepositions")
SUBJECT_PRONOUNS = closed_class("subject_pronouns")
POSSESSIVES = closed_class("possessives")
POINTING = closed_class("demonstratives")
LATTER = closed_class("latter")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. All fields but ``prep`` are token indices of the ``Doc``, ends inclusive.

    ``first`` and ``last`` leave out the article; ``start`` is the first word with article and
    preposition. ``entity`` indexes the document's entities. ``count`` spans the words
    that say how many.
    """

    head: int
    first: int
    last: int
    start: int
    prep: str | None = None
    entity: int | None = None
    count: tuple[int, int] | None = None
    pronoun: bool = False
    possessive: bool = False


def normal_prep(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, int] | None:
    """The preposition that ends the word sequence, and how many words it takes; None if none."""
    plain = tuple("de" if w in DE else "à" if w in A else w for w in words)
    for size in range(min(5, len(plain)), 1, -1):
        tail = plain[-size:]
        for candidate in (tail, (*words[-size:-1], tail[-1])):
            if found := lexicon.prepositions.get(candidate):
                return found, size
    if not plain:
        return None
    last = plain[-1]
    if last in lexicon.prepositions_single:
        return lexicon.prepositions_single[last], 1
    if last in {"de", "à"} or last in SIMPLE:
        return last, 1
    return None


def _is_word(token: Token) -> bool:
    if token.pos_ == "PRON":
        return token.text.replace(".", "").isdigit()  # "3.000 d'entre eux"
    return token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM", "X"}


class PhraseFinder:
    """Finds the phrases of one document's sentences."""

    def __init__(
        self,
        doc: Doc,
        lexicon: Lexicon,
        entity_at: list[int | None],
        entity_end: dict[int, int],
        blocked: list[bool],
        verbs: list[bool],
        places: frozenset[int],
        persons: frozenset[int],
    ) -> None:
        self.places, self.persons = places, persons
        self.person_tokens = frozenset(i for i, e in enumerate(entity_at) if e in persons)
        self.doc, self.lexicon = doc, lexicon
        self.entity_at, self.entity_end, self.blocked, self.verbs = (
            entity_at,
            entity_end,
            blocked,
            verbs,
        )

    def find(self, first: int, last: int) -> list[Phrase]:
        """Phrases between tokens ``first`` and ``last`` inclusive, in text order."""
        runs = self._runs(first, last)
        phrases = [p for run in runs if (p := self._phrase(run, first)) is not None]
        return list(self._unpack(self._named(phrases)))

    def _named(self, phrases: list[Phrase]) -> list[Phrase]:
        """Give a title the name after it: "le ministre russe de la Défense Sergueï Choïgou"."""
        out: list[Phrase] = []
        i = 0
        while i < len(phrases):
            phrase = phrases[i]
            if phrase.entity is None and "person" in self.lexicon.noun(self.doc[phrase.head].text):
                j = i
                while (
                    j + 1 < len(phrases)
                    and phrases[j + 1].prep == "de"
                    and phrases[j + 1].start == phrases[j].last + 1
                ):
                    j += 1
                    if (
                        self._person(phrases[j].entity)
                        and phrases[j].head not in self.person_tokens
                    ):
                        break
                name = (
                    phrases[j]
                    if j > i
                    and self._person(phrases[j].entity)
                    and phrases[j].head not in self.person_tokens
                    else None
                )
                if (
                    name is None
                    and j + 1 < len(phrases)
                    and phrases[j + 1].prep is None
                    and self._person(phrases[j + 1].entity)
                ):
                    gap = [
                        self.doc[t].text for t in range(phrases[j].last + 1, phrases[j + 1].start)
                    ]
                    after = (
                        self.doc[phrases[j + 1].last + 1].text
                        if phrases[j + 1].last + 1 < len(self.doc)
                        else ""
                    )
                    if not gap or (gap == [","] and after in {",", ".", ")", "»"}):
                        j += 1
                        name = phrases[j]
                if name is not None:
                    out.append(replace(phrase, entity=name.entity, last=name.last))
                    i = j + 1
                    continue
            out.append(phrase)
            i += 1
        return out

    def _person(self, entity: int | None) -> bool:
        return entity is not None and entity in self.persons

    def _runs(self, first: int, last: int) -> Iterator[list[int]]:
        """Runs of tokens that may belong to one noun phrase."""
        run: list[int] = []
        headed = False
        i = first
        while i <= last:
            token = self.doc[i]
            word = key(token.text)
            entity = self.entity_at[i]
            if entity is not None:
                end = self.entity_end[entity]
                if self.splits(entity) and any(self.splits(self.entity_at[t]) for t in run):
                    yield run
                    run = []
                run.extend(range(i, min(end, last) + 1))
                headed, i = True, end + 1
                continue
            if self._compass(i):
                run.append(i)
                headed, i = True, i + 1
                continue
            if self.blocked[i] or self.verbs[i]:
                closing = True
            elif (
                word in SUBJECT_PRONOUNS
                and token.pos_ in {"PRON", "X", "ADJ", "ADV", "DET"}
                and word != "leur"
            ):
                if run:
                    yield run
                yield [i]
                run, headed, i = [], False, i + 1
                continue
            elif token.pos_ == "DET" or word in POSSESSIVES:
                if run and headed:
                    yield run
                    run, headed = [], False
                run.append(i)
                i += 1
                continue
            elif (
                token.pos_ == "ADV"
                and word in {"très", "plus", "bien", "tout", "moins", "trop", "si"}
                and run
                and i < last
                and self.doc[i + 1].pos_ in {"ADJ", "NOUN"}
            ):
                i += 1
                continue
            elif _is_word(token) and word not in DE and word not in A:
                run.append(i)
                headed = headed or token.pos_ in {"NOUN", "PROPN", "X"}
                i += 1
                continue
            else:
                closing = not (token.text in TRANSPARENT and run)
            if closing and run:
                yield run
                run, headed = [], False
            elif not closing:
                run.append(i)
            i += 1
        if run:
            yield run

    def splits(self, entity: int | None) -> bool:
        """Two places in one run are two phrases: a verb between them was mistagged."""
        return entity is not None and entity in self.places

    def _compass(self, i: int) -> bool:
        """As in "l'est de l'Ukraine": a noun that the tagger takes for a verb."""
        words = [key(t.text) for t in self.doc[max(0, i - 1) : i + 2]]
        return len(words) == 3 and words[0] == "l'" and words[1] == "est" and words[2] in DE

    def _phrase(self, run: list[int], sentence_first: int) -> Phrase | None:
        doc = self.doc
        while run and doc[run[-1]].text in TRANSPARENT:
            run = run[:-1]
        start = run[0] if run else 0
        possessive = False
        dets: list[int] = []
        while run and (
            (doc[run[0]].pos_ == "DET" and not self._is_number(run[0]))
            or doc[run[0]].text in TRANSPARENT
            or key(doc[run[0]].text) in POSSESSIVES
        ):
            if self.entity_at[run[0]] is not None:
                break
            possessive = possessive or key(doc[run[0]].text) in POSSESSIVES
            dets.append(run[0])
            run = run[1:]
        if not run:
            return None
        numbers = [t for t in run if self._is_number(t)]
        some = [t for t in dets if key(doc[t].text) in {"plusieurs", "quelques"}]
        words = [t for t in run if t not in numbers and doc[t].text not in TRANSPARENT]
        pronoun = (
            len(run) == 1
            and key(doc[run[0]].text) in SUBJECT_PRONOUNS
            and self.entity_at[run[0]] is None
        )
        numbers = numbers or some
        count = (numbers[0], numbers[-1]) if numbers and words and numbers[0] < words[-1] else None
        if not words and numbers and dets == [] and len(numbers) == len(run):
            # "Environ 11 000 ont été dépêchés": a number alone stands for men or things.
            prep, start = self._prep(start, sentence_first)
            return Phrase(
                head=numbers[0], first=numbers[0], last=numbers[-1], start=start, prep=prep,
                count=(numbers[0], numbers[-1]), pronoun=True,
            )  # fmt: skip
        if not words:
            return None
        # "ces derniers", "cette dernière": those just named
        pronoun = pronoun or (
            len(words) == 1 and bool(dets) and key(doc[dets[0]].text) in POINTING
            and key(doc[words[0]].text) in LATTER
        )  # fmt: skip
        head = self._head(words)
        if dets and key(doc[dets[-1]].text) in {"de", "d'"} and self.entity_at[run[0]] is not None:
            prep, start = "de", dets[-1]  # "a reçu de Pyongyang …": taken for an article
        else:
            prep, start = self._prep(start, sentence_first)
        first = words[0]
        return Phrase(
            head=head, first=first, last=words[-1], start=start, prep=prep,
            entity=self._entity(words), count=count, pronoun=pronoun, possessive=possessive,
        )  # fmt: skip

    def _is_number(self, i: int) -> bool:
        token = self.doc[i]
        if self.entity_at[i] is not None or token.text in TRANSPARENT:
            return False
        return (
            token.pos_ == "NUM"
            or token.text.replace(".", "").isdigit()
            or key(token.text) in self.lexicon.number_words
        )

    def _head(self, words: list[int]) -> int:
        nouns = [
            t
            for t in words
            if self.doc[t].pos_ in {"NOUN", "PROPN", "X"} or self.entity_at[t] is not None
        ]
        known = [
            t for t in nouns if self.entity_at[t] is None and self.lexicon.noun(self.doc[t].text)
        ]
        common = [t for t in nouns if self.entity_at[t] is None and self.doc[t].pos_ == "NOUN"]
        adjectives = [t for t in words if self.lexicon.noun(self.doc[t].text)]
        for choice in (known, common, nouns, adjectives):
            if choice:
                return choice[0]
        return words[-1]

    def _entity(self, words: list[int]) -> int | None:
        """The entity that names the phrase: a person before others, else the first."""
        found = [e for t in words if (e := self.entity_at[t]) is not None]
        return found[-1] if found else None

    def _prep(self, start: int, sentence_first: int) -> tuple[str | None, int]:
        doc = self.doc
        i = start - 1
        while i >= sentence_first and (
            doc[i].text in TRANSPARENT
            or key(doc[i].text) in {"quelque", "seulement", "toute", "tout"}
        ):
            i -= 1
        if i >= sentence_first and key(doc[i].text) == "a" and doc[i].pos_ in {"AUX", "VERB"}:
            return None, start
        words = tuple(key(doc[t].text) for t in range(max(sentence_first, i - 4), i + 1))
        found = normal_prep(words, self.lexicon)
        if found is None:
            return None, start
        prep, size = found
        if prep == "number":
            return self._prep(i - size + 1, sentence_first)
        return prep, i - size + 1

    def _unpack(self, phrases: list[Phrase]) -> Iterator[Phrase]:
        """Join counting and packaging nouns with what they count: "des dizaines de missiles"."""
        i = 0
        while i < len(phrases):
            phrase = phrases[i]
            follower = phrases[i + 1] if i + 1 < len(phrases) else None
            if (
                follower
                and follower.prep == "de"
                and follower.start == phrase.last + 1
                and phrase.entity is None
            ):
                word = key(self.doc[phrase.head].text)
                if word in self.lexicon.counting or word in self.lexicon.collecting:
                    count = phrase.count or follower.count
                    if word in self.lexicon.counting:
                        lower = key(self.doc[phrase.first - 1].text) if phrase.first else ""
                        begin = min(phrase.first, count[0] if count else phrase.first)
                        count = (
                            begin - 1 if lower in {"plusieurs", "quelques", "une"} else begin,
                            phrase.head,
                        )
                    phrases[i + 1] = Phrase(
                        head=follower.head, first=follower.first, last=follower.last,
                        start=phrase.start,
                        prep=phrase.prep, entity=follower.entity, count=count,
                        possessive=phrase.possessive,
                    )  # fmt: skip
                    i += 1
                    continue
                if (
                    word in self.lexicon.locating
                    and follower.entity is not None
                    and not follower.count
                ):
                    phrases[i + 1] = Phrase(
                        head=follower.head, first=follower.first, last=follower.last,
                        start=phrase.start,
                        prep=phrase.prep, entity=follower.entity, possessive=phrase.possessive,
                    )  # fmt: skip
                    i += 1
                    continue
            yield self._some(phrase)
            i += 1

    def _some(self, phrase: Phrase) -> Phrase:
        """Let a lone "plusieurs dizaines" stand for people or things, as a pronoun does."""
        alone = phrase.first == phrase.last and phrase.entity is None
        if not alone or key(self.doc[phrase.head].text) not in self.lexicon.counting:
            return phrase
        first = phrase.count[0] if phrase.count else max(phrase.first - 1, phrase.start)
        return replace(phrase, pronoun=True, count=(first, phrase.last))
