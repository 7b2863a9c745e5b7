"""The spaCy component ``dprk_events``: ``nlp.add_pipe("dprk_events")`` in a French pipeline.

It uses the tokens, parse, morphology and entities of the Doc it receives, and does not change them.
Results are in ``doc._.dprk_events`` (a :class:`~dprk_events.library.Extraction`, None before the
component has run) and in ``doc.spans["dprk_events"]``, a span for each trigger: its label is the
event's type, its id the event's id. The publication date is ``doc._.dprk_published`` if that is
set, otherwise the component's setting.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cached_property
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span

from dprk_events import __version__
from dprk_events.analysis import analyse_document
from dprk_events.events import RuleSet
from dprk_events.known import load_known_beside
from dprk_events.language import Gazetteer
from dprk_events.language.known_names import with_known_names
from dprk_events.language.lexicon import FrenchWords
from dprk_events.library import Extraction
from dprk_events.pipeline import document_of
from dprk_events.reading import Article, Published, parse_published
from dprk_events.records import DocumentRecord, Provenance

NAME = "dprk_events"
"""Name of the component, its extension attribute and its span group."""
PUBLISHED = "dprk_published"
"""Name of the extension attribute with a Doc's publication date (``2024-01-05``)."""


def _extraction(doc: Doc) -> Extraction | None:
    """Return the component's result, which is stored as plain data so that it can be pickled."""
    kept = doc.user_data.get(NAME)
    return None if kept is None else Extraction(DocumentRecord.model_validate(kept), doc.text)


if not Doc.has_extension(NAME):
    Doc.set_extension(NAME, getter=_extraction)
if not Doc.has_extension(PUBLISHED):
    Doc.set_extension(PUBLISHED, default=None)


@Language.factory(
    NAME,
    default_config={"rules": None, "published": None},
    requires=["token.pos", "token.dep", "token.head", "token.morph", "doc.ents"],
    assigns=["doc._.dprk_events", "doc.spans"],
)
def make_component(
    nlp: Language, name: str, rules: str | None, published: str | None
) -> DprkEvents:
    """Create the component.

    Args:
        nlp: The pipeline; its name and version appear in the records.
        name: The component's name in the pipeline.
        rules: Folder with your own event rules, and in ``known/`` your known happenings.
        published: Publication date of every Doc that has none of its own (``2024-01-05``).

    """
    return DprkEvents(nlp, name, rules=rules, published=published)


class DprkEvents:
    """Finds the events in a Doc."""

    def __init__(
        self, nlp: Language, name: str, *, rules: str | None = None, published: str | None = None
    ) -> None:
        self.name = name
        self._nlp = nlp
        own = None if rules is None else Path(rules)
        self._rules = RuleSet.load(own)
        self._register = load_known_beside(own, self._rules.types)
        self._gazetteer = Gazetteer.load()
        self._published = None if published is None else parse_published(published)
        self._provenance = Provenance(
            version=__version__,
            model=f"{nlp.lang}_{nlp.meta.get('name', 'pipeline')}",
            model_version=str(nlp.meta.get("version", "0")),
            rules=self._rules.hash,
        )

    @cached_property
    def _words(self) -> FrenchWords:
        """The words of the pipeline's lemmatizer, asked for only when it has been loaded."""
        found = FrenchWords.of(self._nlp)
        return FrenchWords(found.forms, tuple(map(frozenset, found.lemmas)))

    def __call__(self, doc: Doc) -> Doc:
        """Find the events and add them to the Doc, which is otherwise unchanged.

        Raises:
            ValueError: ``doc._.dprk_published`` is not a date.

        """
        article = Article(
            id=hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest(),
            path="doc",
            text=doc.text,
            published=self._reference(doc),
            language=doc.lang_ or "fr",
        )
        named = with_known_names(doc, self._gazetteer)
        analysis = analyse_document(
            article, named, self._gazetteer, self._rules, self._register, self._words
        )
        record = document_of(analysis, self._provenance)
        doc.user_data[NAME] = record.model_dump(by_alias=True, mode="json")
        doc.spans[NAME] = list(_triggers(doc, record))
        return doc

    def _reference(self, doc: Doc) -> Published:
        given: str | dt.date | None = doc._.get(PUBLISHED)
        day = parse_published(given) if isinstance(given, str) else given or self._published
        return Published() if day is None else Published(day, "option", 1.0)

    def to_disk(self, path: str | Path, *, exclude: Any = ()) -> None:
        """Write nothing: rules and names come with the package, settings are in the config."""

    def from_disk(self, path: str | Path, *, exclude: Any = ()) -> DprkEvents:
        """Read nothing."""
        return self

    def to_bytes(self, *, exclude: Any = ()) -> bytes:
        """Return no bytes, like :meth:`to_disk`."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Any = ()) -> DprkEvents:
        """Ignore the bytes."""
        return self


def _triggers(doc: Doc, record: DocumentRecord) -> Any:
    for event in record.events:
        for mention in event.mentions:
            span = doc.char_span(
                mention.trigger.start, mention.trigger.end, alignment_mode="expand"
            )
            if span is not None:
                yield Span(doc, span.start, span.end, label=event.type, span_id=event.id)
