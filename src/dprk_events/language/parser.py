"""From article texts to parsed spaCy Docs, offsets kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from dprk_events.french.folding import plain_signs
from dprk_events.language.gazetteer import Gazetteer, NameMatch
from dprk_events.language.lines import pieces
from dprk_events.language.model import LoadedModel
from dprk_events.language.proxies import Proxies

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    from dprk_events.language.fast import Pipe

CACHED = 8_000  # words: some 2 MB
LINES = 64
"""Lines of an article that are parsed together: enough to be quick, and memory stays bounded."""


class _Piece(NamedTuple):
    doc: Doc
    names: list[tuple[int, int, str]]  # first and last token, entry id


class Parser:
    """Parses texts with one pipeline and one gazetteer; imports spaCy when it is made."""

    def __init__(
        self, model: LoadedModel, gazetteer: Gazetteer, *, merge_names: bool = True
    ) -> None:
        from dprk_events.language import sentences  # noqa: PLC0415
        from dprk_events.language.tokens import Splitter  # noqa: PLC0415

        self.model = model
        self.gazetteer = gazetteer
        self.merge_names = merge_names
        self._splitter = Splitter(model.nlp.tokenizer)
        self._proxies = Proxies(model.nlp.vocab)
        self._pipe: Pipe = model.pipe or model.nlp.pipe
        self._open = False
        if sentences.NAME not in model.nlp.pipe_names:
            model.nlp.add_pipe(sentences.NAME, before="parser")
        _add_labels(model.nlp, sorted({entry.label for entry in gazetteer.entries()}))

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield one Doc a text, in order, each as soon as its text is taken.

        ``doc.text`` has the length of the text and ``token.idx`` is an offset in it. ``doc.ents``
        holds the gazetteer's names (``ent_kb_id_`` and ``ent_id_`` are the entry's id) and what
        the model found beside them. A text gives the same Doc whatever was parsed before it.
        """
        for text in texts:
            try:
                pieces = list(self._pieces(text))
                docs = list(self._pipe([piece.doc for piece in pieces], batch_size=LINES))
            finally:
                self._proxies.forget()
            yield _whole(docs, [piece.names for piece in pieces])

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Forget at the end of the context what parsing in it taught the pipeline of new words.

        Without it each new word stays in memory for good: 60,000 words a million tokens. Docs
        parsed inside must not be used after it. Contexts neither nest nor overlap: RuntimeError.
        """
        if self._open:
            raise RuntimeError("finish or close one extraction before you begin another")
        nlp = self.model.nlp
        self._open = True
        try:
            with nlp.memory_zone():
                yield
        finally:
            self._open = False
            for name in nlp.pipe_names:  # the lemmatizer keeps every word and its lemma
                cache = getattr(nlp.get_pipe(name), "cache", None)
                if isinstance(cache, dict) and len(cache) > CACHED:
                    cache.clear()

    def _pieces(self, text: str) -> Iterator[_Piece]:
        """Tokenize a text piece by piece."""
        matches = self.gazetteer.match(text)
        at = 0
        text = plain_signs(text)
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


def _whole(docs: Sequence[Doc], names: Sequence[list[tuple[int, int, str]]]) -> Doc:
    """Join the pieces of one article and put the entry ids on the gazetteer's names."""
    from spacy.tokens import Doc, Span  # noqa: PLC0415

    joined = docs[0] if len(docs) == 1 else Doc.from_docs(list(docs), ensure_whitespace=False)
    doc = joined if joined is not None else docs[0]  # None only for no docs at all
    known: dict[int, tuple[int, str]] = {}
    base = 0
    for piece, inside in zip(docs, names, strict=True):
        for first, last, entry in inside:
            known[base + first] = (base + last, entry)
        base += len(piece)
    ents: list[Span] = []
    for ent in doc.ents:
        last, entry = known.get(ent.start, (-1, ""))
        if last == ent.end - 1:
            ents.append(Span(doc, ent.start, ent.end, label=ent.label, kb_id=entry, span_id=entry))
        else:
            ents.append(ent)
    doc.set_ents(ents)
    return doc


def _add_labels(nlp: Language, labels: Sequence[str]) -> None:
    """Tell the recogniser the gazetteer's labels beforehand.

    It would add each when a name first has it, and then early and late articles would be scored by
    matrices of different widths; and one added in a memory zone would lose its name after it.
    """
    from spacy.pipeline import EntityRecognizer  # noqa: PLC0415
    from spacy.tokens import Doc, Span  # noqa: PLC0415

    doc = Doc(nlp.vocab, words=list(labels))
    doc.set_ents([Span(doc, n, n + 1, label=label) for n, label in enumerate(labels)])
    for _, component in nlp.pipeline:
        if isinstance(component, EntityRecognizer):
            component._ensure_labels_are_added([doc])
