"""The pipeline: article → analysis → record, loaded once and shared by every caller."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events import __version__
from dprk_events.analysis import Analysis, analyse_document
from dprk_events.events import RuleSet
from dprk_events.known import Register, load_known, load_known_beside
from dprk_events.language import Gate, Gazetteer, Letters, LoadedModel, Parser, load_model
from dprk_events.offsets import in_input
from dprk_events.reading import Article, ReadingError, fault
from dprk_events.records import (
    DocumentRecord,
    ErrorRecord,
    Extracted,
    Provenance,
    build_document,
    build_error,
    build_gated,
)

if TYPE_CHECKING:
    from spacy.vocab import Vocab

BATCH_DOCUMENTS = 64
"""Number of documents, including any that are not parsed, after which spaCy's vocabulary is reset
to its initial words."""

BATCH_CHARACTERS = 500_000
"""Number of characters of article text after which it is reset as well."""


class Pipeline:
    """All stages with their data loaded, ready for any number of articles.

    Args:
        model: The spaCy pipeline.
        gazetteer: Known names.
        rules: Event rules.
        register: Known happenings; the program's own by default.
        gate: Decides which articles are analysed; the others get a record with ``gated`` true.
            None to analyse all.

    """

    def __init__(
        self,
        model: LoadedModel,
        gazetteer: Gazetteer,
        rules: RuleSet,
        register: Register | None = None,
        *,
        gate: Gate | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self.rules = rules
        self.register = load_known() if register is None else register
        self._parser = Parser(model, gazetteer)
        self._words = model.words
        self._letters = Letters(model.nlp, gazetteer)
        self._gate = gate
        self.provenance = Provenance(
            version=__version__,
            model=model.name,
            model_version=model.version,
            rules=rules.hash,
        )

    @classmethod
    def load(
        cls, model: str = "auto", rules: str | Path | None = None, *, only_dprk: bool = False
    ) -> Pipeline:
        """Load model, gazetteer, rules and known happenings.

        Args:
            model: ``auto`` (the largest that is installed), a package name, or a folder.
            rules: Folder with the user's own event rules, and in ``known/`` their known happenings.
            only_dprk: Skip the analysis of articles that never name North Korea.

        Raises:
            ModelError: There is no such model, or it cannot be used.
            RuleError: The rules are invalid.
            KnownError: The user's known happenings are invalid.

        """
        own = None if rules is None else Path(rules)
        rule_set = RuleSet.load(own)  # the model takes longer
        register = load_known_beside(own, rule_set.types)
        gazetteer = Gazetteer.load()
        gate = Gate(gazetteer) if only_dprk else None
        return cls(load_model(model), gazetteer, rule_set, register, gate=gate)

    @property
    def vocabulary(self) -> Vocab:
        """The model's vocabulary, for measuring its size."""
        return self._parser.model.nlp.vocab

    def analyse(self, article: Article) -> Analysis:
        """Run an article through all stages up to its events. Raises whatever a stage raises."""
        article = self._letters.restored(article)
        (doc,) = self._parser.parse([article.as_read.readable])
        return analyse_document(
            article, doc, self.gazetteer, self.rules, self.register, self._words
        )

    def record(self, analysis: Analysis) -> DocumentRecord:
        """Build the document record of an analysis."""
        return document_of(analysis, self.provenance)

    def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
        """Yield one record for each item, in order, with the text that its offsets refer to.

        A failure becomes an error record in the item's place. The model's vocabulary is reset after
        each batch of articles, so that memory does not grow. Only one such generator may be active
        at a time: exhaust or close it before starting the next.
        """
        queue = iter(items)
        for first in queue:
            with self._parser.forgetting():
                for item in _batch(chain([first], queue)):
                    yield self._extract(item)

    def run_one(self, item: Article | ReadingError) -> Extracted:
        """Process one item, even while a :meth:`run` is active."""
        if self._parser.is_forgetting:
            return self._extract(item)
        with self._parser.forgetting():
            return self._extract(item)

    def records(
        self, items: Iterable[Article | ReadingError]
    ) -> Iterator[DocumentRecord | ErrorRecord]:
        """Yield the records of :meth:`run`, without the texts."""
        return (extracted.record for extracted in self.run(items))

    def _extract(self, item: Article | ReadingError) -> Extracted:
        if isinstance(item, ReadingError):
            return Extracted(build_error(item), None)
        try:
            if self._gate is not None and not self._gate.passes(item):
                return Extracted(build_gated(item, provenance=self.provenance), item.text)
            return Extracted(self.record(self.analyse(item)), item.text)
        except Exception as error:  # a failing library must not end the whole run
            return Extracted(build_error(fault(item.path, error)), None)


def _batch(items: Iterable[Article | ReadingError]) -> Iterator[Article | ReadingError]:
    """Yield the items of one batch: those processed before the vocabulary is reset."""
    size = 0
    for number, item in enumerate(items, 1):
        yield item
        size += len(item.text) if isinstance(item, Article) else 0
        if number >= BATCH_DOCUMENTS or size >= BATCH_CHARACTERS:
            return


def document_of(analysis: Analysis, provenance: Provenance) -> DocumentRecord:
    """Build the document record of an analysis, with its provenance."""
    return build_document(
        analysis.article,
        analysis.published,
        *in_input(analysis.article, analysis.entities, analysis.timexes, analysis.events),
        provenance=provenance,
        tokens=analysis.tokens,
    )
