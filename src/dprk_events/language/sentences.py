"""A guard that runs before the parser and says where a sentence may start."""

from __future__ import annotations

from typing import Any, cast

import numpy
from spacy.language import Language
from spacy.tokens import Doc

from dprk_events.language.datelines import REACH, dateline_end

NAME = "dprk_sentence_guard"
_FINAL = frozenset((".", "!", "?", "…", "...", ":", ";", "»", '"', "”", "''", ")", "]", "–", "—"))
_ATTRS: list[int | str] = ["ENT_IOB", "IS_SPACE", "ORTH"]
_INSIDE = 1  # spaCy's ENT_IOB for a token inside an entity
_START = 1
_FORBIDDEN = -1  # spaCy's SENT_START for a token that cannot start a sentence


@Language.component(NAME)
def sentence_guard(doc: Doc) -> Doc:
    """Allow a sentence to start only after final punctuation, never in a name or at white space.

    A dateline is one sentence, and what follows it begins another. The parser respects
    this. It raises sentence F from 0.951 to 0.990 on UD French PUD (findings).
    """
    strings = doc.vocab.strings
    starts = numpy.zeros(len(doc), dtype="int64")
    starts[:1] = _START
    free = True  # the first token of a line, and what follows final punctuation
    for index, (iob, space, orth) in enumerate(doc.to_array(_ATTRS).tolist()):
        if index and (iob == _INSIDE or space or not free):
            starts[index] = _FORBIDDEN
        if not space:
            free = _final(strings[orth])
    end = dateline_end([token.text for token in doc[:REACH]])
    if end is not None:
        starts[1 : end + 1] = _FORBIDDEN
        starts[end + 1 : end + 2] = _START
    return doc.from_array(["SENT_START"], cast(Any, starts.astype("uint64").reshape(-1, 1)))


def _final(word: str) -> bool:
    return word in _FINAL or (word.endswith((".", "!", "?", "…")) and len(word) > 1)
