"""Parses as another model might make them: of a part of a text, with wrong heads and tags.

What comes out is what a parser can give: each sentence is one tree, white space stays white space,
and the gazetteer's names keep their entries.
"""

from __future__ import annotations

from random import Random

from spacy.tokens import Doc, Span, Token

LABELS = ("PER", "LOC", "ORG", "MISC")
SHARES = (0.0, 0.05, 0.15, 0.4)
"""Of the tokens, how many are given what another one has."""


def disturbed(doc: Doc, chance: Random) -> Doc:
    """Return a run of tokens of a parse, which may end anywhere, a share of them mistaken."""
    share = chance.choice(SHARES)
    first = chance.choice([sentence.start for sentence in doc.sents])
    tokens = list(doc[first : chance.randrange(first, len(doc)) + 1])
    tagged = [_other(tokens, i, share, chance) for i in range(len(tokens))]
    heads = _heads(tokens, share, chance)
    labels = [_other(tokens, i, share, chance).dep_ for i in range(len(tokens))]
    made = Doc(
        doc.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens[:-1]] + [False],
        pos=[token.pos_ for token in tagged],
        morphs=[str(token.morph) for token in tagged],
        lemmas=[token.lemma_ for token in tagged],
        heads=heads,
        deps=[
            "ROOT" if head == i else "dep" if label == "ROOT" else label
            for i, (head, label) in enumerate(zip(heads, labels, strict=True))
        ],
    )
    made.set_ents(_entities(doc, first, made, share, chance))
    return made


def _other(tokens: list[Token], i: int, share: float, chance: Random) -> Token:
    """Return a token, or now and then another; white space is never taken for a word."""
    other = chance.choice(tokens)
    keeps = chance.random() >= share or tokens[i].is_space or other.is_space
    return tokens[i] if keeps else other


def _heads(tokens: list[Token], share: float, chance: Random) -> list[int]:
    """Return the head of each token, now and then another one of its sentence."""
    first, size = tokens[0].i, len(tokens)
    begins = [i for i in range(size) if not i or tokens[i].is_sent_start or chance.random() < 0.01]
    heads = [token.head.i - first for token in tokens]
    for begin, end in zip(begins, [*begins[1:], size], strict=True):
        inside = range(begin, end)
        tops = [i for i in inside if heads[i] == i or heads[i] not in inside]
        for i in tops:
            heads[i] = tops[0]
        for i in inside:
            head = chance.choice(inside)
            if heads[i] != i and chance.random() < share and not _hangs_on(heads, head, i):
                heads[i] = head
    return heads


def _hangs_on(heads: list[int], token: int, other: int) -> bool:
    """Say whether a token is another one, or hangs on it."""
    while token != other and heads[token] != token:
        token = heads[token]
    return token == other


def _entities(doc: Doc, first: int, made: Doc, share: float, chance: Random) -> list[Span]:
    """Return the names within the run: those of the model may be missing, or of another kind."""
    found: list[Span] = []
    for ent in doc.ents:
        begin, end = ent.start - first, ent.end - first
        if begin < 0 or end > len(made) or (not ent.kb_id_ and chance.random() < share):
            continue
        label = ent.label_ if ent.kb_id_ or chance.random() >= share else chance.choice(LABELS)
        found.append(Span(made, begin, end, label=label, kb_id=ent.kb_id_, span_id=ent.id_))
    return found
