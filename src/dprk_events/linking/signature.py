"""What copies of one text have in common: a MinHash of what a record holds of the text."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence

from rensa import RMinHash

from dprk_events.french.folding import unaccented
from dprk_events.linking.data import rules
from dprk_events.records import DocumentRecord, EventRecord

_PERMUTATIONS, _SEED, _WORDS = 64, 1, 3


def of_document(record: DocumentRecord) -> str | None:
    """Return the signature of a document: of its text or, without it, of the words it quotes.

    The first letter says of what it is; only signatures of the same can be compared.
    """
    if record.doc.text is not None:
        return _signature("t", unaccented(record.doc.text).split())
    quotes = [(each.start, each.end, each.text) for each in record.entities]
    quotes += [(each.start, each.end, each.text) for each in record.dates]
    for event in record.events:
        told = (mention.trigger for mention in event.mentions)
        quotes += [(each.start, each.end, each.text) for each in (*told, *event.roles)]
    return _signature(
        "q", [unaccented("".join(text.split())) for _, _, text in sorted(set(quotes))]
    )


def of_event(record: EventRecord) -> str | None:
    """Return the signature of an event line: of the sentences that tell the event."""
    sentences = {mention.sentence.start: mention.sentence.text for mention in record.mentions}
    words = " ".join(text for _, text in sorted(sentences.items()) if text is not None)
    return _signature("s", unaccented(words).split())


def share(one: str | None, other: str | None) -> float:
    """Return how much two signatures have in common, from 0 to 1; 0 if they cannot be compared."""
    if one is None or other is None or one[0] != other[0]:
        return 0.0
    if one == other:
        return 1.0
    pairs = zip(bytes_of(one), bytes_of(other), strict=True)
    equal = sum(a == b for a, b in pairs) / _PERMUTATIONS
    return max(0.0, (equal - 1 / 256) / (1 - 1 / 256))  # a byte may be equal by chance


def bytes_of(signature: str) -> bytes:
    """Return the bytes of a signature: one for each permutation."""
    return base64.b64decode(signature[1:])


def _signature(letter: str, words: Sequence[str]) -> str | None:
    pieces = set(_pieces(words))
    if len(pieces) < rules().copies.least:
        return None
    sketch = RMinHash(_PERMUTATIONS, _SEED)
    sketch.update(sorted(pieces))
    return letter + base64.b64encode(bytes(value & 0xFF for value in sketch.digest())).decode()


def _pieces(words: Sequence[str]) -> Iterable[str]:
    return (" ".join(words[i : i + _WORDS]) for i in range(len(words) - _WORDS + 1))
