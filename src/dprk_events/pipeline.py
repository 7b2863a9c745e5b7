"""The one chain: article → analysis → record, loaded once and used by every caller."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from dprk_events import __version__
from dprk_events.analysis import Analysis, analyse_document
from dprk_events.events import RuleSet
from dprk_events.language import Gate, Gazetteer, LoadedModel, Parser, load_model
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
"""Documents, also those that are not parsed, after which new words are forgotten: spaCy works their
features out anew then."""

BATCH_CHARACTERS = 500_000
"""Characters of articles after which they are forgotten as well."""


class Pipeline:
    """All stages with their knowledge loaded, ready for any number of articles.

    Args:
        model: The spaCy pipeline.
        gazetteer: Known names.
        rules: Event rules.
        gate: Which articles are analysed; the others give a record with ``gated`` true. None lets
            all through.

    """

    def __init__(
        self,
        model: LoadedModel,
        gazetteer: Gazetteer,
        rules: RuleSet,
        *,
        gate: Gate | None = None,
    ) -> None:
        self.gazetteer = gazetteer
        self.rules = rules
        self._parser = Parser(model, gazetteer)
        self._gate = gate
        self._running = False
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
        """Load model, gazetteer and rules.

        Args:
            model: ``auto`` (the largest that is installed), a package name, or a folder.
            rules: Folder with event rules of the user's own.
            only_dprk: Do not analyse articles that never name North Korea.

        Raises:
            ModelError: There is no such model, or it cannot be used.
            RuleError: The rules are not valid.

        """
        rule_set = RuleSet.load(None if rules is None else Path(rules))  # the model takes longer
        gazetteer = Gazetteer.load()
        gate = Gate(gazetteer) if only_dprk else None
        return cls(load_model(model), gazetteer, rule_set, gate=gate)

    @property
    def vocabulary(self) -> Vocab:
        """The model's words, to measure how many it keeps."""
        return self._parser.model.nlp.vocab

    def analyse(self, article: Article) -> Analysis:
        """Take an article through all stages up to its events. Raises what a stage raises."""
        (doc,) = self._parser.parse([article.readable])
        return analyse_document(article, doc, self.gazetteer, self.rules)

    def record(self, analysis: Analysis) -> DocumentRecord:
        """Write down what an analysis found."""
        return document_of(analysis, self.provenance)

    def run(self, items: Iterable[Article | ReadingError]) -> Generator[Extracted, None, None]:
        """Give one record for each item, in order, with the text that its offsets count in.

        A failure is an error record in its place. What the model learned of new words is forgotten
        after a number of articles, so that memory does not grow. Only one of these generators may
        be under way at a time: exhaust or close one before the next.
        """
        queue = iter(items)
        for first in queue:
            with self._forgetting():
                for item in _batch(chain([first], queue)):
                    yield self._extract(item)

    def run_one(self, item: Article | ReadingError) -> Extracted:
        """Do one item, also while a :meth:`run` is under way."""
        if self._running:
            return self._extract(item)
        with self._forgetting():
            return self._extract(item)

    @contextmanager
    def _forgetting(self) -> Iterator[None]:
        with self._parser.forgetting():
            self._running = True
            try:
                yield
            finally:
                self._running = False

    def records(
        self, items: Iterable[Article | ReadingError]
    ) -> Iterator[DocumentRecord | ErrorRecord]:
        """As :meth:`run`, without the texts."""
        return (extracted.record for extracted in self.run(items))

    def _extract(self, item: Article | ReadingError) -> Extracted:
        if isinstance(item, ReadingError):
            return Extracted(build_error(item), None)
        try:
            if self._gate is not None and not self._gate.passes(item):
                return Extracted(build_gated(item, provenance=self.provenance), item.text)
            return Extracted(self.record(self.analyse(item)), item.text)
        except Exception as error:  # any fault of a library ends here, not the whole run
            return Extracted(build_error(fault(item.path, error)), None)


def _batch(items: Iterable[Article | ReadingError]) -> Iterator[Article | ReadingError]:
    """Give as many items as are done before new words are forgotten."""
    size = 0
    for number, item in enumerate(items, 1):
        yield item
        size += len(item.text) if isinstance(item, Article) else 0
        if number >= BATCH_DOCUMENTS or size >= BATCH_CHARACTERS:
            return


def document_of(analysis: Analysis, provenance: Provenance) -> DocumentRecord:
    """Write down what an analysis found, and what found it."""
    return build_document(
        analysis.article,
        analysis.published,
        analysis.entities,
        analysis.timexes,
        analysis.events,
        provenance=provenance,
        tokens=analysis.tokens,
    )
