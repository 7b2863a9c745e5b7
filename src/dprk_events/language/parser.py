"""Parse article texts into spaCy Docs; offsets are kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from dprk_events.french.folding import plain_signs
from dprk_events.language.compounds import is_one_word, with_hyphens
from dprk_events.language.gazetteer import Gazetteer, NameMatch
from dprk_events.language.lines import cut_lines
from dprk_events.language.model import LoadedModel
from dprk_events.language.proxies import Proxies

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

    from dprk_events.language.fast import Pipe

CACHED = 8_000  # words, some 2 MB
LINES = 64
"""Lines of an article that are parsed together: enough for speed, with bounded memory."""


class _Line(NamedTuple):
    doc: Doc
    names: list[tuple[int, int, str]]  # first and last token, entry id


class Parser:
    """Parses texts with one pipeline and one gazetteer; spaCy is imported on construction."""

    def __init__(
        self, model: LoadedModel, gazetteer: Gazetteer, *, merge_names: bool = True
    ) -> None:
        from dprk_events.language import sentences  # noqa: PLC0415
        from dprk_events.language.tokens import Splitter  # noqa: PLC0415

        self.model = model
        self.gazetteer = gazetteer
        self.merge_names = merge_names
        of_several = gazetteer.demonyms.of_several
        self._splitter = Splitter(
            model.nlp.tokenizer, lambda word: is_one_word(word) or of_several(word)
        )
        self._proxies = Proxies(model.nlp.vocab)
        self._pipe: Pipe = model.pipe or model.nlp.pipe
        self._forgetting = False
        if sentences.NAME not in model.nlp.pipe_names:
            model.nlp.add_pipe(sentences.NAME, before="parser")
        _add_labels(model.nlp, sorted({entry.label for entry in gazetteer.entries()}))

    def parse(self, texts: Iterable[str]) -> Iterator[Doc]:
        """Yield one Doc per text, in order, as soon as each text is available.

        ``doc.text`` has the length of the text and ``token.idx`` is an offset in it. ``doc.ents``
        holds the gazetteer's names (``ent_kb_id_`` and ``ent_id_`` are the entry's id) and other
        names found by the model. The Doc of a text does not depend on what was parsed before.
        """
        for text in texts:
            try:
                lines = list(self._lines(text))
                docs = list(self._pipe([line.doc for line in lines], batch_size=LINES))
            finally:
                self._proxies.forget()
            yield _whole(docs, [line.names for line in lines])

    @property
    def is_forgetting(self) -> bool:
        """Whether a :meth:`forgetting` context is open."""
        return self._forgetting

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Discard the new words that the pipeline learned in this context when it ends.

        Otherwise each new word stays in memory: 60,000 words per million tokens. Docs parsed inside
        must not be used afterwards. Contexts must not nest or overlap: RuntimeError.
        """
        if self._forgetting:
            raise RuntimeError("finish or close one extraction before starting another")
        nlp = self.model.nlp
        self._forgetting = True
        try:
            with nlp.memory_zone():
                yield
        finally:
            self._forgetting = False
            for name in nlp.pipe_names:  # the lemmatizer keeps every word and its lemma
                cache = getattr(nlp.get_pipe(name), "cache", None)
                if isinstance(cache, dict) and len(cache) > CACHED:
                    cache.clear()

    def _lines(self, text: str) -> Iterator[_Line]:
        """Yield the tokenized lines of a text."""
        matches = self.gazetteer.match(text)
        at = 0
        text = with_hyphens(plain_signs(text))
        self._splitter.learn(text)
        for start, line in cut_lines(text):
            end = start + len(line)
            inside: list[NameMatch] = []
            while at < len(matches) and matches[at].start < end:
                if matches[at].end <= end:
                    inside.append(matches[at])
                at += 1
            yield self._doc(start, line, inside)
        if not text:
            yield self._doc(0, "", [])

    def _doc(self, offset: int, text: str, matches: list[NameMatch]) -> _Line:
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
        return _Line(doc, names)


def _whole(docs: Sequence[Doc], names: Sequence[list[tuple[int, int, str]]]) -> Doc:
    """Join the lines of one article and set the entry ids of the gazetteer's names."""
    from spacy.tokens import Doc, Span  # noqa: PLC0415

    joined = docs[0] if len(docs) == 1 else Doc.from_docs(list(docs), ensure_whitespace=False)
    doc = joined if joined is not None else docs[0]  # None only if there are no docs
    known: dict[int, tuple[int, str]] = {}
    base = 0
    for line, inside in zip(docs, names, strict=True):
        for first, last, entry in inside:
            known[base + first] = (base + last, entry)
        base += len(line)
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
    """Register the gazetteer's labels with the recogniser in advance.

    Otherwise it would add each label when a name first has it; then early and late articles would
    be scored with matrices of different widths, and a label added inside a memory zone would lose
    its name when the zone ends.
    """
    from spacy.pipeline import EntityRecognizer  # noqa: PLC0415
    from spacy.tokens import Doc, Span  # noqa: PLC0415

    doc = Doc(nlp.vocab, words=list(labels))
    doc.set_ents([Span(doc, n, n + 1, label=label) for n, label in enumerate(labels)])
    for _, component in nlp.pipeline:
        if isinstance(component, EntityRecognizer):
            component._ensure_labels_are_added([doc])
