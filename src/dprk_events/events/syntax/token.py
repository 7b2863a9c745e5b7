"""Tokens as the rules read them: what spaCy's have, as plain Python attributes.

spaCy makes a new ``Token`` for each ``doc[i]`` and decodes its strings each time one is read. The
rules read a token some forty times, so each is read once here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from spacy.tokens import Doc

_ATTRIBUTES: list[int | str] = ["IDX", "IS_SPACE", "HEAD", "POS", "DEP", "LEMMA", "MORPH", "ORTH"]


class Token:
    """A token of a parsed document; the names and meanings of the attributes are spaCy's."""

    __slots__ = (
        "children", "dep_", "head", "i", "idx", "is_space", "lemma_", "morph", "pos_", "text",
    )  # fmt: skip

    children: list[Token]
    """In text order."""
    head: Token
    """Itself for a root."""
    morph: Mapping[str, list[str]]
    """Values by feature; ``get`` is used as with spaCy's."""

    def __init__(
        self, i: int, idx: int, is_space: bool, pos: str, dep: str, lemma: str,
        morph: Mapping[str, list[str]], text: str,
    ) -> None:  # fmt: skip
        self.i, self.idx, self.is_space = i, idx, is_space
        self.pos_, self.dep_, self.lemma_, self.morph = pos, dep, lemma, morph
        self.text = text
        self.children = []

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return True


def tokens_of(doc: Doc) -> list[Token]:
    """Read all tokens of a document once."""
    strings: dict[int, str] = {0: ""}

    def string(number: int) -> str:
        known = strings.get(number)
        if known is None:
            known = strings[number] = doc.vocab.strings[number]
        return known

    heads: list[int] = []
    tokens: list[Token] = []
    for i, (idx, is_space, head, pos, dep, lemma, morph, orth) in enumerate(
        doc.to_array(_ATTRIBUTES).tolist()
    ):
        # The array is unsigned: a head to the left comes as 2**64 less the distance.
        heads.append(i + head if head < _HALF else i + head - 2 * _HALF)
        tokens.append(
            Token(
                i,
                idx,
                bool(is_space),
                string(pos),
                string(dep),
                string(lemma),
                _features(string(morph)),
                string(orth),
            )
        )
    for token, head in zip(tokens, heads, strict=True):
        token.head = tokens[head]
        if head != token.i:
            tokens[head].children.append(token)
    return tokens


_HALF = 2**63


@lru_cache(maxsize=4096)
def _features(morph: str) -> Mapping[str, list[str]]:
    """Read "Mood=Ind|Person=1,3"; the few hundred that there are come again and again."""
    pairs = (feature.partition("=") for feature in morph.split("|") if "=" in feature)
    return {name: values.split(",") for name, _, values in pairs}
