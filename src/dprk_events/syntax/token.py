"""Provide tokens as the rules read them: spaCy's attributes as plain Python attributes.

``is_infinitive`` and ``is_participle`` are of our own.

spaCy creates a new ``Token`` for each ``doc[i]`` and decodes its strings on each access. The rules
read the word and word class of nearly every token some forty times, but the other attributes of
few. So the former are lists, read at once, and a :class:`Token` is created on first use.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property, lru_cache

from spacy.tokens import Doc

from dprk_events.french import word_lists
from dprk_events.language.columns import decoded

_COLUMNS: list[int | str] = [
    "IDX", "SENT_START", "HEAD", "POS", "DEP", "ORTH", "LEMMA", "MORPH",
]  # fmt: skip
NO_TOKEN = ""
"""Text, word class, label and lemma behind the last token and before the first."""
_NONE: tuple[int, ...] = ()
_NEVER_FINITE = tuple(sorted(word_lists(__package__)["endings_of_infinitives"]))


class Token:
    """A token of a parsed document; the names and meanings of the attributes are spaCy's."""

    __slots__ = ("_children", "_tokens", "dep_", "i", "idx", "pos_", "text")

    def __init__(self, tokens: Tokens, i: int) -> None:
        self._tokens, self.i = tokens, i
        self.idx, self.text = tokens.idx[i], tokens.texts[i]
        self.pos_, self.dep_ = tokens.pos[i], tokens.dep[i]
        self._children: list[Token] | None = None

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True

    @property
    def head(self) -> Token:
        """The governing token; the token itself for a root."""
        return self._tokens[self._tokens.heads[self.i]]

    @property
    def children(self) -> list[Token]:
        """The dependents, in text order."""
        if self._children is None:
            tokens = self._tokens
            self._children = [tokens[i] for i in tokens.children.get(self.i, _NONE)]
        return self._children

    @property
    def lemma_(self) -> str:
        """The lemma as predicted by the model."""
        return self._tokens.lemma(self.i)

    @property
    def morph(self) -> Mapping[str, list[str]]:
        """Values by feature; ``get`` works as in spaCy."""
        return self._tokens.morph(self.i)

    @property
    def is_infinitive(self) -> bool:
        """Whether it is tagged as an infinitive, or as finite with an ending that no such form has.

        So "apprêter" is one, which taggers may take for a present.
        """
        form = self.morph.get("VerbForm", [])
        return form == ["Inf"] or (form == ["Fin"] and self.text.endswith(_NEVER_FINITE))

    @property
    def is_participle(self) -> bool:
        """Whether it is tagged as a participle, past or present."""
        return self.morph.get("VerbForm", []) == ["Part"]


class Tokens:
    """All tokens of a document: ``tokens[i]`` is a :class:`Token`, the lists are by token.

    There is one more, of no word, so that what stands behind the last token and before the first
    (at -1) can be asked for. The length does not count it.
    """

    def __init__(self, doc: Doc) -> None:
        columns = doc.to_array(_COLUMNS).T
        self._lemmas, self._morphs = columns[-2:]
        idx, starts, _, pos, dep, orth = columns[:-2].tolist()
        self._strings = doc.vocab.strings
        self._size = len(idx)
        self.texts = [*decoded(orth, self._strings), NO_TOKEN]
        self.pos = [*decoded(pos, self._strings), NO_TOKEN]
        self.dep = [*decoded(dep, self._strings), NO_TOKEN]
        end = idx[-1] + len(self.texts[-2]) if idx else 0
        self.idx: list[int] = [*idx, end]
        """Start of each token, in code points."""
        # The array is unsigned, although heads to the left are negative distances.
        heads: list[int] = (columns[2].astype("int64") + range(len(idx))).tolist()
        self.heads = [*heads, len(idx)]
        self._starts: list[int] = starts
        self._made: dict[int, Token] = {}

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, i: int) -> Token:
        if i < 0:
            i += self._size + 1
        found = self._made.get(i)
        if found is None:
            found = self._made[i] = Token(self, i)
        return found

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """Children by head, in text order; heads without children are left out."""
        found: dict[int, list[int]] = defaultdict(list)
        for i, head in enumerate(self.heads):
            if head != i:
                found[head].append(i)
        return dict(found)

    def lemma(self, i: int) -> str:
        """Return the lemma of a token."""
        if i == self._size:
            return NO_TOKEN
        lemma: str = self._strings[int(self._lemmas[i])]
        return lemma

    def morph(self, i: int) -> Mapping[str, list[str]]:
        """Return the features of a token, with their values."""
        if i == self._size:
            return {}
        return _features(self._strings[int(self._morphs[i])])

    def sentences(self) -> list[tuple[int, int]]:
        """Return first and last token of each sentence, without blank tokens at its ends."""
        starts = [i for i, mark in enumerate(self._starts) if mark == 1 or not i]
        found: list[tuple[int, int]] = []
        if not starts:
            return found
        for first, end in zip(starts, [*starts[1:], len(self)], strict=True):
            last = end - 1
            while first <= last and self.texts[first].isspace():
                first += 1  # noqa: PLW2901
            while last >= first and self.texts[last].isspace():
                last -= 1
            if first <= last:
                found.append((first, last))
        return found


@lru_cache(maxsize=4096)
def _features(morph: str) -> Mapping[str, list[str]]:
    """Parse "Mood=Ind|Person=1,3"; cached, since only a few hundred values exist."""
    pairs = (feature.partition("=") for feature in morph.split("|") if "=" in feature)
    return {name: values.split(",") for name, _, values in pairs}
