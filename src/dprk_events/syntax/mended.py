"""Where the tagger is certainly wrong: word classes that the words around and the tree rule out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from dprk_events.french import closed_class, forms_of, looks_like_participle, word_lists
from dprk_events.french.numbers import number_tables
from dprk_events.syntax.tags import NOUNS_AND_ADJECTIVES, VERBAL
from dprk_events.syntax.token import Tokens

_LISTS = word_lists(__package__)
INTENDING = _LISTS["intending"]
SOME, OPENERS = _LISTS["plural_articles_of_some"], closed_class("clause_openers")
THAT = closed_class("que")
AVOIR, REFLEXIVE = forms_of("avoir"), closed_class("reflexive")
PARTICIPLE_TAGS = frozenset({"ADJ", "ADP", "DET", "NOUN", "PRON", "PROPN", "X"})
"""What a participle behind its auxiliary may be mistagged as."""
BESIDE_VERBS = frozenset({"ADP", "ADV"})
SIGNS, NO_WORDS = _LISTS["signs"], frozenset({"PUNCT", "SPACE", "SYM"})
NUMBERS = number_tables().words.keys()
MORE, WORDS_OF_MEANING = _LISTS["more"], VERBAL | NOUNS_AND_ADJECTIVES
NUMBER_OF, OF = _LISTS["number_of"], ["de"]
RELATIVE = closed_class("relative_pronouns") | closed_class("to_whom")
MISTAGGED = frozenset({"ADJ", "NOUN"})
"""What a verb behind "se" may be mistagged as."""
EAST, IN_THE_EAST = _LISTS["east"], _LISTS["what_lies_in_the_east"]
AN_EAST = [[article] for article in sorted(_LISTS["before_the_east"])]
BEHIND_EAST = frozenset({"PUNCT", "ADP", "CCONJ", "SPACE"})
"""What stands behind "est" where it is the east: "sur la côte est, …", "la côte est de l'île"."""
OF_NOUNS = frozenset({"obj", "nsubj", "nsubj:pass", "obl:arg", "obl:mod", "nmod"})
OF_NOUNS_ALONE = frozenset({"amod", "case", "cop", "det", "nmod"})
"""Relations of what only hangs on nouns, or on a noun that is a predicate."""
BEFORE_NOUN = frozenset({"DET", "ADJ"})
"""Relations that only nouns have to their heads, and what stands right before a noun."""
TENSE, AUXILIARY = "aux:tense", 4
"""Label of "a" in "a tiré", and the words before a participle within which it is."""


def mended_tags(
    tokens: Tokens, words: Sequence[str], demonym: Callable[[str], str | None]
) -> Iterator[tuple[int, str]]:
    """Yield the tokens whose word class cannot be right, with the one that they have."""
    for i, word in enumerate(tokens.texts):
        tag = tokens.pos[i]
        if word in SIGNS and tag not in NO_WORDS:
            yield i, "PUNCT"  # the small model takes a quotation mark for a noun
        elif tag == "VERB" and words[i] in NUMBERS:
            yield i, "NUM"  # "a perdu neuf hommes"
        elif tag in WORDS_OF_MEANING and words[i] in RELATIVE:
            yield i, "PRON"  # "un essai auquel il a assisté"
        elif tag in VERBAL and words[i - 1] in MORE and i > 1 and tokens.pos[i - 2] == "DET":
            yield i, "ADJ"  # "son plus puissant missile"
        elif tag in VERBAL and demonym(word):
            yield i, "ADJ"  # "nord-coréens", which the tagger takes for a verb at times
        elif tag in VERBAL and _is_east(tokens, words, i):
            yield i, "ADJ"
        elif tag in VERBAL and words[i] in EAST and words[i - 1 : i] in AN_EAST:
            if i > 1 and tokens.pos[i - 2] == "ADP":
                yield i, "NOUN"  # "envoyés dans l'est russe"
        elif tag == "VERB" and _has_article(tokens, words, i):
            yield i, "NOUN"  # "toute nouvelle rencontre"
        elif tag == "PRON" and words[i - 1 : i] == OF and words[i - 2] in NUMBER_OF:
            yield i, "NOUN"  # "le nombre de tués"
        elif tag in PARTICIPLE_TAGS and _is_verb(tokens, words, i):
            yield i, "VERB"
        elif tag == "ADP" and i and word in SOME and words[i - 1] in OPENERS:
            yield i, "DET"  # "au moment où des soldats combattent": not of soldiers


def _is_east(tokens: Tokens, words: Sequence[str], i: int) -> bool:
    """Match "le long de la côte est, dans …", where "est" is no verb."""
    if words[i] not in EAST or not i or words[i - 1] not in IN_THE_EAST:
        return False
    return i + 1 >= len(tokens) or tokens.pos[i + 1] in BEHIND_EAST


def _has_article(tokens: Tokens, words: Sequence[str], i: int) -> bool:
    """Say whether a verb by its tag is a noun by the tree: an object with an article."""
    if tokens.dep[i] not in OF_NOUNS or looks_like_participle(words[i]):
        return False
    between = tokens.pos[i - 1] if i else ""
    return between in BEFORE_NOUN and any(tokens.dep[j] == "det" for j in _children(tokens, i))


def _is_verb(tokens: Tokens, words: Sequence[str], i: int) -> bool:
    """Match "ont également piraté", "se vante", "compte sanctionner"."""
    tag = tokens.pos[i]
    if tag in MISTAGGED and i and words[i - 1] in REFLEXIVE:
        return True
    if tag == "NOUN" and (_has_infinitive(tokens, i) or _is_predicate(tokens, i)):
        return True
    if tag == "NOUN" and _intends(tokens, words, i):
        return True
    if tag == "ADJ" and _has_clause(tokens, words, i):
        return True
    if tag in BESIDE_VERBS and any(tokens.pos[j] == "VERB" for j in _children(tokens, i)):
        return False  # "avaient auparavant distribué", of which the adverb is made the head
    return looks_like_participle(words[i]) and _has_auxiliary(tokens, words, i)


def _has_auxiliary(tokens: Tokens, words: Sequence[str], i: int) -> bool:
    """Return whether the parser has found the auxiliary "avoir" of a word before it."""
    return any(
        i - AUXILIARY <= j < i and tokens.dep[j] == TENSE and words[j] in AVOIR
        for j in _children(tokens, i)
    )


def _intends(tokens: Tokens, words: Sequence[str], i: int) -> bool:
    """Match "compte livrer", "compte se rendre": no noun stands right before an infinitive."""
    behind = i + 1
    if words[i] in INTENDING and behind < len(tokens) and words[behind] in REFLEXIVE:
        behind += 1
    if words[i] not in INTENDING or behind >= len(tokens):
        return False
    return tokens.morph(behind).get("VerbForm", []) == ["Inf"]


def _has_clause(tokens: Tokens, words: Sequence[str], i: int) -> bool:
    """Match "a obtenu que Trump suspende": with a "que" and a subject of its own, and no "est"."""
    below = {tokens.dep[j] for j in _children(tokens, i)}
    opened = any(tokens.dep[j] == "mark" and words[j] in THAT for j in _children(tokens, i))
    return opened and "nsubj" in below and "cop" not in below


def _has_infinitive(tokens: Tokens, i: int) -> bool:
    """Match what an infinitive hangs on and stands right behind, which no noun has."""
    if i + 1 >= len(tokens) or tokens.dep[i + 1] != "xcomp" or tokens.heads[i + 1] != i:
        return False
    return tokens.morph(i + 1).get("VerbForm", []) == ["Inf"]


def _is_predicate(tokens: Tokens, i: int) -> bool:
    """Match "la Russie aide le Nord", of which the model makes a noun with a subject."""
    if tokens.dep[i] != "ROOT" or not i or tokens.dep[i - 1] != "nsubj":
        return False
    return tokens.heads[i - 1] == i and {tokens.dep[j] for j in _children(tokens, i)}.isdisjoint(
        OF_NOUNS_ALONE
    )


def _children(tokens: Tokens, i: int) -> Sequence[int]:
    return tokens.children.get(i, ())
