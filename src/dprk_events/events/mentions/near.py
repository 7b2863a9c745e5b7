"""Read what surrounds a trigger, one sentence at a time; each sentence is read only once."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, lru_cache

from dprk_events.events.mentions.fiction import presents_fiction, reviews_fiction, story_begins
from dprk_events.events.mentions.scores import result_of_match
from dprk_events.events.rules import CompiledRule
from dprk_events.french import closed_class
from dprk_events.lexicon import NOTHING, Kinds
from dprk_events.syntax import DEMONYM, DocView

OF = closed_class("of")
SPORT, MATCH = "sport", "match"
"""Domains: sport, and the words of the report of a match."""
WORDS_OF_A_MATCH, WORDS_OF_SPORT = 4, 6
"""So many different ones make a text such a report; so many, one about nothing but sport."""
FICTION, REVIEW, TRUE_STORY, CYBER = "fiction", "review", "true_story", "cyber"
"""Domains: invented stories, what is written about a work, works that are true, computers."""
WORDS_OF_A_REVIEW, SHORT_TEXT = 4, 5
"""So many different ones, one less in so few sentences, make a text one about a work."""
_Ends = tuple[int, int] | None
"""First and last token in a sentence that match what is asked; None if none does."""


class Near:
    """The sentences of one document, as the conditions of the rules query them.

    Answers are cached per sentence: a long sentence with many triggers, or a rule that looks thirty
    sentences around, would otherwise read the same words for each trigger.
    """

    def __init__(self, view: DocView) -> None:
        self.view = view
        self._parts: dict[int, set[str]] = {}
        self._tokens: dict[int, list[tuple[int, frozenset[str], Kinds]]] = {}
        self._spoken: dict[tuple[frozenset[str], Kinds], dict[int, _Ends]] = defaultdict(dict)
        self._contexts: dict[str, tuple[frozenset[str], dict[int, _Ends]]] = {}
        self._domain_words: frozenset[str] = frozenset().union(*view.lexicon.domains.values())
        self._named: dict[int, Kinds] = {}
        self._fields: dict[int, list[str]] = {}
        self._stories: dict[int, int | None] = {}

    def words(self, sentence: int) -> set[str]:
        """Return the words of a sentence, including those within a name that is one token."""
        found = self._parts.get(sentence)
        if found is None:
            begin, end = self.view.sentences[sentence]
            found = self._parts[sentence] = parts(self.view.words[begin : end + 1])
        return found

    def names(self, kinds: Kinds, token: int) -> bool:
        """Return whether the sentence of a token, or the one before, may name one of these kinds.

        The roles of a mention are filled from there, even through a pronoun.
        """
        here = self.view.sentence_at[token]
        around = (here, here - 1) if here else (here,)
        return any(not kinds.isdisjoint(self._kinds(number)) for number in around) or (
            not kinds.isdisjoint(DEMONYM) and any(map(self._has_demonym, around))
        )

    def _has_demonym(self, sentence: int) -> bool:
        begin, end = self.view.sentences[sentence]
        return any(map(self.view.demonym, self.view.texts[begin : end + 1]))

    def _kinds(self, sentence: int) -> Kinds:
        """Return all kinds that the words and names of a sentence can be, except nationality."""
        found = self._named.get(sentence)
        if found is None:
            view, lexicon = self.view, self.view.lexicon
            begin, end = view.sentences[sentence]
            words, numbers = set(view.words[begin : end + 1]), set(view.entity_at[begin : end + 1])
            found = NOTHING.union(
                *(lexicon.nouns[word] for word in words if word in lexicon.nouns),
                *(lexicon.entity(view.entities[n]) for n in numbers if n is not None),
            )
            self._named[sentence] = found
        return found

    def other_field(self, rule: CompiledRule, token: int) -> str | None:
        """Find a word of an excluded domain in the sentence, or two in the sentences around it."""
        here = self.view.sentence_at[token]
        if own := self._of_domains(rule.domains, here):
            return own[0]
        if SPORT in rule.domains and self._reports_a_match:
            return min(self._reports_a_match)
        if SPORT in rule.domains and (result := result_of_match(self.view, here)):
            return result
        hits: list[str] = []
        for number in (here - 1, here + 1):
            if 0 <= number < len(self.view.sentences):
                hits += self._of_domains(rule.domains, number)
        return hits[0] if len(set(hits)) > 1 else None

    @cached_property
    def _rubric(self) -> str | None:
        return reviews_fiction(self.view)

    @cached_property
    def _reviews_a_work(self) -> str | None:
        """A word of an invented story, if the document is about a film or book that tells it.

        Not where the work is a true one, or only what was attacked by computer.
        """
        found = self._words_of(REVIEW)
        few = len(self.view.sentences) <= SHORT_TEXT
        true = self._words_of(TRUE_STORY) or len(self._words_of(CYBER)) > 1
        if true or len(found) < WORDS_OF_A_REVIEW - few:
            return None
        return min(found & self.view.lexicon.domains[FICTION], default=None)

    def _words_of(self, domain: str) -> frozenset[str]:
        return self.view.lexicon.domains[domain].intersection(self.view.words)

    def in_fiction(self, token: int) -> str | None:
        """Return the word that opens a story of which a token is part: "film", "imagine"."""
        if self._rubric is not None:
            return self._rubric
        if self._reviews_a_work is not None:
            return self._reviews_a_work
        here = self.view.sentence_at[token]
        if here not in self._stories:
            self._stories[here] = story_begins(self.view, here)
        begin = self._stories[here]
        return None if begin is None or token <= begin else self.view.words[begin]

    @cached_property
    def _presented(self) -> frozenset[str]:
        return presents_fiction(self.view)

    def in_plot(self, token: int) -> str | None:
        """Return a word of the work that a text is about, whose plot a verb in the present tells.

        Not in its title, nor where a sentence that does not name the work has a date.
        """
        here = self.view.sentence_at[token]
        if not here or not self._presented:
            return None
        named = not self._presented.isdisjoint(self.words(here))
        return min(self._presented) if named or not self.view.dates_in(here) else None

    @cached_property
    def _of_a_match(self) -> frozenset[str]:
        """The words of a match in the document."""
        return self._words_of(MATCH)

    @cached_property
    def _reports_a_match(self) -> frozenset[str]:
        """The words of a match in the document, if they are so many that it reports one."""
        found = self._of_a_match
        return found if len(found) >= WORDS_OF_A_MATCH else frozenset()

    @cached_property
    def sport_alone(self) -> str | None:
        """A word of a match, if the document is about nothing but sport: no deed in it is one."""
        found = self._of_a_match
        return min(found) if len(found) >= WORDS_OF_SPORT else None

    def _of_domains(self, domains: tuple[str, ...], sentence: int) -> list[str]:
        """List the words of these domains in a sentence, each once, in text order."""
        found = self._fields.get(sentence)
        if found is None:  # words of any domain: few sentences contain one
            begin, end = self.view.sentences[sentence]
            hits = (
                word
                for i, word in enumerate(self.view.words[begin : end + 1], begin)
                if word in self._domain_words
                and self.view.entity_at[i] is None
                and not self._collects(i)
            )
            found = self._fields[sentence] = list(dict.fromkeys(hits))
        if not found:
            return found
        lists = [self.view.lexicon.domains[domain] for domain in domains]
        return [word for word in found if any(word in words for words in lists)]

    def _collects(self, i: int) -> bool:
        """Return whether a word only counts what follows: "une série d'engagements"."""
        if self.view.words[i] not in self.view.lexicon.collecting or i + 1 >= len(self.view.words):
            return False
        return self.view.words[i + 1] in OF

    def in_context(self, rule: CompiledRule, first: int, last: int) -> bool:
        """Return whether the sentences around a trigger mention what the rule's context names."""
        context = rule.spec.context
        if context is None:
            return False
        view = self.view
        here = view.sentence_at[first]
        words, known = self._context_of(rule)
        around = range(
            max(0, here - context.sentences),
            min(len(view.sentences) - 1, here + context.sentences) + 1,
        )
        for number in around:
            if number not in known:
                known[number] = self._ends(number, words, rule.context_kinds)
            ends = known[number]
            # The trigger's own words do not count: the match must be before or after them.
            if ends is not None and (ends[0] < first or ends[1] > last):
                return True
        return False

    def _context_of(self, rule: CompiledRule) -> tuple[frozenset[str], dict[int, _Ends]]:
        """Return a rule's context words and cached answers, shared by rules with the same words."""
        found = self._contexts.get(rule.id)
        if found is None:
            words = rule.context_words
            found = self._contexts[rule.id] = words, self._spoken[words, rule.context_kinds]
        return found

    def _ends(self, sentence: int, words: frozenset[str], kinds: Kinds) -> _Ends:
        """Find the first and last token of a sentence that has one of the words or kinds."""
        hits = [
            i
            for i, own, named in self._read(sentence)
            if not own.isdisjoint(words) or not named.isdisjoint(kinds)
        ]
        return (hits[0], hits[-1]) if hits else None

    def _read(self, sentence: int) -> list[tuple[int, frozenset[str], Kinds]]:
        """Return the tokens of a sentence with their words and kinds."""
        found = self._tokens.get(sentence)
        if found is None:
            view = self.view
            begin, end = view.sentences[sentence]
            found = self._tokens[sentence] = []
            for i, word in enumerate(view.words[begin : end + 1], begin):
                entity = view.entity_at[i]
                kinds = (
                    view.lexicon.entity(view.entities[entity])
                    if entity is not None
                    else view.lexicon.noun(word)
                )
                found.append((i, _own_words(word), kinds))
        return found


@lru_cache(maxsize=4096)
def _own_words(word: str) -> frozenset[str]:
    """Return a word and the words it contains, with apostrophes read as spaces."""
    return frozenset((word, *word.replace("'", " ").split()))


def parts(words: list[str]) -> set[str]:
    """Return the words, and the words within names that are one token."""
    found = set(words)
    for word in words:
        if not word.isalpha():
            found.update(word.split())
    return found
