"""Find noun phrases: runs of words around a noun, with the preposition before them.

They are read from word classes and word order, not from the dependency tree: even where the parser
attaches a phrase to the wrong word, the phrase itself is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from dprk_events.french import closed_class, word_lists
from dprk_events.lexicon import NOTHING, Kinds, Lexicon
from dprk_events.syntax.phrase import Phrase
from dprk_events.syntax.ranges import join_halves, join_ranges
from dprk_events.syntax.tagged import TaggedText
from dprk_events.syntax.tags import (
    AMBIGUOUS_NOUNS,
    IN_PHRASE,
    NOMINAL,
    PRONOUN_LIKE,
    VERBAL,
)
from dprk_events.syntax.unpack import unpack

_LISTS = word_lists(__package__)
TRANSPARENT = frozenset("*_\"'«»“”")
DE = closed_class("of")
A = closed_class("to")
SIMPLE = closed_class("simple_prepositions")
BARE_DE = _LISTS["bare_de"]
POSSESSIVES = closed_class("possessives")
RANKED, FIRST = _LISTS["ranked"], _LISTS["first_in_rank"]
POINTING = closed_class("demonstratives")
SEVERAL = closed_class("several")
SUBJECT_PRONOUNS = _LISTS["subject_pronouns"]
LATTER = _LISTS["latter"]
DEGREES = _LISTS["degree_adverbs"]
AFTER_PREPOSITION = _LISTS["between_preposition_and_phrase"]
IN_OR_OUT_OF_OFFICE = _LISTS["in_or_out_of_office"]
COMMA = ","
ABOUT, ONE_OF_MANY = _LISTS["about"], _LISTS["one_of_many"]


def _plain(word: str) -> str:
    return "de" if word in DE else "à" if word in A else word


def normal_prep(words: tuple[str, ...], lexicon: Lexicon) -> tuple[str, int] | None:
    """Return the plain preposition that ends the words, and how many words it takes; or None."""
    if not words:
        return None
    last = _plain(words[-1])
    if last in lexicon.preposition_ends:  # few words end a multi-word preposition
        plain = tuple(map(_plain, words))
        for size in range(min(5, len(plain)), 1, -1):
            for candidate in (plain[-size:], (*words[-size:-1], last)):
                if found := lexicon.prepositions.get(candidate):
                    return found, size
    if last in lexicon.prepositions_single:
        return lexicon.prepositions_single[last], 1
    if words[-1] in DE or words[-1] in A or last in SIMPLE:
        return last, 1
    return None


class PhraseFinder:
    """Finds the phrases of one document's sentences."""

    def __init__(self, text: TaggedText) -> None:
        self.text, self.lexicon = text, text.lexicon
        self.words, self.texts, self.pos = text.words, text.texts, text.pos
        self.entity_at, self.entities = text.entity_at, text.entities

    def find(self, first: int, last: int) -> list[Phrase]:
        """Return the phrases between tokens ``first`` and ``last`` inclusive, in text order."""
        runs = self._runs(first, last)
        phrases = [p for run in runs if (p := self._phrase(run, first)) is not None]
        phrases = join_ranges(join_halves(phrases, self.words), self.words)
        return list(unpack(self.text, self._named(phrases)))

    def _named(self, phrases: list[Phrase]) -> list[Phrase]:
        """Join a title to the name after it: "le ministre russe de la Défense Sergueï Choïgou"."""
        out: list[Phrase] = []
        i = 0
        while i < len(phrases):
            phrase = phrases[i]
            if phrase.entity is None and "person" in self._noun(phrase.head):
                j = i
                while (
                    j + 1 < len(phrases)
                    and phrases[j + 1].prep == "de"
                    and phrases[j + 1].start == phrases[j].last + 1
                    and "person" not in self._noun(phrases[j + 1].head)  # "la sœur du roi X"
                ):
                    j += 1
                    if self._person(phrases[j].entity) and not self._in_person(phrases[j].head):
                        break
                name = (
                    phrases[j]
                    if j > i
                    and self._person(phrases[j].entity)
                    and not self._in_person(phrases[j].head)
                    else None
                )
                if (
                    name is None
                    and j + 1 < len(phrases)
                    and phrases[j + 1].prep is None
                    and self._person(phrases[j + 1].entity)
                ):
                    gap = self._without_elected(phrases[j].last + 1, phrases[j + 1].start)
                    end = phrases[j + 1].last + 1
                    after = self.texts[end] if end < len(self.texts) else ""
                    if not gap or (gap == [","] and after in {",", ".", ")", "»"}):
                        j += 1
                        name = phrases[j]
                if name is not None:
                    out.append(phrase._replace(entity=name.entity, last=name.last))
                    i = j + 1
                    continue
            out.append(phrase)
            i += 1
        return out

    def _without_elected(self, first: int, until: int) -> list[str]:
        """Return the words between a title and a name: of "président élu Donald Trump" none."""
        elected = first < until and self.words[first] in IN_OR_OUT_OF_OFFICE
        return self.texts[first + elected : until]

    def _person(self, entity: int | None) -> bool:
        return entity is not None and self.entities[entity].label == "PER"

    def _in_person(self, token: int) -> bool:
        return self._person(self.entity_at[token])

    def _noun(self, token: int) -> Kinds:
        return self.lexicon.nouns.get(self.words[token], NOTHING)

    def _behind_a_place(self, before: int, entity: int) -> bool:
        """Match a person named right behind a place: "a vu à Moscou | Choe Son-hui"."""
        number = self.entity_at[before]
        if number is None or self.entities[entity].label != "PER":
            return False
        return self.entities[number].label == "LOC"

    def _runs(self, first: int, last: int) -> Iterator[list[int]]:
        """Yield runs of tokens that may belong to one noun phrase."""
        pos_at, words, entity_at = self.pos, self.words, self.entity_at
        apart, is_verbal = self.text.apart(first, last), self.text.is_verbal
        run: list[int] = []
        headed = False
        i = first
        while i <= last:
            pos, word, entity = pos_at[i], words[i], entity_at[i]
            if entity is not None:
                end = self.entities[entity].last
                split = self.splits(entity) and any(self.splits(entity_at[t]) for t in run)
                if split or (run and self._behind_a_place(run[-1], entity)):
                    yield run
                    run = []
                run.extend(range(i, min(end, last) + 1))
                headed, i = True, end + 1
                continue
            if word == "est" and self._compass(i):
                run.append(i)
                headed, i = True, i + 1
                continue
            if i in apart or is_verbal(i):
                closing = True
            elif word in SUBJECT_PRONOUNS and pos in PRONOUN_LIKE and word != "leur":
                if run:
                    yield run
                yield [i]
                run, headed, i = [], False, i + 1
                continue
            elif pos == "DET" or word in POSSESSIVES:
                full = headed or self._counts_up_to(run, i)  # "en a reçu cent mille | le 10 juin"
                if run and full and not (words[i - 1] in RANKED and word in FIRST):
                    yield run
                    run, headed = [], False
                run.append(i)
                i += 1
                continue
            elif (
                pos == "ADV"
                and word in DEGREES
                and run
                and i < last
                and pos_at[i + 1] in AMBIGUOUS_NOUNS
            ):
                i += 1
                continue
            elif word not in DE and word not in A and self._is_word(i):
                if headed and self._counts_another(i, last):
                    yield run
                    run, headed = [], False
                run.append(i)
                headed = headed or pos in NOMINAL
                i += 1
                continue
            else:
                closing = not (run and self.texts[i] in TRANSPARENT)
            if closing and run:
                yield run
                run, headed = [], False
            elif not closing:
                run.append(i)
            i += 1
        if run:
            yield run

    def _counts_up_to(self, run: list[int], i: int) -> bool:
        """Say whether a run of numbers alone ends before an article, where a date follows."""
        if not run or not all(map(self.is_number, run)):
            return False
        return not self.text.apart(i, i + 1).isdisjoint((i, i + 1))

    def _is_word(self, i: int) -> bool:
        if self.pos[i] in IN_PHRASE or self._in_compound(i):
            return True
        return self.pos[i] == "PRON" and self._in_digits(i)  # "3.000 d'entre eux"

    def _counts_another(self, i: int, last: int) -> bool:
        """Return whether a number behind a noun counts the next one: "à Moscou 48 canons"."""
        if self.is_number(i - 1) or not self.is_number(i):
            return False
        while i <= last and (self.is_number(i) or self.texts[i] in TRANSPARENT):
            i += 1
        if i > last:
            return False
        entity, word = self.entity_at[i], self.words[i]
        if entity is not None:
            return self.entities[entity].label == "WEAPON"
        inhabitants = self.texts[i][:1].isupper() and bool(self.text.demonym(self.texts[i]))
        return inhabitants or word in self.lexicon.nouns or word in self.lexicon.counting

    def _in_compound(self, i: int) -> bool:
        """Return whether a token belongs to "nonante-cinq", of which spaCy makes three tokens."""
        words, numbers = self.words, self.lexicon.number_words
        hyphen = i if words[i] == "-" else i + 1 if words[i + 1 : i + 2] == ["-"] else i - 1
        if not 0 < hyphen < len(words) - 1 or words[hyphen] != "-":
            return False
        return words[hyphen - 1] in numbers and words[hyphen + 1] in numbers

    def _in_digits(self, i: int) -> bool:
        text = self.texts[i]
        return not text.isalpha() and text.replace(".", "").isdigit()

    def splits(self, entity: int | None) -> bool:
        """Return whether an entity is a place; two places in one run are two phrases."""
        return entity is not None and self.entities[entity].label == "LOC"

    def _compass(self, i: int) -> bool:
        """Return whether it is a noun as in "l'est de l'Ukraine" that was tagged as a verb."""
        around = self.words[max(0, i - 1) : i + 2]
        return len(around) == 3 and around[0] == "l'" and around[2] in DE

    def _phrase(self, run: list[int], sentence_first: int) -> Phrase | None:
        words_at, texts, entity_at = self.words, self.texts, self.entity_at
        while run and texts[run[-1]] in TRANSPARENT:
            run = run[:-1]
        start = run[0] if run else 0
        possessive = False
        dets: list[int] = []
        for i in run:
            owned = words_at[i] in POSSESSIVES
            article = self.pos[i] == "DET" and not self.is_number(i)
            if entity_at[i] is not None or not (owned or article or texts[i] in TRANSPARENT):
                break
            possessive = possessive or owned
            dets.append(i)
        run = run[len(dets) :]
        if not run:
            return None
        numbers: list[int] = []
        words: list[int] = []
        for t in run:
            if texts[t] not in TRANSPARENT:
                (numbers if self.is_number(t) else words).append(t)
        pronoun = (
            len(run) == 1 and words_at[run[0]] in SUBJECT_PRONOUNS and entity_at[run[0]] is None
        )
        numbers = numbers or [t for t in dets if words_at[t] in SEVERAL]
        count = (numbers[0], numbers[-1]) if numbers and words and numbers[0] < words[-1] else None
        if not words and numbers and dets == [] and len(numbers) == len(run):
            # "Environ 11 000 ont été dépêchés": a number alone refers to people or things.
            prep, start = self._prep(start, sentence_first)
            return Phrase(
                head=numbers[0], first=numbers[0], last=numbers[-1], start=start, prep=prep,
                counted=(numbers[0], numbers[-1]), pronoun=True,
            )  # fmt: skip
        if not words:
            return None
        # "ces derniers", "cette dernière": those just mentioned
        pronoun = pronoun or (
            len(words) == 1 and bool(dets) and words_at[dets[0]] in POINTING
            and words_at[words[0]] in LATTER
        )  # fmt: skip
        head = self._head(words)
        if dets and words_at[dets[-1]] in BARE_DE and entity_at[run[0]] is not None:
            prep, start = "de", dets[-1]  # "a reçu de Pyongyang …": tagged as an article
        else:
            prep, start = self._prep(start, sentence_first)
        first = words[0]
        return Phrase(
            head=head, first=first, last=words[-1], start=start, prep=prep,
            entity=self._entity(words), counted=count, pronoun=pronoun, possessive=possessive,
        )  # fmt: skip

    def is_number(self, i: int) -> bool:
        """Return whether a token is a number, in digits or in words, and no name."""
        if self.entity_at[i] is not None or self.texts[i] in TRANSPARENT:
            return False
        return (
            self.pos[i] == "NUM"
            or self.words[i] in self.lexicon.number_words
            or self._in_digits(i)
            or self._in_compound(i)
        )

    def _head(self, words: list[int]) -> int:
        """Return the head: a known noun, common noun, noun or name, known word, else the last."""
        nouns = self.lexicon.nouns
        common = nominal = None
        for t in words:
            named = self.entity_at[t] is not None
            if not (named or self.pos[t] in NOMINAL):
                continue
            if not named and self.words[t] in nouns:
                return t
            if common is None and not named and self.pos[t] == "NOUN":
                common = t
            if nominal is None:
                nominal = t
        if nominal is not None:
            return nominal if common is None else common
        return next((t for t in words if self.words[t] in nouns), words[-1])

    def _entity(self, words: list[int]) -> int | None:
        """Return the entity that names the phrase: the last one in it."""
        found = [e for t in words if (e := self.entity_at[t]) is not None]
        return found[-1] if found else None

    def _prep(self, start: int, sentence_first: int) -> tuple[str | None, int]:
        i, skipped = start - 1, self.text.side_marks
        while i >= sentence_first and (
            self.texts[i] in TRANSPARENT or self.words[i] in AFTER_PREPOSITION or i in skipped
        ):
            i -= 1
        if i >= sentence_first and self.words[i] == "a" and self.pos[i] in VERBAL:
            return None, start
        if i < sentence_first or self.words[i] not in self.lexicon.ends_preposition:
            return None, start
        if i < start - 1 and i in self.text.apart(i, start):
            return None, start  # "espère malgré tout | un sommet"
        if self._opens_subject(i, sentence_first):
            return None, start
        words = tuple(self.words[max(sentence_first, i - 4) : i + 1])
        found = normal_prep(words, self.lexicon)
        if found is None:
            return None, start
        prep, size = found
        if size > 1 and any(self.entity_at[t] is not None for t in range(i - size + 1, i + 1)):
            return _plain(self.words[i]), i  # "fournit au Nord | des pièces"
        if prep == "number" or (prep in ABOUT and self._counts(start)):
            return self._prep(i - size + 1, sentence_first)
        return prep, i - size + 1

    def _opens_subject(self, i: int, sentence_first: int) -> bool:
        """Match the article "des" behind what opens a sentence: "Selon un élu, | des obus sont".

        The parse may take it for "de": there are the elected of a town.
        """
        if i + 1 == len(self.words) or self.words[i] not in DE:
            return False
        if i - 2 < sentence_first or self.words[i - 1] != COMMA:
            return False
        named = self.words[i] in BARE_DE and self.entity_at[i + 1] is not None
        opened = self.pos[sentence_first] == "ADP"
        return opened and not named and VERBAL.isdisjoint(self.pos[sentence_first:i])

    def _counts(self, start: int) -> bool:
        """Match a number, and "un millier" as in "près d'un millier de ballons"."""
        behind = self.words[start + 1] if start + 1 < len(self.words) else ""
        counted = self.words[start] in ONE_OF_MANY and behind in self.lexicon.counting
        return counted or self.is_number(start)
