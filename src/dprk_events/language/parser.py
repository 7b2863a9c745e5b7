"""From article texts to parsed spaCy Docs, offsets kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from typing import TYPE_CHECKING, NamedTuple

from dprk_events.language.gazetteer import Gazetteer, NameMatch
from dprk_events.language.lines import pieces, plain
from dprk_events.language.model import LoadedModel
from dprk_events.language.proxies import Proxies

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from dprk_events.language.annotate import Parcel

CACHED = 8_000  # words: some 2 MB
LEARNED = 5_000  # words that are kept for good: some 10 MB


class _Piece(NamedTuple):
    doc: Doc
    names: list[tuple[int, int, str]]  # first and last token, entry id


class _Tokenized(NamedTuple):
    pieces: list[_Piece]
    parcels: list[Parcel]


class Parser:
    """Parses texts with one pipeline and one gazetteer; imports spaCy when it is made."""

    def __init__(
        self, model: LoadedModel, gazetteer: Gazetteer, *, merge_names: bool = True
    ) -> None:
        from dprk_events.language import sentences  # noqa: PLC0415
        from dprk_events.language.tokens import Splitter  # noqa: PLC0415
        from dprk_events.language.vectors import cover  # noqa: PLC0415

        self.model = model
        self.gazetteer = gazetteer
        self.merge_names = merge_names
        self._splitter = Splitter(model.nlp.tokenizer)
        self._proxies = Proxies(model.nlp.vocab)
        self._known = len(model.nlp.vocab)
        if sentences.NAME not in model.nlp.pipe_names:
            model.nlp.add_pipe(sentences.NAME, before="parser")
        self._together = cover(model.vectors, model.nlp)

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield one Doc a text, in order; texts that are parsed together are parsed faster.

        ``doc.text`` has the length of the text and ``token.idx`` is an offset in it. ``doc.ents``
        holds the gazetteer's names (``ent_kb_id_`` and ``ent_id_`` are the entry's id) and what
        the model found beside them. A text gives the same Doc whatever is parsed beside it.
        """
        from dprk_events.language.annotate import PORTION  # noqa: PLC0415

        waiting: list[_Tokenized] = []
        size = 0
        for text in texts:
            waiting.append(self._tokenized(text))
            size += sum(parcel.size for parcel in waiting[-1].parcels)
            if size >= PORTION or not self._together:
                yield from self._annotated(waiting)
                waiting, size = [], 0
        if waiting:
            yield from self._annotated(waiting)

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Forget at the end of the context what parsing in it taught the pipeline of new words.

        Without it each new word stays in memory for good: 60,000 words a million tokens. The first
        `LEARNED` words are kept all the same: what spaCy knows of a word in a memory zone it works
        out anew in the next, letter by letter. Docs parsed inside must not be used after it.
        Contexts do not nest.
        """
        nlp = self.model.nlp
        learning = len(nlp.vocab) < self._known + LEARNED
        try:
            with nullcontext() if learning else nlp.memory_zone():
                try:
                    yield
                finally:
                    self._proxies.forget()  # before the words it changed are gone
        finally:
            for name in nlp.pipe_names:  # the lemmatizer keeps every word and its lemma
                cache = getattr(nlp.get_pipe(name), "cache", None)
                if isinstance(cache, dict) and len(cache) > CACHED:
                    cache.clear()

    def _tokenized(self, text: str) -> _Tokenized:
        """Tokenize and embed one text.

        A name is lent the features that suit its first place, so that each text is embedded before
        the next one is tokenized.
        """
        from dprk_events.language.annotate import PARCEL, Parcel  # noqa: PLC0415

        self._proxies.forget()
        pieces = list(self._pieces(text))
        parcels = []
        docs: list[Doc] = []
        size = 0
        for doc in (piece.doc for piece in pieces if len(piece.doc)):
            if docs and size + len(doc) > PARCEL:
                parcels.append(Parcel(self.model.nlp, self.model.vectors, docs))
                docs, size = [], 0
            docs.append(doc)
            size += len(doc)
        if docs:
            parcels.append(Parcel(self.model.nlp, self.model.vectors, docs))
        return _Tokenized(pieces, parcels)

    def _annotated(self, texts: Sequence[_Tokenized]) -> Iterator[Doc]:
        from dprk_events.language.annotate import annotate  # noqa: PLC0415

        parcels = [parcel for text in texts for parcel in text.parcels]
        annotate(self.model.nlp, self.model.vectors, parcels)
        for text in texts:
            yield _whole(text.pieces)

    def _pieces(self, text: str) -> Iterator[_Piece]:
        """Tokenize a text piece by piece."""
        matches = self.gazetteer.match(text)
        at = 0
        text = plain(text)
        self._splitter.learn(text)
        for start, piece in pieces(text):
            end = start + len(piece)
            inside: list[NameMatch] = []
            while at < len(matches) and matches[at].start < end:
                if matches[at].end <= end:
                    inside.append(matches[at])
                at += 1
            yield self._doc(start, piece, inside)
        if not text:
            yield self._doc(0, "", [])

    def _doc(self, offset: int, text: str, matches: list[NameMatch]) -> _Piece:
        from spacy.tokens import Span  # noqa: PLC0415

        from dprk_events.language.tokens import Cut, parts_of, tokenized  # noqa: PLC0415

        nlp = self.model.nlp
        cuts = []
        for match in matches:
            start, end, entry = match.start - offset, match.end - offset, match.entry
            merged = self.merge_names and entry.solid
            cuts.append(Cut(start, end, parts_of(text, start, end, entry.label) if merged else ()))
        doc, places = tokenized(nlp.vocab, self._splitter, text, cuts)
        names: list[tuple[int, int, str]] = []
        ents: list[Span] = []
        for match, place, cut in zip(matches, places, cuts, strict=True):
            if place is None:
                continue
            first, last = place
            ents.append(Span(doc, first, last + 1, label=match.entry.label))
            names.append((first, last, match.entry.id))
            if cut.parts:
                self._proxies.give(doc[last], match.entry.label)
        doc.set_ents(ents, default="missing")
        return _Piece(doc, names)


def _whole(pieces: Sequence[_Piece]) -> Doc:
    """Join the pieces of one article and put the entry ids on the gazetteer's names."""
    from spacy.tokens import Doc, Span  # noqa: PLC0415

    docs = [piece.doc for piece in pieces]
    joined = docs[0] if len(docs) == 1 else Doc.from_docs(docs, ensure_whitespace=False)
    doc = joined if joined is not None else docs[0]  # None only for no docs at all
    known: dict[int, tuple[int, str]] = {}
    base = 0
    for piece in pieces:
        for first, last, entry in piece.names:
            known[base + first] = (base + last, entry)
        base += len(piece.doc)
    ents: list[Span] = []
    for ent in doc.ents:
        last, entry = known.get(ent.start, (-1, ""))
        if last == ent.end - 1:
            ents.append(Span(doc, ent.start, ent.end, label=ent.label, kb_id=entry, span_id=entry))
        else:
            ents.append(ent)
    doc.set_ents(ents)
    return doc
